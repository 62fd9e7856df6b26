"""The courses requests take, from asking to tribunal: which events, how many days apart, how long ago the last."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from requests_app.core.states import EventKind as E
from requests_app.core.states import Regime

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Course:
    """``steps`` follow the sending, each so many days after the one before; ``idle`` days have passed since the
    last. ``unread``: a reply has come that nobody has confirmed.
    """

    name: str
    weight: int
    steps: tuple[tuple[E, Days], ...]
    idle: Days
    unread: bool = False
    regimes: tuple[str, ...] = (Regime.FOIA, Regime.FOISA)


ARRIVED = (E.RECEIVED, (0, 2))
ASKED_US = (E.CLARIFICATION_REQUESTED, (3, 16))
TOLD_THEM = (E.CLARIFICATION_RECEIVED, (1, 12))
ANSWER = (E.FINAL_RESPONSE, (9, 45))
REFUSED = (E.REFUSAL, (9, 40))
REVIEW = (E.INTERNAL_REVIEW_REQUESTED, (3, 38))
OUTCOME = (E.REVIEW_OUTCOME, (12, 55))
COMPLAINT = (E.ICO_COMPLAINT, (5, 60))
NOTICE = (E.ICO_DECISION_NOTICE, (70, 200))
LONG_AGO = (1, 800)
ENGLISH = (str(Regime.FOIA),)

COURSES = (
    Course("sent", 3, (), (0, 24)),
    Course("running", 14, (ARRIVED,), (0, 24)),
    Course("overdue", 9, (ARRIVED,), (31, 110)),
    Course("reply to check", 5, (ARRIVED,), (12, 40), unread=True),
    Course("asked to clarify", 4, (ARRIVED, ASKED_US), (0, 35)),
    Course("clarified", 5, (ARRIVED, ASKED_US, TOLD_THEM), (0, 40)),
    Course("fee asked", 1, (ARRIVED, (E.FEE_NOTICE, (5, 18))), (0, 60)),
    Course("extended", 3, (ARRIVED, (E.PIT_EXTENSION, (12, 26))), (0, 40), regimes=ENGLISH),
    Course("answered in part", 3, (ARRIVED, (E.PARTIAL_RESPONSE, (12, 30))), (0, 40)),
    Course("answered", 24, (ARRIVED, ANSWER), LONG_AGO),
    Course("clarified, answered", 9, (ARRIVED, ASKED_US, TOLD_THEM, ANSWER), LONG_AGO),
    Course("refused of late", 4, (ARRIVED, REFUSED), (0, 55)),
    Course("refused", 6, (ARRIVED, REFUSED), LONG_AGO),
    Course("not held", 5, (ARRIVED, (E.NOT_HELD, (6, 35))), LONG_AGO),
    Course("transferred", 1, (ARRIVED, (E.TRANSFERRED, (3, 20))), LONG_AGO),
    Course("review running", 3, (ARRIVED, REFUSED, REVIEW), (0, 50)),
    Course("review done", 4, (ARRIVED, REFUSED, REVIEW, OUTCOME), LONG_AGO),
    Course(
        "with the regulator", 2, (ARRIVED, REFUSED, REVIEW, OUTCOME, COMPLAINT), (1, 200), regimes=ENGLISH
    ),
    Course(
        "decided",
        1,
        (ARRIVED, REFUSED, REVIEW, OUTCOME, COMPLAINT, NOTICE),
        (0, 200),
        regimes=ENGLISH,
    ),
    Course(
        "tribunal",
        1,
        (ARRIVED, REFUSED, REVIEW, OUTCOME, COMPLAINT, NOTICE, (E.TRIBUNAL_APPEAL, (5, 25))),
        (0, 200),
        regimes=ENGLISH,
    ),
    Course("withdrawn", 2, (ARRIVED, (E.WITHDRAWN, (2, 40))), LONG_AGO),
)
UNDATED = Course("day not stated", 0, (), (0, 400))
UNSENT = Course("draft", 0, (), (0, 60))
LONG = Course(
    "the long thread",
    0,
    (ARRIVED, ASKED_US, TOLD_THEM, (E.PARTIAL_RESPONSE, (12, 20))),
    (25, 35),
    unread=True,
)
SHORT = Course("the short thread", 0, (ARRIVED, ANSWER), (10, 20))
"""The two that are measured: 100 messages with everything a page can show, and a plain one of 3."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a request: its kind, its day (None: the record does not say), and what the clock needs of it."""

    kind: E
    on: date | None
    details: Mapping[str, object] = field(default_factory=dict)


def choose(dice: random.Random, regime: str) -> Course:
    """A course for a request under this regime: one in twenty is unsent, one in fifty has no day."""
    chance = dice.random()
    if chance < 0.05:
        return UNSENT
    if chance < 0.07:
        return UNDATED
    fit = [course for course in COURSES if regime in course.regimes]
    return dice.choices(fit, [course.weight for course in fit])[0]


def happenings(dice: random.Random, course: Course, *, on: date, labels: list[str]) -> list[Happening]:
    """The course's events on their days, so that the last is as long before ``on`` as the course says."""
    if course is UNSENT:
        return []
    gaps = [dice.randint(*days) for _, days in course.steps]
    day = on - timedelta(days=sum(gaps) + dice.randint(*course.idle))
    if course is UNDATED:
        return [Happening(E.SENT, None, {"channel": "email"})]
    found = [Happening(E.SENT, day, {"channel": dice.choice(("email", "email", "email", "portal", "post"))})]
    for (kind, _), gap in zip(course.steps, gaps, strict=True):
        day += timedelta(days=gap)
        found.append(Happening(kind, day, _details(kind, day, labels)))
    return found


def _details(kind: E, day: date, labels: list[str]) -> dict[str, object]:
    if kind in {E.FINAL_RESPONSE, E.REFUSAL, E.NOT_HELD}:
        return {"received_on": day.isoformat()}
    if kind is E.PARTIAL_RESPONSE:
        return {"covers": labels[: max(1, len(labels) // 2)], "received_on": day.isoformat()}
    if kind is E.PIT_EXTENSION:
        return {"exemptions": ["31(1)"], "target": (day + timedelta(days=21)).isoformat()}
    if kind is E.TRANSFERRED:
        return {"to": "another authority", "consent": True}
    return {}
