"""Requests while they are written: the version that stands, what a tab began, and what fills the fields of a letter."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from requests_app.core.composing import AskedFor, QuestionSet, question_sets_from_json
from requests_app.core.dates import in_words
from requests_app.core.states import AuthorityKind, Regime
from requests_app.core.writing.records import Written, asked_of, written_from_json
from requests_app.models import Authority, CompositionVersion, DismissedAdvice, FoiRequest, User
from requests_app.queries.law import DATA

LISTED = 12
"""Earlier versions that the page offers."""


@dataclass(frozen=True, slots=True)
class Current:
    """What a draft says now. ``number`` is that of its last saved version, 0 for one that has none."""

    written: Written
    number: int
    version: CompositionVersion | None


@lru_cache(maxsize=1)
def question_sets() -> tuple[QuestionSet, ...]:
    """The sets of questions that ship with the program."""
    return question_sets_from_json(json.loads((DATA / "question_sets.json").read_text(encoding="utf-8")))


def question_set(slug: str) -> QuestionSet | None:
    """The set of this name, if there is one."""
    return next((each for each in question_sets() if each.slug == slug), None)


def current_of(foi_request: FoiRequest) -> Current:
    """What the draft says now: its last saved version, with what was corrected elsewhere since. One query."""
    version = CompositionVersion.objects.filter(foi_request=foi_request).select_related("saved_by").first()
    return Current(
        written=with_record(written_from_json(version.content), foi_request)
        if version
        else written_of_record(foi_request),
        number=version.number if version else 0,
        version=version,
    )


def written_of_record(foi_request: FoiRequest) -> Written:
    """A request that was made elsewhere, as a plain letter."""
    return with_record(Written(is_plain=True, letter=foi_request.letter), foi_request)


def as_questions(foi_request: FoiRequest) -> Written:
    """What a request asks, without its letter: what somebody else may begin from. One query."""
    parts: dict[int, list[str]] = {}
    rows = list(foi_request.questions.order_by("level", "position"))
    for row in rows:
        if row.parent_id is not None:
            parts.setdefault(row.parent_id, []).append(row.text)
    asked = [
        AskedFor(row.text, tuple(parts.get(row.pk, ())), row.format_wanted)
        for row in rows
        if row.parent_id is None
    ]
    return Written(title=foi_request.title, questions=asked_of(asked))


def with_record(written: Written, foi_request: FoiRequest) -> Written:
    """The same with what the record says of it: title, authority, name and address can be corrected on other pages."""
    return replace(
        written,
        title=foi_request.title,
        authority=foi_request.authority.official_name,
        requester_name=foi_request.requester_name,
        address=foi_request.requester_address,
    )


def version_of(foi_request: FoiRequest, number: int) -> Written | None:
    """A draft as it was saved under a number. One query."""
    content = CompositionVersion.objects.filter(foi_request=foi_request, number=number)
    found = content.values_list("content", flat=True).first()
    return written_from_json(found) if found is not None else None


def earlier_versions(foi_request: FoiRequest) -> list[CompositionVersion]:
    """The last saved versions, without what they say, the newest first. One query."""
    rows = CompositionVersion.objects.filter(foi_request=foi_request).select_related("saved_by")
    return list(rows.defer("content")[:LISTED])


def begun_by(tab: UUID, user: User) -> FoiRequest | None:
    """The request that this tab of this person began: a form sent twice makes one request. One query."""
    row = (
        CompositionVersion.objects.filter(tab=tab, number=1, saved_by=user)
        .select_related("foi_request__authority", "foi_request__campaign")
        .first()
    )
    return row.foi_request if row else None


def dismissed_in(foi_request: FoiRequest) -> Mapping[str, DismissedAdvice]:
    """The findings that people decided to leave, by key. One query."""
    rows = DismissedAdvice.objects.filter(foi_request=foi_request).select_related("dismissed_by")
    return {row.key: row for row in rows}


def regime_asked(written: Written, authority: Authority) -> Regime | None:
    """The law the request is made under; ``None`` for a body outside all of them."""
    if written.is_environmental and authority.environmental_regime:
        return Regime(authority.environmental_regime)
    return Regime(authority.regime) if authority.regime else None


def values_of(
    written: Written,
    authority: Authority | None,
    *,
    campaign: str = "",
    reference: str = "",
    on: date,
) -> dict[str, str]:
    """What the record knows of the fields of a letter (``core/templates_text``); empty where it doesn't."""
    regime = regime_asked(written, authority) if authority else None
    return {
        "authority": authority.official_name if authority else written.authority,
        "authority_short": authority.short_name if authority else written.authority,
        "act": regime.label if regime else "",
        "requester": written.requester_name,
        "address": written.address,
        "campaign": campaign,
        "our_reference": reference,
        "year": str(on.year),
        "today": in_words(on),
    }


def is_for(chosen: QuestionSet, authority: Authority | None) -> bool:
    """Whether a set can be sent to this authority; an unknown one is given the benefit of the doubt."""
    return authority is None or chosen.is_for(AuthorityKind(authority.kind))
