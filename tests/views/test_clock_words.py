"""What the clock refuses is told on pages by the names that the pages use, not by those of the ``clock`` command."""

from __future__ import annotations

import re
from datetime import date

import pytest
import time_machine
from django.test import Client

from requests_app.core.clock import clock_from_json
from requests_app.core.errors import ClockError
from requests_app.core.states import EventKind
from requests_app.forms.clock_words import in_page_words, in_record_words
from tests import factories as make
from tests.core.clocks import TABLE
from tests.core.test_clock_input import BAD

CODE = re.compile(r"[a-z]_[a-z]|\b\d{4}-\d\d-\d\d\b|\bvoid\b", re.IGNORECASE)
FIRST_CONTRADICTION = next(
    place for place, (_, says) in enumerate(BAD) if says.startswith("lies before it was")
)


def refusal_of(given: object) -> str:
    with pytest.raises(ClockError) as refused:
        clock_from_json(given, TABLE)
    return refused.value.sentence


@pytest.mark.parametrize("given", [given for given, _ in BAD[FIRST_CONTRADICTION:]])
def test_no_name_of_the_command_reaches_a_page(given: object) -> None:
    sentence = refusal_of(given)
    assert not CODE.search(in_page_words(sentence)), sentence
    assert not CODE.search(in_record_words(sentence)), sentence


def test_the_history_s_own_words_are_used_where_it_can_be_corrected() -> None:
    twice = [
        {"type": "received", "date": "2026-03-02"},
        {"type": "refusal", "date": "2026-03-31"},
        {"type": "final_response", "date": "2026-04-02"},
    ]
    sentence = refusal_of({"regime": "FOIA", "authority_kind": "council", "events": twice})
    assert in_record_words(sentence) == (
        "“They replied” on Thu 2 Apr 2026: a final reply (“They refused the request” on Tue 31 Mar 2026) already stands; correct "
        "one of the two, or record this one as “They told you the outcome of the review” or “They wrote or called”."
    )


def test_a_state_is_called_what_the_page_calls_it() -> None:
    late = [
        {"type": "received", "date": "2026-03-02"},
        {"type": "refusal", "date": "2026-03-31"},
        {"type": "review_outcome", "date": "2026-04-20"},
    ]
    sentence = refusal_of({"regime": "FOIA", "authority_kind": "council", "events": late})
    assert in_record_words(sentence) == (
        "“They told you the outcome of the review” on Mon 20 Apr 2026 can't happen while the request is “Refused”. Nobody asked "
        "for a review that is still open. Accepted while it is: “Internal review running”, “With the regulator”, “Decided”, "
        "“Tribunal”."
    )


@pytest.mark.django_db
def test_a_page_refuses_in_its_own_words_and_keeps_what_was_typed(client: Client) -> None:
    foi_request = make.a_request()
    client.force_login(make.requester_of(foi_request))
    path = f"/requests/{foi_request.reference}/events/{EventKind.REVIEW_OUTCOME}/new/"
    with time_machine.travel(make.noon(date(2026, 10, 20)), tick=False):
        answer = client.post(path, {"on": "2026-10-20", "channel": "email", "text": "We uphold it."})
    page = answer.content.decode()
    assert "“They told you the outcome of the review” on Tue 20 Oct 2026" in page
    assert "We uphold it." in page
