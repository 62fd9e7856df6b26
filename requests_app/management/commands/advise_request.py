"""``manage.py advise_request``: what a draft request could do better, as a linter says it. Needs no database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_app.core.advice import (
    Advice,
    AskedAuthority,
    DraftRequest,
    advice_to_json,
    advise,
)
from requests_app.core.calendars import london_day
from requests_app.core.checks import MAX_TEXT_BYTES, check_text
from requests_app.core.cost_limits import cost_limits_from_json
from requests_app.core.errors import BadInput
from requests_app.core.states import AuthorityKind, Channel, Nation, Regime

COST_LIMITS = Path(__file__).resolve().parents[2] / "data" / "cost_limits.json"
Choice = TypeVar("Choice", bound=StrEnum)


class Command(BaseCommand):
    """Reads a draft and prints what is found."""

    help = (
        "Advise on a draft request: what to mend, where, why, and how. FILE is its text; - is standard input."
    )
    requires_system_checks: list[str] = []  # no database, no site: a look at a text

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILE, --json, and what is known beside the text."""
        parser.add_argument("file", metavar="FILE", help="the letter as text; - for standard input")
        parser.add_argument("--json", action="store_true", help='print {"findings": [...]}')
        parser.add_argument("--authority", default="", metavar="NAME", help="the body it goes to")
        parser.add_argument("--kind", default="", help="its kind: " + ", ".join(AuthorityKind))
        parser.add_argument("--nation", default="", help="where it is: " + ", ".join(Nation))
        parser.add_argument("--regime", default="", help="the law it is sent under: " + ", ".join(_REGIMES))
        parser.add_argument("--channel", default="", help="how it will go: " + ", ".join(Channel))
        parser.add_argument(
            "--name", default="", help="the requester's name, where the text need not hold it"
        )
        parser.add_argument(
            "--address", default="", help="the requester's address, where the text need not hold it"
        )
        parser.add_argument(
            "--on", default="", metavar="DATE", help="the day it is looked at; today when absent"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, advise, print."""
        draft = DraftRequest(
            letter=read_text(options["file"]),
            authority=AskedAuthority(
                name=options["authority"],
                kind=_choice(AuthorityKind, options["kind"], "--kind"),
                nation=_choice(Nation, options["nation"], "--nation"),
            ),
            requester_name=options["name"],
            requester_address=options["address"],
            channel=_choice(Channel, options["channel"], "--channel"),
            regime=_choice(_REGIMES, options["regime"], "--regime"),
        )
        limits = cost_limits_from_json(json.loads(COST_LIMITS.read_text(encoding="utf-8")))
        found = advise(draft, on=_day(options["on"]), limits=limits)
        if options["json"]:
            shaped = {"findings": [advice_to_json(advice) for advice in found]}
            self.stdout.write(json.dumps(shaped, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(
                "\n".join(in_lines(draft.letter, advice) for advice in found) or "Nothing to say."
            )


_REGIMES = [regime for regime in Regime if regime is not Regime.UKGDPR]


def read_text(file: str) -> str:
    """The text of a draft, line ends made alike; offsets of findings count its characters. Raises CommandError."""
    name = "standard input" if file == "-" else file
    try:
        data = sys.stdin.buffer.read(MAX_TEXT_BYTES + 1) if file == "-" else _bytes_of(Path(file))
    except OSError as error:
        raise _bad(f"{name} can't be read: {error.strerror or 'cannot be opened'}.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    try:
        check_text(text, field="letter", what="The draft")
    except BadInput as error:
        raise _bad(f"{name}: {error.sentence}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_TEXT_BYTES + 1)


def _choice(kinds: type[Choice] | list[Choice], name: str, option: str) -> Choice | None:
    known = {kind.value.lower(): kind for kind in kinds}
    if name and name.lower() not in known:
        raise _bad(f"{option} {name}: there is no such thing. There are: {', '.join(known.values())}.")
    return known.get(name.lower())


def _day(words: str) -> date:
    if not words:
        return london_day(timezone.now())
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise _bad(f"--on {words}: give a day such as 2026-11-22.") from error


def _bad(sentence: str) -> CommandError:
    return CommandError(" ".join(sentence.split()), returncode=2)


def in_lines(letter: str, advice: Advice) -> str:
    """One finding for a person: where, what, why, what to do."""
    line = letter.count("\n", 0, advice.start) + 1
    question = f", question {advice.question}" if advice.question else ""
    lines = [
        f"line {line}{question}: {advice.what} [{advice.severity}: {advice.rule}]",
        f"  {advice.why} ({advice.source})",
        f"  {advice.fix.sentence}",
    ]
    if advice.fix.replacement:
        lines.append(f"  -> {' '.join(advice.fix.replacement.split())}")
    return "\n".join(lines)
