"""The text of ours that the files here were made from: one reply with numbered questions and a table, one workbook."""

from __future__ import annotations

from html import escape

REFERENCE = "FOI-2026-0412"
QUESTIONS = (
    "How many anti-social behaviour orders did the council apply for in each of the last three financial years?",
    "Please break this down by:",
    "Does the council have a policy on such orders?",
)
PARTS = ("ward", "age of the person concerned")
ANSWER = (
    "The council applied for 61 orders in the three years. The table shows them by ward, for each financial year from "
    "1 April to 31 March."
)
REFUSED = (
    "The age of the persons concerned is exempt under section 40(2) of the Freedom of Information Act, since the small "
    "numbers in each ward would let people be recognised."
)
POLICY = "The council does not hold a policy on such orders."
HEADINGS = ("Ward", "2023/24", "2024/25", "2025/26", "Total")
ROWS = (
    ("Castle Hill", "6", "9", "4", "19"),
    ("Millfield", "3", "8", "7", "18"),
    ("St Mary’s", "5", "6", "13", "24"),
    ("Total", "14", "23", "24", "61"),
)
FOOTNOTE = "Applications that were withdrawn are counted."
HEADER = f"Wexcombe Borough Council    Our ref: {REFERENCE}"
COVER = """Dear Alex Doe,

Please find attached our reply to your request under the Freedom of Information Act 2000, and a spreadsheet with the figures.

Kind regards
Information Governance
Wexcombe Borough Council

-----Original Message-----
From: Alex Doe
Sent: 6 October 2026 09:12
To: FOI Team
Subject: Request

Dear Wexcombe Borough Council,

1. How many anti-social behaviour orders did the council apply for in each of the last three financial years?
"""

_OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)


def _p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def letter_fodt(*, with_changes: bool = True) -> str:
    """The reply as a flat OpenDocument text: a header, labels that the word processor counts, a table, a footnote, a
    tracked deletion and a comment.
    """
    level = '<text:list-level-style-number text:level="{level}" style:num-format="{form}" style:num-prefix="{before}" style:num-suffix="{after}">'
    level += '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
    level += ' text:label-followed-by="listtab" fo:text-indent="-0.8cm" fo:margin-left="{level}.2cm"/></style:list-level-properties>'
    level += "</text:list-level-style-number>"
    lists = level.format(level=1, form="1", before="", after=".") + level.format(
        level=2, form="a", before="(", after=")"
    )
    parts = "".join(f"<text:list-item>{_p(part)}</text:list-item>" for part in PARTS)
    items = (
        f"<text:list-item>{_p(QUESTIONS[0])}</text:list-item>"
        f'<text:list-item>{_p(QUESTIONS[1])}<text:list text:style-name="L1">{parts}</text:list></text:list-item>'
        f"<text:list-item>{_p(QUESTIONS[2])}</text:list-item>"
    )
    note = (
        '<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"{_p(FOOTNOTE)}</text:note-body></text:note>"
    )
    comment = (
        "<office:annotation><dc:creator>J. Clerk</dc:creator><dc:date>2026-10-20T10:00:00</dc:date>"
        f"{_p('The person in Millfield is Sam Sample.')}</office:annotation>"
    )
    rows = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell table:style-name="C1">{_p(cell)}</table:table-cell>' for cell in row)
        + "</table:table-row>"
        for row in (HEADINGS, *ROWS)
    )
    changes = (
        '<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info><dc:creator>J. Clerk'
        "</dc:creator><dc:date>2026-10-20T10:00:00</dc:date></office:change-info>"
        f"{_p('This sentence was struck out.')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    change = '<text:change text:change-id="ct1"/>' if with_changes else ""
    if not with_changes:
        changes = comment = ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_OFFICE} office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><text:list-style style:name="L1">{lists}</text:list-style>
<style:style style:name="C1" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1"><style:header>{_p(HEADER)}</style:header></style:master-page></office:master-styles>
<office:body><office:text>{changes}
{_p("Date: 27 October 2026")}{_p("")}{_p("Dear Alex Doe,")}{_p("")}
{_p("Your request was received on 6 October 2026. You asked:")}
<text:list text:style-name="L1">{items}</text:list>{_p("")}
{_p("Response")}{_p("")}
<text:p>1. {escape(ANSWER)}{note}{comment}</text:p>{_p("")}
<table:table table:name="Orders"><table:table-column table:number-columns-repeated="5"/>{rows}</table:table>{_p("")}
<text:p>2. {escape(REFUSED)}{change}</text:p>{_p("")}
{_p("3. " + POLICY)}{_p("")}
<text:p>More is published in our <text:a xlink:type="simple" xlink:href="https://wexcombe.example.org/foi-log">disclosure log</text:a>.</text:p>
{_p("Yours sincerely,")}{_p("Information Governance")}
</office:text></office:body></office:document>
"""


def page_html() -> str:
    """The reply as a page of a web site: menus around it, a script, a form, a picture from elsewhere."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in HEADINGS)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in ROWS)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Anti-social behaviour orders ({REFERENCE})</title>
