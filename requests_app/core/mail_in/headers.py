"""Headers of mail, forgivingly: encoded words cut in the middle, eight bits where seven were promised, line breaks within names.

Not by the grammar of ``email.policy.default``: it raises on some headers that are sent, and loses what follows a mistake.
"""

from __future__ import annotations

import binascii
import email.utils
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, tzinfo

from requests_app.core.mail_in.alphabets import whole_letters, words_of
from requests_app.core.mail_in.records import Person

LONGEST = 20_000
"""Characters of a header that are looked at; a longer one is no header."""
MOST_ADDRESSES = 500

_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^\r\n]{0,2000}?)(?:\?=|\?$|$)")
_UNSEEN: dict[int, str] = dict.fromkeys((*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029), " ")
_UNSEEN |= dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF, 0xFFFE, 0xFFFF], ""
)
_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]\\@]{1,128}@[^\s<>,;:\"()\[\]\\@]{1,255}")
_ANGLE = re.compile(r"<\s*(?:mailto:)?([^<>\"]{1,400}?)\s*(?:>|$)", re.IGNORECASE)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.){0,1000})"')
_IDS = re.compile(r"<([^<>]{1,990})>")
_BARE_ID = re.compile(r"[^\s<>,;]{1,400}@[^\s<>,;]{1,255}")


def as_words(raw: str) -> str:
    """A header's value as one line of words: decoded, unfolded, nothing in it that could end a header."""
    value = whole_letters(_joined(_eight_bits(raw[:LONGEST])))
    return " ".join(value.translate(_UNSEEN).split())


def _eight_bits(raw: str) -> str:
    """Bytes that the parser smuggled through as lone surrogates, as words."""
    if raw.isascii():
        return raw
    try:
        return words_of(raw.encode("ascii", "surrogateescape"))
    except UnicodeEncodeError:
        return raw.encode("utf-8", "replace").decode("utf-8", "replace")


def _joined(raw: str) -> str:
    """Encoded words decoded, neighbours of one alphabet together: a letter may be cut between them."""
    if "=?" not in raw:
        return raw
    raw = re.sub(r"\r?\n[ \t]*", " ", raw)
    out: list[str] = []
    run: list[tuple[str, str, str]] = []
    at = 0
    for found in _ENCODED.finditer(raw):
        between = raw[at : found.start()]
        if run and (between.strip() or not _goes_on(run[-1], found)):
            out.append(_decoded(run))
            run = []
            if between.strip():
                out.append(between)
        elif between.strip() or not run:
            out.append(between)
        run.append((found[1].partition("*")[0].lower(), found[2].lower(), found[3]))
        at = found.end()
    return "".join([*out, _decoded(run), raw[at:]])


def _goes_on(before: tuple[str, str, str], found: re.Match[str]) -> bool:
    return before[0] == found[1].partition("*")[0].lower()


def _decoded(run: Sequence[tuple[str, str, str]]) -> str:
    """Neighbouring encoded words of one alphabet."""
    if not run:
        return ""
    alphabet = run[0][0]
    apart = b"".join(_bytes(how, text) for _, how, text in run)
    if (
        len(run) > 1
        and all(how == "b" for _, how, _ in run)
        and any(len(text.strip("=")) % 4 == 1 for *_, text in run)
    ):
        apart = from_base64("".join(text.rstrip("=") for *_, text in run))
    return words_of(apart, alphabet)


def _bytes(how: str, text: str) -> bytes:
    if how == "b":
        return from_base64(text)
    return binascii.a2b_qp(text.replace("_", " ").encode("utf-8", "replace"), header=False)


_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_RUN = re.compile(rb"[A-Za-z0-9+/]+")


def from_base64(text: str | bytes) -> bytes:
    """Bytes from base64, as much of it as there is: cut short, with line breaks and strays, in several pieces."""
    data = text.encode("ascii", "replace") if isinstance(text, str) else text
    clean = _NOT_BASE64.sub(b"", data)
    if b"=" not in clean.rstrip(b"="):
        return _piece(clean.rstrip(b"="))
    return b"".join(_piece(found[0]) for found in _RUN.finditer(clean))


def _piece(run: bytes) -> bytes:
    if len(run) % 4 == 1:
        run = run[:-1]
    return binascii.a2b_base64(run + b"=" * (-len(run) % 4))


