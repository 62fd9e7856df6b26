"""Answering: a cost refusal narrowed, exemptions taken to review, a letter taken away, and whatever comes between."""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page, expect

from tests.browser import letters
from tests.browser.conftest import CAMPAIGNER
from tests.browser.steps import (
    log_request,
    main,
    new_title,
    put_in_reply,
    reference_of,
    today,
    working_days_ago,
)
from tests.browser.watching import has_script, look_over

pytestmark = pytest.mark.browser

EXEMPT_REPLY = """Our reference: 1187/26

Dear Alex Penrose

Your request is refused. This letter is a refusal notice under section 17 of the Freedom of Information Act 2000.

1. All e-mails about officers in schools sent by your education team in 2024.
This information is exempt under section 31(1)(a), as its disclosure would be likely to prejudice the prevention of crime.

2. The minutes of the panel that decided where officers are placed.
This information is exempt under section 40(2), as it is personal data of those who took part.

Yours sincerely

Head of Information
"""
OWN = "Mind <script>alert('x')</script> & the *gap*, \u202eoverride\u202c and bell\x07, Ŵythnos 😀."


def refused(page: Page, about: str, reply: str) -> str:
    """A request whose refusal was read and confirmed. Returns its path."""
    path = log_request(page, new_title(about), sent_on=working_days_ago(24), letter=letters.REFUSAL_REQUEST)
    put_in_reply(page, path, received_on=working_days_ago(5), text=reply)
    page.get_by_role("button", name="Confirm", exact=False).first.click()
    expect(main(page)).to_contain_text("Confirmed.")
    return path


def a_chaser(page: Page, about: str, path: str = "") -> str:
    """A chaser of an overdue request, drafted and open. Returns the path of the request."""
    path = path or log_request(page, new_title(about), sent_on=working_days_ago(23), authority="Kent Police")
    page.goto(f"{path}letters/overdue_chaser/new/")
    page.get_by_role("button", name="Draft the letter").click()
    expect(page.get_by_role("button", name="Approve letter")).to_be_visible()
    return path


def approve(page: Page) -> None:
    page.get_by_role("button", name="Approve letter").click()
    expect(main(page)).to_contain_text("Approved: the letter is ready to send.")


def taken(page: Page, link: str) -> Path:
    """Follow a link to a download. Returns where it lies."""
    with page.expect_download() as download:
        page.get_by_role("link", name=link).click()
    return download.value.path()


def mark_sent(page: Page, on: date) -> None:
    page.get_by_label("When did you send it?").fill(on.isoformat())
    page.get_by_role("button", name="Mark as sent").click()
    expect(main(page)).to_contain_text("Recorded as sent.")


def test_a_section_12_refusal_is_narrowed(either_way: Page) -> None:
    page = either_way
    path = refused(page, "Too costly", letters.REFUSAL_REPLY)
    page.goto(f"{path}letters/")
    look_over(page, "Letters")
    page.get_by_role("link", name="Offer of a narrower request").click()
    look_over(page, "Offer of a narrower request")
    page.get_by_role("button", name="Draft the letter").click()
    page.get_by_role("button", name="Approve letter").click()
    expect(page.get_by_role("alert")).to_contain_text("still has a gap")
    body = page.get_by_role("textbox", name="The letter")
    gap = "[[narrowed_to: Say what you would drop: a shorter period, one unit, totals without records, parts in order of priority.]]"
    body.fill(body.input_value().replace(gap, "The e-mails of March 2024 only."))
    approve(page)
    look_over(page, "Offer of a narrower request", dark=True)
    letter = page.locator(".sheet-text").first
    expect(letter).to_contain_text("The e-mails of March 2024 only.")
    expect(letter).to_contain_text("4,200 messages")
    mark_sent(page, today())
    expect(page.locator(".timeline")).to_contain_text("offer of a narrower request")


def test_a_section_31_and_40_refusal_is_taken_to_review_with_ticked_arguments(either_way: Page) -> None:
    page = either_way
    path = refused(page, "Exempt", EXEMPT_REPLY)
    page.goto(f"{path}letters/review_exemption/new/")
    look_over(page, "Review")
    ticked = main(page).get_by_role("checkbox", checked=True)
    assert ticked.count() > 0
    chosen = main(page).get_by_role("checkbox", checked=False).first
    words = page.locator(f"label[for='{chosen.get_attribute('id')}']").inner_text()
    chosen.check()
    page.get_by_role("button", name="Draft the letter").click()
    body = page.get_by_role("textbox", name="The letter").input_value()
    assert words.partition("(Only you")[0].strip().split(": ", 1)[-1][:40] in " ".join(body.split())
    for wanted in ("section 31(1)(a)", "section 40(2)", "section 2(2)(b)", "1187/26", reference_of(path)):
        assert wanted in body
    page.get_by_role("textbox", name="The letter").fill(body.split("[[")[0] if "[[" in body else body)
    approve(page)
    mark_sent(page, today())
    expect(main(page)).to_contain_text("Internal review")
    expect(page.locator(".timeline")).to_contain_text("You asked for an internal review")


