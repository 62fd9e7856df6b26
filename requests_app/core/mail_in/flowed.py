"""Lines that a mail program broke for old screens, put together again (RFC 3676)."""

from __future__ import annotations


def unflowed(text: str, *, joined: bool) -> str:
    """The text with soft line breaks taken out; ``joined``: with the blank before each of them (DelSp)."""
    out: list[str] = []
    goes_on, depth = False, 0
    for line in text.split("\n"):
        own = len(line) - len(line.lstrip(">"))
        words = line[own:].removeprefix(" ") if own or line.startswith(" ") else line
        soft = words.endswith(" ") and words != "-- "
        kept = words[:-1] if soft and joined else words
        if goes_on and own == depth and words != "-- ":
            out[-1] += kept
        else:
            out.append(f"{'>' * own}{' ' if own and words else ''}{kept}")
        goes_on, depth = soft, own
    return "\n".join(line.rstrip(" ") for line in out)
