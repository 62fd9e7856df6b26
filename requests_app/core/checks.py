"""What every day and every text a person enters must satisfy, with the sentence they get when it doesn't."""

from __future__ import annotations

from datetime import date

from requests_app.core.dates import in_words
from requests_app.core.errors import BadInput

FOI_BEGAN_ON = date(2005, 1, 1)
"""The general right of access began on this day: FOIA s.1, FOISA s.1."""

MAX_TEXT_BYTES = 2 * 1024 * 1024
"""The longest letter or reply taken as text. The longest in the corpus has 16 kB."""


def check_day(on: date, *, today: date, field: str, what: str) -> date:
    """Return ``on`` when something under the Acts can have happened then. Raises BadInput otherwise."""
    if on > today:
        raise BadInput(
            f"{what} can't be {in_words(on)}, which is still to come. Give the day it happened.", field=field
        )
    if on < FOI_BEGAN_ON:
        raise BadInput(
            f"{what} can't be {in_words(on)}: the right to information began on Sat 1 Jan 2005. "
            "Check the year.",
            field=field,
        )
    return on


def check_not_before(on: date, earlier: date | None, *, field: str, what: str, than: str) -> date:
    """Return ``on`` when it is not before ``earlier`` (an unknown day is before nothing). Raises BadInput."""
    if earlier is not None and on < earlier:
        raise BadInput(
            f"{what} on {in_words(on)} would be before {than} on {in_words(earlier)}. Check both days.",
            field=field,
        )
    return on


def check_text(text: str, *, field: str, what: str) -> str:
    """Return the text with its line ends made alike. Raises BadInput when it is empty, too long or no text."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_TEXT_BYTES:
        raise BadInput(
            f"{what} is {size / 1024 / 1024:.1f} MB long; up to {MAX_TEXT_BYTES // 1024 // 1024} MB of text can "
            "be taken. Paste the letter itself, without what is attached to it.",
            field=field,
        )
    if "\x00" in text:
        raise BadInput(
            f"{what} is not text: it holds bytes that no letter has. Paste its words.", field=field
        )
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not plain:
        raise BadInput(f"{what} is empty. Paste or type its words.", field=field)
    return plain
