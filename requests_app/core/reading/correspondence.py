"""A text as letters: whose they are, which are quoted, and what in them is furniture.

Nothing is thrown away. What is no part of a letter is set apart as findings, so that a person can see it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from requests_app.core.reading.families import CLOSING, FURNITURE, REPLY_HEADING, alternatives
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Line, Source, lines_of, source_of
from requests_app.core.reading.memory import kept
from requests_app.core.reading.records import Finding


class Sender(StrEnum):
    """Whose letter it is, as far as its words show."""

    AUTHORITY = "authority"
    REQUESTER = "requester"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a text. ``lines`` has neither furniture nor signature; ``tail`` is what follows the
    sign-off: signature, disclaimer, footnotes.
    """

    sender: Sender
    sent_on: date | None
    quoted: bool
    lines: tuple[Line, ...]
    tail: tuple[Line, ...] = ()
    header: tuple[Line, ...] = ()


_FURNITURE = alternatives(FURNITURE, whole_line=True)
_REPLY_HEADING = alternatives(REPLY_HEADING, whole_line=True)
_CLOSING = Folded(r"^\W{0,6}(?:" + alternatives(CLOSING).pattern + ")")
_BRACKET = Folded(r"^\[(outgoing|incoming)\s+(\d{4})-(\d\d)-(\d\d)\]$")
_QUOTE_START = Folded(
    r"^(?:-{2,}\s*original message|_{10,}$|on .{6,80} wrote:$|begin forwarded message|-{2,} ?forwarded)",
)
_HEADER = Folded(r"^(?:from|sent|to|cc|date|subject|reply-to|importance|attachments?):")
_SALUTATION = Folded(r"^(?:dear\b.{0,80}|hi\b.{0,40}|good (?:morning|afternoon)\b.{0,40}),?$")
_SIGN_OFF = Folded(
    r"^\W?(?:yours\s+(?:sincerely|faithfully|truly)|kind(?:est)?\s+regards|(?:best|warm)\s+(?:wishes|regards)"
    r"|all\s+the\s+best|regards)\b[^?]{0,30}$|^(?:(?:many|with)\s+)?(?:thanks|thank\s+you)(?:\s+in\s+advance)?[,.!\s]*$",
)
_TO_A_BODY = Folded(
    r"^\s*dear\s+[^\n]{0,60}\b(?:council|police|constabulary|trust|service|department|university|college|school|office|authority|board|agency"
    r"|commission|ministry|government|foi\s+(?:team|officer)|freedom\s+of\s+information)\b",
    re.MULTILINE,
)
_AUTHORITY_WORDS = Folded(
    r"\b(?:(?:thank you for|received|regarding|considered|respon\w+ to|with regards? to) your (?:\w+ ){0,4}(?:request|clarification)|you seek access"
    r"|we received|your request|internal review|refusal notice|our (?:ref|response)|you asked|i can confirm)",
)
_REQUESTER_WORDS = Folded(
    r"\b(?:i am requesting|i(?: would|'d) like to (?:request|know|make)|under the (?:freedom|foi|terms)|can you (?:please )?(?:provide|tell|confirm)"
    r"|please (?:tell me|provide|can you|could you|send me|supply)|i wish to|i request|could you (?:please )?(?:provide|tell))",
)


def is_furniture(line: Line) -> bool:
    """Whether the line belongs to the page and not to the letter."""
    return len(line.text) < 700 and _FURNITURE.match(line.body) is not None


def is_closing(line: Line) -> bool:
    """Whether the line begins what follows every letter of its family: rights, re-use, sign-off."""
    return _closes(line.body)


@kept
def _closes(body: str) -> bool:
    return _CLOSING.match(body) is not None


def is_sign_off(line: Line) -> bool:
    """Whether the line ends a letter."""
    return _signs_off(line.body)


@kept
def _signs_off(body: str) -> bool:
    return _SIGN_OFF.match(body) is not None


def clean(lines: Sequence[Line]) -> tuple[list[Line], list[Finding]]:
    """The lines without page furniture, and the furniture as findings."""
    left: list[Line] = []
    dropped: list[Finding] = []
    gap = False
    for line in lines:
        if is_furniture(line):
            dropped.append(Finding("furniture", line.body[:80], line.at, line.end, 0.95))
            gap = gap or line.gap
        else:
            left.append(replace(line, gap=True) if gap and not line.gap else line)
            gap = False
    return left, dropped


@kept
def lines_read(text: str) -> tuple[Source, tuple[Line, ...], tuple[Finding, ...]]:
    """A text with its lines and the furniture that was between them."""
    source = source_of(text)
    lines, dropped = clean(lines_of(source))
    return source, tuple(lines), tuple(dropped)


