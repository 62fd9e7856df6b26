"""What else happens, in the browser: chosen and recorded, corrected or struck, tried out; the line of the process, and why each date."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from requests_app.core.dates import in_words, short
from tests.browser.steps import calendar, log_request, main, new_title, today, working_days_ago
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser


def move(page: Page) -> Locator:
    """Whose move it is, and by when."""
    return page.locator(".clock-move")


def timeline(page: Page, what: str) -> Locator:
    """One entry of the history."""
    return page.locator(".timeline > li").filter(has=page.get_by_text(what, exact=True))


def record(page: Page, path: str, what: str, on: date) -> None:
    """Choose what happened, and record it on its day; ends on the request's page."""
    page.goto(f"{path}events/")
    page.get_by_role("link", name=what, exact=True).click()
    page.get_by_label(re.compile("^(Which day|When) was it")).fill(on.isoformat())
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded: ")


def test_a_fee_is_recorded_with_its_page_and_pauses_the_clock_until_it_is_paid(either_way: Page) -> None:
    page, title = either_way, new_title("A fee")
    sent_on, asked_on, paid_on = (working_days_ago(days) for days in (8, 5, 3))
    path = log_request(page, title, sent_on=sent_on)
    page.get_by_role("link", name="Something else happened").click()
    look_over(page, "What happened?")
    page.get_by_role("link", name="They asked for a fee", exact=True).click()
    page.get_by_label("Which day was it?").fill(asked_on.isoformat())
    page.get_by_role("button", name="Record it").click()
    expect(move(page)).to_have_text("Your move: they asked for a fee")
    expect(page.locator(".clock-distance")).to_contain_text("It can be paid until")
    record(page, path, "You paid the fee", paid_on)
    expect(move(page)).to_contain_text(in_words(calendar().add_working_days(sent_on, 23)))


def test_an_exemption_that_is_none_is_told_beside_its_field_and_what_was_typed_stays(
    campaigner: Page,
) -> None:
    page = campaigner
    path = log_request(page, new_title("Extended"), sent_on=working_days_ago(12))
    page.goto(f"{path}events/pit_extension/new/")
    named = page.get_by_label("Which exemptions does the notice name?")
    page.get_by_label("Which day was it?").fill(working_days_ago(2).isoformat())
    named.fill("because")
    page.get_by_label("What was written or said").fill("We need longer.")
    page.get_by_role("button", name="Record it").click()
    expect(page.locator("[data-error-summary]")).to_contain_text("names no section")
    expect(page.get_by_label("What was written or said")).to_have_value("We need longer.")
    look_over(page, "They need longer to weigh the public interest")
    named.fill("s31")
    page.get_by_role("button", name="Record it").click()
    expect(timeline(page, "They extended the time to weigh the public interest")).to_be_visible()


def test_what_contradicts_the_record_is_refused_in_the_words_of_the_page(campaigner: Page) -> None:
    page, on = campaigner, working_days_ago(2)
    path = log_request(page, new_title("Contradiction"), sent_on=working_days_ago(12))
    page.goto(f"{path}events/review_outcome/new/")
    page.get_by_label("Which day was it?").fill(on.isoformat())
    page.get_by_role("button", name="Record it").click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_contain_text(
        f"“They told you the outcome of the review” on {in_words(on)} can't happen"
    )
    expect(summary).to_contain_text("“Internal review running”")
    look_over(page, "They told you the outcome of the review")


def test_a_wrong_day_is_replaced_and_the_old_one_stays_in_the_history(either_way: Page) -> None:
    page, title = either_way, new_title("Wrong day")
    wrong, right = working_days_ago(9), working_days_ago(11)
    log_request(page, title, sent_on=wrong)
    timeline(page, "Request sent by e-mail").get_by_role("link", name="Correct").click()
    look_over(page, "Correct this entry")
    expect(main(page)).to_contain_text(f"“Request sent by e-mail”, {in_words(wrong)}")
    page.get_by_label("Which day was it?").fill(right.isoformat())
    page.get_by_label("Why do you correct it?").fill("I misread the header")
    page.get_by_role("button", name="Correct the day").click()
    expect(move(page)).to_contain_text(in_words(calendar().add_working_days(right, 20)))
    history = page.locator(".timeline")
    expect(history.locator(".is-void")).to_contain_text(in_words(wrong))
    expect(history).to_contain_text("I misread the header")
    expect(history).to_contain_text(f"moved from {in_words(calendar().add_working_days(wrong, 20))}")
    look_over(page, title)


