"""Putting a request off, choosing what one is told of, stopping a kind of mail, and the dates in a second program."""

from __future__ import annotations

import json
import re
from urllib.request import Request, urlopen

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import log_request, main, new_title, reference_of, today, working_days_ago
from tests.browser.watching import look_over
from tests.stack import Stack

pytestmark = pytest.mark.browser

NEAR = 19  # working days since the request: its reply is due tomorrow


def sweep(stack: Stack) -> dict[str, int]:
    """Do what the clock does in the morning, on this day."""
    counts: dict[str, int] = json.loads(stack.manage("sweep", "--on", today().isoformat(), "--json").stdout)
    return counts


def test_a_request_is_put_off_seen_on_the_first_page_and_woken(either_way: Page, stack: Stack) -> None:
    page = either_way
    sweep(stack)
    title = new_title("Put off")
    path = log_request(page, title, sent_on=working_days_ago(NEAR), authority="Kent Police")
    page.goto(path)
    page.get_by_role("link", name="Remind me later").click()
    look_over(page, "Reminders of this request", dark=True)
    page.get_by_role("button", name="In three weeks").focus()
    page.keyboard.press("Enter")
    expect(main(page)).to_contain_text("Put off until")
    assert sweep(stack)["reminders_queued"] == 0
    page.goto("/")
    item = page.locator(".todo > li").filter(has_text=title).filter(has_text="Until")
    expect(item).to_have_count(1)
    look_over(page, re.compile("."))
    item.get_by_role("button", name="Wake it").click()
    expect(main(page)).to_contain_text("It is awake")
    assert sweep(stack)["reminders_queued"] == 1


def test_a_person_chooses_and_a_kind_is_stopped_from_the_mail_without_signing_in(
    campaigner: Page, visitor: Page, stack: Stack
) -> None:
    path = log_request(campaigner, new_title("Stop"), sent_on=working_days_ago(NEAR), authority="Kent Police")
    campaigner.goto("/profile/")
    campaigner.get_by_role("link", name="What you are told of").click()
    look_over(campaigner, "What you are told of", dark=True)
    campaigner.get_by_label("A date is near, or has passed").select_option("at_once")
    campaigner.get_by_role("button", name="Save").click()
    expect(main(campaigner)).to_contain_text("Saved.")
    assert sweep(stack)["mails_queued"] == 1
    campaigner.goto("/outbox/")
    campaigner.get_by_role("link", name=re.compile(rf", {reference_of(path)}$")).first.click()
    found = re.search(
        r"Stop “A date is near, or has passed”: (\S+)", campaigner.locator(".sheet-text").inner_text()
    )
    assert found
    visitor.goto(found[1])
    look_over(visitor, "Stop these e-mails?")
    visitor.get_by_role("button", name="Stop these e-mails").click()
    expect(main(visitor)).to_contain_text("You get no more e-mail of this kind")
    campaigner.goto("/profile/notices/")
    expect(campaigner.get_by_label("A date is near, or has passed")).to_have_value("never")
    campaigner.get_by_label("A date is near, or has passed").select_option("digest")
    campaigner.get_by_role("button", name="Save").click()


def test_the_dates_stand_in_a_calendar_program_that_knows_the_address_alone(campaigner: Page) -> None:
    path = log_request(
        campaigner, new_title("Calendar"), sent_on=working_days_ago(3), authority="Kent Police"
    )
    campaigner.goto("/profile/calendars/")
    campaigner.get_by_role("button", name="Make an address for All your requests").click()
    look_over(campaigner, "Your dates in your calendar", dark=True)
    address = campaigner.get_by_label("Its address").first.input_value()
    with urlopen(Request(address, headers={"User-Agent": "A calendar program"}), timeout=20) as answer:  # noqa: S310
        calendar = icalendar.Calendar.from_ical(answer.read())
    found = [event for event in calendar.walk("VEVENT") if reference_of(path) in event["summary"]]
    assert [str(event["summary"]).partition(":")[0] for event in found] == ["Reply due"]
    assert all(event.walk("VALARM") for event in found)
    campaigner.get_by_role("button", name=re.compile("^End it")).first.click()
    expect(main(campaigner)).to_contain_text("The address shows nothing any more.")
