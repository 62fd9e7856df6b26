"""Every class of table that text extraction leaves, by the number of rows and columns that a person counts."""

from __future__ import annotations

import pytest

from requests_app.core.reading import read_reply


def shapes(text: str) -> list[tuple[int, int]]:
    reply = f"Dear A Person\n\nYou asked\n\nHow many were there each year?\n\nWe said\n\nPlease see the table below.\n\n{text.strip(chr(10))}\n\nIf you are unhappy with this reply you may ask for a review.\n"
    return [(len(table.rows), len(table.columns)) for table in read_reply(reply).tables]


BARS = {
    "a title above": ("Robbery offences | |||\nYear | Offences | Charged |\n2019 | 120 | 12 |\n2020 | 130 | 14 |", [(2, 3)]),
    "a title between two tables": (
        "Robbery | | |\nYear | Offences | Charged |\n2019 | 120 | 12 |\n2020 | 130 | 14 |\nBurglary | | |\nYear | Offences | Charged |\n2019 | 220 | 32 |\n2020 | 230 | 34 |",
        [(2, 3), (2, 3)],
    ),
    "headings over two lines": ("|Year     |Claims  |Paid    |\n|         |made    |in full |\n|2008/09  |83      |12      |\n|2009/10  |97      |17      |", [(2, 3)]),
    "labels that wrap": (
        "|Establishment          |2009/10   |2010/11   |\n|Northshire Primary     |12        |14        |\n|School                 |          |          |\n|Southshire High        |3         |4         |\n|and Sixth Form College |          |          |\n|East                   |5         |6         |",
        [(3, 3)],
    ),
    "headings one cell to the right": ("| | Year | Number |\n|---|---|---|\n| 2019 | 12 | |\n| 2020 | 14 | |", [(2, 2)]),
    "headings one cell to the left": ("| Year | Number | |\n|---|---|---|\n| | 2019 | 12 |\n| | 2020 | 14 |", [(2, 2)]),
    "one heading too few": ("| 2019 | 2020 |\n|---|---|\n| Cars | 12 | 14 |\n| Vans | 2 | 4 |", [(2, 3)]),
    "a title in the place of headings": ("| Births | | |\n| --- | --- | --- |\n| Year | Boys | Girls |\n| 2018 | 71 | 36 |\n| 2019 | 66 | 31 |", [(2, 3)]),
    "no headings in their place": ("| | |\n|---|---|\n| Year | Number |\n| 2018 | 71 |\n| 2019 | 66 |", [(2, 2)]),
    "no headings at all": ("Charged | 6 | 11 |\nCautioned | 4 | 2 |", [(2, 3)]),
    "one bar and a rule": ("Year | Number\n--- | ---\n2018 | 71\n2019 | 66", [(2, 2)]),
    "one bar": ("Year | Number\n2018 | 71\n2019 | 66\n2020 | 67", [(3, 2)]),
    "empty lines between": ("Year | Offences | Charged |\n\n2019 | 120 | 12 |\n\n2020 | 130 | 14 |", [(2, 3)]),
    "words only": ("| Supplier | Service | Contract |\n| --- | --- | --- |\n| Alpha Ltd | Cleaning | March |\n| Beta plc | Catering | June |", [(2, 3)]),
    "suppressed cells": ("Site | 2019 | 2020 |\nNorth | 1 | * |\nSouth | <5 | N/A |\nWest | - | 9 |\nTotal | 10 | 12 |", [(3, 3)]),
    "headings twice": ("Year | Offences | Charged |\n2019 | 120 | 12 |\n2020 | 130 | 14 |\nYear | Arrests | Cautions |\n2019 | 20 | 2 |\n2020 | 30 | 4 |", [(2, 3), (2, 3)]),
    "the same headings on a new page": ("Year | Offences | Charged |\n2017 | 120 | 12 |\n2018 | 130 | 14 |\nYear | Offences | Charged |\n2019 | 20 | 2 |\n2020 | 30 | 4 |", [(4, 3)]),
    "long cells": ("Date | Description of incident | Action |\n01/02/2019 | Officer injured while restraining a detainee at the station | None |\n04/05/2019 | Fall on the stairs | Repaired |", [(2, 3)]),
    "a note below": ("Year | Offences | Charged |\n2019 | 120 | 12 |\n2020 | 130 | 14 |\n* Data to March 2020 only | | |", [(2, 3)]),
    "empty columns": ("Financial Year | Cost | | |\n2016/17 | £1,200 | | |\n2017/18 | £1,300 | | |", [(2, 2)]),
    "a letterhead": ("|                       |Corporate Resources       |\n|Ms A Person            |County Hall               |\n|                       |Telephone 01999 555 010   |\n|                       |Date: 21 July 2011        |", []),
    "links": ("Home | About us | Contact | News\nCookies | Privacy | Accessibility", []),
    "areas over two rows": ("| Area | Offence | Number |\n|---|---|---|\n| North | Burglary | 12 |\n| | Robbery | 14 |\n| South | Burglary | 3 |\n| | Robbery | 4 |", [(4, 3)]),
    "areas over two rows, no rule": ("Area | Offence | Number |\nNorth | Burglary | 12 |\n | Robbery | 14 |\nSouth | Burglary | 3 |\n | Robbery | 4 |", [(4, 3)]),
    "years in the second line of headings": ("|Offence   |Year    |        |\n|          |2013    |2014    |\n|Burglary  |12      |14      |\n|Robbery   |3       |4       |", [(2, 3)]),
    "a row in the place of headings": ("| Abbey | 12 |\n|---|---|\n| Mill | 14 |\n| Bridge | 9 |", [(3, 2)]),
    "headings under headings": ("|Year      |Men            |       |Women         |       |\n|          |Applied        |Hired  |Applied       |Hired  |\n|2013      |12             |3      |14            |5      |\n|2014      |13             |2      |15            |6      |", [(2, 5)]),
    "one row": ("| 2019 | 2020 | 2021 |\n|---|---|---|\n| 12 | 14 | 15 |", [(1, 3)]),
}  # fmt: skip

