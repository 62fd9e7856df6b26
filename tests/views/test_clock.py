"""The public calculator: a link in, dates out, for anybody; what is wrong is named and what was typed is kept."""

from __future__ import annotations

import io
import json
import re
from html import unescape
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.http import QueryDict
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from requests_app.forms.clock_choices import BODIES, HAPPENING_OF
from requests_app.forms.clock_query import ClockQuery
from requests_app.models import User
from requests_app.queries import holidays
from tests import factories

pytestmark = pytest.mark.django_db

PLAIN = "kind=police_ew&on=2026-03-02"
REVIEWED = f"{PLAIN}&e1-what=refusal&e1-on=2026-03-31&e2-what=internal_review_requested&e2-on=2026-04-20"


@pytest.fixture(autouse=True)
def on_tuesday_the_tenth_of_march() -> object:
    with time_machine.travel("2026-03-10T12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def person() -> User:
    return factories.a_person()


def text_of(html: str) -> str:
    """The words of a page, spaces evened out."""
    return " ".join(
        unescape(strip_tags(re.sub(r"<(script|head).*?</\1>", "", html, flags=re.DOTALL))).split()
    )


def read(client: Client, query: str) -> str:
    """The words of the calculator's page for a query."""
    answer = client.get(f"/clock/?{query}")
    assert answer.status_code == 200
    return text_of(answer.content.decode())


def html(client: Client, query: str) -> str:
    return client.get(f"/clock/?{query}").content.decode()


def test_anybody_sees_an_empty_form_and_gets_no_cookie(client: Client) -> None:
    answer = client.get("/clock/")
    assert answer.status_code == 200
    assert not answer.cookies
    words = text_of(answer.content.decode())
    assert "What kind of authority?" in words
    assert "Please check this" not in words


def test_the_menu_leads_to_it_for_visitors_and_for_people(client: Client, person: User) -> None:
    link = '<a href="/clock/">Clock</a>'
    assert link in client.get("/evidence/").content.decode()
    client.force_login(person)
    assert link in client.get("/evidence/").content.decode()
    assert '<a href="/clock/" aria-current="page">Clock</a>' in client.get("/clock/").content.decode()


def test_it_only_reads(client: Client) -> None:
    assert client.post("/clock/", {"kind": "council"}).status_code == 405
    assert client.post("/clock.json").status_code == 405
    assert client.head("/clock/").status_code == 200


def test_the_date_comes_with_whose_move_it_is_and_how_far_off(client: Client) -> None:
    words = read(client, PLAIN)
    assert "Reply due Waiting for a reply Tue 31 Mar 2026 The authority’s move in 14 working days" in words
    assert "Hard: the law, FOIA s.10(1)" in words


def test_the_working_is_open_and_says_what_an_england_only_calendar_would_have_said(client: Client) -> None:
    page = html(client, PLAIN)
    assert '<details class="why" open>' in page
    words = text_of(page)
    assert (
        "St Patrick's Day, a bank holiday in Northern Ireland, is one for every UK authority. FOIA s.10(6)"
        in words
    )
    assert "An England-only calendar would say Mon 30 Mar 2026, one day early." in words


def test_where_the_calendars_agree_it_says_so(client: Client) -> None:
    assert "An England-only calendar would say the same day." in read(client, "kind=police_ew&on=2026-02-02")


def test_the_strip_shows_days_counted_and_the_holiday(client: Client) -> None:
    words = read(client, PLAIN)
    assert "6 of 20 working days have been counted." in words
    assert "Tue 17 Mar is not counted: St Patrick's Day (Northern Ireland)." in words


def test_overdue_is_said_relative_to_today(client: Client) -> None:
    words = read(client, "kind=police_ew&on=2026-02-02")
    assert "The requester’s move overdue since Tue 3 Mar 2026, 6 working days" in words


def test_a_link_may_say_on_which_day_it_is_read(client: Client) -> None:
    words = read(client, f"{PLAIN}&today=2026-04-02")
    assert "overdue since Wed 1 Apr 2026, 2 working days" in words
    assert "Read on Thu 2 Apr 2026." in words


def test_every_date_has_who_ground_source_and_what_opens_next(client: Client) -> None:
    words = read(client, f"{REVIEWED}&today=2026-05-01")
    assert (
        "Review answer due Tue 19 May 2026 In 11 working days. On the authority. Soft: the section 45 code, s.45 code. "
        "Source: ICO guide, Complaints (internal reviews). Chase from Wed 20 May 2026. After it: chase, then the regulator."
    ) in words
    assert "Reply due Tue 31 Mar 2026 Settled on Tue 31 Mar 2026. On the authority." in words


def test_a_doubt_stands_beside_the_date_with_its_reason(client: Client) -> None:
    assert "Uncertain. The 2018 section 45 code treats a weekend" in read(
        client, "kind=council&on=2026-03-08"
    )


@pytest.mark.parametrize(
    ("kind", "law", "section"),
    [
        ("council", "foi", "FOIA s.10(1)"),
        ("council", "eir", "EIR reg 5(2)"),
        ("nhs_scot", "foi", "FOISA s.10(1)"),
        ("nhs_scot", "eir", "EI(S)R reg 5(2)(a)"),
        ("council_scot", "sar", "UK GDPR art 12(3)"),
    ],
)
def test_the_regime_follows_from_who_is_asked_and_for_what(
    client: Client, kind: str, law: str, section: str
) -> None:
    assert section in read(client, f"kind={kind}&law={law}&on=2026-03-02")


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.value)
def test_no_kind_of_authority_is_at_odds_with_its_regime(client: Client, body: object) -> None:
    assert "answers under" not in read(client, f"kind={body.value}&on=2026-03-02")  # type: ignore[attr-defined]


