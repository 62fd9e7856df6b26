"""What gives the authority more time, and what only claims to (RULES.md 1.4, 2.2)."""

from __future__ import annotations

import re

from requests_app.core.clock.case import Case, Extension
from requests_app.core.clock.records import ClockEvent
from requests_app.core.clock.reply_days import plain_span
from requests_app.core.clock.wording import event_in_words
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError

# FOIA Part II as RULES.md 5.1 has it: the sections whose public interest has to be weighed (s.2(2)(b)).
QUALIFIED_FOIA = frozenset(
    {"22", "22A", "24", "26", "27", "28", "29", "30", "31", "33", "35", "36", "37", "38", "39", "42", "43"}
)
# Limbs of an otherwise qualified section that are absolute (s.2(3)), and qualified limbs of an absolute one.
_ABSOLUTE_LIMBS = ("37(1)(a)", "37(1)(aa)", "37(1)(ab)")
_QUALIFIED_LIMBS = ("40(3B)", "40(4A)")
_SECTION = re.compile(r"(?:s|ss|sec|section|reg|regulation)?\.?\s*(\d+[A-Z]?)((?:\(\w+\))*)", re.IGNORECASE)

QUALIFIED, ABSOLUTE, EITHER = "qualified", "absolute", "either"


def on_pit_extension(case: Case, event: ClockEvent) -> None:
    """FOIA s.10(3): only to weigh the public interest of a qualified exemption, whatever the notice calls itself."""
    if event.target is not None and event.on is not None and event.target < event.on:
        raise ClockError(
            f"{event_in_words(event)}: its target, {in_words(event.target)}, lies before the notice; give a later day, or none.",
            field="target",
        )
    if case.rules.public_interest_extension is None:
        _invalid(case, event, f"{case.rules.regime} has no extension for the public interest.")
        return
    if all(exemption_status(cited) == ABSOLUTE for cited in event.exemptions):
        named = ", ".join(event.exemptions) or "no exemption"
        _invalid(case, event, f"It names {named}: only a qualified exemption has a public interest to weigh.")
        return
    late = _extend(case, event)
    if late:
        case.note(
            "The notice came after day 20, which is a breach of section 17(1); the day moves all the same.",
            "FOIA s.17(1)-(2)",
            event.on,
        )


def on_eir_extension(case: Case, event: ClockEvent) -> None:
    """EIR reg 7, EI(S)R reg 7: to day 40 for complexity and volume, if the notice is given by day 20."""
    if case.rules.complexity_extension is None:
        _invalid(case, event, f"{case.rules.regime} has no extension for complexity and volume.")
        return
    span = plain_span(case, case.period)
    if span is not None and event.on is not None and event.on > span.latest:
        case.extension_notice_late = True
        _invalid(case, event, f"The notice had to be given by {in_words(span.latest)}.")
        return
    _extend(case, event, certain=event.on is not None)


def on_sar_extended(case: Case, event: ClockEvent) -> None:
    """UK GDPR art 12(3): two further months, if the person is told within the first."""
    if case.rules.further_months is None:
        raise ClockError(
            f"{event_in_words(event)}: only a subject access request (UKGDPR) has that; under {case.rules.regime} use "
            "pit_extension or eir_extension.",
            field=str(event.kind),
        )
    if _extend(case, event):
        case.doubt(
            "The notice of two further months came after the first month; whether it still counts is not settled."
        )


def _extend(case: Case, event: ClockEvent, *, certain: bool = True) -> bool:
    """Let an extension stand; return whether its notice came after the last day."""
    span = plain_span(case, case.period)
    late = None if span is None or event.on is None else event.on > span.latest
    period = case.period
    assert period is not None  # noqa: S101 - the table accepts extensions only once the clock has begun
    if period.extensions:
        case.note(
            f"This is notice {len(period.extensions) + 1} of an extension: it does not move the 40th working day.",
            "FOIA s.10(3)" if case.rules.public_interest_extension else case.rules.reply.rule.section,
            event.on,
        )
    else:
        case.extension_notice_late = late
    case.extension_valid = True if certain else None
    period.extensions.append(Extension(event, late, certain))
    return bool(late)


def _invalid(case: Case, event: ClockEvent, reason: str) -> None:
    case.extension_valid = bool(case.extension_valid and case.period and case.period.extensions)
    case.note(f"Their extension does not move the day. {reason}", case.rules.reply.rule.section, event.on)


def exemption_status(cited: str) -> str:
    """Whether the FOIA exemption ``cited`` ("s31", "s.40(2)", "section 37(1)(b)") is qualified, absolute or either.

    Procedural sections (12, 14, 21 and so on) count as absolute: none of them is weighed. Raises ClockError where
    no section can be read.
    """
    match = _SECTION.fullmatch(cited.strip())
    if match is None:
        raise ClockError(
            f'exemptions: {cited!r} names no section; give, for example, "s31" or "s40(2)".',
            field="exemptions",
        )
    number, limbs = match[1].upper(), match[2]
    if f"{number}{limbs}".upper().startswith(tuple(limb.upper() for limb in _QUALIFIED_LIMBS)):
        return QUALIFIED
    if f"{number}{limbs.lower()}" in _ABSOLUTE_LIMBS or number not in QUALIFIED_FOIA:
        return ABSOLUTE
    return EITHER if number == "37" and not limbs else QUALIFIED
