"""Tables of one reply held against each other and against its words: contradictions are told with their places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from requests_app.core.reading import TableRead, read_reply
from requests_app.core.reading.disagreements import CellAt, Disagreement, DisagreementKind
from requests_app.core.reading.siblings import compare_tables

K = DisagreementKind


def table(columns: str, *rows: str, total: str = "", title: str = "", **places: int) -> TableRead:
    """A table from lines with bars: "Ward | 2022 | 2023"."""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    last = tuple(cell.strip() for cell in total.split("|")) if total else None
    return TableRead(title, tuple(cell.strip() for cell in columns.split("|")), tuple(cells), last, **places)


def told(tables: Sequence[TableRead], text: str = "") -> list[tuple[DisagreementKind, tuple[CellAt, ...]]]:
    return [(each.kind, each.cells) for each in compare_tables(tables, text)]


BY_WARD = table(
    "Ward | 2022 | 2023",
    "Abbey | 12 | 15",
    "Castle | 20 | 18",
    "Mill | 7 | 9",
    total="Total | 39 | 42",
    title="Burglaries by ward",
)


def test_two_tables_that_agree_say_nothing() -> None:
    again = table("Ward | 2022 | 2023", "Abbey | 12 | 15", "Castle | 20 | 18", title="Burglaries again")
    assert told([BY_WARD, again]) == []
    assert told([BY_WARD]) == []
    assert told([]) == []


def test_one_figure_that_differs_among_many_that_agree_is_told_with_both_places() -> None:
    again = table(
        "Ward | 2022 | 2023",
        "Castle | 20 | 81",
        "Abbey | 12 | 15",
        "Mill | 7 | 9",
        title="Burglaries once more",
    )
    (only,) = compare_tables([BY_WARD, again])
    assert (only.kind, only.cells) == (K.CELLS, (CellAt(0, 1, 2), CellAt(1, 0, 2)))
    assert (
        only.sentence
        == "“Castle”, “2023”, is 18 in table 1, “Burglaries by ward”, and 81 in table 2, “Burglaries once more”."
    )


@pytest.mark.parametrize(
    "other",
    [
        table("Ward | 2022 | 2023", "Abbey | 112 | 115", "Castle | 220 | 218", "Mill | 57 | 59", total="Total | 389 | 392", title="Thefts by ward"),
        table("Ward | 2022 | 2023", "Abbey | 1 | 2", "Castle | 3 | 4", "Mill | 5 | 6"),
        table("Ward | 2019 | 2020", "Abbey | 1 | 2", "Castle | 3 | 4", "Mill | 5 | 6", title="Burglaries by ward"),
        table("School | 2022 | 2023", "North | 3 | 4", "South | 5 | 6", total="Total | 8 | 10", title="Exclusions"),
        table("Ward | 2022 | 2023", "Abbey | * | <5", "Castle | - | ", "Mill | n/a | x", title="Burglaries by ward"),
    ],
)  # fmt: skip
def test_tables_about_other_things_contradict_nothing(other: TableRead) -> None:
    assert told([BY_WARD, other]) == []


def test_rows_that_stand_twice_in_a_table_name_nothing() -> None:
    twice = table(
        "Ward | 2022 | 2023",
        "Abbey | 12 | 15",
        "Abbey | 3 | 4",
        "Castle | 20 | 18",
        "Mill | 7 | 9",
        title="Burglaries",
    )
    assert told([BY_WARD, twice]) == []


def test_the_same_things_divided_in_two_ways_have_the_same_total() -> None:
    rank = table(
        "Rank | Officers",
        "Constable | 300",
        "Sergeant | 71",
        total="Total | 371",
        title="Officers in schools by rank",
    )
    unit = table(
        "Unit | Officers",
        "North | 200",
        "South | 173",
        total="Total | 373",
        title="Officers in schools by unit",
    )
    (only,) = compare_tables([rank, unit])
    assert (only.kind, only.cells) == (K.TOTALS, (CellAt(0, None, 1), CellAt(1, None, 1)))
    assert "is 371 in table 1" in only.sentence
    assert "373 in table 2" in only.sentence


def test_totals_of_other_things_need_not_agree() -> None:
    dogs = table("Breed | Number", "Alsatian | 3", "Spaniel | 2", total="Total | 5", title="Dogs by breed")
    horses = table(
        "Stable | Number", "North | 30", "South | 20", total="Total | 50", title="Horses by stable"
    )
    assert told([dogs, horses]) == []


STOPS = "Ward | Stops |\nAbbey | 120 |\nCastle | 253 |\nTotal | 373 |"


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("There was a total of 371 stops in the year.", True),
        ("There were 371 stops in total.", True),
        ("Stops totalled 371.", True),
        ("There was a total of 373 stops in the year.", False),
        ("A total of 120 stops were made in Abbey.", False),
        ("A total of 12 complaints were received.", False),
        ("A total of 52% of the stops were in Castle.", False),
        ("The total of 371 working days was lost.", False),
        ("Stops were made in 2023.", False),
    ],
)
def test_a_sum_in_words_is_held_against_the_table_beside_it(words: str, is_told: bool) -> None:
    text = f"{words}\n\n{STOPS}\n"
    reading = read_reply(text)
    assert len(reading.tables) == 1
    found = compare_tables(reading.tables, text)
    if not is_told:
        assert found == ()
        return
    (only,) = found
    assert (only.kind, only.cells) == (K.PROSE, (CellAt(0, None, 1),))
    assert only.start is not None
    assert "371" in text[only.start : only.end]
    assert only.sentence == "The text says 371; the total of “Stops” in table 1 is 373."


def test_a_table_without_totals_is_held_to_what_it_adds_up_to() -> None:
    text = "A total of 371 stops were made.\n\nWard | Stops |\nAbbey | 120 |\nCastle | 253 |\n"
    (only,) = compare_tables(read_reply(text).tables, text)
    assert only.sentence == "The text says 371; what “Stops” adds up to in table 1 is 373."


@pytest.mark.parametrize(
    ("total", "text", "kinds"),
    [
        ("Total | 120", "", [K.COUNTED_ONCE]),
        ("Total | 150", "", []),
        ("Total | 180", "", []),
        ("Total | 40", "", []),
        ("Total | 120", "A pupil may appear in more than one category.", [K.COUNTED_ONCE]),
    ],
)
def test_a_total_smaller_than_its_groups_may_count_things_once(
    total: str, text: str, kinds: list[DisagreementKind]
) -> None:
    reasons = table("Reason | Pupils", "Violence | 90", "Disruption | 60", total=total)
    assert [each.kind for each in compare_tables([reasons], text)] == kinds


def test_the_replys_own_word_for_it_makes_it_surer_and_is_shown() -> None:
    reasons = table("Reason | Pupils", "Violence | 90", "Disruption | 60", total="Total | 120")
    text = "Please note. Totals may not sum because a pupil can have more than one reason. Thank you."
    (silent,) = compare_tables([reasons])
    (told_why,) = compare_tables([reasons], text)
    assert told_why.confidence > silent.confidence
    assert told_why.start is not None
    assert (
        text[told_why.start : told_why.end].strip()
        == "Totals may not sum because a pupil can have more than one reason"
    )
    assert silent.start is None


def test_a_column_that_is_larger_than_its_rows_is_a_misprint_and_no_double_counting() -> None:
    reasons = table(
        "Reason | Boys | Girls", "Violence | 90 | 10", "Disruption | 60 | 20", total="Total | 120 | 35"
    )
    assert told([reasons]) == []


CELLS = st.one_of(
    st.sampled_from(["", "-", "*", "<5", "12", "1,204", "£3.50", "45%", "2022", "n/a"]), st.text(max_size=6)
)
TABLES = st.builds(
    TableRead,
    st.sampled_from(["", "By ward", "By rank"]),
    st.lists(CELLS, max_size=4).map(tuple),
    st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=5).map(tuple),
    st.none() | st.lists(CELLS, max_size=5).map(tuple),
)


@settings(max_examples=150)
@given(st.lists(TABLES, max_size=4), st.text(max_size=200))
def test_any_tables_can_be_compared_and_every_place_is_one_of_theirs(
    tables: list[TableRead], text: str
) -> None:
    for each in compare_tables(tables, text):
        assert each.sentence
        assert 0 < each.confidence <= 1
        for cell in each.cells:
            of = tables[cell.table]
            row = of.total_row if cell.row is None else of.rows[cell.row]
            assert row is not None
            assert cell.column is None or 0 < cell.column < len(row)


@given(st.lists(TABLES, max_size=3))
@example([TableRead("", ("", "n/a", "-", "-"), (), ("", "", "12", "1,204"))])
def test_a_table_never_contradicts_a_copy_of_itself(tables: list[TableRead]) -> None:
    kinds: set[type[Disagreement] | DisagreementKind] = {
        each.kind for each in compare_tables([*tables, *tables])
    }
    alone = {each.kind for each in compare_tables(tables)}
    assert kinds - alone <= {K.CELLS, K.TOTALS} & alone
