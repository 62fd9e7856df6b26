"""Rich text (.rtf), by striprtf."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.blocks import Blocks
from requests_app.gateways.documents.records import Document

_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")


def read_rtf(name: str, content: bytes) -> Document:
    """A rich text file. Rows of tables come with bars between their cells."""
    named = _CODEPAGE.search(content[:4096])
    try:
        text = rtf_to_text(
            content.decode("cp1252", errors="replace"),
            encoding=f"cp{named[1].decode()}" if named else "cp1252",
            errors="replace",
        )
    except (ValueError, LookupError, IndexError, TypeError, RecursionError, AttributeError) as error:
        raise BadInput(
            f"“{name}” can't be read: it is damaged. Open it, save it as .docx or PDF, and upload that."
        ) from error
    blocks = Blocks()
    rows: list[list[str]] = []
    for line in [*text.split("\n"), ""]:
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 1 and not cells[-1]:
            rows.append(cells[:-1])
            continue
        if rows:
            blocks.table([[[cell] for cell in row] for row in rows])
            rows = []
        blocks.line(line)
    return Document(name, "rtf", blocks.text, tables=tuple(blocks.tables))
