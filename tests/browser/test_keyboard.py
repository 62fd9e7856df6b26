"""The whole path with the keyboard alone: sign in, log a request, put in the reply, confirm it, read why."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import CAMPAIGNER
from tests.browser.steps import LETTER, REPLY, heading, main, new_title, question, working_days_ago
from tests.browser.watching import Troubles
from tests.stack import Stack

pytestmark = pytest.mark.browser

MOST_STOPS = 60
FOCUS_SHOWN = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
    const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return one !== document.body && box.width > 1 && onScreen && ringed ? "" : one.outerHTML.slice(0, 200);
}"""


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus. Every stop on the way is on the screen and ringed."""
    expect(target).to_be_visible()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_SHOWN) == "", page.url
        if target.evaluate("(one) => one === document.activeElement"):
            return
    raise AssertionError(f"not reached with {MOST_STOPS} presses of Tab: {target}")


def type_into(page: Page, label: str, text: str) -> None:
    """Go to a field and paste or type into it, in place of what was there."""
    tab_to(page, page.get_by_role("textbox", name=label))
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def type_day(page: Page, label: str, day: date) -> None:
    """Go to a date field and type the day in the order its language has: en-GB, or the en-US of a bare Debian."""
    field = page.get_by_label(label)
    for order in ("%d%m%Y", "%m%d%Y"):
        tab_to(page, field)
        page.keyboard.type(day.strftime(order))
        if field.input_value() == day.isoformat():
            return
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Shift+Tab")
    raise AssertionError(f"{label} took the day in no known order")


def press(page: Page, role: str, name: str) -> None:
    """Go to a link or button and press Enter."""
    tab_to(page, page.get_by_role(role, name=name).first)  # type: ignore[arg-type]
    page.keyboard.press("Enter")


def test_the_whole_path_needs_no_mouse(visitor: Page, stack: Stack) -> None:
    page, title, sent_on = visitor, new_title("Keyboard"), working_days_ago(6)
    page.goto("/accounts/login/")
    tab_to(page, page.locator("[name=login]"))
    page.keyboard.insert_text(CAMPAIGNER)
    tab_to(page, page.locator("[name=password]"))
    page.keyboard.insert_text(stack.logins[CAMPAIGNER])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Yours to do")).to_be_visible()

    press(page, "link", "Skip to the page")
    expect(page.locator("#main")).to_be_focused()
    press(page, "link", "Add a request")
    expect(heading(page, "Add a request")).to_be_visible()
    press(page, "link", "Log a request")
    expect(heading(page, "Log a request already sent")).to_be_visible()
    tab_to(page, page.get_by_label("Which authority?"))
    page.keyboard.insert_text("Kent Police")
    type_into(page, "What is it about?", title)
    type_into(page, "The letter", LETTER)
    type_day(page, "When was it sent?", sent_on)
    tab_to(page, page.get_by_role("radio", name="E-mail"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Post")).to_be_checked()
    press(page, "button", "Log request")

    expect(heading(page, "Are these your questions?")).to_be_visible()
    press(page, "button", "Save questions")
    expect(heading(page, title)).to_be_visible()
    tab_to(page, page.locator(".card-lead summary", has_text="Why this date?"))
    page.keyboard.press("Enter")
    expect(page.locator(".card-lead .why-steps")).to_be_visible()
    press(page, "link", "Record a reply")
    expect(heading(page, "Record a reply")).to_be_visible()
    type_into(page, "The reply", REPLY)
    press(page, "button", "Read the reply")

    expect(heading(page, "Is this what they said?")).to_be_visible()
    first = page.get_by_role("group", name="Question 1", exact=True).get_by_label("Outcome")
    tab_to(page, first)
    page.keyboard.type("Disclosed in part")
    expect(first).to_have_value("disclosed in part")
    press(page, "button", "Confirm reading")
    expect(main(page)).to_contain_text("They have replied")
    expect(question(page, "1").locator(".question-outcome")).to_have_text("Disclosed in part")


def test_the_account_menu_opens_and_closes_with_the_keyboard(campaigner: Page) -> None:
    campaigner.goto("/")
    tab_to(campaigner, campaigner.locator("details.menu summary"))
    campaigner.keyboard.press("Enter")
    expect(campaigner.get_by_role("button", name="Sign out")).to_be_visible()
    campaigner.keyboard.press("Escape")
    expect(campaigner.get_by_role("button", name="Sign out")).to_be_hidden()
    expect(campaigner.locator("details.menu summary")).to_be_focused()


def test_the_slash_leads_to_the_search(campaigner: Page) -> None:
    campaigner.goto("/")
    campaigner.keyboard.press("/")
    expect(campaigner.locator("#site-search")).to_be_focused()
    campaigner.keyboard.type("Police visits")
    campaigner.keyboard.press("Enter")
    expect(campaigner.get_by_role("link", name="Police visits to schools")).to_be_visible()


def test_an_error_summary_leads_to_the_field(campaigner: Page, troubles: Troubles) -> None:
    campaigner.goto("/requests/new/log/")
    press(campaigner, "button", "Log request")
    summary = campaigner.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    press(campaigner, "link", "The letter")
    expect(campaigner.get_by_role("textbox", name="The letter")).to_be_focused()
