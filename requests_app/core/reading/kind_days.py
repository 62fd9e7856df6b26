"""Days and numbers of days as messages give them: "by close of play on Friday 6 June", "within twenty (20) working days"."""

from __future__ import annotations

import re

from requests_app.core.reading.families import spaced
from requests_app.core.reading.folding import Folded

DAY_WORD = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun|sat)(?:day)?\b[, ]*)?(?:the )?"
BY_DAY = Folded(
    spaced(
        r"(?:\bby|\bbefore|\bno later than|\bnot later than|\bon or before|\bon or around|\bdue(?: date)?(?: for \w+)?(?: is| on| by)?|(?:deadline|target|due|response|reply) date(?: for (?:\w+ ){0,4}?\w+?)?(?: is| will be| falls on)?|(?:deadline|(?:revised|new|expected|target|amended) (?:\w+ )?date)(?: for (?:\w+ ){0,4}?\w+?)?(?: is| will be| falls on|:)|\b(?:un)?til|\bw/c|\baim(?:ing)? for|\bextended to|\b(?:expect\w*|aim\w*|plan\w*|hope\w*|anticipate\w*)\b[^.]{0,60}\bon)[ :,-]*(?:(?:close|end) of (?:play|business|the working day|day)(?: on)? ?,?)?"
        + DAY_WORD
    ),
)
WORKING_DAYS = Folded(
    spaced(
        r"\b(?P<n>\d{1,3}|ten|fifteen|twenty|thirty|forty)(?: ?\(\d{1,3}\))?[ -](?:working|business|school)[ -]days\b"
    ),
)
_NUMBERS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40}


def number_in(match: re.Match[str]) -> int:
    """The number of days in the group ``n``."""
    printed = match["n"].lower()
    return _NUMBERS.get(printed) or int(printed)
