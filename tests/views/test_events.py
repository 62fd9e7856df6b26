"""The pages of events: a school's closed days, an appeal in Scotland, what each page offers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from requests_app.core.states import AuthorityKind, Channel, EventKind, Regime, State
from requests_app.models import FoiRequest
from requests_app.usecases.events import record_event
from tests import factories as make
from tests.factories import noon

pytestmark = pytest.mark.django_db

NOW = date(2026, 10, 20)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(noon(NOW), tick=False):
        yield


def signed_in(client: Client, foi_request: FoiRequest) -> str:
    """Sign the owner in; returns the path of the request."""
    client.force_login(make.requester_of(foi_request))
    return f"/requests/{foi_request.reference}/"


def a_school_request(**fields: object) -> FoiRequest:
    return make.a_request(authority=make.an_authority("Brook School", kind=AuthorityKind.ACADEMY, **fields))


def test_the_page_of_a_school_s_request_leads_to_where_its_closed_days_are_given(client: Client) -> None:
    path = signed_in(client, a_school_request())
    assert f'href="{path}events/received/new/"' in client.get(path).content.decode()
    answer = client.post(
        f"{path}events/received/new/",
        {"on": "2026-10-06", "channel": "email", "text": "", "non_school_days": "26/10/2026 - 30/10/2026"},
        follow=True,
    )
    page = answer.content.decode()
    assert "a reply is due by Tue 10 Nov 2026" in page
    assert "Give the days on which the school is closed" not in page


def test_closed_days_that_are_none_are_refused_and_kept_as_they_were_typed(client: Client) -> None:
    path = signed_in(client, a_school_request())
    typed = {"on": "2026-10-06", "channel": "email", "text": "", "non_school_days": "half term"}
    page = client.post(f"{path}events/received/new/", typed).content.decode()
    assert "“half term” is no day of the calendar" in page
    assert ">\nhalf term</textarea>" in page


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"regime": Regime.EIR}, EventKind.RECEIVED),
        ({"kind": AuthorityKind.COUNCIL}, EventKind.RECEIVED),
        ({}, EventKind.FEE_NOTICE),
    ],
)
def test_closed_days_are_asked_for_where_they_decide_and_nowhere_else(
    client: Client, fields: dict[str, str], kind: EventKind
) -> None:
    authority = make.an_authority("Mill School", **{"kind": AuthorityKind.ACADEMY, **fields})
    path = signed_in(client, make.a_request(authority=authority))
    assert "non_school_days" not in client.get(f"{path}events/{kind}/new/").content.decode()


def test_an_appeal_to_the_court_of_session_can_be_recorded(client: Client) -> None:
    foi_request = make.a_request(authority=make.a_scottish_authority())
    by = make.requester_of(foi_request)
    for kind in (EventKind.SIC_APPLICATION, EventKind.SIC_DECISION):
        fields = {"details": {}, "text": "", "channel": Channel.EMAIL, "by": by, "now": noon(NOW)}
        record_event(foi_request=foi_request, kind=kind, on=NOW, **fields)
    path = signed_in(client, foi_request)
    assert "tribunal or court" in client.get(f"{path}events/").content.decode()
    client.post(f"{path}events/tribunal_appeal/new/", {"on": "2026-10-20", "channel": "email", "text": ""})
    assert make.fresh(foi_request).state == State.TRIBUNAL
