"""What the record says of one request on one day, as letters take it: nothing else gets into a letter (promise 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from requests_app.core.states import Regime


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a list in a letter: its words, and the event, message or row of a table that they come from."""

    text: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class PartGiven:
    """One question or part held against the reply. ``given`` is what the reply says, ``missing`` what it lacks."""

    name: str
    asked: str
    given: str
    missing: str
    origin: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the record says of one request on one day. Unknown texts are empty, unknown days ``None``.

    ``received_on`` is the day the request itself reached the authority; ``clock_restarted_on`` the day the answer
    to its last clarification did (FOIA s.10(6)(b), FOISA s.10(1)(b)). ``response_due_on`` belongs to the period
    now running, is the later end where only a range is known, and rests on ``response_section``;
    ``counted_plainly`` says that it is the 20th working day after receipt. ``days_skipped`` are the weekdays of
    that period that do not count, each with its name and nation. ``chase_from`` is the first day on which a chaser
    is due, where that is later than the day after ``response_due_on`` (RULES.md section 0, decision 2).
    ``estimate_on`` is the day an extension notice named, where the reply is due by it; ``review_due_latest_on`` the
    outer limit for a review, where one is still to come. Numbers count working days. ``origins`` maps names of these facts to the event or message that says so; lists
    carry theirs with them.
    """

    # Who, what, and the day of the letter
    authority_name: str
    our_reference: str
    regime: Regime
    title: str
    today: date
    authority_address: str = ""
    their_reference: str = ""
    requester_name: str = ""
    requester_address: str = ""
    questions: tuple[tuple[str, str], ...] = ()
    ask_by_on: date | None = None
    sent_on: date | None = None
    sent_how: str = ""
    address_used: str = ""
    received_on: date | None = None

    # The day of the reply
    response_due_on: date | None = None
    response_section: str = ""
    counted_plainly: bool = True
    chase_from: date | None = None
    working_days_late: int | None = None
    clock_restarted_on: date | None = None
    days_skipped: tuple[tuple[date, str], ...] = ()
    chaser_sent_on: date | None = None
    partly_answered_on: date | None = None
    unanswered: tuple[Line, ...] = ()
    also_overdue: tuple[Line, ...] = ()

    # What they asked of us, and what they announced
    clarification_asked_on: date | None = None
    clarification_question: str = ""
    clarification_answers: tuple[tuple[str, str], ...] = ()
    clarification_needed: bool = True
    extension_notices: tuple[Line, ...] = ()
    estimate_on: date | None = None
    fee_notice_on: date | None = None
    fee_amount: str = ""

    # The reply
    reply_on: date | None = None
    qualified_grounds: tuple[Line, ...] = ()
    refused: tuple[Line, ...] = ()
    reasons_given: tuple[Line, ...] = ()
    cost_estimate: tuple[Line, ...] = ()
    parts: tuple[PartGiven, ...] = ()
    not_held: tuple[Line, ...] = ()
    denied: tuple[Line, ...] = ()
    denied_qualified: tuple[Line, ...] = ()
    unbalanced: tuple[Line, ...] = ()
    given: tuple[Line, ...] = ()
    also_to_review: tuple[Line, ...] = ()
    arguments: tuple[Line, ...] = ()
    relies_on_cost: bool = False
    called_repeated: bool = False
    earlier_requests: tuple[Line, ...] = ()

    # What only the person can say
    narrowed_to: str = ""
    why_it_should_exist: str = ""
    purpose: str = ""
    still_dissatisfied: str = ""

    # Review and regulator
    review_request_by_on: date | None = None
    review_ask_by_on: date | None = None
    review_asked_on: date | None = None
    review_due_on: date | None = None
    review_due_latest_on: date | None = None
    review_working_days_late: int | None = None
    review_grounds: tuple[Line, ...] = ()
    review_outcome_on: date | None = None
    regulator_name: str = ""
    regulator_address: str = ""
    chronology: tuple[Line, ...] = ()
    complaint_grounds: tuple[Line, ...] = ()

    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FactUsed:
    """One fact as a letter prints it. ``origin`` names its event or message; empty for the request's own row."""

    name: str
    value: str
    origin: str
