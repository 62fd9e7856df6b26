"""``manage.py rebuild_search``: write the words by which requests are found anew, after rows came in by another door."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from requests_app.core.dates import plural
from requests_app.usecases.search_texts import rebuild_index


class Command(BaseCommand):
    """Needed only after rows were loaded past the program, as by ``loaddata``; safe to run at any time."""

    help = "Write the words by which requests are found anew. Needed after loaddata; safe at any time."

    def handle(self, *_args: object, **_options: object) -> None:
        """Rebuild and say how many."""
        self.stdout.write(f"The words of {plural(rebuild_index(), 'request')} are indexed.")
