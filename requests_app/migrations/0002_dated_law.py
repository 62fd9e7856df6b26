"""Seed the dated law that ships with the program: bank holidays and exemptions."""

import json
from datetime import date
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "data"


def title_of(row, nation):
    """What a nation calls the day: one title for all, or one each."""
    title = row["title"]
    return title[nation] if isinstance(title, dict) else title


def seed(apps, schema_editor):
    """Add the rows. Staff edit them afterwards; a later table comes with its own migration."""
    holiday_model = apps.get_model("requests_app", "BankHoliday")
    holidays = json.loads((DATA / "bank_holidays.json").read_text())
    source = "; ".join(holidays["provenance"])[:200]
    holiday_model.objects.bulk_create(
        holiday_model(
            on=date.fromisoformat(row["date"]), division=nation, title=title_of(row, nation), source=source
        )
        for row in holidays["holidays"]
        for nation in row["nations"]
    )
    exemption_model = apps.get_model("requests_app", "Exemption")
    exemption_model.objects.bulk_create(
        exemption_model(
            key=row["id"],
            regime=row["regime"],
            section=row["section"],
            title=row["title"],
            basis=row.get("basis") or "",
            status=row.get("status") or "",
            public_interest_test=row.get("public_interest_test") or "",
            ncnd=row.get("ncnd") or "",
            must_show=row.get("authority_must_show") or [],
            counter_arguments=row.get("counter_arguments") or [],
            practice=row.get("police_usage") or "",
            notes=row.get("notes") or "",
        )
        for row in json.loads((DATA / "exemptions.json").read_text())["exemptions"]
    )


class Migration(migrations.Migration):
    dependencies = [("requests_app", "0001_initial")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
