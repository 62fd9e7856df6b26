"""What a request may cost an authority, held against the limit that applies to it, and what would bring it under.

Only four activities count: finding out whether the information is held, locating it, retrieving it and extracting it
(SI 2004/3244 reg 4(3)). Redacting and thinking never do: Chief Constable of South Yorkshire v Information Commissioner
[2011] EWHC 44 (Admin). Scotland counts locating, retrieving and providing, not finding out (SSI 2004/467 reg 3). The
Environmental Information Regulations have no limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import auto
from types import MappingProxyType

from requests_app.core.cost_limits import CostLimit, cost_class_for, cost_limit_for
from requests_app.core.errors import BadInput
from requests_app.core.states import AuthorityKind, Labelled, Regime


class Activity(Labelled):
    """The work that can count towards the limit."""

    DETERMINING = "determining"
    LOCATING = "locating"
    RETRIEVING = "retrieving"
    EXTRACTING = "extracting"

    @property
    def label(self) -> str:
        """The activity in words."""
        return _ACTIVITY_LABELS[self]


_ACTIVITY_LABELS = {
    Activity.DETERMINING: "Finding out whether it is held",
    Activity.LOCATING: "Locating it",
    Activity.RETRIEVING: "Retrieving it",
    Activity.EXTRACTING: "Extracting it",
}
COUNTED: Mapping[Regime, frozenset[Activity]] = MappingProxyType(
    {
        Regime.FOIA: frozenset(Activity),
        Regime.FOISA: frozenset(Activity) - {Activity.DETERMINING},
    }
)
"""What counts where there is a limit: SI 2004/3244 reg 4(3); SSI 2004/467 reg 3, where extracting is part of providing."""

MOST_RECORDS = 100_000_000
MOST_MINUTES = Decimal(100_000)
FOISA_FREE = Decimal(100)
"""Pounds of the projected cost for which no fee is charged; a tenth of the rest may be (SSI 2004/467 reg 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The work a request would make. ``minutes`` are for each record, ``once`` for the request as a whole.

    ``by_year`` has the records of each year, the newest last; where it is empty they are spread evenly over ``years``.
    ``hourly_rate`` is what the staff cost in pounds, for Scotland, where it counts up to a cap.
    """

    records: int
    minutes: Mapping[Activity, Decimal]
    once: Mapping[Activity, Decimal] = field(default_factory=dict)
    years: int = 1
    by_year: tuple[tuple[str, int], ...] = ()
    hourly_rate: Decimal | None = None


class WayKind(Labelled):
    """How a request can be made smaller."""

    TOTALS_FIRST = auto()
    FEWER_YEARS = auto()
    SAMPLE = auto()
    FEWER_RECORDS = auto()
    FEWER_DETAILS = auto()


@dataclass(frozen=True, slots=True)
class Way:
    """One way under the limit. ``number`` is what it comes to: years, records in the sample, records, or minutes."""

    kind: WayKind
    number: Decimal | None
    sentence: str


@dataclass(frozen=True, slots=True)
class CostStep:
    """One line of the working, and the section it rests on."""

    text: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class CostEstimate:
    """What was worked out. ``limit`` is ``None`` where the regime has none; then nothing is over it.

    ``minutes`` are those that count. ``fee`` is what a Scottish authority may charge, in pounds, ``None`` elsewhere.
    """

    minutes: Decimal
    pounds: Decimal
    limit: CostLimit | None
    is_over: bool
    working: tuple[CostStep, ...]
    ways: tuple[Way, ...]
    fee: Decimal | None = None

    @property
    def hours(self) -> Decimal:
        """The hours that count, to a hundredth."""
        return _rounded(self.minutes / 60)


def estimate_cost(
    work: Work,
    *,
    regime: Regime,
    kind: AuthorityKind,
    on: date,
    limits: Iterable[CostLimit],
    cost_class: str | None = None,
) -> CostEstimate:
    """Work out what a request would cost under ``regime`` on the day ``on``.

    ``cost_class`` is the authority's own (``central``, ``other``, ``scotland``) where the record has one; else its
    kind decides. Raises BadInput naming the figure that can't be.
    """
    _check(work)
    limit = cost_limit_for(limits, cost_class or cost_class_for(regime, kind) or "", on)
    if regime not in COUNTED or limit is None:
        return _without_limit(work, regime)
    counted = COUNTED[regime]
    rate = _rate(work, limit)
    each, once = _total(work.minutes, counted), _total(work.once, counted)
    minutes = each * work.records + once
    is_over = minutes * rate > limit.pounds * 60
    room = Decimal(limit.pounds * 60) / rate - once
    return CostEstimate(
        minutes=minutes,
        pounds=_rounded(minutes * rate / 60),
        limit=limit,
        is_over=is_over,
        working=tuple(_working(work, counted, limit, rate, minutes)),
        ways=tuple(_ways(work, each, room, regime)) if is_over else (),
        fee=_fee(minutes * rate / 60, limit) if regime is Regime.FOISA and not is_over else None,
    )


def _check(work: Work) -> None:
    for name, figure, most in (("records", work.records, MOST_RECORDS), ("years", work.years, 500)):
        if not 0 <= figure <= most:
            raise BadInput(
                f"{figure} {name} can't be worked with; give a number from 0 to {most:,}.", field=name
            )
    for name, spent in (("minutes", work.minutes), ("once", work.once)):
        for activity, minutes in spent.items():
            if not minutes.is_finite() or not 0 <= minutes <= MOST_MINUTES:
                raise BadInput(
                    f"{activity.label}: {minutes} minutes can't be worked with; give a number from 0 to {MOST_MINUTES:,}.",
                    field=f"{name}_{activity}",
                )
    if work.hourly_rate is not None and not (work.hourly_rate.is_finite() and 0 < work.hourly_rate <= 1000):
        raise BadInput("Give the cost of an hour in pounds, more than nothing.", field="hourly_rate")
    if work.by_year and sum(number for _, number in work.by_year) != work.records:
        raise BadInput(
            f"The years add up to {sum(number for _, number in work.by_year):,} records, not to {work.records:,}. Check both.",
            field="by_year",
        )


def _rate(work: Work, limit: CostLimit) -> Decimal:
    """Pounds an hour: fixed by SI 2004/3244 reg 4(4), a cap in SSI 2004/467 reg 3."""
    if limit.cost_class == "scotland" and work.hourly_rate is not None:
        return min(work.hourly_rate, Decimal(limit.hourly_rate))
    return Decimal(limit.hourly_rate)


def _total(spent: Mapping[Activity, Decimal], counted: frozenset[Activity]) -> Decimal:
    return sum((minutes for activity, minutes in spent.items() if activity in counted), Decimal(0))


def _working(
    work: Work, counted: frozenset[Activity], limit: CostLimit, rate: Decimal, minutes: Decimal
) -> Iterator[CostStep]:
    section = "SSI 2004/467 reg 3" if limit.cost_class == "scotland" else "SI 2004/3244 reg 4(3)"
    for activity in Activity:
        once, each = work.once.get(activity, Decimal(0)), work.minutes.get(activity, Decimal(0))
        if activity not in counted:
            if once or each:
                yield CostStep(f"{activity.label} does not count here.", section)
            continue
        if once:
            yield CostStep(f"{activity.label}: {_plain(once)} minutes, once.", section)
        if each:
            whole = each * work.records
            yield CostStep(
                f"{activity.label}: {plural_of(work.records, 'record')} at {_plain(each)} minutes, {duration(whole)}.",
                section,
            )
    yield CostStep(
        "Redacting, deciding on exemptions and asking others for their view do not count.",
        f"{section}; [2011] EWHC 44 (Admin)",
    )
    cost = _rounded(minutes * rate / 60)
    yield CostStep(f"In all {duration(minutes)} at £{_plain(rate)} an hour: {money(cost)}.", section)
    over = minutes * rate > limit.pounds * 60
    against = "more than" if over else "within"
    yield CostStep(
        f"The limit is {money(Decimal(limit.pounds))} ({limit.hours} hours at £{limit.hourly_rate}): this is {against} it.",
        limit.section,
    )


def _ways(work: Work, each: Decimal, room: Decimal, regime: Regime) -> Iterator[Way]:
    """What brings the work under the limit, the least painful first. ``room`` is the minutes left for records."""
    if not each or not work.records or room <= 0:
        yield Way(
            WayKind.TOTALS_FIRST,
            None,
            "Finding it takes the limit by itself. Ask what can be had from the system without a search, or for one unit or one form of record.",
        )
        return
    later = (
        " Ask for the detail when you know how many there are; similar requests to one authority within 60 working days are added together."
        if regime is Regime.FOIA
        else " Ask for the detail when you know how many there are."
    )
    yield Way(
        WayKind.TOTALS_FIRST,
        None,
        f"Ask for the totals first: a count from the system needs no record opened.{later}",
    )
    fit = int(room // each)
    years = _years_that_fit(work, fit)
    if years:
        yield years
    if fit >= 1:
        step = -(-work.records // fit)
        size = -(-work.records // step)
        yield Way(
            WayKind.SAMPLE,
            Decimal(size),
            f"Ask for a sample: every {_ordinal(step)} record, {size:,} in all.",
        )
        yield Way(
            WayKind.FEWER_RECORDS,
            Decimal(fit),
            f"Ask for up to {plural_of(fit, 'record')}, for example the most recent.",
        )
    spare = _down(room / work.records)
    if spare > 0:
        yield Way(
            WayKind.FEWER_DETAILS,
            spare,
            f"Ask for fewer details of each: at {_plain(spare)} minutes a record all of them fit.",
        )


def _years_that_fit(work: Work, fit: int) -> Way | None:
    """The newest years whose records fit together."""
    if work.by_year:
        taken: list[str] = []
        left = fit
        for label, number in reversed(work.by_year):
            if number > left:
                break
            taken.append(label)
            left -= number
        if not taken:
            return None
        names = taken[0] if len(taken) == 1 else f"{taken[-1]} to {taken[0]}"
        return Way(
            WayKind.FEWER_YEARS,
            Decimal(len(taken)),
            f"Ask for {plural_of(len(taken), 'year')} only: {names}.",
        )
    number = fit * work.years // work.records
    if work.years < 2 or number < 1:
        return None
    return Way(
        WayKind.FEWER_YEARS,
        Decimal(number),
        f"Ask for the last {plural_of(number, 'year')} only, if the records are spread evenly.",
    )


def _without_limit(work: Work, regime: Regime) -> CostEstimate:
    minutes = _total(work.minutes, frozenset(Activity)) * work.records + _total(
        work.once, frozenset(Activity)
    )
    section = {Regime.EIR: "EIR reg 8, 12(4)(b)", Regime.EISR: "EI(S)R reg 8, 10(4)(b)"}.get(regime, "")
    says = (
        "There is no cost limit here: a request may be refused only where it is manifestly unreasonable, after weighing the "
        "public interest. The hours are a guide to that at most."
    )
    if regime is Regime.UKGDPR:
        says = "Subject access has no cost limit."
    elif regime in COUNTED:
        says = "No limit is known for this authority on this day, so nothing is held against one."
    steps = (CostStep(f"In all {duration(minutes)}."), CostStep(says, section))
    return CostEstimate(minutes, Decimal(0), None, is_over=False, working=steps, ways=())


def _fee(pounds: Decimal, limit: CostLimit) -> Decimal:
    """What may be charged under the Scottish Act: nothing up to 100 pounds, then a tenth (SSI 2004/467 reg 4)."""
    return _rounded(max(Decimal(0), min(pounds, Decimal(limit.pounds)) - FOISA_FREE) / 10)


def duration(minutes: Decimal) -> str:
    """``18 hours 30 minutes``; minutes are rounded to whole ones."""
    whole = int(minutes.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    hours, rest = divmod(whole, 60)
    parts = [plural_of(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(plural_of(rest, "minute"))
    return " ".join(parts)


def money(pounds: Decimal) -> str:
    """``£450``, ``£1,234.50``."""
    return f"£{pounds:,.0f}" if pounds == pounds.to_integral_value() else f"£{pounds:,.2f}"


def plural_of(count: int, noun: str) -> str:
    """``1 record``, ``1,080 records``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return "single" if number == 1 else "second" if number == 2 else f"{number:,}{ending}"


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _down(number: Decimal) -> Decimal:
    """To a tenth, downwards: what is offered must fit."""
    return (number * 10 // 1) / 10
