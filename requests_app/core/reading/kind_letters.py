"""The kind of message a text is: of its letters the one that counts, weighed and decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from requests_app.core.reading.correspondence import Letter, Sender, letters_of, lines_read
from requests_app.core.reading.kind_cues import Says
from requests_app.core.reading.kind_deciding import Decided, decide_kind
from requests_app.core.reading.kind_details import OF_THE_CASE, details_of
from requests_app.core.reading.kind_learned import chances, features_of, telling
from requests_app.core.reading.kind_told import Details, Told
from requests_app.core.reading.kind_weighing import weigh
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.passages import Passage, passages_of
from requests_app.core.reading.records import AnswerRead, Finding, KindRead, ReplyReading
from requests_app.core.states import MessageKind, Outcome

LONGEST = 200_000  # characters: what a message is stands at its head
MOST_LETTERS = 6  # of one text, from its end


def kind_of_message(
    text: str, reading: ReplyReading, *, subject: str = "", headers: Mapping[str, str] | None = None
) -> KindRead:
    """The kind of a message of which the rest has been read. Any text gives a kind; OTHER where nothing speaks
    for another.
    """
    source, lines, _ = lines_read(text[:LONGEST])
    best = KindRead()
    for letter in reversed(_letters(source, lines)):  # the last that answers is what was read
        read = _kind_of_letter(source, letter, reading, subject, headers)
        if read.kind in _ANSWERS:
            return read
        if best.kind is MessageKind.OTHER:
            best = read
    return best


def _letters(source: Source, lines: Sequence[Line]) -> list[Sequence[Line]]:
    """The authority's letters, newest last; the first of any text where none seems to be the authority's."""
    if not lines:
        return []
    letters = letters_of(source, lines)
    theirs = [each for each in letters if each.sender is Sender.AUTHORITY and not each.quoted and each.lines]
    chosen = (theirs or letters[:1])[-MOST_LETTERS:]
    return [_whole(each) for each in chosen]


def newest_letter(source: Source, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of the letter that a message is told by: the authority's newest."""
    return next(reversed(_letters(source, lines)), ())


def _whole(letter: Letter) -> Sequence[Line]:
    """The letter with what its first lines say above the salutation: "Automatic reply" may stand there."""
    return (*letter.header, *letter.lines)


def _kind_of_letter(
    source: Source,
    lines: Sequence[Line],
    reading: ReplyReading,
    subject: str,
    headers: Mapping[str, str] | None,
) -> KindRead:
    passages = passages_of(source, lines)
    said = weigh(passages, subject, headers)
    told = Told(source, lines, passages, said, reading)
    automatic = said[Says.AUTOMATIC] > 0  # only then does it matter whether it names this very request
    is_case = automatic and bool(details_of(MessageKind.ACKNOWLEDGEMENT, told).values.keys() & OF_THE_CASE)
    decided = decide_kind(said, reading, is_case=is_case)
    decided = _with_learned(decided, passages, chances(features_of(passages, subject, headers)))
    return _record(decided, details_of(decided.kind, told))


CUES_COUNT = (
    1.5  # times how sure the cues are: as much as a chance four times as high where they are quite sure
)


def _with_learned(
    decided: Decided, passages: Sequence[Passage], learned: Mapping[MessageKind, float]
) -> Decided:
    """What the cues say and what the words are like, taken together: the cues know what they have met, and no more."""
    raised = {
        kind: chance * exp(CUES_COUNT * decided.confidence * (kind is decided.kind))
        for kind, chance in learned.items()
    }
    kind = max(raised, key=lambda each: raised[each])
    if kind is decided.kind:
        return decided
    sure = round(min(max(raised[kind] / sum(raised.values()), 0.35), 0.95), 2)
    sentence = telling(passages, kind)
    why = (Finding(kind.value, sentence.text[:200], sentence.start, sentence.end, sure),) if sentence else ()
    return Decided(kind, sure, why, decided.kind, learned=True)


def _record(decided: Decided, details: Details) -> KindRead:
    return KindRead(
        kind=decided.kind,
        confidence=decided.confidence,
        why=decided.why,
        rival=decided.rival,
        learned=decided.learned,
        details=tuple(sorted(details.findings, key=lambda each: each.start)),
        **details.values,
    )


_ANSWERS = {MessageKind.REPLY, MessageKind.REFUSAL, MessageKind.PARTIAL_REPLY, MessageKind.REVIEW_OUTCOME}


SURE = 0.6  # how sure a kind must be before what was read as an answer is taken for none
SURER = 0.9  # the same where the cues say that it answers
_NO_ANSWER = frozenset(
    {
        MessageKind.BOUNCE,
        MessageKind.AUTOMATIC_REPLY,
        MessageKind.ACKNOWLEDGEMENT,
        MessageKind.CLARIFICATION_QUESTION,
        MessageKind.FEES_NOTICE,
        MessageKind.EXTENSION_NOTICE,
        MessageKind.TRANSFER,
    }
)
_OF_ANSWERS = frozenset({"answer", "decision", "exemption"})


def with_kind(text: str, reading: ReplyReading) -> ReplyReading:
    """The reading with the kind of message, and without answers where it is none that answers: an acknowledgement
    that recites the exemptions has decided nothing.
    """
    kind = kind_of_message(text, reading)
    contested = kind.learned and kind.rival in _ANSWERS
    if kind.kind not in _NO_ANSWER or kind.confidence < (SURER if contested else SURE):
        return replace(reading, kind=kind)
    questions = tuple(each for each in reading.questions if not _taken(each.start, each.end, kind))
    places = {(each.start, each.end) for each in reading.questions if each not in questions}
    return replace(
        reading,
        kind=kind,
        questions=questions,
        answers=tuple(
            AnswerRead(each.label, each.part, Outcome.UNANSWERED, "") for each in reading.answers if questions
        ),
        decision=None,
        decision_explicit=False,
        exemptions=(),
        findings=tuple(
            each
            for each in reading.findings
            if each.what not in _OF_ANSWERS
            and not (each.what == "question" and (each.start, each.end) in places)
        ),
    )


def _taken(start: int | None, end: int | None, kind: KindRead) -> bool:
    """Whether what was read as a question is what makes the message this kind."""
    if start is None or end is None:
        return False
    return any(each.end and each.start < end and each.end > start for each in kind.why)
