"""How a letter is laid out: where it greets, where it takes leave, what mail programs left in it, and its sentences.

Nothing here judges; the rules do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the letter: ``text`` is what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a letter. What stands before ``body_start`` is its head, what follows ``body_end`` its foot."""

    lines: tuple[Span, ...]
    greeting: Span | None
    body_start: int
    body_end: int
    foot: tuple[Span, ...]
    closing: Span | None
    chrome: tuple[Span, ...]


_GREETING = re.compile(
    r"(?:dear|hello|hi|hey|good\s+(?:morning|afternoon|day|evening)|to\s+whom(?:soever)?\s+it\s+may|fao|for\s+the\s+attention\s+of)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:yours(?:\s+(?:faithfully|sincerely|truly|respectfully))?|(?:with\s+)?(?:kind(?:est)?|best|warm(?:est)?|many|my)\s+(?:regards|wishes|thanks)"
    r"|regards|(?:many\s+)?thanks(?:\s+(?:again|in\s+advance|and\s+regards|so\s+much|very\s+much))?|thank\s+you(?:\s+(?:again|in\s+advance|in\s+anticipation|very\s+much|for\s+your\s+(?:time|help|assistance)))?"
    r"|sincerely(?:\s+yours)?|respectfully|faithfully|cheers|in\s+anticipation)\b[\s,.!:–-]*",
    re.IGNORECASE,
)
_MAIL_HEADER = re.compile(
    r"(?:sent|cc|bcc|reply-to|message-id|received|mime-version|content-(?:type|transfer-encoding)|return-path|x-[\w-]{1,40})\s{0,3}:\s",
    re.IGNORECASE,
)
_PLAIN_HEADER = re.compile(r"(?:from|to|date|subject)\s{0,3}:\s", re.IGNORECASE)
_CHROME = re.compile(
    r">|[-_=]{2,20}\s{0,3}(?:original|forwarded)\s(?:message|e-?mail)|begin forwarded message|on\s.{6,160}\bwrote\s?:\s{0,3}$"
    r"|sent\sfrom\s(?:my|mail|outlook|yahoo|samsung|proton)|get\soutlook\sfor\b|sent\svia\b.{0,40}\b(?:app|mail)"
    r"|this\s(?:e-?mail|message|communication)(?:\s\(?(?:and|including)\s(?:any|all)\s.{2,60})?\s(?:is|are|may\sbe|contains?)\s(?:strictly\s)?(?:confidential|intended|private|privileged|for\sthe)"
    r"|(?:if\syou\shave\sreceived\sthis|if\syou\sare\snot\sthe\sintended)\b|please\sconsider\sthe\senvironment\sbefore|confidentiality\snotice\b"
    r"|disclaimer:\s|please\suse\sthis\semail\saddress\sfor\sall\sreplies|caution:\sthis\s(?:e-?mail|message)|\[external\]|\*{2,}\s?external",
    re.IGNORECASE,
)
_FOOT_LINES = 14
_GREETING_LINES = 40


def layout_of(text: str) -> Layout:
    """Divide a letter into head, body, foot and what a mail program left."""
    lines = tuple(_lines(text))
    chrome = tuple(_chrome(lines))
    written = [line for line in lines if not any(block.start <= line.start < block.end for block in chrome)]
    greeting = _greeting(text, written)
    begin = greeting.end if greeting else (written[0].start if written else 0)
    closing, foot = _leave(text, [line for line in written if line.start >= begin])
    end = (
        closing.start if closing else (foot[0].start if foot else (written[-1].end if written else len(text)))
    )
    return Layout(lines, greeting, begin, max(begin, end), tuple(foot), closing, chrome)


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold something, without the spaces around them."""
    at = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            start = at + len(raw) - len(raw.lstrip())
            yield Span(start, start + len(bare), bare)
        at += len(raw)


def _chrome(lines: Sequence[Span]) -> Iterator[Span]:
    """Runs of lines that a mail program wrote. A lone "To:" or "Subject:" may be the person's own."""
    run: list[Span] = []
    sure = 0
    for line in (*lines, None):
        kind = _chrome_kind(line) if line else 0
        if line and kind:
            run.append(line)
            sure += kind == 2
            continue
        if run and sure:
            yield Span(run[0].start, run[-1].end, "\n".join(each.text for each in run))
        run, sure = [], 0


def _chrome_kind(line: Span) -> int:
    """2 where a line is certainly a mail program's, 1 where it is only beside one that is, else 0."""
    if len(line.text) > 600:
        return 0
    if _CHROME.match(line.text) or _MAIL_HEADER.match(line.text):
        return 2
    return 1 if _PLAIN_HEADER.match(line.text) else 0


