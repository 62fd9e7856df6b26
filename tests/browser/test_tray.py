"""Mail that nobody could place: handed in as a file, read by the worker, placed by one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import log_request, new_title, reference_of, today
from tests.stack import wait_for

pytestmark = pytest.mark.browser


def test_a_mail_handed_in_waits_with_its_guess_and_enter_accepts_it(campaigner: Page, tmp_path: Path) -> None:
    reference = reference_of(log_request(campaigner, title=new_title("Mail for the tray"), sent_on=today()))
    mail = tmp_path / "reply.eml"
    mail.write_text(
        f"From: FOI Team <foi@elsewhere.example>\nSubject: An answer from elsewhere\nMessage-ID: <{reference}@elsewhere.example>\n"
        f"Date: Tue, 3 Nov 2026 09:00:00 +0000\n\nThis answers {reference}.\n\nOn 6 Oct 2026, Robin wrote:\n> Please tell me\n"
    )
    campaigner.goto("/tray/")
    campaigner.set_input_files("input[type=file]", mail)
    campaigner.get_by_role("button", name="Give these mails").click()
    expect(campaigner.get_by_text("The mail is kept.")).to_be_visible()
    accept = campaigner.get_by_role("button", name=f"Put it with {reference}")

    def is_there() -> bool:
        campaigner.goto("/tray/")
        return accept.count() == 1

    wait_for(is_there, 60)
    expect(campaigner.get_by_text(f"It names our reference {reference}.")).to_be_visible()
    expect(accept).to_be_focused()
    campaigner.keyboard.press("Enter")
    expect(campaigner.get_by_text(f"The mail is with {reference}.")).to_be_visible()
    campaigner.goto(f"/requests/{reference}/")
    expect(campaigner.get_by_text("A reply is waiting.")).to_be_visible()
