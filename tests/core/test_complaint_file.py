"""The regulator's file as a document: its order, its grounds as the letter has them, what is left out and said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from requests_app.core.complaint_file import (
    LONGEST_IN_PRINT,
    MOST_IN_PRINT,
    SECTIONS,
    ComplaintFile,
    Exchange,
    FileHeld,
    contents_text,
    exchange_blocks,
    grounds_in,
    paper_of,
)
from requests_app.core.letters.facts import Line
from requests_app.core.mail_headers import headers_of
from requests_app.core.paper import (
    Block,
    Heading,
    Rows,
    Words,
    as_text,
    breakable,
    from_the_right,
    in_columns,
    left_out,
    paragraphs,
    printable,
)

BODY = """To the Information Commissioner

My grounds:

1. Section 10(1): the reply was due by Tuesday 3 November 2026.

2. Section 31(1)(a): relied on to refuse 2. I ask whether it applies.

I add that nobody called me back.

What I ask for: that the authority be required to reply.

Yours faithfully,"""
FACTS = [
    ("our_reference", "FT-00001"),
    (
        "complaint_grounds",
        (
            "1. Section 10(1): the reply was due by Tuesday 3 November 2026.\n\n"
            "2. Section 31(1)(a): relied on to refuse 2. I ask whether it applies."
        ),
    ),
]


def a_file(**fields: object) -> ComplaintFile:
    defaults: dict[str, object] = {
        "title": "Complaint: Officers in schools",
        "decided_by": "Information Commissioner",
        "act": "Freedom of Information Act 2000",
        "authority": "Ambleford Constabulary",
        "our_reference": "FT-00001",
        "their_reference": "",
        "requester": "Alex Penrose",
        "made_on": date(2026, 11, 22),
        "subject": "Complaint under section 50",
        "body": BODY,
        "chronology": (Line("Wednesday 4 November 2026 (working day 21): I asked for the reply"),),
        "counts": (),
        "exchanges": (),
        "notices": (),
        "grounds": "1. Section 10(1)",
        "remedy": "What I ask for: a reply.",
    }
    return ComplaintFile(**defaults | fields)  # type: ignore[arg-type]


def an_exchange(text: str, *files: FileHeld) -> Exchange:
    return Exchange(
        1, "Reply, received on a day", (("From", "Them"),), text, "05-correspondence/001.txt", files
    )


def blocks_of(file: ComplaintFile) -> tuple[Block, ...]:
    return paper_of(file).blocks


def test_the_sections_stand_in_their_order_whatever_there_is() -> None:
    headings = [
        block.text for block in blocks_of(a_file()) if isinstance(block, Heading) and block.level == 1
    ]
    assert headings == [f"{number}. {title}" for number, title in enumerate(SECTIONS, start=1)]


def test_the_number_of_the_working_day_has_a_column_of_its_own() -> None:
    (rows,) = [block.rows for block in blocks_of(a_file()) if isinstance(block, Rows)]
    assert rows == (("Wednesday 4 November 2026", "21", "I asked for the reply"),)


def test_the_number_in_a_review_says_so() -> None:
    line = Line(
        "Tuesday 1 December 2026 (working day 3 of the review): the authority wrote to me: “(working day)”"
    )
    (rows,) = [block.rows for block in blocks_of(a_file(chronology=(line,))) if isinstance(block, Rows)]
    assert rows == (
        ("Tuesday 1 December 2026", "3 of the review", "The authority wrote to me: “(working day)”"),
    )


def test_the_grounds_are_those_of_the_letter_with_what_the_person_added() -> None:
    grounds, remedy = grounds_in(BODY, FACTS)
    assert grounds.startswith("My grounds:\n\n1. Section 10(1)")
    assert grounds.endswith("I add that nobody called me back.")
    assert remedy == "What I ask for: that the authority be required to reply."


@pytest.mark.parametrize(
    ("body", "grounds", "remedy"),
    [
        ("", "", ""),
        ("All my own words.", "", ""),
        ("What I ask for: a reply.", "", "What I ask for: a reply."),
        (
            BODY.replace("What I ask for: that", "Please see that"),
            "1. Section 10(1)",
            "I add that nobody called me back.",
        ),
        (
            BODY.replace("\n", "\r\n"),
            "1. Section 10(1)",
            "What I ask for: that the authority be required to reply.",
        ),
    ],
)
def test_a_letter_that_was_rewritten_is_taken_as_it_stands(body: str, grounds: str, remedy: str) -> None:
    found = grounds_in(body, FACTS)
    assert grounds in found[0]
    assert bool(grounds) == bool(found[0])
    assert found[1] == remedy


def test_a_ground_that_the_person_took_out_is_in_the_file_no_more() -> None:
    body = BODY.replace("2. Section 31(1)(a): relied on to refuse 2. I ask whether it applies.\n\n", "")
    assert "31(1)" not in grounds_in(body, FACTS)[0]


def test_what_is_too_long_to_print_is_cut_and_says_where_the_rest_is() -> None:
    shown = list(blocks_of(a_file(exchanges=(an_exchange("x" * (LONGEST_IN_PRINT + 5)),))))
    assert Words("[The rest, 5 characters, stands in the archive: 05-correspondence/001.txt]") in shown


def test_all_together_is_no_more_than_can_be_set_and_the_text_of_a_message_is_whole() -> None:
    exchanges = tuple(
        replace(an_exchange("x" * LONGEST_IN_PRINT), number=number, path=f"{number}.txt")
        for number in range(1, 5)
    )
    shown = [block for block in blocks_of(a_file(exchanges=exchanges)) if isinstance(block, Words)]
    assert sum(len(block.text) for block in shown if block.quoted) == MOST_IN_PRINT
    assert "[The rest, 800,000 characters, stands in the archive: 3.txt]" in [each.text for each in shown]
    assert f"[The rest, {LONGEST_IN_PRINT:,} characters, stands in the archive: 4.txt]" in [
        each.text for each in shown
    ]
    assert len(as_text(exchange_blocks(exchanges[3]))) > LONGEST_IN_PRINT


def test_what_can_not_be_printed_is_said() -> None:
    shown = blocks_of(a_file(exchanges=(an_exchange("a\u202eb\x07\x07"),)))
    said = "Characters that can't be printed are left out here: U+0007 (2), U+202E right-to-left override."
    assert Words(said) in shown


def test_the_contents_of_the_archive_name_what_is_left_out_and_why() -> None:
    file = FileHeld(1, "1.1", "a.xlsx", 5, "0" * 64, "06-files/a.xlsx", left_out="It may hold more.")
    text = contents_text(a_file(exchanges=(an_exchange("Hello", file),)), [("01.pdf", "Everything")])
    assert "01.pdf\n    Everything" in text
    assert "Not enclosed:\n\n1.1 a.xlsx\n    It may hold more." in text
    assert "Files: 1, of which 1 not enclosed: section 8 says why" in text


# What papers are made of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x1bc", "abc"),
        ("\u202eabc\u202c\u2066d\u2069", "abcd"),
        ("\ufeffabc\ud800", "abc"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("Ŵŷ שלום\ttab", "Ŵŷ שלום\ttab"),
        ("page\x0cbreak", "page\nbreak"),
    ],
)
def test_text_is_made_printable_and_nothing_else_of_it_changes(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_nothing_is_said_of_what_can_be_printed() -> None:
    assert left_out("Plain\r\ntext\tŴ 😀") == ""
    assert "and 2 more" in left_out("".join(chr(each) for each in range(1, 9)))


def test_long_words_may_be_broken_and_others_stay_as_they_are() -> None:
    assert breakable("https://example.org/short word") == "https://example.org/short word"
    long = "x" * 100
    assert breakable(long).replace("\u200b", "") == long
    assert max(len(piece) for piece in breakable(long).split("\u200b")) == 12


def test_paragraphs_keep_their_lines() -> None:
    assert list(paragraphs("\n\na\n  b \n\n\n c\n")) == [["a", "  b"], [" c"]]
    assert in_columns(["Year    Number", "2024    12"])
    assert not in_columns(["A plain line.", "  Another, set in."])
    assert from_the_right("1. שלום")
    assert not from_the_right("abc שלום")
    assert not from_the_right("123")


def test_papers_can_be_plain_text() -> None:
    blocks = (Heading("Title"), Rows(("Day", "What"), (("Monday", "I\nsent"), ("Tuesday", ""))))
    assert as_text(blocks) == "Title\n=====\n\nDay: Monday\nWhat: I\n  sent\n\nDay: Tuesday\n"


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (
            b"From: a@example.org\r\nSubject: =?utf-8?q?Caf=C3=A9?=\r\n\r\nFrom: b",
            (("From", "a@example.org"), ("Subject", "Café")),
        ),
        (b"", ()),
        (b"\x00\xff\xfe nothing", ()),
        (b"Date: not a day\r\n\r\n", (("Date", "not a day"),)),
        (b"From: =?x-none?q?a?= <" + b"a" * 900 + b"\r\n\r\n", None),
    ],
)
def test_the_headers_of_a_mail_are_read_or_left(
    raw: bytes, wanted: tuple[tuple[str, str], ...] | None
) -> None:
    found = headers_of(raw)
    assert wanted is None or found == wanted
    assert all(len(value) <= 500 for _, value in found)
