"""Facts in, letter out. A draft states nothing that is not in the record, and says of each fact where it came
from (promise 6). The wording is in ``core/letters``; here are the facts, what must be true of them before a
letter may be written, and the merge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from requests_app.core.dates import in_words, plural
from requests_app.core.errors import MissingFact, WrongState
from requests_app.core.letters.clarification_reply import CLARIFICATION_REPLY
from requests_app.core.letters.overdue_chaser import OVERDUE_CHASER
from requests_app.core.letters.wording import ASK_FOR, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

WORKING_DAYS_TO_REPLY = 20
"""FOIA s.10(1) and FOISA s.10(1), as the letters state them."""

QUOTED_LENGTH = 240
"""Characters of one question quoted in a chaser: enough to know it by."""

SUBJECT_LENGTH = 300
"""Characters of a subject line: what ``Draft.subject`` holds."""

_GAP = re.compile(r"\{(\w+)\}")
_LEFT_OUT = " [...]"
_LONG_WORD = 30
_LETTERS: Mapping[LetterKind, Wording] = {
    LetterKind.OVERDUE_CHASER: OVERDUE_CHASER,
    LetterKind.CLARIFICATION_REPLY: CLARIFICATION_REPLY,
}


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the record says of one request on one day. Unknown texts are empty, unknown days ``None``.

    ``received_on`` is the day the request itself reached the authority; ``clock_restarted_on`` the day the answer
    to its last clarification did (FOIA s.10(6)(b), FOISA s.10(1)(b)). ``response_due_on`` belongs to the period
    now running. ``days_skipped`` are the weekdays of that period that do not count, each with its name and nation.
    ``chase_from`` is the first day on which a chaser is due, where that is later than the day after
    ``response_due_on`` (RULES.md section 0, decision 2). ``origins`` maps names of these facts to the event or
    message that says so.
    """

    authority_name: str
    our_reference: str
    regime: Regime
    title: str
    today: date
    authority_address: str = ""
    their_reference: str = ""
    requester_name: str = ""
    requester_address: str = ""
    sent_on: date | None = None
    received_on: date | None = None
    response_due_on: date | None = None
    chase_from: date | None = None
    working_days_late: int | None = None
    clock_restarted_on: date | None = None
    days_skipped: tuple[tuple[date, str], ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    clarification_asked_on: date | None = None
    clarification_question: str = ""
    clarification_answers: tuple[tuple[str, str], ...] = ()
    clarification_needed: bool = True
    ask_by_on: date | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FactUsed:
    """One fact as a letter prints it. ``origin`` names its event or message; empty for the request's own row."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True)
class Letter:
    """A letter as suggested, with the facts it states in the order in which it first states them."""

    kind: LetterKind
    subject: str
    body: str
    facts: tuple[FactUsed, ...]


def draft_letter(kind: LetterKind, facts: Facts) -> Letter:
    """Write the letter that these facts support.

    Raises ``MissingFact`` naming a fact that is not known, and ``WrongState`` where the facts are known and do not
    support the letter: a reply that is not overdue, days that contradict each other, a regime without wording.
    """
    wording = _LETTERS[kind]
    if facts.regime not in wording.law:
        known = " and the ".join(regime.label for regime in wording.law)
        raise WrongState(
            f"There is no wording of this letter for the {facts.regime.label} yet, only for the {known}. "
            "Write it yourself and record it as sent."
        )
    _CHECKS[kind](facts)
    merge = _Merge(facts, wording.law[facts.regime])
    subject = _shortened(merge.paragraphs(wording.subject), SUBJECT_LENGTH)
    body = merge.paragraphs(wording.paragraphs)
    used = tuple(FactUsed(name, value, facts.origins.get(name, "")) for name, value in merge.used.items())
    return Letter(kind, subject, body + "\n", used)


class _Merge:
    """Fills gaps once, from left to right: what a fact says is never looked at for further gaps."""

    def __init__(self, facts: Facts, law: Mapping[str, str]) -> None:
        self._facts = facts
        self._law = law
        self.used: dict[str, str] = {}

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> str:
        """The paragraphs that stand, filled, with an empty line between them."""
        return "\n\n".join(self._fill(paragraph.text) for paragraph in paragraphs if self._stands(paragraph))

    def _stands(self, paragraph: Paragraph) -> bool:
        if paragraph.when and not self._known(paragraph.when):
            return False
        return not (paragraph.unless and self._known(paragraph.unless))

    def _known(self, name: str) -> bool:
        value = getattr(self._facts, name)
        return value if isinstance(value, bool) else bool(_printed(name, value))

    def _fill(self, text: str) -> str:
        return _GAP.sub(lambda gap: self._value(gap[1]), text)

    def _value(self, name: str) -> str:
        if name == "act":
            return self._facts.regime.label
        if name in self._law:
            return self._law[name]
        value = _printed(name, getattr(self._facts, name))
        if not value:
            raise MissingFact(name, ASK_FOR[name])
        self.used.setdefault(name, value)
        return value


def _printed(name: str, value: object) -> str:
    """A fact as letters print it; empty when it is not known."""
    if value is None:
        return ""
    if isinstance(value, date):
        return _in_full(value)
    if isinstance(value, int):
        return plural(value, "working day")
    if isinstance(value, tuple):
        return _LISTS[name](value)
    if name == "clarification_question":
        return "\n".join(f"> {line}".rstrip() for line in _lines(str(value)))
    if name in ("authority_address", "requester_address"):
        return "\n".join(line for line in _lines(str(value)) if line)
    return _one_line(str(value))


def _in_full(on: date) -> str:
    return f"{on:%A} {on.day} {on:%B %Y}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def _days(days: tuple[tuple[date, str], ...]) -> str:
    return "\n".join(f"- {_in_full(on)}: {_one_line(name)}" for on, name in sorted(days))


def _questions(questions: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(
        f"{_list_label(label)} {_shortened(_one_line(text), QUOTED_LENGTH)}"
        for label, text in questions
        if text.strip()
    )


def _list_label(label: str) -> str:
    label = _one_line(label)
    if not label:
        return "-"
    return f"{label}." if label.isalnum() else label


def _shortened(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[: length - len(_LEFT_OUT)]
    head, _, tail = cut.rpartition(" ")
    return (head if len(tail) < _LONG_WORD else cut) + _LEFT_OUT


def _answers(answers: tuple[tuple[str, str], ...]) -> str:
    return "\n\n".join(
        _named(label) + "\n".join(_lines(answer)) for label, answer in answers if answer.strip()
    )


def _named(label: str) -> str:
    label = _one_line(label).rstrip(".:")
    if not label:
        return ""
    if re.match(r"(?i)q|part", label):
        return f"{label}: "
    several = "s" if "," in label else ""
    return f"Part{several} {label}: " if label.startswith("(") else f"Question{several} {label}: "


_LISTS: Mapping[str, Callable[[Any], str]] = {
    "days_skipped": _days,
    "questions": _questions,
    "clarification_answers": _answers,
}


def _check_chaser(facts: Facts) -> None:
    """Raise WrongState unless what is known makes a reply overdue today, and by as much as is said.

    What is not known is no contradiction: the merge asks for it.
    """
    _check_clarification_is_answered(facts)
    _check_order(
        ("the request was sent", facts.sent_on),
        ("it was received", facts.received_on),
        ("the clarification was received", facts.clock_restarted_on),
        ("the reply was due", facts.response_due_on),
    )
    if facts.response_due_on is not None:
        _check_overdue(facts, facts.response_due_on)
        _check_count(facts, facts.response_due_on)
    _check_ask(facts)


def _check_overdue(facts: Facts, due: date) -> None:
    first = max(facts.chase_from or due, due + timedelta(days=1))
    late = facts.working_days_late
    if facts.today < first or late == 0:
        raise WrongState(
            f"The reply was due on {in_words(due)}: a chaser can be written from the first working day after"
            f" that, and not before {in_words(first)}."
        )
    if late is not None and not 0 < late <= _weekdays(due, facts.today):
        raise WrongState(
            f"{in_words(facts.today)} is not {plural(late, 'working day')} after {in_words(due)}."
            " Recompute the clock."
        )


def _check_count(facts: Facts, due: date) -> None:
    """Count again without a calendar: weekdays less the days said to be skipped."""
    counted_from = facts.clock_restarted_on or facts.received_on
    if counted_from is None:
        return
    skipped = {on for on, _ in facts.days_skipped}
    if stray := sorted(on for on in skipped if not counted_from < on <= due or on.weekday() >= _SATURDAY):
        raise WrongState(
            f"{in_words(stray[0])} can't be a skipped day between {in_words(counted_from)} and {in_words(due)}."
            " Recompute the clock."
        )
    counted = _weekdays(counted_from, due) - len(skipped)
    if counted != WORKING_DAYS_TO_REPLY:
        raise WrongState(
            f"{in_words(due)} is working day {counted} after {in_words(counted_from)}, and this letter is for a"
            f" reply that was due on working day {WORKING_DAYS_TO_REPLY}. Check the clock and its bank holidays."
        )


def _check_clarification(facts: Facts) -> None:
    """Raise WrongState where the days of a clarification contradict each other."""
    _check_order(
        ("the request was sent", facts.sent_on),
        ("it was received", facts.received_on),
        ("you were asked to clarify it", facts.clarification_asked_on),
        ("this letter is written", facts.today),
    )
    _check_ask(facts)


_SATURDAY = 5
_CHECKS = {
    LetterKind.OVERDUE_CHASER: _check_chaser,
    LetterKind.CLARIFICATION_REPLY: _check_clarification,
}


def _check_clarification_is_answered(facts: Facts) -> None:
    asked, answered = facts.clarification_asked_on, facts.clock_restarted_on
    if asked and facts.clarification_needed and (answered is None or answered < asked):
        raise WrongState(
            f"The authority asked on {in_words(asked)} what the request means, and the clock waits for your answer."
            " Answer that first."
        )


def _check_order(*days: tuple[str, date | None]) -> None:
    known = [(what, on) for what, on in days if on is not None]
    for (earlier, first), (later, second) in pairwise(known):
        if second < first:
            raise WrongState(
                f"The record says that {later} on {in_words(second)}, before {earlier} on {in_words(first)}."
                " Correct one of the two days."
            )


def _check_ask(facts: Facts) -> None:
    if facts.ask_by_on is not None and facts.ask_by_on <= facts.today:
        raise WrongState(
            f"The letter would ask for an answer by {in_words(facts.ask_by_on)}. Choose a day after"
            f" {in_words(facts.today)}."
        )


def _weekdays(after: date, until: date) -> int:
    """Weekdays after the first day, up to and including the second."""
    days = (until - after).days
    return sum((after + timedelta(days=n)).weekday() < _SATURDAY for n in range(1, days + 1))
