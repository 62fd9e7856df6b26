"""What is public and bears on a question: others' answers to the same question in this campaign, what this authority
said before, figures of the public record. Offered for a person to tick; none is put into a letter by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.db.models import Q

from requests_app.core.arguments import OUTCOMES_OF, ArgumentKind, PublicFact
from requests_app.core.states import LetterKind, Outcome
from requests_app.models import Answer, Figure
from requests_app.models.campaign import Visibility
from requests_app.queries.record import Record

ALIKE = 0.6
"""The share of their words that two questions must have in common to be the same question: a round robin is worded
alike, and what is merely about the same subject is not.
"""
MOST = 200
"""Answers and figures looked through, the latest first."""

_DISCLOSED = [Outcome.DISCLOSED, Outcome.DISCLOSED_IN_PART]
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the and for how many much what which when were was are has have been with from this that your you please each"
        " any all per provide send give year years number numbers information broken down held last force police"
        " council",
    )
)


def public_facts(record: Record, kind: LetterKind) -> list[PublicFact]:
    """What is public on the questions that this letter is about. Two queries."""
    about = {each.name: words_of(each.asked) for each in record.said if each.outcome in OUTCOMES_OF[kind]}
    if not about:
        return []
    return [*_answers(record, about), *_figures(record, about)]


def words_of(text: str) -> frozenset[str]:
    """The words of a text that say what it is about."""
    return frozenset(re.findall(r"[a-z]{3,}", text.lower())) - _COMMON


def alike(first: frozenset[str], second: frozenset[str]) -> float:
    """How much two texts have in common, from 0 to 1."""
    every = first | second
    return len(first & second) / len(every) if every else 0.0


def _answers(record: Record, about: dict[str, frozenset[str]]) -> Iterator[PublicFact]:
    """Answers given to the same question by others in this campaign, and by this authority at another time."""
    mine = record.foi_request
    ours = Q(response__foi_request__campaign=mine.campaign_id)
    said_in_public = Q(
        response__foi_request__authority=mine.authority_id,
        response__foi_request__visibility=Visibility.PUBLIC,
    )
    rows = (
        Answer.objects.filter(ours | said_in_public, outcome__in=_DISCLOSED)
        .exclude(response__foi_request=mine)
        .select_related("question", "response__foi_request__authority")
        .order_by("-pk")[:MOST]
    )
    for row in rows:
        name = _same_question(row.question.text, about)
        other = row.response.foi_request
        if name:
            same = other.authority_id == mine.authority_id
            yield PublicFact(
                ArgumentKind.SAID_BEFORE if same else ArgumentKind.OTHER_AUTHORITY,
                other.authority.official_name,
                f"answer {row.pk}",
                what=row.text,
                on=row.response.issued_on or row.response.received_on,
                reference=row.response.authority_reference or other.authority_reference,
                question=name,
                outcome=Outcome(row.outcome),
            )


def _same_question(text: str, about: dict[str, frozenset[str]]) -> str:
    words = words_of(text)
    name, likeness = max(
        ((name, alike(words, asked)) for name, asked in about.items()), key=lambda pair: pair[1]
    )
    return name if likeness >= ALIKE else ""


def _figures(record: Record, about: dict[str, frozenset[str]]) -> Iterator[PublicFact]:
    """Figures of the public record on what was asked: of this authority, or of everywhere."""
    authority = record.foi_request.authority
    names = {authority.official_name.lower(), authority.short_name.lower()}
    for figure in Figure.objects.select_related("source").order_by("-year", "pk")[:MOST]:
        subject = words_of(figure.metric)
        fitting = [name for name, asked in about.items() if subject and subject <= asked]
        if fitting and _is_of(figure.place, names):
            yield PublicFact(
                ArgumentKind.PUBLIC_RECORD,
                figure.source.publisher,
                f"figure {figure.pk}",
                what=figure.quote or f"{figure.metric}, {figure.period}: {figure.shown} {figure.unit}",
                on=figure.source.published_on,
                question=fitting[0],
            )


def _is_of(place: str, names: Iterable[str]) -> bool:
    return not place or any(place.lower() in name for name in names)
