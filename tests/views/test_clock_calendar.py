"""The calendar file: what calendar programs import, well-formed, stable, with an alarm for every date."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar
import pytest
import time_machine
from django.test import Client

pytestmark = pytest.mark.django_db

PLAIN = "kind=police_ew&on=2026-03-02"
REFUSED = f"{PLAIN}&e1-what=refusal&e1-on=2026-03-31"


@pytest.fixture(autouse=True)
def on_tuesday_the_tenth_of_march() -> object:
    with time_machine.travel("2026-03-10T12:00:00+00:00", tick=False):
        yield


def file_of(client: Client, query: str) -> bytes:
    answer = client.get(f"/clock/calendar.ics?{query}")
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="foi-dates.ics"'
    return answer.content


def events_of(client: Client, query: str) -> dict[str, icalendar.Event]:
    """The entries of the file by their titles."""
    calendar = icalendar.Calendar.from_ical(file_of(client, query))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def uids(client: Client, query: str) -> dict[str, str]:
    return {title: str(event["uid"]) for title, event in events_of(client, query).items()}


def test_each_open_date_is_an_entry_for_the_whole_day_and_so_is_the_day_to_chase_from(client: Client) -> None:
    days = {title: event["dtstart"].dt for title, event in events_of(client, PLAIN).items()}
    assert days == {
        "Reply due": date(2026, 3, 31),
        "Chase from (Reply due)": date(2026, 4, 1),
        "Extension notice by": date(2026, 3, 31),
    }
    for event in events_of(client, PLAIN).values():
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert event["dtstart"].params["VALUE"] == "DATE"


def test_dates_that_are_settled_are_left_out(client: Client) -> None:
    assert set(events_of(client, REFUSED)) == {"Ask for a review by"}


def test_an_entry_has_the_working_the_ground_and_the_way_back(client: Client) -> None:
    event = events_of(client, PLAIN)["Reply due"]
    text = str(event["description"])
    assert "On the authority. Hard: the law, FOIA s.10(1). Source: ICO" in text
    assert "Tue 17 Mar 2026 is skipped: St Patrick's Day" in text
    assert str(event["url"]) == "http://testserver/clock/?kind=police_ew&on=2026-03-02"
    assert text.endswith(str(event["url"]))


def test_a_doubt_is_in_the_entry_too(client: Client) -> None:
    text = str(events_of(client, "kind=council&on=2026-03-08")["Reply due"]["description"])
    assert "Uncertain: The 2018 section 45 code" in text


def test_the_alarm_rings_at_nine_the_day_before(client: Client) -> None:
    for event in events_of(client, PLAIN).values():
        [alarm] = event.walk("VALARM")
        assert (str(alarm["action"]), alarm["trigger"].dt) == ("DISPLAY", timedelta(hours=-15))
        assert alarm["description"]


def test_what_is_typed_is_escaped(client: Client) -> None:
    name = 'Schools; officers, "plans" \\ costs'
    answer = client.get(
        "/clock/calendar.ics", {"kind": "council", "on": "2026-03-02", "name": f"{name}\nBEGIN:VEVENT"}
    )
    lines = answer.content.decode().replace("\r\n ", "").split("\r\n")
    assert 'SUMMARY:Schools\\; officers\\, "plans" \\\\ costs BEGIN:VEVENT: Reply due' in lines
    assert lines.count("BEGIN:VEVENT") == 3
    titles = {str(event["summary"]) for event in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")}
    assert f"{name} BEGIN:VEVENT: Reply due" in titles


def test_lines_are_folded_and_end_as_the_standard_has_it(client: Client) -> None:
    raw = file_of(client, f"{PLAIN}&name=%C3%A9t%C3%A9+{'y' * 60}")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    for needed in (b"VERSION:2.0", b"PRODID:-//foitracker//clock//EN", b"DTSTAMP:20260310T120000Z"):
        assert needed in raw


def test_the_same_link_gives_the_same_entries_on_every_day(client: Client) -> None:
    first = uids(client, PLAIN)
    with time_machine.travel("2026-05-01T12:00:00+00:00", tick=False):
        assert uids(client, f"{PLAIN}&today=2026-04-30") == first
    assert len(set(first.values())) == len(first)


def test_with_a_name_a_further_event_moves_entries_instead_of_doubling_them(client: Client) -> None:
    named = f"{PLAIN}&name=Schools"
    stopped = f"{named}&e1-what=clarification_requested&e1-on=2026-03-10"
    before = events_of(client, named)["Schools: Reply due"]
    after = events_of(client, f"{stopped}&e2-what=clarification_received&e2-on=2026-03-20")[
        "Schools: Reply due"
    ]
    assert before["uid"] == after["uid"]
    assert (before["dtstart"].dt, after["dtstart"].dt) == (date(2026, 3, 31), date(2026, 4, 21))


@pytest.mark.parametrize(
    "other",
    ["kind=council&on=2026-03-02", "kind=police_ew&on=2026-03-03", f"{PLAIN}&how=email", f"{PLAIN}&law=eir"],
)
def test_another_request_has_other_entries(client: Client, other: str) -> None:
    assert uids(client, f"{PLAIN}&name=A")["A: Reply due"] != uids(client, f"{other}&name=A")["A: Reply due"]
    assert uids(client, PLAIN)["Reply due"] != uids(client, other)["Reply due"]


def test_labels_of_questions_never_reach_a_uid(client: Client) -> None:
    partly = f"{PLAIN}&e1-what=partial_response&e1-on=2026-03-20&e1-covers=1%3B%0AX,+2(a)"
    assert all(uid.replace("@foitracker", "").isalnum() for uid in uids(client, partly).values())


def test_without_an_open_date_there_is_no_file(client: Client) -> None:
    refused = client.get(f"/clock/calendar.ics?{PLAIN}&e1-what=withdrawn&e1-on=2026-03-05")
    assert refused.status_code == 400
    assert refused.json() == {"error": "No open date follows, so there is nothing to put into a calendar."}
    assert (
        "Calendar file"
        not in client.get(f"/clock/?{PLAIN}&e1-what=withdrawn&e1-on=2026-03-05").content.decode()
    )