def test_subject_access_is_recognised_and_diverted(client: Client) -> None:
    words = read(client, "kind=council&law=sar&on=2026-03-02")
    assert "makes a subject access request" in words
    assert "Thu 2 Apr 2026" in words


def test_a_school_is_asked_for_its_closed_days_and_a_council_is_not(client: Client) -> None:
    words = read(client, "kind=academy&on=2026-07-14")
    assert "Wed 12 Aug 2026 to Thu 8 Oct 2026" in words
    assert "When is the school closed?" in words
    assert "When is the school closed?" not in read(client, "kind=council&on=2026-07-14")


@pytest.mark.parametrize("how", ["received", "email", "portal", "hand"])
def test_closed_days_give_a_school_one_date_however_the_request_came(client: Client, how: str) -> None:
    words = read(client, f"kind=academy&on=2026-07-14&how={how}&closed=2026-07-22..2026-09-02")
    assert "Reply due Waiting for a reply Wed 23 Sep 2026" in words
    assert "Wed 22 Jul to Fri 31 Jul are not counted: the school is closed." in words


def test_closed_days_that_change_nothing_are_said_to(client: Client) -> None:
    words = read(client, "kind=council&on=2026-07-14&closed=2026-07-22..2026-09-02")
    assert "change nothing here" in words


def test_a_pause_for_a_fee_is_drawn_day_by_day(client: Client) -> None:
    words = read(client, f"{PLAIN}&e1-what=fee_notice&e1-on=2026-03-10&e2-what=fee_paid&e2-on=2026-03-20")
    assert "Tue 14 Apr 2026" in words
    assert "6 of 20 working days" not in words
    assert "Tue 10 Mar to Mon 16 Mar are not counted: a fee was awaited." in words


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        ("2012-03-02", "lies before Thu 1 Jan 2015, where our bank holiday table begins"),
        ("2028-12-15", "end after Sun 31 Dec 2028, the last day of the bank holiday table"),
        ("2090-01-02", "lies after Sun 31 Dec 2028"),
    ],
)
def test_days_outside_the_holiday_table_are_taken_and_give_no_date(
    client: Client, on: str, reason: str
) -> None:
    words = read(client, f"kind=council&on={on}")
    assert "No date for the reply" in words
    assert "Why there is no date." in words
    assert reason in words
    refused = client.get(f"/clock/calendar.ics?kind=council&on={on}")
    assert refused.status_code == 400
    assert reason in refused.json()["error"]


def test_a_decision_needs_nothing_before_it(client: Client) -> None:
    words = read(client, "kind=council&e1-what=ico_decision_notice&e1-on=2026-11-27&e1-compliance_days=35")
    assert "Fri 1 Jan 2027" in words
    assert "Appeal must reach the tribunal by Fri 25 Dec 2026" in words


