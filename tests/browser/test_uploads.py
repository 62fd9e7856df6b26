"""A reply given as files: kept, read while a page waits, with JavaScript and without, and confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.steps import heading, log_request, main, new_title, working_days_ago
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser

FILES = Path(__file__).resolve().parent.parent / "files"


def upload(page: Page, path: str, *files: FilePayload | Path) -> None:
    """Fill the form with files."""
    page.goto(f"{path}reply/")
    page.get_by_label("When did you get it?").fill(working_days_ago(1).isoformat())
    page.get_by_label("Or upload the files").set_input_files(list(files))  # type: ignore[arg-type]
    page.get_by_role("button", name="Read the reply").click()


def test_a_mail_with_its_attachments_is_read_while_the_page_waits(either_way: Page) -> None:
    page = either_way
    path = log_request(page, new_title("Files"), sent_on=working_days_ago(9))
    upload(page, path, FILES / "mail.eml", FILES / "list.csv")
    expect(heading(page, "Is this what they said?")).to_be_visible(timeout=60_000)
    expect(page.get_by_label("Their reference")).to_have_value("FOI-2026-0412")
    expect(main(page)).to_contain_text("Castle Hill")
    expect(main(page)).to_contain_text("Hidden sheet “People”")
    expect(main(page)).to_contain_text("do not publish the file")


def test_what_cannot_be_read_is_kept_and_its_words_are_asked_for(campaigner: Page) -> None:
    page = campaigner
    path = log_request(page, new_title("Broken"), sent_on=working_days_ago(9))
    broken: FilePayload = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 no more"}
    upload(page, path, broken)
    expect(heading(page, "We couldn't read it")).to_be_visible(timeout=60_000)
    expect(main(page)).to_contain_text("“letter.pdf” is damaged")
    look_over(page, "We couldn't read it")
    with page.expect_download() as download:
        page.get_by_role("link", name="letter.pdf").click()
    assert download.value.path().read_bytes() == b"%PDF-1.7 no more"
    page.get_by_label("The words of the reply").fill("Our ref: FOI 771/26\nWe hold 14 records.")
    page.get_by_role("button", name="Read these words").click()
    expect(heading(page, "Is this what they said?")).to_be_visible()
    expect(page.get_by_label("Their reference")).to_have_value("FOI 771/26")
