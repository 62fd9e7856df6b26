"""Bad input in the browser: a sentence that says what to do, what was typed is kept, and nothing is changed."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.steps import (
    LETTER,
    REPLY,
    draft_an_answer,
    fill_composer,
    fill_request,
    heading,
    log_request,
    main,
    new_title,
    path_of,
    put_in_reply,
    record_their_question,
    today,
    working_days_ago,
)
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser

PICTURE = b"\x00\x89" + bytes(range(256)) * 20


def told(page: Page, sentence: str, *, field: str = "") -> None:
    """Assert that the summary has the focus and says it, and that its link leads to the field it names."""
    summary = page.locator("[data-error-summary]")
    expect(summary).to_contain_text(sentence)
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    if field:
        summary.get_by_role("link").first.click()
        expect(page.locator(f"[name={field}]").first).to_be_focused()
        expect(page.locator(f"[name={field}]").first).to_have_attribute("aria-invalid", "true")


def log_badly(page: Page, title: str, *, letter: str, sent_on: date) -> None:
    """Send the form that logs a request."""
    page.goto("/requests/new/log/")
    fill_request(page, title=title, letter=letter)
    page.get_by_label("When was it sent?").fill(sent_on.isoformat())
    page.get_by_role("button", name="Log request").click()


def nothing_is_called(page: Page, title: str) -> None:
    """Assert that no request of this title was made."""
    page.goto(f"/requests/?q={title}")
    expect(main(page)).to_contain_text("No request matches.")


def test_an_empty_letter_is_told_and_the_rest_is_kept(either_way: Page) -> None:
    title = new_title("No letter")
    log_badly(either_way, title, letter="   \n ", sent_on=working_days_ago(2))
    told(either_way, "the letter is empty. Paste or type its words.", field="letter")
    expect(either_way.get_by_label("What is it about?")).to_have_value(title)
    expect(either_way.get_by_label("Which authority?")).to_have_value("Met")
    look_over(either_way, "Log a request already sent", dark=True)
    nothing_is_called(either_way, title)


@pytest.mark.parametrize(
    ("sent_on", "sentence"),
    [
        (today() + timedelta(days=3), "which is still to come. Give the day it happened."),
        (date(2004, 12, 31), "the right to information began on Sat 1 Jan 2005. Check the year."),
    ],
    ids=["a future day", "a day before the Act"],
)
def test_a_day_that_cannot_be_is_told_and_the_letter_is_kept(
    campaigner: Page, sent_on: date, sentence: str
) -> None:
    title = new_title("Wrong day")
    log_badly(campaigner, title, letter=LETTER, sent_on=sent_on)
    told(campaigner, sentence, field="sent_on")
    expect(campaigner.get_by_role("textbox", name="The letter")).to_have_value(LETTER)
    expect(campaigner.get_by_label("When was it sent?")).to_have_value(sent_on.isoformat())
    nothing_is_called(campaigner, title)


def test_an_authority_nobody_knows_is_told(campaigner: Page) -> None:
    campaigner.goto("/requests/new/write/")
    fill_composer(campaigner, title="Whoever", authority="Ministry of Silly Walks", questions=["How many?"])
    campaigner.get_by_role("button", name="Save request").first.click()
    told(campaigner, "No authority in the list is called “Ministry of Silly Walks”", field="authority")
    expect(campaigner.get_by_label("Which authority?")).to_have_value("Ministry of Silly Walks")


def test_a_reply_before_its_request_is_told_and_its_text_is_kept(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("Too early"), sent_on=working_days_ago(4))
    campaigner.goto(f"{path}reply/")
    campaigner.get_by_label("When did you get it?").fill(working_days_ago(6).isoformat())
    campaigner.get_by_role("textbox", name="The reply").fill(REPLY)
    campaigner.get_by_role("button", name="Read the reply").click()
    told(campaigner, "would be before the request was sent", field="received_on")
    expect(campaigner.get_by_role("textbox", name="The reply")).to_have_value(REPLY)
    look_over(campaigner, "Record a reply")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("scan.txt", "is not text, whatever its name says"),
        ("setup.exe", "is of a kind that can't be read here"),
    ],
)
def test_a_reply_that_is_no_text_is_told(campaigner: Page, name: str, sentence: str) -> None:
    path = log_request(campaigner, new_title("A picture"), sent_on=working_days_ago(4))
    campaigner.goto(f"{path}reply/")
    upload: FilePayload = {"name": name, "mimeType": "text/plain", "buffer": PICTURE}
    campaigner.get_by_label("Or upload the files").set_input_files(upload)
    campaigner.get_by_role("button", name="Read the reply").click()
    told(campaigner, sentence, field="file")


def test_an_empty_reply_is_told(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("Empty reply"), sent_on=working_days_ago(4))
    campaigner.goto(f"{path}reply/")
    campaigner.get_by_role("button", name="Read the reply").click()
    told(campaigner, "paste the reply, or choose its files.", field="text")


def test_the_same_reply_twice_is_told(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("Twice"), sent_on=working_days_ago(4))
    put_in_reply(campaigner, path)
    campaigner.goto(f"{path}reply/")
    campaigner.get_by_role("textbox", name="The reply").fill(REPLY)
    campaigner.get_by_role("button", name="Read the reply").click()
    told(campaigner, "this very reply is already in the record.", field="text")


def test_the_second_of_two_tabs_to_confirm_a_reading_is_told_and_changes_nothing(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("Two tabs"), sent_on=working_days_ago(6))
    reading = put_in_reply(campaigner, path, received_on=working_days_ago(1))
    second = campaigner.context.new_page()
    second.goto(reading)
    note = second.get_by_role("group", name="Question 1", exact=True).get_by_label("What you noticed")
    note.fill("Only in the second tab.")

    campaigner.get_by_role("button", name="Confirm reading").click()
    expect(main(campaigner)).to_contain_text("Confirmed.")
    happened = campaigner.locator(".timeline > li").count()
    second.get_by_role("button", name="Confirm reading").click()
    told(second, "This reply has been confirmed already, in another tab or by somebody else.")
    expect(note).to_have_value("Only in the second tab.")
    campaigner.reload()
    expect(main(campaigner)).not_to_contain_text("Only in the second tab.")
    expect(campaigner.locator(".timeline > li")).to_have_count(happened)

    second.goto(reading)
    expect(main(second)).to_contain_text("This reply has been confirmed.")


def test_the_later_of_two_tabs_to_edit_a_letter_is_told_and_keeps_its_words(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("Two editors"), sent_on=working_days_ago(9))
    record_their_question(campaigner, path, on=working_days_ago(4), asked="Which schools?")
    letter = draft_an_answer(campaigner, path, "All of them.")
    later = campaigner.context.new_page()
    later.goto(letter)
    words = later.get_by_role("textbox", name="The letter")
    words.fill("The words of the later tab.")

    campaigner.get_by_role("textbox", name="The letter").fill("The words of the first tab.")
    campaigner.get_by_role("button", name="Save wording").click()
    expect(main(campaigner)).to_contain_text("Your wording is saved.")
    later.get_by_role("button", name="Save wording").click()
    told(later, "Somebody changed this letter while you had it open.")
    expect(words).to_have_value("The words of the later tab.")
    expect(later.get_by_role("heading", name="The letter as it is now")).to_be_visible()
    expect(later.get_by_role("article").first).to_contain_text("The words of the first tab.")
    look_over(later, "Clarification")

    later.get_by_role("button", name="Save wording").click()
    expect(main(later)).to_contain_text("Your wording is saved.")
    expect(words).to_have_value("The words of the later tab.")


def test_the_later_of_two_tabs_to_correct_questions_is_told_and_keeps_its_words(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("Two correctors"), sent_on=working_days_ago(2))
    first, later = campaigner, campaigner.context.new_page()
    for page, text in ((first, "The first tab's question?"), (later, "The later tab's question?")):
        page.goto(f"{path}questions/")
        page.get_by_role("textbox", name="Question").first.fill(text)
    first.get_by_role("button", name="Save questions").click()
    expect(main(first)).to_contain_text("The questions are saved.")
    later.get_by_role("button", name="Save questions").click()
    told(later, "Somebody changed this request while you had it open.")
    expect(later.get_by_role("textbox", name="Question").first).to_have_value("The later tab's question?")
    first.goto(path)
    expect(main(first)).to_contain_text("The first tab's question?")


def test_a_request_sent_twice_by_the_back_button_is_told(campaigner: Page) -> None:
    campaigner.goto("/requests/new/write/")
    fill_composer(campaigner, title=new_title("Sent once"), questions=["How many?"])
    campaigner.get_by_role("button", name="Save request").first.click()
    path = path_of(campaigner)
    campaigner.goto(f"{path}sent/")
    second = campaigner.context.new_page()
    second.goto(f"{path}sent/")
    campaigner.get_by_role("button", name="Mark as sent").click()
    expect(main(campaigner)).to_contain_text("Marked as sent.")
    second.get_by_role("button", name="Mark as sent").click()
    told(second, "was sent already")
    expect(heading(second, "Mark as sent")).to_be_visible()
