"""What the record says, in the lines that letters print: who answered what, what is missing, what happened and when.

The record's own sentences are written for the requester; a letter speaks for them, so they are put in its words here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from requests_app.core.calendars import Calendar
from requests_app.core.errors import ClockError
from requests_app.core.letters.facts import Line, PartGiven
from requests_app.core.letters.printing import in_full, one_line, shortened
from requests_app.core.relied_on import Ground
from requests_app.core.states import EventKind, LetterKind, MessageKind, Outcome

QUOTED_REASONS = 600
"""Characters of the authority's reasons quoted for one question."""
QUOTED_ASKED = 120
"""Characters of a question named in a list of what was received."""

_WITHHELD = {Outcome.REFUSED, Outcome.COST_LIMIT, Outcome.DISCLOSED_IN_PART}
_GIVEN = {Outcome.DISCLOSED, Outcome.DISCLOSED_IN_PART}


@dataclass(frozen=True, slots=True)
class Said:
    """What was last said to one question or part. ``missing`` says in a sentence what it lacks, where that is known.

    ``name`` is what people call it: "1", "1(a)".
    """

    name: str
    asked: str
    outcome: Outcome
    text: str = ""
    grounds: tuple[Ground, ...] = ()
    missing: str = ""
    origin: str = ""

    @property
    def what_is_missing(self) -> str:
        """What it lacks: an answer, the rest of one that is called partial on no ground, or what was noted."""
        if self.outcome is Outcome.UNANSWERED:
            return self.missing or "an answer"
        if self.outcome is Outcome.DISCLOSED_IN_PART and not self.grounds:
            return self.missing or "the rest of it"
        return self.missing

    @property
    def question(self) -> str:
        """``question 1``, ``question 1(a)``, or the request as a whole where it has no name."""
        return f"question {self.name}" if self.name else "the whole request"


def refused(said: Iterable[Said], wanted: Callable[[Ground], bool]) -> tuple[Line, ...]:
    """Each question withheld on a ground that is wanted, with the grounds as a letter cites them."""
    lines = []
    for each in said:
        cited = [ground.cited for ground in each.grounds if wanted(ground)]
        if each.outcome in _WITHHELD and cited:
            part = "part of " if each.outcome is Outcome.DISCLOSED_IN_PART else ""
            lines.append(Line(f"{part}{each.question}: {_row(cited)}", each.origin))
    return tuple(lines)


def with_outcome(said: Iterable[Said], *outcomes: Outcome) -> tuple[Line, ...]:
    """Each question of these outcomes, with the words in which it was asked."""
    return tuple(
        Line(
            f"{each.question}: {shortened(one_line(each.asked), QUOTED_ASKED)}{_under(each)}",
            each.origin,
        )
        for each in said
        if each.outcome in outcomes
    )


def reasons(said: Iterable[Said], *outcomes: Outcome) -> tuple[Line, ...]:
    """What they said to the questions of these outcomes, each text once."""
    found: dict[str, Line] = {}
    for each in said:
        if each.outcome in outcomes and each.text.strip():
            text = shortened(one_line(each.text), QUOTED_REASONS)
            found.setdefault(text, Line(text, each.origin))
    return tuple(found.values())


def given(said: Iterable[Said], tables: Sequence[Line] = ()) -> tuple[Line, ...]:
    """What was received: answers and tables."""
    answers = tuple(
        Line(
            f"{'part of an answer' if each.outcome is Outcome.DISCLOSED_IN_PART else 'an answer'} to {each.question}"
            f" ({shortened(one_line(each.asked), QUOTED_ASKED)})",
            each.origin,
        )
        for each in said
        if each.outcome in _GIVEN
    )
    return (*answers, *tables)


def parts_table(said: Iterable[Said]) -> tuple[PartGiven, ...]:
    """Part by part: asked, given, missing."""
    return tuple(
        PartGiven(each.name, each.asked, _given_to(each), each.what_is_missing, each.origin) for each in said
    )


def extension_notice(on: date | None, sections: Sequence[str], target: date | None, *, origin: str) -> Line:
    """A notice that took more time: its day, the exemption it names, the day it names for the decision."""
    words = f"your notice of {in_full(on)}" if on else "a notice of yours whose day my record does not give"
    if sections:
        words += f", which names {_row(sections)}"
    if target:
        words += f", with a decision by {in_full(target)}"
    return Line(words, origin)


