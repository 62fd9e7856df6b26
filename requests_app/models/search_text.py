"""The words by which a request is found: one row a request, beside it, so that lists read requests without them."""

from __future__ import annotations

from django.db import models

from requests_app.models.foi_request import FoiRequest


class SearchText(models.Model):
    """What a request is about, in its own words. ``usecases/search_texts`` writes it with each change of them.

    The index over it is the database's own (migration 0003): triggers on SQLite, a generated column on PostgreSQL.
    """

    foi_request = models.OneToOneField(
        FoiRequest, primary_key=True, on_delete=models.CASCADE, related_name="search_text"
    )
    words = models.TextField()

    def __str__(self) -> str:
        return self.words[:80]
