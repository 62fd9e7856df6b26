"""``manage.py draft_letter``: any letter the record supports, or what is missing, or why it can't be written and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from requests_app.core.states import Channel, EventKind, LetterKind, Outcome
from requests_app.models import FoiRequest
from requests_app.usecases.drafts import approve_draft, mark_draft_sent, start_draft
from requests_app.usecases.events import record_event
from requests_app.usecases.foi_requests import withdraw
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

K = LetterKind
REPLIED_ON = date(2026, 10, 30)
REFUSAL = """Our reference: FOI-2026-0412

Thank you for your request. This letter serves as a Refusal Notice under section 17 of the Act.

Q1 - How many officers work in schools, by
It would take about 40 hours to find this, which exceeds the appropriate limit of 18 hours under section 12(1).

Q2 - Who was consulted before they were placed there?
This is exempt under section 31(1)(a) of the Act, since disclosure would be likely to prejudice the prevention of crime.

Yours sincerely,
Disclosure Team"""


def printed(foi_request: FoiRequest, kind: str, *more: str, on: date = LATE_ON) -> str:
    out = StringIO()
    with time_machine.travel(noon(on), tick=False):
        call_command("draft_letter", foi_request.reference, kind, *more, stdout=out)
    return out.getvalue()


def refused(foi_request: FoiRequest, kind: str, *more: str, on: date = LATE_ON) -> str:
    with pytest.raises(CommandError) as error:
        printed(foi_request, kind, *more, on=on)
    assert error.value.returncode == 2
    sentence = str(error.value)
    assert "\n" not in sentence
    return sentence


def happened(foi_request: FoiRequest, kind: EventKind, on: date, **details: object) -> FoiRequest:
    record_event(
        foi_request=foi_request,
        kind=kind,
        on=on,
        details=details,
        text="",
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=noon(on),
    )
    return make.fresh(foi_request)


def wrote(foi_request: FoiRequest, kind: LetterKind, on: date) -> FoiRequest:
    """The letter drafted, approved and sent on a day."""
    by = make.requester_of(foi_request)
    draft = start_draft(
        foi_request=make.fresh(foi_request), kind=kind, own_words={"purpose": "To know."}, by=by, now=noon(on)
    )
    draft = approve_draft(draft=draft, version=draft.version, by=by, now=noon(on))
    mark_draft_sent(draft=draft, on=on, channel=Channel.EMAIL, version=draft.version, by=by, now=noon(on))
    return make.fresh(foi_request)


def answered(
    *outcomes: Outcome, text: str = REFUSAL, sections: tuple[str, ...] = (), scottish: bool = False
) -> FoiRequest:
    authority = make.a_scottish_authority() if scottish else make.an_authority()
    foi_request = make.a_request(authority=authority)
    message = make.a_reply(foi_request, on=REPLIED_ON, text=text)
    reading = make.a_reading(foi_request, *outcomes, on=REPLIED_ON)
    answers = [
        each if not sections else type(each)(each.question, each.outcome, each.text, sections)
        for each in reading.answers
    ]
    make.replies.confirm_reading(
        message=message,
        confirmed=type(reading)(
            **{name: getattr(reading, name) for name in reading.__slots__} | {"answers": answers}
        ),
        by=make.requester_of(foi_request),
        now=noon(REPLIED_ON),
    )
    return make.fresh(foi_request)


# Every letter, over a record that supports it


def acknowledgement_chaser() -> tuple[FoiRequest, date]:
    return make.a_request(), date(2026, 10, 13)


def overdue_chaser() -> tuple[FoiRequest, date]:
    return make.a_request(), LATE_ON


def second_chaser() -> tuple[FoiRequest, date]:
    return wrote(make.a_request(), K.OVERDUE_CHASER, LATE_ON), date(2026, 11, 11)


def clarification_reply() -> tuple[FoiRequest, date]:
    foi_request = make.a_request()
    clarification = make.asked_to_clarify(foi_request, on=date(2026, 10, 13))
    clarification.answered = "All of them."
    clarification.save()
    return foi_request, date(2026, 10, 14)


def narrowing() -> tuple[FoiRequest, date]:
    return answered(Outcome.COST_LIMIT, Outcome.COST_LIMIT, sections=("12(1)",)), LATE_ON


def review_silence() -> tuple[FoiRequest, date]:
    return make.a_request(authority=make.a_scottish_authority()), LATE_ON


def review_exemption() -> tuple[FoiRequest, date]:
    return answered(Outcome.DISCLOSED, Outcome.REFUSED, sections=("Section 31(1)(a)",)), LATE_ON


def review_incomplete() -> tuple[FoiRequest, date]:
    return answered(Outcome.DISCLOSED, Outcome.UNANSWERED, text=make.REPLY), LATE_ON


def review_not_held() -> tuple[FoiRequest, date]:
    return answered(Outcome.NOT_HELD, Outcome.NOT_HELD, text="We hold nothing of this kind."), LATE_ON


def review_ncnd() -> tuple[FoiRequest, date]:
    return answered(Outcome.NCND, Outcome.NCND, sections=("23(5)", "31(3)")), LATE_ON


def review_no_balancing() -> tuple[FoiRequest, date]:
    return review_exemption()


def ico_complaint() -> tuple[FoiRequest, date]:
    return wrote(make.a_request(), K.OVERDUE_CHASER, LATE_ON), date(2026, 11, 12)


def thanks() -> tuple[FoiRequest, date]:
    return answered(Outcome.DISCLOSED, Outcome.DISCLOSED, text=make.REPLY), LATE_ON


def extension_overdue() -> tuple[FoiRequest, date]:
    extended = happened(
        make.a_request(), EventKind.PIT_EXTENSION, date(2026, 11, 2), exemptions=["s31"], target="2026-11-20"
    )
    return extended, date(2026, 11, 23)


def review_overdue() -> tuple[FoiRequest, date]:
    asked = happened(review_exemption()[0], EventKind.INTERNAL_REVIEW_REQUESTED, LATE_ON)
    return asked, date(2026, 12, 4)


def sic_application() -> tuple[FoiRequest, date]:
    foi_request = answered(Outcome.REFUSED, Outcome.REFUSED, sections=("35(1)(a)",), scottish=True)
    return happened(foi_request, EventKind.INTERNAL_REVIEW_REQUESTED, LATE_ON), date(2026, 12, 4)


def vexatious_reply() -> tuple[FoiRequest, date]:
    return answered(Outcome.REFUSED, Outcome.REFUSED, sections=("14(1)",)), LATE_ON


def fee_query() -> tuple[FoiRequest, date]:
    return happened(make.a_request(), EventKind.FEE_NOTICE, date(2026, 10, 20), amount="37.5"), date(
        2026, 10, 21
    )


RECORDS: dict[LetterKind, Callable[[], tuple[FoiRequest, date]]] = {
    LetterKind(make_it.__name__): make_it
    for make_it in (
        acknowledgement_chaser,
        overdue_chaser,
        second_chaser,
        clarification_reply,
        narrowing,
        review_silence,
        review_exemption,
        review_incomplete,
        review_not_held,
        review_ncnd,
        review_no_balancing,
        ico_complaint,
        thanks,
        extension_overdue,
        review_overdue,
        sic_application,
        vexatious_reply,
        fee_query,
    )
}
SAYING = {
    K.NARROWING: ("--say", "narrowed_to=The current school year only."),
    K.REVIEW_NOT_HELD: ("--say", "why_it_should_exist=Your policy says so."),
}
WANTED = {
    K.ACKNOWLEDGEMENT_CHASER: ("Tuesday 6 October 2026, by e-mail.", "acknowledgement"),
    K.OVERDUE_CHASER: ("Tuesday 3 November 2026", "1 working day after that day"),
    K.SECOND_CHASER: ("I wrote to you about it on Wednesday 4 November 2026", "the Information Commissioner"),
    K.CLARIFICATION_REPLY: ("> Which kinds of school do you mean?", "All of them."),
    K.NARROWING: (
        "- question 1: section 12(1)",
        "> It would take about 40 hours",
        "The current school year only.",
    ),
    K.REVIEW_SILENCE: ("section 20(1)", "no response within the time allowed", "section 20(3)"),
    K.REVIEW_EXEMPTION: ("- question 2: section 31(1)(a)", "section 2(2)(b)", "section 45"),
    K.REVIEW_INCOMPLETE: ("Question 2\n   Asked: Who was consulted", "   Missing: an answer"),
    K.REVIEW_NOT_HELD: ("section 1(1)(a)", "Your policy says so.", "balance of probabilities"),
    K.REVIEW_NCND: ("(section 23(5) and section 31(3))", "Where section 31(3) is relied on"),
    K.REVIEW_NO_BALANCING: ("section 31(1)(a)", "section 2(2)(b)", "Find out."),
    K.ICO_COMPLAINT: (
        "To the Information Commissioner",
        "- Wednesday 4 November 2026 (working day 21): I asked for the reply, which was overdue",
        "1. Section 10(1): the reply was due by Tuesday 3 November 2026.",
    ),
    K.THANKS: ("an answer to question 1 (How many officers", "disclosure log"),
    K.EXTENSION_OVERDUE: (
        "your notice of Monday 2 November 2026, which names section 31, with a decision by Friday 20 November 2026",
        "the day you named for your decision was Friday 20 November 2026",
        "Tuesday 8 December 2026",
    ),
    K.REVIEW_OVERDUE: (
        "On Wednesday 4 November 2026 I asked for a review.",
        "the 20th working day was Thursday 3 December 2026",
    ),
    K.SIC_APPLICATION: (
        "To the Scottish Information Commissioner",
        "section 47(1)",
        "question 1: withheld under section 35(1)(a)",
    ),
    K.VEXATIOUS_REPLY: ("- question 1: section 14(1)", "Dransfield", "Find out.", "internal review"),
    K.FEE_QUERY: ("you ask me to pay £37.50 (section 9)", "SI 2004/3244"),
}


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_printed_over_a_record_that_supports_it(kind: LetterKind) -> None:
    foi_request, on = RECORDS[kind]()
    before = make.everything()
    text = printed(foi_request, kind.value, *SAYING.get(kind, ()), on=on)
    for words in (
        *WANTED[kind],
        foi_request.reference,
        "Alex Penrose",
        "12 Mill Lane, Ambleford",
        "Officers in schools",
    ):
        assert words in text
    assert "[[" not in text
    assert make.everything() == before


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_known_by_its_number_too(kind: LetterKind) -> None:
    foi_request, on = RECORDS[kind]()
    more = SAYING.get(kind, ())
    assert printed(foi_request, kind.number, *more, on=on) == printed(foi_request, kind.value, *more, on=on)


@pytest.mark.parametrize("kind", LetterKind)
def test_no_letter_is_printed_for_a_request_that_was_withdrawn(kind: LetterKind) -> None:
    foi_request = make.a_request()
    withdraw(foi_request=foi_request, on=LATE_ON, by=make.requester_of(foi_request), now=noon(LATE_ON))
    assert "You withdrew this request" in refused(foi_request, kind.value)


# What is missing, and when


def test_a_letter_says_which_fact_is_missing() -> None:
    nameless = make.a_request(requester_name="")
    assert refused(nameless, "overdue_chaser").startswith("Enter the real name of the person who asked")
    assert "Say what you would drop" in refused(narrowing()[0], "narrowing")
    assert "[[narrowed_to: Say what you would drop" in printed(narrowing()[0], "narrowing", "--gaps")


def test_a_letter_says_why_it_can_not_be_written_and_when() -> None:
    foi_request = make.a_request()
    assert refused(foi_request, "overdue_chaser", on=SENT_ON) == (
        "Overdue chaser: The reply is due by Tue 3 Nov 2026: it can be chased from Wed 4 Nov 2026."
        " It can be written from Wed 4 Nov 2026."
    )
    assert "Only a Scottish body" in refused(foi_request, "sic_application")
    assert "send a chaser first" in refused(foi_request, "ico_complaint")


def test_arguments_are_listed_and_ticked_by_their_keys() -> None:
    foi_request, on = review_exemption()
    listed = printed(foi_request, "review_exemption", "--arguments", on=on)
    assert (
        "[ ] counter:foia-31:1 (section 31(1)(a)): Please say which limb of section 31(1) applies" in listed
    )
    assert "[x] notice:" in listed
    chosen = printed(foi_request, "review_exemption", "--tick", "counter:foia-31:1", on=on)
    assert chosen.count("Please say which limb of section 31(1) applies, and whose function") == 1
    assert "Please consider these points" in printed(foi_request, "review_exemption", on=on)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("FT-99999", "overdue_chaser"), "FT-99999: there is no such request."),
        (("nonsense", "overdue_chaser"), "nonsense: there is no such request."),
        (("{reference}", "L19"), "L19: there is no such letter. There are: acknowledgement_chaser,"),
        (("{reference}", "narrowing", "--say", "nothing"), "--say nothing: give FACT=TEXT"),
        (("{reference}", "narrowing", "--say", "title=Mine"), "--say title=Mine: give FACT=TEXT"),
    ],
)
def test_what_can_not_be_is_said_in_a_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    reference = make.a_request().reference
    with pytest.raises(CommandError) as error:
        call_command("draft_letter", *(each.format(reference=reference) for each in arguments))
    assert error.value.returncode == 2
    assert str(error.value).startswith(sentence)
