"""Point 7: the sweep tells of a date near or passed and drafts a chaser; a person edits, approves and sends it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from requests_app.core.dates import in_words
from tests.browser.conftest import CAMPAIGNER
from tests.browser.steps import (
    calendar,
    log_request,
    main,
    new_title,
    reference_of,
    today,
    working_days_ago,
)
from tests.browser.watching import has_script, look_over
from tests.stack import Stack

pytestmark = pytest.mark.browser

OVERDUE, NEAR, EARLY = 23, 19, 3  # working days since the request
LOGGED = {
    "Overdue": OVERDUE,
    "Overdue without JavaScript": OVERDUE,
    "Near": NEAR,
    "Early": EARLY,
    "Sent": OVERDUE,
    "Dismissed": OVERDUE,
}
HELD = "Nothing is sent from this installation."


def sweep(stack: Stack) -> dict[str, object]:
    """Do what the clock does in the morning, on this day."""
    counts: dict[str, object] = json.loads(
        stack.manage("sweep", "--on", today().isoformat(), "--json").stdout
    )
    return counts


@pytest.fixture(scope="module")
def swept(
    browser: Browser,
    browser_context_args: dict[str, Any],
    session_of: Callable[[str], StorageState],
    stack: Stack,
) -> dict[str, str]:
    """The paths of requests, one for each test and purpose, over which the morning's sweep has gone once."""
    context = browser.new_context(**browser_context_args, storage_state=session_of(CAMPAIGNER))
    page = context.new_page()
    paths = {
        name: log_request(page, new_title(name), sent_on=working_days_ago(days), authority="Kent Police")
        for name, days in LOGGED.items()
    }
    sweep(stack)
    context.close()
    return paths


MORNING = re.compile("^This morning: ")


def open_mail(page: Page, reference: str) -> None:
    """Open the newest mail of a morning, which tells of a request among others, and once."""
    page.goto("/outbox/")
    page.get_by_role("link", name=MORNING).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("This morning")
    expect(page.locator(".sheet-text").get_by_text(f"({reference})")).to_have_count(1)


def mornings(page: Page) -> int:
    """How many mornings' mails the outbox has, on its first page."""
    page.goto("/outbox/")
    return page.get_by_role("link", name=MORNING).count()


def test_a_passed_date_is_told_and_the_chaser_goes_by_a_persons_hand(
    either_way: Page, stack: Stack, swept: dict[str, str]
) -> None:
    page = either_way
    page.goto("/")
    path = swept["Overdue" if has_script(page) else "Overdue without JavaScript"]
    reference, due_on = reference_of(path), calendar().add_working_days(working_days_ago(OVERDUE), 20)
    page.goto(path)
    title = page.get_by_role("heading", level=1).inner_text()
    expect(main(page)).to_contain_text("Your move: the reply is overdue")

    page.goto("/outbox/")
    expect(main(page)).to_contain_text(HELD)
    look_over(page, "Outbox", dark=True)
    open_mail(page, reference)
    expect(main(page)).to_contain_text(f"Reply due: {in_words(due_on)}")
    expect(main(page)).to_contain_text("a short chaser is drafted for you to read and approve")
    expect(page.locator(".sheet-text")).to_contain_text(f"Read the letter: {stack.base_url}{path}letters/")
    look_over(page, "This morning")

    page.goto("/")
    item = page.locator(".todo > li").filter(has_text=title)
    expect(item).to_contain_text("Letter drafted")
    item.get_by_role("link", name="Read the letter").click()
    look_over(page, "Overdue chaser", dark=True)
    letter = page.get_by_role("textbox", name="The letter")
    for fact in (in_words(due_on).split()[1], reference, "Kent Police", "Section 10(1)"):
        expect(letter).to_have_value(re.compile(re.escape(fact)))
    mine = letter.input_value().replace(
        "Yours faithfully", "I look forward to your reply.\n\nYours faithfully"
    )
    letter.fill(mine)
    page.get_by_role("button", name="Save wording").click()
    expect(main(page)).to_contain_text("Your wording is saved.")
    page.get_by_role("button", name="Approve letter").click()
    expect(main(page)).to_contain_text("Approved: the letter is ready to send.")
    expect(main(page)).to_contain_text(HELD)
    look_over(page, "Overdue chaser")

    with page.expect_download() as download:
        page.get_by_role("link", name="download it as text").click()
    assert download.value.suggested_filename == f"{reference}-overdue_chaser.txt"
    assert download.value.path().read_text().strip() == mine.strip()
    page.get_by_label("When did you send it?").fill(today().isoformat())
    page.get_by_role("button", name="Mark as sent").click()
    expect(main(page)).to_contain_text("Recorded as sent.")
    expect(page.locator(".timeline")).to_contain_text("You sent a letter: overdue chaser")
    look_over(page, title)


def test_a_date_that_is_near_is_told_and_the_mail_is_held_until_it_is_discarded(
    campaigner: Page, swept: dict[str, str]
) -> None:
    path, due_on = swept["Near"], calendar().add_working_days(working_days_ago(NEAR), 20)
    open_mail(campaigner, reference_of(path))
    expect(main(campaigner)).not_to_contain_text(reference_of(swept["Early"]))
    expect(main(campaigner)).to_contain_text(f"Reply due: {in_words(due_on)}")
    expect(main(campaigner)).to_contain_text("There is nothing you need to do yet.")
    expect(main(campaigner)).to_contain_text("Held: no mail server is set up")
    campaigner.get_by_role("button", name="Send this e-mail").click()
    expect(main(campaigner)).to_contain_text("No mail server is set up on this installation")
    expect(main(campaigner)).to_contain_text("Held: no mail server is set up")
    campaigner.get_by_role("button", name="Discard it").click()
    expect(main(campaigner)).to_contain_text("The e-mail is discarded.")
    expect(campaigner.get_by_role("button", name="Send this e-mail")).to_have_count(0)
    campaigner.goto(path)
    expect(campaigner.get_by_role("link", name="Read the letter")).to_have_count(0)


def test_nothing_comes_twice(campaigner: Page, stack: Stack, swept: dict[str, str]) -> None:
    sent, dismissed = swept["Sent"], swept["Dismissed"]
    for path in (sent, dismissed):
        campaigner.goto(path)
        campaigner.get_by_role("link", name="Read the letter").first.click()
        campaigner.get_by_role("button", name="Approve letter").click()
        campaigner.get_by_role("button", name="Take approval back").click()
        expect(campaigner.get_by_role("button", name="Approve letter")).to_be_visible()
        if path == dismissed:
            campaigner.get_by_role("button", name="Dismiss this letter").click()
            expect(main(campaigner)).to_contain_text("The letter is dismissed.")
        else:
            campaigner.get_by_role("button", name="Approve letter").click()
            campaigner.get_by_role("button", name="Mark as sent").click()
            expect(main(campaigner)).to_contain_text("Recorded as sent.")
    before = mornings(campaigner)
    sweep(stack)
    assert mornings(campaigner) == before
    for path in (sent, dismissed):
        campaigner.goto(path)
        expect(campaigner.get_by_role("link", name="Read the letter")).to_have_count(0)
