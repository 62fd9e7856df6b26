"""Bytes of mail made fit for the parser: line ends, what stands before the first header, boundaries nobody announced."""

from __future__ import annotations

import re

_BOM = b"\xef\xbb\xbf"
_MBOX = re.compile(rb"(?:>?From [^\r\n]{0,500}\r?\n)")
_KNOWN = re.compile(
    rb"(?:from|to|cc|subject|date|message-id|mime-version|content-type|received|return-path|reply-to|sender|references"
    rb"|in-reply-to|delivered-to|content-transfer-encoding|x-[\w-]{1,60})\s{0,3}:",
    re.IGNORECASE,
)
_FIELD = re.compile(rb"[!-9;-~]{1,76}[ \t]{0,3}:")
_END_OF_HEAD = re.compile(rb"\r?\n[ \t]*\r?\n|\r\n?[ \t]*\r\n?")
HEAD = 512 * 1024
"""Bytes within which headers end."""


def repaired(raw: bytes) -> bytes:
    """The mail with its head as the parser takes it. The bytes of its body stand as they came, but for line ends where
    all of them are bare carriage returns or doubled.
    """
    data = raw.removeprefix(_BOM).lstrip(b"\r\n \t\x00")
    data = _line_ends(data)
    found = _MBOX.match(data)
    if found:
        data = data[found.end() :]
    end = _END_OF_HEAD.search(data, 0, HEAD)
    head, rest = (data[: end.start()], data[end.start() :]) if end else (data, b"")
    if not end and not _KNOWN.match(head):
        return data
    if not end and b"\n" in head and re.fullmatch(rb"[!-9;-~]{1,40}", head.rpartition(b"\n")[2]):
        head += b":"  # cut within the name of a header
    return _mended(head) + rest


def _line_ends(data: bytes) -> bytes:
    if b"\r" not in data:
        return data
    if b"\n" not in data:
        return data.replace(b"\r", b"\n")
    if b"\r\r\n" in data[:HEAD]:
        return re.sub(rb"\r+\n", b"\n", data)
    return data


def _mended(head: bytes) -> bytes:
    """Headers with no bare carriage return and no line that would end them before their end."""
    lines = re.sub(rb"\r(?!\n)", b" ", head).replace(b"\r\n", b"\n").split(b"\n")
    last = max((place for place, line in enumerate(lines) if _KNOWN.match(line)), default=-1)
    out: list[bytes] = []
    for place, line in enumerate(lines):
        if place > last or _FIELD.match(line) or (out and line[:1] in b" \t"):
            out.append(line)
        elif out:  # cut off from the header above it, by a program that broke long lines
            out.append(b" " + line)
    return b"\n".join(out)


_SEPARATOR = re.compile(
    rb"^--([^\s-][^\r\n]{0,69}?|-[^\r\n]{1,69}?)[ \t]*\r?\n(?=content-[a-z-]{1,40}:)", re.I | re.M
)


def boundary_of(body: bytes) -> str:
    """The boundary that parts of a body stand between, though its header names none or another; "" for none."""
    found = _SEPARATOR.search(body[: 4 * HEAD])
    return found[1].decode("ascii", "replace") if found else ""
