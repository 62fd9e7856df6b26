"""What a campaign has to hand while it writes: texts to use again, what was asked already, the wording of letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import CAMPAIGNER
from tests.browser.steps import heading, log_request, new_title, path_of, working_days_ago
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser

TEXT = """Dear {{ authority }},

Under the {{ act }}, please tell me:

1. How many officers worked in schools in {{ period }}?
2. Which groups were consulted?

Yours faithfully,
{{ requester }}"""
WORDING = "/admin/requests_app/letterwording/thanks/EIR/edit/"


def write_text(page: Page, title: str) -> str:
    """Keep a text of one's own. Returns its path; its page is open."""
    page.goto("/texts/new/")
    page.get_by_label("Title").fill(title)
    page.get_by_role("textbox", name="The text").fill(TEXT)
    page.get_by_role("button", name="Save text").click()
    expect(heading(page, title)).to_be_visible()
    return path_of(page)


def test_a_text_is_kept_filled_and_begins_a_request(either_way: Page) -> None:
    page, title = either_way, new_title("Schools again")
    write_text(page, title)
    page.get_by_label("Authority").fill("Kent Police")
    page.get_by_label("The period asked about").fill("2025")
    page.get_by_role("button", name="Fill").click()
    expect(page.locator("#template-text")).to_contain_text("How many officers worked in schools in 2025?")
    expect(page.locator("#template-text")).to_contain_text("Under the Freedom of Information Act 2000")
    page.get_by_role("link", name="Write a request with it").click()
    expect(page.get_by_role("textbox", name="The letter")).to_have_value(
        TEXT.replace("{{ authority }}", "Kent Police")
        .replace("{{ act }}", "Freedom of Information Act 2000")
        .replace("{{ period }}", "2025")
        .replace("{{ requester }}", "Robin Ellery")
    )


def test_a_text_is_changed_put_back_copied_and_deleted(campaigner: Page) -> None:
    page, title = campaigner, new_title("Changed")
    path = write_text(page, title)
    page.get_by_role("link", name="Change it").click()
    page.get_by_role("textbox", name="The text").fill("Dear {{ autority }},")
    page.get_by_role("button", name="Save text").click()
    expect(page.get_by_role("alert")).to_contain_text("Did you mean {{ authority }}?")
    look_over(page, "Change this text", dark=True)
    page.get_by_role("textbox", name="The text").fill("Dear {{ authority }}, please.")
    page.get_by_role("button", name="Save text").click()
    expect(page.locator("#template-text")).to_have_text("Dear {{ authority }}, please.")
    page.goto(f"{path}edit/")
    page.get_by_text("Version 1:").click()
    look_over(page, "Change this text")
    page.get_by_role("link", name="Put this version back").click()
    expect(page.get_by_role("textbox", name="The text")).to_have_value(TEXT)
    page.get_by_role("button", name="Save text").click()
    page.get_by_role("button", name="Make a copy").click()
    expect(page.get_by_label("Title")).to_have_value(f"{title} (copy)")
    page.goto(f"{path}delete/")
    look_over(page, "Delete this text?")
    page.get_by_role("button", name="Delete text").click()
    expect(page.get_by_text("The text is deleted.")).to_be_visible()
    expect(page.get_by_role("link", name=title, exact=True)).to_have_count(0)


def test_the_pages_of_texts_can_be_read_by_everybody(campaigner: Page) -> None:
    write_text(
        campaigner, new_title("A text with a title as long as titles get, to see where its words break")
    )
    look_over(campaigner, "A text with a title", dark=True)
    campaigner.goto("/texts/")
    look_over(campaigner, "Texts to use again", dark=True)
    campaigner.goto("/texts/new/")
    look_over(campaigner, "Write a text to use again")
    campaigner.goto("/texts/ours/safer-schools-officers/")
    look_over(campaigner, "Safer Schools Officers")
    campaigner.get_by_role("button", name="Make a copy").click()
    expect(campaigner.get_by_text("This copy is yours alone.")).to_be_visible()


