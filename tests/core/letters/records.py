"""Made-up records, one for each regime: a police force and a council asked, Scottish ones too, and every way a request
can go. Days are counted with the shipped calendars, so that a letter's arithmetic is the program's own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from requests_app.core import exemptions
from requests_app.core.arguments import (
    OUTCOMES_OF,
    ArgumentKind,
    PublicFact,
    arguments_for,
    phrases_from_json,
    ticked,
)
from requests_app.core.calendars import Calendar, HolidayTable, calendar_for
from requests_app.core.letters import telling
from requests_app.core.letters.complaint_grounds import complaint_grounds
from requests_app.core.letters.facts import Facts, Line
from requests_app.core.letters.regulator import regulator_for
from requests_app.core.letters.telling import Happened, Said
from requests_app.core.reading.notice_points import NoticePoint, NoticeStatus
from requests_app.core.relied_on import Ground, grounds_in
from requests_app.core.states import AuthorityKind, EventKind, LetterKind, MessageKind, Outcome, Regime

DATA = Path(__file__).resolve().parents[3] / "requests_app" / "data"


def read(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


HOLIDAYS = HolidayTable.from_json(read("bank_holidays.json"))
EXEMPTIONS = exemptions.load(read("exemptions.json"))
PHRASES = phrases_from_json(read("arguments.json"))

FOIA, EIR, FOISA, EISR = Regime.FOIA, Regime.EIR, Regime.FOISA, Regime.EISR
SENT_ON, RECEIVED_ON = date(2026, 3, 1), date(2026, 3, 2)
REPLY_ON = date(2026, 3, 27)
OVERDUE_ON = date(2026, 4, 15)
REVIEW_LETTER_ON = date(2026, 4, 8)

AUTHORITY = {
    FOIA: ("Exampleshire Police", AuthorityKind.POLICE_EW),
    EIR: ("Exampleton Borough Council", AuthorityKind.COUNCIL),
    FOISA: ("Sampleshire Police", AuthorityKind.POLICE_SCOTLAND),
    EISR: ("Sampleshire Council", AuthorityKind.COUNCIL_SCOT),
}
SCHOOLS = (
    ("1", "How many officers are based in schools?"),
    ("2", "Please send me the risk assessments made before they were placed there."),
    ("3", "Please send me the minutes of the meeting at which this was agreed."),
    ("4", "Has facial recognition been used in a school?"),
    ("5", "Which groups were consulted?"),
)
DEPOT = (
    ("1", "How many vehicles idle at the Mill Lane depot each morning?"),
    ("2", "Please send me the complaints about fumes made since 2024."),
    ("3", "Please send me the air quality readings taken at the gate."),
    ("4", "Is a prosecution being considered?"),
    ("5", "Which alternatives were looked at?"),
)
SECTIONS: Mapping[Regime, Mapping[str, str]] = {
    FOIA: {"withheld": "31(1)(a) and (b)", "denied": "23(5), 31(3)", "cost": "12(1)", "conduct": "14(1)"},
    EIR: {"withheld": "12(5)(b)", "denied": "12(6)", "cost": "12(4)(b)"},
    FOISA: {"withheld": "35(1)(a)", "denied": "18", "cost": "12(1)", "conduct": "14(1)"},
    EISR: {"withheld": "10(5)(b)", "denied": "10(8)", "cost": "10(4)(b)"},
}


def calendar(regime: Regime) -> Calendar:
    return calendar_for(regime, HOLIDAYS)


def grounds(regime: Regime, which: str, *, denied: bool = False) -> tuple[Ground, ...]:
    return grounds_in([SECTIONS[regime][which]], EXEMPTIONS, regime, denied=denied)


def said(regime: Regime) -> tuple[Said, ...]:
    """One answer of every kind."""
    asked = dict(questions(regime))
    withheld, denied = grounds(regime, "withheld"), grounds(regime, "denied", denied=True)
    return (
        Said("1", asked["1"], Outcome.DISCLOSED_IN_PART, "There are 14 in all.", (), "", "answer 31"),
        Said(
            "2",
            asked["2"],
            Outcome.REFUSED,
            "Disclosure would be likely to prejudice our work. The balance favours withholding.",
            withheld,
            "",
            "answer 32",
        ),
        Said("3", asked["3"], Outcome.NOT_HELD, "Nothing was found.", (), "", "answer 33"),
        Said("4", asked["4"], Outcome.NCND, "We neither confirm nor deny this.", denied, "", "answer 34"),
        Said("5", asked["5"], Outcome.UNANSWERED, "", (), "", "answer 35"),
    )


def questions(regime: Regime) -> tuple[tuple[str, str], ...]:
    return SCHOOLS if regime in {FOIA, FOISA} else DEPOT


def base(regime: Regime, today: date, **more: Any) -> Facts:
    """A request that was sent, and reached them the day after."""
    days = calendar(regime)
    due = days.add_working_days(RECEIVED_ON, 20)
    name, _ = AUTHORITY[regime]
    regulator = regulator_for(regime)
    word = "section" if regime in {FOIA, FOISA} else "regulation"
    law = {FOIA: "10(1)", EIR: "5(2)", FOISA: "10(1)", EISR: "5(2)(a)"}[regime]
    facts = Facts(
        authority_name=name,
        our_reference="FT-00012",
        their_reference="FOI/0417/26" if regime in {FOIA, EIR} else "",
        regime=regime,
        title="Officers based in schools" if regime in {FOIA, FOISA} else "Vehicles idling at Mill Lane",
        today=today,
        requester_name="Ada Okafor",
        requester_address="12 Sample Road\nExampleton\nada.okafor@example.org",
        questions=questions(regime),
        ask_by_on=days.add_working_days(today, 5),
        sent_on=SENT_ON,
        sent_how="by e-mail",
        received_on=RECEIVED_ON,
        response_due_on=due,
        response_section=f"{word} {law}",
        working_days_late=days.count(due, today) if today > due else None,
        days_skipped=tuple(
            (mark.on, mark.why_skipped) for mark in days.strip(RECEIVED_ON, due) if mark.why_skipped
        ),
        review_ask_by_on=days.add_working_days(today, 40 if regime is EIR else 20),
        regulator_name=regulator.name,
        regulator_address=regulator.address,
        origins={
            "sent_on": "event 3",
            "received_on": "event 4",
            "response_due_on": "deadline 8",
            "reply_on": "message 21",
        },
    )
    return replace(facts, **more)


def replied(regime: Regime, kind: LetterKind, answers: tuple[Said, ...] | None = None, **more: Any) -> Facts:
    """A reply came, and a review of it is asked for."""
    answers = said(regime) if answers is None else answers
    mine = _grounds_of(kind, answers)
    about = {each.name for each in answers if each.outcome in OUTCOMES_OF.get(kind, ())}
    public = [fact for fact in _public_facts(regime) if fact.question in about]
    chosen = arguments_for(
        kind,
        grounds=mine,
        points=points(regime),
        public_facts=public,
        phrases=PHRASES,
        regime=regime,
        authority_kind=AUTHORITY[regime][1],
    )
    keys = [argument.key for argument in chosen if argument.proposed or argument.kind in _SHOWN]
    keys += [argument.key for argument in chosen if argument.kind is ArgumentKind.MUST_SHOW][:1]
    keys += [
        argument.key for argument in chosen if argument.kind is ArgumentKind.COUNTER and not argument.asserts
    ][:2]
    review_by = calendar(regime).add_working_days(REPLY_ON, 40)
    facts: dict[str, Any] = {
        "reply_on": REPLY_ON,
        "review_request_by_on": review_by,
        "qualified_grounds": tuple(Line(each.cited, "answer 32") for each in mine if each.is_qualified),
        "denied_qualified": tuple(Line(each.cited, "answer 34") for each in mine if each.is_qualified),
        "refused": telling.refused(answers, lambda ground: ground in mine),
        "parts": telling.parts_table(answers),
        "not_held": telling.with_outcome(answers, Outcome.NOT_HELD),
        "denied": telling.with_outcome(answers, Outcome.NCND),
        "given": telling.given(answers, (Line("a table, “Officers by school”", "table 5"),)),
        "also_to_review": telling.also_to_review(answers, kind),
        "arguments": ticked(chosen, keys),
        "reasons_given": telling.reasons(answers, *_REASONS.get(kind, ())),
    }
    return base(regime, REVIEW_LETTER_ON, **facts | more)


_REASONS = {
    LetterKind.REVIEW_EXEMPTION: (Outcome.REFUSED,),
    LetterKind.REVIEW_NOT_HELD: (Outcome.NOT_HELD,),
    LetterKind.REVIEW_NCND: (Outcome.NCND,),
}
_SHOWN = {ArgumentKind.OTHER_AUTHORITY, ArgumentKind.SAID_BEFORE, ArgumentKind.PUBLIC_RECORD}


def _grounds_of(kind: LetterKind, answers: tuple[Said, ...]) -> tuple[Ground, ...]:
    every = {ground.cited: ground for each in answers for ground in each.grounds}.values()
    if kind is LetterKind.REVIEW_NCND:
        return tuple(ground for ground in every if ground.denies)
    if kind is LetterKind.VEXATIOUS_REPLY:
        return tuple(ground for ground in every if ground.is_conduct)
    return tuple(ground for ground in every if ground.withholds or ground.is_cost)


def points(regime: Regime) -> tuple[NoticePoint, ...]:
    """What their notice was held against."""
    ground = SECTIONS[regime]["withheld"]
    return (
        NoticePoint(
            "why_it_applies",
            NoticeStatus.MISSING,
            "Why the exemption applies",
            f"Your reply does not say which harm disclosure would do under {ground}, or how it would come about.",
            "s.17(1)(c)",
            "the Act",
            ground=ground,
        ),
        NoticePoint(
            "review_right",
            NoticeStatus.MISSING,
            "That a review can be asked for",
            "Your reply does not say how a review can be asked for.",
            "s.17(7)",
            "the Act",
        ),
        NoticePoint("cost", NoticeStatus.MET, "An estimate", "It gives an estimate.", "s.12", "the Act"),
    )


def _public_facts(regime: Regime) -> tuple[PublicFact, ...]:
    return (
        PublicFact(
            ArgumentKind.OTHER_AUTHORITY,
            "Otherton Police" if regime in {FOIA, FOISA} else "Otherton Council",
            "answer 71",
            what="Seven assessments are attached.",
            on=date(2025, 11, 12),
            reference="FOI-2025-0871",
            question="2",
            outcome=Outcome.DISCLOSED,
        ),
        PublicFact(
            ArgumentKind.PUBLIC_RECORD,
            "The Inspectorate of Examples",
            "figure 44",
            what="Facial recognition was tried in two schools"
            if regime in {FOIA, FOISA}
            else "One case is open",
            on=date(2025, 6, 2),
            question="4",
        ),
    )


def cost_refusal(regime: Regime) -> tuple[Said, ...]:
    return tuple(
        Said(
            label,
            text,
            Outcome.COST_LIMIT,
            "It would take about 40 hours.",
            grounds(regime, "cost"),
            "",
            "answer 32",
        )
        for label, text in questions(regime)[:2]
    )


def conduct_refusal(regime: Regime, section: str) -> tuple[Said, ...]:
    return tuple(
        Said(
            label,
            text,
            Outcome.REFUSED,
            "We regard the request as vexatious.",
            grounds_in([section], EXEMPTIONS, regime),
            "",
            "answer 32",
        )
        for label, text in questions(regime)[:2]
    )


PURPOSE = "Parents want to know who works with their children at school. The answers go into a public report."
WHY = "Your policy of May 2025 says in its section 4 that such records are kept for six years."


def silence(regime: Regime, **more: Any) -> Facts:
    """No reply, two weeks after the last day."""
    return base(regime, OVERDUE_ON, **more)


def chased(regime: Regime, **more: Any) -> Facts:
    return silence(regime, chaser_sent_on=date(2026, 4, 7), **more)


def clarification(regime: Regime, **more: Any) -> Facts:
    today = date(2026, 3, 10)
    facts: dict[str, Any] = {
        "clarification_asked_on": date(2026, 3, 9),
        "clarification_question": "What do you mean by question 1?\nAnd as at which day?",
        "clarification_answers": (("1", "Every one, as at 1 February 2026."), ("", "A spreadsheet is best.")),
        "ask_by_on": None,
    }
    return base(regime, today, **facts | more)


def review_running(regime: Regime, today: date, **more: Any) -> Facts:
    days, asked_on = calendar(regime), date(2026, 4, 8)
    due = days.add_working_days(asked_on, 40 if regime is EIR else 20)
    facts: dict[str, Any] = {
        "reply_on": REPLY_ON,
        "review_asked_on": asked_on,
        "review_due_on": due,
        "review_working_days_late": days.count(due, today) if today > due else None,
    }
    return base(regime, today, **facts | more)


def events(regime: Regime, *, review: bool, outcome: bool = False) -> tuple[Happened, ...]:
    kind = EventKind
    happened = [
        Happened(kind.SENT, SENT_ON, "event 3"),
        Happened(kind.RECEIVED, RECEIVED_ON, "event 4"),
        Happened(kind.OTHER_CORRESPONDENCE, date(2026, 3, 5), "event 5", message=MessageKind.ACKNOWLEDGEMENT),
    ]
    if not review:
        happened.append(
            Happened(kind.OTHER_CORRESPONDENCE, date(2026, 4, 7), "event 6", letter=LetterKind.OVERDUE_CHASER)
        )
        return tuple(happened)
    happened += [
        Happened(kind.FINAL_RESPONSE, REPLY_ON, "event 7"),
        Happened(kind.INTERNAL_REVIEW_REQUESTED, date(2026, 4, 8), "event 8"),
        Happened(kind.REVIEW_ACKNOWLEDGED, None, "event 9"),
    ]
    if outcome:
        happened.append(Happened(kind.REVIEW_OUTCOME, date(2026, 5, 6), "event 10"))
    return tuple(happened)


def to_regulator(regime: Regime, today: date, *, review: bool, outcome: bool = False) -> Facts:
    """To the regulator: after silence, after a review that stayed silent, or after its outcome."""
    facts = review_running(regime, today) if review else base(regime, today)
    if review and regime is FOIA and not outcome:
        facts = replace(facts, review_due_on=date(2026, 6, 5))
    answers = said(regime) if review else ()
    chronology = telling.chronology(
        events(regime, review=review, outcome=outcome), calendar(regime), received_on=RECEIVED_ON
    )
    complained_of = complaint_grounds(
        regime,
        answers,
        response_due_on=facts.response_due_on,
        response_section=facts.response_section,
        reply_on=facts.reply_on,
        working_days_late=facts.working_days_late,
        review_asked_on=facts.review_asked_on if not outcome else None,
        review_due_on=facts.review_due_on if review and not outcome else None,
        late_origin="deadline 8",
    )
    return replace(
        facts,
        chronology=chronology,
        complaint_grounds=complained_of,
        review_grounds=telling.disputed(answers),
        review_outcome_on=date(2026, 5, 6) if outcome else None,
        still_dissatisfied="The outcome repeats the first reply and weighs nothing." if outcome else "",
        purpose=PURPOSE,
    )