def also_to_review(said: Sequence[Said], kind: LetterKind) -> tuple[Line, ...]:
    """What else in the reply a review could look at, beside what this letter is about."""
    tellers: dict[LetterKind, Callable[[Said], str]] = {
        LetterKind.REVIEW_EXEMPTION: _tell_withheld,
        LetterKind.VEXATIOUS_REPLY: _tell_conduct,
        LetterKind.REVIEW_NOT_HELD: _tell_not_held,
        LetterKind.REVIEW_NCND: _tell_denied,
        LetterKind.REVIEW_INCOMPLETE: _tell_missing,
    }
    mine = LetterKind.REVIEW_EXEMPTION if kind is LetterKind.REVIEW_NO_BALANCING else kind
    return tuple(
        Line(told, each.origin)
        for other, tell in tellers.items()
        if other is not mine
        for each in said
        if (told := tell(each))
    )


def disputed(said: Sequence[Said]) -> tuple[Line, ...]:
    """Everything in a reply that a review or a regulator may be asked about."""
    tellers = (_tell_withheld, _tell_conduct, _tell_not_held, _tell_denied, _tell_missing)
    return tuple(Line(told, each.origin) for tell in tellers for each in said if (told := tell(each)))


def _tell_withheld(each: Said) -> str:
    cited = [ground.cited for ground in each.grounds if ground.withholds or ground.is_cost]
    if each.outcome not in _WITHHELD or not cited:
        return ""
    part = "part of " if each.outcome is Outcome.DISCLOSED_IN_PART else ""
    return f"{part}{each.question}: withheld under {_row(cited)}"


def _tell_conduct(each: Said) -> str:
    cited = [ground.cited for ground in each.grounds if ground.is_conduct]
    return f"{each.question}: refused under {_row(cited)}" if each.outcome in _WITHHELD and cited else ""


def _tell_not_held(each: Said) -> str:
    held = each.outcome is Outcome.NOT_HELD
    return f"{each.question}: said not to be held" if held else ""


def _tell_denied(each: Said) -> str:
    denied = each.outcome is Outcome.NCND
    return f"{each.question}: neither confirmed nor denied{_under(each)}" if denied else ""


def _tell_missing(each: Said) -> str:
    if each.outcome is Outcome.UNANSWERED:
        return f"{each.question}: I find no answer to it"
    return f"{each.question}: I find part of it missing" if each.what_is_missing else ""


def _given_to(each: Said) -> str:
    text = one_line(each.text)
    if each.outcome in _GIVEN:
        return text or ("part of it" if each.outcome is Outcome.DISCLOSED_IN_PART else "answered")
    if each.outcome is Outcome.UNANSWERED:
        return ""
    return f"{_OUTCOME_WORDS[each.outcome]}{_under(each)}"


_OUTCOME_WORDS = {
    Outcome.REFUSED: "withheld",
    Outcome.COST_LIMIT: "refused for the cost",
    Outcome.NOT_HELD: "said not to be held",
    Outcome.NCND: "neither confirmed nor denied",
    Outcome.NOT_FOI: "dealt with outside the Act",
}


def _under(each: Said) -> str:
    cited = [ground.cited for ground in each.grounds]
    return f" ({_row(cited)})" if cited and each.outcome not in _GIVEN else ""