COLUMNS = {
    "two rows": ("Year                      Tier 1 £                 Tier 2 £\n2022-23               2,092,300             1,418,650\n2023-24               2,207,900             1,530,000", [(2, 3)]),
    "labels that end in a year": (
        "                     England    Northern      Wales      All\n                                Ireland\nQ1 2021                24           0            1         25\nQ2 2021                71           1            4         76\nQ3 2021                83           1            5         89",
        [(3, 5)],
    ),
    "headings over three lines, labels that are numbers": (
        "                         Table 1: Searches by age\n                                         Calendar year\n                         Age of\n                         child         2021    2022    2023\n                         Under 12         4       0       1\n                         12              10       8      15\n                         13              36      41      31",
        [(3, 4)],
    ),
    "headings over four lines": (
        "                                       Number of      Number of      Total\n                                        children       children     number\n      School                          with a plan     excluded        of\n                                                                    children\n      Northshire Primary                    12             1            13\n      Southshire Primary and\n      Nursery                                3             0             3\n      East Infant                            5             0             5\n      Total                                 20             1            21",
        [(3, 4)],
    ),
    "the top of a page within": (
        "   Ward                      2019      2020      2021\n   Abbey                       12        14         9\n   Mill                         3         4         5\n                                                                              Page 2 of 3\n   Northshire Council\n   FOI 1234\n\n   Castle                       1         2         3\n   Dean                         4         5         6\n   Total                       20        25        23",
        [(4, 4)],
    ),
    "empty cells": (" Rank       Male      Female     Total\n Constable               12           4        16\n Sergeant                 3                     3\n Inspector                1           1         2\n Total                   16           5        21", [(3, 4)]),
    "empty lines between": ("                         Number of         Number of\n                         applications      approvals\n\n Householder                   412              380\n\n Major                          33               21\n\n Listed building                 9                9", [(3, 3)]),
    "money": (" Department                       Budget              Actual\n Adult Services              £12,345,678          £12,000,111\n Children                     £9,345,678           £9,999,111\n Parks                            £5,000               £6,000", [(3, 3)]),
    "percentages": ("Outcome                      2021/22     2022/23      Change\nCharged                          120         140       16.7%\nCautioned                         30          20      -33.3%\nNo further action                500         600       20.0%", [(3, 4)]),
    "words in a column of their own": ("  Supplier                 Service               Value (£)\n  Alpha Ltd                Cleaning                 12,000\n  Beta plc                 Catering                  4,500\n  Delta                    Waste                     1,200", [(3, 3)]),
    "words only": ("  Supplier                 Service               Contract\n  Alpha Ltd                Cleaning              Rolling\n  Beta plc                 Catering              Fixed term\n  Delta                    Waste                 None", [(3, 3)]),
    "years with notes": (" Force area            2016/17(1)   2017/18(2)   2018/19\n North                       12          14          16\n South                        9           8          22\n East                         3           4           5", [(3, 4)]),
    "figures on the left of their columns": ("Ward            Issued      Paid      Cancelled\nAbbey           120         100       20\nMill            90          75        15\nBridge End      1,204       1,100     104", [(3, 4)]),
    "a total below an empty line": (" Site              Beds     Staff\n North               12        14\n South                9         8\n East                 3         4\n\n Total               24        26", [(3, 3)]),
    "numbers before names": (" No.    Name of school               Pupils\n 1      Northshire Primary              120\n 2      Southshire High                 900\n 3      East Infant                      60", [(3, 3)]),
    "words in the last column": ("Date             Number      Outcome\n01/02/2019       12          Charged\n03/04/2019       4           No further action\n05/06/2019       1           Cautioned", [(3, 3)]),
    "names and values": ("Reference        FOI 1234\nReceived         3 May 2015\nResponded        4 June 2015\nStatus           Closed", []),
    "stages": (" Type                 Received    Upheld\n Stage 1                12          4\n Stage 2                 3          1\n Stage 3                 1          0", [(3, 3)]),
    "a year row and a row of figures": ("                              2021/22         2022/23          2023/24\n                                 15              *                8", [(1, 3)]),
    "two tables": ("Received\n Type                 2019     2020\n Stage 1                12       14\n Stage 2                 3        4\n\nUpheld\n Type                 2019     2020\n Stage 1                 2        4\n Stage 2                 1        1\n Stage 3                 0        1", [(2, 3), (3, 3)]),
    "a letterhead": ("Northshire Council                                    Our ref   1234\nPO Box 12                                             Your ref  99\nNorthshire                                            Tel       01999 555 010\nNS1 2AB                                               Ext       4411", []),
    "a signature": ("Information Officer                                  Telephone 01999 555010\nCivic Centre                                         Fax 01999 555011\nHigh Street                                          DX 1234\nNorthshire                                           Date 12 May 2015", []),
    "headings under years": ("                      2018/19                2019/20\n Site           Injuries    Assaults   Injuries   Assaults\n North                12           3         14          4\n South                 9           1          8          2\n East                  4           0          5          1", [(3, 5)]),
    "marks behind figures": (" Ward            2019     2020\n Abbey             12      14*\n Mill               3       4\n Bridge             5       6", [(3, 3)]),
    "tabs": ("Ward\tIssued\tPaid\nAbbey\t12\t10\nMill\t14\t11\nBridge\t9\t8", [(3, 3)]),
    "words between tabs": ("Name\tRole\tGrade\nChief Executive\tHead of paid service\tCE1\nDirector of Place\tChief officer\tD1\nDirector of People\tChief officer\tD1", [(3, 3)]),
    "a signature with tabs": ("Tel:\t01999 555010\nFax:\t01999 555011\nEmail:\tfoi@example.org", []),
    "questions with figures": ("   1.     How many dogs are there?                 12\n   2.     How many cats are there?                 14\n   3.     How many cows are there?                  3", []),
    "prose above and below": ("The number of staff is shown below by band as at the end of March in the year.\nBand              Number\n1-4                   12\n5-7                   14\n8                      3\nThe figures include those on secondment and were taken from the payroll system.", [(3, 2)]),
    "labels over three lines": ("                                       2019     2020\n   Assault occasioning actual\n   bodily harm and other injury          12       14\n   Wounding                               3        4\n   Possession of an article\n   with a blade or point in a\n   public place                           5        6", [(3, 3)]),
}  # fmt: skip

