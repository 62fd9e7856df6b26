"""What every letter is made of, and the parts that letters share: head, what was asked, foot, the words of each Act.
A letter is data, so that it can be read as a letter by somebody who does not program.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from requests_app.core.states import Regime

_GAP = re.compile(r"\{(\w+)\}")

UK = frozenset({Regime.FOIA, Regime.EIR})
SCOTLAND = frozenset({Regime.FOISA, Regime.EISR})
ACTS = frozenset({Regime.FOIA, Regime.FOISA})
REGULATIONS = frozenset({Regime.EIR, Regime.EISR})
ALL = UK | SCOTLAND


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. ``{name}`` is a gap for the fact or the citation of that name.

    ``when`` names facts that must all be known (or true) for the paragraph to stand, ``unless`` facts of which none
    may be, with a space between several. It stands under ``regimes``.
    """

    text: str
    when: str = ""
    unless: str = ""
    regimes: frozenset[Regime] = ALL

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its gaps, in their order."""
        return tuple(_GAP.findall(self.text))


@dataclass(frozen=True)
class Wording:
    """A whole letter: its subject line, its paragraphs in order, and for each regime it is written for the
    citations that fill its gaps. A regime that is not in ``law`` has no such letter.
    """

    subject: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    law: Mapping[Regime, Mapping[str, str]]


WORDS: Mapping[Regime, Mapping[str, str]] = {
    Regime.FOIA: {
        "request_named": "Freedom of information request",
        "law_named": "the Act",
        "team": "Freedom of Information team",
        "advice_law": "section 16",
        "right_law": "section 1(1)",
        "time_limit_law": "section 10(1)",
        "notice_law": "section 17(1)",
        "review_asked": "I ask for an internal review of how you dealt with this request (code of practice under section 45)",
        "review_time": (
            "The Commissioner's guidance is that a review should take no more than 20 working days, and no more than"
            " 40 in exceptional cases"
        ),
        "balance_law": "section 2(2)(b)",
        "balance_notice_law": "section 17(3)",
        "exempt": "exempt",
        "exemption_named": "exemption",
    },
    Regime.EIR: {
        "request_named": "Environmental information request",
        "law_named": "the Regulations",
        "team": "Environmental Information team",
        "advice_law": "regulation 9(1)",
        "right_law": "regulation 5(1)",
        "time_limit_law": "regulation 5(2)",
        "notice_law": "regulation 14",
        "review_asked": "I ask you to reconsider how you dealt with this request (regulation 11(1)); please take this as my representations",
        "review_time": (
            "Regulation 11(4) asks for the outcome as soon as possible, and no later than 40 working days after you"
            " receive this"
        ),
        "balance_law": "regulation 12(1)(b)",
        "balance_notice_law": "regulation 14(3)(b)",
        "exempt": "excepted",
        "exemption_named": "exception",
    },
    Regime.FOISA: {
        "request_named": "Freedom of information request",
        "law_named": "the Act",
        "team": "Freedom of Information team",
        "advice_law": "section 15",
        "right_law": "section 1(1)",
        "time_limit_law": "section 10(1)",
        "notice_law": "section 16(1)",
        "review_asked": "I ask for a review of how you dealt with this request (section 20(1))",
        "review_time": (
            "Section 21(1) asks for the outcome promptly, and no later than 20 working days after you receive this"
        ),
        "balance_law": "section 2(1)(b)",
        "balance_notice_law": "section 16(2)",
        "exempt": "exempt",
        "exemption_named": "exemption",
    },
    Regime.EISR: {
        "request_named": "Environmental information request",
        "law_named": "the Regulations",
        "team": "Environmental Information team",
        "advice_law": "regulation 9(1)",
        "right_law": "regulation 5(1)",
        "time_limit_law": "regulation 5(2)(a)",
        "notice_law": "regulation 13",
        "review_asked": "I ask for a review of how you dealt with this request (regulation 16(1))",
        "review_time": (
            "Regulation 16(4) asks for the outcome as soon as possible, and no later than 20 working days after you"
            " receive this"
        ),
        "balance_law": "regulation 10(1)(b)",
        "balance_notice_law": "regulation 13",
        "exempt": "excepted",
        "exemption_named": "exception",
    },
}
"""What every letter under a regime may cite and call things by. RULES.md 1.4, 2.4 and section 6."""

SUBJECT = (
    Paragraph("{request_named} {their_reference}: {title}", when="their_reference"),
    Paragraph("{request_named} {our_reference}: {title}", unless="their_reference"),
)

REVIEW_SUBJECT = (
    Paragraph("Request for review, {their_reference}: {title}", when="their_reference"),
    Paragraph("Request for review, {our_reference}: {title}", unless="their_reference"),
)

_REFERENCES = (
    Paragraph("Your reference: {their_reference}\nMy reference: {our_reference}", when="their_reference"),
    Paragraph("My reference: {our_reference}", unless="their_reference"),
)

HEAD = (
    Paragraph("{authority_name}\n{authority_address}", when="authority_address"),
    Paragraph("{authority_name}", unless="authority_address"),
    Paragraph("{today}"),
    *_REFERENCES,
    Paragraph("Dear {team},"),
    Paragraph("{act}\nRequest: {title}"),
)

ASKED = (
    Paragraph(
        "I sent you this request for information on {sent_on}. On my record it reached you on {received_on}."
        " I asked:",
        when="questions",
    ),
    Paragraph("{questions}", when="questions"),
    Paragraph(
        "I sent you this request for information on {sent_on}. On my record it reached you on {received_on}.",
        unless="questions",
    ),
)

FOOT = (Paragraph("Yours faithfully,"), Paragraph("{requester_name}\n{requester_address}"))
