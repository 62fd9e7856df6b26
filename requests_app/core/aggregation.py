"""Regulation 5: requests from one campaign that may be added together against the cost limit, and until when.

Two or more requests for, to any extent, the same or similar information, received by one authority within any period
of 60 consecutive working days, from one person or from people acting together or in pursuance of a campaign, are
costed as one (SI 2004/3244 reg 5; RULES.md 1.5). It looks at what is asked and at who acts together, not at wording:
the way to stay clear of it is to wait, or to put everything into one request.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from requests_app.core.calendars import Calendar, OutsideTable
from requests_app.core.dates import in_words
from requests_app.core.regimes import rules_for
from requests_app.core.similarity import ALIKE
from requests_app.core.states import Regime

_FARTHEST = 150  # days: 60 working days never reach that far, whatever the holidays


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A request as far as regulation 5 looks at it. ``authority``, ``campaign`` and ``requester`` are any keys.

    ``received_on`` is the day the authority received it, or will if it is sent then. ``likeness`` is how alike it is to
    the one planned (``core/similarity``), from 0 to 1.
    """

    reference: str
    authority: Hashable
    received_on: date
    regime: Regime
    campaign: Hashable = None
    requester: Hashable = None
    likeness: float = 1.0
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Aggregation:
    """A warning: these requests and the one planned may be costed as one.

    ``until`` is the last day on which that is so, ``clear_from`` the first on which a request stands alone; ``None``
    where the holiday table ends before, and ``doubt`` says so.
    """

    requests: tuple[Asking, ...]
    until: date | None
    clear_from: date | None
    sentence: str
    section: str
    doubt: str = ""


def window_of(
    received_on: date, calendar: Calendar, regime: Regime = Regime.FOIA
) -> tuple[date, date] | None:
    """The last of the 60 working days of which the day of receipt is the first, and the working day after it.

    A receipt on a day that is no working day is followed by all 60. ``None`` where the regime adds nothing up. Raises
    OutsideTable.
    """
    limit = rules_for(regime).aggregation
    if limit is None:
        return None
    until = calendar.add_working_days(received_on, limit.number - calendar.is_working_day(received_on))
    return until, calendar.next_working_day(until)


def check_aggregation(
    planned: Asking, earlier: Iterable[Asking], *, calendar: Calendar, least: float = ALIKE
) -> Aggregation | None:
    """Warn where ``planned`` may be added to requests made before; ``None`` where nothing stands against it.

    ``calendar`` is that of the regime. FOISA and the Regulations add nothing up: ``None``, and ``none_because`` says why.
    """
    limit = rules_for(planned.regime).aggregation
    if limit is None:
        return None
    near: list[tuple[date, date, Asking]] = []
    for asking in earlier:
        if not _counts(asking, planned, least):
            continue
        try:
            window = window_of(asking.received_on, calendar, planned.regime)
        except OutsideTable as outside:
            return _undated(asking, limit.rule.section, str(outside))
        if window is not None and planned.received_on <= window[0]:
            near.append((*window, asking))
    if not near:
        return None
    until, clear_from = max(found[0] for found in near), max(found[1] for found in near)
    requests = tuple(
        found[2] for found in sorted(near, key=lambda found: (found[2].received_on, found[2].reference))
    )
    return Aggregation(
        requests, until, clear_from, _sentence(requests, planned, until, clear_from), limit.rule.section
    )


def _counts(asking: Asking, planned: Asking, least: float) -> bool:
    """Whether an earlier request is one that regulation 5 could add: one authority, one law, together, alike, near."""
    together = (planned.campaign is not None and asking.campaign == planned.campaign) or (
        planned.requester is not None and asking.requester == planned.requester
    )
    return (
        together
        and asking.authority == planned.authority
        and asking.regime is planned.regime
        and not asking.is_withdrawn
        and asking.likeness >= least
        and asking.reference != planned.reference
        and 0 <= (planned.received_on - asking.received_on).days <= _FARTHEST
    )


def _sentence(requests: tuple[Asking, ...], planned: Asking, until: date, clear_from: date) -> str:
    names = ", ".join(f"{asking.reference} (received {in_words(asking.received_on)})" for asking in requests)
    one = len(requests) == 1
    who = (
        "you asked"
        if all(asking.requester == planned.requester is not None for asking in requests)
        else "your campaign asked"
    )
    return (
        f"{who[0].upper()}{who[1:]} this authority something similar: {names}. Requests that reach it up to {in_words(until)}, "
        f"60 working days counting the day of receipt, may be added {'to it' if one else 'to them'} against the cost limit. "
        f"From {in_words(clear_from)} this one stands alone."
    )


def _undated(asking: Asking, section: str, doubt: str) -> Aggregation:
    sentence = (
        f"{asking.reference} (received {in_words(asking.received_on)}) is similar and may be added to this one for 60 working days; "
        "the day on which that ends can't be worked out."
    )
    return Aggregation((asking,), None, None, sentence, section, doubt)


def none_because(regime: Regime) -> tuple[str, str]:
    """Why requests are not added up under ``regime``, with its section; two empty texts where they are."""
    return _NONE.get(regime, ("", ""))


_NONE = {
    Regime.FOISA: (
        "Scotland's Act adds no requests together. Overlapping ones of different people may be met by publication.",
        "SSI 2004/467 reg 6",
    ),
    Regime.EIR: ("The Regulations have no cost limit, so there is nothing to add up.", "EIR reg 12(4)(b)"),
    Regime.EISR: (
        "The Regulations have no cost limit, so there is nothing to add up.",
        "EI(S)R reg 10(4)(b)",
    ),
    Regime.UKGDPR: ("Subject access has no cost limit.", "UK GDPR art 12(5)"),
}
