"""Point 2: sign in, and the first page says what needs doing; a visitor sees what this is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from requests_app.core.dates import in_words
from tests.browser.conftest import CAMPAIGNER
from tests.browser.steps import heading, main, today
from tests.browser.watching import Troubles, look_over
from tests.stack import Stack

pytestmark = pytest.mark.browser


def test_a_person_signs_in_and_sees_what_needs_doing(visitor: Page, stack: Stack) -> None:
    visitor.goto("/")
    visitor.get_by_role("main").get_by_role("link", name="Sign in").click()
    look_over(visitor, "Sign in", dark=True)
    visitor.get_by_label("E-mail").or_(visitor.get_by_label("Email")).fill(CAMPAIGNER)
    visitor.get_by_label("Password", exact=True).fill(stack.logins[CAMPAIGNER])
    visitor.get_by_role("button", name="Sign in").click()
    look_over(visitor, in_words(today()).split()[1], dark=True)
    todo = visitor.locator(".todo > li")
    for when, who, button in (
        ("Ends", "Northumbria", "Look at the reply"),
        ("Letter drafted", "Kent", "Read the letter"),
        ("New reply", "Devon & Cornwall", "Check the reading"),
        ("They ask", "Lancashire", "Answer"),
    ):
        item = todo.filter(has_text=when).filter(has_text=f"{who}: Officers in schools")
        expect(item.get_by_role("link", name=button)).to_be_visible()


def test_the_first_page_shows_dates_ahead_and_the_requests(campaigner: Page) -> None:
    campaigner.goto("/")
    ahead = campaigner.locator(".card").filter(has=campaigner.get_by_role("heading", name="Next dates"))
    expect(ahead.get_by_text("Reply due:").first).to_be_visible()
    expect(ahead.get_by_text(re.compile(r"^in [1-9] working days?$")).first).to_be_visible()
    campaigner.get_by_role("link", name="All requests").click()
    look_over(campaigner, "Requests", dark=True)
    campaigner.get_by_role("searchbox", name="Title, authority or reference").fill("Police visits")
    campaigner.get_by_role("button", name="Search").click()
    expect(campaigner.get_by_role("link", name="Police visits to schools")).to_be_visible()
    campaigner.get_by_role("searchbox", name="Title, authority or reference").fill("Merseyside")
    campaigner.get_by_role("button", name="Search").click()
    expect(campaigner.get_by_role("cell", name="Merseyside").first).to_be_visible()
    expect(campaigner.get_by_role("link", name="Police visits to schools")).to_have_count(0)


def test_a_visitor_sees_what_it_is_and_a_public_request(visitor: Page) -> None:
    visitor.goto("/")
    look_over(visitor, "Ask public authorities for information, and get it", dark=True)
    visitor.get_by_role("link", name="Police visits to schools").click()
    look_over(visitor, "Police visits to schools")
    expect(main(visitor)).to_contain_text("Public: anyone can read this")
    expect(visitor.get_by_role("heading", name="You can now")).to_have_count(0)


def test_a_visitor_finds_only_public_requests(visitor: Page, troubles: Troubles) -> None:
    visitor.goto("/requests/?q=Officers in schools")
    expect(main(visitor)).to_contain_text("1 request")
    troubles.expect("404")
    visitor.goto("/requests/FT-00003/")
    look_over(visitor, "There is nothing here")


def test_a_wrong_password_is_told_and_the_address_is_kept(visitor: Page) -> None:
    visitor.goto("/accounts/login/")
    visitor.locator("[name=login]").fill("nobody@example.org")
    visitor.locator("[name=password]").fill("not the password")
    visitor.get_by_role("button", name="Sign in").click()
    expect(visitor.locator("[data-error-summary]")).to_be_focused()
    expect(visitor.locator("[name=login]")).to_have_value("nobody@example.org")
    look_over(visitor, "Sign in")


def test_what_is_asked_for_before_signing_in_opens_after_it(visitor: Page, stack: Stack) -> None:
    visitor.goto("/requests/new/log/")
    visitor.locator("[name=login]").fill(CAMPAIGNER)
    visitor.locator("[name=password]").fill(stack.logins[CAMPAIGNER])
    visitor.get_by_role("button", name="Sign in").click()
    expect(heading(visitor, "Log a request already sent")).to_be_visible()


def test_pages_beside_the_path_are_for_everybody_too(campaigner: Page) -> None:
    for path, title in (
        ("/evidence/", "What the public record says"),
        ("/profile/", "Your profile"),
        ("/requests/new/", "Add a request"),
        ("/requests/?q=nothing+like+this", "Requests"),
    ):
        campaigner.goto(path)
        look_over(campaigner, title, dark=path == "/evidence/")


def test_a_person_signs_out_without_javascript(page_of: Callable[..., Page], stack: Stack) -> None:
    page = page_of(java_script_enabled=False)
    page.goto("/accounts/login/")
    page.locator("[name=login]").fill(CAMPAIGNER)
    page.locator("[name=password]").fill(stack.logins[CAMPAIGNER])
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("Robin Ellery").first.click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("main").get_by_role("link", name="Sign in")).to_be_visible()
