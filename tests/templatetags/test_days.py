"""Dates and distances read as HOUSE.md section 7 has them."""

from datetime import UTC, date, datetime

import pytest

from requests_app.templatetags import foi


def test_a_day_reads_as_weekday_day_month_year() -> None:
    assert foi.day(date(2022, 12, 6)) == "Tue 6 Dec 2022"
    assert foi.short_day(date(2022, 12, 6)) == "Tue 6 Dec"


def test_an_unknown_day_is_not_stated() -> None:
    assert foi.day(None) == "not stated"
    assert foi.short_day("") == "not stated"
    assert foi.day_time(None) == '<span class="unknown">not stated</span>'


def test_a_moment_late_in_the_evening_of_a_summer_day_belongs_to_the_next_day_in_london() -> None:
    late = datetime(2022, 7, 31, 23, 30, tzinfo=UTC)
    assert foi.day(late) == "Mon 1 Aug 2022"
    assert foi.moment(late) == "Mon 1 Aug 2022, 00:30"
    assert foi.day_time(late) == '<time datetime="2022-08-01">Mon 1 Aug 2022</time>'


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (3, "in 3 working days"),
        (1, "in 1 working day"),
        (0, "today"),
        (-1, "1 working day late"),
        (-5, "5 working days late"),
        (None, "not stated"),
    ],
)
def test_a_distance_says_how_far_off_or_how_late(number: int | None, said: str) -> None:
    assert foi.distance(number) == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Samira Okonkwo", "SO"),
        ("Samira", "S"),
        ("ann.marie.b@example.org", "AB"),
        ("Jo Jo", "J"),
        ("", "?"),
        (None, "?"),
    ],
)
def test_initials_come_from_the_first_and_last_word(name: object, letters: str) -> None:
    assert foi.initials(name) == letters