SPACES = {
    "one figure": ("Vessel Spent (£000)\nMV Northern Isle 1,614\nMV Southern Isle 988\nOther vessels 721", [(3, 2)]),
    "headings over two lines": ("Ward Number of Number Number\nnotices issued paid cancelled\nAbbey Park 12 3 4\nMill 4 4 1\nBridge End 5 0 0", [(3, 4)]),
    "labels that are years": ("Financial Year Requests Refused\n2011/12 204 12\n2012/13 214 14\nTotal 418 26", [(2, 3)]),
    "labels that end in a number": ("Type Received Upheld\nStage 1 12 4\nStage 2 3 1\nStage 3 1 0", [(3, 3)]),
    "age bands": ("Age Male Female\nUnder 18 12 4\n18-24 3 1\n25-34 1 0\n65 and over 4 2", [(4, 3)]),
    "months": ("Month Number of visits\nApril 2019 12\nMay 2019 3\nJune 2019 1", [(3, 2)]),
    "a total in the last column only": ("Supplier Orders Award £\nAlpha Kelp Ltd 82 140,000\nBeta Scallop Co 77 96,500\nGamma * 0\nTotal 236,500", [(3, 3)]),
    "years and a total": ("Offence 2019 2020 Total\nTheft 1 2 3\nArson 2 2 4\nFraud and forgery 1 1 2", [(3, 4)]),
    "dates and places": ("Date Location Number\n01/02/2019 High Street 12\n03/04/2019 Mill Lane 4\n05/06/2019 The Green 1", [(3, 3)]),
    "men and women": ("Rank Sex Number\nConstable Male 12\nConstable Female 14\nPolice Sergeant Male 3", [(3, 3)]),
    "ranges": ("Age band Number\n18 to 24 12\n25 to 34 14\n35 and over 3", [(3, 2)]),
    "school years": ("Year group Pupils Excluded\nYear 7 120 12\nYear 8 110 4\nYear 9 100 0", [(3, 3)]),
    "bullets": ("• Burglary 12\n• Robbery 4\n• Theft from person 15", []),
    "telephones": ("Northern office 01999 555010\nSouthern office 01999 555011\nEastern office 01999 555012", []),
    "numbered answers": ("1. 12\n2. 45\n3. 50", []),
    "lettered answers": ("a) 14\nb) 22\nc) 3", []),
    "years and figures in a list": ("2011/12 - £117,304\n2012/13 - £389,566\n2013/14 - £204,912", []),
    "titles that end in a year": ("Report on spending 2017\nReport on spending 2018\nReport on spending 2019", []),
    "wrapped prose": ("The Council has 12 vehicles of which 3 are electric and in the year 2019\nit bought 4 more, bringing the number at the end of the financial year to 16\nand it expects to buy a further 12\nby the end of 2022", []),
    "a heading that goes on below": ("Directorate Agency spend Consultancy\nspend\nAdults £1,200 £300\nChildren £2,200 £400\nPlace £900 £0", [(3, 3)]),
    "a sub-total within": ("Ward 2018 2019\nAbbey 1 2\nMill 3 4\nSub-total 4 6\nBridge 5 6\nTotal 9 12", [(4, 3)]),
    "a table for each year": ("2018\nWard Issued\nAbbey 12\nMill 14\nDean 15\n\n2019\nWard Issued\nAbbey 22\nMill 24\nDean 11", [(3, 2), (3, 2)]),
    "a label over two lines": ("Offence 2018 2019\nViolence against the person without\ninjury 120 140\nTheft 12 14\nArson 3 4", [(3, 3)]),
}  # fmt: skip

