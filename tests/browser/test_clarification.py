"""Point 6: they ask, the clock stops; a letter answers, and it starts afresh with its working shown."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from requests_app.core.dates import in_words
from tests.browser.steps import (
    calendar,
    draft_an_answer,
    log_request,
    main,
    new_title,
    path_of,
    record_their_question,
    working_days_ago,
)
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser

ASKED = "Do you mean state schools only, or all schools?"
ANSWER = "All schools, please: state and independent."


def due(page: Page) -> str:
    """Whose move it is, and by when."""
    return page.locator(".clock-move").inner_text()


def test_a_question_of_theirs_stops_the_clock_and_a_letter_starts_it_afresh(campaigner: Page) -> None:
    page, title = campaigner, new_title("Clarify")
    sent_on, asked_on, answered_on = (working_days_ago(days) for days in (12, 6, 1))
    path = log_request(page, title, sent_on=sent_on)
    assert in_words(calendar().add_working_days(sent_on, 20)) in due(page)

    page.get_by_role("link", name="They asked to clarify").click()
    look_over(page, "They asked you to clarify")
    record_their_question(page, path, on=asked_on, asked=ASKED)
    look_over(page, title, dark=True)
    expect(page.get_by_text("Their move: a reply is due by")).to_have_count(0)
    page.get_by_role("link", name="Answer their question").click()
    expect(page.get_by_role("region", name="What they asked")).to_contain_text(ASKED)
    look_over(page, "Answer their question")

    draft_an_answer(page, path, ANSWER)
    expect(page.get_by_role("textbox", name="The letter")).to_have_value(re.compile(re.escape(ANSWER)))
    look_over(page, "Clarification", dark=True)
    page.get_by_role("button", name="Approve letter").click()
    expect(main(page)).to_contain_text("Approved: the letter is ready to send.")
    look_over(page, "Clarification")
    page.get_by_label("When did you send it?").fill(answered_on.isoformat())
    page.get_by_role("button", name="Mark as sent").click()

    fresh = calendar().add_working_days(answered_on, 20)
    expect(page.locator(".clock-move")).to_have_text(f"Their move: a reply is due by {in_words(fresh)}")
    page.locator(".card-lead summary", has_text="Why this date?").click()
    working = page.locator(".card-lead .why-steps")
    for said in (in_words(answered_on), "s.10(6)", in_words(fresh)):
        expect(working).to_contain_text(said)
    expect(page.locator(".timeline")).to_contain_text(in_words(asked_on))
    look_over(page, title, dark=True)


def test_a_question_that_was_not_needed_stops_nothing(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("Not needed"), sent_on=working_days_ago(12))
    before = due(campaigner)
    campaigner.goto(f"{path}clarification/")
    campaigner.get_by_label("When did they ask?").fill(working_days_ago(6).isoformat())
    campaigner.get_by_label("What did they ask?").fill("Why do you want to know this?")
    campaigner.get_by_role("radio", name="No: for example they ask why you want it").check()
    campaigner.get_by_role("button", name="Record their question").click()
    expect(main(campaigner)).to_contain_text("recorded")
    assert path_of(campaigner) == path
    assert due(campaigner) == before


def test_an_answer_sent_already_is_only_recorded(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("Answered by phone"), sent_on=working_days_ago(12))
    record_their_question(campaigner, path, on=working_days_ago(6), asked=ASKED)
    answered_on = working_days_ago(3)
    campaigner.goto(f"{path}clarification/answer/")
    campaigner.get_by_label("Your answer").fill(ANSWER)
    campaigner.get_by_role("radio", name="Yes: only record it").check()
    campaigner.get_by_label("When did you send it?").fill(answered_on.isoformat())
    campaigner.get_by_role("button", name="Go on").click()
    fresh = calendar().add_working_days(answered_on, 20)
    expect(campaigner.locator(".clock-move")).to_have_text(f"Their move: a reply is due by {in_words(fresh)}")
