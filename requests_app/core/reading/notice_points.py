"""What a refusal is held against, point by point: the record of ``notice``, for pages and letters alike."""

from __future__ import annotations

from dataclasses import dataclass

from requests_app.core.states import Labelled


class NoticeStatus(Labelled):
    """How a refusal stands to one point."""

    MET = "met"
    MISSING = "missing"
    WRONG = "wrong"
    NOTE = "note"
    UNCLEAR = "unclear"

    @property
    def label(self) -> str:
        """The status in words."""
        return {
            NoticeStatus.NOTE: "Worth knowing",
            NoticeStatus.UNCLEAR: "Cannot tell",
        }.get(self) or self.value.capitalize()

    @property
    def is_ground(self) -> bool:
        """Whether the point can be put to the authority when a review is asked for."""
        return self in {NoticeStatus.MISSING, NoticeStatus.WRONG}


@dataclass(frozen=True, slots=True)
class NoticePoint:
    """One thing a refusal must say or may not do.

    ``key`` names the point and stays the same ("exemption_named", "cost_estimate"); with ``ground`` it is unique.
    ``ground`` is the section it is about as printed, empty where it is about the whole letter. ``what`` says what
    has to be there, ``sentence`` what was found: for MISSING and WRONG it can be used as it stands as a ground for
    review, addressed to the authority. ``doubt`` says what is uncertain about the rule itself, or is empty.
    ``text``, ``start`` and ``end`` show where the reply says it; None where it stands nowhere.
    """

    key: str
    status: NoticeStatus
    what: str
    sentence: str
    section: str
    source: str
    ground: str = ""
    doubt: str = ""
    text: str = ""
    start: int | None = None
    end: int | None = None
