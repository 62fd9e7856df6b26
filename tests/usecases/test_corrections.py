"""What people make of a reading is kept beside it, finding by finding, with how much was right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.states import Decision, MessageKind, Outcome
from requests_app.models import Correction, FoiRequest, Message, ReadRight
from requests_app.queries.readings import proposal
from requests_app.usecases.replies import AnswerConfirmed, ReadingConfirmed, confirm_reading
from tests import factories as make
from tests.factories import DUE_ON, noon

pytestmark = pytest.mark.django_db

REPLY = """Our reference: FOI-2026-0412

Date: 27 October 2026

I have decided to disclose some of the information.

Q1 - How many officers work in schools, by
There are 14 officers in secondary schools.

Q2 - Who was consulted before they were placed there?
This is exempt under Section 31(1) of the Act."""


@pytest.fixture
def message() -> Message:
    return make.a_reply(make.a_request(), on=DUE_ON, text=REPLY)


def as_read(message: Message, **changed: Any) -> ReadingConfirmed:
    """Everything as it was read."""
    read = proposal(message)
    reading = read.reading
    answers = [
        AnswerConfirmed(answer.question, answer.read.outcome, answer.read.text, answer.read.sections)
        for answer in read.with_parts
        if answer.read
    ]
    values: dict[str, Any] = {
        "kind": reading.kind.kind if reading.kind.confidence else MessageKind.REPLY,
        "is_final": True,
        "decision": reading.decision,
        "decision_explicit": True,
        "authority_reference": reading.reference,
        "issued_on": reading.date_responded,
        "received_on": DUE_ON,
        "answers": answers,
        "tables": reading.tables,
        "abbreviations": {},
    }
    return ReadingConfirmed(**values | changed)


def confirm(message: Message, **changed: Any) -> None:
    confirm_reading(
        message=message,
        confirmed=as_read(message, **changed),
        by=make.requester_of(message.foi_request),
        now=noon(DUE_ON),
    )


def right() -> dict[str, int]:
    return dict(ReadRight.objects.values_list("what", "number"))


def test_what_is_confirmed_as_read_is_counted_and_corrects_nothing(message: Message) -> None:
    reads = [answer.read for answer in proposal(message).answers if answer.read]
    confirm(message)
    assert not Correction.objects.exists()
    expected = {
        "reference": 1,
        "issued_on": 1,
        "decision": 1,
        "outcome": len(reads),
        "answer": sum(bool(read.text) for read in reads),
        "sections": sum(bool(read.sections) for read in reads),
    }
    assert right() | {"kind": 1} == {what: n for what, n in expected.items() if n} | {"kind": 1}


def test_a_correction_keeps_what_was_read_where_how_surely_and_what_became_of_it(message: Message) -> None:
    start = REPLY.index("27 October")
    confirm(
        message,
        authority_reference="FOI 412",
        issued_on=date(2026, 10, 26),
        spans={"issued_on": (start, start + 10)},
    )
    reference = Correction.objects.get(what="reference")
    assert (reference.change, reference.proposed, reference.made) == ("changed", "FOI-2026-0412", "FOI 412")
    assert reference.proposed_start == REPLY.index("FOI-2026")
    assert reference.confidence is not None
    assert (reference.made_start, reference.made_end) == (None, None)
    assert (reference.by, reference.at) == (make.requester_of(message.foi_request), noon(DUE_ON))
    issued = Correction.objects.get(what="issued_on")
    assert (issued.made, issued.made_start, issued.made_end) == ("2026-10-26", start, start + 10)
    assert "reference" not in right()


def test_each_question_is_corrected_by_itself(message: Message) -> None:
    first, second = proposal(message).answers
    assert first.read is not None
    start = REPLY.index("This is exempt")
    words = REPLY[start : start + 14]
    confirm(
        message,
        answers=[
            AnswerConfirmed(first.question, Outcome.NOT_FOI, first.read.text, first.read.sections),
            AnswerConfirmed(second.question, Outcome.NOT_FOI, words, ("99",), span=(start, start + 14)),
        ],
    )
    made = {(row.what, row.about): row for row in Correction.objects.all()}
    assert set(made) == {("outcome", "1"), ("outcome", "2"), ("answer", "2"), ("sections", "2")}
    assert (made["outcome", "1"].proposed, made["outcome", "1"].made) == (first.read.outcome.value, "not FOI")
    assert (made["answer", "2"].made_start, made["answer", "2"].made_end) == (start, start + 14)
    assert made["sections", "2"].made == "99"


def test_what_a_person_found_and_the_program_did_not_is_added(message: Message) -> None:
    foi_request: FoiRequest = message.foi_request
    quiet = make.a_reply(foi_request, on=DUE_ON, text="Thank you. We will look into it in due course.")
    confirm(quiet, authority_reference="FOI 412", decision=Decision.REFUSED, answers=[])
    added = Correction.objects.filter(message=quiet, change="added").values_list("what", flat=True)
    assert {"reference", "decision"} <= set(added)


def test_the_reference_of_the_record_confirmed_again_is_no_correction(message: Message) -> None:
    foi_request = message.foi_request
    FoiRequest.objects.filter(pk=foi_request.pk).update(authority_reference="FOI 412")
    quiet = make.a_reply(
        make.fresh(foi_request), on=DUE_ON, text="Thank you. We will look into it in due course."
    )
    confirm(quiet, authority_reference="FOI 412", answers=[])
    assert not Correction.objects.filter(what="reference").exists()
