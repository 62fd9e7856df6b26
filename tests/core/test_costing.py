"""The cost of a request against the limit of the authority: sums, what counts where, and what brings it under."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.cost_limits import CostLimit, cost_limits_from_json
from requests_app.core.costing import Activity, CostEstimate, WayKind, Work, duration, estimate_cost, money
from requests_app.core.errors import BadInput
from requests_app.core.states import AuthorityKind, Regime

ON = date(2026, 11, 22)
DATA = Path(__file__).resolve().parents[2] / "requests_app" / "data"
LIMITS = cost_limits_from_json(json.loads((DATA / "cost_limits.json").read_text()))
A = Activity


def minutes(**spent: float) -> dict[Activity, Decimal]:
    return {Activity(name): Decimal(str(number)) for name, number in spent.items()}


def estimate(
    work: Work, regime: Regime = Regime.FOIA, kind: AuthorityKind = AuthorityKind.POLICE_EW, **more: Any
) -> CostEstimate:
    return estimate_cost(
        work, regime=regime, kind=kind, on=more.pop("on", ON), limits=more.pop("limits", LIMITS), **more
    )


READ = minutes(retrieving=2, extracting=3)


def test_exactly_eighteen_hours_is_not_over_the_limit() -> None:
    assert not estimate(Work(records=216, minutes=READ)).is_over
    over = estimate(Work(records=217, minutes=READ))
    assert (over.is_over, over.hours, over.pounds) == (True, Decimal("18.08"), Decimal("452.08"))


def test_a_department_has_twenty_four_hours() -> None:
    work = Work(records=288, minutes=READ)
    assert estimate(work).is_over
    department = estimate(work, kind=AuthorityKind.CENTRAL_GOV)
    assert department.limit is not None
    assert (department.is_over, department.pounds, department.limit.hours) == (False, Decimal(600), 24)


def test_the_class_the_record_has_goes_before_the_kind() -> None:
    assert (
        estimate(Work(records=1, minutes=READ), cost_class="central").limit
        == estimate(Work(records=1, minutes=READ), kind=AuthorityKind.CENTRAL_GOV).limit
    )


def test_the_limit_is_that_of_the_day() -> None:
    cut = CostLimit("other", 250, 25, date(2027, 1, 1), None, "a cut")
    old = CostLimit("other", 450, 25, date(2005, 1, 1), date(2026, 12, 31), "as it was")
    work = Work(records=150, minutes=READ)
    assert not estimate(work, limits=(old, cut), on=date(2026, 12, 31)).is_over
    assert estimate(work, limits=(old, cut), on=date(2027, 1, 1)).is_over


def test_scotland_does_not_count_finding_out_and_caps_the_hour_at_fifteen_pounds() -> None:
    work = Work(
        records=480, minutes=minutes(determining=2, locating=1, extracting=4), hourly_rate=Decimal(22)
    )
    scottish = estimate(work, Regime.FOISA, AuthorityKind.POLICE_SCOTLAND)
    assert (scottish.minutes, scottish.pounds, scottish.is_over) == (Decimal(2400), Decimal(600), False)
    assert any("does not count here" in step.text for step in scottish.working)
    cheaper = estimate(
        Work(records=480, minutes=minutes(extracting=5), hourly_rate=Decimal(12)),
        Regime.FOISA,
        AuthorityKind.COUNCIL_SCOT,
    )
    assert cheaper.pounds == Decimal(480)


def test_a_scottish_fee_is_a_tenth_of_what_exceeds_a_hundred_pounds() -> None:
    dear = estimate(
        Work(records=480, minutes=minutes(extracting=5)), Regime.FOISA, AuthorityKind.POLICE_SCOTLAND
    )
    cheap = estimate(
        Work(records=60, minutes=minutes(extracting=5)), Regime.FOISA, AuthorityKind.POLICE_SCOTLAND
    )
    assert (dear.fee, cheap.fee) == (Decimal(50), Decimal(0))
    assert estimate(Work(records=60, minutes=READ)).fee is None


@pytest.mark.parametrize("regime", [Regime.EIR, Regime.EISR, Regime.UKGDPR])
def test_other_regimes_have_no_limit(regime: Regime) -> None:
    answer = estimate(Work(records=100_000, minutes=READ), regime)
    assert (answer.limit, answer.is_over, answer.ways) == (None, False, ())
    assert any("no cost limit" in step.text for step in answer.working)


def test_the_working_can_be_checked_by_hand() -> None:
    answer = estimate(
        Work(records=1200, minutes=minutes(locating=0.5, extracting=4.5), once=minutes(determining=90))
    )
    assert [step.text for step in answer.working] == [
        "Finding out whether it is held: 90 minutes, once.",
        "Locating it: 1,200 records at 0.5 minutes, 10 hours.",
        "Extracting it: 1,200 records at 4.5 minutes, 90 hours.",
        "Redacting, deciding on exemptions and asking others for their view do not count.",
        "In all 101 hours 30 minutes at £25 an hour: £2,537.50.",
        "The limit is £450 (18 hours at £25): this is more than it.",
    ]
    assert answer.working[-1].section == "SI 2004/3244 reg 3(3)"


def test_what_brings_it_under_the_limit() -> None:
    answer = estimate(Work(records=656, minutes=minutes(extracting=3), years=4))
    assert [(way.kind, way.number) for way in answer.ways] == [
        (WayKind.TOTALS_FIRST, None),
        (WayKind.FEWER_YEARS, Decimal(2)),
        (WayKind.SAMPLE, Decimal(328)),
        (WayKind.FEWER_RECORDS, Decimal(360)),
        (WayKind.FEWER_DETAILS, Decimal("1.6")),
    ]
    assert "within 60 working days are added together" in answer.ways[0].sentence
    assert answer.ways[2].sentence == "Ask for a sample: every second record, 328 in all."


def test_years_that_are_known_are_counted_from_the_newest() -> None:
    years = (("2022", 400), ("2023", 300), ("2024", 200), ("2025", 100))
    answer = estimate(Work(records=1000, minutes=minutes(extracting=3), by_year=years))
    (way,) = [way for way in answer.ways if way.kind is WayKind.FEWER_YEARS]
    assert (way.number, way.sentence) == (Decimal(2), "Ask for 2 years only: 2024 to 2025.")
    none = estimate(Work(records=1000, minutes=minutes(extracting=3), by_year=(("2024", 200), ("2025", 800))))
    assert WayKind.FEWER_YEARS not in {way.kind for way in none.ways}


def test_a_search_that_takes_the_limit_by_itself_leaves_only_totals() -> None:
    answer = estimate(Work(records=10, minutes=READ, once=minutes(locating=1200)))
    assert [way.kind for way in answer.ways] == [WayKind.TOTALS_FIRST]
    assert "by itself" in answer.ways[0].sentence


def test_scottish_ways_do_not_speak_of_adding_up() -> None:
    answer = estimate(Work(records=5000, minutes=READ), Regime.FOISA, AuthorityKind.COUNCIL_SCOT)
    assert all("added together" not in way.sentence for way in answer.ways)


@pytest.mark.parametrize(
    ("work", "field"),
    [
        (Work(records=-1, minutes={}), "records"),
        (Work(records=10**12, minutes={}), "records"),
        (Work(records=1, minutes={A.LOCATING: Decimal(-1)}), "minutes_locating"),
        (Work(records=1, minutes={A.LOCATING: Decimal("NaN")}), "minutes_locating"),
        (Work(records=1, minutes={}, once={A.EXTRACTING: Decimal("Infinity")}), "once_extracting"),
        (Work(records=1, minutes={}, years=-2), "years"),
        (Work(records=1, minutes={}, hourly_rate=Decimal(0)), "hourly_rate"),
        (Work(records=5, minutes={}, by_year=(("2024", 4),)), "by_year"),
    ],
)
def test_figures_that_cannot_be_are_refused_by_name(work: Work, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        estimate(work)
    assert refused.value.field == field


def test_durations_and_sums_in_words() -> None:
    assert [duration(Decimal(number)) for number in (0, 1, 60, 61, 1110)] == [
        "0 minutes", "1 minute", "1 hour", "1 hour 1 minute", "18 hours 30 minutes",
    ]  # fmt: skip
    assert (money(Decimal(450)), money(Decimal("1234.5"))) == ("£450", "£1,234.50")


SPENT = st.dictionaries(st.sampled_from(list(Activity)), st.decimals(0, 600, places=1), max_size=4)


@given(
    st.integers(0, 200_000), SPENT, SPENT, st.integers(1, 30), st.sampled_from([Regime.FOIA, Regime.FOISA])
)
def test_what_is_offered_fits_under_the_limit(
    records: int, each: dict[Activity, Decimal], once: dict[Activity, Decimal], years: int, regime: Regime
) -> None:
    whole = estimate(Work(records=records, minutes=each, once=once, years=years), regime, AuthorityKind.OTHER)
    assert bool(whole.ways) == whole.is_over
    for way in whole.ways:
        if way.kind in (WayKind.SAMPLE, WayKind.FEWER_RECORDS):
            assert way.number is not None
            assert 1 <= way.number < records
            less = Work(records=int(way.number), minutes=each, once=once)
            assert not estimate(less, regime, AuthorityKind.OTHER).is_over
        if way.kind is WayKind.FEWER_YEARS:
            assert way.number is not None
            less = Work(records=int(records * way.number / years), minutes=each, once=once)
            assert not estimate(less, regime, AuthorityKind.OTHER).is_over


@given(st.integers(0, 5_000), SPENT, SPENT)
def test_more_records_never_cost_less(
    records: int, each: dict[Activity, Decimal], once: dict[Activity, Decimal]
) -> None:
    less = estimate(Work(records=records, minutes=each, once=once))
    more = estimate(Work(records=records + 1, minutes=each, once=once))
    assert more.pounds >= less.pounds
    assert more.is_over >= less.is_over
