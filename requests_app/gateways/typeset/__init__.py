"""Papers to PDF: tagged for screen readers and held to PDF/UA-1, searchable. Set on this machine by typst, whose wheel
holds all it needs, fonts included. Nothing is fetched: no address in a document is ever opened.

Each paper is set in a process of its own, which keeps nothing: typst remembers what it has set, by the hundred megabytes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from requests_app.core.paper import (
    Block,
    Heading,
    NewPage,
    Pairs,
    Paper,
    Points,
    Rows,
    Words,
    breakable,
    from_the_right,
    in_columns,
    paragraphs,
    printable,
)

MOST_SECONDS = 120
_WORKER = Path(__file__).resolve().parent / "worker.py"


class NotSetError(RuntimeError):
    """A paper that could not be set: too much for the time it is given, or for the typesetter."""


def pdf_of(paper: Paper, *, made_at: datetime) -> bytes:
    """Set a paper. A letter for which there is no font stands as its name in brackets, a long run of them as how many.

    Raises NotSetError.
    """
    given = json.dumps({"paper": _data(paper), "made_at": int(made_at.timestamp())})
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and no word of the paper is an argument
            [sys.executable, "-I", _WORKER],
            input=given.encode(),
            capture_output=True,
            timeout=MOST_SECONDS,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as failure:
        # What the process says of it may quote the letter: it is kept out of the log.
        raise NotSetError(type(failure).__name__) from None
    return done.stdout


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _data(paper: Paper) -> dict[str, Any]:
    return {
        "title": _line(paper.title) or "Paper",
        "author": _line(paper.author),
        "running": _line(paper.running),
        "contents": paper.contents,
        "opening": _blocks(paper.opening),
        "blocks": _blocks(paper.blocks),
    }


def _blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level, listed):
            return {"kind": "heading", "text": _line(text) or "-", "level": level, "listed": listed}
        case Words(text, quoted):
            return {
                "kind": "words",
                "quoted": quoted,
                "paragraphs": [_paragraph(lines) for lines in paragraphs(text)],
            }
        case Pairs(rows):
            return {"kind": "pairs", "rows": [[_line(name), _lines(value)] for name, value in rows]}
        case Rows(columns, rows, widths):
            return {
                "kind": "rows",
                "columns": [_line(column) for column in columns],
                "rows": [[_lines(cell) for cell in row] for row in rows],
                "widths": list(widths or (1,) * len(columns)),
            }
        case Points(items, numbered):
            return {"kind": "points", "numbered": numbered, "items": [_lines(item) for item in items]}
        case NewPage():
            return {"kind": "page"}


def _paragraph(lines: list[str]) -> dict[str, Any]:
    mono = in_columns(lines)
    return {
        "lines": [breakable(line.expandtabs(8 if mono else 4)) for line in lines],
        "mono": mono,
        "rtl": from_the_right("".join(lines)),
    }


def _line(text: str) -> str:
    return breakable(" ".join(printable(text).split()))


def _lines(text: str) -> list[str]:
    return [breakable(line.expandtabs(4)) for line in printable(text).strip().split("\n")]
