"""A refusal for cost: whether it is open at all, and whether its estimate counts what may be counted and adds up.

Fees Regulations reg 4(3): determining whether it is held, locating, retrieving, extracting; nothing else (Chief Constable
of South Yorkshire v IC [2011] EWHC 44 (Admin)).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.cost_limits import CostLimit, cost_class_for
from requests_app.core.reading.notice_case import Case, Ground
from requests_app.core.reading.notice_points import NoticeStatus
from requests_app.core.reading.passages import Passage
from requests_app.core.reading.records import CostEstimateRead
from requests_app.core.states import AuthorityKind, Decision, Outcome, Regime

MET, MISSING, WRONG, NOTE, UNCLEAR = (
    NoticeStatus.MET,
    NoticeStatus.MISSING,
    NoticeStatus.WRONG,
    NoticeStatus.NOTE,
    NoticeStatus.UNCLEAR,
)
FEES = "SI 2004/3244; [2011] EWHC 44 (Admin)"
FEES_SCOTLAND = "SSI 2004/467"
_UNSETTLED = {AuthorityKind.OTHER, AuthorityKind.ARCHIVES}
_NOT_COUNTED = re.compile(
    r"\b(?:redact\w*|apply\w*\s+(?:\w+\s+){0,2}exemptions?|consider\w*\s+(?:\w+\s+){0,4}(?:exempt\w*|public\s+interest)|exemptions?\s+(?:\w+\s+){0,3}(?:appl|considered)|public\s+interest\s+test|legal\s+advice|consult\w*\s+(?:with\s+)?(?:third|legal)|anonymis\w*|remov(?:e|ing)\s+(?:the\s+)?(?:names|personal)|photocopy\w*|quality[\s-]assur\w*)",
    re.IGNORECASE,
)
_NOT_COUNTED_IN_SCOTLAND = re.compile(
    r"\b(?:apply\w*\s+(?:\w+\s+){0,2}exemptions?|consider\w*\s+(?:\w+\s+){0,4}(?:exempt\w*|public\s+interest)|exemptions?\s+(?:\w+\s+){0,3}(?:appl|considered)|public\s+interest\s+test)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?:minutes?|mins|hours?|£\s?\d|time|cost\w*|estimat\w*)\b|£", re.IGNORECASE)
_DISCLAIMS = re.compile(
    r"\b(?:not|n't|excluding|exclud\w+|without|before|in\s+addition|additional\s+to|also\s+need|further|even)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:narrow|refin|reduc|limit(?:ing)?\s+(?:your|the)|shorter|smaller|fewer|specif|advice\s+and\s+assistance|section\s+1[56]|could\s+(?:be\s+)?(?:provide|answer)|new\s+request|may\s+be\s+able\s+to|happy\s+to|within\s+the\s+(?:cost|appropriate))",
    re.IGNORECASE,
)
_MINUTES_OR_COUNT = re.compile(
    r"\b\d[\d,]*\s+(?:records?|files?|cases?|minutes|hours|emails?|e-mails?|documents?)\b|£\s?\d",
    re.IGNORECASE,
)


def check_cost(case: Case) -> None:
    """The estimate and its limit, where cost is a ground."""
    ground = next((each for each in case.grounds if each.number == "12" and not each.is_regulation), None)
    claimed = ground is not None or case.reading.decision is Decision.COST_LIMIT
    claimed = claimed or any(answer.outcome is Outcome.COST_LIMIT for answer in case.reading.answers)
    if not claimed:
        return
    if case.law.environmental:
        _no_cost_limit(case, ground)
        return
    estimates = [each for each in case.reading.cost_estimates if _estimates(each)]
    limit = _limit_of(case)
    _estimate(case, ground, estimates)
    for estimate in estimates:
        _counted(case, ground, estimate)
        _sums(case, ground, estimate)
    for estimate in case.reading.cost_estimates:
        _limit_printed(case, ground, estimate, limit)
    if limit is not None:
        _over_limit(case, ground, estimates, limit)
    _advice(case, ground)


def _source(case: Case) -> str:
    return FEES_SCOTLAND if case.law.regime is Regime.FOISA else FEES


def _section(case: Case) -> str:
    return f"{case.law.regime} s.12(1)"


def _span(estimate: CostEstimateRead) -> tuple[int, int]:
    return estimate.start, estimate.end


def _no_cost_limit(case: Case, ground: Ground | None) -> None:
    if any(
        point.key == "ground_of_this_law" and point.ground == (ground.printed if ground else "")
        for point in case.points
    ):
        return
    case.add(
        "no_cost_limit",
        WRONG,
        "The Regulations have no cost limit.",
        f"{case.law.act[0].upper()}{case.law.act[1:]} have no cost limit; a request can be refused only as manifestly "
        "unreasonable, with the public interest weighed.",
        "EIR reg 12(4)(b)" if case.law.regime is Regime.EIR else "EI(S)R reg 10(4)(b)",
        ground=ground,
    )


def _estimates(estimate: CostEstimateRead) -> bool:
    """Whether it estimates this request, and does not merely recite the limit."""
    figures = (estimate.hours, estimate.minutes_each, estimate.records, estimate.cost)
    return any(figure is not None for figure in figures)


def _estimate(case: Case, ground: Ground | None, estimates: Sequence[CostEstimateRead]) -> None:
    what = "The notice gives the estimate on which the cost limit rests: how many records, how long for each."
    if estimates:
        case.add(
            "cost_estimate",
            MET,
            what,
            "",
            _section(case),
            ground=ground,
            at=_span(estimates[0]),
            source=_source(case),
        )
        return
    figures = case.saying(_MINUTES_OR_COUNT, case.near(ground) if ground else None)
    case.add(
        "cost_estimate",
        UNCLEAR if figures else MISSING,
        what,
        "The letter relies on the cost limit without giving an estimate of the work: please give the number of records, the "
        f"time for each and how it was measured ({_section(case)})."
        if figures is None
        else "It is not clear how the figures in the letter come to more than the cost limit.",
        _section(case),
        ground=ground,
        at=figures
        or (
            (ground.start, ground.end)
            if ground and ground.start is not None and ground.end is not None
            else None
        ),
        source=_source(case),
        doubt=f"The notice itself need only state the claim ({case.law.claim}); the estimate is what the claim rests on.",
    )


def _counted(case: Case, ground: Ground | None, estimate: CostEstimateRead) -> None:
    """An estimate that counts redaction or thinking about exemptions counts too much."""
    scottish = case.law.regime is Regime.FOISA
    pattern = _NOT_COUNTED_IN_SCOTLAND if scottish else _NOT_COUNTED
    counted = next((each for each in _within(case, estimate) if _counts_too_much(each, pattern)), None)
    if counted is None:
        return
    if scottish:
        what = (
            "The estimate counts no time for finding out whether it is held, or for deciding on exemptions."
        )
        sentence = "The estimate counts time for deciding on exemptions, which may not be counted (SSI 2004/467 reg 3(2))."
    else:
        what = "The estimate counts only finding out whether it is held, locating, retrieving and extracting."
        sentence = (
            "The estimate counts time for redacting or for considering exemptions, which may not be counted "
            "(Fees Regulations reg 4(3))."
        )
    case.add(
        "cost_counts_redaction",
        WRONG,
        what,
        sentence,
        "SSI 2004/467 reg 3(2)" if scottish else "SI 2004/3244 reg 4(3)",
        ground=ground,
        at=counted,
        source=_source(case),
    )


def _within(case: Case, estimate: CostEstimateRead) -> list[Passage]:
    return [
        each for each in case.passages if each.start < estimate.end + 300 and each.end > estimate.start - 300
    ]


def _counts_too_much(passage: Passage, pattern: re.Pattern[str]) -> bool:
    match = pattern.search(passage.text)
    if match is None or not _TIME.search(passage.text):
        return False
    return _DISCLAIMS.search(passage.text[max(0, match.start() - 60) : match.end() + 30]) is None


def _sums(case: Case, ground: Ground | None, estimate: CostEstimateRead) -> None:
    for each in estimate.sums:
        if each.agrees:
            continue
        case.add(
            "cost_arithmetic",
            WRONG,
            "The figures of the estimate add up.",
            f"The estimate does not add up: {each.what} comes to {each.worked_out:,g}, and the letter says {each.printed:,g}.",
            _section(case),
            ground=ground,
            at=_span(estimate),
            source=_source(case),
        )


def _limit_of(case: Case) -> CostLimit | None:
    """The limit of this authority on the day of the notice, or the latest there is where that day is not known."""
    wanted = cost_class_for(case.law.regime, case.authority_kind)
    of_class = [each for each in case.cost_limits if each.cost_class == wanted]
    on = case.issued_on or case.due_on
    if on is not None:
        of_class = [
            each
            for each in of_class
            if each.applies_from <= on and (each.applies_until is None or on <= each.applies_until)
        ]
    return max(of_class, key=lambda each: each.applies_from, default=None)


def _limit_printed(
    case: Case, ground: Ground | None, estimate: CostEstimateRead, limit: CostLimit | None
) -> None:
    """The limit, the hours and the rate as the letter has them, against those of this authority."""
    if limit is None:
        return
    wrong = _wrong_limit(estimate, limit)
    if not wrong:
        return
    unsettled = case.authority_kind in _UNSETTLED and case.law.regime is Regime.FOIA
    case.add(
        "cost_limit",
        UNCLEAR if unsettled else WRONG,
        f"The limit is this authority's: £{limit.pounds}, at £{limit.hourly_rate} an hour.",
        f"The letter gives {wrong}; for this kind of authority the limit is £{limit.pounds}, or {limit.hours} hours at "
        f"£{limit.hourly_rate} ({limit.section}).",
        limit.section,
        ground=ground,
        at=_span(estimate),
        source=_source(case),
        doubt="Which limit applies depends on whether the authority is in Part I of Schedule 1."
        if unsettled
        else "",
    )


def _wrong_limit(estimate: CostEstimateRead, limit: CostLimit) -> str:
    if estimate.limit is not None and abs(estimate.limit - limit.pounds) > 0.5:
        return f"£{estimate.limit:g} as the limit"
    if estimate.limit_hours is not None and abs(estimate.limit_hours - limit.hours) > 0.5:
        return f"{estimate.limit_hours:g} hours as the limit"
    if estimate.rate is not None and estimate.rate > limit.hourly_rate + 0.005:
        return f"£{estimate.rate:g} as the rate for an hour"
    return ""


def _over_limit(
    case: Case, ground: Ground | None, estimates: Sequence[CostEstimateRead], limit: CostLimit
) -> None:
    hours = [each for each in estimates if each.hours is not None]
    costs = [each for each in estimates if each.cost is not None]
    below = None
    if hours and max(each.hours or 0 for each in hours) <= limit.hours:
        below = hours[0]
    if costs and max(each.cost or 0 for each in costs) > limit.pounds:
        below = None
    if below is None:
        return
    case.add(
        "cost_below_limit",
        WRONG,
        "The estimate is over the limit.",
        f"The estimate is {below.hours:g} hours, which is within the limit of {limit.hours} hours.",
        _section(case),
        ground=ground,
        at=_span(below),
        source=_source(case),
    )


def _advice(case: Case, ground: Ground | None) -> None:
    """What could be had within the limit: no part of the notice, and a duty all the same."""
    offered = case.saying(_ADVICE)
    if case.reading.assistance or offered is not None:
        place = offered or (case.reading.assistance[0].start, case.reading.assistance[0].end)
        case.add(
            "advice",
            MET,
            "The letter says what could be asked for within the limit.",
            "",
            case.law.advice,
            ground=ground,
            at=place,
        )
        return
    case.add(
        "advice",
        MISSING,
        "The letter says what could be asked for within the limit.",
        f"The letter gives no advice on what could be provided within the cost limit ({case.law.advice}).",
        case.law.advice,
        ground=ground,
        doubt="To give no advice is a breach of its own; by itself it does not make the estimate wrong.",
    )
