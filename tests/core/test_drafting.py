"""Letters: each is read whole, says nothing that is not a given fact, and is refused where the facts are not enough."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.calendars import HolidayTable, calendar_for
from requests_app.core.drafting import draft_letter
from requests_app.core.errors import MissingFact, WrongState
from requests_app.core.letters.facts import Facts, FactUsed
from requests_app.core.letters.gaps import ASK_FOR
from requests_app.core.letters.printing import QUOTED_LENGTH, SUBJECT_LENGTH
from requests_app.core.letters.registry import LETTERS
from requests_app.core.states import LetterKind, Regime

CHASER, REPLY = LetterKind.OVERDUE_CHASER, LetterKind.CLARIFICATION_REPLY
DATA = Path(__file__).parents[2] / "requests_app" / "data"
HOLIDAYS = HolidayTable.from_json(json.loads((DATA / "bank_holidays.json").read_text(encoding="utf-8")))

ASKED = Facts(
    authority_name="Exampleshire Police",
    our_reference="FT-00012",
    their_reference="FOI/0417/26",
    regime=Regime.FOIA,
    title="Officers based in schools",
    requester_name="Ada Okafor",
    requester_address="12 Sample Road\nExampleton\nada.okafor@example.org",
    sent_on=date(2026, 3, 1),
    received_on=date(2026, 3, 2),
    response_due_on=date(2026, 3, 31),
    working_days_late=1,
    days_skipped=((date(2026, 3, 17), "St Patrick's Day (Northern Ireland)"),),
    questions=(
        ("1", "How many officers are based in schools?"),
        ("(i)", "the name of the school"),
        ("", "Are there plans to add more?"),
    ),
    today=date(2026, 4, 1),
    ask_by_on=date(2026, 4, 10),
    origins={"sent_on": "message 3", "received_on": "event 12"},
)
"""The first worked example of law/worked_examples.json: received Mon 2 Mar, due Tue 31 Mar 2026."""

SCOTTISH = replace(
    ASKED,
    authority_name="Sampleshire Council",
    regime=Regime.FOISA,
    their_reference="",
    response_due_on=date(2026, 3, 30),
    days_skipped=(),
    today=date(2026, 4, 2),
    working_days_late=3,
)
"""The same receipt under the Scottish calendar, where 17 March is a working day."""

CLARIFIED = replace(
    ASKED,
    clarification_asked_on=date(2026, 3, 9),
    clock_restarted_on=date(2026, 3, 10),
    response_due_on=date(2026, 4, 10),
    days_skipped=(
        (date(2026, 3, 17), "St Patrick's Day (Northern Ireland)"),
        (date(2026, 4, 3), "Good Friday (all nations)"),
        (date(2026, 4, 6), "Easter Monday (England, Wales and Northern Ireland)"),
    ),
    today=date(2026, 4, 13),
    ask_by_on=date(2026, 4, 20),
)

TO_CLARIFY = replace(
    ASKED,
    clarification_asked_on=date(2026, 3, 9),
    clarification_question="Which kinds of school do you mean?\nAnd as at which day?",
    clarification_answers=(
        ("1", "Every state secondary school."),
        ("(i)", "As at 1 February 2026."),
        ("", "A spreadsheet is best."),
    ),
    today=date(2026, 3, 10),
    ask_by_on=None,
)


@pytest.mark.parametrize(
    "fact",
    [
        "authority_name",
        "our_reference",
        "title",
        "requester_name",
        "requester_address",
        "sent_on",
        "received_on",
        "response_due_on",
        "working_days_late",
        "ask_by_on",
    ],
)
def test_a_chaser_without_one_of_its_facts_says_what_to_enter(fact: str) -> None:
    with pytest.raises(MissingFact) as missing:
        draft_letter(CHASER, _without(ASKED, fact))
    assert missing.value.fact == fact
    assert missing.value.sentence == ASK_FOR[fact].sentence


@pytest.mark.parametrize(
    "fact",
    [
        "authority_name",
        "our_reference",
        "title",
        "requester_name",
        "requester_address",
        "sent_on",
        "clarification_asked_on",
        "clarification_question",
        "clarification_answers",
    ],
)
def test_a_clarification_reply_without_one_of_its_facts_says_what_to_enter(fact: str) -> None:
    with pytest.raises(MissingFact) as missing:
        draft_letter(REPLY, _without(TO_CLARIFY, fact))
    assert missing.value.fact == fact
    assert missing.value.sentence == ASK_FOR[fact].sentence


def test_blanks_are_no_fact() -> None:
    with pytest.raises(MissingFact, match="real name"):
        draft_letter(CHASER, replace(ASKED, requester_name="  \n "))
    with pytest.raises(MissingFact, match="your answer"):
        draft_letter(REPLY, replace(TO_CLARIFY, clarification_answers=(("1", "  "), ("2", ""))))


def test_the_original_day_is_needed_only_where_it_is_reserved() -> None:
    unknown = replace(TO_CLARIFY, response_due_on=None, days_skipped=(), received_on=None)
    assert "afresh from your receipt of this" in draft_letter(REPLY, unknown).body
    with pytest.raises(MissingFact) as missing:
        draft_letter(REPLY, replace(unknown, clarification_needed=False))
    assert missing.value.fact == "response_due_on"


def test_a_request_without_questions_is_known_by_its_title() -> None:
    for none in ((), (("1", "  "),)):
        body = draft_letter(CHASER, replace(ASKED, questions=none)).body
        assert "I asked:" not in body
        assert "Request: Officers based in schools" in body


def test_an_authority_address_is_printed_where_it_is_known() -> None:
    body = draft_letter(
        CHASER, replace(ASKED, authority_address="Headquarters\r\n\r\nExampleton EX1 1EX")
    ).body
    assert body.startswith("Exampleshire Police\nHeadquarters\nExampleton EX1 1EX\n\n")


def test_a_long_question_is_quoted_by_its_first_words() -> None:
    body = draft_letter(CHASER, replace(ASKED, questions=(("1", "how many officers " * 40),))).body
    [quoted] = [line for line in body.splitlines() if line.startswith("1. ")]
    assert quoted.endswith("officers [...]")
    assert len(quoted) <= len("1. ") + QUOTED_LENGTH


def test_a_subject_line_is_one_line_that_fits() -> None:
    subject = draft_letter(CHASER, replace(ASKED, title="Schools\r\nBcc: all@example.org " * 30)).subject
    assert "\n" not in subject
    assert "\r" not in subject
    assert len(subject) <= SUBJECT_LENGTH
    assert len(draft_letter(CHASER, replace(ASKED, title="x" * 400)).subject) == SUBJECT_LENGTH


@pytest.mark.parametrize("label", ["1", "1.", "1:", "(i)", "Q1", "part b", "Question 2.", "1, 3"])
def test_an_answer_names_its_question_once(label: str) -> None:
    body = draft_letter(REPLY, replace(TO_CLARIFY, clarification_answers=((label, "Yes."),))).body
    [line] = [line for line in body.splitlines() if line.endswith(": Yes.")]
    assert re.fullmatch(r"(Question 1|Part \(i\)|Q1|part b|Question 2|Questions 1, 3): Yes\.", line)


def test_what_people_wrote_is_never_read_as_a_gap() -> None:
    trap = "{requester_address} {0} {{title}} ${today} %(act)s {nonsense} {{% now %}}"
    letter = draft_letter(
        REPLY,
        replace(
            TO_CLARIFY,
            title=trap,
            clarification_question=trap,
            clarification_answers=(("{act}", trap),),
        ),
    )
    assert letter.body.count(trap) == 3
    assert trap in letter.subject
    assert "Question {act}: " + trap in letter.body


def test_each_fact_is_listed_with_where_it_came_from() -> None:
    letter = draft_letter(CHASER, ASKED)
    assert FactUsed("sent_on", "Sunday 1 March 2026", "message 3") in letter.facts
    assert FactUsed("received_on", "Monday 2 March 2026", "event 12") in letter.facts
    assert FactUsed("working_days_late", "1 working day", "") in letter.facts
    assert len({fact.name for fact in letter.facts}) == len(letter.facts)
    for fact in letter.facts:
        assert fact.value in letter.body + letter.subject


def test_a_fact_that_is_not_printed_is_not_listed() -> None:
    names = {fact.name for fact in draft_letter(REPLY, TO_CLARIFY).facts}
    assert names.isdisjoint(
        {"response_due_on", "working_days_late", "days_skipped", "questions", "ask_by_on"}
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"today": date(2026, 3, 31)}, "not before Wed 1 Apr 2026"),
        ({"today": date(2026, 3, 20)}, "not before Wed 1 Apr 2026"),
        ({"working_days_late": 0}, "not before Wed 1 Apr 2026"),
        ({"chase_from": date(2026, 4, 2)}, "not before Thu 2 Apr 2026"),
        ({"working_days_late": 2}, "Wed 1 Apr 2026 is not 2 working days after Tue 31 Mar 2026"),
        ({"working_days_late": -1}, "is not -1 working days after"),
        ({"days_skipped": ()}, "Tue 31 Mar 2026 is working day 21 after Mon 2 Mar 2026"),
        (
            {"days_skipped": ((date(2026, 3, 15), "A Sunday"),)},
            "Sun 15 Mar 2026 can't be a skipped day",
        ),
        (
            {"days_skipped": ((date(2026, 4, 3), "Good Friday"),)},
            "Fri 3 Apr 2026 can't be a skipped day",
        ),
        ({"sent_on": date(2026, 3, 3)}, "before the request was sent on Tue 3 Mar 2026"),
        ({"ask_by_on": date(2026, 4, 1)}, "Choose a day after Wed 1 Apr 2026"),
        ({"clarification_asked_on": date(2026, 3, 9)}, "the clock waits for your answer"),
    ],
)
def test_a_chaser_is_refused_where_the_days_do_not_support_it(
    change: dict[str, object], sentence: str
) -> None:
    with pytest.raises(WrongState) as refused:
        draft_letter(CHASER, replace(ASKED, **change))  # type: ignore[arg-type]
    assert sentence in refused.value.sentence


def test_a_second_round_of_clarification_is_answered_before_anything_is_chased() -> None:
    with pytest.raises(WrongState, match="Answer that first"):
        draft_letter(CHASER, replace(CLARIFIED, clarification_asked_on=date(2026, 4, 7)))


def test_a_question_that_was_not_needed_does_not_hold_a_chaser_back() -> None:
    asked = replace(ASKED, clarification_asked_on=date(2026, 3, 9), clarification_needed=False)
    assert "Tuesday 31 March 2026" in draft_letter(CHASER, asked).body


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"today": date(2026, 3, 8)}, "this letter is written on Sun 8 Mar 2026, before you were asked"),
        ({"received_on": date(2026, 3, 12)}, "you were asked to clarify it on Mon 9 Mar 2026, before it was"),
        ({"ask_by_on": date(2026, 3, 2)}, "Choose a day after Tue 10 Mar 2026"),
    ],
)
def test_a_clarification_reply_is_refused_where_its_days_contradict_each_other(
    change: dict[str, object], sentence: str
) -> None:
    with pytest.raises(WrongState) as refused:
        draft_letter(REPLY, replace(TO_CLARIFY, **change))  # type: ignore[arg-type]
    assert sentence in refused.value.sentence


@pytest.mark.parametrize(
    ("kind", "regime"),
    [(kind, regime) for kind in LetterKind for regime in Regime if regime not in LETTERS[kind].regimes],
)
def test_a_regime_without_wording_is_refused_by_name(kind: LetterKind, regime: Regime) -> None:
    with pytest.raises(WrongState) as refused:
        draft_letter(kind, replace(ASKED, regime=regime))
    assert regime.label in refused.value.sentence


# The figures that the wording itself prints: the Acts, their sections, the length of the period.
WORDING_FIGURES = {"1", "3", "6", "10", "15", "16", "20", "73", "2000", "2002"}

# Without digits, so that any other figure in a letter is a figure the letter states.
words = st.text(st.characters(categories=["L", "P", "S", "Zs"]), min_size=1, max_size=40).filter(str.strip)


@st.composite
def overdue(draw: st.DrawFn) -> Facts:
    """A made-up overdue request, counted here day by day."""
    received = draw(st.dates(date(2015, 1, 1), date(2028, 6, 30)))
    offsets = draw(st.sets(st.integers(1, 20), max_size=3))
    skipped = sorted(
        {on for on in (received + timedelta(days=n) for n in offsets) if on.weekday() < 5},
    )
    due, counted = received, 0
    while counted < 20:
        due += timedelta(days=1)
        counted += due.weekday() < 5 and due not in skipped
    today, late = due, 0
    for _ in range(draw(st.integers(1, 60))):
        today += timedelta(days=1)
        late += today.weekday() < 5
    return Facts(
        authority_name=draw(words),
        our_reference=f"FT-{draw(st.integers(1, 99999)):05d}",
        their_reference=draw(st.just("") | words),
        regime=draw(st.sampled_from([Regime.FOIA, Regime.FOISA])),
        title=draw(words),
        requester_name=draw(words),
        requester_address=draw(words),
        sent_on=received - timedelta(days=draw(st.integers(0, 3))),
        received_on=received,
        response_due_on=due,
        working_days_late=late,
        days_skipped=tuple((on, draw(words)) for on in skipped),
        questions=tuple(
            (label, draw(words)) for label in draw(st.lists(st.sampled_from("123AB"), max_size=3))
        ),
        today=today,
        ask_by_on=today + timedelta(days=draw(st.integers(1, 14))),
    )


@given(overdue())
def test_every_day_and_figure_in_a_chaser_comes_from_its_facts(facts: Facts) -> None:
    if not facts.working_days_late:
        with pytest.raises(WrongState):
            draft_letter(CHASER, facts)
        return
    letter = draft_letter(CHASER, facts)
    given_figures = {figure for fact in letter.facts for figure in _figures(fact.value)}
    assert set(_figures(letter.subject + "\n" + letter.body)) <= given_figures | WORDING_FIGURES
    days = _days_of(facts)
    for printed in re.findall(r"[A-Z][a-z]+day (\d+ [A-Z][a-z]+ \d{4})", letter.body):
        assert printed in days


@given(overdue())
def test_a_chaser_prints_each_of_its_days(facts: Facts) -> None:
    if facts.working_days_late:
        body = draft_letter(CHASER, facts).body
        assert all(day in body for day in _days_of(facts))


@given(st.sampled_from([Regime.FOIA, Regime.FOISA]), st.dates(date(2015, 1, 1), date(2028, 10, 31)))
def test_the_days_of_the_calendar_always_support_a_chaser(regime: Regime, received: date) -> None:
    calendar = calendar_for(regime, HOLIDAYS)
    due = calendar.add_working_days(received, 20)
    today = calendar.next_working_day(due)
    days = calendar.strip(received, due)
    facts = replace(
        ASKED,
        regime=regime,
        sent_on=received,
        received_on=received,
        response_due_on=due,
        days_skipped=tuple((day.on, day.why_skipped) for day in days if day.why_skipped),
        working_days_late=calendar.count(due, today),
        today=today,
        ask_by_on=calendar.add_working_days(today, 5),
    )
    assert "Today is 1 working day after that day" in draft_letter(CHASER, facts).body


def _without(facts: Facts, name: str) -> Facts:
    empty = {str: "", tuple: ()}.get(type(getattr(facts, name)))
    return replace(facts, **{name: empty})  # type: ignore[arg-type]


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _days_of(facts: Facts) -> set[str]:
    days = [facts.sent_on, facts.received_on, facts.response_due_on, facts.today, facts.ask_by_on]
    days = [*(on for on in days if on), *(on for on, _ in facts.days_skipped)]
    return {f"{on.day} {on:%B} {on.year}" for on in days if on}
