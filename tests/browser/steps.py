"""What a person does on the way to what a test is about: log a request, put in a reply, go to the next page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from requests_app.core.calendars import Calendar, HolidayTable, london_day
from tests.stack import ROOT

LETTER = """Please provide the following information, for the current school year:

1. How many police officers and staff work in schools in your area, by
(a) the kind of school
(b) rank or role
2. Are there plans to add more in the next school year? If so, how many?
3. Which groups were consulted before officers were placed in schools?"""

REPLY = """Our reference: FOI 771/26

Thank you for your request. I have decided to disclose some of the requested information.

Q1 - How many police officers and staff work in schools in your area?
There are 14 officers who work in secondary schools.

Q2 - Are there plans to add more in the next school year?
This information is exempt under Section 31(1) of the Act.

Q3 - Which groups were consulted before officers were placed in schools?
Head teachers and governors of each school were consulted."""


@cache
def calendar() -> Calendar:
    """The days that count under the Freedom of Information Act."""
    table = json.loads((ROOT / "requests_app" / "data" / "bank_holidays.json").read_text())
    return HolidayTable.from_json(table).uk


def today() -> date:
    """The day in London."""
    return london_day(datetime.now(UTC))


def working_days_ago(number: int) -> date:
    """The working day this many working days before today."""
    day = today()
    for _ in range(number):
        day = calendar().previous_working_day(day)
    return day


def new_title(about: str) -> str:
    """A title nobody else has: tests share one program."""
    return f"{about} {uuid4().hex[:8]}"


def path_of(page: Page) -> str:
    """The path of the page, without host and query."""
    return urlsplit(page.url).path


def reference_of(path: str) -> str:
    """``/requests/FT-00012/`` is FT-00012."""
    return path.split("/")[2]


def heading(page: Page, name: str) -> Locator:
    """The page's title."""
    return page.get_by_role("heading", level=1, name=name)


def fill_request(page: Page, *, title: str, letter: str = LETTER, authority: str = "Met") -> None:
    """Fill in what every request needs."""
    page.get_by_label("Which authority?").fill(authority)
    page.get_by_label("What is it about?").fill(title)
    page.get_by_role("textbox", name="The letter").fill(letter)


def fill_composer(page: Page, *, title: str, questions: Sequence[str] = (), authority: str = "Met") -> None:
    """Fill in the composer: whom, what about, and some questions, the first of which stands there already."""
    page.get_by_label("Which authority?").fill(authority)
    page.get_by_label("What is it about?").fill(title)
    for number, text in enumerate(questions, 1):
        field = page.get_by_label(f"Question {number}: what you ask")
        if number > 1:
            page.get_by_role("button", name="Add a question").click()
            expect(field).to_be_focused()
        field.fill(text)


def log_request(
    page: Page, title: str, *, sent_on: date, letter: str = LETTER, authority: str = "Met"
) -> str:
    """Log a request that was sent by e-mail, and leave its questions as they were found. Returns its path."""
    page.goto("/requests/new/log/")
    fill_request(page, title=title, letter=letter, authority=authority)
    page.get_by_label("When was it sent?").fill(sent_on.isoformat())
    page.get_by_role("button", name="Log request").click()
    page.get_by_role("link", name="They are right as they are").click()
    expect(heading(page, title)).to_be_visible()
    return path_of(page)


def put_in_reply(page: Page, path: str, *, received_on: date | None = None, text: str = REPLY) -> str:
    """Paste a reply to a request. Returns the path of its reading, which is open now."""
    page.goto(f"{path}reply/")
    if received_on:
        page.get_by_label("When did you get it?").fill(received_on.isoformat())
    page.get_by_role("textbox", name="The reply").fill(text)
    page.get_by_role("button", name="Read the reply").click()
    expect(heading(page, "Is this what they said?")).to_be_visible()
    return path_of(page)


def record_their_question(page: Page, path: str, *, on: date, asked: str) -> None:
    """Record that the authority asked what is meant by question 1; ends on the request's page."""
    page.goto(f"{path}clarification/")
    page.get_by_label("When did they ask?").fill(on.isoformat())
    page.get_by_label("What did they ask?").fill(asked)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Record their question").click()
    expect(page.get_by_text("Your move: they asked you to clarify")).to_be_visible()


def draft_an_answer(page: Page, path: str, answer: str) -> str:
    """Have an answer to their question put into a letter. Returns the path of the letter, which is open now."""
    page.goto(f"{path}clarification/answer/")
    page.get_by_label("Your answer").fill(answer)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("button", name="Approve letter")).to_be_visible()
    return path_of(page)


def question(page: Page, number: str) -> Locator:
    """One question on the page of its request."""
    return page.locator(".questions > li").filter(has=page.get_by_text(f"Question {number}", exact=True))


def main(page: Page) -> Locator:
    """The page without its frame."""
    return page.locator("main")
