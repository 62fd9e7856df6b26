"""Where each regime says what a refusal must contain: FOIA s.17, EIR reg 14, FOISA ss.16 and 19, EI(S)R reg 13.

RULES.md 1.6 has the first in full; what it marks as known in general and not checked against the text carries that
doubt with it, and every point built on it shows the doubt.
"""

from __future__ import annotations

from dataclasses import dataclass

from requests_app.core.regimes import UNREAD_EIR, UNREAD_EISR, UNREAD_FOISA
from requests_app.core.states import Regime

ICO_REFUSING = "ICO, Refusing a request: writing a refusal notice (s.17)"
_SIXTEEN_NINETEEN = "The text of FOISA sections 16 and 19 was not checked word for word."
RIGHTS_IN_COST_NOTICES = (
    "That the details of review and complaint also belong in a notice under section 12 or 14 was not checked "
    "against the text."
)


@dataclass(frozen=True, slots=True)
class NoticeLaw:
    """The sections that ask for each thing; ``denial`` is the duty that is refused, ``ground`` the word for a ground."""

    regime: Regime
    act: str
    ground: str
    stated: str
    named: str
    reasons: str
    balance: str
    balance_later: str
    claim: str
    review: str
    complaint: str
    in_time: str
    advice: str
    source: str
    regulator: str
    doubt: str = ""
    weighed: str = ""  # where the law asks for the balance itself

    @property
    def scottish(self) -> bool:
        """Whether the Scottish Commissioner decides complaints."""
        return self.regime in {Regime.FOISA, Regime.EISR}

    @property
    def environmental(self) -> bool:
        """Whether it is one of the Regulations, which know exceptions, no cost limit and no section 14."""
        return self.regime in {Regime.EIR, Regime.EISR}


NOTICES: dict[Regime, NoticeLaw] = {
    Regime.FOIA: NoticeLaw(
        regime=Regime.FOIA,
        act="the Freedom of Information Act 2000",
        ground="exemption",
        stated="FOIA s.17(1)(a)",
        named="FOIA s.17(1)(b)",
        reasons="FOIA s.17(1)(c)",
        balance="FOIA s.17(3)",
        balance_later="FOIA s.17(2)",
        claim="FOIA s.17(5)",
        review="FOIA s.17(7)(a)",
        complaint="FOIA s.17(7)(b)",
        in_time="FOIA s.17(1), s.10(1)",
        advice="FOIA s.16",
        source=ICO_REFUSING,
        regulator="Information Commissioner",
        weighed="FOIA s.2(2)(b)",
    ),
    Regime.EIR: NoticeLaw(
        regime=Regime.EIR,
        act="the Environmental Information Regulations 2004",
        ground="exception",
        stated="EIR reg 14(1)",
        named="EIR reg 14(3)(a)",
        reasons="EIR reg 14(3)",
        balance="EIR reg 14(3)(b)",
        balance_later="EIR reg 14(2)",
        claim="EIR reg 14(3)",
        review="EIR reg 14(5)(a)",
        complaint="EIR reg 14(5)(b)",
        in_time="EIR reg 14(2)",
        advice="EIR reg 9(1)",
        source="EIR reg 14",
        regulator="Information Commissioner",
        doubt=UNREAD_EIR,
        weighed="EIR reg 12(1)(b)",
    ),
    Regime.FOISA: NoticeLaw(
        regime=Regime.FOISA,
        act="the Freedom of Information (Scotland) Act 2002",
        ground="exemption",
        stated="FOISA s.16(1)(b)",
        named="FOISA s.16(1)(c)",
        reasons="FOISA s.16(1)(d)",
        balance="FOISA s.16(2)",
        balance_later="FOISA s.16(2)",
        claim="FOISA s.16(4)-(5)",
        review="FOISA s.19(a)",
        complaint="FOISA s.19(b)",
        in_time="FOISA s.16(1), s.10(1)",
        advice="FOISA s.15",
        source="FOISA ss.16 and 19",
        regulator="Scottish Information Commissioner",
        doubt=_SIXTEEN_NINETEEN,
        weighed="FOISA s.2(1)(b)",
    ),
    Regime.EISR: NoticeLaw(
        regime=Regime.EISR,
        act="the Environmental Information (Scotland) Regulations 2004",
        ground="exception",
        stated="EI(S)R reg 13",
        named="EI(S)R reg 13",
        reasons="EI(S)R reg 13",
        balance="EI(S)R reg 13",
        balance_later="EI(S)R reg 13",
        claim="EI(S)R reg 13",
        review="EI(S)R reg 13",
        complaint="EI(S)R reg 13",
        in_time="EI(S)R reg 13",
        advice="EI(S)R reg 9(1)",
        source="EI(S)R reg 13",
        regulator="Scottish Information Commissioner",
        doubt=UNREAD_EISR,
        weighed="EI(S)R reg 10(1)(b)",
    ),
}
"""Subject access has no refusal notice of this shape, and none is checked."""

UNREAD_REVIEW = UNREAD_FOISA
