"""Reading files as the worker does: each in its confined process, from bytes to text. Times and memory per file.

    .venv/bin/python benchmarks/documents.py [--pages 200] [--json]

Makes a letter of many pages with running text, drawn tables and columns on each third page, headers and page numbers;
a scan, where Tesseract is installed; and a workbook. Budgets: 200 pages in 20 s, and 500 MB for the process, the
programs it starts included. Exits 1 where one is broken.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import sys
import time
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

from fpdf import FPDF

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import load, machine  # noqa: E402
from requests_app.gateways.documents import ocr, read_document  # noqa: E402

SECONDS, MEGABYTES = 20.0, 500
PARAGRAPH = (
    "I have today decided to disclose some of the requested information. Some data has been withheld as it is exempt "
    "from disclosure and therefore this response serves as a refusal notice under section 17 of the Act by virtue of "
    "the exemption in section 40(2), since the figures for small areas would let people be recognised. "
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One file. ``megabytes`` is the largest resident set of any process of the reading so far."""

    what: str
    kilobytes: int
    pages: int
    characters: int
    tables: int
    seconds: float
    megabytes: int


def letter(pages: int) -> bytes:
    """A PDF of so many pages."""
    pdf = Letter()
    pdf.set_font("Helvetica", size=10)
    for page in range(pages):
        pdf.add_page()
        for _ in range(6 if page % 3 else 4):
            pdf.multi_cell(0, 5, PARAGRAPH * 2, new_x="LMARGIN", new_y="NEXT", align="L")
            pdf.ln(3)
        if page % 3 == 0:
            with pdf.table() as table:
                table.row(["Ward", "2023/24", "2024/25", "2025/26", "Total"])
                for ward in range(8):
                    table.row([f"Ward {ward}", *(str(page * ward + year) for year in range(4))])
        elif page % 3 == 1:
            for row in range(8):
                for place, cell in enumerate((f"Offence {row}", str(page), str(row), str(page + row))):
                    pdf.cell(60 if place == 0 else 30, 5, cell)
                pdf.ln(5)
    return bytes(pdf.output())


class Letter(FPDF):
    """With what authorities print on each page."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, "Wexcombe Borough Council   FOI-2026-0412", new_x="LMARGIN", new_y="NEXT")
        self.set_font("Helvetica", size=10)

    def footer(self) -> None:
        self.set_y(-15)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def workbook(rows: int) -> bytes:
    """A real workbook with so many rows of ten cells in its first sheet."""
    kept = io.BytesIO()
    with (
        zipfile.ZipFile(ROOT / "tests" / "files" / "figures.xlsx") as real,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        cells = b"".join(b"<c><v>%d</v></c>" % n for n in range(10))
        sheet = b"".join(b"<row r='%d'>%s</row>" % (row, cells) for row in range(1, rows + 1))
        name = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        for each in real.namelist():
            data = real.read(each)
            if each == "xl/worksheets/sheet1.xml":
                data = b"<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>" % (name, sheet)
            made.writestr(each, data)
    return kept.getvalue()


def measure(what: str, name: str, content: bytes) -> Measured:
    """Read it once, from the first byte to the answer."""
    began = time.perf_counter()
    document = read_document(name, content)
    took = time.perf_counter() - began
    if not document.is_readable:
        sys.exit(f"{what}: {document.notes}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Measured(
        what,
        len(content) // 1024,
        document.pages,
        len(document.text),
        len(document.tables),
        round(took, 2),
        peak,
    )


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    files = ROOT / "tests" / "files"
    found = [
        measure("a letter (.docx)", "reply.docx", (files / "reply.docx").read_bytes()),
        measure("a letter (.pdf)", "reply.pdf", (files / "reply.pdf").read_bytes()),
        measure(f"{given.pages} pages (.pdf)", "long.pdf", letter(given.pages)),
        measure("15,000 rows of ten (.xlsx)", "long.xlsx", workbook(15_000)),
    ]
    if ocr.is_installed():
        found.append(measure("one scanned page (.pdf)", "scanned.pdf", (files / "scanned.pdf").read_bytes()))
    if given.json:
        print(json.dumps([asdict(each) for each in found], indent=2))
    else:
        print(f"machine: {machine()}; load {load()}")
        print(f"command: .venv/bin/python benchmarks/documents.py --pages {given.pages}")
        for each in found:
            print(
                f"{each.what:<28} {each.kilobytes:>6} kB {each.characters:>9,} characters {each.tables:>4} tables "
                f"{each.seconds:>7.2f} s, {each.megabytes} MB at most so far"
            )
    long = found[2]
    broken = (
        long.seconds > SECONDS * max(given.pages, 200) / 200
        or max(one.megabytes for one in found) > MEGABYTES
    )
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
