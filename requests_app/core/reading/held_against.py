"""A reply held against the request as we have it: what was never answered, dropped, put otherwise, added or narrowed.

Questions are told by their words and not by their labels alone: an authority may number them afresh. What is found is
put to a person; nothing here says what the reply should have been.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from requests_app.core.matching import Asked, Matched, bare, match_answers
from requests_app.core.reading.answers import keys_of
from requests_app.core.reading.differences import Difference, DifferenceKind, QuestionAsked
from requests_app.core.reading.likeness import Changed, changed, likeness, pair
from requests_app.core.reading.records import AnswerRead, PartRead, QuestionRead, ReplyReading
from requests_app.core.reading.restated import Restated, restated_in
from requests_app.core.reading.scope import narrowed
from requests_app.core.states import Decision, MessageKind, Outcome

__all__ = ["QuestionAsked", "hold_against"]

K = DifferenceKind
ALIKE = 0.5  # how alike a question and its restatement must be at least
_MANY = 100  # questions of one request compared at most
_SHOWN = 160  # characters of a question in a sentence
_NO_REPLY = {kind for kind in MessageKind if not kind.answers} - {
    MessageKind.OTHER,
    MessageKind.REVIEW_OUTCOME,
}
_FAR_FROM_FULL = {
    K.QUESTION_UNANSWERED,
    K.PART_UNANSWERED,
    K.QUESTION_DROPPED,
    K.PART_DROPPED,
    K.PART_REWORDED,
    K.OTHER_PERIOD,
    K.OTHER_PLACE,
    K.TOTAL_FOR_BREAKDOWN,
}


@dataclass(frozen=True, slots=True)
class _Held:
    """One question of ours: how a sentence names it, and what the reply makes of it."""

    place: int
    asked: QuestionAsked
    restated: QuestionRead | None
    quoted: QuestionRead | None
    matched: Matched

    @property
    def name(self) -> str:
        return f"question {bare(self.asked.label) or self.place + 1}"


def hold_against(asked: Sequence[QuestionAsked], reading: ReplyReading, text: str) -> tuple[Difference, ...]:
    """The differences between the request and the reply, question by question, then what the reply adds.

    ``asked`` are our questions in their order and ``text`` what ``reading`` was read from. Empty for messages that
    answer nothing.
    """
    if not asked or (reading.kind.kind in _NO_REPLY and reading.kind.confidence >= ALIKE):
        return ()
    asked = tuple(asked[:_MANY])
    restated = restated_in(reading, text, [_whole(each) for each in asked])
    by_quoted = _paired(asked, restated.quoted)
    by_answers = _paired(asked, restated.before_answers)
    matched = _matched(asked, reading, restated, by_quoted)
    found: list[Difference] = []
    for place, each in enumerate(asked):
        held = _Held(
            place,
            each,
            restated.before_answers[by_answers[place]] if place in by_answers else None,
            restated.quoted[by_quoted[place]] if place in by_quoted else None,
            matched[place],
        )
        found.extend(_of_question(held, reading, quotes_others=bool(by_quoted)))
    found.extend(_added(asked, restated, by_quoted, by_answers))
    found.extend(_called_full(found, reading))
    return tuple(found)


def _whole(question: QuestionAsked | QuestionRead) -> str:
    return " ".join([question.text, *(part.text for part in question.parts)])


def _paired(asked: Sequence[QuestionAsked], restated: Sequence[QuestionRead]) -> dict[int, int]:
    """By the words of the question without its parts, which may be restated otherwise; else by all of them."""
    labels = [
        (str(ours), str(theirs))
        for ours, one in enumerate(asked)
        for theirs, other in enumerate(restated)
        if bare(one.label) and bare(one.label) == bare(other.label)
    ]
    out = pair([each.text for each in asked], [each.text for each in restated], least=ALIKE, labels=labels)
    left = [place for place in range(len(asked)) if place not in out]
    free = [place for place in range(len(restated)) if place not in out.values()]
    whole = pair(
        [_whole(asked[place]) for place in left], [_whole(restated[place]) for place in free], least=ALIKE
    )
    return out | {left[ours]: free[theirs] for ours, theirs in whole.items()}


def _matched(
    asked: Sequence[QuestionAsked], reading: ReplyReading, restated: Restated, by_quoted: dict[int, int]
) -> list[Matched]:
    """The answers to each question of ours, under the label that the reply gives it."""
    keys = keys_of(reading.questions)
    place_of = {id(question): place for place, question in enumerate(reading.questions)}
    renumbered = {
        ours: keys[place_of[id(restated.quoted[theirs])]]
        for ours, theirs in by_quoted.items()
        if id(restated.quoted[theirs]) in place_of
    }
    wanted = [Asked(each.label, tuple(part.label for part in each.parts)) for each in asked]
    matched, _ = match_answers(wanted, reading.answers, renumbered)
    return matched


def _of_question(held: _Held, reading: ReplyReading, *, quotes_others: bool) -> Iterator[Difference]:
    dropped = held.quoted is None and held.restated is None and quotes_others and held.matched.whole is None
    if dropped:
        yield _difference(
            held,
            K.QUESTION_DROPPED,
            f"{held.name[0].upper()}{held.name[1:]}, “{_short(held.asked.text)}”, is not among the questions that the reply repeats.",
            0.7,
        )
        return
    yield from _restated(held)
    yield from _unanswered(held, reading)
    answers = [each for each in (held.matched.whole, *held.matched.parts) if each is not None]
    for kind, sentence, sure, answer in narrowed(held.name, _whole(held.asked), answers, reading):
        yield _difference(held, kind, sentence, sure, reply=answer)


def _difference(
    held: _Held,
    kind: DifferenceKind,
    sentence: str,
    confidence: float,
    *,
    part: int | None = None,
    reply: QuestionRead | PartRead | AnswerRead | None = None,
) -> Difference:
    asked = held.asked if part is None else held.asked.parts[part]
    return Difference(
        kind=kind,
        sentence=sentence,
        confidence=confidence,
        question=held.place,
        part=part,
        asked_label=asked.label,
        asked_text=asked.text,
        reply_label=reply.label if reply else "",
        reply_text=reply.text if reply else "",
        start=reply.start if reply else None,
        end=reply.end if reply else None,
    )


# Restated otherwise


def _restated(held: _Held) -> Iterator[Difference]:
    """What stands above the answer is what they answered; the quotation counts where nothing does."""
    theirs = held.restated or held.quoted
    if theirs is None:
        return
    words = changed(held.asked.text, theirs.text)
    if _substantial(words, held.asked.text):
        sentence = f"{held.name[0].upper()}{held.name[1:]} is restated in other words: {_told(words)}."
        yield _difference(held, K.QUESTION_REWORDED, sentence, 0.6, reply=theirs)
    label = bare(theirs.label)
    if label and bare(held.asked.label) and label != bare(held.asked.label):
        sentence = f"{held.name[0].upper()}{held.name[1:]} is numbered {theirs.label} in the reply."
        yield _difference(held, K.RENUMBERED, sentence, 0.85, reply=theirs)
    yield from _parts(held, theirs)


def _substantial(words: Changed, text: str) -> bool:
    """Whether more differs than a courtesy or a clause that the reader took for one."""
    return bool(words.left_out and words.put_in) or len(words.left_out) > 0.25 * max(len(text.split()), 4)


def _told(words: Changed) -> str:
    said = []
    if words.left_out:
        said.append(f"it leaves out “{' '.join(words.left_out[:12])}”")
    if words.put_in:
        said.append(f"it {'has' if not words.left_out else 'puts in'} “{' '.join(words.put_in[:12])}”")
    return " and ".join(said)


def _parts(held: _Held, theirs: QuestionRead) -> Iterator[Difference]:
    """Parts by their words; one with the same label and other words was put in its place. A restatement without any
    part is a heading, and says nothing of them.
    """
    ours = held.asked.parts
    if not ours or not theirs.parts:
        return
    paired = pair([each.text for each in ours], [each.text for each in theirs.parts], least=ALIKE)
    left = [place for place in range(len(theirs.parts)) if place not in paired.values()]
    for place, part in enumerate(ours):
        name = f"part {part.label or place + 1} of {held.name}"
        if place in paired:
            other = theirs.parts[paired[place]]
            words = changed(part.text, other.text)
            if _substantial(words, part.text):
                sentence = f"{name[0].upper()}{name[1:]} is restated in other words: {_told(words)}."
                yield _difference(held, K.PART_REWORDED, sentence, 0.6, part=place, reply=other)
            continue
        instead = next(
            (each for each in left if part.label and bare(theirs.parts[each].label) == bare(part.label)), None
        )
        if instead is None:
            sentence = f"{name[0].upper()}{name[1:]}, “{_short(part.text)}”, is left out where the reply restates the question."
            yield _difference(held, K.PART_DROPPED, sentence, 0.85, part=place, reply=None)
        else:
            left.remove(instead)
            other = theirs.parts[instead]
            sentence = f"{name[0].upper()}{name[1:]} was “{_short(part.text)}”; the reply puts “{_short(other.text)}” in its place."
            yield _difference(held, K.PART_REWORDED, sentence, 0.9, part=place, reply=other)
    for place in left:
        other = theirs.parts[place]
        sentence = f"The reply adds a part to {held.name} that was not asked: “{_short(other.text)}”."
        yield _difference(held, K.PART_ADDED, sentence, 0.7, reply=other)


# Not answered


def _unanswered(held: _Held, reading: ReplyReading) -> Iterator[Difference]:
    """Said only where the reply answers something: of a covering letter nothing is known."""
    if not any(answer.outcome is not Outcome.UNANSWERED for answer in reading.answers):
        return
    whole, parts = held.matched.whole, held.matched.parts
    silent = [place for place, part in enumerate(parts) if part is None or part.outcome is Outcome.UNANSWERED]
    if any(parts) and 0 < len(silent) < len(parts):
        for place in silent:
            part = held.asked.parts[place]
            sentence = f"Part {part.label or place + 1} of {held.name}, “{_short(part.text)}”, is not answered, though other parts are."
            yield _difference(held, K.PART_UNANSWERED, sentence, 0.7, part=place, reply=parts[place])
        return
    if whole is None or whole.outcome is Outcome.UNANSWERED:
        says = whole is not None and bool(whole.text)
        sentence = f"{held.name[0].upper()}{held.name[1:]}, “{_short(held.asked.text)}”, is " + (
            "met with words that do not answer it." if says else "not answered."
        )
        yield _difference(held, K.QUESTION_UNANSWERED, sentence, 0.65 if says else 0.75, reply=whole)


# Added, and called full


def _added(
    asked: Sequence[QuestionAsked], restated: Restated, by_quoted: dict[int, int], by_answers: dict[int, int]
) -> Iterator[Difference]:
    """Questions the reply repeats that nobody asked; where none of ours is among them it quotes another request."""
    for questions, paired in ((restated.quoted, by_quoted), (restated.before_answers, by_answers)):
        if not paired:
            continue
        for place, question in enumerate(questions):
            if place in paired.values() or any(
                likeness(_whole(each), question.text) >= 0.35 for each in asked
            ):
                continue
            yield Difference(
                kind=K.QUESTION_ADDED,
                sentence=f"The reply has a question that was not asked: “{_short(question.text)}”.",
                confidence=0.5,
                reply_label=question.label,
                reply_text=question.text,
                start=question.start,
                end=question.end,
            )


def _called_full(found: Sequence[Difference], reading: ReplyReading) -> Iterator[Difference]:
    """Full disclosure, by the reply's own words, of something other than what was asked."""
    short = [each for each in found if each.kind in _FAR_FROM_FULL]
    if not short or reading.decision is not Decision.IN_FULL or not reading.decision_explicit:
        return
    said = next((each for each in reading.findings if each.what == "decision"), None)
    count = len(short)
    yield Difference(
        kind=K.CALLED_FULL,
        sentence="The reply calls this full disclosure; "
        + ("one difference" if count == 1 else f"{count} differences")
        + " from what was asked say otherwise.",
        confidence=0.9,
        reply_text=said.text if said else "",
        start=said.start if said else None,
        end=said.end if said else None,
    )


def _short(text: str) -> str:
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= _SHOWN else squeezed[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"
