"""FOIA, the EIR, FOISA, the EI(S)R and subject access as data: limits, extensions and onward steps, each cited.

The regimes differ in numbers and in a few rules, not in shape. What differs stands here, a rule a line; how a
rule is applied stands in ``core/clock``. A rule that RULES.md marks [K] or [?] carries its doubt with it, and
the doubt is shown beside every date that rests on the rule.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum, auto
from functools import lru_cache

from requests_app.core.calendars import Calendar
from requests_app.core.states import AuthorityKind, Basis, Regime


class Unit(Enum):
    """What a limit counts in."""

    WORKING_DAYS = auto()
    DAYS = auto()
    MONTHS = auto()
    MONTHS_BEGINNING_WITH = auto()  # the trigger is the first day of the period, not the day before it


class WindowFrom(Enum):
    """What the time to ask for a review is counted from."""

    REPLY = auto()  # the reply as issued (s.45 code; EIR reg 11(2); EI(S)R reg 16(2))
    END_OF_TIME_OR_LATE_REPLY = auto()  # FOISA s.20(5)


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a date comes from. ``doubt`` is the reason it is uncertain, or empty.

    ``hard``: missing the date has a consequence in law (statute, or a notice under it).
    """

    section: str
    source: str
    basis: Basis = Basis.STATUTE
    doubt: str = ""
    hard: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hard", self.basis in {Basis.STATUTE, Basis.NOTICE})


@dataclass(frozen=True, slots=True)
class Limit:
    """So many ``unit`` after a day, and the rule that says so."""

    number: int
    unit: Unit
    rule: Rule

    def after(self, trigger: date, calendar: Calendar) -> date:
        """The last day of the limit counted from ``trigger``. Raises OutsideTable."""
        if self.unit is Unit.WORKING_DAYS:
            return calendar.add_working_days(trigger, self.number)
        if self.unit is Unit.DAYS:
            return trigger + timedelta(days=self.number)
        if self.unit is Unit.MONTHS:
            return add_months(trigger, self.number)
        return last_day_of_months_beginning_with(trigger, self.number)

    def __str__(self) -> str:
        names = {Unit.WORKING_DAYS: "working day", Unit.DAYS: "day"}
        return f"{self.number} {names.get(self.unit, 'month')}{'' if self.number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Variant:
    """A kind of authority whose time for replying differs: the plain limit or so many ``working_days``, as ``needs``
    would settle.
    """

    working_days: int
    needs: str
    rule: Rule
    school: bool = False


@dataclass(frozen=True, slots=True)
class RegimeRules:
    """One regime: every limit it sets on either side. ``None`` where the regime has no such thing.

    ``scottish``: Scotland's calendar and Commissioner apply.
    """

    regime: Regime
    working_day: Rule
    reply: Limit
    clarification: Rule
    fee: Limit | None
    review_request: Limit | None
    review_request_from: WindowFrom
    review_answer: Limit | None
    review_answer_latest: Limit | None
    review_before_regulator: bool
    complaint: Limit | None
    compliance: Limit | None
    appeal: Limit | None
    public_interest_extension: Limit | None = None
    complexity_extension: Limit | None = None
    further_months: Limit | None = None
    clarification_restarts: bool = True
    transfer_needs_consent: bool = True
    aggregation: Limit | None = None
    scottish: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "scottish", self.regime in {Regime.FOISA, Regime.EISR})


ICO_TIME = "ICO, Time limits for compliance under FOIA section 10 (1 Aug 2023)"
ICO_EIR_TIME = "ICO, Time limits under the EIR (10 Feb and 1 Aug 2023)"
ICO_DISSATISFIED = "ICO, What to do if you are dissatisfied with the response"
ICO_COMPLAINTS = "ICO, FOI and EIR complaint pages"
ICO_NOTICES = "ICO decision notices of June 2024, November 2024 and February 2026"
FOISA_NOTES = "FOISA explanatory notes; Scottish Information Commissioner on timescales"
WDTK = "WhatDoTheyKnow help pages (23 Jul 2026)"
GRC = "SI 2009/1976 rule 22 (at 6 Apr 2024)"
GENERAL_KNOWLEDGE = "general knowledge"