@pytest.mark.parametrize("kind", HAPPENING_OF, ids=str)
def test_every_event_can_be_added_with_the_fields_it_needs(client: Client, kind: str) -> None:
    page = html(client, f"{PLAIN}&next={kind}")
    assert f'<input type="hidden" name="e1-what" value="{kind}" id="id_e1-what">' in page
    assert 'name="e1-on"' in page
    assert all(f'name="e1-{name}"' in page for name in HAPPENING_OF[kind].asks)  # type: ignore[index]
    assert "Please check this" not in page


def test_adding_an_event_is_no_mistake_before_the_rest_is_filled_in(client: Client) -> None:
    page = html(client, "kind=&law=foi&on=&how=received&next=refusal")
    assert "Please check this" not in page
    assert 'name="e1-on"' in page
    assert "Why this date?" not in page


def test_while_an_event_is_added_the_answer_without_it_stands(client: Client) -> None:
    assert "Tue 31 Mar 2026" in read(client, f"{PLAIN}&next=refusal")


def test_removing_an_event_keeps_the_others_and_numbers_them_afresh(client: Client) -> None:
    page = html(client, f"{REVIEWED}&remove=1")
    assert 'name="e1-what" value="internal_review_requested"' in page
    assert "e2-what" not in page


def test_after_eight_events_no_more_is_offered(client: Client) -> None:
    eight = "".join(f"&e{n}-what=other_correspondence&e{n}-on=2026-03-0{n + 1}" for n in range(1, 9))
    page = html(client, PLAIN + eight)
    assert 'name="e8-on"' in page
    assert 'name="next"' not in page
    assert "No more than 8 further events are taken" in read(client, f"{PLAIN}{eight}&next=refusal")


def test_events_of_the_other_regulator_are_not_offered(client: Client) -> None:
    assert "Decision notice of the Information Commissioner" not in html(
        client, "kind=council_scot&on=2026-03-02"
    )
    assert "Decision of the Scottish" not in html(client, PLAIN)


def test_the_link_to_the_answer_is_short_and_gives_the_same(client: Client) -> None:
    long = "kind=police_ew&law=foi&on=2%2F3%2F2026&how=received&name=&next=&e1-what=refusal&e1-on=31+Mar+2026&e1-received_on="
    links = re.findall(r'href="/clock/\?([^"]+)">Link to this answer', html(client, long))
    assert links == ["kind=police_ew&amp;on=2026-03-02&amp;e1-what=refusal&amp;e1-on=2026-03-31"]
    assert read(client, long) == read(client, unescape(links[0]))


def test_search_engines_are_told_to_leave_answers_alone(client: Client) -> None:
    assert '<meta name="robots" content="noindex">' in html(client, PLAIN)
    assert "robots" not in html(client, "")


def test_json_is_what_the_command_prints(client: Client, tmp_path: Path) -> None:
    query = f"{REVIEWED}&today=2026-05-01"
    file = tmp_path / "events.json"
    file.write_text(json.dumps(ClockQuery(QueryDict(query)).to_contract()))
    out = io.StringIO()
    call_command("clock", str(file), "--json", stdout=out)
    given = client.get(f"/clock.json?{query}")
    assert given["Content-Type"] == "application/json"
    assert given.json() == json.loads(out.getvalue())
    assert client.get(f"/clock/?{query}&format=json").content == given.content


def test_json_says_what_is_overdue_today(client: Client) -> None:
    assert client.get(f"/clock.json?{PLAIN}").json()["overdue"] is False
    assert client.get("/clock.json?kind=council&on=2026-02-02").json()["overdue"] is True


def test_the_page_asks_the_database_little(
    client: Client, person: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    holidays._kept.clear()
    with django_assert_max_num_queries(2):
        client.get(f"/clock/?{REVIEWED}")
    with django_assert_max_num_queries(1):
        client.get(f"/clock/?{REVIEWED}")
    client.force_login(person)
    holidays._kept.clear()
    with django_assert_max_num_queries(4):
        client.get(f"/clock/?{REVIEWED}")
    with django_assert_max_num_queries(0):
        Client().get("/clock/")
