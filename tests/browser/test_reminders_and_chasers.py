"""Point 7: the sweep tells of a date near or passed and drafts a chaser; a person edits, approves and sends it."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from requests_app.core.dates import in_words
from tests.browser.steps import (
    calendar,
    log_request,
    main,
    new_title,
    reference_of,
    today,
    working_days_ago,
)
from tests.browser.watching import look_over
from tests.stack import Stack

pytestmark = pytest.mark.browser

HELD = "Nothing is sent from this installation."


def sweep(stack: Stack) -> dict[str, object]:
    """Do what the clock does in the morning, on this day."""
    counts: dict[str, object] = json.loads(
        stack.manage("sweep", "--on", today().isoformat(), "--json").stdout
    )
    return counts


def open_mail(page: Page, reference: str) -> None:
    """Open the newest mail about a request."""
    page.goto("/outbox/")
    page.get_by_role("link", name=re.compile(rf": .*, {reference}$")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(reference)


def mails(page: Page, path: str) -> int:
    """How many mails the outbox has about a request, on its first page."""
    page.goto("/outbox/")
    return page.get_by_role("link", name=re.compile(rf", {reference_of(path)}$")).count()


def test_a_passed_date_is_told_and_the_chaser_goes_by_a_persons_hand(either_way: Page, stack: Stack) -> None:
    page, title, sent_on = either_way, new_title("Overdue"), working_days_ago(23)
    due_on = calendar().add_working_days(sent_on, 20)
    path = log_request(page, title, sent_on=sent_on, authority="Kent Police")
    reference = reference_of(path)
    expect(main(page)).to_contain_text("Your move: the reply is overdue")
    sweep(stack)

    page.goto("/outbox/")
    expect(main(page)).to_contain_text(HELD)
    look_over(page, "Outbox", dark=True)
    open_mail(page, reference)
    expect(main(page)).to_contain_text(f"passed on {in_words(due_on)}")
    expect(main(page)).to_contain_text("a short chaser is drafted for you to read and approve")
    expect(page.locator(".sheet-text")).to_contain_text(f"{stack.base_url}{path}")
    look_over(page, reference)

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
    campaigner: Page, stack: Stack
) -> None:
    early = log_request(campaigner, new_title("Early"), sent_on=working_days_ago(3))
    sent_on = working_days_ago(19)
    path = log_request(campaigner, new_title("Near"), sent_on=sent_on)
    sweep(stack)
    assert mails(campaigner, early) == 0
    open_mail(campaigner, reference_of(path))
    due_on = calendar().add_working_days(sent_on, 20)
    expect(main(campaigner)).to_contain_text(f"Reply due: {in_words(due_on)}")
    expect(main(campaigner)).to_contain_text("There is nothing you need to do yet.")
    expect(main(campaigner)).to_contain_text("Held: no mail server is set up")
    campaigner.get_by_role("button", name="Send this e-mail").click()
    expect(main(campaigner)).to_contain_text("No mail server is set up on this installation")
    expect(main(campaigner)).to_contain_text("Held: no mail server is set up")
    campaigner.get_by_role("button", name="Discard it").click()
    expect(main(campaigner)).to_contain_text("The e-mail is discarded.")
    expect(campaigner.get_by_role("button", name="Send this e-mail")).to_have_count(0)
    campaigner.get_by_role("link", name=f"Open {reference_of(path)}").click()
    expect(campaigner.get_by_role("link", name="Read the letter")).to_have_count(0)


def test_nothing_comes_twice(campaigner: Page, stack: Stack) -> None:
    sent, dismissed = (
        log_request(campaigner, new_title(name), sent_on=working_days_ago(23))
        for name in ("Sent", "Dismissed")
    )
    sweep(stack)
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
    assert set(sweep(stack).values()) == {0, today().isoformat()}
    for path in (sent, dismissed):
        assert mails(campaigner, path) == 1
        campaigner.goto(path)
        expect(campaigner.get_by_role("link", name="Read the letter")).to_have_count(0)
