"""The reading as JSON, in the shape HOUSE.md section 5 promises to those who call ``read_reply``."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from requests_app.core.reading.records import AnswerRead, KindRead, QuestionRead, ReplyReading, TableRead


def reading_to_json(reading: ReplyReading) -> dict[str, Any]:
    """The reading as JSON types only: dates as ISO text, enums as their values, tuples as lists.

    Beside the fields that section fixes, each thing read says where it stands and how sure it is.
    """
    clarification = reading.clarification
    return {
        "reference": reading.reference,
        "date_received": _iso(reading.date_received),
        "date_responded": _iso(reading.date_responded),
        "questions": [_question(question) for question in reading.questions],
        "clarification": None
        if clarification is None
        else {
            "text": clarification.text,
            "about": clarification.about,
            "asked": clarification.asked,
            "answered": clarification.answered,
        },
        "decision": None if reading.decision is None else reading.decision.value,
        "decision_explicit": reading.decision_explicit,
        "per_question_outcomes": {key: value.value for key, value in reading.per_question_outcomes.items()},
        "answers": [_answer(answer) for answer in reading.answers],
        "exemptions": list(reading.exemptions),
        "tables": [_table(table) for table in reading.tables],
        "assistance": [asdict(one) for one in reading.assistance],
        "cost_estimates": [{**asdict(one), "adds_up": one.adds_up} for one in reading.cost_estimates],
        "published": [asdict(one) for one in reading.published],
        "rights": asdict(reading.rights),
        "kind": kind_to_json(reading.kind),
        "abbreviations": dict(reading.abbreviations),
        "warnings": list(reading.warnings),
        "findings": [{**asdict(finding), "is_question": finding.is_question} for finding in reading.findings],
    }


def kind_to_json(kind: KindRead) -> dict[str, Any]:
    """The kind of message as JSON types only; the fee in pounds is text, so that no penny is lost."""
    return {
        **asdict(kind),
        "kind": kind.kind.value,
        "rival": None if kind.rival is None else kind.rival.value,
        "received_on": _iso(kind.received_on),
        "promised_on": _iso(kind.promised_on),
        "amount": None if kind.amount is None else str(kind.amount),
        "pay_by": _iso(kind.pay_by),
        "extended_to": _iso(kind.extended_to),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _question(question: QuestionRead) -> dict[str, Any]:
    return {
        "label": question.label,
        "text": question.text,
        "parts": [asdict(part) for part in question.parts],
        "start": question.start,
        "end": question.end,
        "confidence": question.confidence,
    }


def _answer(answer: AnswerRead) -> dict[str, Any]:
    return {
        "label": answer.label,
        "part": answer.part,
        "outcome": answer.outcome.value,
        "text": answer.text,
        "sections": list(answer.sections),
        "start": answer.start,
        "end": answer.end,
        "confidence": answer.confidence,
    }


def _table(table: TableRead) -> dict[str, Any]:
    return {
        "title": table.title,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "total_row": None if table.total_row is None else list(table.total_row),
        "checks": [
            {"what": check.what, "agrees": check.agrees, "detail": check.detail} for check in table.checks
        ],
        "units": list(table.units),
        "start": table.start,
        "end": table.end,
        "confidence": table.confidence,
    }
