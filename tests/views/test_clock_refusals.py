"""What the calculator can't take is named exactly, with what it would take; what was typed stays."""

from __future__ import annotations

import re
from html import unescape

import pytest
import time_machine
from django.test import Client

pytestmark = pytest.mark.django_db

PLAIN = "kind=police_ew&on=2026-03-02"
NO_SECTION = "“because” names no section; give, for example, s31 or s40(2)."

WRONG = {
    "nothing": ("", "Choose the kind of authority.", "kind"),
    "no kind": ("on=2026-03-02", "Choose the kind of authority.", "kind"),
    "unknown kind": ("kind=counsil&on=2026-03-02", "“counsil” is not one of: council, police_ew,", "kind"),
    "what was meant": ("kind=counsil&on=2026-03-02", "Did you mean council?", "kind"),
    "unknown law": (f"{PLAIN}&law=gdpr", "“gdpr” is not one of: foi, eir, sar.", "law"),
    "unknown way": (f"{PLAIN}&how=fax", "“fax” is not one of: received, email, portal, post, hand.", "how"),
    "no day": ("kind=council", "Give the day, such as 6/12/2022.", "on"),
    "no such day": (
        "kind=council&on=31/2/2026",
        "“31/2/2026” is no day of the calendar. Type it as 6/12/2022",
        "on",
    ),
    "too early": (
        "kind=council&on=2004-12-31",
        "Fri 31 Dec 2004 is outside what we count: days from Sat 1 Jan 2005",
        "on",
    ),
    "too late": ("kind=council&on=2101-01-01", "to Fri 31 Dec 2100.", "on"),
    "bad reading day": (f"{PLAIN}&today=tomorrow", "“tomorrow” is no day of the calendar.", "today"),
    "misspelt name": (
        "kindd=council&on=2026-03-02",
        "“kindd” is not a name we know; accepted: kind, law, on,",
        "kindd",
    ),
    "given twice": (f"{PLAIN}&on=2026-03-03", "on is given 2 times; give it once.", "on"),
    "unknown format": (f"{PLAIN}&format=xml", "“xml” is no format we give; accepted: json.", "format"),
    "too long a name": (f"{PLAIN}&name={'x' * 81}", "at most 80 characters", "name"),
    "unknown event": (
        f"{PLAIN}&e1-what=refused&e1-on=2026-03-31",
        "“refused” is not one of: received,",
        "e1-what",
    ),
    "event without kind": (f"{PLAIN}&e1-on=2026-03-31", "Choose what happened.", "e1-what"),
    "event without day": (f"{PLAIN}&e1-what=refusal", "or remove this event.", "e1-on"),
    "event on no day": (f"{PLAIN}&e1-what=refusal&e1-on=soon", "“soon” is no day of the calendar.", "e1-on"),
    "field of another event": (
        f"{PLAIN}&e1-what=refusal&e1-on=2026-03-31&e1-target=2026-04-01",
        "e1-target says nothing about “Refusal”; accepted: e1-what, e1-on, e1-received_on.",
        "e1-target",
    ),
    "a ninth event": (f"{PLAIN}&e9-what=refusal", "at most 8 further events are taken, e1 to e8.", "e9-what"),
    "no exemption": (
        f"{PLAIN}&e1-what=pit_extension&e1-on=2026-03-20&e1-exemptions=because",
        NO_SECTION,
        "e1-exemptions",
    ),
    "days that are no number": (
        "kind=council&e1-what=ico_decision_notice&e1-on=2026-03-20&e1-compliance_days=thirty",
        "Give a whole number of days from 1 to 3650",
        "e1-compliance_days",
    ),
    "no days at all": (
        "kind=council&e1-what=ico_decision_notice&e1-on=2026-03-20&e1-compliance_days=0",
        "Give a whole number of days from 1 to 3650",
        "e1-compliance_days",
    ),
    "consent": (
        f"{PLAIN}&e1-what=transferred&e1-on=2026-03-20&e1-consent=perhaps",
        "“perhaps” is not one of: yes, no.",
        "e1-consent",
    ),
    "closed days back to front": (
        "kind=academy&on=2026-07-14&closed=2/9/2026+-+22/7/2026",
        "“2/9/2026 - 22/7/2026”: the last day lies before the first.",
        "closed",
    ),
    "closed days that are none": (
        "kind=academy&on=2026-07-14&closed=summer",
        "“summer”: “summer” is no day of the calendar.",
        "closed",
    ),
    "half a range": (
        "kind=academy&on=2026-07-14&closed=22/7/2026..",
        "a day is missing; give, for example,",
        "closed",
    ),
    "three days in a range": (
        "kind=academy&on=2026-07-14&closed=1/7/2026+-+2/7/2026+-+3/7/2026",
        "has more than two days; give the first and the last day closed.",
        "closed",
    ),
    "too many ranges": (
        f"kind=academy&on=2026-07-14&closed={';'.join(['22/7/2026'] * 25)}",
        "25 ranges are given; 24 at most are accepted.",
        "closed",
    ),
    "posted to a school": (
        "kind=academy&on=2026-07-14&how=post&closed=22/7/2026",
        "Give the day the school received it.",
        "how",
    ),
}

