"""What can be done in each state, and until when: the first line of a request's page."""

from __future__ import annotations

from datetime import date

import pytest

from requests_app.core.standing import Standing, standing
from requests_app.core.states import DeadlineKind, Party, State
from tests.core.clocks import clock, day

K = DeadlineKind


def stands(state: State, on: str, **pending: str) -> Standing:
    """Where a request stands on a day, with days by kind of deadline."""
    return standing(
        state,
        response_due_on=None,
        chase_from=None,
        today=date.fromisoformat(on),
        working_days_away=None,
        pending={kind: date.fromisoformat(due) for kind, due in pending.items()},
    )


ASKED = {"review_due": "2026-05-19", "review_due_latest": "2026-06-18"}
SCOTTISH = {"review_due": "2026-05-19", "complaint_by": "2026-11-19"}
DECIDED = {"compliance_by": "2026-12-27", "tribunal_appeal_by": "2026-12-25"}

CASES: dict[str, tuple[State, dict[str, str], str, str, Party | None]] = {
    "a review can be asked for": (
        State.REFUSED, {"review_request_by": "2026-06-01"}, "2026-06-01",
        "You can ask for an internal review until Mon 1 Jun 2026.", None,
    ),
    "and no longer": (
        State.ANSWERED, {"review_request_by": "2026-06-01"}, "2026-06-02",
        "The time to ask for an internal review ended on Mon 1 Jun 2026; they may refuse a later request.", None,
    ),
    "the safe day first": (
        State.NOT_HELD, {"review_request_by": "2026-06-01", "review_request_by_safe": "2026-05-20"}, "2026-05-20",
        "You can ask for an internal review; to be safe, until Wed 20 May 2026.", None,
    ),
    "then the day of the law": (
        State.NOT_HELD, {"review_request_by": "2026-06-01", "review_request_by_safe": "2026-05-20"}, "2026-05-21",
        "You can ask for an internal review until Mon 1 Jun 2026.", None,
    ),
    "a review is owed": (State.REVIEW_RUNNING, ASKED, "2026-05-19", "An answer is due by Tue 19 May 2026.", Party.AUTHORITY),
    "exceptionally later": (
        State.REVIEW_RUNNING, ASKED, "2026-05-20", "An answer is due, exceptionally, by Thu 18 Jun 2026 at the latest.",
        Party.AUTHORITY,
    ),
    "and then the regulator": (
        State.REVIEW_RUNNING, ASKED, "2026-06-19",
        "An answer was due by Thu 18 Jun 2026 at the latest. You can complain to the regulator.", Party.REQUESTER,
    ),
    "in Scotland until a day": (
        State.REVIEW_RUNNING, SCOTTISH, "2026-05-20", "You can complain to the regulator until Thu 19 Nov 2026.",
        Party.REQUESTER,
    ),
    "after which nothing is left": (
        State.REVIEW_RUNNING, SCOTTISH, "2026-11-20", "An answer was due by Tue 19 May 2026. You can complain to the regulator.",
        Party.REQUESTER,
    ),
    "a complaint": (
        State.REVIEW_DONE, {"complaint_by": "2026-06-30"}, "2026-06-30",
        "You can complain to the regulator until Tue 30 Jun 2026.", None,
    ),
    "an appeal before compliance": (
        State.DECIDED, DECIDED, "2026-12-25", "An appeal has to reach the tribunal by Fri 25 Dec 2026.", None,
    ),
    "then compliance": (
        State.DECIDED, DECIDED, "2026-12-26", "They have to do what it asks by Sun 27 Dec 2026, unless somebody appeals.", None,
    ),
    "which was missed": (
        State.DECIDED, DECIDED, "2026-12-28",
        "They had to do what it asks by Sun 27 Dec 2026. If they did not, tell the regulator.", None,
    ),
    "a fee": (
        State.AWAITING_FEE, {"fee_pay_by": "2026-06-09"}, "2026-03-10",
        "Their clock is paused until it is paid. It can be paid until Tue 9 Jun 2026.", Party.REQUESTER,
    ),
    "a fee unpaid": (
        State.AWAITING_FEE, {"fee_pay_by": "2026-06-09"}, "2026-06-10",
        "It could be paid until Tue 9 Jun 2026: the request has lapsed, and they need not go on with it.", Party.REQUESTER,
    ),
    "a question about a part": (
        State.AWAITING_REQUESTER, {"response_due": "2026-03-31"}, "2026-03-10",
        "The clock is stopped for what they asked about. The rest is due by Tue 31 Mar 2026.", Party.REQUESTER,
    ),
    "a question about everything": (
        State.AWAITING_REQUESTER, {}, "2026-03-10", "Their clock is stopped until you answer; it then starts afresh.",
        Party.REQUESTER,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("state", "pending", "on", "detail", "move"), CASES.values(), ids=CASES)
def test_a_state_says_what_can_be_done_and_until_when(
    state: State, pending: dict[str, str], on: str, detail: str, move: Party | None
) -> None:
    found = stands(state, on, **pending)
    assert (found.detail, found.move) == (detail, move)


def test_every_kind_of_date_it_looks_for_is_one_the_clock_gives_in_that_state() -> None:
    events = [("received", "2026-03-02"), ("refusal", "2026-03-31")]
    given = {each.key for each in clock("FOISA", *events).deadlines}
    assert {K.REVIEW_REQUEST_BY} <= given
    reviewed = clock("FOIA", *events, ("internal_review_requested", "2026-04-20"))
    assert {K.REVIEW_DUE, K.REVIEW_DUE_LATEST} <= {each.key for each in reviewed.deadlines}


def test_the_later_end_of_a_range_is_the_latest_day() -> None:
    found = standing(
        State.RUNNING,
        response_due_on=day("2026-06-01"),
        chase_from=day("2026-06-02"),
        today=date(2026, 5, 28),
        working_days_away=2,
        is_range=True,
    )
    assert found.headline == "Their move: a reply is due by Mon 1 Jun 2026 at the latest"
