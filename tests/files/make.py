"""Remakes the files beside it with real programs, from text of ours: run by hand, never by a test.

    .venv/bin/python tests/files/make.py

Needs LibreOffice (`soffice`), Chromium, and the development environment. Every file stays under 100 kB.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from fpdf import FPDF

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from tests.files import words  # noqa: E402


def main() -> None:
    """Remake all of them."""
    with TemporaryDirectory() as folder:
        there = Path(folder)
        (there / "reply.fodt").write_text(words.letter_fodt(), encoding="utf-8")
        office(there / "reply.fodt", "odt", "docx:MS Word 2007 XML", "rtf")
        (there / "reply.fodt").write_text(words.letter_fodt(with_changes=False), encoding="utf-8")
        office(there / "reply.fodt", "pdf")
        (there / "figures.fods").write_text(words.figures_fods(), encoding="utf-8")
        office(there / "figures.fods", "ods", "xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97")
        (there / "list.fods").write_text(words.list_fods(), encoding="utf-8")
        office(there / "list.fods", "csv:Text - txt - csv (StarCalc):44,34,ANSI,1")
        page = there / "page.html"
        page.write_text(words.page_html(), encoding="utf-8")
        printed(page)
        for made in there.iterdir():
            if made.suffix not in (".fodt", ".fods"):
                shutil.copy(made, HERE / made.name)
    scanned()
    mailed()
    with zipfile.ZipFile(HERE / "bundle.zip", "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in ("reply.docx", "figures.xlsx", "list.csv"):
            bundle.write(HERE / name, f"Reply to FOI/{name}")
    for made in sorted(HERE.iterdir()):
        if made.is_file():
            assert made.stat().st_size < 100_000, made
            sys.stdout.write(f"{made.name} {made.stat().st_size}\n")


def office(source: Path, *filters: str) -> None:
    """Save as LibreOffice would."""
    for each in filters:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", each, "--outdir", str(source.parent), str(source)],
            check=True,
            capture_output=True,
            timeout=120,
        )


def printed(page: Path) -> None:
    """Print to PDF as Chromium would."""
    subprocess.run(
        ["chromium", *FLAGS, f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=60,
    )


def scanned() -> None:
    """The printed page as a scanner gives it: a picture, alone and in a PDF."""
    page = pypdfium2.PdfDocument(HERE / "page.pdf")[0]
    picture = page.render(scale=150 / 72, grayscale=True).to_pil()
    picture.quantize(8).save(HERE / "photo.png", optimize=True)
    pdf = FPDF()
    pdf.add_page()
    pdf.image(str(HERE / "photo.png"), 0, 0, 210, 297)
    pdf.output(str(HERE / "scanned.pdf"))


def mailed() -> None:
    """A mail with a letter, its HTML, the request quoted below, and two files."""
    mail = EmailMessage()
    mail["From"] = "FOI Team <foi@wexcombe.example.org>"
    mail["To"] = "Alex Doe <alex@example.org>"
    mail["Subject"] = "FOI-2026-0412: your request"
    mail["Date"] = "Tue, 27 Oct 2026 16:05:00 +0000"
    mail.set_content(words.COVER)
    mail.add_alternative(words.cover_html(), subtype="html")
    docx = "vnd.openxmlformats-officedocument.wordprocessingml.document"
    for name, subtype in (("reply.docx", docx), ("figures.xlsx", "vnd.ms-excel")):
        mail.add_attachment(
            (HERE / name).read_bytes(), maintype="application", subtype=subtype, filename=name
        )
    (HERE / "mail.eml").write_bytes(mail.as_bytes())


if __name__ == "__main__":
    main()
