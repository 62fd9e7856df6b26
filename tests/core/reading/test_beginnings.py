"""What makes the search quick finds what the expressions alone find."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from requests_app.core.reading import (
    dates,
    decisions,
    ground_families,
    prose,
    references,
    request_block,
    warnings,
)
from requests_app.core.reading.beginnings import Begun
from requests_app.core.reading.clauses import sentences_holding
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Line, lower, outside, source_of
from requests_app.core.reading.outcomes import is_not_foi
from requests_app.core.reading.scope import _LIMITED
from requests_app.core.reading.siblings import _OVERLAP
from requests_app.core.reading.wording import ASKS, NOT_A_QUESTION

BEGUN = [
    each
    for module in (dates, ground_families, prose, request_block, warnings)
    for each in vars(module).values()
    if isinstance(each, Begun)
] + [*(pattern for _, pattern in decisions._STATED), *(pattern for _, pattern in references._LABELS)]
FOLDED = [*(each.pattern for each in BEGUN), ASKS, NOT_A_QUESTION, request_block._REPLY_SENTENCE]
LETTERS = st.characters(codec="ascii") | st.just("£")
AROUND = st.text("aI .\n", max_size=12)
COMMON = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@COMMON
@given(begun=st.sampled_from(BEGUN), data=st.data())
def test_what_an_expression_matches_begins_with_its_letters(begun: Begun, data: st.DataObject) -> None:
    text = data.draw(AROUND) + data.draw(st.from_regex(begun.pattern.exact, alphabet=LETTERS))
    assert [match.span() for match in begun.finditer(text, lower(text))] == [
        match.span() for match in begun.pattern.exact.finditer(text)
    ]


@COMMON
@given(folded=st.sampled_from(FOLDED), data=st.data())
def test_an_expression_finds_the_same_in_lower_case(folded: Folded, data: st.DataObject) -> None:
    text = data.draw(AROUND) + data.draw(st.from_regex(folded.exact, alphabet=LETTERS)) + data.draw(AROUND)
    for ours, plain in ((folded.search, folded.exact.search), (folded.match, folded.exact.match)):
        found, expected = ours(text), plain(text)
        assert (found and found.span()) == (expected and expected.span())
    assert [match.span() for match in folded.finditer(text)] == [
        m.span() for m in folded.exact.finditer(text)
    ]


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["only", "for", "limited to", "\n", ". ", " ", "may", "overlap", "2019", "double-count"]
        )
    )
)
def test_a_sentence_that_limits_is_found_as_by_an_expression_that_takes_in_the_sentence(
    words: list[str],
) -> None:
    text = " ".join(words)
    for pattern in (_LIMITED, _OVERLAP):
        whole = re.compile(rf"[^.?!\n]*{pattern.pattern}[^.?!\n]*", re.IGNORECASE)
        assert [text[each] for each in sentences_holding(pattern, text)] == [
            m[0] for m in whole.finditer(text)
        ]


@settings(max_examples=400, deadline=None)
@given(st.text("FOIERSTALB0125/-_. (\n", max_size=40))
def test_references_are_found_by_their_shape_wherever_they_begin(text: str) -> None:
    ours = [match.span() for match in references._shapes(text, lower(text))]
    assert ours == [match.span() for match in references._SHAPE.finditer(text)]


def test_the_text_in_lower_case_is_as_long_as_the_text() -> None:
    assert lower("\u0130STANBUL \u00c9") == "istanbul \u00e9"


def test_lines_outside_spans_that_overlap_are_told_apart() -> None:
    lines = [Line("x", at, at + 1) for at in range(0, 60, 10)]
    assert [line.start for line in outside(lines, [(25, 31), (0, 15), (5, 8), (50, 51)])] == [20, 40]


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\f"])
def test_a_paragraph_that_breaks_is_one_line(break_: str) -> None:
    source = source_of(f"One{break_}two\u00a0\u2018three\u2019")
    assert source.piece(0, len(source.text)).text.split() == ["One", "two", "'three'"]


def test_that_something_is_no_request_is_found_in_a_long_answer() -> None:
    assert is_not_foi("We looked. This is a request for an opinion, and not covered by the Act.\nRegards")
    assert not is_not_foi("We considered your request. The Act was applied.")
