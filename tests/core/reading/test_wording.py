"""How people ask, and how they speak around what they ask."""

from __future__ import annotations

import pytest

from requests_app.core.reading.wording import asks, courtesy

ASKING = """Could I have the number of arrests made in 2020
I'd like to know how many were made
Kindly supply the costs
May I have a copy
I seek all correspondence on this
Tell me how many there were
Give figures for each force area
Let me have the report
The names of schools with an officer
Total spent on agency staff
A breakdown by ethnicity
Any report on the matter
For the years 2018 to 2020, how many crimes were recorded
Under the Freedom of Information Act, please provide the number of arrests
Of these, how many were charged?
And how many were men?
Then the same for 2021
Amount paid to the contractor
Average waiting time for a call
I would be interested to know how many
My request is for the minutes of the board
Percentage of staff who are women
Most recent audit report
Every message about the case
I would be grateful if you could send the minutes""".splitlines()

NOT_ASKING = """Please send it by e-mail
Please let me know if you need anything else
My name is A Person
I am a journalist at the Northshire Post
Please provide the data in Excel format
I would prefer a spreadsheet
By officers I mean sworn constables
Where possible please use calendar years
I would be grateful for an acknowledgement
Please confirm receipt of this request
Under the Freedom of Information Act 2000 I request the following information
Please could you answer the questions below
The 2020 figure in your data is 585,899.
I am writing to make a request for information""".splitlines()


@pytest.mark.parametrize("line", ASKING)
def test_a_line_that_asks(line: str) -> None:
    assert asks(line)


@pytest.mark.parametrize("line", NOT_ASKING)
def test_a_line_that_does_not_ask(line: str) -> None:
    assert not asks(line)


def test_a_question_mark_does_not_make_a_wish_about_form_a_question() -> None:
    assert courtesy("Please use the layout of the linked example for 2020 and 2021?")
