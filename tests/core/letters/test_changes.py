"""A letter beside what was suggested, and where its facts stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.letters.changes import AROUND, ChangeKind, changes_between, places_of

K = ChangeKind


def test_nothing_was_changed_where_only_line_ends_differ() -> None:
    assert changes_between("Dear team,  \r\nhello\r\n", "Dear team,\nhello") == []


def test_words_put_in_and_taken_out_stand_where_they_were() -> None:
    found = changes_between("Please reply by Monday.", "Please kindly reply by Friday.")
    assert [(each.kind, each.text.strip()) for each in found] == [
        (K.KEPT, "Please"),
        (K.ADDED, "kindly"),
        (K.KEPT, "reply by"),
        (K.REMOVED, "Monday."),
        (K.ADDED, "Friday."),
    ]


def test_what_lies_far_from_a_change_is_left_out() -> None:
    long = "word " * 400
    first, *_, last = changes_between(f"{long}old{long}", f"{long}new{long}")
    assert first.kind is last.kind is K.KEPT
    assert first.text.startswith(" […] ")
    assert len(first.text) < AROUND + 10


def test_very_long_letters_are_compared_by_lines_and_beyond_that_as_wholes() -> None:
    lines = "".join(f"line {number} of it\n" for number in range(2_500))
    found = changes_between(lines, lines.replace("line 900 of", "line 900 and more of"))
    assert [each.text.strip() for each in found if each.kind is K.ADDED] == ["line 900 and more of it"]
    longer = lines * 3
    assert [each.kind for each in changes_between(longer, f"{longer}more")] == [K.REMOVED, K.ADDED]


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_the_changes_make_one_letter_of_the_other(before: str, after: str) -> None:
    def plain(text: str) -> str:
        return "\n".join(line.rstrip() for line in text.split("\n")).strip()

    found = changes_between(before, after)
    if plain(before) == plain(after):
        assert found == []
        return
    assert "".join(each.text for each in found if each.kind is not K.REMOVED) == plain(after)
    assert "".join(each.text for each in found if each.kind is not K.ADDED) == plain(before)


def test_facts_are_found_whole_and_none_within_another() -> None:
    text = "Due Tuesday 3 November 2026 (section 10(1)). On Tuesday we wrote 123 times; 12 is not 123."
    values = ["Tuesday", "Tuesday 3 November 2026", "section 10(1)", "12", "123"]
    found = [(text[each.start : each.end], each.fact) for each in places_of(text, values)]
    assert found == [
        ("Tuesday 3 November 2026", 1),
        ("section 10(1)", 2),
        ("Tuesday", 0),
        ("123", 4),
        ("123", 4),
    ]


def test_a_fact_that_stands_nowhere_or_everywhere_is_not_marked() -> None:
    assert places_of("Nothing of it.", ["elsewhere", "", " ", "i"]) == []
    assert len(places_of("fact " * 1000, ["fact"])) == 300
