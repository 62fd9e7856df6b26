"""Every letter there is, by its kind: RULES.md section 6, L1 to L18."""

from __future__ import annotations

from collections.abc import Mapping

from requests_app.core.letters import (
    acknowledgement_chaser,
    clarification_reply,
    extension_overdue,
    fee_query,
    ico_complaint,
    narrowing,
    overdue_chaser,
    review_exemption,
    review_incomplete,
    review_ncnd,
    review_no_balancing,
    review_not_held,
    review_overdue,
    review_silence,
    second_chaser,
    sic_application,
    thanks,
    vexatious_reply,
)
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import Availability, Situation, no, under_way
from requests_app.core.states import LetterKind

_MODULES = (
    acknowledgement_chaser,
    overdue_chaser,
    second_chaser,
    clarification_reply,
    narrowing,
    review_silence,
    review_exemption,
    review_incomplete,
    review_not_held,
    review_ncnd,
    review_no_balancing,
    ico_complaint,
    thanks,
    extension_overdue,
    review_overdue,
    sic_application,
    vexatious_reply,
    fee_query,
)

LETTERS: Mapping[LetterKind, LetterSpec] = {module.LETTER.kind: module.LETTER for module in _MODULES}


def availability(kind: LetterKind, situation: Situation) -> Availability:
    """Whether a letter can be written in this situation, and if not, why and when (RULES.md section 6)."""
    letter = LETTERS[kind]
    why_not = under_way(situation)
    if why_not is not None:
        return why_not
    if situation.regime not in letter.regimes:
        return no(letter.elsewhere)
    return letter.available(situation)


def availabilities(situation: Situation) -> dict[LetterKind, Availability]:
    """Every letter, in the order of RULES.md section 6, with whether it can be written."""
    return {kind: availability(kind, situation) for kind in LetterKind}
