"""A text divided for the readers that follow: whose letter is the reply, what was asked, what is said back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading import clarifications
from requests_app.core.reading.correspondence import Letter, Sender, is_closing, letters_of
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Line, Source, outside, wrap_width
from requests_app.core.reading.log_rows import LogRow
from requests_app.core.reading.paragraphs import merged
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.questions import find_questions
from requests_app.core.reading.ways import Way, ways_of
from requests_app.core.reading.weighing import best_way


@dataclass(frozen=True, slots=True)
class Division:
    """``printed`` are the lines of the reply's letter as they stand; elsewhere its paragraphs are whole. ``found`` are the questions; ``reply`` the lines of the answer, each question's own answer in its ``rest``
    when ``pairs``; ``said`` every line in which the authority speaks, before the request or after it.
    """

    source: Source
    letters: tuple[Letter, ...]
    letter: Letter
    printed: tuple[Line, ...]
    found: tuple[Found, ...]
    reply: tuple[Line, ...]
    said: tuple[Line, ...]
    pairs: bool
    exchange: clarifications.Exchange | None


def divide(source: Source, lines: Sequence[Line]) -> Division:
    """Divide a text that has at least one line."""
    printed = letters_of(source, lines)
    letters = [replace(one, lines=merged(source, one.lines)) for one in printed]
    letter = _reply_letter(source, letters)
    unmended = printed[letters.index(letter)].lines
    way = best_way(ways_of(source, letters, letter, unmended))
    reply = _open(way.reply if not way.pairs else way.request)
    return Division(
        source=source,
        letters=tuple(letters),
        letter=letter,
        printed=unmended,
        found=way.found,
        reply=tuple(reply),
        said=tuple(_said(letter, way, reply)),
        pairs=way.pairs,
        exchange=way.exchange or _between_letters(source, letters),
    )


def _between_letters(source: Source, letters: Sequence[Letter]) -> clarifications.Exchange | None:
    """A clarification exchanged in letters; most texts never use the word."""
    return clarifications.between_letters(source, letters) if "clarif" in source.text.lower() else None


def divide_row(source: Source, row: LogRow) -> Division:
    """Divide a log's row: a request, and no reply but the status."""
    lines = tuple(
        source.piece(start, end)
        for start, end in _line_bounds(source, row.start, row.end)
        if source.text[start:end].strip(' "')
    )
    letter = Letter(Sender.REQUESTER, None, False, lines)
    exchange, request = clarifications.within_request(source, lines)
    return Division(
        source,
        (letter,),
        letter,
        lines,
        tuple(find_questions(source, request, width=wrap_width(lines))),
        (),
        (),
        False,
        exchange,
    )


def _line_bounds(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\r\n]+", source.text[start:end])]


_ANSWERS = Folded(
    r"response\s+to\s+your\s+request|decided\s+to|does?\s+(?:not\s+)?hold|exempt|refus|attached|please\s+find|our\s+response|in\s+response|set\s+out\s+below|located",
)
_SETS_OUT = Folded(r"response\s+to\s+your\s+request|set\s+out\s+below")
_ACKNOWLEDGES = Folded(
    r"has\s+been\s+(?:logged|passed|forwarded)|will\s+(?:now\s+)?(?:be\s+dealt|continue\s+to\s+deal|respond|reply|be\s+processed)|must\s+respond\s+to\s+you\s+within|automatic(?:ally)?|auto-?reply|acknowledg",
)


def _reply_letter(source: Source, letters: Sequence[Letter]) -> Letter:
    """The authority's last letter that answers and is not quoted; else its last letter at all."""
    theirs = [one for one in letters if one.sender is Sender.AUTHORITY and not one.quoted and one.lines]
    if len(theirs) == 1:
        return theirs[0]
    for one in reversed(theirs):
        text = source.text[one.lines[0].start : one.lines[-1].end]
        answers = len(theirs) == 1 or _ANSWERS.search(text)
        if answers and (_SETS_OUT.search(text) or not _ACKNOWLEDGES.search(text)):
            return one
    return theirs[-1] if theirs else letters[0]


def _open(lines: Sequence[Line]) -> list[Line]:
    """The lines up to what closes every letter."""
    stop = next((index for index, line in enumerate(lines) if is_closing(line)), len(lines))
    return list(lines[:stop])


def _said(letter: Letter, way: Way, reply: Sequence[Line]) -> list[Line]:
    """The authority's own words: before the request it quotes, and from its reply on."""
    found = way.found
    spans = [] if way.elsewhere else [(question.start, question.end) for question in found]
    before = [line for line in letter.lines if spans and line.end <= spans[0][0]]
    if way.pairs:
        return before + [line for question in found for line in question.rest]
    if spans and reply and reply[0].start >= spans[-1][1]:
        lines = before + list(reply)
    else:
        lines = _open(letter.lines) or list(letter.lines)
    return outside(lines, spans)
