"""When each letter can be written: every letter, every regime, every way a request can stand (RULES.md section 6)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from requests_app.core.calendars import calendar_for
from requests_app.core.letters.registry import LETTERS, availabilities, availability
from requests_app.core.letters.situation import Availability, Situation
from requests_app.core.states import AuthorityKind, EventKind, LetterKind, Outcome, Regime, State
from tests.core.clocks import KIND_OF, TABLE, clock

FOIA, EIR, FOISA, EISR = Regime.FOIA, Regime.EIR, Regime.FOISA, Regime.EISR
REGIMES = (FOIA, EIR, FOISA, EISR)
K, O = LetterKind, Outcome  # noqa: E741 - outcomes, as in the tables below
BY_NUMBER = {kind.number: kind for kind in LetterKind}

SENT = ("sent", "2026-03-02", {"channel": "email"})
RECEIVED = ("received", "2026-03-02")
REPLY = ("final_response", "2026-03-27")
REFUSAL = ("refusal", "2026-03-27")
ASKED = ("internal_review_requested", "2026-04-08")
EXTENDED = ("pit_extension", "2026-03-30", {"exemptions": ("s31",)})


@dataclass(frozen=True)
class Scene:
    """A record on a day, and the letters that can be written under FOIA, EIR, FOISA and EI(S)R."""

    events: tuple[Any, ...]
    today: str
    letters: tuple[str, str, str, str]
    more: dict[str, Any] = field(default_factory=dict)
    kind: AuthorityKind | None = None


def same(letters: str) -> tuple[str, str, str, str]:
    return (letters, letters, letters, letters)


def day(text: str) -> date:
    return date.fromisoformat(text)


def sent(**letters: str) -> dict[LetterKind, date]:
    return {BY_NUMBER[number]: day(on) for number, on in letters.items()}


def situation(
    regime: Regime, *events: Any, today: str, kind: AuthorityKind | None = None, **more: Any
) -> Situation:
    defaults: dict[str, Any] = {"sent_on": day("2026-03-02")}
    return Situation(
        regime=regime,
        today=day(today),
        clock=clock(regime, *events, kind=kind or KIND_OF[regime], today=today),
        calendar=calendar_for(regime, TABLE),
        **defaults | more,
    )


WITHHELD = {"outcomes": frozenset({O.DISCLOSED_IN_PART, O.REFUSED}), "relies_on_exemptions": True}

SCENES: dict[str, Scene] = {
    "not sent": Scene((), "2026-03-02", same("")),
    "came back undelivered": Scene((SENT, ("delivery_failed", "2026-03-03")), "2026-03-20", same("")),
    "withdrawn": Scene((SENT, ("withdrawn", "2026-03-10")), "2026-06-01", same("")),
    # L1
    "sent four working days ago": Scene((SENT,), "2026-03-06", same("")),
    "sent five working days ago": Scene((SENT,), "2026-03-09", same("L1")),
    "sent, and acknowledged": Scene((SENT,), "2026-03-09", same(""), {"acknowledged": True}),
    "sent, and asked whether it arrived": Scene(
        (SENT,), "2026-03-20", same(""), {"letters_sent": sent(L1="2026-03-09")}
    ),
    "sent again after it was asked": Scene(
        (SENT,), "2026-03-20", same("L1"), {"letters_sent": sent(L1="2026-02-20")}
    ),
    "received, on record": Scene((RECEIVED,), "2026-03-20", same("")),
    "sent, and a reply lies unread": Scene((SENT,), "2026-03-20", same(""), {"unread_reply": True}),
    # L2, L3, L6
    "the last day": Scene((RECEIVED,), "2026-03-31", ("", "", "L2 L6", "L2 L6")),
    "the first day late": Scene((RECEIVED,), "2026-04-01", same("L2 L6")),
    "late, a reply lies unread": Scene((RECEIVED,), "2026-04-01", same(""), {"unread_reply": True}),
    "received on a Saturday, the day of grace": Scene(
        (("received", "2026-02-28"),), "2026-03-31", ("", "", "L2 L6", "L2 L6")
    ),
    "received on a Saturday, after the day of grace": Scene(
        (("received", "2026-02-28"),), "2026-04-01", same("L2 L6")
    ),
    "chased four working days ago": Scene(
        (RECEIVED,), "2026-04-09", same("L6"), {"letters_sent": sent(L2="2026-04-01")}
    ),
    "chased five working days ago": Scene(
        (RECEIVED,), "2026-04-10", ("L3 L6", "L3 L6", "L6", "L6"), {"letters_sent": sent(L2="2026-04-01")}
    ),
    "chased six working days ago": Scene(
        (RECEIVED,),
        "2026-04-13",
        ("L3 L6 L12", "L3 L6 L12", "L6", "L6"),
        {"letters_sent": sent(L2="2026-04-01")},
    ),
    "chased ten working days ago": Scene(
        (RECEIVED,),
        "2026-04-17",
        ("L3 L6 L12", "L3 L6 L12", "L6", "L6"),
        {"letters_sent": sent(L2="2026-04-01")},
    ),
    "chased eleven working days ago": Scene(
        (RECEIVED,), "2026-04-20", ("L6 L12", "L6 L12", "L6", "L6"), {"letters_sent": sent(L2="2026-04-01")}
    ),
    "chased twice, the second time three working days ago": Scene(
        (RECEIVED,),
        "2026-04-15",
        ("L6", "L6", "L6", "L6"),
        {"letters_sent": sent(L2="2026-04-01", L3="2026-04-10")},
    ),
    "chased twice, and six working days since": Scene(
        (RECEIVED,),
        "2026-04-20",
        ("L6 L12", "L6 L12", "L6", "L6"),
        {"letters_sent": sent(L2="2026-04-01", L3="2026-04-10")},
    ),
    "a chaser of an earlier day counts for nothing": Scene(
        (RECEIVED,), "2026-04-20", same("L2 L6"), {"letters_sent": sent(L2="2026-03-05")}
    ),
    "part answered, the rest late": Scene(
        (RECEIVED, ("partial_response", "2026-03-20", {"covers": ("1",)})),
        "2026-04-01",
        same("L2 L6 L8"),
        {"outcomes": frozenset({O.DISCLOSED, O.UNANSWERED}), "parts_missing": True},
    ),
    "part answered, the rest still to come": Scene(
        (RECEIVED, ("partial_response", "2026-03-20", {"covers": ("1",)})),
        "2026-03-25",
        same(""),
        {"outcomes": frozenset({O.DISCLOSED, O.UNANSWERED}), "parts_missing": True},
    ),
    "part answered and part refused, the rest still to come": Scene(
        (RECEIVED, ("partial_response", "2026-03-20", {"covers": ("1",)})),
        "2026-03-25",
        same("L7"),
        WITHHELD | {"parts_missing": True},
    ),
    # L4, L18
    "they asked what it means": Scene(
        (RECEIVED, ("clarification_requested", "2026-03-10")),
        "2026-04-20",
        same("L4"),
        {"open_question": True},
    ),
    "they asked what they need not know, and it is late": Scene(
        (RECEIVED, ("other_correspondence", "2026-03-10")),
        "2026-04-20",
        same("L2 L4 L6"),
        {"open_question": True},
    ),
    "they asked for a fee": Scene((RECEIVED, ("fee_notice", "2026-03-10")), "2026-04-20", same("L18")),
    "they asked for a fee, and you asked how it is made up": Scene(
        (RECEIVED, ("fee_notice", "2026-03-10")),
        "2026-04-20",
        same(""),
        {"letters_sent": sent(L18="2026-03-11")},
    ),
    # L14
    "more time for the public interest, within it": Scene(
        (RECEIVED, EXTENDED), "2026-04-30", ("", "L2 L6", "L2 L6", "L2 L6")
    ),
    "more time for complexity, over": Scene(
        (RECEIVED, ("eir_extension", "2026-03-27")), "2026-05-01", ("L2 L6", "L2 L6", "L2 L6", "L2 L6")
    ),
    "more time for the public interest, over": Scene(
        (RECEIVED, EXTENDED), "2026-05-01", ("L6 L14", "L2 L6", "L2 L6", "L2 L6")
    ),
    # L5, L7 to L11, L13, L17
    "all disclosed": Scene(
        (RECEIVED, REPLY), "2026-04-08", same("L13"), {"outcomes": frozenset({O.DISCLOSED})}
    ),
    "thanked": Scene(
        (RECEIVED, REPLY),
        "2026-04-08",
        same(""),
        {"outcomes": frozenset({O.DISCLOSED}), "letters_sent": sent(L13="2026-04-01")},
    ),
    "part withheld": Scene((RECEIVED, REPLY), "2026-04-08", same("L7 L13"), WITHHELD),
    "refused for cost": Scene(
        (RECEIVED, REFUSAL),
        "2026-04-08",
        same("L5 L7"),
        {"outcomes": frozenset({O.COST_LIMIT}), "relies_on_cost": True},
    ),
    "refused for cost, and a narrower request offered": Scene(
        (RECEIVED, REFUSAL),
        "2026-04-08",
        same("L7"),
        {
            "outcomes": frozenset({O.COST_LIMIT}),
            "relies_on_cost": True,
            "letters_sent": sent(L5="2026-04-01"),
        },
    ),
    "called vexatious": Scene(
        (RECEIVED, REFUSAL),
        "2026-04-08",
        ("L17", "", "L17", ""),
        {"outcomes": frozenset({O.REFUSED}), "relies_on_conduct": True},
    ),
    "not held": Scene(
        (RECEIVED, ("not_held", "2026-03-27")),
        "2026-04-08",
        same("L9"),
        {"outcomes": frozenset({O.NOT_HELD})},
    ),
    "neither confirmed nor denied": Scene(
        (RECEIVED, REFUSAL), "2026-04-08", same("L10"), {"outcomes": frozenset({O.NCND})}
    ),
    "not weighed": Scene(
        (RECEIVED, REPLY), "2026-04-08", same("L7 L11 L13"), WITHHELD | {"unbalanced": True}
    ),
    "answered with parts missing": Scene(
        (RECEIVED, REPLY),
        "2026-04-08",
        same("L8 L13"),
        {"outcomes": frozenset({O.DISCLOSED, O.UNANSWERED}), "parts_missing": True},
    ),
    "passed to another authority": Scene(
        (RECEIVED, ("transferred", "2026-03-10", {"consent": True})), "2026-04-08", same("")
    ),
    "the time to ask for a review is over": Scene((RECEIVED, REPLY), "2026-08-03", same("L7 L13"), WITHHELD),
    # L12, L15, L16
    "a review runs, on its last plain day": Scene(
        (RECEIVED, REFUSAL, ASKED), "2026-05-07", same(""), WITHHELD
    ),
    "a review runs, past 20 working days": Scene(
        (RECEIVED, REFUSAL, ASKED), "2026-05-08", ("L15", "", "L15 L16", "L15 L16"), WITHHELD
    ),
    "a review runs, chased after 20 working days": Scene(
        (RECEIVED, REFUSAL, ASKED),
        "2026-05-20",
        ("", "", "L16", "L16"),
        WITHHELD | {"letters_sent": sent(L15="2026-05-08")},
    ),
    "a review runs, past 40 working days": Scene(
        (RECEIVED, REFUSAL, ASKED), "2026-06-08", ("L12 L15", "L12 L15", "L15 L16", "L15 L16"), WITHHELD
    ),
    "a review runs, past 40 working days, chased at 20": Scene(
        (RECEIVED, REFUSAL, ASKED),
        "2026-06-08",
        ("L12 L15", "L12 L15", "L16", "L16"),
        WITHHELD | {"letters_sent": sent(L15="2026-05-08")},
    ),
    "a review of silence runs": Scene(
        (RECEIVED, ("internal_review_requested", "2026-04-08")), "2026-04-20", same("")
    ),
    "the review is done": Scene(
        (RECEIVED, REFUSAL, ASKED, ("review_outcome", "2026-05-06")),
        "2026-06-17",
        ("L12 L13", "L12 L13", "L13 L16", "L13 L16"),
        WITHHELD,
    ),
    "six weeks after the review": Scene(
        (RECEIVED, REFUSAL, ASKED, ("review_outcome", "2026-05-06")),
        "2026-06-18",
        ("L13", "L13", "L13 L16", "L13 L16"),
        WITHHELD,
    ),
    "more than six months after the review": Scene(
        (RECEIVED, REFUSAL, ASKED, ("review_outcome", "2026-05-06")),
        "2026-11-20",
        ("L13", "L13", "L13 L16", "L13 L16"),
        WITHHELD,
    ),
}


def under(scene: Scene, regime: Regime) -> dict[LetterKind, Availability]:
    return availabilities(situation(regime, *scene.events, today=scene.today, kind=scene.kind, **scene.more))


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("name", SCENES)
def test_which_letters_can_be_written(name: str, regime: Regime) -> None:
    scene = SCENES[name]
    found = under(scene, regime)
    wanted = scene.letters[REGIMES.index(regime)].split()
    assert sorted(kind.number for kind, each in found.items() if each.available) == sorted(wanted)


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("name", SCENES)
def test_every_letter_says_why_or_why_not_in_a_sentence(name: str, regime: Regime) -> None:
    for kind, each in under(SCENES[name], regime).items():
        assert each.why[:1] in set("ABCDEFGHIJKLMNOPQRSTUVWXYZ“"), kind
        assert each.why.endswith("."), kind
        assert all(note.endswith(".") for note in each.notes)
        assert bool(each.cause) is each.available
        if not each.available and each.on is not None:
            assert each.on > day(SCENES[name].today)


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("name", SCENES)
def test_a_letter_announced_for_a_day_can_be_written_on_that_day(name: str, regime: Regime) -> None:
    """Where nothing happens meanwhile, “when” is a promise."""
    scene = SCENES[name]
    for kind, each in under(scene, regime).items():
        if each.on is None or each.available:
            continue
        then = Scene(scene.events, each.on.isoformat(), scene.letters, scene.more, scene.kind)
        assert under(then, regime)[kind].available, kind


@pytest.mark.parametrize("kind", LetterKind)
def test_no_letter_is_written_under_subject_access_after_withdrawal_or_before_sending(
    kind: LetterKind,
) -> None:
    access = situation(Regime.UKGDPR, RECEIVED, today="2026-05-01")
    assert "subject access" in availability(kind, access).why.lower()
    for regime in REGIMES:
        for events in ((), (SENT, ("withdrawn", "2026-03-10"))):
            assert not availability(kind, situation(regime, *events, today="2026-07-01")).available


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("regime", REGIMES)
def test_a_regime_without_the_letter_says_what_there_is_instead(kind: LetterKind, regime: Regime) -> None:
    if regime in LETTERS[kind].regimes:
        return
    each = availability(kind, situation(regime, RECEIVED, today="2026-06-01"))
    assert not each.available
    assert each.on is None
    assert each.why == LETTERS[kind].elsewhere != ""


def test_the_regimes_of_each_letter_are_those_of_the_rules() -> None:
    uk, scotland, acts = {FOIA, EIR}, {FOISA, EISR}, {FOIA, FOISA}
    apart = {
        K.SECOND_CHASER: uk,
        K.ICO_COMPLAINT: uk,
        K.EXTENSION_OVERDUE: {FOIA},
        K.SIC_APPLICATION: scotland,
        K.VEXATIOUS_REPLY: acts,
    }
    for kind in LetterKind:
        assert LETTERS[kind].regimes == apart.get(kind, {FOIA, EIR, FOISA, EISR})


def test_the_letters_are_numbered_as_in_the_rules() -> None:
    assert [kind.number for kind in LETTERS] == [f"L{n}" for n in range(1, 19)]
    assert K.SIC_APPLICATION.number == "L16"


# What is offered and not suggested


@pytest.mark.parametrize("regime", REGIMES)
def test_a_review_of_silence_is_the_step_that_counts_in_scotland_and_off_by_default_elsewhere(
    regime: Regime,
) -> None:
    late = situation(regime, RECEIVED, today="2026-04-01")
    scottish = regime in {FOISA, EISR}
    assert availability(K.REVIEW_SILENCE, late).usual is scottish
    assert availability(K.OVERDUE_CHASER, late).usual is not scottish


def test_a_review_asked_for_late_may_still_be_accepted_and_says_so() -> None:
    late = situation(FOISA, RECEIVED, REFUSAL, today="2026-09-01", **WITHHELD)
    each = availability(K.REVIEW_EXEMPTION, late)
    assert each.available
    assert "The time to ask ended on Thu 28 May 2026. They may still accept it; count on nothing" in " ".join(
        each.notes
    )


def test_an_application_after_six_months_counts_on_nothing() -> None:
    events = (RECEIVED, REFUSAL, ASKED, ("review_outcome", "2026-05-06"))
    each = availability(K.SIC_APPLICATION, situation(FOISA, *events, today="2026-11-20", **WITHHELD))
    assert each.available
    assert "The six months ended on Fri 6 Nov 2026" in each.notes[-1]


def test_a_complaint_after_six_weeks_is_refused_with_the_day() -> None:
    events = (RECEIVED, REFUSAL, ASKED, ("review_outcome", "2026-05-06"))
    each = availability(K.ICO_COMPLAINT, situation(FOIA, *events, today="2026-06-18", **WITHHELD))
    assert not each.available
    assert "The six weeks for a complaint ended on Wed 17 Jun 2026" in each.why


def test_asking_about_a_fee_does_not_stop_the_time_to_pay() -> None:
    each = availability(
        K.FEE_QUERY, situation(FOIA, RECEIVED, ("fee_notice", "2026-03-10"), today="2026-03-11")
    )
    assert each.notes == ("Asking does not stop the time to pay: pay by Tue 9 Jun 2026.",)


# Further ways a request can stand


@pytest.mark.parametrize("target", [None, "2026-04-20", "2026-06-30"])
def test_an_extended_reply_is_chased_from_the_day_after_the_estimate_or_the_fortieth(
    target: str | None,
) -> None:
    details = {"exemptions": ("s31",)} | ({"target": target} if target else {})
    events = (RECEIVED, ("pit_extension", "2026-03-30", details))
    last = "2026-04-20" if target == "2026-04-20" else "2026-04-30"
    first = "2026-04-21" if target == "2026-04-20" else "2026-05-01"
    on_the_day = availability(K.EXTENSION_OVERDUE, situation(FOIA, *events, today=last))
    assert (on_the_day.available, on_the_day.on) == (False, day(first))
    after = situation(FOIA, *events, today=first)
    assert availability(K.EXTENSION_OVERDUE, after).available
    assert not availability(K.OVERDUE_CHASER, after).available
    chased = situation(FOIA, *events, today=first, letters_sent=sent(L14=first))
    assert not availability(K.EXTENSION_OVERDUE, chased).available


def test_a_complaint_follows_ten_working_days_after_the_chaser_of_an_extended_reply() -> None:
    chased = sent(L14="2026-05-01")
    ninth = situation(FOIA, RECEIVED, EXTENDED, today="2026-05-18", letters_sent=chased)
    assert availability(K.ICO_COMPLAINT, ninth).on == day("2026-05-19")
    tenth = situation(FOIA, RECEIVED, EXTENDED, today="2026-05-19", letters_sent=chased)
    assert availability(K.ICO_COMPLAINT, tenth).available


def test_an_extension_that_moves_nothing_leaves_the_overdue_chaser() -> None:
    absolute = ("pit_extension", "2026-03-30", {"exemptions": ("s40(2)",)})
    late = situation(FOIA, RECEIVED, absolute, today="2026-04-01")
    assert availability(K.OVERDUE_CHASER, late).available
    assert not availability(K.EXTENSION_OVERDUE, late).available


def test_a_school_without_term_dates_is_late_only_after_the_later_end() -> None:
    school = {"kind": AuthorityKind.SCHOOL_MAINTAINED, "sent_on": day("2026-07-14")}
    received = ("received", "2026-07-14")
    before = situation(FOIA, received, today="2026-10-08", **school)
    assert availability(K.OVERDUE_CHASER, before).on == day("2026-10-09")
    assert availability(K.OVERDUE_CHASER, situation(FOIA, received, today="2026-10-09", **school)).available


def test_the_keeper_of_the_records_has_thirty_working_days_for_a_review() -> None:
    keeper = {"kind": AuthorityKind.KEEPER}
    events = (RECEIVED, REFUSAL, ASKED)
    assert not availability(
        K.REVIEW_OVERDUE, situation(FOISA, *events, today="2026-05-20", **keeper)
    ).available
    assert availability(K.REVIEW_OVERDUE, situation(FOISA, *events, today="2026-06-01", **keeper)).available


@pytest.mark.parametrize("regime", REGIMES)
def test_where_nobody_knows_when_it_was_received_nothing_can_be_called_late(regime: Regime) -> None:
    for events in (((("sent", None, {"channel": "email"})),), (("received", None),)):
        unknown = situation(regime, *events, today="2026-09-01", sent_on=None)
        for kind in (
            K.ACKNOWLEDGEMENT_CHASER,
            K.OVERDUE_CHASER,
            K.SECOND_CHASER,
            K.REVIEW_SILENCE,
            K.ICO_COMPLAINT,
        ):
            assert not availability(kind, unknown).available


@pytest.mark.parametrize("regime", REGIMES)
def test_days_that_nobody_knows_leave_reviews_and_regulators_to_be_dated_first(regime: Regime) -> None:
    running = situation(regime, RECEIVED, REFUSAL, ("internal_review_requested", None), today="2026-09-01")
    assert "Enter the day on which you asked for the review" in availability(K.REVIEW_OVERDUE, running).why
    kind = K.SIC_APPLICATION if regime in {FOISA, EISR} else K.ICO_COMPLAINT
    assert "Enter the day on which you asked for the review" in availability(kind, running).why


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("state", ["with the regulator", "decided"])
def test_before_the_regulator_no_letter_to_the_authority_asks_for_a_review(
    regime: Regime, state: str
) -> None:
    scottish = regime in {FOISA, EISR}
    events: list[Any] = [RECEIVED, REFUSAL, ASKED, ("review_outcome", "2026-05-06")]
    events.append(("sic_application" if scottish else "ico_complaint", "2026-05-20"))
    if state == "decided":
        events.append(("sic_decision" if scottish else "ico_decision_notice", "2026-07-20"))
    found = availabilities(situation(regime, *events, today="2026-08-03", **WITHHELD))
    wanted = {K.THANKS} if state == "decided" else set()
    assert {kind for kind, each in found.items() if each.available} == wanted


def test_every_state_is_tried() -> None:
    tried = {under_clock(scene) for scene in SCENES.values()}
    assert tried >= set(State) - {State.WITH_REGULATOR, State.DECIDED, State.TRIBUNAL, State.EXTENDED}
    assert EXTENDED[0] == EventKind.PIT_EXTENSION


def under_clock(scene: Scene) -> State:
    return clock("FOIA", *scene.events, today=scene.today).state


@pytest.mark.parametrize("regime", REGIMES)
def test_beyond_the_table_of_bank_holidays_nothing_breaks(regime: Regime) -> None:
    late = situation(regime, RECEIVED, today="2040-01-02", letters_sent=sent(L2="2039-12-01"))
    for kind in LetterKind:
        assert availability(kind, late).why