CELLS = {
    "years as headings": ("Type\n2019\n2020\n2021\nCars\n1\n2\n3\nVans\n4\n5\n6", [(2, 4)]),
    "years as headings and no corner": ("2019\n2020\n2021\nCars\n1\n2\n3\nVans\n4\n5\n6", [(2, 4)]),
    "years as labels": ("Year\nMales\nFemales\n2018\n71\n36\n2019\n66\n31\n2020\n80\n29", [(3, 3)]),
    "words and dates": ("Supplier\nService\nStart\nValue\nAlpha Ltd\nCleaning\n01/04/2015\n£12,000\nBeta plc\nCatering\n01/06/2016\n£14,000\nGamma LLP\nSecurity\n05/07/2017\n£9,500", [(3, 4)]),
    "suppressed cells": ("School\n2018/19\n2019/20\nNorthshire High\n<5\n*\nSouthshire Academy\n0\n6\nEast High\n-\nN/A", [(3, 3)]),
    "words between": ("Case\nOutcome\nDays\nA\nUpheld\n12\nB\nNot upheld\n14\nC\nUpheld\n9", [(3, 3)]),
    "two tables": ("Ward\nIssued\nAbbey\n12\nMill\n14\nBridge\n9\nWard\nPaid\nAbbey\n10\nMill\n11\nBridge\n7", [(3, 2), (3, 2)]),
    "an empty cell lost": ("Ward\nIssued\nPaid\nAbbey\n12\n10\nMill\n14\nBridge\n9\n8\nCastle\n7\n7", [(4, 3)]),
    "questions and figures": ("How many dogs does the council own\n12\nHow many cats does the council own\n3\nHow many horses does the council own\nnone", []),
}  # fmt: skip

