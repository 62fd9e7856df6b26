"""The review of a reply: both sides and the ways between them, words chosen, work kept, two people, every kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import letters
from tests.browser.conftest import CAMPAIGNER
from tests.browser.shots import sign_in
from tests.browser.steps import (
    heading,
    log_request,
    main,
    new_title,
    put_in_reply,
    question,
    reference_of,
)
from tests.browser.watching import look_over
from tests.stack import Stack

pytestmark = pytest.mark.browser

SENT_ON, CAME_ON = date(2025, 5, 2), date(2025, 6, 12)
TITLE = "Is this what they said?"
SECOND_EDITOR = """
from requests_app.models import FoiRequest
from requests_app.models.campaign import Role
from requests_app.usecases.campaigns import join
from requests_app.usecases.seed import add_demo_person
user, made = add_demo_person(email="kim@example.org", name="Kim Lowe", password="{password}")
join(campaign=FoiRequest.objects.get(number={number}).campaign, user=user, role=Role.EDITOR)
"""
PASSWORD = "a-second-pair-of-eyes"


def reviewed(page: Page, about: str, letter: str, reply: str) -> str:
    """A request with a reply put in, its review open. Returns the path of the request."""
    path = log_request(page, new_title(about), sent_on=SENT_ON, letter=letter)
    put_in_reply(page, path, received_on=CAME_ON, text=reply)
    return path


def mark(page: Page, words: str) -> Locator:
    """The innermost passage of the letter that holds these words."""
    return page.locator("#letter-text mark").filter(has_text=words).last


def asked(page: Page, number: str) -> Locator:
    """What the reading says to one question."""
    return page.get_by_role("group", name=f"Question {number}", exact=True)


def saved(page: Page) -> None:
    """Wait until what was entered is kept."""
    expect(page.locator("[data-review]")).not_to_have_attribute("data-unsaved", "")
    expect(page.locator("[data-saved]")).to_contain_text("Saved at")


def test_a_police_letter_shows_its_findings_on_both_sides(campaigner: Page) -> None:
    page = campaigner
    reviewed(page, "Police letter", letters.POLICE_REQUEST, letters.POLICE_REPLY)
    expect(page.get_by_label("Their reference")).to_have_value("1187/25")
    expect(mark(page, "1187/25")).to_contain_text("Reference")
    expect(page.get_by_role("table", name="Table 1").locator("tbody tr")).to_have_count(3)
    expect(page.get_by_text("Totals do not agree")).to_be_visible()
    look_over(page, TITLE, dark=True)

    mark(page, "1187/25").get_by_role("link").click()
    expect(page.get_by_label("Their reference")).to_be_focused()
    expect(mark(page, "1187/25")).to_have_class(re.compile("is-current"))
    page.locator("#r-reference .places").get_by_role("link").click()
    expect(mark(page, "1187/25")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("mark:focus")).to_contain_text("3 June 2025")
    page.keyboard.press("1")
    expect(page.locator("#f-1")).to_be_focused()
    asked(page, "2").get_by_label("Outcome").focus()
    expect(page.locator("#letter-text mark.is-current").first).to_be_in_viewport()


def test_a_council_thread_folds_what_is_quoted_and_is_confirmed_at_once(campaigner: Page) -> None:
    page = campaigner
    path = reviewed(page, "Council thread", letters.COUNCIL_REQUEST, letters.COUNCIL_REPLY)
    quoted = page.locator("details.apart").filter(has_text="Original Message")
    expect(quoted).not_to_have_attribute("open", "")
    quoted.get_by_text("Quoted letter").click()
    expect(quoted).to_have_attribute("open", "")
    look_over(page, TITLE)
    page.get_by_role("button", name="Confirm all").click()
    expect(main(page)).to_contain_text("Confirmed.")
    assert page.url.endswith(path)
    expect(question(page, "1").locator(".question-outcome")).to_have_text("Disclosed")
    expect(question(page, "2").locator(".question-outcome")).to_have_text("Not held")


def test_a_refusal_is_held_against_what_it_has_to_say(campaigner: Page) -> None:
    page = campaigner
    reviewed(page, "Refused", letters.REFUSAL_REQUEST, letters.REFUSAL_REPLY)
    expect(page.get_by_label("What is it?")).to_have_value("refusal")
    checklist = page.locator("#r-notice")
    expect(checklist).to_contain_text("possible grounds for a review")
    missing = checklist.get_by_role("listitem").filter(has_text="Missing").filter(has_text="review")
    expect(missing.first).to_contain_text("s.17(7)")
    expect(page.locator("#r-cost")).to_contain_text("140")
    expect(page.locator("#r-assistance")).to_contain_text("e-mails of one month")
    expect(page.locator("#r-rights")).to_contain_text("not stated")
    look_over(page, TITLE, dark=True)
    checklist.get_by_role("link").first.click()
    expect(page.locator("#letter-text mark:focus")).to_be_in_viewport()


def test_an_acknowledgement_asks_nothing_about_questions_until_it_is_said_to_be_a_reply(
    campaigner: Page,
) -> None:
    page = campaigner
    reviewed(page, "Acknowledged", letters.COUNCIL_REQUEST, letters.ACKNOWLEDGEMENT)
    expect(page.get_by_label("What is it?")).to_have_value("acknowledgement")
    expect(asked(page, "1")).to_be_hidden()
    expect(page.get_by_label("By when do they promise the answer?")).to_have_value("2025-06-04")
    look_over(page, TITLE)
    page.get_by_label("What is it?").select_option("reply")
    expect(asked(page, "1")).to_be_visible()
    expect(page.get_by_label("By when do they promise the answer?")).to_be_hidden()


def test_the_keys_choose_words_and_confirm(campaigner: Page) -> None:
    page = campaigner
    reviewed(page, "Keys", letters.COUNCIL_REQUEST, letters.COUNCIL_REPLY)
    page.locator(".desk-letter").focus()
    page.keyboard.press("c")
    picker = page.get_by_role("spinbutton", name="Chosen words")
    expect(picker).to_be_focused()
    for _ in range(40):
        if str(picker.get_attribute("aria-valuetext")).startswith("The council does not hold"):
            break
        page.keyboard.press("ArrowDown")
    expect(picker).to_have_attribute("aria-valuetext", "The council does not hold this information.")
    page.keyboard.press("Shift+ArrowDown")
    expect(picker).to_have_attribute("aria-valuetext", re.compile("employs the officers.$"))
    look_over(page, TITLE)
    page.get_by_role("button", name="Answer to 1", exact=True).press("Enter")
    first = asked(page, "1").get_by_label("What they said")
    expect(first).to_have_value(re.compile("^The council does not hold this information. You may wish"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Choose words with the keyboard")).to_be_focused()
    first.focus()
    page.keyboard.press("Control+Enter")
    expect(main(page)).to_contain_text("Confirmed.")
    expect(question(page, "1").locator(".answer-said")).to_contain_text("does not hold this information")


def test_words_chosen_with_the_pointer_become_a_value_where_they_fit(campaigner: Page) -> None:
    page = campaigner
    reviewed(page, "Pointer", letters.POLICE_REQUEST, letters.POLICE_REPLY)
    page.get_by_label("Which date is on it?").fill("")
    mark(page, "3 June 2025").select_text()
    page.get_by_role("button", name="Date on it").click()
    expect(page.get_by_label("Which date is on it?")).to_have_value("2025-06-03")
    start = letters.POLICE_REPLY.strip().index("Date: 3 June 2025")
    expect(page.locator("[name=spans]")).to_have_value(f'{{"issued_on":[{start},{start + 17}]}}')
    saved(page)


def test_without_javascript_the_kind_is_asked_for_and_work_waits(page_of: Callable[..., Page]) -> None:
    page = page_of(CAMPAIGNER, java_script_enabled=False)
    path = reviewed(page, "No script", letters.COUNCIL_REQUEST, letters.ACKNOWLEDGEMENT)
    page.get_by_label("What is it?").select_option("clarification_question")
    page.get_by_role("button", name="Show what this kind says").click()
    page.get_by_label("What do they ask?").fill("Which year?")
    page.get_by_role("button", name="Save and come back later").last.click()
    expect(main(page)).to_contain_text("Saved.")
    page.goto(path)
    page.get_by_role("link", name="Check the reading").first.click()
    expect(main(page)).to_contain_text("is here again")
    expect(page.get_by_label("What do they ask?")).to_have_value("Which year?")
    look_over(page, TITLE)
    page.get_by_role("button", name="Start afresh").click()
    expect(page.get_by_label("What is it?")).to_have_value("acknowledgement")


def test_what_was_entered_survives_a_reload(campaigner: Page) -> None:
    page = campaigner
    reviewed(page, "Reload", letters.POLICE_REQUEST, letters.POLICE_REPLY)
    asked(page, "1").get_by_label("Outcome").select_option(label="Disclosed in part")
    asked(page, "1").get_by_label("What you noticed").fill("2024/25 does not add up.")
    page.get_by_role("checkbox", name="This is not a table").last.check()
    saved(page)
    page.reload()
    expect(main(page)).to_contain_text("is here again")
    expect(asked(page, "1").get_by_label("Outcome")).to_have_value("disclosed in part")
    expect(asked(page, "1").get_by_label("What you noticed")).to_have_value("2024/25 does not add up.")
    expect(page.get_by_role("checkbox", name="This is not a table").last).to_be_checked()
    expect(asked(page, "2").get_by_label("Outcome")).not_to_have_value("unanswered")


def test_two_people_at_one_reply_are_told_and_lose_nothing(
    campaigner: Page, page_of: Callable[..., Page], stack: Stack
) -> None:
    path = reviewed(campaigner, "Two", letters.COUNCIL_REQUEST, letters.COUNCIL_REPLY)
    review = campaigner.url
    number = str(int(reference_of(path).removeprefix("FT-")))
    stack.manage("shell", "-c", SECOND_EDITOR.format(password=PASSWORD, number=number))
    other = page_of()
    sign_in(other, stack.base_url, "kim@example.org", PASSWORD)
    other.goto(review)
    expect(main(other)).to_contain_text("has this reply open too")
    asked(other, "1").get_by_label("What you noticed").fill("Kim saw this.")
    campaigner.reload()
    expect(main(campaigner)).to_contain_text("Kim Lowe")
    campaigner.get_by_role("button", name="Confirm all").click()
    expect(main(campaigner)).to_contain_text("Confirmed.")

    other.get_by_role("button", name="Confirm all").click()
    expect(main(other)).to_contain_text("confirmed already")
    expect(asked(other, "1").get_by_label("What you noticed")).to_have_value("Kim saw this.")
    other.goto(review)
    expect(heading(other, TITLE)).to_be_visible()
    expect(main(other)).to_contain_text("has confirmed this reading")
    expect(asked(other, "1").get_by_label("What you noticed")).to_have_value("Kim saw this.")
    expect(other.get_by_role("button", name="Confirm all")).to_have_count(0)
    look_over(other, TITLE)
