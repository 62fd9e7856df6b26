"""The letters of a request: which can be written now and why, which not and when."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from requests_app.core.letters.gaps import ASK_FOR, Gap, Where, gaps_in
from requests_app.core.letters.registry import LETTERS, availabilities
from requests_app.core.letters.situation import Availability
from requests_app.core.states import LetterKind
from requests_app.models import Draft
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.letter_wordings import wording_in_force
from requests_app.queries.record import Record, situation_of


@dataclass(frozen=True, slots=True)
class LetterShown:
    """One letter as the page offers it. ``draft`` is the live one, where there is one for what makes it due."""

    kind: LetterKind
    availability: Availability
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class LettersPage:
    """``usual`` are those to write now, ``possible`` those that help less, ``others`` those that can't be written."""

    usual: list[LetterShown]
    possible: list[LetterShown]
    others: list[LetterShown]


def letters_page(record: Record) -> LettersPage:
    """Every letter of RULES.md section 6, in its order. One query beside those of the record."""
    drafts = {
        (draft.kind, draft.cause): draft
        for draft in Draft.objects.filter(foi_request=record.foi_request, state__in=LIVE_STATES)
    }
    shown = [
        LetterShown(kind, each, drafts.get((kind.value, cause_of(kind, each, record))))
        for kind, each in availabilities(situation_of(record)).items()
    ]
    return LettersPage(
        [each for each in shown if each.availability.available and each.availability.usual],
        [each for each in shown if each.availability.available and not each.availability.usual],
        [each for each in shown if not each.availability.available],
    )


def cause_of(kind: LetterKind, possible: Availability, record: Record) -> str:
    """What makes a letter due, as its draft keeps it: a question of theirs has a letter of its own."""
    if kind is LetterKind.CLARIFICATION_REPLY and record.clarification is not None:
        return f"clarification {record.clarification.pk}"
    return possible.cause


OWN_WORDS = ("narrowed_to", "why_it_should_exist", "purpose", "still_dissatisfied")
"""Facts that no record holds: only the person can say them."""


def own_words_of(record: Record, kind: LetterKind) -> tuple[list[Gap], dict[str, str]]:
    """What only the person can say in this letter, and what the record offers for it: the aim of the campaign. One query."""
    wording = wording_in_force(kind, record.regime) or LETTERS[kind].wording
    used = {name for paragraph in wording.paragraphs for name in paragraph.names}
    gaps = [ASK_FOR[name] for name in OWN_WORDS if name in used]
    return gaps, {"purpose": record.foi_request.campaign.aim}


@dataclass(frozen=True, slots=True)
class GapShown:
    """Something a draft still lacks, and where it is entered."""

    sentence: str
    where: str
    url: str


def gaps_of(draft: Draft) -> list[GapShown]:
    """What a draft still lacks, each with a link to where it is entered."""
    foi_request = draft.foi_request
    page = foi_request.get_absolute_url()
    urls = {
        Where.REQUEST: reverse("request_details", args=[foi_request.reference]),
        Where.CLARIFICATION: reverse("clarification_answer", args=[foi_request.reference]),
        Where.LETTER: "#id_body",
    }
    return [
        GapShown(gap.sentence, gap.where.label, urls.get(gap.where, page))
        for gap in gaps_in(f"{draft.subject}\n{draft.body}")
    ]


def references_missing(draft: Draft) -> list[str]:
    """Sentences about a reference that the letter has lost, or that came after it was drafted: it belongs in each."""
    foi_request, text = draft.foi_request, f"{draft.subject}\n{draft.body}"
    theirs = foi_request.authority_reference
    missing = []
    if theirs and theirs not in text:
        missing.append(
            f"Their reference, {theirs}, does not stand in the letter: without it they may not find the request."
        )
    if foi_request.reference not in text:
        missing.append(
            f"Our reference, {foi_request.reference}, does not stand in the letter: their answer will lack it."
        )
    return missing
