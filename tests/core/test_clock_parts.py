"""Questions that run apart from the rest, ranges of days, and promises: each keeps a date and a name of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.clock import Clock
from requests_app.core.impersonal import impersonal
from requests_app.core.states import AuthorityKind, ResponseBasis, State
from tests.core.clocks import clock, day

R = ("received", "2026-03-02")
Q1, Q2, BOTH = {"covers": ("Q1",)}, {"covers": ("Q2",)}, {"covers": ("Q1", "Q2")}
SCHOOL = AuthorityKind.SCHOOL_MAINTAINED


def dates(made: Clock, kind: str) -> dict[str, str]:
    """The days of a kind by their keys, without those that nothing waits for."""
    return {each.key: str(each.due_on) for each in made.deadlines if each.kind == kind and not each.closed}


def test_two_promises_of_a_review_are_both_kept() -> None:
    events = (R, ("refusal", "2026-03-31"), ("internal_review_requested", "2026-04-20"))
    first = ("review_acknowledged", "2026-04-22", {"target": "2026-05-08"})
    later = ("review_extended", "2026-05-07", {"target": "2026-06-05"})
    made = clock("FOIA", *events, first, later)
    assert dates(made, "promised_review") == {
        "promised_review": "2026-05-08",
        "promised_review:2": "2026-06-05",
    }
    sources = [each.source for each in made.deadlines if each.kind == "promised_review"]
    assert sources == ["the authority's acknowledgement", "the authority's notice of extension"]
    again = ("review_acknowledged", "2026-05-07", {"target": "2026-05-08"})
    assert dates(clock("FOIA", *events, first, again), "promised_review") == {"promised_review": "2026-05-08"}


@pytest.mark.parametrize(
    ("regime", "section"),
    [
        ("FOIA", "s.45 code"),
        ("EIR", "EIR reg 11(4)"),
        ("FOISA", "FOISA s.21(1)"),
        ("EISR", "EI(S)R reg 16(4)"),
    ],
)
def test_a_promise_of_a_review_cites_the_law_of_its_review(regime: str, section: str) -> None:
    made = clock(
        regime,
        R,
        ("refusal", "2026-03-30"),
        ("internal_review_requested", "2026-04-20"),
        ("review_acknowledged", "2026-04-22", {"target": "2026-05-08"}),
    )
    promise = made.deadline("promised_review")
    assert promise is not None
    assert promise.section == section


def test_a_day_promised_in_a_holding_reply_is_kept_beside_the_law_s() -> None:
    holding = ("other_correspondence", "2026-03-20", {"target": "2026-04-30"})
    made = clock(
        "FOIA", R, holding, ("other_correspondence", "2026-03-21", {"target": "2026-05-07"}), holding
    )
    assert made.response_due == day("2026-03-31")
    assert dates(made, "promised_reply") == {
        "promised_reply:1": "2026-04-30",
        "promised_reply:2": "2026-05-07",
    }
    promise = made.deadline("promised_reply:1")
    assert promise is not None
    assert (promise.basis, promise.hard, promise.chase_from) == (
        "authority_promise",
        False,
        day("2026-05-01"),
    )
    replied = clock("FOIA", R, holding, ("refusal", "2026-04-02")).deadline("promised_reply:1")
    assert replied is not None
    assert (replied.met_on, replied.closed) == (day("2026-04-02"), True)


@pytest.mark.parametrize(
    ("events", "kept"),
    [
        ((("other_correspondence", "2026-03-20"),), {}),
        ((("other_correspondence", "2026-03-20", {"target": "2026-03-19"}),), {}),
        (
            (("other_correspondence", "2026-03-20", {"target": "2026-03-20"}),),
            {"promised_reply:1": "2026-03-20"},
        ),
        (
            (("other_correspondence", None, {"target": "2026-03-20"}),),
            {"promised_reply:1": "2026-03-20"},
        ),
        (
            (
                ("other_correspondence", "2026-03-03", {"target": "2026-03-20"}),
                ("clarification_requested", "2026-03-04"),
                ("clarification_received", "2026-03-05"),
            ),
            {},
        ),
    ],
)
def test_a_promise_counts_where_it_can_be_one_and_until_a_fresh_start(
    events: tuple[Any, ...], kept: dict[str, str]
) -> None:
    assert dates(clock("FOIA", R, *events), "promised_reply") == kept


def test_a_promise_made_during_a_review_is_one_of_the_review() -> None:
    reviewed = (R, ("refusal", "2026-03-31"), ("internal_review_requested", "2026-04-20"))
    made = clock("FOIA", *reviewed, ("other_correspondence", "2026-04-22", {"target": "2026-05-08"}))
    assert dates(made, "promised_reply") == {}
    promise = made.deadline("promised_review")
    assert promise is not None
    assert (promise.due_on, promise.source) == (day("2026-05-08"), "the authority's letter")


def test_two_answers_to_one_question_have_a_window_each() -> None:
    made = clock("FOIA", R, ("partial_response", "2026-03-20", Q1), ("partial_response", "2026-03-25", Q1))
    assert dates(made, "review_request_by") == {
        "review_request_by:Q1": "2026-05-20",
        "review_request_by:Q1:2": "2026-05-26",
    }


def test_the_name_of_many_questions_stays_short_enough_to_be_kept() -> None:
    many = {"covers": tuple(f"Question {number}" for number in range(40))}
    others = {"covers": tuple(f"Question {number}" for number in range(41))}
    made = clock(
        "FOIA", R, ("partial_response", "2026-03-20", many), ("partial_response", "2026-03-20", others)
    )
    keys = list(dates(made, "review_request_by"))
    assert len(keys) == 2
    assert all(len(key) <= 100 for key in keys)


ASKED_BOTH = ("clarification_requested", "2026-03-09", BOTH)

PARTS: dict[str, tuple[tuple[Any, ...], dict[str, str], State]] = {
    "an answer about one of two leaves the other waiting": (
        (R, ASKED_BOTH, ("clarification_received", "2026-03-16", Q1)),
        {"response_due": "2026-03-31", "response_due:Q1": "2026-04-16"},
        State.AWAITING_REQUESTER,
    ),
    "the other follows with a day of its own": (
        (
            R,
            ASKED_BOTH,
            ("clarification_received", "2026-03-16", Q1),
            ("clarification_received", "2026-03-20"),
        ),
        {"response_due": "2026-03-31", "response_due:Q1": "2026-04-16", "response_due:Q2": "2026-04-21"},
        State.RUNNING,
    ),
    "one that is asked about again stops again": (
        (
            R,
            ("clarification_requested", "2026-03-05", BOTH),
            ("clarification_received", "2026-03-09", BOTH),
            ("clarification_requested", "2026-03-12", Q1),
        ),
        {"response_due": "2026-03-31", "response_due:Q2": "2026-04-09"},
        State.AWAITING_REQUESTER,
    ),
    "and has the later day": (
        (
            R,
            ("clarification_requested", "2026-03-05", BOTH),
            ("clarification_received", "2026-03-09", BOTH),
            ("clarification_requested", "2026-03-12", Q1),
            ("clarification_received", "2026-03-16", Q1),
        ),
        {"response_due": "2026-03-31", "response_due:Q1": "2026-04-16", "response_due:Q2": "2026-04-09"},
        State.RUNNING,
    ),
    "a question about everything stops the parts too": (
        (
            R,
            ("clarification_requested", "2026-03-05", Q1),
            ("clarification_received", "2026-03-09", Q1),
            ("clarification_requested", "2026-03-12"),
        ),
        {},
        State.AWAITING_REQUESTER,
    ),
    "so does a fee, whose days a part leaves out as well": (
        (
            R,
            ("clarification_requested", "2026-03-05", Q1),
            ("clarification_received", "2026-03-09", Q1),
            ("fee_notice", "2026-03-12"),
            ("fee_paid", "2026-03-13"),
        ),
        {"response_due": "2026-04-02", "response_due:Q1": "2026-04-13"},
        State.RUNNING,
    ),
    "a part answered while a fee is owed starts when it is paid": (
        (
            R,
            ("clarification_requested", "2026-03-05", Q1),
            ("fee_notice", "2026-03-06"),
            ("clarification_received", "2026-03-09", Q1),
            ("fee_paid", "2026-03-13"),
        ),
        {"response_due": "2026-04-10", "response_due:Q1": "2026-04-15"},
        State.RUNNING,
    ),
}


@pytest.mark.parametrize(("events", "due", "state"), PARTS.values(), ids=PARTS)
def test_parts_asked_about_alone_run_apart(
    events: tuple[Any, ...], due: dict[str, str], state: State
) -> None:
    made = clock("FOIA", *events)
    assert (dates(made, "response_due"), made.state) == (due, state)


def test_a_part_that_was_answered_is_met_and_one_passed_on_is_closed() -> None:
    clarified = (
        R,
        ("clarification_requested", "2026-03-05", Q1),
        ("clarification_received", "2026-03-09", Q1),
    )
    answered = clock("FOIA", *clarified, ("partial_response", "2026-03-20", Q1)).deadline("response_due:Q1")
    passed_on = clock("FOIA", *clarified, ("transferred", "2026-03-20", {"consent": True}))
    part = passed_on.deadline("response_due:Q1")
    assert answered is not None
    assert part is not None
    assert (answered.met_on, answered.closed) == (date(2026, 3, 20), True)
    assert (part.met_on, part.closed) == (None, True)


def test_a_part_clarified_on_a_saturday_has_its_day_of_grace() -> None:
    made = clock(
        "FOIA", R, ("clarification_requested", "2026-03-09", Q1), ("clarification_received", "2026-03-14", Q1)
    )
    part = made.deadline("response_due:Q1")
    assert part is not None
    assert (part.due_on, part.chase_from) == (day("2026-04-15"), day("2026-04-17"))
    assert "2018 section 45 code" in part.uncertain


def test_a_school_without_term_dates_has_a_range_for_a_part_too() -> None:
    made = clock(
        "FOIA",
        R,
        ("clarification_requested", "2026-03-09", Q1),
        ("clarification_received", "2026-03-16", Q1),
        kind=SCHOOL,
    )
    part = made.deadline("response_due_latest:Q1")
    assert part is not None
    assert part.due_on == day("2026-06-16")
    assert part.working[-1].text.startswith("It may be due from Thu 16 Apr 2026 on")
    assert "term dates" in part.uncertain


def test_a_request_passed_to_a_school_has_a_range_and_no_single_day() -> None:
    made = clock(
        "FOIA",
        R,
        ("transferred", "2026-03-09", {"consent": True, "to": "academy"}),
        ("received_by_transferee", "2026-03-18"),
    )
    child = made.deadline("child_response_due")
    assert made.child_response_due is None
    assert child is not None
    assert (child.due_on, child.section) == (day("2026-06-17"), "SI 2004/3364 reg 3")
    assert "term dates" in child.uncertain


def test_a_range_that_begins_on_a_sunday_is_chased_a_day_later() -> None:
    made = clock("FOIA", ("received", "2026-03-08"), kind=SCHOOL)
    assert (made.response_due_latest, made.grace_until, made.chase_from) == (
        day("2026-06-05"),
        day("2026-06-08"),
        day("2026-06-09"),
    )
    assert made.complaint_from == day("2026-06-09")


POSTED = ("sent", "2026-03-02", {"channel": "post"})
CLAIMED_LATER = ("received", "2026-03-09", {"source": "authority"})


def test_what_happened_before_a_receipt_they_claim_still_holds_after_it() -> None:
    paid = clock("FOIA", POSTED, ("fee_notice", "2026-03-06"), CLAIMED_LATER, ("fee_paid", "2026-03-10"))
    assert (paid.working_days_disregarded, paid.response_due) == (3, day("2026-04-10"))
    extended = clock("FOIA", POSTED, ("pit_extension", "2026-03-06", {"exemptions": ("s31",)}), CLAIMED_LATER)
    assert (extended.state, extended.response_due) == (State.EXTENDED, day("2026-05-08"))


def test_what_happened_before_it_was_sent_again_still_holds_after_it() -> None:
    mailed, again = ("sent", "2026-03-02", {"channel": "email"}), ("sent", "2026-03-10", {"channel": "post"})
    paid = (("fee_notice", "2026-03-04"), ("fee_paid", "2026-03-06"))
    assert clock("FOIA", mailed, *paid, again).response_due == day("2026-04-07")
    during = clock("FOIA", mailed, ("fee_notice", "2026-03-04"), again, ("fee_paid", "2026-03-12"))
    assert (during.working_days_disregarded, during.response_due) == (7, day("2026-04-13"))
    extended = clock("FOIA", mailed, ("pit_extension", "2026-03-06", {"exemptions": ("s31",)}), again)
    assert extended.response_due == day("2026-04-30")


def test_a_receipt_they_claim_after_their_reply_begins_nothing() -> None:
    made = clock("FOIA", ("sent", "2026-03-02"), ("refusal", "2026-03-05"), CLAIMED_LATER)
    assert made.response_due is made.original_response_due is None


def test_a_day_they_named_themselves_has_no_day_of_grace() -> None:
    notice = ("pit_extension", "2026-03-20", {"exemptions": ("s31",), "target": "2026-04-08"})
    made = clock("FOIA", ("received", "2026-03-08"), notice)
    assert (made.response_due, made.grace_until, made.chase_from) == (
        day("2026-04-08"),
        None,
        day("2026-04-09"),
    )


def test_a_fee_paid_after_the_table_leaves_no_date_and_says_why() -> None:
    made = clock("FOIA", ("received", "2028-12-01"), ("fee_notice", "2028-12-20"), ("fee_paid", "2029-01-10"))
    assert (made.state, made.response_due, made.working_days_disregarded) == (State.RUNNING, None, None)
    assert any("bank holiday table" in reason for reason in made.uncertain)


CLOSED = {"non_school_days": [["2026-03-27", "2026-04-30"]]}


@pytest.mark.parametrize(
    ("received", "target", "due", "basis"),
    [
        # 20 school days end on 6 May, after the 40th working day, 30 April: the law's own day is the later one.
        (CLOSED, None, "2026-05-06", ResponseBasis.STATUTE),
        ({"non_school_days": []}, None, "2026-04-30", ResponseBasis.ICO_GUIDELINE_40WD),
        ({"non_school_days": []}, "2026-04-20", "2026-04-20", ResponseBasis.TARGET_WITHIN_GUIDELINE),
        ({"non_school_days": []}, "2026-03-25", "2026-03-31", ResponseBasis.STATUTE),
    ],
)
def test_an_extension_never_shortens_what_the_law_gives_a_school(
    received: dict[str, Any], target: str | None, due: str, basis: ResponseBasis
) -> None:
    notice = {"exemptions": ("s31",), **({"target": target} if target else {})}
    made = clock("FOIA", (*R, received), ("pit_extension", "2026-03-20", notice), kind=SCHOOL)
    assert (str(made.response_due), made.response_basis) == (due, basis)
    due_row = made.deadline("response_due")
    assert due_row is not None
    assert due_row.hard is (basis is ResponseBasis.STATUTE)
    assert any(step.on == made.response_due for step in due_row.working)


def test_a_paused_count_ends_with_its_last_day_in_words() -> None:
    paid = (R, ("fee_notice", "2026-03-10"), ("fee_paid", "2026-03-20"))
    extended = clock("FOIA", *paid, ("pit_extension", "2026-04-02", {"exemptions": ("s31",)}))
    due = extended.deadline("response_due")
    assert due is not None
    assert due.working[-1].text == "Day 40 is Wed 13 May 2026."
    school = clock("FOIA", *paid, kind=SCHOOL).deadline("response_due_latest")
    assert school is not None
    assert school.working[-2].text == "Day 60 is Thu 11 Jun 2026."


@pytest.mark.parametrize(
    ("said", "impersonally"),
    [
        ("They received your request on Mon 2 Mar 2026.", "The authority received the request on Mon 2 Mar 2026."),
        ("Nothing says when it reached them, so it", "Nothing says when it reached the authority, so it"),
        ("Their late reply reached you on Mon", "The late reply reached the requester on Mon"),
        ("They named Mon themselves", "The authority named Mon itself"),
        ("You did not agree; they may close your request.", "The requester did not agree; the authority may close the request."),
        ("The theory of young themes", "The theory of young themes"),
    ],
)  # fmt: skip
def test_a_sentence_to_one_side_is_said_to_neither(said: str, impersonally: str) -> None:
    assert impersonal(said) == impersonally