def _greeting(text: str, lines: Sequence[Span]) -> Span | None:
    for line in lines[:_GREETING_LINES]:
        if _GREETING.match(line.text):
            comma = line.text.find(",")
            end = line.end if len(line.text) <= 90 or comma < 0 else line.start + comma + 1
            return Span(line.start, end, text[line.start : end])
    return None


def _leave(text: str, lines: Sequence[Span]) -> tuple[Span | None, list[Span]]:
    """The formula the letter closes with, and the lines below it; without one, the lines that sign it."""
    for place in range(len(lines) - 1, max(-1, len(lines) - 1 - _FOOT_LINES), -1):
        line = lines[place]
        match = _CLOSING.match(line.text)
        if match is None:
            continue
        rest = line.text[match.end() :]
        foot = list(lines[place + 1 :])
        if rest and (len(rest) > 60 or "?" in rest or rest[:1].islower()):
            if not foot or len(foot) > 5 or not _signs(foot[0].text):
                continue
        elif rest:
            foot.insert(0, Span(line.start + match.end(), line.end, rest))
        return Span(line.start, line.end, line.text), foot
    return None, _unannounced(text, lines)


def _unannounced(text: str, lines: Sequence[Span]) -> list[Span]:
    """The name under a letter that takes no leave: its last line, and lines of that kind above it."""
    if len(lines) < 2:
        return []
    last = [line for line in lines[-3:] if _signs(line.text)]
    if last and last[-1] is lines[-1]:
        return last
    apart = text.count("\n", lines[-2].end, lines[-1].start) > 1
    return [lines[-1]] if apart and _UNNAMED.fullmatch(lines[-1].text) else []


_UNNAMED = re.compile(
    r"[A-Z][a-z]{2,14}|\w*_\w+|[A-Za-z]+\d+|(?:an?\s+)?(?:very\s+)?(?:concerned|worried|angry|local|anonymous)(?:\s+\w+){0,3}|name\s+withheld",
    re.IGNORECASE,
)
_PARTICLES = frozenset("van von der den de la le di du bin ibn al el ap ab y".split())  # noqa: SIM905
_SIGNATURE = re.compile(r"(?:[^\W\d_][^\W\d_'’.-]{0,30}[.]?[ ]){1,4}[^\W\d_][\w'’-]{1,30}$")


def _signs(line: str) -> bool:
    """Whether a last line looks like the name under a letter: two to four capitalised words and nothing else."""
    words = line.split()
    return (
        bool(_SIGNATURE.match(line))
        and len(line) <= 60
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and not line.isupper()
    )


# Sentences

_LABEL = re.compile(
    r"[ \t]*(?:[-*•–·][ \t]+|\(?(?:q(?:uestion)?\.?\s?)?(?:\d{1,2}|[a-z]|[ivx]{1,4})(?:[.):/]|\s[-–])\)?[ \t]*|q(?:uestion)?[ ]?\d{1,2}[ ]+)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!]+[\"'”’)]{0,2}\s+(?=[\"'“‘(]?[A-Z0-9])")
_SHORT_FORM = re.compile(
    r"(?:\b(?:mrs?|ms|dr|no|st|vs|sgt|insp|etc|approx|cllr|prof|fig|para|s|inc|ltd)|\be\.g|\bi\.e|\b[A-Z])$",
    re.IGNORECASE,
)
_WRAPPED = 50  # a line this long may go on in the next


def sentences_of(lines: Sequence[Span], text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences between two places, without the label or bullet before them; wrapped lines are put together."""
    begin: int | None = None
    last: Span | None = None
    for line in lines:
        if line.start < start or line.start >= end:
            if not line.start < start < line.end:
                continue
            line = Span(start, line.end, text[start : line.end])
        if begin is None or last is None or not _goes_on(last, line, text):
            if begin is not None and last is not None:
                yield from _cut(text, begin, last.end)
            begin = line.start
        last = line
    if begin is not None and last is not None:
        yield from _cut(text, begin, min(last.end, end))


def _goes_on(last: Span, line: Span, text: str) -> bool:
    if len(last.text) < _WRAPPED or last.text[-1] in ".?!:;" or _LABEL.match(line.text):
        return False
    return text.count("\n", last.end, line.start) < 2


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    at = _past_label(text, start, end)
    for match in _SENTENCE_END.finditer(text, at, end):
        if text[match.start()] == "." and _SHORT_FORM.search(
            text[max(at, match.start() - 12) : match.start()]
        ):
            continue
        stop = match.start() + len(match[0].rstrip())
        if stop > at:
            yield Span(at, stop, text[at:stop])
        at = _past_label(text, match.end(), end)
    if at < end:
        yield Span(at, end, text[at:end])


def _past_label(text: str, start: int, end: int) -> int:
    match = _LABEL.match(text, start, end)
    return match.end() if match and match.end() < end else start