def person_of(raw: str) -> Person:
    """Whom a header names first. The address is looked for before anything is decoded: a name can't pretend to be one."""
    flat = re.sub(r"[\r\n]+[ \t]*", " ", raw[:LONGEST])
    bare = _QUOTED.sub(lambda found: " " * len(found[0]), flat)
    angle = next((each for each in _ANGLE.finditer(bare) if "@" in each[1]), None) or _ANGLE.search(bare)
    if angle is not None:
        name = flat[: angle.start()].strip() or flat[angle.end() :].strip(" ,;>")
        return Person(_name(name), _address(angle[1]))
    found = _ADDRESS.search(bare)
    if found is None:
        decoded = as_words(flat)
        inner = _ADDRESS.search(decoded)
        return Person(_name(flat) if inner is None else "", _address(inner[0]) if inner else "")
    comment = re.search(r"\(([^()]{1,300})\)", flat)
    name = comment[1] if comment else f"{flat[: found.start()]} {flat[found.end() :]}".strip(" ,;:<>()[]")
    return Person(_name(name.partition(",")[0] if "@" in name else name), _address(found[0]))


def _name(raw: str) -> str:
    words = as_words(re.sub(r"\\(.)", r"\1", raw))
    while len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        words = words[1:-1].strip()
    return words.strip(' "<>,;')[:200].strip()


def _address(raw: str) -> str:
    words = "".join(as_words(raw).split()).strip(".,;:<>()[]'\"").removeprefix("mailto:")
    local, at, domain = words.rpartition("@")
    return f"{local}@{domain.strip('.').lower()}"[:320] if at and local and domain else ""


def addresses_in(raw: str) -> tuple[str, ...]:
    """Every address that stands in a text."""
    found = (_address(each[0]) for each in _ADDRESS.finditer(raw[: 10 * LONGEST]))
    return tuple(dict.fromkeys(each for each in found if each))[:MOST_ADDRESSES]


def ids_in(values: Iterable[str]) -> tuple[str, ...]:
    """Message-IDs in their order, each once, with angle brackets and without the blanks that folding put in them."""
    found: list[str] = []
    for value in values:
        within = _IDS.findall(value[: 5 * LONGEST]) or _BARE_ID.findall(value[:LONGEST])[:1]
        found += ["<" + "".join(each.split())[:250] + ">" for each in within if each.strip()]
    return tuple(dict.fromkeys(found))[:200]


_BRITISH = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[,T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
EARLIEST = 1990
"""E-mail of years before is from a machine that did not know the day."""


def moment_of(raw: str, home: tzinfo) -> datetime | None:
    """The moment a Date header states. Without a zone it is a clock's in ``home``. None for what can't be a date, and
    for years before ``EARLIEST`` or beyond 2100.
    """
    value = " ".join(as_words(raw).split())[:200]
    for read in (_by_the_book, _iso, _british):
        try:
            found = read(value)
            if found is not None:
                aware = found if found.tzinfo is not None else found.replace(tzinfo=home)
                return aware.astimezone(UTC) if EARLIEST <= aware.year <= 2100 else None
        except (ValueError, TypeError, OverflowError, IndexError, AttributeError):
            continue
    return None


def _by_the_book(value: str) -> datetime | None:
    parts = email.utils.parsedate_tz(value)
    if parts is None:
        return None
    naive = datetime(*parts[:6])  # noqa: DTZ001 - the zone is added below, where the header has one
    offset = parts[9]
    if offset is None or not re.search(
        r"[+-]\d{4}|\b(?:UT|UTC|GMT|Z|BST|[ECMP][SD]T)\b|\b[A-IK-Z]$", value, re.IGNORECASE
    ):
        return naive
    if re.search(r"\bBST\b", value):
        offset = 3600
    return datetime.fromtimestamp(email.utils.mktime_tz((*parts[:9], offset)), UTC)


def _iso(value: str) -> datetime | None:
    found = _ISO.search(value)
    return datetime.fromisoformat(found[0]) if found else None


def _british(value: str) -> datetime | None:
    found = _BRITISH.search(value)
    if found is None:
        return None
    day, month, year, hour, minute, second = (int(each or 0) for each in found.groups())
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - its zone is added by moment_of