def letters_of(source: Source, lines: Sequence[Line]) -> list[Letter]:
    """The letters in the order in which they stand. Any text is at least one letter."""
    return list(_letters_of(tuple(lines)))


@kept
def _letters_of(lines: tuple[Line, ...]) -> tuple[Letter, ...]:
    starts = _starts(lines)
    letters = []
    for position, start in enumerate(starts):
        stop = starts[position + 1] if position + 1 < len(starts) else len(lines)
        letters.append(_letter(lines[start:stop], first=position == 0))
    return tuple(letters)


def _starts(lines: Sequence[Line]) -> list[int]:
    bracketed = any(_BRACKET.match(line.body) for line in lines)
    starts = [0]
    signed_off = False
    for index, line in enumerate(lines):
        if index and _begins_letter(lines, index, salutation=signed_off and not bracketed):
            starts.append(index)
            signed_off = False
        elif is_sign_off(line):
            signed_off = True
    return starts


def _begins_letter(lines: Sequence[Line], index: int, *, salutation: bool) -> bool:
    body = lines[index].body
    if len(body) > 200:
        return False
    if _BRACKET.match(body) or _QUOTE_START.match(body):
        return True
    if body.lower().startswith("from:"):
        following = lines[index + 1 : index + 4]
        return any(re.match(r"(?:sent|to|date):", line.body, re.IGNORECASE) for line in following)
    if body.startswith(">"):
        return not lines[index - 1].body.startswith(">")
    return salutation and _SALUTATION.match(body) is not None


def _letter(lines: Sequence[Line], *, first: bool) -> Letter:
    bracket = _BRACKET.match(lines[0].body) if lines else None
    marked = bool(lines) and lines[0].body.startswith(">")
    lines = _unmarked(lines)
    head = _header_length(lines)
    header, rest = tuple(lines[:head]), tuple(lines[head:])
    quoted = not first and bracket is None and (head > 0 or marked)
    # A request quoted whole has a sign-off of its own above the reply.
    below = max(
        (i for i, line in enumerate(rest) if len(line.text) < 80 and _REPLY_HEADING.match(line.body)),
        default=0,
    )
    end = next((i for i, line in enumerate(rest) if i > max(1, below) and is_sign_off(line)), len(rest))
    sent_on = date(int(bracket[2]), int(bracket[3]), int(bracket[4])) if bracket and _real(bracket) else None
    sender = _sender(bracket, rest)
    return Letter(sender, sent_on, quoted, rest[:end], rest[end:], header)


_MARKS = re.compile(r"\s*(?:>\s?)+")


def _unmarked(lines: Sequence[Line]) -> Sequence[Line]:
    """A letter without the marks that mail programs put before each line they quote; a line that bears nothing else is empty."""
    if sum(line.body.startswith(">") for line in lines) * 2 < max(len(lines), 4):
        return lines
    out: list[Line] = []
    gap = False
    for line in lines:
        mark = _MARKS.match(line.text) if line.body.startswith(">") else None
        at = mark.end() if mark else 0
        if line.text[at:].strip():
            out.append(Line(line.text[at:], line.start + at, line.end, line.gap or gap))
            gap = False
        else:
            gap = True
    return out


def _real(bracket: re.Match[str]) -> bool:
    try:
        date(int(bracket[2]), int(bracket[3]), int(bracket[4]))
    except ValueError:
        return False
    return True


def _header_length(lines: Sequence[Line]) -> int:
    """How many lines at the top are a bracket, a quotation mark or e-mail headers with their wrapped values."""
    if not lines:
        return 0
    count = 1 if _BRACKET.match(lines[0].body) or _QUOTE_START.match(lines[0].body) else 0
    if count < len(lines) and lines[count].body.lower().startswith("from:"):
        while count < len(lines) and count < 12 and not _SALUTATION.match(lines[count].body):
            if lines[count].gap and not _HEADER.match(lines[count].body):
                break
            count += 1
    return count


def _sender(bracket: re.Match[str] | None, lines: Sequence[Line]) -> Sender:
    if bracket:
        return Sender.REQUESTER if bracket[1].lower() == "outgoing" else Sender.AUTHORITY
    text = "\n".join(line.text for line in lines)
    if _TO_A_BODY.search(text):
        return Sender.REQUESTER
    if _AUTHORITY_WORDS.search(text):
        return Sender.AUTHORITY
    return Sender.REQUESTER if _REQUESTER_WORDS.search(text) else Sender.AUTHORITY
