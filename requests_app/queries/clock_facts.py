"""What a clock says beside its deadlines, as pairs of name and value: from when, whether, how late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from requests_app.core.clock import Clock
from requests_app.core.dates import plural
from requests_app.core.regimes import rules_for
from requests_app.core.states import Regime


@dataclass(frozen=True, slots=True)
class Fact:
    """A name with a day (``on``) or words (``value``), and one more sentence, as components/facts.html takes them."""

    name: str
    on: date | None = None
    value: str = ""
    note: str = ""


_DAYS: tuple[tuple[str, str, str], ...] = (
    ("complaint_from", "Complaint to the regulator possible from", ""),
    ("school_day_20", "20th school day", ""),
    ("working_day_60", "60th working day", ""),
    ("lapses_on", "Without payment it lapses on", ""),
    ("nudge_on", "Reminder to answer the clarification", "Our advice: two weeks after the question."),
    ("corresponding_date", "One month on", "Before moving from a weekend or holiday."),
    ("tribunal_outer_limit", "Appeal limit under the tribunal's rules", "Not checked; don't rely on it."),
    ("aggregation_until", "Similar requests may be added up until", "Fees Regulations, regulation 5."),
    ("aggregation_clear_from", "A similar request stands alone from", ""),
)


def facts_of(clock: Clock, regime: Regime) -> list[Fact]:
    """Every flat name of law/CONTRACT.md that says something a deadline does not."""
    facts = _grace(clock, regime) + [
        Fact(label, on=on, note=note)
        for name, label, note in _DAYS
        if (on := getattr(clock, name)) is not None
        and not (name == "corresponding_date" and on == clock.response_due)
    ]
    original = clock.original_response_due
    if original is not None and original != clock.response_due:
        facts.append(Fact("First date computed", on=original, note="Before any restart, pause or extension."))
    if clock.restarts:
        facts.append(Fact("Clarification restarted the clock", value=_times(clock.restarts)))
    if clock.working_days_disregarded:
        facts.append(
            Fact("Left out for the fee", value=plural(clock.working_days_disregarded, "working day"))
        )
    return facts + _verdicts(clock) + _way_to_regulator(clock, regime)


def _grace(clock: Clock, regime: Regime) -> list[Fact]:
    if clock.grace_until is None:
        return []
    if rules_for(regime).scottish:
        note = "The Scottish Commissioner seems to have counted a weekend arrival so."
        return [Fact("An authority may count to", on=clock.grace_until, note=note)]
    note = "The 2018 section 45 code counts weekend and holiday arrivals so."
    return [Fact("Some authorities count to", on=clock.grace_until, note=note)]


def _verdicts(clock: Clock) -> list[Fact]:
    facts = []
    if clock.extension_valid is not None:
        facts.append(
            Fact("Extension", value="moves the day" if clock.extension_valid else "does not move the day")
        )
    if clock.extension_notice_late:
        facts.append(Fact("Notice of the extension", value="came late"))
    if clock.late_clarification:
        late = f", {plural(clock.working_days_late, 'working day')}" if clock.working_days_late else ""
        facts.append(Fact("Clarification was asked for", value=f"after the last day{late}"))
    if clock.response_late is not None:
        facts.append(Fact("The reply came", value="late" if clock.response_late else "in time"))
    return facts


def _way_to_regulator(clock: Clock, regime: Regime) -> list[Fact]:
    """Whether a review has to come first, while that is still a question."""
    if clock.regulator_direct is None or clock.complaint_by is not None:
        return []
    name = "Straight to the regulator?"
    if regime is Regime.UKGDPR:
        return [Fact(name, value="yes", note="The law knows no review here.")]
    if clock.regulator_direct:
        return [Fact(name, value="yes", note="Once the time is over, and after a chaser.")]
    if rules_for(regime).review_before_regulator:
        return [Fact(name, value="no", note="In Scotland a review comes first, always.")]
    return [Fact(name, value="no", note="After a reply the regulator expects a review first.")]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