UNREAD_EIR = "The text of EIR regulations 7 to 9, 11 and 14 was not checked word for word."
UNREAD_EISR = "The text of the EI(S)R was not checked word for word."
UNREAD_FOISA = "The text of FOISA sections 18 to 20, 47 and 56 was not checked word for word."
EIR_DAY = "That the EIR count working days as FOIA s.10(6) does (reg 2(1)) was not checked against the text."
EISR_DAY = (
    "That the EI(S)R count working days as FOISA s.73 does (reg 2(1)) was not checked against the text."
)
SIX_WEEKS = "Six weeks is the ICO's practice, from an undated page; the Act only says 'undue delay'."
SILENT_REVIEW = "The day from which the ICO takes a complaint about a silent review is its practice, not law."
APPEAL_SUSPENDS = "An appeal suspends the steps, and a notice can't require them before the time to appeal ends: not checked."


def _working_days(
    number: int, section: str, source: str, basis: Basis = Basis.STATUTE, doubt: str = ""
) -> Limit:
    return Limit(number, Unit.WORKING_DAYS, Rule(section, source, basis, doubt))


_ICO_COMPLAINT = Limit(
    42, Unit.DAYS, Rule("FOIA s.50(2)(b)", ICO_COMPLAINTS, Basis.REGULATOR_GUIDANCE, SIX_WEEKS)
)
_ICO_COMPLIANCE = Limit(30, Unit.DAYS, Rule("FOIA s.50(4)", ICO_NOTICES, Basis.NOTICE, APPEAL_SUSPENDS))
_TRIBUNAL = Limit(28, Unit.DAYS, Rule("FOIA s.57; GRC Rules rule 22(1)(b)", GRC))

FOIA = RegimeRules(
    regime=Regime.FOIA,
    working_day=Rule("FOIA s.10(6)", ICO_TIME),
    reply=_working_days(20, "FOIA s.10(1)", ICO_TIME),
    clarification=Rule("FOIA s.1(3), s.10(6)(b)", "ICO line to take LTT137; ICO on clarifying requests"),
    fee=Limit(3, Unit.MONTHS_BEGINNING_WITH, Rule("FOIA s.9(2), s.10(2)", ICO_TIME)),
    public_interest_extension=_working_days(
        40, "FOIA s.10(3), s.17(2)", f"{ICO_TIME}; {WDTK}", Basis.REGULATOR_GUIDANCE
    ),
    review_request=_working_days(40, "s.45 code", ICO_DISSATISFIED, Basis.CODE),
    review_request_from=WindowFrom.REPLY,
    review_answer=_working_days(20, "s.45 code", "ICO guide, Complaints (internal reviews)", Basis.CODE),
    review_answer_latest=_working_days(
        40, "s.45 code", "ICO guide, Complaints (internal reviews)", Basis.REGULATOR_GUIDANCE, SILENT_REVIEW
    ),
    review_before_regulator=False,
    complaint=_ICO_COMPLAINT,
    compliance=_ICO_COMPLIANCE,
    appeal=_TRIBUNAL,
    aggregation=_working_days(60, "SI 2004/3244 reg 5(2)", "SI 2004/3244; " + WDTK),
)

EIR = RegimeRules(
    regime=Regime.EIR,
    working_day=Rule("EIR reg 2(1)", GENERAL_KNOWLEDGE, doubt=EIR_DAY),
    reply=_working_days(20, "EIR reg 5(2)", ICO_EIR_TIME, doubt=EIR_DAY),
    clarification=Rule("EIR reg 9(2)-(4)", GENERAL_KNOWLEDGE, doubt=UNREAD_EIR),
    fee=_working_days(60, "EIR reg 8(5)-(6)", GENERAL_KNOWLEDGE, doubt=UNREAD_EIR),
    complexity_extension=_working_days(40, "EIR reg 7(1), 7(3)", ICO_EIR_TIME, doubt=EIR_DAY),
    review_request=_working_days(
        40, "EIR reg 11(2)", "ICO, Internal reviews under the EIR", doubt=UNREAD_EIR
    ),
    review_request_from=WindowFrom.REPLY,
    review_answer=_working_days(40, "EIR reg 11(4)", ICO_DISSATISFIED, doubt=EIR_DAY),
    review_answer_latest=None,
    review_before_regulator=False,
    complaint=replace(
        _ICO_COMPLAINT, rule=replace(_ICO_COMPLAINT.rule, section="EIR reg 18; FOIA s.50(2)(b)")
    ),
    compliance=replace(
        _ICO_COMPLIANCE, rule=replace(_ICO_COMPLIANCE.rule, section="EIR reg 18; FOIA s.50(4)")
    ),
    appeal=replace(_TRIBUNAL, rule=Rule("EIR reg 18; FOIA s.57; GRC Rules rule 22(1)(b)", GRC)),
    transfer_needs_consent=False,
)

