"""Days in words, the one way the program prints them."""

from __future__ import annotations

from datetime import date


def in_words(on: date | None) -> str:
    """``Tue 6 Dec 2022``, or ``not stated`` for a day the record does not give."""
    return f"{on:%a} {on.day} {on:%b %Y}" if on else "not stated"


def short(on: date | None) -> str:
    """``Tue 6 Dec``, or ``not stated``."""
    return f"{on:%a} {on.day} {on:%b}" if on else "not stated"


def plural(count: int, noun: str) -> str:
    """``1 working day``, ``3 working days``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
