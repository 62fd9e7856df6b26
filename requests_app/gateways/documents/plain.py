"""Plain text: bytes in whatever alphabet they came, as text."""

from __future__ import annotations

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.records import Document, Note, NoteKind

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
_CONTROLS = dict.fromkeys([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
_CONTROLS |= {0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_GONE = _CONTROLS | _TURNS

TURNED = Note(
    NoteKind.LEFT_OUT,
    "The text held invisible characters that turn its direction, so that it reads otherwise than it is written. "
    "They were taken out.",
)


def read_plain(name: str, content: bytes) -> Document:
    """A text file. Raises BadInput where it is none."""
    text = decoded(content)
    if is_binary(text):
        raise BadInput(
            f"“{name}” is not text, whatever its name says. Open it in the program it was made with and paste its words "
            "instead."
        )
    return Document(name, "txt", text)


def decoded(content: bytes) -> str:
    """The text of bytes. UTF-8 and UTF-16 are recognised; anything else is Windows-1252, usual in old UK files."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if _is_wide(content):
        return content.decode("utf-16-le" if content[1:2] == b"\x00" else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(content):
        return content.decode("utf-8", errors="replace")
    return content.decode("cp1252", errors="replace")


def _is_wide(content: bytes) -> bool:
    """UTF-16 without its mark: every other byte of the beginning is nought."""
    begin = content[:2000]
    if len(begin) < 8:
        return False
    half = len(begin) // 2
    even, odd = begin[0::2].count(0), begin[1::2].count(0)
    return max(even, odd) > half * 0.7 and min(even, odd) < half * 0.1


def _mostly_utf8(content: bytes) -> bool:
    """Whether it is UTF-8 with some stray bytes in it: far more sequences of it than anything else."""
    strays = content.decode("utf-8", errors="replace").count("\ufffd")
    high = sum(byte >= 0x80 for byte in content[:200_000])
    return strays * 10 < high


def is_binary(text: str) -> bool:
    """Whether decoded bytes were no text."""
    sample = text[:4096]
    return "\x00" in text or sum(not (ch.isprintable() or ch.isspace()) for ch in sample) > 40


def cleaned(text: str) -> str:
    """The text with line ends alike, and without characters that no page shows or no database takes."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_GONE)


def turns(text: str) -> bool:
    """Whether the text holds characters that override its direction."""
    return any(chr(code) in text for code in (0x202D, 0x202E, 0x2066, 0x2067, 0x2068))
