"""Words in pictures, by Tesseract where it is installed (a program of its own; nothing is sent anywhere)."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import median

from requests_app.gateways.documents.limits import OCR_SECONDS
from requests_app.gateways.documents.page_words import CAPITAL, Word
from requests_app.gateways.documents.records import Note, NoteKind

_RULES = " |\u00a6[]="
"""What the lines of a table are taken for."""

_LEAST_SURE = 30.0
"""Percent. Below this Tesseract sees letters in specks and lines."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a format Tesseract knows, and its pixels a point."""

    data: bytes
    scale: float


@cache
def program() -> str:
    """Where Tesseract is, or nothing. ``TESSERACT`` names another one, or none when it is empty."""
    named = os.environ.get("TESSERACT", "tesseract")
    return (shutil.which(named) or "") if named else ""


def is_installed() -> bool:
    """Whether there is a Tesseract."""
    return bool(program())


def seconds() -> float:
    """How long recognition of one file may take in all."""
    return OCR_SECONDS


def words_of(picture: Picture, *, dots: int) -> list[Word]:
    """The words of a picture with their places in points; none where Tesseract fails or takes too long."""
    command = [program(), "-", "-", "-l", "eng", "--dpi", str(dots), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(  # noqa: S603  the program found on PATH, no words of the file among its arguments
            command,
            input=picture.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=OCR_SECONDS,
            check=False,
            env={"PATH": os.environ.get("PATH", ""), "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
            | {name: os.environ[name] for name in ("TESSDATA_PREFIX",) if name in os.environ},
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return list(_words(done.stdout.decode("utf-8", "replace"), picture.scale))


def _words(table: str, scale: float) -> Iterator[Word]:
    """Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, sure, text.

    A word gets the height of its line, and a line the usual one where it is near: letters without tails are lower.
    """
    rows = [cells for row in table.splitlines()[1:] if len(cells := row.split("\t")) == 12]
    lines = [cells for cells in rows if cells[0] == "4"]
    usual = median([_number(cells[9]) for cells in lines]) if lines else 0.0
    middle = height = 0.0
    for cells in rows:
        left, top, width, tall = (_number(cell) for cell in cells[6:10])
        if cells[0] == "4":
            middle, height = top + tall / 2, usual if 0.6 * usual < tall < 1.5 * usual else tall
        elif cells[0] == "5" and cells[11].strip(_RULES) and _number(cells[10]) >= _LEAST_SURE:
            high, low = (middle - height / 2) / scale, (middle + height / 2) / scale
            yield Word(
                left / scale,
                high,
                (left + width) / scale,
                low,
                cells[11].strip(),
                low,
                (low - high) * CAPITAL,
            )


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def picture_note(what: str) -> Note:
    """What to do about words in a picture that were not recognised."""
    verb = "is a picture" if not what.startswith("Pages") else "are pictures"
    why = (
        ""
        if is_installed()
        else " To have such pages read, install Tesseract on this machine (docs/operations.md)."
    )
    return Note(
        NoteKind.PICTURE,
        f"{what} {verb}: its words can't be read here. Ask the authority for the text (section 11 of the Act lets you say "
        f"in what form you want it), or type or paste its words.{why}",
    )
