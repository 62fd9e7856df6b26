"""A refusal held against what the law asks of its notice (FOIA s.17 and its equivalents; RULES.md 1.6).

Each point says what must be there, whether it is, and where; what is missing can be put to the authority when a review
is asked for. Nothing is called missing that the law does not require, and what the letter leaves open is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from requests_app.core.cost_limits import CostLimit
from requests_app.core.exemptions import Exemption
from requests_app.core.reading.notice_balance import check_balance
from requests_app.core.reading.notice_case import Case, grounds_of, letter_of
from requests_app.core.reading.notice_contents import check_contents, check_time
from requests_app.core.reading.notice_cost import check_cost
from requests_app.core.reading.notice_extension import check_extension
from requests_app.core.reading.notice_grounds import check_grounds
from requests_app.core.reading.notice_law import NOTICES
from requests_app.core.reading.notice_points import NoticePoint
from requests_app.core.reading.notice_rights import check_rights
from requests_app.core.reading.records import ReplyReading
from requests_app.core.states import AuthorityKind, Decision, MessageKind, Outcome, Regime

_REFUSALS = {Decision.REFUSED, Decision.NCND, Decision.COST_LIMIT}
_REFUSED = {Outcome.REFUSED, Outcome.NCND, Outcome.COST_LIMIT}
_NOT_A_REFUSAL = {
    MessageKind.BOUNCE,
    MessageKind.AUTOMATIC_REPLY,
    MessageKind.ACKNOWLEDGEMENT,
    MessageKind.CLARIFICATION_QUESTION,
    MessageKind.FEES_NOTICE,
    MessageKind.EXTENSION_NOTICE,
    MessageKind.TRANSFER,
}
_WITHHOLDS = re.compile(
    r"\b(?:withh(?:eld|olding)|redact(?:ed|ions?)|(?:is|are|considered)\s+(?:therefore\s+)?exempt|refus(?:e|ed|ing)\s+(?:your|this|the)\s+request)\b",
    re.IGNORECASE,
)


def check_notice(
    reading: ReplyReading,
    text: str,
    *,
    regime: Regime,
    authority_kind: AuthorityKind,
    exemptions: tuple[Exemption, ...],
    cost_limits: Sequence[CostLimit] = (),
    issued_on: date | None = None,
    due_on: date | None = None,
    given_before: bool = False,
) -> tuple[NoticePoint, ...]:
    """Hold a refusal against the law, or a notice that takes more time; empty for anything else, and where the regime
    has no such notice.

    ``text`` is what ``reading`` was read from. ``exemptions`` and ``cost_limits`` are the dated tables in force.
    ``issued_on`` and ``due_on`` are the day of the notice and the last day for it, where they are known;
    ``given_before``: the authority has told this requester before that such requests are vexatious (FOIA s.17(6)).
    """
    extension = reading.kind.kind is MessageKind.EXTENSION_NOTICE and not reading.kind.about_review
    if regime not in NOTICES or (reading.kind.kind in _NOT_A_REFUSAL and not extension):
        return ()
    source, passages, is_whole = letter_of(reading, text)
    answered_under = _answered_under(regime, reading)
    case = Case(
        reading=reading,
        source=source,
        passages=passages,
        law=NOTICES[answered_under],
        authority_kind=authority_kind,
        exemptions=exemptions,
        cost_limits=cost_limits,
        issued_on=issued_on,
        due_on=due_on,
        given_before=given_before,
        is_whole=is_whole,
        grounds=tuple(grounds_of(reading, answered_under, exemptions, source)),
    )
    if extension:
        check_extension(case)
        return tuple(case.points)
    if not _refuses(case):
        return ()
    check_contents(case)
    check_grounds(case, asked_under=regime)
    check_balance(case)
    check_cost(case)
    check_rights(case)
    check_time(case)
    return tuple(case.points)


def _answered_under(regime: Regime, reading: ReplyReading) -> Regime:
    """The Regulations, where every ground is one of theirs: the authority picks the regime (RULES.md 1.1)."""
    named = reading.exemptions or reading.kind.exemptions
    if named and all(printed.lower().startswith("reg") for printed in named):
        return {Regime.FOIA: Regime.EIR, Regime.FOISA: Regime.EISR}.get(regime, regime)
    return regime


def _refuses(case: Case) -> bool:
    reading = case.reading
    if case.grounds or reading.decision in _REFUSALS:
        return True
    if any(answer.outcome in _REFUSED for answer in reading.answers):
        return True
    partly = reading.decision is Decision.IN_PART or any(
        answer.outcome is Outcome.DISCLOSED_IN_PART for answer in reading.answers
    )
    return partly and case.saying(_WITHHOLDS) is not None