def _row(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(names))
    return " and ".join([", ".join(unique[:-1]), unique[-1]] if len(unique) > 1 else unique)


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of the record. ``letter`` is the kind of letter of ours that it was, ``message`` what came of theirs;
    ``ours`` says who wrote, where the event itself does not.
    """

    kind: EventKind
    on: date | None
    origin: str
    letter: LetterKind | None = None
    message: MessageKind | None = None
    ours: bool | None = None
    sections: tuple[str, ...] = ()
    target: date | None = None


def chronology(
    events: Iterable[Happened], calendar: Calendar, *, received_on: date | None
) -> tuple[Line, ...]:
    """What happened, in order of days, with the number of the working day since receipt until a reply came.

    After a clarification the days count afresh, and during a review those of the review are counted. Events without a
    known day come last, and say so.
    """
    dated = sorted((each for each in events if each.on is not None), key=lambda each: each.on or date.min)
    undated = [each for each in events if each.on is None]
    count, lines = _Count(calendar, received_on), []
    for each in dated:
        words = _told(each)
        if words and each.on is not None:
            lines.append(Line(f"{in_full(each.on)}{count.number(each.on)}: {words}", each.origin))
            count.follow(each)
    lines.extend(
        Line(f"on a day that my record does not give: {words}", each.origin)
        for each in undated
        if (words := _told(each))
    )
    return tuple(lines)


@dataclass(slots=True)
class _Count:
    """Which working day it is: of the time for the reply, or of that for the review."""

    calendar: Calendar
    since: date | None
    what: str = ""

    def number(self, on: date) -> str:
        """`` (working day 18)``, or nothing where none is counted."""
        if self.since is None or on <= self.since:
            return ""
        try:
            number = self.calendar.count(self.since, on)
        except ClockError:
            return ""
        return f" (working day {number}{self.what})" if number else ""

    def follow(self, each: Happened) -> None:
        """Count on, afresh, or no more, as this event has it."""
        if each.kind is EventKind.CLARIFICATION_RECEIVED:
            self.since = each.on
        elif each.kind is EventKind.INTERNAL_REVIEW_REQUESTED:
            self.since, self.what = each.on, " of the review"
        elif each.kind in _ENDS_THE_COUNT:
            self.since = None


def _told(each: Happened) -> str:
    if each.letter is not None:
        return _LETTERS_TOLD.get(each.letter, "I wrote to the authority")
    if each.kind is EventKind.OTHER_CORRESPONDENCE:
        if each.message is MessageKind.ACKNOWLEDGEMENT:
            return "the authority acknowledged the request"
        return "I wrote to the authority" if each.ours else "the authority wrote to me"
    words = _EVENTS_TOLD.get(each.kind, "")
    if words and each.sections:
        words = f"{words}, naming {_row(each.sections)}"
    if words and each.target:
        words = f"{words}, and named {in_full(each.target)}"
    return words


_ENDS_THE_COUNT = {
    EventKind.FINAL_RESPONSE,
    EventKind.REFUSAL,
    EventKind.NOT_HELD,
    EventKind.TRANSFERRED,
    EventKind.REVIEW_OUTCOME,
}
_EVENTS_TOLD = {
    EventKind.SENT: "I sent the request",
    EventKind.RECEIVED: "the request reached the authority",
    EventKind.DELIVERY_FAILED: "the request came back undelivered",
    EventKind.CLARIFICATION_REQUESTED: "the authority asked me to clarify the request",
    EventKind.CLARIFICATION_RECEIVED: "my answer reached the authority",
    EventKind.FEE_NOTICE: "the authority asked for a fee",
    EventKind.FEE_PAID: "I paid the fee",
    EventKind.PIT_EXTENSION: "the authority took more time to weigh the public interest",
    EventKind.EIR_EXTENSION: "the authority took more time for a complex and voluminous request",
    EventKind.PARTIAL_RESPONSE: "the authority answered part of the request",
    EventKind.FINAL_RESPONSE: "the authority replied",
    EventKind.REFUSAL: "the authority refused the request",
    EventKind.NOT_HELD: "the authority replied that it holds nothing",
    EventKind.TRANSFERRED: "the authority passed the request to another",
    EventKind.INTERNAL_REVIEW_REQUESTED: "I asked for a review",
    EventKind.REVIEW_ACKNOWLEDGED: "the authority acknowledged my request for a review",
    EventKind.REVIEW_EXTENDED: "the authority took more time for the review",
    EventKind.REVIEW_OUTCOME: "the authority told me the outcome of the review",
}
_LETTERS_TOLD = {
    LetterKind.ACKNOWLEDGEMENT_CHASER: "I asked whether the request had arrived",
    LetterKind.OVERDUE_CHASER: "I asked for the reply, which was overdue",
    LetterKind.SECOND_CHASER: "I asked for the reply again",
    LetterKind.NARROWING: "I offered to narrow the request",
    LetterKind.EXTENSION_OVERDUE: "I asked for the decision, which was overdue",
    LetterKind.REVIEW_OVERDUE: "I asked for the outcome of the review, which was overdue",
    LetterKind.FEE_QUERY: "I asked how the fee was made up",
    LetterKind.THANKS: "I thanked the authority for its reply",
}