<style>table {{ border-collapse: collapse }} td, th {{ border: 1px solid; padding: 3px 8px }} nav {{ display: none }}</style>
<script>document.title = "1. Not a question?";</script></head>
<body><nav><a href="/">Home</a> <a href="/foi">Freedom of information</a></nav>
<form action="https://wexcombe.example.org/search"><input name="q" value="search words"><button>Search the site</button></form>
<main><h1>Anti-social behaviour orders</h1>
<p>Our ref: {REFERENCE}</p><p>Date: 27 October 2026</p>
<h2>Request</h2>
<ol><li>{escape(QUESTIONS[0])}</li><li>{escape(QUESTIONS[1])}<ol type="a"><li>{PARTS[0]}</li><li>{PARTS[1]}</li></ol></li><li>{escape(QUESTIONS[2])}</li></ol>
<h2>Response</h2>
<p>1. {escape(ANSWER)}</p>
<table><caption>Applications by ward</caption><tr>{head}</tr>{rows}</table>
<p>2. {escape(REFUSED)}</p>
<p>3. {escape(POLICY)}</p>
<p>More is published in our <a href="https://wexcombe.example.org/foi-log">disclosure log</a>.</p>
<img src="https://wexcombe.example.org/pixel.gif" alt=""><div style="display:none">Seen by nobody</div>
</main></body></html>
"""


def cover_html() -> str:
    """The covering mail as mail programs write it, with a picture from elsewhere."""
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in COVER.split("\n\n"))
    return f'<html><body>{paragraphs}<img src="https://wexcombe.example.org/open.gif"></body></html>'


def _cells(*values: str) -> str:
    out = ""
    for value in values:
        if value.startswith("of:="):
            out += f'<table:table-cell table:formula="{escape(value)}" office:value-type="float" office:value="0"/>'
        elif value.replace(".", "").isdigit():
            out += f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        else:
            out += f'<table:table-cell office:value-type="string">{_p(value)}</table:table-cell>'
    return out


def _row(*values: str, hidden: bool = False) -> str:
    visibility = ' table:visibility="collapse"' if hidden else ""
    return f"<table:table-row{visibility}>{_cells(*values)}</table:table-row>"


def figures_fods() -> str:
    """A workbook: a sheet with a title, a hidden column, a hidden row and formulas; a hidden sheet of people; a pivot
    table with the records behind it.
    """
    shown = [_row("Applications by ward"), _row("Ward", "Officer", "2024/25", "2025/26", "Total")]
    wards = (
        ("Castle Hill", "J. Clerk", "9", "4"),
        ("Millfield", "S. Sample", "8", "7"),
        ("St Mary’s", "P. Person", "6", "13"),
    )
    for place, ward in enumerate(wards, start=3):
        shown.append(_row(*ward, f"of:=[.C{place}]+[.D{place}]"))
    shown.append(_row("Withdrawn by Sam Sample", "", "1", "1", "of:=[.C6]+[.D6]", hidden=True))
    shown.append(_row("Total", "", "of:=SUM([.C3:.C5])", "of:=SUM([.D3:.D5])", "of:=SUM([.E3:.E5])"))
    column = "<table:table-column/>"
    people = [
        _row("Name", "Ward", "Orders"),
        _row("Sam Sample", "Millfield", "2"),
        _row("Pat Person", "Castle Hill", "1"),
    ]
    people += [_row("Kim Other", "Millfield", "3")]
    pivot = (
        '<table:data-pilot-tables><table:data-pilot-table table:name="Pivot" table:target-range-address="Summary.A1:Summary.B5">'
        '<table:source-cell-range table:cell-range-address="People.A1:People.C4"/>'
        '<table:data-pilot-field table:source-field-name="Ward" table:orientation="row"><table:data-pilot-level/></table:data-pilot-field>'
        '<table:data-pilot-field table:source-field-name="Orders" table:orientation="data" table:function="sum"/>'
        "</table:data-pilot-table></table:data-pilot-tables>"
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_OFFICE} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="Orders">{column}<table:table-column table:visibility="collapse"/>{column * 3}{"".join(shown)}</table:table>
<table:table table:name="Summary">{column * 2}{_row("Ward", "Sum - Orders")}{_row("Castle Hill", "1")}{_row("Millfield", "5")}{_row("Total Result", "6")}</table:table>
<table:table table:name="People" table:style-name="hidden">{column * 3}{"".join(people)}</table:table>
{pivot}</office:spreadsheet></office:body></office:document>
"""


def list_fods() -> str:
    """A sheet to be saved as .csv in the Windows alphabet: a pound sign, a curly quote, a cell that begins like a formula."""
    rows = (
        _row("Ward", "Cost", "Note")
        + _row("St Mary’s", "£1,200", "paid")
        + _row("Millfield", "£800", "=not a formula")
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_OFFICE} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="List"><table:table-column/>{rows}</table:table></office:spreadsheet></office:body></office:document>
"""
