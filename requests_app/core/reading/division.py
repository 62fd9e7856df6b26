"""A text divided for the readers that follow: whose letter is the reply, what was asked, what is said back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading import clarifications
from requests_app.core.reading.correspondence import Letter, Sender, is_closing, letters_of
from requests_app.core.reading.lines import Line, Source, wrap_width
from requests_app.core.reading.log_rows import LogRow
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.questions import asked_in_passing, find_questions, only_question
from requests_app.core.reading.request_block import Block, block_of, is_reply_start

MOST_QUESTIONS = 200  # no request has more; a text that seems to is something else


@dataclass(frozen=True, slots=True)
class Division:
    """``found`` are the questions; ``reply`` the lines of the answer, each question's own answer in its ``rest``
    when ``pairs``; ``said`` every line in which the authority speaks, before the request or after it.
    """

    source: Source
    letters: tuple[Letter, ...]
    letter: Letter
    found: tuple[Found, ...]
    reply: tuple[Line, ...]
    said: tuple[Line, ...]
    pairs: bool
    exchange: clarifications.Exchange | None


def divide(source: Source, lines: Sequence[Line]) -> Division:
    """Divide a text that has at least one line."""
    letters = letters_of(source, lines)
    letter = _reply_letter(source, letters)
    block = block_of(source, letter.lines)
    exchange, request = clarifications.within_request(source, block.request)
    width = wrap_width(letter.lines)
    found = find_questions(source, request, pairs=block.pairs, width=width)[:MOST_QUESTIONS]
    if not found and block.announced:
        found = only_question(source, request, width=width)
    if not block.found:
        found, block = _unannounced(source, found, block, width)
    asked = _asked_elsewhere(source, letters, letter, found, block)
    if asked:
        found, block = asked, replace(block, reply=letter.lines, pairs=False)
    if not found:
        found = asked_in_passing(source, letter.lines[0].start, letter.lines[-1].end) if letter.lines else []
        block = replace(block, reply=letter.lines, pairs=False) if found else block
    reply = _open(block.reply)
    return Division(
        source=source,
        letters=tuple(letters),
        letter=letter,
        found=tuple(found),
        reply=tuple(reply),
        said=tuple(_said(letter, found, reply, elsewhere=bool(asked))),
        pairs=block.pairs,
        exchange=exchange or clarifications.between_letters(source, letters),
    )


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
        tuple(find_questions(source, request, width=wrap_width(lines))),
        (),
        (),
        False,
        exchange,
    )


def _line_bounds(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\r\n]+", source.text[start:end])]


_ANSWERS = re.compile(
    r"response\s+to\s+your\s+request|decided\s+to|does?\s+(?:not\s+)?hold|exempt|refus|attached|please\s+find|our\s+response|in\s+response|set\s+out\s+below|located",
    re.IGNORECASE,
)
_SETS_OUT = re.compile(r"response\s+to\s+your\s+request|set\s+out\s+below", re.IGNORECASE)
_ACKNOWLEDGES = re.compile(
    r"has\s+been\s+(?:logged|passed|forwarded)|will\s+(?:now\s+)?(?:be\s+dealt|continue\s+to\s+deal|respond|reply|be\s+processed)|must\s+respond\s+to\s+you\s+within|automatic(?:ally)?|auto-?reply|acknowledg",
    re.IGNORECASE,
)


def _reply_letter(source: Source, letters: Sequence[Letter]) -> Letter:
    """The authority's last letter that answers and is not quoted; else its last letter at all."""
    theirs = [one for one in letters if one.sender is Sender.AUTHORITY and not one.quoted and one.lines]
    for one in reversed(theirs):
        text = source.text[one.lines[0].start : one.lines[-1].end]
        answers = len(theirs) == 1 or _ANSWERS.search(text)
        if answers and (_SETS_OUT.search(text) or not _ACKNOWLEDGES.search(text)):
            return one
    return theirs[-1] if theirs else letters[0]


def _unannounced(source: Source, found: list[Found], block: Block, width: int) -> tuple[list[Found], Block]:
    """Nothing says where the request ends. Labelled questions with words under each are question and answer;
    with words under the last alone, those are the reply; prose ends where the authority begins to speak.
    """
    if found and found[0].label is not None and any(question.rest for question in found[:-1]):
        return found, replace(block, pairs=True)
    if found and found[0].label is not None:
        return found, replace(block, reply=tuple(found[-1].rest), pairs=len(found) == 1)
    if len(found) > 1 and all(question.rest for question in found):
        return found, replace(block, pairs=True)
    if found and found[-1].rest and not any(is_reply_start(line) for line in block.request):
        return found, replace(block, reply=tuple(found[-1].rest), pairs=False)
    begin = found[0].start if found else 0
    lines = enumerate(block.request)
    stop = next((i for i, line in lines if line.start > begin and is_reply_start(line)), len(block.request))
    request, reply = block.request[:stop], block.request[stop:]
    return find_questions(source, request, width=width)[:MOST_QUESTIONS], Block(
        request, reply, False, False, False
    )


def _asked_elsewhere(
    source: Source, letters: Sequence[Letter], letter: Letter, found: Sequence[Found], block: Block
) -> list[Found]:
    """The questions of the requester's own letter, where the reply's quotation of them is no better: a clean
    request beats one with answers between, labels beat none.
    """
    own = next(
        (one for one in letters if one.sender is Sender.REQUESTER and one is not letter and one.lines), None
    )
    if own is None or (block.found and not block.pairs and found):
        return []
    asked = find_questions(source, own.lines, width=wrap_width(own.lines))[:MOST_QUESTIONS]
    labelled = block.found and bool(found) and found[0].label is not None
    if not asked or (labelled and asked[0].label is None and len(found) >= len(asked)):
        return []
    return asked


def _open(lines: Sequence[Line]) -> list[Line]:
    """The lines up to what closes every letter."""
    stop = next((index for index, line in enumerate(lines) if is_closing(line)), len(lines))
    return list(lines[:stop])


def _said(letter: Letter, found: Sequence[Found], reply: Sequence[Line], *, elsewhere: bool) -> list[Line]:
    """The authority's own words: before the request it quotes, and from its reply on."""
    spans = [] if elsewhere else [(question.start, question.end) for question in found]
    if spans and reply and reply[0].start >= spans[-1][1]:
        lines = [line for line in letter.lines if line.end <= spans[0][0]] + list(reply)
    else:
        lines = _open(letter.lines) or list(letter.lines)
    return [line for line in lines if not any(start <= line.at < end for start, end in spans)]