CONTRADICTORY = {
    "a reply before receipt": (
        f"{PLAIN}&e1-what=refusal&e1-on=2026-02-27",
        "“Refusal” on Fri 27 Feb 2026 comes before the request was sent or received",
        "refusal on 2026-02-27 comes before the request was sent or received",
    ),
    "a review of nothing": (
        f"{PLAIN}&e1-what=internal_review_requested&e1-on=2026-03-10",
        "“A review was asked for” on Tue 10 Mar 2026 is a review of nothing",
        "internal_review_requested on 2026-03-10 is a review of nothing",
    ),
    "two final replies": (
        f"{PLAIN}&e1-what=refusal&e1-on=2026-03-20&e2-what=final_response&e2-on=2026-03-21",
        "remove one of the two, or record this one as “Outcome of the review” or “Another letter or call”.",
        "void one of the two, or record this one as review_outcome or other_correspondence.",
    ),
    "an outcome nobody asked for": (
        f"{PLAIN}&e1-what=review_outcome&e1-on=2026-03-31",
        "Accepted while it is: under review, with the regulator, decided, with the tribunal or court.",
        "Accepted while it is: review_running, with_regulator, decided, tribunal.",
    ),
    "the wrong regulator": (
        "kind=council_scot&on=2026-03-02&e1-what=ico_complaint&e1-on=2026-05-01",
        "the regulator is the Scottish Information Commissioner",
        "the regulator is the Scottish Information Commissioner",
    ),
    "received before it was sent": (
        "kind=council&on=2026-03-10&how=email&e1-what=received&e1-on=2026-03-02",
        "“The request was sent” on Tue 10 Mar 2026: it was received on Mon 2 Mar 2026, before it was sent",
        "sent on 2026-03-10: it was received on Mon 2 Mar 2026, before it was sent",
    ),
    "a promise before its notice": (
        f"{PLAIN}&e1-what=pit_extension&e1-on=2026-03-20&e1-exemptions=s31&e1-target=2026-03-10",
        "lies before the notice; give a later day, or none.",
        "lies before the notice; give a later day, or none.",
    ),
    "a payment nobody asked for": (
        f"{PLAIN}&e1-what=fee_paid&e1-on=2026-03-10",
        "no fees notice is unpaid then; accepted after a “The authority gave a fees notice”.",
        "no fees notice is unpaid then; accepted after a fee_notice.",
    ),
}


@pytest.fixture(autouse=True)
def on_tuesday_the_tenth_of_march() -> object:
    with time_machine.travel("2026-03-10T12:00:00+00:00", tick=False):
        yield


