"""``manage.py draft_letter REFERENCE KIND``: the letter that the record supports."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_app.core.calendars import london_day
from requests_app.core.dates import in_words
from requests_app.core.drafting import draft_letter
from requests_app.core.errors import FoiError
from requests_app.core.letters.gaps import ASK_FOR, Where
from requests_app.core.letters.registry import availability
from requests_app.core.states import LetterKind
from requests_app.models import FoiRequest
from requests_app.queries.arguments import arguments_of
from requests_app.queries.facts import facts_of
from requests_app.queries.letter_wordings import wording_in_force
from requests_app.queries.record import Record, record_of, situation_of

OWN_WORDS = [name for name, gap in ASK_FOR.items() if gap.where is Where.LETTER and name != "evidence"]


class Command(BaseCommand):
    """Prints a letter, or says which fact is missing, or why it can't be written and when. Changes nothing."""

    help = "Print the letter that the record supports, or say which fact is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The request, the letter, and what only a person can say."""
        parser.add_argument("reference", help="our reference, such as FT-00012")
        parser.add_argument(
            "kind", help="one of: " + ", ".join(f"{kind.value} ({kind.number})" for kind in LetterKind)
        )
        parser.add_argument(
            "--say",
            action="append",
            default=[],
            metavar="FACT=TEXT",
            help="what only you can say, such as narrowed_to='2025 only'; one of: " + ", ".join(OWN_WORDS),
        )
        parser.add_argument(
            "--tick", action="append", metavar="KEY", help="an argument to use; instead of those proposed"
        )
        parser.add_argument("--arguments", action="store_true", help="list the arguments that can be ticked")
        parser.add_argument(
            "--gaps", action="store_true", help="mark what is missing, and print all the same"
        )

    def handle(self, *_args: object, **options: object) -> None:
        """Print the letter, or the arguments for it."""
        foi_request = self._find(str(options["reference"]))
        kind = self._kind(str(options["kind"]))
        own_words = dict(self._said(options["say"]))  # type: ignore[arg-type]
        ticked: list[str] | None = options["tick"]  # type: ignore[assignment]
        try:
            record = record_of(foi_request, today=london_day(timezone.now()))
            if options["arguments"]:
                self._list(record, kind)
                return
            situation = situation_of(record)
            possible = availability(kind, situation)
            if not possible.available:
                when = f" It can be written from {in_words(possible.on)}." if possible.on else ""
                raise CommandError(f"{kind.label}: {possible.why}{when}", returncode=2)
            facts = facts_of(record, kind, situation=situation, ticked=ticked, own_words=own_words)
            letter = draft_letter(
                kind,
                facts,
                with_gaps=bool(options["gaps"]),
                wording=wording_in_force(kind, record.regime),
            )
        except FoiError as lack:
            raise CommandError(lack.sentence, returncode=2) from None
        self.stdout.write(f"Subject: {letter.subject}\n\n{letter.body}", ending="")

    def _list(self, record: Record, kind: LetterKind) -> None:
        for argument in arguments_of(record, kind):
            mark = "x" if argument.proposed else " "
            about = f" ({argument.ground})" if argument.ground else ""
            self.stdout.write(f"[{mark}] {argument.key}{about}: {argument.paragraph}")

    def _find(self, reference: str) -> FoiRequest:
        number = reference.upper().removeprefix("FT-")
        found = None
        if number.isdecimal():
            rows = FoiRequest.objects.select_related("authority", "campaign")
            found = rows.filter(number=int(number)).first()
        if found is None:
            raise CommandError(
                f"{reference}: there is no such request. Give our reference, such as FT-00012.", returncode=2
            )
        return found

    def _kind(self, name: str) -> LetterKind:
        by_name = {kind.value: kind for kind in LetterKind} | {
            kind.number.lower(): kind for kind in LetterKind
        }
        kind = by_name.get(name.lower())
        if kind is None:
            known = ", ".join(kind.value for kind in LetterKind)
            raise CommandError(f"{name}: there is no such letter. There are: {known}.", returncode=2)
        return kind

    def _said(self, given: Iterable[str]) -> Iterable[tuple[str, str]]:
        for each in given:
            name, equals, words = each.partition("=")
            if not equals or name not in OWN_WORDS:
                raise CommandError(
                    f"--say {each}: give FACT=TEXT, where FACT is one of {', '.join(OWN_WORDS)}.",
                    returncode=2,
                )
            yield name, words
