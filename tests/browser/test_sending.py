"""A letter by e-mail: sent, taken back, sent again, and what comes back, against a real mail server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email.message import EmailMessage
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser.conftest import CAMPAIGNER, PATIENCE
from tests.browser.shots import sign_in
from tests.browser.steps import main
from tests.browser.watching import look_over
from tests.gateways.test_outgoing_mail import PostOffice, open_office
from tests.stack import Stack, running_stack, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("mailing")]

WRITE = """
from uuid import uuid4
from requests_app.models import User
from tests import factories as make
slug, owner = uuid4().hex, User.objects.get(email="campaigner@example.org")
campaign = make.start_campaign(slug=slug, name="Letters", aim="", owner=owner)
authority = make.an_authority("Ambleford Constabulary", slug=slug)
print("WRITTEN", make.a_written_request(campaign, authority=authority).get_absolute_url())
"""
THEIRS = "foi@ambleford.example.org"
SAID = f"550 5.1.1 <{THEIRS}>: Recipient address rejected: User unknown"


@pytest.fixture(scope="module")
def mailing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Stack, PostOffice]]:
    """The program with a mail server that takes everything."""
    office, controller = open_office()
    settings = {
        "EMAIL_URL": f"smtp://127.0.0.1:{office.port}",
        "REPLY_ADDRESS": "foi@replies.example.org",
        "DEFAULT_FROM_EMAIL": "foitracker@replies.example.org",
    }
    try:
        with running_stack(tmp_path_factory.mktemp("mailing"), **settings) as stack:
            yield stack, office
    finally:
        controller.stop()


@pytest.fixture(scope="module")
def signed_in(browser: Browser, mailing: tuple[Stack, PostOffice]) -> StorageState:
    """The campaigner's cookies."""
    stack, _ = mailing
    context = browser.new_context()
    context.set_default_timeout(8 * PATIENCE)
    sign_in(context.new_page(), stack.base_url, CAMPAIGNER, stack.logins[CAMPAIGNER])
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def open_page(
    browser: Browser, mailing: tuple[Stack, PostOffice], signed_in: StorageState
) -> Iterator[Callable[..., Page]]:
    """Open a page of the campaigner."""
    contexts = []

    def opened(**options: Any) -> Page:
        context = browser.new_context(
            base_url=mailing[0].base_url,
            storage_state=signed_in,
            reduced_motion="reduce",
            locale="en-GB",
            **options,
        )
        context.set_default_timeout(4 * PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def written(stack: Stack) -> str:
    said = stack.manage("shell", "-c", WRITE).stdout
    (path,) = [line.split()[1] for line in said.splitlines() if line.startswith("WRITTEN")]
    return path


def letters(office: PostOffice) -> list[Any]:
    """What the server took for the authority."""
    return [message for message in office.arrived if message["To"] == THEIRS]


def bounce(message: EmailMessage) -> str:
    """What a mail server sends back for a letter, as RFC 3464 has it."""
    return f"""From: Mail Delivery System <MAILER-DAEMON@mail.ambleford.example.org>
To: {message["From"].addresses[0].addr_spec}
Subject: Undelivered Mail Returned to Sender
Message-ID: <bounce-1@mail.ambleford.example.org>
Date: {message["Date"]}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_bounce"

--=_bounce
Content-Type: text/plain

Your message could not be delivered.

--=_bounce
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.ambleford.example.org

Final-Recipient: rfc822; {THEIRS}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; {SAID}

--=_bounce
Content-Type: text/rfc822-headers

From: {message["From"]}
To: {THEIRS}
Subject: {message["Subject"]}
Message-ID: {message["Message-ID"]}

--=_bounce--
"""


def test_a_letter_is_taken_back_then_goes_and_what_comes_back_is_seen_on_its_request(
    open_page: Callable[..., Page], mailing: tuple[Stack, PostOffice]
) -> None:
    stack, office = mailing
    path, page = written(stack), open_page(java_script_enabled=False)
    page.goto(path)
    page.get_by_role("link", name="Send by e-mail").click()
    expect(main(page)).to_contain_text("The request is private: this letter, and what they answer")
    page.get_by_role("textbox", name="Their e-mail address for requests").fill(THEIRS)
    page.get_by_role("textbox", name="Where did you find it?").fill("Their contact page")
    page.get_by_role("button", name="Keep this address").click()
    page.get_by_role("button", name="Send by e-mail").click()
    expect(main(page)).to_contain_text("It can be taken back until")
    page.goto(path)
    expect(main(page)).to_contain_text("A letter is on its way")
    page.get_by_role("button", name="Take it back").click()
    expect(main(page)).not_to_contain_text("A letter is on its way")
    assert letters(office) == []

    page.goto("/profile/")
    page.get_by_role("spinbutton", name="Minutes to take a letter back").fill("0")
    page.get_by_role("button", name="Save", exact=True).first.click()
    page.goto(f"{path}send/")
    page.get_by_role("button", name="Send by e-mail").click()
    wait_for(lambda: letters(office), 60)
    (letter,) = letters(office)
    wait_for(lambda: "Request sent by e-mail" in page.goto(path).text(), 60)  # type: ignore[union-attr]

    stack.manage("receive_email", stdin=bounce(letter))
    wait_for(lambda: "A letter came back" in page.goto(path).text(), 60)  # type: ignore[union-attr]
    expect(main(page)).to_contain_text("User unknown")
    page.get_by_role("link", name="Send it to another address").click()
    expect(main(page)).to_contain_text("Mail came back from here")
    assert len(letters(office)) == 1


def test_the_pages_of_a_letter_on_its_way_are_for_everybody(
    open_page: Callable[..., Page], mailing: tuple[Stack, PostOffice]
) -> None:
    path, page = written(mailing[0]), open_page()
    page.goto(f"{path}send/")
    look_over(page, "Send by e-mail", dark=True)
    page.goto("/outbox/?show=letters")
    look_over(page, "Outbox")
