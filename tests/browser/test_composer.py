"""Writing a request: advice taken, split and dismissed, a cost estimate, two tabs at one draft; with JavaScript and without."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import CAMPAIGNER
from tests.browser.steps import fill_composer, main, new_title, path_of, today
from tests.browser.watching import has_script, look_over

pytestmark = pytest.mark.browser

SEVERAL = (
    "How many complaints about officers in schools were received and how many officers were dismissed "
    "and why was the scheme started?"
)
WRITE = "Write a new request"


def preview(page: Page) -> None:
    """Have the page looked at, as the pause in typing does by itself where there are scripts."""
    page.get_by_role("button", name="Preview", exact=True).first.click()
    expect(page.locator("#saved")).to_contain_text("Saved at")


def advice(page: Page, what: str) -> Locator:
    """The card of one finding."""
    return page.locator(".advice-one").filter(has_text=what)


def letter(page: Page) -> Locator:
    """The letter as they will get it."""
    return page.locator("#preview-text")


def question(page: Page, number: int) -> Locator:
    """What is asked in a question."""
    return page.get_by_label(f"Question {number}: what you ask")


def test_a_request_is_written_with_advice_to_the_letter_that_is_sent(either_way: Page) -> None:
    page, title = either_way, new_title("Composed")
    page.goto("/requests/new/")
    page.get_by_role("link", name="Write a request").click()
    look_over(page, WRITE, dark=True)
    fill_composer(page, title=title, authority="Kent Police", questions=[SEVERAL])
    preview(page)
    look_over(page, "Write", dark=True)
    expect(advice(page, "This question asks 3 things at once")).to_contain_text("Question 1")

    advice(page, "No period is given").get_by_role("button", name="Set the period for all questions").click()
    expect(page.get_by_label("Period", exact=True)).to_have_value(
        f"1 January {today().year - 3} to 31 December {today().year - 1}"
    )
    expect(advice(page, "No period is given")).to_have_count(0)

    advice(page, "asks 3 things").get_by_role("button", name="Take this fix").click()
    expect(page.get_by_label("Question 1, part b")).to_have_value("How many officers were dismissed?")
    expect(letter(page)).to_contain_text("(b) How many officers were dismissed?")

    reason = advice(page, "A 'why' can only be answered")
    reason.get_by_text("Dismiss").first.click()
    reason.get_by_label("Why you leave it as it is").fill("Their minutes give the reasons.")
    reason.get_by_role("button", name="Dismiss this advice").click()
    expect(advice(page, "A 'why' can only be answered")).to_have_count(0)
    page.get_by_text("Dismissed (1)").click()
    expect(page.locator(".advice-dismissed")).to_contain_text("Their minutes give the reasons.")

    page.get_by_text("What may it cost them?").click()
    page.get_by_label("Records to look at").fill("1,200")
    page.get_by_role("group", name="Locating it").get_by_label("Minutes a record").fill("3")
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator("#estimate")).to_contain_text("Over the limit: 60.00 hours")
    look_over(page, "Write")
    page.get_by_role("button", name="Ask for totals first").click()
    expect(question(page, 1)).to_have_value(
        "In total and for each year, how many records does the next question concern?"
    )
    expect(letter(page)).to_contain_text("Please give the totals first and the breakdowns after them.")

    words = letter(page).inner_text()
    page.get_by_role("button", name="Save request").first.click()
    look_over(page, title)
    expect(page.locator(".questions > li")).to_have_count(2)
    page.get_by_role("link", name="Mark as sent").click()
    for line in ("Dear Kent Police,", "1. In total and for each year", "(c)", "Yours faithfully,"):
        assert line in words
        expect(main(page)).to_contain_text(line)
    page.get_by_role("button", name="Mark as sent").click()
    expect(main(page)).to_contain_text("Marked as sent. The clock is running.")


def test_questions_are_moved_split_and_merged_by_the_keyboard(either_way: Page) -> None:
    page = either_way
    page.goto("/requests/new/write/")
    fill_composer(page, title=new_title("By keyboard"), questions=["How many dogs?", "How many cats?"])
    button = page.get_by_role("button", name="Up question 2")
    button.focus()
    page.keyboard.press("Enter")
    expect(question(page, 1)).to_have_value("How many cats?")
    expect(page.get_by_role("button", name="Down question 1")).to_be_focused()
    page.keyboard.press("Enter")
    expect(question(page, 1)).to_have_value("How many dogs?")
    page.get_by_role("button", name="Merge with the next question 1").press("Enter")
    expect(page.get_by_label("Question 1, part b")).to_have_value("How many cats?")
    page.get_by_role("button", name="Remove part b of question 1").press("Enter")
    expect(page.get_by_label("Question 1, part b")).to_have_count(0)
    page.get_by_role("button", name="Add a part to question 1").press("Enter")
    expect(page.get_by_label("Question 1, part b")).to_be_focused()
    page.keyboard.type("by breed")
    page.get_by_role("button", name="Split question 1 by its parts or lines").press("Enter")
    expect(question(page, 2)).to_have_value("by breed")
    question(page, 1).press("Enter")
    expect(question(page, 2)).to_be_visible()


def test_enter_in_a_field_takes_nothing_out(either_way: Page) -> None:
    page = either_way
    page.goto("/requests/new/write/")
    fill_composer(page, title=new_title("Enter"), questions=["How many dogs?"])
    page.get_by_label("Period", exact=True).press("Enter")
    expect(page.locator("#saved")).to_contain_text("Saved at")
    expect(question(page, 1)).to_have_value("How many dogs?")


def test_what_is_typed_is_kept_and_previewed_by_itself(campaigner: Page) -> None:
    page, title = campaigner, new_title("Autosaved")
    page.goto("/requests/new/write/")
    question(page, 1).fill("How many dogs were there in 2024?")
    expect(letter(page)).to_contain_text("1. How many dogs were there in 2024?")
    expect(page.locator("#saved")).to_contain_text("Not saved yet: choose the authority")
    page.get_by_label("Which authority?").fill("Kent Police")
    page.get_by_label("What is it about?").fill(title)
    expect(page.locator("#saved")).to_contain_text("Saved at")
    expect(page).to_have_url(re.compile(r"/requests/FT-\d+/write/$"))
    question(page, 1).press_sequentially(" And how many cats?")
    expect(letter(page)).to_contain_text("And how many cats?")
    expect(question(page, 1)).to_be_focused()
    page.reload()
    expect(question(page, 1)).to_have_value("How many dogs were there in 2024? And how many cats?")
    expect(page.get_by_label("Which authority?")).to_have_value("Kent Police")


def test_what_is_typed_while_a_button_works_is_not_lost(campaigner: Page) -> None:
    page, held = campaigner, list[Route]()
    page.goto("/requests/new/write/")

    def hold(route: Route) -> None:
        if "do=add" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    page.route("**/requests/**", hold)
    page.get_by_role("button", name="Add a question").click()
    page.get_by_label("What is it about?").press_sequentially("Dogs and cats")
    held[0].continue_()
    expect(question(page, 2)).to_be_visible()
    expect(page.get_by_label("What is it about?")).to_have_value("Dogs and cats")
    expect(page.get_by_label("What is it about?")).to_be_focused()
    page.unroute("**/requests/**")


def test_a_set_of_questions_goes_to_any_force_and_a_pasted_letter_becomes_questions(either_way: Page) -> None:
    page = either_way
    page.goto("/requests/new/")
    page.get_by_role("link", name="Safer Schools Officers").click()
    page.get_by_label("Which authority?").fill("Merseyside Police")
    page.get_by_label("Period", exact=True).fill("1 January 2024 to 31 December 2025")
    preview(page)
    expect(letter(page)).to_contain_text("information held by Merseyside Police")
    expect(letter(page)).not_to_contain_text("{{")
    page.get_by_text("Paste a letter or a list").click()
    page.get_by_label("Letter or list of questions").fill(
        "Please tell me:\n1. How many dogs?\n2. How many cats?"
    )
    page.get_by_role("button", name="Make questions of it").click()
    expect(question(page, 6)).to_have_value("How many cats?")
    page.get_by_role("button", name="Write a plain letter instead").click()
    expect(page.get_by_role("textbox", name="The letter")).to_contain_text("6. How many cats?")
    look_over(page, "Write")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_two_tabs_at_one_draft_lose_nothing(page_of: Callable[..., Page], scripts: bool) -> None:
    first = page_of(CAMPAIGNER, java_script_enabled=scripts)
    first.goto("/requests/new/write/")
    fill_composer(first, title=new_title("Two tabs"), questions=["How many dogs?", "How many cats?"])
    preview(first)
    first.get_by_role("button", name="Save request").first.click()
    first.get_by_role("link", name="Go on writing").click()
    path = path_of(first)
    second = first.context.new_page()
    second.goto(path)
    question(first, 1).fill("How many dogs, by breed?")
    preview(first)

    question(second, 2).fill("How many cats, by age?")
    if has_script(second):
        expect(second.locator("#saved")).to_contain_text("Not saved.")
        second.get_by_role("button", name="See what changed").click()
    else:
        second.get_by_role("button", name="Preview", exact=True).first.click()
    expect(main(second)).to_contain_text("This request was saved elsewhere meanwhile")
    expect(second.locator(".merge-one")).to_have_count(1)
    expect(second.locator(".merge-words ins")).to_contain_text("dogs, by breed?")
    look_over(second, "Write your request", dark=True)
    second.get_by_role("radio", name="Take theirs").check()
    second.get_by_role("button", name="Put the two together").click()
    expect(second.locator("#saved")).to_contain_text("Saved at")
    expect(question(second, 1)).to_have_value("How many dogs, by breed?")
    expect(question(second, 2)).to_have_value("How many cats, by age?")
    expect(letter(second)).to_contain_text("2. How many cats, by age?")


def test_an_old_tab_cannot_unsend_a_request(campaigner: Page) -> None:
    page = campaigner
    page.goto("/requests/new/write/")
    fill_composer(page, title=new_title("Sent meanwhile"), questions=["How many dogs?"])
    preview(page)
    page.get_by_role("button", name="Save request").first.click()
    page.get_by_role("link", name="Go on writing").click()
    other = page.context.new_page()
    other.goto(path_of(page).replace("write/", "sent/"))
    other.get_by_role("button", name="Mark as sent").click()
    expect(main(other)).to_contain_text("Marked as sent.")
    question(page, 1).fill("Something else entirely?")
    expect(page.locator("#saved")).to_contain_text("was sent, so its letter stays as it went")
    expect(question(page, 1)).to_have_value("Something else entirely?")
    other.reload()
    expect(main(other)).not_to_contain_text("Something else entirely?")
