"""The words by which requests are found, kept in line with what they ask (``queries/already_asked`` reads them)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from requests_app.models import FoiRequest, Question, SearchText

LONGEST = 20_000
"""Characters of one request that are searched."""
_BATCH = 500  # requests


@transaction.atomic
def index_requests(keys: Sequence[int]) -> None:
    """Write down what these requests are about: the title and the questions, or the letter where it has none.

    ``keys`` are primary keys. Call it wherever a title or a question changes.
    """
    asked: dict[int, list[str]] = defaultdict(list)
    questions = Question.objects.filter(foi_request__in=keys).order_by("foi_request", "position", "pk")
    for key, text in questions.values_list("foi_request", "text"):
        asked[key].append(text)
    SearchText.objects.bulk_create(
        (
            SearchText(foi_request_id=key, words="\n".join([title, *(asked[key] or [letter])])[:LONGEST])
            for key, title, letter in FoiRequest.objects.filter(pk__in=keys).values_list(
                "pk", "title", "letter"
            )
        ),
        update_conflicts=True,
        unique_fields=["foi_request"],
        update_fields=["words"],
    )


def rebuild_index() -> int:
    """Write the words of every request anew. Returns how many requests there are."""
    keys = list(FoiRequest.objects.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(keys), _BATCH):
        index_requests(keys[first : first + _BATCH])
    return len(keys)