_SIC_COMPLAINT = Limit(6, Unit.MONTHS, Rule("FOISA s.47(4)", FOISA_NOTES, doubt=UNREAD_FOISA))
_COURT_OF_SESSION = Limit(
    42,
    Unit.DAYS,
    Rule("FOISA s.56; Rules of the Court of Session 41.20(1)(b)", GENERAL_KNOWLEDGE, doubt=UNREAD_FOISA),
)

FOISA = RegimeRules(
    regime=Regime.FOISA,
    working_day=Rule("FOISA s.73", FOISA_NOTES),
    reply=_working_days(20, "FOISA s.10(1)", FOISA_NOTES),
    clarification=Rule("FOISA s.1(3), s.10(1)(b)", FOISA_NOTES),
    fee=Limit(3, Unit.MONTHS_BEGINNING_WITH, Rule("FOISA s.9, s.10(3)", FOISA_NOTES)),
    review_request=_working_days(40, "FOISA s.20(5)", FOISA_NOTES, doubt=UNREAD_FOISA),
    review_request_from=WindowFrom.END_OF_TIME_OR_LATE_REPLY,
    review_answer=_working_days(20, "FOISA s.21(1)", FOISA_NOTES),
    review_answer_latest=None,
    review_before_regulator=True,
    complaint=_SIC_COMPLAINT,
    compliance=None,
    appeal=_COURT_OF_SESSION,
)

EISR = RegimeRules(
    regime=Regime.EISR,
    working_day=Rule("EI(S)R reg 2(1)", GENERAL_KNOWLEDGE, doubt=EISR_DAY),
    reply=_working_days(20, "EI(S)R reg 5(2)(a)", FOISA_NOTES, doubt=EISR_DAY),
    clarification=Rule("EI(S)R reg 9", GENERAL_KNOWLEDGE, doubt=UNREAD_EISR),
    fee=_working_days(60, "EI(S)R reg 8", GENERAL_KNOWLEDGE, doubt=UNREAD_EISR),
    complexity_extension=_working_days(40, "EI(S)R reg 7(1)", GENERAL_KNOWLEDGE, doubt=UNREAD_EISR),
    review_request=_working_days(40, "EI(S)R reg 16(2)", GENERAL_KNOWLEDGE, doubt=UNREAD_EISR),
    review_request_from=WindowFrom.REPLY,
    review_answer=_working_days(20, "EI(S)R reg 16(4)", FOISA_NOTES, doubt=EISR_DAY),
    review_answer_latest=None,
    review_before_regulator=True,
    complaint=replace(
        _SIC_COMPLAINT, rule=Rule("EI(S)R reg 17; FOISA s.47(4)", FOISA_NOTES, doubt=UNREAD_EISR)
    ),
    compliance=None,
    appeal=replace(
        _COURT_OF_SESSION, rule=replace(_COURT_OF_SESSION.rule, section="EI(S)R reg 17; FOISA s.56")
    ),
    transfer_needs_consent=False,
)

_SAR_METHOD = "ICO method for subject access, as reported by Charles Russell Speechlys and Fieldfisher"

UKGDPR = RegimeRules(
    regime=Regime.UKGDPR,
    working_day=Rule("UK GDPR art 12(3)", _SAR_METHOD),
    reply=Limit(1, Unit.MONTHS, Rule("UK GDPR art 12(3)", _SAR_METHOD)),
    clarification=Rule(
        "UK GDPR art 12A; DUAA 2025 s.76",
        "SI 2026/82",
        doubt="That both the day of the question and the day of the answer are left out was not checked against the text.",
    ),
    clarification_restarts=False,
    further_months=Limit(3, Unit.MONTHS, Rule("UK GDPR art 12(3)", _SAR_METHOD)),
    fee=None,
    review_request=None,
    review_request_from=WindowFrom.REPLY,
    review_answer=None,
    review_answer_latest=None,
    review_before_regulator=False,
    complaint=None,
    compliance=None,
    appeal=None,
)

