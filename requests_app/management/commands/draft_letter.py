"""``manage.py draft_letter REFERENCE KIND``: the letter that the record supports."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_app.core.calendars import london_day
from requests_app.core.drafting import draft_letter
from requests_app.core.errors import FoiError
from requests_app.core.states import LetterKind
from requests_app.models import FoiRequest
from requests_app.queries.facts import facts_of


class Command(BaseCommand):
    """Prints a letter, or says which fact is missing. Changes nothing."""

    help = "Print the letter that the record supports, or say which fact is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The request and the letter."""
        parser.add_argument("reference", help="our reference, such as FT-00012")
        parser.add_argument("kind", help="one of: " + ", ".join(kind.value for kind in LetterKind))

    def handle(self, *_args: object, **options: object) -> None:
        """Print the letter."""
        foi_request = self._find(str(options["reference"]))
        kind = self._kind(str(options["kind"]))
        clarification = None
        if kind is LetterKind.CLARIFICATION_REPLY:
            clarification = foi_request.clarifications.order_by("is_answered", "-pk").first()
        try:
            letter = draft_letter(
                kind, facts_of(foi_request, today=london_day(timezone.now()), clarification=clarification)
            )
        except FoiError as lack:
            raise CommandError(lack.sentence, returncode=2) from None
        self.stdout.write(f"Subject: {letter.subject}\n\n{letter.body}", ending="")

    def _find(self, reference: str) -> FoiRequest:
        number = reference.upper().removeprefix("FT-")
        found = FoiRequest.objects.filter(number=int(number)).first() if number.isdecimal() else None
        if found is None:
            raise CommandError(
                f"{reference}: there is no such request. Give our reference, such as FT-00012.", returncode=2
            )
        return found

    def _kind(self, name: str) -> LetterKind:
        try:
            return LetterKind(name)
        except ValueError:
            known = ", ".join(kind.value for kind in LetterKind)
            raise CommandError(
                f"{name}: there is no such letter. There are: {known}.", returncode=2
            ) from None
