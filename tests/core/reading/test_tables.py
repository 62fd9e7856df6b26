"""Tables in every form that text extraction leaves, and checks that report and never correct."""

from __future__ import annotations

import pytest

from requests_app.core.reading import TableRead, read_reply
from requests_app.core.reading.tables import check_table


def the_table(text: str) -> TableRead:
    (table,) = read_reply(
        f"You asked\nHow many were there each year?\nWe said\nPlease see the table below.\n\n{text}\n"
    ).tables
    return table


FORMS = {
    "bars": "Notices | |||\nMonth | Issued | Paid |\nJanuary | 120 | 100 |\nFebruary | 90 | 75 |\nTotal | 210 | 175 |",
    "word": "|Month    |Issued |Paid |\n|January  |120    |100  |\n|February |90     |75   |\n|Total    |210    |175  |",
    "markdown": "| Month | Issued | Paid |\n|---|---:|---:|\n| January | 120 | 100 |\n| February | 90 | 75 |\n| Total | 210 | 175 |",
    "columns": "   Month         Issued      Paid\n   January         120        100\n   February         90         75\n   Total           210        175",
    "spaces": "Month Issued Paid\nJanuary 120 100\nFebruary 90 75\nTotal 210 175",
    "cells": "Month\nIssued\nPaid\nJanuary\n120\n100\nFebruary\n90\n75\nTotal\n210\n175",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_table_is_the_same_in_every_form(form: str) -> None:
    table = the_table(FORMS[form])
    assert table.columns == ("Month", "Issued", "Paid")
    assert table.rows == (("January", "120", "100"), ("February", "90", "75"))
    assert table.total_row == ("Total", "210", "175")
    assert [check.agrees for check in table.checks] == [True]


def test_years_above_figures_are_a_table_without_labels() -> None:
    table = the_table("2020 2021 2022\n7,069 8,275 8,726")
    assert (table.columns, table.rows) == (("2020", "2021", "2022"), (("7,069", "8,275", "8,726"),))


def test_labels_wrapped_around_their_figures_are_put_together() -> None:
    table = the_table(
        "Hospital / Year                  2019/20 2020/21\nPriory Hospital                     1       2\n   Chester-le-Street Community\n"
        "                                    3       4\n              Hospital\nWest Park Hospital                  5       6\nTotal                               9      12"
    )
    assert [row[0] for row in table.rows] == [
        "Priory Hospital",
        "Chester-le-Street Community Hospital",
        "West Park Hospital",
    ]
    assert all(check.agrees for check in table.checks)


def test_blank_cells_are_placed_by_where_the_others_stand() -> None:
    table = the_table(
        " Offence            2019/20   2020/21   2021/22    Total\n Arson                 2                   3         5\n Rape                  1         1                   2\n"
        " Theft                           4         1         5\n Total                 3         5         4        12"
    )
    assert table.rows[0] == ("Arson", "2", "", "3", "5")
    assert table.rows[2] == ("Theft", "", "4", "1", "5")
    assert [check.agrees for check in table.checks] == [True, True]


def test_cells_over_two_lines_are_one_row() -> None:
    table = the_table(
        "|Item     |2013      |2014      |\n|Tobacco  |10kgs     |27kgs     |\n|         |98 packs  |102 packs |\n|Perfume  |2928      |634       |"
    )
    assert table.rows == (("Tobacco", "10kgs 98 packs", "27kgs 102 packs"), ("Perfume", "2928", "634"))


def test_a_letterhead_between_bars_is_no_table() -> None:
    assert (
        read_reply(
            "|Enquiries to: A Person   |   |\n|Our Ref: FOI/440849      |   |\n|                         |3 March 2016 |\n"
        ).tables
        == ()
    )


def test_prose_with_numbers_is_no_table() -> None:
    text = "You asked\nHow many?\nWe said\nIn 2019 there were 12 of them and in 2020\nthere were 14, which is 2 more than in 2019\nand 3 more than in 2018.\n"
    assert read_reply(text).tables == ()


def test_cells_glued_together_are_flagged_and_never_split() -> None:
    reading = read_reply("You asked\nHow many?\nWe said\n2023-242024-25 (up to 15 July)\n1527\n")
    assert reading.tables == ()
    assert any("ran together" in warning for warning in reading.warnings)


def test_fewer_figures_than_years_on_one_line_are_reported() -> None:
    table = the_table("2016/17 2017/18 2018/19 *")
    assert (table.columns, table.rows) == (("2016/17", "2017/18", "2018/19"), (("*",),))
    assert [check.agrees for check in table.checks] == [False]


def test_a_misprinted_total_is_reported_and_left_alone() -> None:
    checks = check_table(["Month", "Paid"], [["January", "100"], ["February", "75"]], ["Total", "176"])
    assert [(check.what, check.agrees) for check in checks] == [("column totals", False)]
    assert "175" in checks[0].detail
    assert "176" in checks[0].detail


def test_a_row_that_does_not_add_up_is_named() -> None:
    (check,) = check_table(
        ["Ward", "A", "B", "Total"], [["Abbey", "1", "2", "3"], ["Mill", "1", "2", "4"]], None
    )
    assert (check.what, check.agrees) == ("row totals", False)
    assert check.detail.startswith("Mill")


def test_suppressed_figures_are_said_not_to_be_checked() -> None:
    (check,) = check_table(["Ward", "Pupils"], [["Abbey", "<5"], ["Mill", "12"]], ["Total", "15"])
    assert check.agrees
    assert "could not be checked" in check.detail


@pytest.mark.parametrize("blank", ["", "-", "–", "nil"])
def test_blank_and_dash_count_as_nought(blank: str) -> None:
    (check,) = check_table(["Ward", "Pupils"], [["Abbey", blank], ["Mill", "1,200"]], ["Total", "1,200"])
    assert check.agrees


def test_a_row_of_another_length_is_reported() -> None:
    checks = check_table(["Ward", "A", "B"], [["Abbey", "1"], ["Mill", "1", "2"]], None)
    assert [(check.what, check.agrees) for check in checks] == [("cells", False)]