RULES = {rules.regime: rules for rules in (FOIA, EIR, FOISA, EISR, UKGDPR)}

# DUAA 2025 s.76 ("stop the clock" for clarification and identity) is in force from this day (SI 2026/82).
SAR_PAUSE_IN_FORCE = date(2026, 2, 5)

_SCHOOL_LIMIT = Rule(
    "SI 2004/3364 reg 3", "SI 2004/3364 reg 3; SI 2010/2768 (academies); SI 2009/1369 (Northern Ireland)"
)
_SCHOOL = Variant(60, "term_dates", _SCHOOL_LIMIT, school=True)
_ARCHIVE_DOUBT = (
    "An archive has 30 working days for transferred records that are not open, 20 for the rest; the record does not say "
    "which these are."
)
_ARCHIVE_RULE = Rule("SI 2004/3364 reg 4", "SI 2004/3364; Hansard on SI 2009/1369", doubt=_ARCHIVE_DOUBT)
_KEEPER_RULE = Rule("FOISA s.10(2)", FOISA_NOTES, doubt=_ARCHIVE_DOUBT)

VARIANTS: dict[tuple[Regime, AuthorityKind], Variant] = {
    (Regime.FOIA, AuthorityKind.SCHOOL_MAINTAINED): _SCHOOL,
    (Regime.FOIA, AuthorityKind.ACADEMY): _SCHOOL,
    (Regime.FOIA, AuthorityKind.ARCHIVES): Variant(30, "transferred_records", _ARCHIVE_RULE),
    (Regime.FOISA, AuthorityKind.KEEPER): Variant(30, "transferred_records", _KEEPER_RULE),
}

# s.21(2): the Keeper has 30 working days to answer a review about such records.
KEEPER_REVIEW = _working_days(30, "FOISA s.21(2)", FOISA_NOTES, doubt=_ARCHIVE_DOUBT)

SCOTTISH_KINDS = frozenset({AuthorityKind.POLICE_SCOTLAND, AuthorityKind.COUNCIL_SCOT, AuthorityKind.KEEPER})
NEVER_SCOTTISH_KINDS = frozenset(
    {
        AuthorityKind.POLICE_EW,
        AuthorityKind.POLICE_PSNI,
        AuthorityKind.BTP,
        AuthorityKind.MOPAC,
        AuthorityKind.PCC,
        AuthorityKind.COUNCIL,
        AuthorityKind.ACADEMY,
    }
)


@lru_cache
def statutory(rule: Rule) -> Rule:
    """The same rule as the Act itself has it, where its length is guidance but its notice is law."""
    return replace(rule, basis=Basis.STATUTE)


def rules_for(regime: Regime) -> RegimeRules:
    """The rules of ``regime``."""
    return RULES[regime]


def variant_for(regime: Regime, kind: AuthorityKind) -> Variant | None:
    """How the reply limit of this kind of authority differs under this regime (RULES.md 1.4), or None."""
    return VARIANTS.get((regime, kind))


def mismatch(regime: Regime, kind: AuthorityKind) -> str:
    """Why this kind of authority hardly answers under this regime (RULES.md 1.1), or nothing."""
    scottish = RULES[regime].scottish
    if (kind in SCOTTISH_KINDS and not scottish and regime is not Regime.UKGDPR) or (
        kind in NEVER_SCOTTISH_KINDS and scottish
    ):
        acts = "FOISA and the EI(S)R" if kind in SCOTTISH_KINDS else "FOIA and the EIR"
        return f"{kind.label} answers under {acts}, not {regime}; the dates are counted as {regime} has them."
    return ""


def add_months(on: date, months: int) -> date:
    """The corresponding date so many months on; the last day of that month where it has no such day."""
    years, month = divmod(on.month - 1 + months, 12)
    year, month = on.year + years, month + 1
    return date(year, month, min(on.day, monthrange(year, month)[1]))


def last_day_of_months_beginning_with(on: date, months: int) -> date:
    """The last day of a period of months of which ``on`` is the first day: 9 Feb and three months give 8 May."""
    corresponding = add_months(on, months)
    return corresponding - timedelta(days=1) if corresponding.day == on.day else corresponding
