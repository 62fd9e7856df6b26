"""Bytes of mail to words, whatever alphabet their sender claimed."""

from __future__ import annotations

import binascii
import codecs
import re

_NEVER = frozenset(
    {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "mbcs", "oem", "utf-7"}
)
"""Codecs that are no alphabets. UTF-7 is one, and is asked for by its own names only."""
_UTF7 = frozenset({"utf-7", "utf7", "u7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7", "csunicode11utf7"})
_LATIN = frozenset({"iso8859-1", "latin-1", "ascii"})
"""Claimed by programs that write Windows-1252: browsers and mail programs read them as that."""
_HALF = re.compile("[\ud800-\udfff]")
_UTF7_RUN = re.compile(r"\+([A-Za-z0-9+/]{2,400})-")
_ESCAPED = re.compile(r"\x1b\$[@B]|\x1b\([BJ]")


def words_of(data: bytes, claimed: str = "") -> str:
    """The words of some bytes. Never raises; what nobody could decode shows as the replacement character."""
    return whole_letters(_decoded(data, claimed))


def whole_letters(text: str) -> str:
    """The text without halves of letters (lone surrogates), which UTF-7 and UTF-16 can hold and no database takes."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def _decoded(data: bytes, claimed: str) -> str:
    name = _codec(claimed)
    if name == "utf-7":
        return _utf7(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and len(data) % 2 == 0:
        return data.decode("utf-16", errors="replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", errors="replace")
    if name.startswith(("utf-16", "utf-32")):
        return _wide(data, name)
    if data.isascii():
        return _plain(data, name, claimed)
    try:  # text in an old alphabet is hardly ever good UTF-8 by chance, whatever its header says
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _old(data, name)


def _codec(claimed: str) -> str:
    """The name under which Python knows a claimed alphabet; nothing where it knows none that is for text."""
    bare = claimed.strip().strip("\"'").strip().lower()[:40]
    if bare in _UTF7:
        return "utf-7"
    bare = re.sub(r"^(?:x-|cs)(?=iso|utf|win|cp|mac|gbk|sjis|euc)", "", bare)
    bare = {"utf8mb4": "utf-8", "unicode": "utf-8", "ansi": "cp1252"}.get(bare, bare)
    bare = re.sub(r"^cp-|^win-?", "cp", bare)
    try:
        found = codecs.lookup(bare)
        "".encode(found.name)
    except (LookupError, ValueError, TypeError):
        return ""
    return "" if found.name in _NEVER else found.name


def _plain(data: bytes, name: str, claimed: str) -> str:
    """Seven bits: escapes of an alphabet that has them, or ASCII. Words in UTF-7 come without saying so, too."""
    text = data.decode("ascii")
    if name and _ESCAPED.search(text[:20_000]):
        return _strict(data, name) or text
    if name in ("hz", "iso2022_jp", "iso2022_kr") or name.startswith("iso2022"):
        return _strict(data, name) or text
    if name in ("", "ascii") and claimed.strip().lower() != "utf-8":
        return _unclaimed_utf7(text)
    return text


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return ""


def _old(data: bytes, name: str) -> str:
    """Eight bits that are not good UTF-8."""
    if name and name not in _LATIN and name != "utf-8":
        found = _strict(data, name)
        if found:
            return found
        replaced = data.decode(name, errors="replace")
        if replaced.count("\ufffd") * 50 < len(replaced):
            return replaced
    strays = data.decode("utf-8", errors="replace").count("\ufffd")
    if strays * 10 < sum(byte >= 0x80 for byte in data[:200_000]):
        return data.decode("utf-8", errors="replace")
    return data.decode("cp1252", errors="replace")


def _wide(data: bytes, name: str) -> str:
    """UTF-16 or UTF-32; bytes without a nought are neither, whatever is claimed."""
    if 0 not in data:
        return words_of(data)
    if name == "utf-16" and len(data) > 1 and data[0] == 0:
        name = "utf-16-be"
    return data.decode(name, errors="replace")


def _utf7(data: bytes) -> str:
    try:
        return data.decode("utf-7")
    except UnicodeDecodeError:
        return words_of(data) if not data.isascii() else data.decode("utf-7", errors="replace")


def _unclaimed_utf7(text: str) -> str:
    """ASCII with runs that are UTF-7 beyond doubt: at least two, each with good words outside ASCII."""
    runs = [found for found in _UTF7_RUN.finditer(text[:200_000]) if _speaks(found[1])]
    if len(runs) < 2:
        return text
    return _UTF7_RUN.sub(lambda found: _utf16(found[1]) if _speaks(found[1]) else found[0], text)


def _utf16(run: str) -> str:
    try:
        return binascii.a2b_base64(run + "=" * (-len(run) % 4)).decode("utf-16-be")
    except (binascii.Error, ValueError):
        return ""


def _speaks(run: str) -> bool:
    """Whether a run is a few characters that British mail holds and ASCII lacks: £, –, ’, é."""
    found = _utf16(run)
    return bool(found) and all(0xA0 <= ord(ch) <= 0x17F or 0x2010 <= ord(ch) <= 0x20BF for ch in found)