def test_what_was_asked_already_is_found_with_what_became_of_it(either_way: Page) -> None:
    page = either_way
    page.goto("/requests/")
    page.get_by_role("link", name="Look through the questions instead").click()
    page.get_by_label("Question, or a few words").fill(
        "plans to introduce or add more in the 2022/2023 academic year"
    )
    page.get_by_label("Authority").fill("Met")
    page.get_by_role("button", name="Look for it").click()
    first = page.locator(".asked > li").first
    expect(first).to_contain_text("FT-00001")
    expect(first).to_contain_text("Unanswered")
    look_over(page, "Has it been asked already?", dark=True)


def test_a_visitor_looks_through_public_questions(visitor: Page) -> None:
    visitor.goto("/asked/?q=school-based+officers")
    look_over(visitor, "Has it been asked already?")
    visitor.goto("/asked/?q=allotments")
    expect(visitor.get_by_text("Nothing like it was asked here.")).to_be_visible()
    look_over(visitor, "Has it been asked already?")
    visitor.goto("/asked/?q=officers&authority=Nobody+Knows")
    expect(visitor.get_by_role("alert")).to_contain_text("is called “Nobody Knows”")
    look_over(visitor, "Has it been asked already?")


def test_a_draft_says_which_request_it_may_be_costed_with(campaigner: Page) -> None:
    sent = log_request(
        campaigner, new_title("Schools"), sent_on=working_days_ago(10), authority="West Yorkshire Police"
    )
    campaigner.goto("/requests/?show=draft")
    campaigner.get_by_role("row", name="West Yorkshire").get_by_role("link").first.click()
    card = campaigner.locator("section", has=campaigner.get_by_role("heading", name="May be costed together"))
    expect(card).to_contain_text("asked this authority something similar")
    expect(card).to_contain_text("£450: 18 hours at £25 an hour")
    expect(card.locator(f"a[href='{sent}']").first).to_be_visible()
    look_over(campaigner, "Officers in schools", dark=True)


def test_staff_word_a_letter_see_it_and_go_back_to_the_shipped_one(staff: Page) -> None:
    staff.goto("/admin/requests_app/letterwording/")
    look_over(staff, "Wording of letters")
    staff.goto(WORDING)
    shipped = staff.locator("#id_body").input_value()
    staff.locator("#id_body").fill(f"{shipped}\n\nWith {{thankss}}")
    staff.get_by_role("button", name="Preview").click()
    expect(staff.get_by_role("alert")).to_contain_text("this letter knows no fact called thankss")
    expect(staff.locator("#id_body")).to_have_value(f"{shipped}\n\nWith {{thankss}}")
    look_over(staff, "Thanks")
    staff.locator("#id_body").fill(f"{shipped}\n\nYou must acknowledge {{title}}.")
    staff.get_by_role("button", name="Preview").click()
    expect(staff.get_by_label("The letter over a made-up record")).to_contain_text(
        "You must acknowledge Vehicles"
    )
    expect(staff.get_by_text("No law obliges an authority to acknowledge a request.")).to_be_visible()
    look_over(staff, "Thanks")
    staff.get_by_role("button", name="Save wording").click()
    expect(staff.locator(".messagelist").first).to_contain_text("Letters drafted from now on")
    staff.get_by_role("button", name="Go back to the shipped wording").click()
    expect(staff.get_by_text("There is no difference.")).to_be_visible()
    expect(staff.get_by_text("Version 1, by")).to_be_visible()
    look_over(staff, "Thanks")


def test_two_tabs_on_one_text_lose_nothing(page_of: Callable[..., Page]) -> None:
    first, second = page_of(CAMPAIGNER), page_of(CAMPAIGNER)
    path = write_text(first, new_title("Two tabs"))
    for page in (first, second):
        page.goto(f"{path}edit/")
    first.get_by_role("textbox", name="The text").fill("The words of the first tab.")
    first.get_by_role("button", name="Save text").click()
    second.get_by_role("textbox", name="The text").fill("The words of the second tab.")
    second.get_by_role("button", name="Save text").click()
    expect(second.get_by_role("alert")).to_contain_text("Somebody changed this text")
    expect(second.get_by_role("textbox", name="The text")).to_have_value("The words of the second tab.")
    expect(second.get_by_role("heading", name="The text as it is now")).to_be_visible()
    look_over(second, "Change this text")
