"""Documents: bytes as they came to text. For now plain text; other formats are refused by name."""

from __future__ import annotations

from pathlib import PurePath

from requests_app.core.checks import MAX_TEXT_BYTES
from requests_app.core.errors import BadInput

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def text_of(filename: str, content: bytes) -> str:
    """The text of an uploaded file. Raises BadInput (field ``file``) with a sentence that says what to do.

    UTF-8 and UTF-16 are recognised; anything else is read as Windows-1252, the usual one in old UK files.
    """
    name = safe_name(filename)
    if PurePath(name).suffix.lower() != ".txt":
        raise BadInput(
            f"“{name}” is not a text file. Upload a .txt file, or open it and paste its words instead.",
            field="file",
        )
    if len(content) > MAX_TEXT_BYTES:
        raise BadInput(
            f"“{name}” is {len(content) / 1024 / 1024:.1f} MB; text files up to 2 MB can be taken. "
            "Paste the reply itself instead.",
            field="file",
        )
    text = _decode(content)
    if "\x00" in text or sum(not (ch.isprintable() or ch.isspace()) for ch in text[:4096]) > 40:
        raise BadInput(
            f"“{name}” is not text, whatever its name says. Open it in the program it was made with and paste "
            "its words instead.",
            field="file",
        )
    if not text.strip():
        raise BadInput(f"“{name}” is empty. Choose another file, or paste the reply.", field="file")
    return text


def safe_name(filename: str) -> str:
    """The name without folders and control characters, at most 120 characters long."""
    bare = filename.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(ch for ch in bare if ch.isprintable()).strip() or "file"
    return shown if len(shown) <= 120 else f"{shown[:100]}…{shown[-19:]}"


def _decode(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
