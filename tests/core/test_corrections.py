"""What people make of a reading, told apart: right, changed, added, dropped."""

from __future__ import annotations

import pytest

from requests_app.core.corrections import Made, Read, compare

TEXT = "Our reference: FOI 7/26\n\nYour reference: 12.\nWe hold nothing. We hold nothing."


def change_of(read: Read, made: Made) -> str:
    (one,) = compare([read], [made], TEXT)
    return one.change


@pytest.mark.parametrize(
    ("read", "made", "change"),
    [
        ("FOI 7/26", "FOI 7/26", ""),
        ("FOI 7/26", "foi  7/26 ", ""),
        ("12", "FOI 7/26", "changed"),
        ("", "FOI 7/26", "added"),
        ("12", "", "dropped"),
    ],
)
def test_a_value_is_right_changed_added_or_dropped(read: str, made: str, change: str) -> None:
    assert change_of(Read("reference", text=read), Made("reference", text=made)) == change


def test_the_order_of_sections_says_nothing() -> None:
    assert change_of(Read("sections", "1", "31(1), 40(2)"), Made("sections", "1", "40(2),31(1)")) == ""
    assert change_of(Read("sections", "1", "31(1)"), Made("sections", "1", "31(1), 40(2)")) == "changed"


def test_what_was_neither_read_nor_made_counts_for_nothing() -> None:
    assert compare([Read("reference")], [Made("reference")], TEXT) == []


def test_what_a_person_adds_stands_after_what_was_read() -> None:
    compared = compare([Read("outcome", "1", "refused")], [Made("outcome", "2", "disclosed")], TEXT)
    assert [(each.read.about, each.change) for each in compared] == [("1", "dropped"), ("2", "added")]


def test_the_place_a_person_chose_is_kept() -> None:
    (one,) = compare([], [Made("reference", text="FOI 7/26", start=15, end=23)], TEXT)
    assert (one.made.start, one.made.end) == (15, 23)


def test_words_that_stand_once_in_the_text_are_found_there_and_others_nowhere() -> None:
    def place(words: str) -> tuple[int | None, int | None]:
        (one,) = compare([], [Made("answer", "1", words)], TEXT)
        return one.made.start, one.made.end

    assert place("FOI 7/26") == (15, 23)
    assert place("We hold nothing.") == (None, None)
    assert place("not in it") == (None, None)
