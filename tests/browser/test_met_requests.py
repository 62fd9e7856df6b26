"""Point 3: both Met requests, with everything their replies print and nothing they don't."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.steps import question
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser

QUESTION_1 = "How many school-based police officers"


def card(page: Page, title: str) -> Locator:
    return page.locator(".card").filter(has=page.get_by_role("heading", name=title, exact=True))


def test_both_met_requests_stand_in_the_list_with_their_references(visitor: Page) -> None:
    visitor.goto("/requests/")
    rows = visitor.get_by_role("row")
    for theirs in ("01.FOI.22.024173", "01.FOI.23.033120"):
        expect(rows.filter(has_text=f"theirs {theirs}")).to_contain_text("Answered")


def test_the_first_shows_its_questions_with_parts_and_outcomes(visitor: Page) -> None:
    visitor.goto("/requests/FT-00001/")
    expect(visitor.get_by_text("Metropolitan Police Service").first).to_be_visible()
    first, second, third = (question(visitor, number) for number in "123")
    expect(first).to_contain_text(QUESTION_1)
    expect(first.locator(".part-label")).to_have_text(["(i)", "(ii)"])
    expect(first.locator(".question-outcome")).to_have_text("Disclosed in part")
    expect(second.locator(".question-outcome")).to_have_text("Unanswered")
    expect(second.locator(".answer-said")).to_contain_text("We await the publishing of the Mayors PCP")
    expect(third.locator(".question-parts li")).to_have_count(4)
    expect(third.locator(".question-outcome")).to_have_text("Disclosed")
    look_over(visitor, "Officers in schools", dark=True)


def test_the_first_shows_clarification_decision_and_abbreviations(visitor: Page) -> None:
    visitor.goto("/requests/FT-00001/")
    expect(card(visitor, "Clarification")).to_contain_text("question 1")
    expect(card(visitor, "Clarification")).to_contain_text("the amount of school officers by borough")
    expect(card(visitor, "What they decided")).to_contain_text("Disclosed in full")
    expect(card(visitor, "What they decided")).to_contain_text("said in so many words")
    terms = card(visitor, "Abbreviations").locator("dt")
    expect(terms).to_have_text(["PCP", "S&Y", "SSO", "YEDO", "VPCC"])


def test_the_table_has_twelve_rows_and_its_totals_agree(visitor: Page) -> None:
    visitor.goto("/requests/FT-00001/")
    table = visitor.get_by_role("table", name="S&Y CONTSTABLES")
    expect(table.locator("thead th")).to_have_text(["BCU", "SSO", "YEDO", "VPCC", "S&Y Total"])
    expect(table.locator("tbody tr")).to_have_count(12)
    total = table.locator("tfoot tr > *")
    expect(total).to_have_text(["MPS Total", "373", "84", "32", "489"])
    columns = [
        [int(cell) for cell in table.locator(f"tbody td:nth-child({place})").all_inner_texts()]
        for place in range(2, 6)
    ]
    assert [sum(column) for column in columns] == [373, 84, 32, 489]
    expect(visitor.get_by_text("Totals agree")).to_be_visible()


def test_a_record_without_days_says_not_stated_and_computes_no_date(visitor: Page) -> None:
    for reference in ("FT-00001", "FT-00002"):
        visitor.goto(f"/requests/{reference}/")
        decided = card(visitor, "What they decided")
        expect(decided.locator("dd", has_text="not stated")).to_have_count(2)
        expect(card(visitor, "Dates")).to_contain_text("No date is running")
        when = visitor.locator(".timeline-when")
        assert set(when.all_inner_texts()) == {"not stated"}
        assert visitor.locator("main time").count() == 0
        visitor.get_by_text("Why is there no date?").click()
        expect(visitor.locator(".why-steps")).to_contain_text("Uncertain:")


def test_the_timeline_leads_to_each_message_whole(visitor: Page) -> None:
    visitor.goto("/requests/FT-00001/")
    visitor.get_by_role("link", name="Read it all", exact=True).first.click()
    expect(visitor.locator(".sheet-text")).to_contain_text("MPS Total")
    look_over(visitor, "Reply")


def test_the_letter_can_be_opened_where_it_stands(visitor: Page) -> None:
    visitor.goto("/requests/FT-00001/")
    visitor.get_by_text("The letter", exact=True).click()
    expect(visitor.locator("details.card .sheet-text")).to_contain_text(QUESTION_1)


def test_the_second_shows_three_questions_one_of_them_outside_the_act(campaigner: Page) -> None:
    campaigner.goto("/requests/FT-00002/")
    outcomes = [question(campaigner, label).locator(".question-outcome") for label in "ABC"]
    for outcome, said in zip(outcomes, ("Disclosed", "Disclosed", "Not FOI"), strict=True):
        expect(outcome).to_have_text(said)
    expect(question(campaigner, "C")).to_contain_text("normal business")
    expect(question(campaigner, "B").locator(".answer-said")).to_contain_text("Junior Citizen Scheme")
    expect(card(campaigner, "What they decided")).to_contain_text("Disclosed in full")
    look_over(campaigner, "Police visits to schools", dark=True)


def test_the_evidence_sets_the_table_beside_the_public_record(visitor: Page) -> None:
    visitor.goto("/evidence/")
    expect(visitor.get_by_text("Totals agree")).to_be_visible()
    expect(visitor.get_by_text("Sources disagree").first).to_be_visible()
