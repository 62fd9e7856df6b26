"""The public calculator in the browser: from the menu to a date, events one at a time, a link, a calendar file."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import icalendar
import pytest
from playwright.sync_api import Locator, Page, expect

from requests_app.core.dates import in_words
from tests.browser.conftest import CAMPAIGNER
from tests.browser.steps import calendar, main, working_days_ago
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser

TITLE = "When is the reply due?"
PLAIN = "/clock/?kind=police_ew&on=2026-03-02"
IN_VIEW = (
    "(one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def anybody(request: pytest.FixtureRequest, page_of: Callable[..., Page]) -> Page:
    """A visitor's page, once with JavaScript and once without."""
    return page_of(java_script_enabled=request.param)


def answer(page: Page) -> Locator:
    """The card with the date."""
    return page.locator(".card-lead")


def work_out(page: Page) -> None:
    page.locator(".clock-actions").get_by_role("button", name="Work out the dates").click()


def add_event(page: Page, what: str, on: date) -> None:
    """Choose an event, add it, and fill in its day."""
    page.get_by_label("Event", exact=True).select_option(label=what)
    page.get_by_role("button", name="Add this event").click()
    row = page.get_by_role("group", name=what).last
    row.get_by_label(re.compile("Which day|When did it get|What day is on it|When was")).first.fill(
        on.isoformat()
    )


def test_a_visitor_finds_it_in_the_menu_and_gets_the_date_and_why(anybody: Page) -> None:
    received = working_days_ago(3)
    due = calendar().add_working_days(received, 20)
    anybody.goto("/")
    anybody.get_by_role("navigation", name="Main").get_by_role("link", name="Clock").click()
    anybody.get_by_label("What kind of authority?").select_option(label="Council")
    anybody.get_by_label("Which day?").fill(received.isoformat())
    work_out(anybody)
    expect(answer(anybody)).to_contain_text(in_words(due))
    expect(answer(anybody)).to_contain_text("The authority’s move")
    expect(answer(anybody).get_by_text("the next working day is day 1")).to_be_visible()
    expect(anybody).to_have_title(re.compile(f"^Reply due {in_words(due)}"))
    assert parse_qs(urlsplit(anybody.url).query)["on"] == [received.isoformat()]


def test_events_are_added_one_at_a_time_and_removed_again(anybody: Page) -> None:
    anybody.goto(PLAIN)
    add_event(anybody, "The authority asked for clarification", date(2026, 3, 10))
    work_out(anybody)
    expect(answer(anybody)).to_contain_text("the clock is stopped")
    add_event(anybody, "The clarification was answered", date(2026, 3, 21))
    work_out(anybody)
    expect(answer(anybody)).to_contain_text("Tue 21 Apr 2026")
    anybody.get_by_role("button", name="Remove event 2").click()
    expect(answer(anybody)).to_contain_text("the clock is stopped")
    anybody.get_by_role("button", name="Remove event 1").click()
    expect(answer(anybody)).to_contain_text("Tue 31 Mar 2026")


def test_on_a_small_screen_the_added_event_is_in_view(page_of: Callable[..., Page]) -> None:
    page = page_of(viewport={"width": 390, "height": 844})
    page.goto(PLAIN)
    page.get_by_role("link", name="Change the facts").click()
    page.get_by_label("Event", exact=True).select_option(label="Refusal")
    page.get_by_role("button", name="Add this event").click()
    day = page.get_by_role("group", name="Refusal").get_by_label("What day is on it?")
    expect(day).to_be_visible()
    assert day.evaluate(IN_VIEW)


def test_the_enter_key_works_the_dates_out_and_removes_nothing(anybody: Page) -> None:
    anybody.goto(f"{PLAIN}&e1-what=refusal&e1-on=2026-03-31")
    anybody.get_by_label("A name for it").fill("Schools")
    anybody.get_by_label("A name for it").press("Enter")
    expect(answer(anybody)).to_contain_text("Ask for a review by")
    assert parse_qs(urlsplit(anybody.url).query)["name"] == ["Schools"]


def test_a_school_is_asked_for_its_closed_days_and_then_has_one_date(anybody: Page) -> None:
    anybody.goto("/clock/?kind=academy&on=2026-07-14")
    expect(answer(anybody)).to_contain_text("Wed 12 Aug 2026 to Thu 8 Oct 2026")
    anybody.get_by_label("When is the school closed?").fill("22/7/2026 - 2/9/2026")
    work_out(anybody)
    expect(answer(anybody)).to_contain_text("Wed 23 Sep 2026")


def test_the_link_opens_the_same_answer_for_somebody_else(
    visitor: Page, page_of: Callable[..., Page]
) -> None:
    visitor.goto(f"{PLAIN}&e1-what=refusal&e1-on=2026-03-31")
    link = visitor.get_by_role("link", name="Link to this answer").get_attribute("href")
    colleague = page_of(CAMPAIGNER)
    colleague.goto(str(link))
    assert answer(colleague).inner_text() == answer(visitor).inner_text()
    expect(
        colleague.get_by_role("navigation", name="Main").get_by_role("link", name="Clock")
    ).to_have_attribute("aria-current", "page")


def test_the_calendar_file_is_one_a_calendar_reads(visitor: Page, tmp_path: Path) -> None:
    visitor.goto(f"{PLAIN}&name=Schools, %26 more")
    with visitor.expect_download() as started:
        visitor.get_by_role("link", name="Calendar file").click()
    file = tmp_path / "dates.ics"
    started.value.save_as(file)
    assert started.value.suggested_filename == "foi-dates.ics"
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert {str(event["summary"]): event["dtstart"].dt for event in events}[
        "Schools, & more: Reply due"
    ] == date(2026, 3, 31)


def test_a_contradiction_is_told_with_the_focus_and_leads_to_its_event(visitor: Page) -> None:
    visitor.goto(f"{PLAIN}&e1-what=review_outcome&e1-on=2026-03-31")
    summary = visitor.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("“Outcome of the review” on Tue 31 Mar 2026 can't happen")
    summary.get_by_role("link").click()
    expect(visitor.locator("[name=e1-on]")).to_be_focused()
    expect(visitor.locator("[name=e1-on]")).to_have_value("2026-03-31")


def test_a_day_that_is_none_is_kept_as_it_was_typed(visitor: Page) -> None:
    visitor.goto("/clock/?kind=council&on=31/2/2026")
    expect(visitor.get_by_label("Which day?")).to_have_value("31/2/2026")
    expect(main(visitor)).to_contain_text("Type it as 6/12/2022 or 2022-12-06.")


@pytest.mark.parametrize(
    "path",
    [
        "/clock/",
        f"{PLAIN}&today=2026-03-10",
        f"{PLAIN}&today=2026-05-29&e1-what=refusal&e1-on=2026-03-31",
        "/clock/?kind=school_maintained&on=2026-07-14&today=2026-07-20",
        "/clock/?kind=council_scot&on=2026-03-08&how=post&next=internal_review_requested",
        "/clock/?kind=council&law=sar&on=2026-03-02&today=2026-04-10",
        "/clock/?kind=council&on=31/2/2026&e1-what=nothing&e1-on=2026-03-31",
        "/clock/?kind=council&on=2012-03-02",
        "/clock/?kind=police_ew&e1-what=ico_decision_notice&e1-on=2026-11-27",
    ],
)
def test_every_form_of_the_page_is_for_everybody(visitor: Page, path: str) -> None:
    visitor.goto(path)
    look_over(visitor, TITLE, dark=True)
