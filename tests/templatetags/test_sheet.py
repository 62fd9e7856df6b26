"""A letter on its sheet keeps every character, and findings stand where they were found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from requests_app.templatetags.passages import marked

LETTER = "Reference no: 01.FOI.23.033120\n\nI have decided to disclose it <in full>.\n\nYours, A. Officer"


@dataclass(frozen=True)
class AMark:
    number: int
    start: int
    end: int
    label: str = "Decision"
    family: str = "said"
    targets: tuple[str, ...] = ("decision",)
    unsure: bool = False


@dataclass(frozen=True)
class AFold:
    start: int
    end: int
    label: str = "Signature"


def mark(number: int, words: str, **more: object) -> AMark:
    start = LETTER.index(words)
    return AMark(number, start, start + len(words), **more)  # type: ignore[arg-type]


class Words(HTMLParser):
    """The words of the letter without tags, links to the reading and names of folds; which marks hold each one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.within: list[str] = []
        self.held: dict[str, str] = {}
        self.opened: list[str] = []
        self.aside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.opened.append(tag)
        if tag == "mark":
            self.within.append(str(known["data-f"]))
        if tag in ("a", "summary"):
            self.aside += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag
        if tag == "mark":
            self.within.pop()
        if tag in ("a", "summary"):
            self.aside -= 1

    def handle_data(self, data: str) -> None:
        if self.aside:
            return
        self.words.append(data)
        for number in self.within:
            self.held[number] = self.held.get(number, "") + data


def read_back(html: str) -> Words:
    parser = Words()
    parser.feed(html)
    parser.close()
    assert parser.opened == []
    return parser


spans = st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=8)


@given(st.text(st.characters(exclude_characters="\x00\r"), max_size=40), spans, spans)
def test_any_marks_and_folds_keep_every_character_and_hold_their_own(
    text: str, marks: Sequence[tuple[int, int]], folds: Sequence[tuple[int, int]]
) -> None:
    made = [AMark(number, start, end) for number, (start, end) in enumerate(marks, start=1)]
    apart = [AFold(start, end) for start, end in folds if start >= 0]
    back = read_back(marked(text, made, apart))
    assert "".join(back.words) == text
    for each in made:
        placed = 0 <= each.start < each.end <= len(text)
        assert back.held.get(str(each.number), "") == (text[each.start : each.end] if placed else "")


def test_a_mark_inside_another_stands_inside_it() -> None:
    html = marked(LETTER, [mark(1, "disclose it <in full>"), mark(2, "in full")])
    assert re.search(r'<mark[^>]*id="f-1"[^>]*>.*<mark[^>]*id="f-2"[^>]*>.*in full</mark>&gt;</mark>', html)


def test_marks_that_overlap_are_split_and_named_once() -> None:
    html = marked(LETTER, [mark(1, "have decided to disclose"), mark(2, "disclose it")])
    assert html.count('id="f-2"') == html.count('href="#r-decision" data-f="2"') == 1
    assert html.count('<mark class="found found-said" data-f="2"') == 2
    assert read_back(html).held == {"1": "have decided to disclose", "2": "disclose it"}


def test_a_mark_says_what_it_is_and_leads_to_its_place_in_the_reading() -> None:
    html = marked(LETTER, [mark(7, "in full", label="Answer <1>", targets=("q12", "q13"))])
    assert '<a class="found-tag" href="#r-q12" data-f="7">7 Answer &lt;1&gt;</a>' in html


def test_what_is_unsure_says_so_in_words() -> None:
    html = marked(LETTER, [mark(1, "in full", unsure=True)])
    assert "found-unsure" in html
    assert ", perhaps</span>?" in html


def test_what_is_set_apart_is_folded_and_open_only_where_something_is_marked() -> None:
    fold = AFold(LETTER.index("Yours"), len(LETTER))
    assert '<details class="apart"><summary>Signature</summary>Yours, A. Officer</details>' in marked(
        LETTER, [], [fold]
    )
    assert '<details class="apart" open>' in marked(LETTER, [mark(1, "Officer")], [fold])


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "a & b", '" onmouseover="x'])
def test_the_words_of_a_letter_are_never_markup(words: str) -> None:
    html = marked(words, [AMark(1, 0, len(words))])
    assert words not in html or words == unescape(words) == "a & b"
    assert "".join(read_back(html).words) == words


def test_the_sheet_keeps_line_breaks_and_has_a_name() -> None:
    html = Template('{% sheet text title="Their reply" html_id="reply" %}').render(Context({"text": LETTER}))
    assert "033120\n\nI have decided" in html
    assert 'id="reply-text"' in html
    assert "<mark" not in html
