"""The day the request reached the authority and the day of its reply, where the text prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from requests_app.core.reading.beginnings import Begun
from requests_app.core.reading.families import Pattern, alternatives
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.records import Finding

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY = re.compile(
    rf"(?<![\d/.])(?:(?P<d>\d{{1,2}})\s?(?:\^?(?:st|nd|rd|th))?(?:\s+of)?[\s-]+(?P<m>{_MONTH})\.?,?[\s-]+(?P<y>\d{{4}}|\d{{2}}(?!\d))"
    rf"|(?P<um>{_MONTH})\s+(?P<ud>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<uy>\d{{4}})"
    r"|(?P<nd>\d{1,2})[/.-](?P<nm>\d{1,2})[/.-](?P<ny>\d{4}|\d{2})(?!\d)"
    r"|(?P<iy>20\d{2})-(?P<im>\d{2})-(?P<id>\d{2}))",
    re.IGNORECASE,
)
RECEIVED = (
    Pattern("gov.scot, Northumbria", r"Date (?:received|of request|of receipt|request received)[\s:-]*"),
    Pattern(
        "letters",
        r"(?:which )?(?:was |were |we |has been )?received (?:by [\w() ]{2,60}? )?(?:on|dated)[ :]*(?:the )?(?:\w+day,? )?",
    ),
    Pattern("letters", r"(?:request|e-?mail|letter)(?: for information)? received(?: on)?[ :]*(?=\d|\w+day)"),
)
# Weaker: a request "of" or "dated" some day is taken as received then.
DATED = (
    Pattern(
        "letters",
        r"your (?:\w+ ){0,4}request(?:s)?(?: for information)?,? (?:of|dated|sent on|made on|submitted on)(?: the)?[ :]*(?:\w+day,? )?",
    ),
    Pattern(
        "letters",
        r"your (?:e-?mail|letter|correspondence),? (?:of|dated|sent on)(?: the)?[ :]*(?:\w+day,? )?",
    ),
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[,.]? *)?"
RESPONDED = (
    Pattern(
        "gov.scot, Northumbria, UEA",
        r"Date (?:responded|(?:of )?(?:our |this |the )?(?:response|reply|letter|issue|disclosure|decision)(?: sent)?|replied|closed|issued|completed|answered|sent)(?: to)?[\s:-]*",
    ),
    Pattern("Police Scotland", r"(?:^|(?<=\s\s)|(?<=\|))(?:Responded|Replied|Response (?:sent|issued|date|dated))(?: to| on)?\s*[:-]\s*"),
    Pattern("Moray", r"^Response[ :-]{1,4}(?=\d)"),
    Pattern("Brentwood", r"^Letter (?:dated|sent)(?: on)? (?=\d)"),
    Pattern("letters", r"(?:(?<=\s\s)|(?<=\n)|(?<=\|)|^)(?:Our )?Date *[:|] *[|]? *"),
)  # fmt: skip
_RECEIVED = Begun(
    alternatives(RECEIVED),
    ("date", "which", "was", "were", "we", "has", "received", "request", "email", "e-mail", "letter"),
)
_DATED = Begun(alternatives(DATED), ("your",))
_RESPONDED = Begun(alternatives(RESPONDED), ("date", "respon", "replied", "letter", "our"))
_SAME_DATE = re.compile(r"on\s+the\s+same\s+(?:date|day)", re.IGNORECASE)
_NOT_REPLY = re.compile(r"(?:published|updated|dated|page|review|printed)\W*$", re.IGNORECASE)
_REVIEW = re.compile(r"seeking\s+a\s+review|internal\s+review|appeal", re.IGNORECASE)


def day_at(text: str, position: int) -> tuple[date, int] | None:
    """The complete date that begins at a position, and where it ends."""
    match = _DAY.match(text, position)
    return _day(match) if match else None


def days_in(text: str, start: int, end: int) -> Iterator[tuple[date, int, int]]:
    """The complete dates between two offsets."""
    for match in _DAY.finditer(text, start, end):
        day = _day(match)
        if day:
            yield day[0], match.start(), day[1]


def _day(match: re.Match[str]) -> tuple[date, int] | None:
    if match["m"]:
        year, month, number = match["y"], _MONTHS.index(match["m"][:3].lower()) + 1, match["d"]
    elif match["um"]:
        year, month, number = match["uy"], _MONTHS.index(match["um"][:3].lower()) + 1, match["ud"]
    elif match["nm"]:
        year, month, number = match["ny"], int(match["nm"]), match["nd"]
    else:
        year, month, number = match["iy"], int(match["im"]), match["id"]
    try:
        day = date(int(year) + (2000 if len(year) == 2 else 0), month, int(number))
    except ValueError:
        return None
    return day, match.end()


def find_received(source: Source) -> tuple[date, Finding] | None:
    """The day the request is said to have been received, or the day it is dated."""
    for match in _RECEIVED.finditer(source.text, source.low):
        found = day_at(source.text, match.end())
        if found:
            return found[0], _finding(source, "date_received", match.start(), found[1], 0.95)
        if _SAME_DATE.match(source.text, match.end()) or _SAME_DATE.search(match[0]):
            break
    same = _SAME_DATE.search(source.text) if "same" in source.low else None
    if same:
        before = list(days_in(source.text, max(0, same.start() - 200), same.start()))
        if before:
            return before[-1][0], _finding(source, "date_received", before[-1][1], same.end(), 0.85)
    for match in _DATED.finditer(source.text, source.low):
        found = day_at(source.text, match.end())
        if found and not _REVIEW.search(source.text, found[1], found[1] + 60):
            return found[0], _finding(source, "date_received", match.start(), found[1], 0.7)
    return None


def find_responded(
    source: Source, lines: Sequence[Line], received: date | None
) -> tuple[date, Finding] | None:
    """The day of the reply: labelled, or on a line of its own at the head of the letter."""
    for match in _RESPONDED.finditer(source.text, source.low):
        weekday = _WEEKDAY_FIRST.match(source.text, match.end())
        found = day_at(source.text, weekday.end() if weekday else match.end())
        if found and not (received and found[0] < received):
            return found[0], _finding(source, "date_responded", match.start(), found[1], 0.95)
    return (
        _sent_date(source, lines, received)
        or _head_date(source, lines, received)
        or _foot_date(source, lines, received)
    )


_WEEKDAY_FIRST = re.compile(_WEEKDAY, re.IGNORECASE)
_SENT = re.compile(rf"^(?:Sent|Date):\s*{_WEEKDAY}", re.IGNORECASE)
_REQUESTER = re.compile(r"whatdotheyknow|\brequest-\d", re.IGNORECASE)


def _sent_date(source: Source, lines: Sequence[Line], received: date | None) -> tuple[date, Finding] | None:
    """The day on which an e-mail was sent whose headers begin the text."""
    head = lines[:8]
    sender = next((line for line in head[:3] if line.body.lower().startswith("from:")), None)
    if sender is None or _REQUESTER.search(sender.text):
        return None
    for line in head:
        label = _SENT.match(line.text)
        found = day_at(line.text, label.end()) if label else None
        if label and found and not (received and found[0] < received):
            return found[0], _finding(source, "date_responded", line.start, line.start + found[1], 0.9)
    return None


# A cell of a letterhead, with no more before its date than how the letter went.
_PIECE = re.compile(r"[^\s|](?:[^\s|]| (?=[^\s|]))*")
_ALONE = re.compile(
    rf"^(?:(?:date[d]?|issued|sent|by\s+(?:e-?mail|post)|via\s+e-?mail(?:\s+only)?|e-?mail)[\s:,.-]*){{0,3}}(?:on\s+)?{_WEEKDAY}(?:the\s+)?",
    re.IGNORECASE,
)


def _head_date(source: Source, lines: Sequence[Line], received: date | None) -> tuple[date, Finding] | None:
    """A date with a line, or a cell of a letterhead, to itself before the letter begins."""
    for place, line in enumerate(lines[:30]):
        if place > 3 and _QUOTED.match(line.body):
            return None
        before = source.text[max(0, line.start - 60) : line.start].rstrip()
        trail = line.text.count("|") == 1 and not line.body.startswith("|")  # "date | category" of a page
        if trail or _NOT_REPLY.search(before):
            continue
        for piece in _PIECE.finditer(line.text):
            found = _date_alone(piece[0])
            if found and not (received and found < received):
                at = line.start + piece.start()
                return found, _finding(source, "date_responded", at, line.start + piece.end(), 0.8)
    return None


def _date_alone(piece: str) -> date | None:
    lead = _ALONE.match(piece)
    found = day_at(piece, lead.end()) if lead else None
    return found[0] if found and not piece[found[1] :].strip(" .,") else None


_SIGN_OFF = re.compile(
    r"^\W?(?:yours\s+(?:sincerely|faithfully|truly)|(?:kind(?:est)?\s+)?regards)", re.IGNORECASE
)
_QUOTED = re.compile(r"^(?:from:|-{2,}\s*original|on .{6,80} wrote:|>)", re.IGNORECASE)


def _foot_date(source: Source, lines: Sequence[Line], received: date | None) -> tuple[date, Finding] | None:
    """A date with a line to itself below the first signature."""
    sign_off = next((place for place, line in enumerate(lines) if _SIGN_OFF.match(line.body)), None)
    if sign_off is None:
        return None
    for line in lines[sign_off + 1 : sign_off + 9]:
        found = _date_alone(line.body)
        if _QUOTED.match(line.body):
            return None
        if found and not (received and found < received):
            return found, _finding(source, "date_responded", line.at, line.end, 0.7)
    return None


def _finding(source: Source, what: str, start: int, end: int, confidence: float) -> Finding:
    return Finding(what, source.printed(start, end), start, end, confidence)
