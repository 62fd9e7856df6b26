"""Which rules the program counts by: a fingerprint of the code itself, since a rule is a function as often as a number."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from requests_app import core

_COUNTS = ("calendars.py", "clock", "dates.py", "regimes.py", "states.py", "transitions.py")
"""What the clock is made of, in the core."""


@cache
def fingerprint() -> str:
    """Another one than last time means that every clock is to be computed again. Read once by each process."""
    folder = Path(core.__file__).parent
    files = [file for name in _COUNTS for file in sorted((folder / name).rglob("*.py")) or [folder / name]]
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
