"""Regulation 5: who, what and when is added together, and the day from which a request stands alone."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.aggregation import Asking, check_aggregation, none_because, window_of
from requests_app.core.states import Regime
from tests.core.clocks import TABLE

UK = TABLE.uk
FIRST = Asking(
    reference="FT-00001",
    authority="met",
    received_on=date(2026, 3, 2),
    regime=Regime.FOIA,
    campaign=1,
    requester="Jo",
)


def planned(on: date, **changes: object) -> Asking:
    base = Asking(
        reference="FT-00002", authority="met", received_on=on, regime=Regime.FOIA, campaign=1, requester="Al"
    )
    return dataclasses.replace(base, **changes)  # type: ignore[arg-type]


def test_sixty_working_days_are_counted_with_the_day_of_receipt() -> None:
    assert window_of(date(2026, 3, 2), UK) == (date(2026, 5, 29), date(2026, 6, 1))


def test_a_receipt_on_a_sunday_is_followed_by_all_sixty() -> None:
    assert window_of(date(2026, 3, 1), UK) == window_of(date(2026, 3, 2), UK)


def test_within_the_window_the_campaign_is_warned_and_told_the_day() -> None:
    warning = check_aggregation(planned(date(2026, 5, 29)), [FIRST], calendar=UK)
    assert warning is not None
    assert (warning.until, warning.clear_from) == (date(2026, 5, 29), date(2026, 6, 1))
    assert warning.section == "SI 2004/3244 reg 5(2)"
    assert "FT-00001 (received Mon 2 Mar 2026)" in warning.sentence
    assert "From Mon 1 Jun 2026 this one stands alone." in warning.sentence
    assert warning.sentence.startswith("Your campaign asked")


def test_from_the_next_working_day_it_stands_alone() -> None:
    assert check_aggregation(planned(date(2026, 6, 1)), [FIRST], calendar=UK) is None


def test_of_several_the_latest_decides_the_day() -> None:
    later = dataclasses.replace(FIRST, reference="FT-00005", received_on=date(2026, 4, 1))
    warning = check_aggregation(planned(date(2026, 5, 1)), [later, FIRST], calendar=UK)
    assert warning is not None
    assert [asking.reference for asking in warning.requests] == ["FT-00001", "FT-00005"]
    alone = check_aggregation(planned(date(2026, 5, 1)), [later], calendar=UK)
    assert alone is not None
    assert warning.clear_from == alone.clear_from


@pytest.mark.parametrize(
    "changes",
    [
        {"authority": "gmp"},
        {"campaign": 2},
        {"regime": Regime.EIR},
        {"is_withdrawn": True},
        {"likeness": 0.1},
        {"received_on": date(2026, 5, 4)},
    ],
)
def test_what_is_not_added(changes: dict[str, object]) -> None:
    other = dataclasses.replace(FIRST, **changes)  # type: ignore[arg-type]
    assert check_aggregation(planned(date(2026, 5, 1)), [other], calendar=UK) is None


def test_one_person_is_added_up_across_campaigns() -> None:
    elsewhere = dataclasses.replace(FIRST, campaign=9, requester="Al")
    warning = check_aggregation(planned(date(2026, 4, 1)), [elsewhere], calendar=UK)
    assert warning is not None
    assert warning.sentence.startswith("You asked")


def test_people_without_a_campaign_are_not_one_campaign() -> None:
    lone = dataclasses.replace(FIRST, campaign=None, requester=None)
    assert (
        check_aggregation(planned(date(2026, 4, 1), campaign=None, requester=None), [lone], calendar=UK)
        is None
    )


@pytest.mark.parametrize("regime", [Regime.FOISA, Regime.EIR, Regime.EISR, Regime.UKGDPR])
def test_other_regimes_add_nothing_up_and_say_why(regime: Regime) -> None:
    first = dataclasses.replace(FIRST, regime=regime)
    assert window_of(first.received_on, UK, regime) is None
    assert check_aggregation(planned(date(2026, 4, 1), regime=regime), [first], calendar=UK) is None
    sentence, section = none_because(regime)
    assert sentence
    assert section
    assert none_because(Regime.FOIA) == ("", "")


def test_beyond_the_holiday_table_the_day_is_left_open_and_said_so() -> None:
    late = dataclasses.replace(FIRST, received_on=date(2028, 12, 1))
    warning = check_aggregation(planned(date(2028, 12, 4)), [late], calendar=UK)
    assert warning is not None
    assert (warning.until, warning.clear_from) == (None, None)
    assert "holiday" in warning.doubt


@given(st.dates(date(2020, 1, 1), date(2027, 6, 30)), st.integers(0, 140))
def test_a_request_is_warned_of_exactly_up_to_the_last_day(received_on: date, later: int) -> None:
    first = dataclasses.replace(FIRST, received_on=received_on)
    on = received_on + timedelta(days=later)
    window = window_of(received_on, UK)
    assert window is not None
    warned = check_aggregation(planned(on), [first], calendar=UK) is not None
    assert warned == (on <= window[0])
    assert UK.count(received_on - timedelta(days=1), window[0]) == 60


@pytest.mark.shared
def test_the_worked_example_of_the_law_comes_out(shared: Path) -> None:
    examples = json.loads((shared / "law" / "worked_examples.json").read_text())
    rows = examples if isinstance(examples, list) else examples["examples"]
    (example,) = [row for row in rows if row["id"] == "A01"]
    window = window_of(date.fromisoformat(example["events"][0]["date"]), UK)
    assert window == tuple(
        date.fromisoformat(example["expect"][name])
        for name in ("aggregation_until", "aggregation_clear_from")
    )
