"""Reading replies: from text to a proposal of what it says, question by question.

Pure and general: what families of authorities print stands as data in ``families`` and ``references``;
nothing here knows one text. A person confirms every reading (promise 7).
"""

from __future__ import annotations

from requests_app.core.reading.records import (
    AnswerRead,
    ClarificationRead,
    Finding,
    PartRead,
    QuestionRead,
    ReplyReading,
    TableCheck,
    TableRead,
)
from requests_app.core.reading.replies import questions_of, read_reply
from requests_app.core.reading.shape import reading_to_json

__all__ = [
    "AnswerRead",
    "ClarificationRead",
    "Finding",
    "PartRead",
    "QuestionRead",
    "ReplyReading",
    "TableCheck",
    "TableRead",
    "questions_of",
    "read_reply",
    "reading_to_json",
]
