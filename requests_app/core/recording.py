"""What a person can record as having happened next: in which state, under which Act, and what must be said of it.

Requests, replies and clarification have pages of their own; everything else that moves the clock is here.
"""

from __future__ import annotations

from dataclasses import dataclass

from requests_app.core.states import EventKind, Party, Regime, State
from requests_app.core.transitions import rows_for

_UK = frozenset({Regime.FOIA, Regime.EIR})
_SCOTLAND = frozenset({Regime.FOISA, Regime.EISR})
_ALL = _UK | _SCOTLAND


@dataclass(frozen=True, slots=True)
class Recordable:
    """One kind of event as a person meets it. ``asks`` names the further fields of law/CONTRACT.md it needs."""

    kind: EventKind
    label: str
    sentence: str
    who: Party
    hint: str
    asks: tuple[str, ...] = ()
    regimes: frozenset[Regime] = _ALL


_THEM, _US = Party.AUTHORITY, Party.REQUESTER

RECORDABLE: tuple[Recordable, ...] = (
    Recordable(
        EventKind.RECEIVED,
        "It reached them on a certain day",
        "The request reached the authority",
        _THEM,
        "A delivery record, a portal's confirmation: it replaces the day we presumed.",
    ),
    Recordable(
        EventKind.DELIVERY_FAILED,
        "It came back undelivered",
        "The request came back undelivered",
        _THEM,
        "What never arrived starts no clock. Record the new sending afterwards.",
    ),
    Recordable(
        EventKind.SENT,
        "You sent it again",
        "Request sent again",
        _US,
        "After it came back, or to another address.",
        ("channel",),
    ),
    Recordable(
        EventKind.OTHER_CORRESPONDENCE,
        "A holding reply, a phone call, anything else",
        "They wrote or called",
        _THEM,
        "Kept in the history. It moves no date; a day they promise is kept beside the law's.",
        ("target",),
    ),
    Recordable(
        EventKind.FEE_NOTICE,
        "They asked for a fee",
        "They asked for a fee",
        _THEM,
        "The clock pauses from the day of the notice until you pay.",
    ),
    Recordable(
        EventKind.FEE_PAID, "You paid the fee", "You paid the fee", _US, "The day they received the payment."
    ),
    Recordable(
        EventKind.PIT_EXTENSION,
        "They need longer to weigh the public interest",
        "They extended the time to weigh the public interest",
        _THEM,
        "Only for a qualified exemption, which the notice has to name (FOIA s.10(3), s.17(2)).",
        ("exemptions", "target"),
        frozenset({Regime.FOIA}),
    ),
    Recordable(
        EventKind.EIR_EXTENSION,
        "They need longer: complex and voluminous",
        "They extended the time for a complex and voluminous request",
        _THEM,
        "To 40 working days at most, told within the first 20 (EIR reg 7; EI(S)R reg 7).",
        (),
        frozenset({Regime.EIR, Regime.EISR}),
    ),
    Recordable(
        EventKind.TRANSFERRED,
        "They passed it to another authority",
        "They passed the request to another authority",
        _THEM,
        "The other authority's clock starts when it receives the request: log that as a request of its own.",
        ("to", "consent"),
    ),
    Recordable(
        EventKind.INTERNAL_REVIEW_REQUESTED,
        "You asked for a review",
        "You asked for an internal review",
        _US,
        "The day on which they received your letter.",
    ),
    Recordable(
        EventKind.REVIEW_ACKNOWLEDGED,
        "They acknowledged the review",
        "They acknowledged the request for review",
        _THEM,
        "With the day they promise, if they give one.",
        ("target",),
    ),
    Recordable(
        EventKind.REVIEW_EXTENDED,
        "They extended the review",
        "They extended the time for the review",
        _THEM,
        "With the day they promise, if they give one. Only under FOIA is there room for it.",
        ("target",),
    ),
    Recordable(
        EventKind.REVIEW_OUTCOME,
        "They told you the outcome of the review",
        "They told you the outcome of the review",
        _THEM,
        "The time to go to the regulator counts from it.",
        ("received_on",),
    ),
    Recordable(
        EventKind.ICO_COMPLAINT,
        "You complained to the ICO",
        "You complained to the Information Commissioner",
        _US,
        "FOIA s.50; EIR reg 18.",
        (),
        _UK,
    ),
    Recordable(
        EventKind.ICO_CASE_OPENED,
        "The ICO opened a case",
        "The Information Commissioner opened a case",
        _THEM,
        "",
        (),
        _UK,
    ),
    Recordable(
        EventKind.ICO_DECISION_NOTICE,
        "The ICO decided",
        "The Information Commissioner issued a decision notice",
        _THEM,
        "Read the days they give the authority off the notice itself.",
        ("compliance_days",),
        _UK,
    ),
    Recordable(
        EventKind.SIC_APPLICATION,
        "You applied to the Scottish Commissioner",
        "You applied to the Scottish Information Commissioner",
        _US,
        "FOISA s.47.",
        (),
        _SCOTLAND,
    ),
    Recordable(
        EventKind.SIC_DECISION,
        "The Scottish Commissioner decided",
        "The Scottish Information Commissioner decided",
        _THEM,
        "",
        ("compliance_days", "received_on"),
        _SCOTLAND,
    ),
    Recordable(
        EventKind.TRIBUNAL_APPEAL,
        "An appeal was made to the tribunal or court",
        "An appeal was made to the tribunal or court",
        _US,
        "By you or by the authority; in Scotland to the Court of Session.",
    ),
)

_BY_KIND = {each.kind: each for each in RECORDABLE}


def recordable(kind: EventKind) -> Recordable | None:
    """How this kind of event is recorded, or None where it has a page of its own."""
    return _BY_KIND.get(kind)


def possible_now(state: State, regime: Regime) -> tuple[Recordable, ...]:
    """What can be recorded next in this state under this Act, in the order in which things usually happen."""
    return tuple(
        each
        for each in RECORDABLE
        if state is not State.DRAFT
        and regime in each.regimes
        and rows_for(state, each.kind)
        and _makes_sense(state, each.kind)
    )


def _makes_sense(state: State, kind: EventKind) -> bool:
    """What the clock would accept at any time and a person would only mean at one."""
    if kind is EventKind.FEE_PAID:
        return state is State.AWAITING_FEE
    if kind is EventKind.FEE_NOTICE:
        return state is not State.AWAITING_FEE
    if kind in {EventKind.ICO_DECISION_NOTICE, EventKind.SIC_DECISION}:
        return state is State.WITH_REGULATOR
    if kind in {EventKind.SENT, EventKind.DELIVERY_FAILED, EventKind.RECEIVED}:
        return state in {State.SENT, State.RUNNING}
    return True
