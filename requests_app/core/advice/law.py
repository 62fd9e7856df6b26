"""Where each regime says what advice rests on, so that a finding cites the law the authority will apply."""

from __future__ import annotations

from dataclasses import dataclass

from requests_app.core.states import Regime


@dataclass(frozen=True, slots=True)
class Cites:
    """The sections of one regime. ``act`` is how a letter names it."""

    act: str
    recorded: str
    request: str
    name: str
    describes: str
    reply: str
    form: str
    cost: str
    burden: str
    help: str
    personal: str
    own: str


_CITES = {
    Regime.FOIA: Cites(
        act="Freedom of Information Act 2000",
        recorded="FOIA s.1(1), s.84",
        request="FOIA s.8(1)",
        name="FOIA s.8(1)(b)",
        describes="FOIA s.8(1)(c), s.1(3)",
        reply="FOIA s.10(1)",
        form="FOIA s.11(1)",
        cost="FOIA s.12; SI 2004/3244 regs 3 and 4",
        burden="FOIA s.14(1)",
        help="FOIA s.16",
        personal="FOIA s.40(2)",
        own="FOIA s.40(1); UK GDPR art 15",
    ),
    Regime.FOISA: Cites(
        act="Freedom of Information (Scotland) Act 2002",
        recorded="FOISA s.1(1), s.73",
        request="FOISA s.8(1)",
        name="FOISA s.8(1)(b)",
        describes="FOISA s.8(1)(c), s.1(3)",
        reply="FOISA s.10(1)",
        form="FOISA s.11",
        cost="FOISA s.12; SSI 2004/467",
        burden="FOISA s.14(1)",
        help="FOISA s.15",
        personal="FOISA s.38(1)(b)",
        own="FOISA s.38(1)(a); UK GDPR art 15",
    ),
    Regime.EIR: Cites(
        act="Environmental Information Regulations 2004",
        recorded="EIR reg 2(1), 5(1)",
        request="EIR reg 5(1)",
        name="EIR reg 5(1)",
        describes="EIR reg 9(2), 12(4)(c)",
        reply="EIR reg 5(2)",
        form="EIR reg 6(1)",
        cost="EIR reg 12(4)(b)",
        burden="EIR reg 12(4)(b)",
        help="EIR reg 9(1)",
        personal="EIR reg 13",
        own="EIR reg 5(3); UK GDPR art 15",
    ),
    Regime.EISR: Cites(
        act="Environmental Information (Scotland) Regulations 2004",
        recorded="EI(S)R reg 2(1), 5(1)",
        request="EI(S)R reg 5(1)",
        name="EI(S)R reg 5(1)",
        describes="EI(S)R reg 9, 10(4)(c)",
        reply="EI(S)R reg 5(2)(a)",
        form="EI(S)R reg 6(1)",
        cost="EI(S)R reg 10(4)(b)",
        burden="EI(S)R reg 10(4)(b)",
        help="EI(S)R reg 9(1)",
        personal="EI(S)R reg 11",
        own="EI(S)R reg 11(1); UK GDPR art 15",
    ),
}


def cites_for(regime: Regime) -> Cites:
    """The sections of ``regime``; FOIA's where it is subject access, which has no request of this kind."""
    return _CITES.get(regime, _CITES[Regime.FOIA])


ENVIRONMENTAL = frozenset({Regime.EIR, Regime.EISR})
SCOTTISH = frozenset({Regime.FOISA, Regime.EISR})