def test_a_letter_is_taken_away_in_every_form_with_a_persons_own_words_as_they_are(either_way: Page) -> None:
    page = either_way
    path = a_chaser(page, "Own words")
    body = page.get_by_role("textbox", name="The letter")
    body.fill(body.input_value().replace("Yours faithfully", f"{OWN}\n\nYours faithfully"))
    page.get_by_role("button", name="Save wording").click()
    expect(main(page)).to_contain_text("Your wording is saved.")
    page.get_by_text("What was changed of the suggested wording").click()
    expect(page.locator(".changes ins")).to_contain_text("<script>alert('x')</script> & the *gap*")
    approve(page)
    look_over(page, "Overdue chaser", dark=True)
    if has_script(page):
        expect(page.get_by_role("button", name="Copy the letter")).to_be_visible()
    plain = "Mind <script>alert('x')</script> & the *gap*, override and bell, Ŵythnos"
    mail = email.message_from_bytes(taken(page, "As an e-mail").read_bytes(), policy=email.policy.default)
    assert reference_of(path) in str(mail["Subject"]) or "Freedom of information" in str(mail["Subject"])
    assert plain in mail.get_content()  # type: ignore[attr-defined]
    word = docx.Document(io.BytesIO(taken(page, "As a Word file").read_bytes()))
    assert any(plain in paragraph.text for paragraph in word.paragraphs)
    document = pdfium.PdfDocument(taken(page, "As a PDF").read_bytes())
    words = " ".join("".join(each.get_textpage().get_text_range() for each in document).split())
    document.close()
    assert plain in words
    assert reference_of(path) in words


def test_each_fact_of_a_letter_shows_its_origin_when_it_is_reached(campaigner: Page) -> None:
    page = campaigner
    a_chaser(page, "Origins")
    expect(page.locator("aside details .facts")).to_contain_text("Request sent by e-mail")
    page.get_by_text("The letter as it is saved, with the origin of each fact").click()
    fact = page.locator(".origin").filter(has_text="Kent Police").first
    says = fact.locator(".origin-says")
    before = says.bounding_box()
    assert before is not None
    assert before["width"] <= 1
    fact.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    after = says.bounding_box()
    assert after is not None
    assert after["width"] > 100
    look_over(page, "Overdue chaser")
    fact.click()
    assert "#fact-" in page.url


def test_somebody_elses_change_a_second_ago_stops_the_approval_and_nothing_is_lost(
    page_of: Callable[..., Page],
) -> None:
    mine, theirs = page_of(CAMPAIGNER), page_of(CAMPAIGNER)
    a_chaser(mine, "Two at once")
    theirs.goto(mine.url)
    body = theirs.get_by_role("textbox", name="The letter")
    body.fill(body.input_value().replace("Yours faithfully", "With thanks.\n\nYours faithfully"))
    theirs.get_by_role("button", name="Save wording").click()
    expect(main(theirs)).to_contain_text("Your wording is saved.")
    own = mine.get_by_role("textbox", name="The letter")
    own.fill(own.input_value().replace("Yours faithfully", "My own ending.\n\nYours faithfully"))
    mine.get_by_role("button", name="Approve letter").click()
    expect(mine.get_by_role("alert")).to_contain_text("Somebody changed this letter while you had it open.")
    expect(mine.get_by_role("textbox", name="The letter")).to_have_value(own.input_value())
    assert "My own ending." in own.input_value()
    expect(mine.get_by_role("heading", name="The letter as it is now")).to_be_visible()
    expect(main(mine)).to_contain_text("With thanks.")
    look_over(mine, "Overdue chaser")
    theirs.reload()
    expect(theirs.get_by_role("button", name="Approve letter")).to_be_visible()


def test_a_letter_for_a_request_withdrawn_meanwhile_is_not_approved_and_nothing_is_lost(
    page_of: Callable[..., Page],
) -> None:
    mine, theirs = page_of(CAMPAIGNER), page_of(CAMPAIGNER)
    path = a_chaser(mine, "Withdrawn")
    theirs.goto(f"{path}withdraw/")
    theirs.get_by_label("When did you tell them?").fill(today().isoformat())
    theirs.get_by_role("button", name="Withdraw request").click()
    body = mine.get_by_role("textbox", name="The letter")
    body.fill(f"{body.input_value()}\nMy last words.")
    mine.get_by_role("button", name="Approve letter").click()
    expect(mine.get_by_role("alert")).to_contain_text("was withdrawn, so nothing more can happen to it.")
    expect(mine.get_by_role("heading", name="What you typed")).to_be_visible()
    expect(main(mine)).to_contain_text("My last words.")
    look_over(mine, "Overdue chaser")


def test_one_letter_chases_several_and_each_shows_it(either_way: Page) -> None:
    page = either_way
    authority = "Essex Police" if has_script_of(page) else "Surrey Police"
    first, second = (
        log_request(page, new_title(name), sent_on=working_days_ago(23), authority=authority)
        for name in ("Several A", "Several B")
    )
    a_chaser(page, "", path=first)
    look_over(page, "Overdue chaser")
    page.get_by_role("checkbox", name=reference_of(second)).check()
    page.get_by_role("button", name="Write one letter for all that are ticked").click()
    expect(main(page)).to_contain_text("Written anew.")
    expect(page.get_by_role("textbox", name="The letter")).to_have_value(re.compile(reference_of(second)))
    approve(page)
    mark_sent(page, today())
    for path in (first, second):
        page.goto(path)
        expect(page.locator(".timeline")).to_contain_text("overdue chaser")
    look_over(page, "Several B")


def has_script_of(page: Page) -> bool:
    page.goto("/")
    return has_script(page)
