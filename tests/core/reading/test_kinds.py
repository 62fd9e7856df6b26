"""What kind of message it is, over messages as authorities and mail programs write them."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from requests_app.core.reading import read_reply, reading_to_json
from requests_app.core.reading.kind_cues import CUES, Cue
from requests_app.core.reading.kind_cues_plain import PLAIN_CUES
from requests_app.core.reading.kind_letters import SURE
from requests_app.core.reading.kinds import read_kind
from requests_app.core.reading.records import KindRead
from requests_app.core.states import MessageKind, Outcome
from tests.core.reading.kind_cases import Case
from tests.core.reading.kind_collection import CASES

SENT = {MessageKind.REQUEST, MessageKind.CLARIFICATION_ANSWER, MessageKind.CHASER}


def read(case: Case) -> KindRead:
    return _read(case.text, case.subject, tuple(case.headers.items()))


@cache
def _read(text: str, subject: str, headers: tuple[tuple[str, str], ...]) -> KindRead:
    return read_kind(text, subject=subject, headers=dict(headers))


def named(case: Case) -> str:
    return f"{case.kind}: {case.name}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_kind_of_a_message(case: Case) -> None:
    assert read(case).kind is case.kind


@pytest.mark.parametrize("case", [each for each in CASES if each.details], ids=named)
def test_what_a_message_of_its_kind_says(case: Case) -> None:
    kind = read(case)
    assert {name: getattr(kind, name) for name in case.details} == dict(case.details)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_everything_said_of_a_kind_stands_where_it_says(case: Case) -> None:
    kind = read(case)
    for finding in (*kind.why, *kind.details):
        in_header = finding.what in {"header", "subject"}
        assert (finding.start, finding.end) == (0, 0) if in_header else finding.start < finding.end
        assert finding.end <= len(case.text)
        assert 0 < finding.confidence <= 1
    assert {each.what for each in kind.details} <= set(KindRead.__dataclass_fields__)


def test_every_kind_that_can_be_received_has_several_messages() -> None:
    counts = Counter(case.kind for case in CASES)
    assert set(counts) == set(MessageKind) - SENT
    assert min(counts.values()) >= 7
    assert len(CASES) > 150


@pytest.mark.parametrize(
    "case", [each for each in CASES if each.kind is MessageKind.ACKNOWLEDGEMENT], ids=named
)
def test_an_acknowledgement_never_counts_as_an_answer(case: Case) -> None:
    reading = read_reply(case.text)
    assert not reading.kind.kind.answers
    assert {answer.outcome for answer in reading.answers} <= {Outcome.UNANSWERED}
    assert reading.decision is None
    assert reading.exemptions == ()


def test_the_questions_of_a_case_opened_are_kept_and_unanswered() -> None:
    reading = read_reply(next(case.text for case in CASES if case.name == "Met style"))
    assert [question.text for question in reading.questions] == [
        "How many stop and account encounters were recorded in each borough in 2024?"
    ]
    assert list(reading.per_question_outcomes.values()) == [Outcome.UNANSWERED]


def test_questions_asked_back_are_listed_one_by_one() -> None:
    case = next(case for case in CASES if case.name == "section 1(3) in full")
    assert read(case).asked == (
        "Which financial years you would like the figures for?",
        "Do you mean all schools in the borough, or only those maintained by the council?",
    )


def test_a_header_that_says_no_is_no_sign_of_a_program() -> None:
    text = "Thank you for your request, received on 3 June 2025. You will receive a reply by 1 July 2025."
    assert read_kind(text, headers={"Auto-Submitted": "no"}).kind is MessageKind.ACKNOWLEDGEMENT


def test_headers_are_read_in_any_case() -> None:
    text = "The office is shut."
    for name in ("AUTO-SUBMITTED", "auto-submitted"):
        assert read_kind(text, headers={name: "auto-replied"}).kind is MessageKind.AUTOMATIC_REPLY


def test_a_subject_that_only_answers_ours_says_nothing() -> None:
    text = "The school spent £4,310 on supply cover."
    assert read_kind(text, subject="RE: Please acknowledge my FOI request").kind is MessageKind.REPLY


def test_a_text_that_says_nothing_is_of_no_known_kind_and_unsure() -> None:
    kind = read_kind("Hello.")
    assert kind.kind is MessageKind.OTHER
    assert kind.confidence < SURE


def test_the_reading_carries_the_kind_also_as_json() -> None:
    case = next(case for case in CASES if case.name == "fees notice under section 9")
    printed = json.loads(json.dumps(reading_to_json(read_reply(case.text))))["kind"]
    assert printed["kind"] == "fees_notice"
    assert (printed["amount"], printed["pay_by"]) == ("37.50", "2025-06-30")
    assert {each["what"] for each in printed["why"]} == {"fees_notice"}


@settings(max_examples=200, suppress_health_check=list(HealthCheck))
@given(cue=st.sampled_from((*CUES, *PLAIN_CUES)), data=st.data())
def test_one_of_its_hints_stands_in_whatever_a_cue_matches(cue: Cue, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(cue.pattern.exact, alphabet=st.characters(codec="ascii") | st.just("£")))
    match = cue.pattern.search(text)
    assert match is None or any(hint in match[0].lower() for hint in cue.hints)


PIECES = st.sampled_from(
    [
        case.text[at : at + 160]
        for case in CASES
        for at in range(0, len(case.text), 320)
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=6).map("\n".join)


@settings(max_examples=100)
@given(
    text=TEXTS,
    subject=st.text(max_size=80),
    headers=st.dictionaries(st.sampled_from(["Auto-Submitted", "From", "Precedence"]), st.text(max_size=40)),
)
def test_any_message_has_a_kind_and_places_within_it(
    text: str, subject: str, headers: dict[str, str]
) -> None:
    kind = read_kind(text, subject=subject, headers=headers)
    assert kind.kind not in SENT
    assert 0 <= kind.confidence <= 1
    assert all(0 <= each.start <= each.end <= len(text) for each in (*kind.why, *kind.details))
    assert kind == read_kind(text, subject=subject, headers=headers)