LOST = {
    "glued headings": "KeyshamPatchingBridgeton\nOppressive conduct211814\nIncivility976\nNeglect of duty331920",
    "glued years": "2023-242024-25 (up to 15 July)\n1527",
    "flattened": "2019-20 2020-21 2021-22 Arson 12 14 * Robbery 3 4 5 Theft 200 210 220",
}


@pytest.mark.parametrize("name", BARS)
def test_tables_between_bars(name: str) -> None:
    assert shapes(BARS[name][0]) == BARS[name][1]


@pytest.mark.parametrize("name", COLUMNS)
def test_tables_in_columns(name: str) -> None:
    assert shapes(COLUMNS[name][0]) == COLUMNS[name][1]


@pytest.mark.parametrize("name", SPACES)
def test_tables_with_single_spaces_between(name: str) -> None:
    assert shapes(SPACES[name][0]) == SPACES[name][1]


@pytest.mark.parametrize("name", CELLS)
def test_tables_with_a_cell_on_each_line(name: str) -> None:
    assert shapes(CELLS[name][0]) == CELLS[name][1]


@pytest.mark.parametrize("name", LOST)
def test_cells_that_cannot_be_told_apart_are_no_table_and_flagged(name: str) -> None:
    reading = read_reply(f"You asked\nHow many?\nWe said\n{LOST[name]}\n")
    assert reading.tables == ()
    assert any("table" in warning for warning in reading.warnings)


def test_a_row_that_lost_a_cell_is_not_padded_but_reported() -> None:
    text = CELLS["an empty cell lost"][0]
    (table,) = read_reply(f"You asked\nHow many?\nWe said\n{text}\n").tables
    assert table.rows[1] == ("Mill", "14")
    assert [check.agrees for check in table.checks] == [False]


def test_a_table_in_an_annex_below_the_signature_is_read() -> None:
    text = "You asked\n1. How many?\nWe said\n1. See Annex A.\nYours sincerely\n\nA Person\n\nAnnex A\n\nYear Asked Refused\n2019 12 3\n2020 14 4\n"
    assert [(len(table.rows), len(table.columns)) for table in read_reply(text).tables] == [(2, 3)]


def test_a_table_over_two_pages_is_one() -> None:
    text = (
        "You asked\nHow many?\nWe said\nSee below.\n\n  Ward              Issued     Paid\n  Abbey               12        10\n  Mill                14        11\n  Bridge               9         8\n"
        "\f  Ward              Issued     Paid\n  Castle               1         1\n  Dean                 2         2\n  Elm                  3         3\n"
    )
    assert [(len(table.rows), len(table.columns)) for table in read_reply(text).tables] == [(6, 3)]


def test_headings_keep_their_units() -> None:
    text = "You asked\nHow much?\nWe said\nSee below.\nVessel Voyages Spent (£000)\nNorthern Isle 12 988\nSouthern Isle 14 721\n"
    (table,) = read_reply(text).tables
    assert table.columns == ("Vessel", "Voyages", "Spent (£000)")
