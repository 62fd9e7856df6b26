"""Point 5: paste or upload a reply, correct the reading, confirm it; with JavaScript and without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from requests_app.core.dates import in_words
from tests.browser.steps import (
    REPLY,
    heading,
    log_request,
    main,
    new_title,
    put_in_reply,
    question,
    working_days_ago,
)
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser

MET_REPLY = "000_686bd99622577a9e.txt"


def answer(page: Page, number: str) -> Locator:
    """What the reading says to one question."""
    return page.get_by_role("group", name=f"Question {number}", exact=True)


def letter_in(reply: str) -> str:
    """The request, as the reply quotes it."""
    return reply.split("access to the following information:")[1].split("Clarification:")[0].strip()


@pytest.mark.shared
def test_the_met_reply_is_pasted_read_corrected_and_confirmed(either_way: Page, shared: Path) -> None:
    page, reply = either_way, (shared / "seeds" / MET_REPLY).read_text()
    sent_on, received_on = working_days_ago(9), working_days_ago(2)
    title = new_title("Met again")
    path = log_request(page, title, sent_on=sent_on, letter=letter_in(reply))
    page.get_by_role("link", name="Record a reply").click()
    look_over(page, "Record a reply", dark=True)
    put_in_reply(page, path, received_on=received_on, text=reply)

    expect(page.get_by_label("Their reference")).to_have_value("01.FOI.22.024173")
    expect(page.get_by_label("Their decision")).to_have_value("disclosed in full")
    expect(page.get_by_role("region", name="Their reply")).to_contain_text("Quickly exit this site")
    expect(page.get_by_role("table", name="S&Y CONTSTABLES").locator("tbody tr")).to_have_count(12)
    expect(page.get_by_text("Totals agree")).to_be_visible()
    expect(main(page)).to_contain_text("Safer Schools Officer")
    expect(answer(page, "2").get_by_label("What they said")).to_have_value(
        re.compile("We await the publishing")
    )
    look_over(page, "Is this what they said?", dark=True)
    answer(page, "1").get_by_label("Outcome").select_option(label="Disclosed in part")
    answer(page, "1").get_by_label("What you noticed").fill("Part (ii) was dropped.")
    answer(page, "2").get_by_label("Outcome").select_option(label="Unanswered")
    page.get_by_role("button", name="Confirm reading").click()

    expect(main(page)).to_contain_text("Confirmed.")
    expect(main(page)).to_contain_text("They have replied")
    outcomes = [question(page, number).locator(".question-outcome") for number in "123"]
    for outcome, said in zip(outcomes, ("Disclosed in part", "Unanswered", "Disclosed"), strict=True):
        expect(outcome).to_have_text(said)
    expect(question(page, "1")).to_contain_text("Part (ii) was dropped.")
    expect(page.get_by_text("Totals agree")).to_be_visible()
    expect(main(page)).to_contain_text(in_words(received_on))
    expect(main(page)).to_contain_text("Ask for a review by")
    expect(page.get_by_text("Their move: a reply is due")).to_have_count(0)
    look_over(page, title)


def test_an_uploaded_reply_is_read_and_kept_as_it_came(either_way: Page) -> None:
    page = either_way
    path = log_request(page, new_title("Uploaded"), sent_on=working_days_ago(9))
    page.goto(f"{path}reply/")
    page.get_by_label("When did you get it?").fill(working_days_ago(1).isoformat())
    upload: FilePayload = {
        "name": "Reply of 2 June.txt",
        "mimeType": "text/plain",
        "buffer": REPLY.encode("cp1252"),
    }
    page.get_by_label("Or upload the files").set_input_files(upload)
    page.get_by_role("button", name="Read the reply").click()

    expect(heading(page, "Is this what they said?")).to_be_visible()
    expect(page.get_by_label("Their reference")).to_have_value("FOI 771/26")
    expect(answer(page, "2").get_by_label("Outcome")).to_have_value("refused")
    expect(answer(page, "2").get_by_label("Sections relied on")).to_have_value("31(1)")
    page.get_by_role("button", name="Confirm reading").click()

    expect(question(page, "2").locator(".question-outcome")).to_have_text("Refused")
    expect(question(page, "2")).to_contain_text("31(1)")
    page.get_by_role("link", name="Read it all", exact=True).first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Reply of 2 June.txt").click()
    assert download.value.path().read_bytes() == REPLY.encode("cp1252")
    look_over(page, "Reply")


def test_a_reply_with_more_to_come_leaves_the_clock_running(campaigner: Page) -> None:
    path = log_request(campaigner, new_title("In parts"), sent_on=working_days_ago(9))
    put_in_reply(campaigner, path, received_on=working_days_ago(1))
    campaigner.get_by_label("What is it?").select_option(label="Part of their answer: more is to come")
    campaigner.get_by_role("button", name="Confirm reading").click()
    expect(main(campaigner)).to_contain_text("Their move: a reply is due by")


def test_a_reading_left_for_later_waits_on_the_first_page(campaigner: Page) -> None:
    title = new_title("Later")
    path = log_request(campaigner, title, sent_on=working_days_ago(9))
    put_in_reply(campaigner, path, received_on=working_days_ago(1))
    campaigner.get_by_role("button", name="Save and come back later").last.click()
    expect(main(campaigner)).to_contain_text("Your move: a reply has come")
    campaigner.goto("/")
    item = campaigner.locator(".todo > li").filter(has_text=title)
    item.get_by_role("link", name="Check the reading").click()
    expect(heading(campaigner, "Is this what they said?")).to_be_visible()
