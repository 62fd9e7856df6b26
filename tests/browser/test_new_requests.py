"""Point 4: log a request already sent, and write a new one and mark it as sent; with JavaScript and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from requests_app.core.dates import in_words
from tests.browser.steps import (
    LETTER,
    calendar,
    fill_request,
    main,
    new_title,
    question,
    today,
    working_days_ago,
)
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser


def test_a_request_is_logged_by_alias_and_its_questions_are_found_and_corrected(either_way: Page) -> None:
    page, title, sent_on = either_way, new_title("Logged"), working_days_ago(4)
    page.goto("/")
    page.get_by_role("link", name="Add a request").first.click()
    page.get_by_role("link", name="Log a request").click()
    look_over(page, "Log a request already sent", dark=True)
    fill_request(page, title=title, authority="Scotland Yard")
    page.get_by_label("When was it sent?").fill(sent_on.isoformat())
    page.get_by_role("radio", name="Portal").check()
    page.get_by_role("button", name="Log request").click()

    look_over(page, "Are these your questions?")
    found = page.get_by_role("textbox", name="Question")
    expect(found.nth(0)).to_have_value("How many police officers and staff work in schools in your area, by")
    expect(page.get_by_label("Parts, one a line").nth(0)).to_have_value(
        "(a) the kind of school\n(b) rank or role"
    )
    page.get_by_label("Parts, one a line").nth(0).fill("(a) the kind of school\n(b) rank\n(c) role")
    found.nth(1).fill("Are there plans to add more?")
    found.nth(2).fill("")
    page.get_by_role("button", name="Save questions").click()

    look_over(page, title, dark=True)
    expect(page.get_by_text("Metropolitan Police Service").first).to_be_visible()
    expect(page.locator(".questions > li")).to_have_count(2)
    expect(question(page, "1").locator(".part-label")).to_have_text(["(a)", "(b)", "(c)"])
    expect(question(page, "2")).to_contain_text("Are there plans to add more?")
    due_on = calendar().add_working_days(sent_on, 20)
    expect(main(page)).to_contain_text(f"Their move: a reply is due by {in_words(due_on)}")
    page.locator(".card-lead summary", has_text="Why this date?").click()
    expect(page.locator(".card-lead .why-steps")).to_contain_text("FOIA s.10")


def test_a_request_is_written_and_marked_as_sent(either_way: Page) -> None:
    page, title = either_way, new_title("Written")
    page.goto("/requests/new/")
    page.get_by_role("link", name="Write a request").click()
    look_over(page, "Write a new request")
    page.get_by_role("button", name="Write a plain letter instead").click()
    fill_request(page, title=title, authority="Kent Police")
    page.get_by_role("button", name="Save request").first.click()
    page.get_by_role("link", name="They are right as they are").click()

    expect(main(page)).to_contain_text("Your move: send the request")
    expect(page.locator(".questions > li")).to_have_count(3)
    look_over(page, title)
    page.get_by_role("link", name="Mark as sent").click()
    look_over(page, "Mark as sent")
    expect(main(page)).to_contain_text(LETTER.splitlines()[-1])
    expect(page.get_by_label("When did you send it?")).to_have_value(today().isoformat())
    sent_on = working_days_ago(1)
    page.get_by_label("When did you send it?").fill(sent_on.isoformat())
    page.get_by_role("button", name="Mark as sent").click()

    due_on = calendar().add_working_days(sent_on, 20)
    expect(main(page)).to_contain_text("Marked as sent. The clock is running.")
    expect(main(page)).to_contain_text(f"Their move: a reply is due by {in_words(due_on)}")
    expect(page.locator(".timeline")).to_contain_text("Request sent by e-mail")
    look_over(page, title)
