"""The demo record: added where it is missing, changed nowhere, alive on its day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from pytest_django import Settings

from requests_app.core.states import State
from requests_app.models import (
    Authority,
    Campaign,
    Deadline,
    Draft,
    Figure,
    FoiRequest,
    Membership,
    Message,
    OutgoingEmail,
    Source,
    User,
)
from requests_app.models.campaign import Role, Visibility
from requests_app.usecases.demo_campaign import SLUG, add_demo_campaign
from requests_app.usecases.seed import add_demo_person, add_missing
from tests import factories as make

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 19)
MET = {"01.FOI.22.024173", "01.FOI.23.033120"}


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> Path:
    """The passwords of the demo people are kept in a folder of the test's own."""
    settings.DATA_DIR = tmp_path
    return tmp_path


def seeded(on: date = ON) -> None:
    call_command("seed_demo", on=on.isoformat(), verbosity=0, stdout=open_nowhere())


def open_nowhere() -> Any:
    import io

    return io.StringIO()


def fixture(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((settings.BASE_DIR / "fixtures" / name).read_text())
    return rows


def test_the_demo_is_there_and_alive_on_its_day() -> None:
    seeded()
    met = FoiRequest.objects.filter(authority_reference__in=MET)
    assert {foi_request.visibility for foi_request in met} == {Visibility.PUBLIC}
    assert {foi_request.response_due_on for foi_request in met} == {None}
    assert Source.objects.count() == 3
    assert Figure.objects.exists()
    demo = FoiRequest.objects.filter(campaign__slug=SLUG)
    assert {State.DRAFT, State.SENT, State.AWAITING_REQUESTER, State.RUNNING, State.REFUSED} == set(
        demo.values_list("state", flat=True)
    )
    assert Message.objects.filter(reading_state=Message.ReadingState.TO_CONFIRM).count() == 1
    assert Draft.objects.filter(state=Draft.State.SUGGESTED).count() == 1
    assert Deadline.objects.filter(foi_request__in=demo, status=Deadline.Status.MISSED).exists()
    assert OutgoingEmail.objects.filter(state=OutgoingEmail.State.HELD).exists()
    assert not OutgoingEmail.objects.exclude(state=OutgoingEmail.State.HELD).exists()
    campaigner = User.objects.get(email="campaigner@example.org")
    assert set(campaigner.memberships.values_list("campaign__slug", "role")) == {
        (SLUG, Role.OWNER),
        ("police-in-schools", Role.OWNER),
    }


def test_the_demo_people_have_passwords_that_the_file_in_the_data_folder_tells(data_folder: Path) -> None:
    seeded()
    kept = data_folder / "demo_logins.json"
    assert kept.stat().st_mode & 0o077 == 0
    logins = json.loads(kept.read_text())
    assert set(logins) == {"campaigner@example.org", "staff@example.org"}
    for email, password in logins.items():
        assert User.objects.get(email=email).check_password(password)
    assert User.objects.get(email="staff@example.org").is_superuser
    assert not User.objects.get(email="campaigner@example.org").is_staff


def test_a_second_run_on_the_same_day_changes_nothing() -> None:
    seeded()
    before = make.everything()
    seeded()
    after = make.everything()
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}


def test_a_second_run_on_a_later_day_adds_nothing_but_what_the_sweep_of_that_day_finds() -> None:
    seeded()
    counts = {model: model.objects.count() for model in (FoiRequest, Campaign, Authority, Source, User)}
    seeded(date(2026, 11, 24))
    assert {model: model.objects.count() for model in counts} == counts


def test_what_staff_edited_is_left_as_they_left_it() -> None:
    seeded()
    met = Authority.objects.get(slug="the-met")
    met.notes = "They moved."
    met.save()
    met.addresses.all().delete()
    met.aliases.create(name="The Yard")
    before = set(met.aliases.values_list("name", flat=True))
    seeded()
    met = Authority.objects.get(slug="the-met")
    assert met.notes == "They moved."
    assert not met.addresses.exists()
    assert set(met.aliases.values_list("name", flat=True)) == before


def test_an_authority_staff_removed_comes_back_and_nothing_else_is_touched() -> None:
    seeded()
    removed = Authority.objects.filter(foi_requests=None, predecessors=None).first()
    assert removed is not None
    slug, others = removed.slug, Authority.objects.exclude(pk=removed.pk)
    before = list(others.order_by("pk").values())
    removed.delete()
    seeded()
    again = Authority.objects.get(slug=slug)
    assert list(Authority.objects.exclude(pk=again.pk).order_by("pk").values()) == before


def test_requests_people_logged_before_keep_their_numbers() -> None:
    mine = make.a_request()
    number = mine.number
    seeded()
    assert make.fresh(mine).number == number
    assert FoiRequest.objects.filter(authority_reference__in=MET).exclude(number=number).count() == 2


def test_rows_are_added_once_whatever_their_primary_keys_in_the_file_are() -> None:
    rows = fixture("authorities.json")
    mine = make.an_authority()
    added = add_missing(rows=rows)
    assert added == len(rows)
    assert add_missing(rows=rows) == 0
    assert Authority.objects.get(pk=mine.pk).official_name == mine.official_name


def test_a_demo_person_who_exists_keeps_their_password_when_none_is_given() -> None:
    person = make.a_person(email="campaigner@example.org", name="Somebody Else")
    user, made = add_demo_person(email="Campaigner@example.org", name="Robin Ellery", password=None)
    assert (user, made) == (person, False)
    user = User.objects.get(pk=person.pk)
    assert user.name == "Somebody Else"
    assert user.check_password(make.PASSWORD)
    assert not user.is_staff


def test_a_demo_cut_short_is_made_whole_by_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    add_missing(rows=fixture("authorities.json"))
    person = make.a_person()

    def cut_short(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("requests_app.usecases.demo_campaign.write_request", cut_short)
    with pytest.raises(KeyboardInterrupt):
        add_demo_campaign(person=person, on=ON)
    monkeypatch.undo()
    assert not Campaign.objects.filter(slug=SLUG).exists()
    assert add_demo_campaign(person=person, on=ON) == FoiRequest.objects.count() == 8
    assert add_demo_campaign(person=person, on=ON) == 0


def test_the_demo_plays_without_the_authorities_it_would_write_to() -> None:
    assert add_demo_campaign(person=make.a_person(), on=ON) == 0
    assert Campaign.objects.filter(slug=SLUG).exists()


@pytest.mark.parametrize("on", [date(2026, 1, 2), date(2026, 4, 6), date(2026, 5, 30), date(2026, 12, 28)])
def test_the_demo_can_be_played_on_any_day_of_the_year(on: date) -> None:
    """Bank holidays, a Saturday, days between Christmas and New Year."""
    add_missing(rows=fixture("authorities.json"))
    assert add_demo_campaign(person=make.a_person(), on=on) == 8
    assert Membership.objects.filter(campaign__slug=SLUG).count() == 1
