"""The two disclosures the product was made from come out exactly as FACTS.md and labels.json say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from requests_app.core.reading import QuestionRead, ReplyReading, read_reply
from requests_app.core.states import Decision, Outcome

pytestmark = pytest.mark.shared

SCHOOL_OFFICERS = "000_686bd99622577a9e"
SCHOOL_VISIT = "002_652f35db160209f5"


def seed(shared: Path, name: str) -> str:
    return (shared / "seeds" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture
def officers(shared: Path) -> ReplyReading:
    return read_reply(seed(shared, SCHOOL_OFFICERS))


@pytest.fixture
def visit(shared: Path) -> ReplyReading:
    return read_reply(seed(shared, SCHOOL_VISIT))


def labels_of(question: QuestionRead) -> list[str]:
    return [part.label for part in question.parts]


@pytest.mark.parametrize("name", [SCHOOL_OFFICERS, SCHOOL_VISIT])
def test_a_seed_reads_as_its_labels_say(shared: Path, name: str) -> None:
    wanted = next(one for one in json.loads((shared / "seeds/labels.json").read_text()) if one["id"] == name)
    reading = read_reply(seed(shared, name))
    assert reading.reference == wanted["reference"]
    assert (reading.date_received, reading.date_responded) == (None, None)
    assert [q.label for q in reading.questions] == [q["label"] for q in wanted["questions"]]
    assert [labels_of(q) for q in reading.questions] == [q["parts"] for q in wanted["questions"]]
    assert all(
        q.text.startswith(w["text_start"])
        for q, w in zip(reading.questions, wanted["questions"], strict=True)
    )
    assert (reading.clarification is not None) == wanted["clarification"]
    assert (reading.decision, reading.decision_explicit) == (wanted["decision"], wanted["decision_explicit"])
    assert reading.per_question_outcomes == wanted["per_question_outcomes"]
    assert list(reading.exemptions) == wanted["exemptions"]
    assert reading.abbreviations == wanted["abbreviations"]
    sizes = [(len(t.rows), len(t.columns), t.total_row is not None) for t in reading.tables]
    assert sizes == [(t["rows"], t["columns"], t["has_total"]) for t in wanted["tables"]]


def test_the_original_parts_of_question_one_are_read_and_not_the_restated_ones(
    officers: ReplyReading,
) -> None:
    assert [(p.label, p.text) for p in officers.questions[0].parts] == [
        ("(i)", "The name of the school"),
        ("(ii)", "The number of officers based at the school currently"),
    ]


def test_question_three_has_four_parts_without_labels(officers: ReplyReading) -> None:
    assert [p.text for p in officers.questions[2].parts] == [
        "School governors",
        "Parents and carers of school children",
        "School children",
        "Local community groups",
    ]


def test_the_clarification_is_about_question_one(officers: ReplyReading) -> None:
    assert officers.clarification is not None
    assert officers.clarification.about == "1"
    assert officers.clarification.answered.startswith("Re Q1. Thanks for your reply.")


def test_a_dropped_part_makes_the_answer_partial_though_the_reply_says_in_full(
    officers: ReplyReading,
) -> None:
    assert officers.decision is Decision.IN_FULL
    assert officers.per_question_outcomes["1"] is Outcome.DISCLOSED_IN_PART


def test_an_answer_that_only_awaits_a_plan_is_no_answer(officers: ReplyReading) -> None:
    answer = next(one for one in officers.answers if one.label == "2")
    assert answer.outcome is Outcome.UNANSWERED
    assert answer.text.startswith("We await the publishing")


def test_the_table_keeps_its_misprinted_title_and_its_totals_agree(officers: ReplyReading) -> None:
    (table,) = officers.tables
    assert table.title == "S&Y CONTSTABLES"
    assert table.columns == ("BCU", "SSO", "YEDO", "VPCC", "S&Y Total")
    assert table.rows[0] == ("AS - Central South", "27", "4", "2", "33")
    assert table.total_row == ("MPS Total", "373", "84", "32", "489")
    assert {check.what for check in table.checks} == {"column totals", "row totals"}
    assert all(check.agrees for check in table.checks)


def test_normal_business_is_not_dealt_with_under_the_act(visit: ReplyReading) -> None:
    assert visit.per_question_outcomes["C"] is Outcome.NOT_FOI
    assert visit.tables == ()


def test_page_furniture_is_set_apart_and_stands_in_no_answer(shared: Path, officers: ReplyReading) -> None:
    text = seed(shared, SCHOOL_OFFICERS)
    furniture = [finding for finding in officers.findings if finding.what == "furniture"]
    assert len(furniture) == 7
    assert text[furniture[0].start : furniture[0].end].startswith("Quickly exit this site")
    assert not any("cookie" in answer.text for answer in officers.answers)


@pytest.mark.parametrize("name", [SCHOOL_OFFICERS, SCHOOL_VISIT])
def test_findings_stand_where_they_say(shared: Path, name: str) -> None:
    text = seed(shared, name)
    reading = read_reply(text)
    for finding in reading.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert 0 < finding.confidence <= 1
    reference = next(finding for finding in reading.findings if finding.what == "reference")
    assert text[reference.start : reference.end] == reading.reference
    first = next(finding for finding in reading.findings if finding.what == "question")
    assert reading.questions[0].text[:30] in text[first.start : first.end]
