"""``manage.py receive_email``: one mail from a file or standard input, as a mail server pipes it."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_app.core.errors import BadInput
from requests_app.models import IncomingEmail
from requests_app.usecases.incoming import LARGEST, store_email

TEMPORARY = os.EX_TEMPFAIL
"""75: the mail server keeps the mail and tries again."""


class Command(BaseCommand):
    """Keeps a mail byte for byte; the worker reads and places it. Exits 0 when it is kept, 75 when it can't be kept just
    now, 2 when there is no such file or it is far too large.
    """

    requires_system_checks: list[str] = []
    help = "Keep one mail, from FILE or standard input; exits 0 when it is kept, 75 to be tried again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument(
            "file", nargs="?", metavar="FILE", help="a mail as it came (default: standard input)"
        )

    def handle(self, *_args: object, **options: object) -> None:
        """Keep it."""
        raw = _raw(str(options["file"] or "-"))
        try:
            store_email(raw=raw, source=IncomingEmail.Source.PIPE, now=timezone.now())
        except BadInput as error:
            raise CommandError(error.sentence, returncode=2) from None
        except Exception as error:  # noqa: BLE001 - whatever it is, the mail server keeps the mail for later
            sentence = f"The mail can't be kept just now ({type(error).__name__}): try again later."
            raise CommandError(sentence, returncode=TEMPORARY) from None


def _raw(name: str) -> bytes:
    try:
        if name == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(name).open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise CommandError(f"{name} can't be read: {error.strerror}.", returncode=2) from None