def page(client: Client, query: str) -> str:
    answer = client.get(f"/clock/?{query}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def summary(html: str) -> str:
    """The error summary at the top."""
    found = re.search(r'<div class="error-summary".*?</div>', html, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize(("query", "sentence", "name"), WRONG.values(), ids=WRONG)
def test_json_and_calendar_refuse_it_with_the_name_at_fault(
    client: Client, query: str, sentence: str, name: str
) -> None:
    for address in ("/clock.json", "/clock/calendar.ics"):
        refused = client.get(f"{address}?{query}")
        assert refused.status_code == 400
        assert set(refused.json()) == {"error"}
        assert sentence in refused.json()["error"]
        assert name in refused.json()["error"]


@pytest.mark.parametrize("case", [case for case in WRONG if case not in {"nothing", "unknown format"}])
def test_the_page_says_it_at_the_top_and_beside_its_field(client: Client, case: str) -> None:
    query, sentence, name = WRONG[case]
    html = page(client, query)
    said = summary(html)
    assert sentence in said
    target = re.search(rf'<a href="#([^"]+)">[^<]*{re.escape(sentence)}', said)
    if target is None:
        assert f'name="{name}"' not in html or case == "given twice"
    else:
        assert f'id="{target[1]}"' in html
    assert "Why this date?" not in html
    assert "<title>Error: " in html


@pytest.mark.parametrize(("query", "on_page", "in_json"), CONTRADICTORY.values(), ids=CONTRADICTORY)
def test_events_that_contradict_each_other_are_named(
    client: Client, query: str, on_page: str, in_json: str
) -> None:
    html = page(client, query)
    assert on_page in summary(html)
    refused = client.get(f"/clock.json?{query}")
    assert refused.status_code == 400
    assert in_json in refused.json()["error"]


def test_a_contradiction_stands_beside_the_event_it_names(client: Client) -> None:
    query = f"{PLAIN}&e1-what=refusal&e1-on=2026-03-20&e2-what=refusal&e2-on=2026-03-25"
    html = page(client, query)
    assert '<a href="#id_e2-on">' in summary(html)
    assert 'id="id_e2-on_error"' in html
    assert 'id="id_e1-on_error"' not in html
    promise = "e1-what=pit_extension&e1-on=2026-03-20&e1-exemptions=s31&e1-target=2026-03-10"
    assert '<a href="#id_e1-target">' in summary(page(client, f"{PLAIN}&{promise}"))
    sent = "kind=council&on=2026-03-10&how=email&e1-what=received&e1-on=2026-03-02"
    assert '<a href="#id_on">' in summary(page(client, sent))


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("kind=council&on=31/2/2026", '<input type="text" name="on" value="31/2/2026"'),
        ("kind=council&on=soon&name=Schools", 'name="name" value="Schools"'),
        (f"{PLAIN}&e1-what=refusal&e1-on=1.2", '<input type="text" name="e1-on" value="1.2"'),
        ("kind=academy&on=2026-07-14&closed=summer", "summer</textarea>"),
        (f"{PLAIN}&e1-what=pit_extension&e1-on=2026-03-20&e1-exemptions=because", 'value="because"'),
    ],
)
def test_what_was_typed_stays(client: Client, query: str, kept: str) -> None:
    html = page(client, query)
    assert summary(html)
    assert kept in re.sub(r' aria-\w+="[^"]*"', "", html).replace(' class="radioselect"', "")


def test_an_event_nobody_knows_is_not_added(client: Client) -> None:
    html = page(client, f"{PLAIN}&next=appeal")
    assert "“appeal” is no event we know. Choose one from the list." in summary(html)
    assert '<a href="#id_next">' in summary(html)


def test_what_was_chosen_stays(client: Client) -> None:
    html = page(client, "kind=council&on=&how=post&law=eir")
    assert summary(html)
    for name, value in (("how", "post"), ("law", "eir")):
        assert re.findall(rf'<input type="radio" name="{name}" value="(\w+)"[^>]* checked', html) == [value]
    assert '<option value="council" selected>' in html


def test_a_day_typed_in_words_is_shown_in_the_day_field(client: Client) -> None:
    html = page(client, "kind=council&on=2+Mar+2026")
    assert '<input type="date" name="on" value="2026-03-02"' in html


def test_names_that_sharing_adds_to_a_link_are_passed_over(client: Client) -> None:
    assert not summary(page(client, f"{PLAIN}&utm_source=x&fbclid=y"))
    assert client.get(f"/clock.json?{PLAIN}&utm_campaign=x").status_code == 200
    assert not summary(page(client, "fbclid=y"))


def test_typed_markup_is_shown_and_not_obeyed(client: Client) -> None:
    html = client.get("/clock/", {"kind": "<b>x</b>", "on": "<script>", "name": '"><i>'}).content.decode()
    assert "<b>x</b>" not in html
    assert "<script>" not in html
    assert '"><i>' not in html


def test_a_null_byte_is_refused_in_a_sentence(client: Client) -> None:
    assert client.get("/clock/?kind=council&on=2026-03-02&name=%00").status_code == 200
    assert client.get("/clock.json?kind=council&on=%00").status_code == 400
