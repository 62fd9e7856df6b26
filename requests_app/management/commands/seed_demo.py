"""``manage.py seed_demo``: the two Met requests, the evidence, the authorities, and a demo campaign that is alive."""

from __future__ import annotations

import json
import secrets
from argparse import ArgumentParser
from datetime import date, datetime, time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_app.core.calendars import LONDON, london_day
from requests_app.models import Campaign, User
from requests_app.models.campaign import Role
from requests_app.usecases import seed
from requests_app.usecases.campaigns import join
from requests_app.usecases.demo_campaign import add_demo_campaign
from requests_app.usecases.sweep import sweep

FIXTURES = ("authorities.json", "met_requests.json", "evidence.json")
PEOPLE = (("campaigner@example.org", "Robin Ellery", False), ("staff@example.org", "Sam Achterberg", True))


class Command(BaseCommand):
    """Adds what is missing and changes nothing that is there: safe to run again."""

    help = "Add the demo record: authorities, the two Met requests, the evidence, demo people and requests."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The day."""
        parser.add_argument("--on", metavar="DATE", help="the day the demo plays on (default: today)")

    def handle(self, *_args: object, **options: object) -> None:
        """Load, recompute, play, sweep."""
        now = timezone.now()
        on = london_day(now)
        if options["on"]:
            try:
                on = date.fromisoformat(str(options["on"]))
            except ValueError:
                raise CommandError(
                    f"--on {options['on']}: give a day such as 2026-12-09.", returncode=2
                ) from None
            now = datetime.combine(on, time(9), tzinfo=LONDON)
        for name in FIXTURES:
            rows = json.loads((settings.BASE_DIR / "fixtures" / name).read_text())
            self.stdout.write(f"{name}: {seed.add_missing(rows=rows)} rows added")
        seed.recompute_fixtures(now=now)
        campaigner, _staff = self._people()
        join(campaign=Campaign.objects.get(slug="police-in-schools"), user=campaigner, role=Role.OWNER)
        made = add_demo_campaign(person=campaigner, on=on)
        self.stdout.write(f"demo campaign: {made} requests added")
        sweep(on=on, now=now)

    def _people(self) -> list[User]:
        """The demo people. Their passwords are random and kept in the data folder, for ``up`` to print."""
        kept = settings.DATA_DIR / "demo_logins.json"
        logins: dict[str, str] = json.loads(kept.read_text()) if kept.exists() else {}
        people = []
        for email, name, is_staff in PEOPLE:
            known = logins.get(email)
            password = known or "-".join(secrets.token_hex(2) for _ in range(4))
            logins[email] = password
            user, _ = seed.add_demo_person(email=email, name=name, password=password, is_staff=is_staff)
            people.append(user)
        kept.touch(mode=0o600)
        kept.write_text(json.dumps(logins, indent=1))
        return people