def test_what_never_happened_is_struck_and_the_clock_runs_as_before(campaigner: Page) -> None:
    page, title = campaigner, new_title("Struck")
    path = log_request(page, title, sent_on=working_days_ago(8))
    before = move(page).inner_text()
    record(page, path, "They asked for a fee", working_days_ago(5))
    timeline(page, "They asked for a fee").get_by_role("link", name="Correct").click()
    page.get_by_role("button", name="It never happened").click()
    expect(move(page)).to_have_text(before)
    expect(page.locator(".timeline .is-void")).to_contain_text("They asked for a fee")
    expect(page.locator(".timeline")).to_contain_text("Struck: “They asked for a fee”")


def test_a_correction_that_contradicts_the_record_is_refused_and_nothing_changes(campaigner: Page) -> None:
    page = campaigner
    path = log_request(page, new_title("Backwards"), sent_on=working_days_ago(8))
    record(page, path, "They asked for a fee", working_days_ago(5))
    record(page, path, "You paid the fee", working_days_ago(3))
    timeline(page, "They asked for a fee").get_by_role("link", name="Correct").click()
    page.get_by_role("button", name="It never happened").click()
    expect(page.locator("[data-error-summary]")).to_contain_text("“You paid the fee” on")
    look_over(page, "Correct this entry")


def test_a_day_is_tried_out_and_nothing_is_saved(either_way: Page) -> None:
    page, title = either_way, new_title("What if")
    sent_on = working_days_ago(10)
    due = calendar().add_working_days(sent_on, 20)
    path = log_request(page, title, sent_on=sent_on)
    page.get_by_role("link", name="What if they reply on a certain day?").click()
    for on, said in ((due, "in time"), (calendar().add_working_days(due, 3), "3 working days late")):
        page.get_by_label("What if they reply on").fill(on.isoformat())
        page.get_by_role("button", name="Try this day").click()
        answer = page.locator(".card-lead")
        expect(answer).to_contain_text(f"That would be {said}: the reply is due by {in_words(due)}.")
        expect(answer).to_contain_text(in_words(calendar().add_working_days(on, 40)))
    look_over(page, "What if they reply?", dark=True)
    page.goto(path)
    expect(move(page)).to_contain_text(in_words(due))
    expect(page.locator(".timeline > li")).to_have_count(1)


def test_a_day_on_which_nobody_can_reply_is_refused_in_a_sentence(campaigner: Page) -> None:
    page = campaigner
    path = log_request(page, new_title("Too early"), sent_on=working_days_ago(10))
    page.goto(f"{path}what-if/?on={working_days_ago(12).isoformat()}")
    expect(page.locator("[data-error-summary]")).to_contain_text(
        "comes before the request was sent or received"
    )
    look_over(page, "What if they reply?")


def test_the_line_shows_how_far_a_request_has_come_and_every_date_says_why(campaigner: Page) -> None:
    page, title = campaigner, new_title("The way")
    sent_on = working_days_ago(30)
    path = log_request(page, title, sent_on=sent_on)
    line = page.get_by_role("list", name="How far this request has come")
    due = calendar().add_working_days(sent_on, 20)
    expect(line.locator("[aria-current=step]")).to_have_text(re.compile(rf"Reply\s+due {short(due)}"))
    record(page, path, "You complained to the ICO", today() - timedelta(days=1))
    expect(line.locator("[aria-current=step]")).to_have_text(re.compile(r"Regulator\s+since"))
    record(page, path, "The ICO opened a case", today())
    dates = page.locator(".dates > li")
    expect(dates.filter(has_text="Reply the regulator usually asks for")).to_be_visible()
    for place in range(dates.count()):
        dates.nth(place).get_by_text("Why this date?").click()
        expect(dates.nth(place).locator(".why-steps > li").first).to_be_visible()
    look_over(page, title)


def test_a_refused_request_says_until_when_a_review_can_be_asked_for(campaigner: Page) -> None:
    page = campaigner
    page.goto("/requests/?q=Northumbria")
    main(page).get_by_role("link", name=re.compile("^Officers in schools")).first.click()
    expect(page.locator(".clock-distance")).to_contain_text("You can ask for an internal review until ")
    expect(page.locator(".clock-note")).to_contain_text("and came in time.")
