"""winmail.dat: what Outlook wraps a letter's words and files in when it takes its reader for another Outlook ([MS-OXTNEF])."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import error, unpack_from

from requests_app.core.mail_in.alphabets import words_of

SIGNATURE = b"\x78\x9f\x3e\x22"
_SUBJECT, _BODY, _CODEPAGE = 0x8004, 0x800C, 0x9007
_REND, _TITLE, _DATA, _OF_FILE, _OF_MAIL = 0x9002, 0x8010, 0x800F, 0x9005, 0x9003
_P_BODY, _P_RTF, _P_HTML, _P_NAME, _P_LONG_NAME, _P_DATA, _P_MIME = (
    0x1000, 0x1009, 0x1013, 0x3704, 0x3707, 0x3701, 0x370E,
)  # fmt: skip
_WIDTHS = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
"""Bytes of a value of each type of fixed length, filled up to four."""
_MOST_VALUES = 10_000


@dataclass(slots=True)
class Wrapped:
    """What was in it. ``rtf`` is still packed."""

    text: str = ""
    html: bytes = b""
    rtf: bytes = b""
    files: list[tuple[str, str, bytes]] = field(default_factory=list)


@dataclass(slots=True)
class _File:
    name: str = ""
    kind: str = ""
    data: bytes = b""


def unwrapped(data: bytes) -> Wrapped | None:
    """What a winmail.dat holds, as far as it can be read; None where it is none, or nothing was found in it."""
    if not data.startswith(SIGNATURE):
        return None
    out, files, codepage = Wrapped(), [], "cp1252"
    try:
        for kind, value in _attributes(data):
            if kind == _CODEPAGE and len(value) >= 4:
                codepage = f"cp{unpack_from('<I', value)[0]}"
            elif kind == _REND:
                files.append(_File())
            elif kind in (_TITLE, _DATA, _OF_FILE):
                if not files:
                    files.append(_File())
                _of_file(files[-1], kind, value, codepage)
            else:
                _of_mail(out, kind, value, codepage)
    except (error, IndexError, ValueError, OverflowError):
        pass  # cut short: what came before is good
    out.files = [(each.name or "attachment.bin", each.kind, each.data) for each in files if each.data]
    return out if out.text or out.html or out.rtf or out.files else None


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 9 <= len(data):
        kind = unpack_from("<H", data, at + 1)[0]
        length = unpack_from("<I", data, at + 5)[0]
        yield kind, data[at + 9 : at + 9 + length]
        at += 9 + length + 2


def _of_file(file: _File, kind: int, value: bytes, codepage: str) -> None:
    if kind == _TITLE:
        file.name = file.name or _text(value, codepage)
    elif kind == _DATA:
        file.data = file.data or value
    else:
        for name, given in _values(value):
            if name == _P_LONG_NAME:
                file.name = _named(given, codepage) or file.name
            elif name == _P_NAME:
                file.name = file.name or _named(given, codepage)
            elif name == _P_MIME:
                file.kind = _named(given, codepage)
            elif name == _P_DATA and not file.data:
                file.data = given[1]


def _of_mail(out: Wrapped, kind: int, value: bytes, codepage: str) -> None:
    if kind == _BODY:
        out.text = out.text or _text(value, codepage)
    elif kind == _OF_MAIL:
        for name, given in _values(value):
            if name == _P_BODY:
                out.text = _named(given, codepage) or out.text
            elif name == _P_RTF:
                out.rtf = given[1]
            elif name == _P_HTML:
                out.html = given[1]


def _values(data: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    """MAPI properties: their number, and of their first value the type and the bytes."""
    at, left = 4, min(unpack_from("<I", data)[0], _MOST_VALUES)
    for _ in range(left):
        kind, name = unpack_from("<HH", data, at)
        at += 4
        if name >= 0x8000:
            at = _past_name(data, at)
        many, plain = bool(kind & 0x1000), kind & 0xFFF
        count = 1
        if many or plain in (13, 30, 31, 258):
            count = min(unpack_from("<I", data, at)[0], _MOST_VALUES)
            at += 4
        first = b""
        for place in range(count):
            value, at = _value(data, at, plain)
            first = value if place == 0 else first
        yield name, (plain, first)


def _value(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    if kind in _WIDTHS:
        return data[at : at + _WIDTHS[kind]], at + _WIDTHS[kind]
    length = unpack_from("<I", data, at)[0]
    at += 4
    return data[at : at + length], at + length + -length % 4


def _past_name(data: bytes, at: int) -> int:
    at += 16
    by_name = unpack_from("<I", data, at)[0]
    at += 4
    if by_name == 0:
        return at + 4
    length = unpack_from("<I", data, at)[0]
    return int(at + 4 + length + -length % 4)


def _named(given: tuple[int, bytes], codepage: str) -> str:
    kind, value = given
    return value.decode("utf-16-le", "replace").rstrip("\0") if kind == 31 else _text(value, codepage)


def _text(value: bytes, codepage: str) -> str:
    return words_of(value.split(b"\0")[0], codepage).strip()
