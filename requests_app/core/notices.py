"""What people are told of and when: the kinds of news, at once or in the morning, and whose word counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from requests_app.core.reminding import DEFAULT_STAGES, DEFAULT_WEEKS, Stage
from requests_app.core.states import EventKind, Labelled


class NoticeKind(Labelled):
    """What a person is told of. Each kind has its own setting and its own way to stop it."""

    DATE = "date"
    NEW_REPLY = "new_reply"
    CLARIFICATION = "clarification"
    BOUNCE = "bounce"
    DRAFT_WAITING = "draft_waiting"
    MENTIONED = "mentioned"
    ASSIGNED = "assigned"
    DATE_MOVED = "date_moved"
    WOKEN = "woken"

    @property
    def label(self) -> str:
        """The kind in words, as settings name it."""
        return _LABELS[self]

    @property
    def news(self) -> str:
        """What has happened, as the subject of a mail begins."""
        return _TITLES[self]

    @property
    def action(self) -> str:
        """What the button says."""
        return _ACTIONS[self]


_LABELS: Mapping[NoticeKind, str] = {
    NoticeKind.DATE: "A date is near, or has passed",
    NoticeKind.NEW_REPLY: "A reply has come",
    NoticeKind.CLARIFICATION: "They ask you something",
    NoticeKind.BOUNCE: "A letter came back",
    NoticeKind.DRAFT_WAITING: "A letter waits for you",
    NoticeKind.MENTIONED: "Somebody mentions you",
    NoticeKind.ASSIGNED: "Somebody asks you to do something",
    NoticeKind.DATE_MOVED: "A date has moved",
    NoticeKind.WOKEN: "A snooze is over",
}
_TITLES: Mapping[NoticeKind, str] = {
    NoticeKind.DATE: "A date",
    NoticeKind.NEW_REPLY: "New reply",
    NoticeKind.CLARIFICATION: "They ask for clarification",
    NoticeKind.BOUNCE: "Your letter came back",
    NoticeKind.DRAFT_WAITING: "A letter waits for you",
    NoticeKind.MENTIONED: "You are mentioned",
    NoticeKind.ASSIGNED: "This is yours to do",
    NoticeKind.DATE_MOVED: "A date has moved",
    NoticeKind.WOKEN: "You asked to be reminded",
}
_ACTIONS: Mapping[NoticeKind, str] = {
    NoticeKind.DATE: "Open the request",
    NoticeKind.NEW_REPLY: "Check the reading",
    NoticeKind.CLARIFICATION: "Answer their question",
    NoticeKind.BOUNCE: "See what came back",
    NoticeKind.DRAFT_WAITING: "Read the letter",
    NoticeKind.MENTIONED: "Read what was said",
    NoticeKind.ASSIGNED: "Open the request",
    NoticeKind.DATE_MOVED: "See the new date",
    NoticeKind.WOKEN: "Open the request",
}

OF_THE_CLOCK = frozenset({NoticeKind.DATE, NoticeKind.DRAFT_WAITING, NoticeKind.DATE_MOVED})
"""What a snooze keeps quiet. What other people do (a reply, a question, a bounce) is news all the same."""


class Timing(Labelled):
    """When somebody is told."""

    AT_ONCE = "at_once"
    DIGEST = "digest"
    NEVER = "never"

    @property
    def label(self) -> str:
        """The choice in words."""
        return {"at_once": "At once", "digest": "In the morning, in one e-mail", "never": "Not by e-mail"}[
            self.value
        ]


DEFAULT_TIMINGS: Mapping[NoticeKind, Timing] = {
    NoticeKind.DATE: Timing.DIGEST,
    NoticeKind.NEW_REPLY: Timing.AT_ONCE,
    NoticeKind.CLARIFICATION: Timing.AT_ONCE,
    NoticeKind.BOUNCE: Timing.AT_ONCE,
    NoticeKind.DRAFT_WAITING: Timing.DIGEST,
    NoticeKind.MENTIONED: Timing.AT_ONCE,
    NoticeKind.ASSIGNED: Timing.AT_ONCE,
    NoticeKind.DATE_MOVED: Timing.DIGEST,
    NoticeKind.WOKEN: Timing.DIGEST,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose in one place: for themself, a campaign or a request. None or missing: as the place above."""

    stages: frozenset[Stage] | None = None
    weeks: int | None = None
    timings: Mapping[NoticeKind, Timing] = field(default_factory=dict)


def settled(*places: Choice) -> Choice:
    """What counts, with the narrowest place first: the first that says anything, else the program's own choice."""
    stages = next((each.stages for each in places if each.stages is not None), DEFAULT_STAGES)
    weeks = next((each.weeks for each in places if each.weeks is not None), DEFAULT_WEEKS)
    timings = dict(DEFAULT_TIMINGS)
    for each in reversed(places):
        timings.update(each.timings)
    return Choice(stages, weeks, timings)


def is_quiet(on: date, quiet_days: Iterable[int]) -> bool:
    """Whether the day is one of the week on which the person gets no mail (0 is Monday)."""
    return on.weekday() in set(quiet_days)


class Awaited(Labelled):
    """What a snooze may wait for instead of a day."""

    AUTHORITY = "authority"
    REGULATOR = "regulator"
    REVIEW = "review"

    @property
    def label(self) -> str:
        """The happening, as it follows "until"."""
        return {
            "authority": "the authority writes",
            "regulator": "the Information Commissioner answers",
            "review": "the review is answered",
        }[self.value]

    @property
    def events(self) -> frozenset[EventKind]:
        """The events that end the wait."""
        return _ENDING[self]


_REGULATOR = frozenset({EventKind.ICO_CASE_OPENED, EventKind.ICO_DECISION_NOTICE, EventKind.SIC_DECISION})
_OURS = frozenset(
    {
        EventKind.SENT,
        EventKind.RECEIVED,
        EventKind.CLARIFICATION_RECEIVED,
        EventKind.FEE_PAID,
        EventKind.RECEIVED_BY_TRANSFEREE,
        EventKind.NEW_REQUEST_RECEIVED,
        EventKind.INTERNAL_REVIEW_REQUESTED,
        EventKind.ICO_COMPLAINT,
        EventKind.SIC_APPLICATION,
        EventKind.TRIBUNAL_APPEAL,
        EventKind.SECOND_REQUEST_PLANNED,
        EventKind.WITHDRAWN,
    }
)
_ENDING: Mapping[Awaited, frozenset[EventKind]] = {
    Awaited.AUTHORITY: frozenset(EventKind) - _OURS - _REGULATOR,
    Awaited.REGULATOR: _REGULATOR,
    Awaited.REVIEW: frozenset({EventKind.REVIEW_OUTCOME}),
}
