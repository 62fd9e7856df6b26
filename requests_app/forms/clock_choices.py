"""What the public calculator offers to choose from: kinds of authority, laws, ways of sending, events.

It is read by requesters and by information officers, so nothing here says "you" or "they".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from requests_app.core.states import AuthorityKind, EventKind, Regime

Choices = list[tuple[str, str | list[tuple[str, str]]]]


class Body(NamedTuple):
    """A kind of authority in one part of the country. ``value`` stands in links and never changes."""

    value: str
    kind: AuthorityKind
    scottish: bool
    label: str


_K = AuthorityKind

BODIES = (
    Body("council", _K.COUNCIL, False, "Council"),
    Body("police_ew", _K.POLICE_EW, False, "Police force in England or Wales"),
    Body("police_psni", _K.POLICE_PSNI, False, "Police Service of Northern Ireland"),
    Body("btp", _K.BTP, False, "British Transport Police"),
    Body("mopac", _K.MOPAC, False, "Mayor's Office for Policing and Crime"),
    Body("pcc", _K.PCC, False, "Police and crime commissioner"),
    Body("central_gov", _K.CENTRAL_GOV, False, "Government department"),
    Body("nhs", _K.NHS, False, "NHS body"),
    Body("school_maintained", _K.SCHOOL_MAINTAINED, False, "Maintained school"),
    Body("academy", _K.ACADEMY, False, "Academy"),
    Body("university", _K.UNIVERSITY, False, "University"),
    Body("archives", _K.ARCHIVES, False, "Public record office or archive"),
    Body("other", _K.OTHER, False, "Another public authority"),
    Body("council_scot", _K.COUNCIL_SCOT, True, "Council in Scotland"),
    Body("police_scotland", _K.POLICE_SCOTLAND, True, "Police Scotland"),
    Body("central_gov_scot", _K.CENTRAL_GOV, True, "Scottish Government or one of its agencies"),
    Body("nhs_scot", _K.NHS, True, "NHS body in Scotland"),
    Body("school_scot", _K.SCHOOL_MAINTAINED, True, "School in Scotland"),
    Body("university_scot", _K.UNIVERSITY, True, "University in Scotland"),
    Body("keeper", _K.KEEPER, True, "Keeper of the Records of Scotland"),
    Body("other_scot", _K.OTHER, True, "Another Scottish public authority"),
)
BODY_OF = {body.value: body for body in BODIES}

FOI, ENVIRONMENT, SUBJECT_ACCESS = "foi", "eir", "sar"
LAWS: Choices = [
    (FOI, "Information in general (freedom of information)"),
    (ENVIRONMENT, "Environmental information"),
    (SUBJECT_ACCESS, "Information about the person who asks (subject access)"),
]

RECEIVED = "received"
HOWS: Choices = [
    (RECEIVED, "The authority received it that day"),
    ("email", "Sent by e-mail that day"),
    ("portal", "Sent through a website that day"),
    ("post", "Posted that day"),
    ("hand", "Handed in that day"),
]


def body_choices() -> Choices:
    """Every kind of authority, in two groups: an authority of the whole United Kingdom is in the first."""
    groups = {"United Kingdom, England, Wales, Northern Ireland": False, "Scotland": True}
    chosen: Choices = [("", "Choose")]
    for group, scottish in groups.items():
        chosen.append((group, [(body.value, body.label) for body in BODIES if body.scottish is scottish]))
    return chosen


def regime_of(body: Body, law: str) -> Regime:
    """The regime that follows from who was asked and for what."""
    if law == SUBJECT_ACCESS:
        return Regime.UKGDPR
    if law == ENVIRONMENT:
        return Regime.EISR if body.scottish else Regime.EIR
    return Regime.FOISA if body.scottish else Regime.FOIA


class Happening(NamedTuple):
    """An event as the calculator names it. ``asks``: further fields of law/CONTRACT.md; ``day``: what its day is."""

    kind: EventKind
    label: str
    day: str = "Which day?"
    asks: tuple[str, ...] = ()


_E = EventKind

HAPPENINGS: dict[str, tuple[Happening, ...]] = {
    "On the way": (
        Happening(_E.RECEIVED, "The request reached the authority", "Which day?", ("source",)),
        Happening(_E.DELIVERY_FAILED, "The request came back undelivered"),
        Happening(_E.SENT, "The request was sent again", "Which day?", ("channel",)),
    ),
    "Before the reply": (
        Happening(_E.CLARIFICATION_REQUESTED, "The authority asked for clarification", asks=("covers",)),
        Happening(
            _E.CLARIFICATION_RECEIVED,
            "The clarification was answered",
            "When did it get the answer?",
            ("covers",),
        ),
        Happening(_E.FEE_NOTICE, "The authority gave a fees notice", "When was the notice given?"),
        Happening(_E.FEE_PAID, "The fee was paid", "When did it get the payment?"),
        Happening(
            _E.PIT_EXTENSION,
            "Extension to weigh the public interest",
            "When was the notice given?",
            ("exemptions", "target"),
        ),
        Happening(_E.EIR_EXTENSION, "Extension for complexity and volume", "When was the notice given?"),
        Happening(_E.SAR_EXTENDED, "Extension by two months (subject access)", "When was the notice given?"),
        Happening(_E.OTHER_CORRESPONDENCE, "Another letter or call"),
    ),
    "The reply": (
        Happening(_E.PARTIAL_RESPONSE, "Some questions were answered", "What day is on it?", ("covers",)),
        Happening(_E.FINAL_RESPONSE, "The reply", "What day is on it?", ("received_on",)),
        Happening(_E.REFUSAL, "Refusal", "What day is on it?", ("received_on",)),
        Happening(_E.NOT_HELD, "Notice that nothing is held", "What day is on it?", ("received_on",)),
        Happening(_E.TRANSFERRED, "Transfer to another authority", asks=("consent", "to")),
        Happening(_E.RECEIVED_BY_TRANSFEREE, "The other authority received it"),
        Happening(_E.NEW_REQUEST_RECEIVED, "A narrowed request was received"),
    ),
    "Internal review": (
        Happening(
            _E.INTERNAL_REVIEW_REQUESTED, "A review was asked for", "When did the authority get that request?"
        ),
        Happening(_E.REVIEW_ACKNOWLEDGED, "The review was acknowledged", asks=("target",)),
        Happening(_E.REVIEW_EXTENDED, "The time for the review was extended", asks=("target",)),
        Happening(_E.REVIEW_OUTCOME, "Outcome of the review", "What day is on it?", ("received_on",)),
    ),
    "Regulator, tribunal, court": (
        Happening(_E.ICO_COMPLAINT, "Complaint to the Information Commissioner"),
        Happening(_E.ICO_CASE_OPENED, "The Information Commissioner opened a case"),
        Happening(
            _E.ICO_DECISION_NOTICE,
            "Decision notice of the Information Commissioner",
            "When was it sent?",
            ("compliance_days",),
        ),
        Happening(_E.SIC_APPLICATION, "Application to the Scottish Information Commissioner"),
        Happening(
            _E.SIC_DECISION,
            "Decision of the Scottish Information Commissioner",
            "What day is on it?",
            ("compliance_days", "received_on"),
        ),
        Happening(_E.TRIBUNAL_APPEAL, "Appeal against the decision"),
    ),
    "The end, or another beginning": (
        Happening(_E.WITHDRAWN, "The request was withdrawn"),
        Happening(_E.SECOND_REQUEST_PLANNED, "A similar request is planned"),
    ),
}
HAPPENING_OF = {each.kind: each for group in HAPPENINGS.values() for each in group}

_ICO = frozenset({_E.ICO_COMPLAINT, _E.ICO_CASE_OPENED, _E.ICO_DECISION_NOTICE})
_SIC = frozenset({_E.SIC_APPLICATION, _E.SIC_DECISION})


def event_choices(regime: Regime | None) -> Choices:
    """Events in groups; those of another regulator or law are left out once the regime is known."""
    chosen: Choices = [("", "Choose an event")]
    for group, happenings in HAPPENINGS.items():
        fitting = [(str(each.kind), each.label) for each in happenings if _fits(each.kind, regime)]
        chosen.append((group, fitting))
    return chosen


def accepted(choices: Choices) -> Iterator[str]:
    """The values of ``choices``, groups opened, the empty one left out."""
    for value, label in choices:
        if isinstance(label, list):
            yield from (inner for inner, _ in label)
        elif value:
            yield value


def _fits(kind: EventKind, regime: Regime | None) -> bool:
    if regime is None:
        return True
    scottish = regime in {Regime.FOISA, Regime.EISR}
    if kind in _ICO:
        return not scottish
    if kind in _SIC:
        return scottish
    return kind is not EventKind.SAR_EXTENDED or regime is Regime.UKGDPR
