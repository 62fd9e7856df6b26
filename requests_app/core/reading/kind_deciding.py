"""Which kind of message it is, from what its sentences do. The rules stand in the order in which they win."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from requests_app.core.reading.kind_cues import Says
from requests_app.core.reading.kind_weighing import Weighed
from requests_app.core.reading.records import Finding, ReplyReading
from requests_app.core.states import Decision, MessageKind, Outcome

_REFUSED = {Outcome.REFUSED, Outcome.NCND, Outcome.COST_LIMIT}
_REFUSALS = {Decision.REFUSED, Decision.NCND, Decision.COST_LIMIT}
PLAINLY = 1.8  # of more than one that say the same
ENOUGH = 0.95  # the weight of one cue that settles the matter


@dataclass(frozen=True, slots=True)
class Decided:
    """The kind, how sure it is, what speaks for it, and the next likely kind. ``learned``: its words are like those of
    such messages, though the cues say ``rival``.
    """

    kind: MessageKind
    confidence: float
    why: tuple[Finding, ...]
    rival: MessageKind | None
    learned: bool = False


@dataclass(frozen=True, slots=True)
class _Sums:
    """The weights taken together, in the terms of the rules."""

    said: Weighed
    reading: ReplyReading
    is_case: bool  # it names this very request: a reference, a day of receipt
    read: float  # how much the reading of answers and tables says that it answers

    @property
    def given(self) -> float:
        """How much it answers, refuses or says is not held."""
        s = self.said
        return self.settled + s[Says.REFUSES] + 0.5 * s[Says.HOLDS]

    @property
    def settled(self) -> float:
        """The same without what an extension or a fees notice says too: that something is held, or exempt."""
        return max(self.said[Says.ANSWERS], self.said[Says.GIVES]) + self.said[Says.NOT_HELD] + self.read

    @property
    def received(self) -> float:
        """How much it says that the request has come and will be answered."""
        return self.said[Says.ACKNOWLEDGES] + self.said[Says.PROMISES]


def _bounce(s: _Sums) -> bool:
    return s.said[Says.BOUNCES] >= ENOUGH and s.said[Says.BOUNCES] > s.settled


def _away(s: _Sums) -> bool:
    return s.said[Says.AWAY] >= ENOUGH and s.given < ENOUGH


def _review_outcome(s: _Sums) -> bool:
    return s.said[Says.REVIEWED] >= ENOUGH and s.said[Says.REVIEWED] >= s.said[Says.ACKNOWLEDGES_REVIEW]


def _review_begun(s: _Sums) -> bool:
    return s.said[Says.ACKNOWLEDGES_REVIEW] >= ENOUGH and s.said[Says.EXTENDS] < ENOUGH


def _fees(s: _Sums) -> bool:
    charges = s.said[Says.CHARGES]
    return charges >= ENOUGH and charges + 0.3 >= s.settled


def _part_now(s: _Sums) -> bool:
    """Some is answered, more follows."""
    more = s.said[Says.MORE_FOLLOWS]
    if more < ENOUGH or more < s.said[Says.TRANSFERS]:
        return False
    return more >= PLAINLY or (s.given >= 0.8 and s.settled > 0)


def _extension(s: _Sums) -> bool:
    extends = s.said[Says.EXTENDS]
    return extends >= ENOUGH and extends + 0.5 >= s.settled and not _final_refusal(s)


def _final_refusal(s: _Sums) -> bool:
    """A refusal with its balance struck also speaks of the public interest, and perhaps of an extension."""
    said = s.said
    return said[Says.REFUSES] >= 2 and said[Says.REFUSES] > said[Says.EXTENDS] + said[Says.PROMISES]


def _transfer(s: _Sums) -> bool:
    said = s.said
    if s.received >= PLAINLY and said[Says.TRANSFERS] < PLAINLY:
        return False  # "it has been passed to Highways": to a department
    return said[Says.TRANSFERS] >= ENOUGH and s.settled < 2.1 and said[Says.REFUSES] < ENOUGH


def _clarification(s: _Sums) -> bool:
    asks = s.said[Says.ASKS]
    if s.settled < ENOUGH and s.said[Says.REFUSES] < ENOUGH:  # a request that is quoted asks as well
        asks += min(s.said[Says.QUESTIONS], 1.0)
    return asks >= 0.9 and asks >= s.given


def _reply(s: _Sums) -> bool:
    return s.given >= 0.9 and s.given >= 0.8 * s.said[Says.ACKNOWLEDGES] + 0.6 * s.said[Says.PROMISES]


def _automatic(s: _Sums) -> bool:
    automatic = s.said[Says.AUTOMATIC]
    if automatic < 0.7:
        return False
    return not (s.is_case and s.received >= 0.7) or (automatic > 1.5 and s.received < ENOUGH)


def _acknowledgement(s: _Sums) -> bool:
    said = s.said
    if said[Says.DELAYS] >= ENOUGH and said[Says.ACKNOWLEDGES] < 0.7:
        return False
    return said[Says.ACKNOWLEDGES] >= 0.6 or said[Says.PROMISES] >= ENOUGH or s.received >= ENOUGH


def _perhaps_reply(s: _Sums) -> bool:
    return s.given >= 0.4 and s.said[Says.DELAYS] < ENOUGH


_K = MessageKind
_ANSWERING = (Says.ANSWERS, Says.GIVES, Says.NOT_HELD, Says.REFUSES, Says.HOLDS)
_RULES: tuple[tuple[MessageKind, Callable[[_Sums], bool], tuple[Says, ...]], ...] = (
    (_K.BOUNCE, _bounce, (Says.BOUNCES,)),
    (_K.AUTOMATIC_REPLY, _away, (Says.AWAY, Says.AUTOMATIC)),
    (_K.REVIEW_OUTCOME, _review_outcome, (Says.REVIEWED,)),
    (_K.ACKNOWLEDGEMENT, _review_begun, (Says.ACKNOWLEDGES_REVIEW,)),
    (_K.FEES_NOTICE, _fees, (Says.CHARGES,)),
    (_K.PARTIAL_REPLY, _part_now, (Says.MORE_FOLLOWS,)),
    (_K.EXTENSION_NOTICE, _extension, (Says.EXTENDS,)),
    (_K.TRANSFER, _transfer, (Says.TRANSFERS,)),
    (_K.CLARIFICATION_QUESTION, _clarification, (Says.ASKS, Says.QUESTIONS)),
    (_K.REPLY, _reply, _ANSWERING),
    (_K.AUTOMATIC_REPLY, _automatic, (Says.AUTOMATIC,)),
    (_K.ACKNOWLEDGEMENT, _acknowledgement, (Says.ACKNOWLEDGES, Says.PROMISES)),
    (_K.AUTOMATIC_REPLY, lambda s: s.said[Says.AUTOMATIC] >= 0.4, (Says.AUTOMATIC,)),
    (_K.REPLY, _perhaps_reply, _ANSWERING),
)


def decide_kind(said: Weighed, reading: ReplyReading, *, is_case: bool) -> Decided:
    """The kind of message, and the next likely one."""
    sums = _Sums(said, reading, is_case, _read(said, reading))
    held = [(kind, reasons) for kind, rule, reasons in _RULES if rule(sums)]
    if not held:
        return _by_reading(sums)
    kind, reasons = held[0]
    if kind is MessageKind.REPLY and _refused(sums):
        kind = MessageKind.REFUSAL
    weight = sum(said[says] for says in reasons)
    rivals = [(other, sum(said[says] for says in why)) for other, why in held[1:] if other is not held[0][0]]
    rival, against = rivals[0] if rivals else (None, 0.0)
    sure = 0.55 + 0.4 * min(weight, 2.0) / 2.0 - 0.2 * min(against / max(weight, 0.1), 1.0)
    why = tuple(
        sorted((each for says in reasons for each in said.found.get(says, ())), key=lambda f: f.start)
    )
    return Decided(kind, round(min(max(sure, 0.35), 0.97), 2), _named(why, kind), rival)


# What an answer that was only read as one may be instead.
_NO_ANSWER = frozenset(Says) - {
    Says.ANSWERS,
    Says.GIVES,
    Says.REFUSES,
    Says.HOLDS,
    Says.NOT_HELD,
    Says.MORE_FOLLOWS,
}


def _read(said: Weighed, reading: ReplyReading) -> float:
    """Tables, and answers that are no promise, question or notice; a line of an acknowledgement is easily taken for
    the answer to what it quotes.
    """
    taken = [finding for says in _NO_ANSWER for finding in said.found.get(says, ()) if finding.end]
    answered = {
        (answer.start, answer.end)
        for answer in reading.answers
        if answer.start is not None
        and answer.end is not None
        and answer.outcome is not Outcome.UNANSWERED
        and not any(f.start < answer.end and f.end > answer.start for f in taken)
    }
    return (1.0 if reading.tables else 0.0) + 0.35 * min(len(answered), 3)


def _named(why: Sequence[Finding], kind: MessageKind) -> tuple[Finding, ...]:
    return tuple(
        each
        if each.what in {"header", "subject"}
        else Finding(kind.value, each.text, each.start, each.end, each.confidence)
        for each in why
    )


def _refused(s: _Sums) -> bool:
    """Whether everything is refused: by the reading of the answers, else by the words."""
    reading = s.reading
    outcomes = {answer.outcome for answer in reading.answers} - {Outcome.NOT_FOI, Outcome.UNANSWERED}
    if reading.decision in {Decision.REFUSED, None} and s.said[Says.GIVES] >= ENOUGH:
        return False
    if reading.decision is not None:
        return reading.decision in _REFUSALS
    if outcomes:
        return outcomes <= _REFUSED
    return s.said[Says.REFUSES] >= ENOUGH and not reading.tables and s.said[Says.NOT_HELD] < ENOUGH


def _by_reading(s: _Sums) -> Decided:
    """No sentence says what it is: a text in which answers or tables were read is a reply, any other is not known."""
    reading = s.reading
    answered = [a for a in reading.answers if a.outcome is not Outcome.UNANSWERED and a.start is not None]
    if reading.tables or len(answered) > 1 or (answered and reading.decision_explicit):
        kind = MessageKind.REFUSAL if _refused(s) else MessageKind.REPLY
        why = tuple(
            Finding(kind.value, a.text[:200], a.start, a.end, 0.5)
            for a in answered
            if a.start is not None and a.end is not None
        )
        return Decided(kind, 0.6 if reading.tables or reading.decision_explicit else 0.5, why, None)
    why = tuple(s.said.found.get(Says.DELAYS, ()))
    sure = 0.7 if why else 0.3
    rival = MessageKind.REPLY if answered else None
    return Decided(MessageKind.OTHER, sure, _named(why, MessageKind.OTHER), rival)
