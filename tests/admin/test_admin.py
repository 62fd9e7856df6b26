"""The Django admin: for staff alone, read-mostly, and what staff save goes through use cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db import models
from django.test import Client
from django.urls import reverse

from requests_app.admin.base import ReadOnlyAdmin
from requests_app.models import (
    Authority,
    BankHoliday,
    Campaign,
    Correction,
    Exemption,
    FoiRequest,
    OutgoingEmail,
    Recomputation,
    Source,
    Sweep,
    User,
)
from requests_app.models.campaign import Role
from requests_app.usecases import staff as usecases
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db

OURS = {
    model: page for model, page in admin.site._registry.items() if model._meta.app_label == "requests_app"
}
READ_ONLY = {Correction, FoiRequest, OutgoingEmail, Sweep, Recomputation}


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    """Staff work on the day on which a reply is first late."""
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


@pytest.fixture
def staff() -> Client:
    """The browser of somebody who may do everything in the admin."""
    return browser_of(make.a_person(is_staff=True, is_superuser=True))


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def url(model: type[models.Model], what: str, *args: object) -> str:
    return reverse(f"admin:requests_app_{model._meta.model_name}_{what}", args=args)


@pytest.fixture
def records() -> dict[type[models.Model], models.Model]:
    """One record of everything that has a page in the admin, where there can be one."""
    foi_request = make.a_request()
    make.answered(foi_request, on=LATE_ON)
    make.a_request(foi_request.campaign)
    sweep(on=LATE_ON, now=noon(LATE_ON))
    usecases.save_record(
        record=Source(slug="a-paper", title="A paper", publisher="A publisher"), now=noon(LATE_ON)
    )
    holiday = BankHoliday.objects.filter(on__year=2026).first()
    assert holiday is not None
    usecases.save_record(
        record=BankHoliday(on=date(2026, 10, 19), division="scotland", title="A new day"), now=noon(LATE_ON)
    )
    found = {model: model._default_manager.order_by("pk").first() for model in OURS}
    return {model: record for model, record in found.items() if record is not None}


# Who comes in


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.model_name)
def test_the_admin_is_closed_to_everybody_but_staff(
    model: type[models.Model], records: dict[type[models.Model], models.Model]
) -> None:
    pages = [url(model, "changelist"), url(model, "add")]
    if model in records:
        pages += [url(model, what, records[model].pk) for what in ("change", "delete", "history")]
    people = [Client(), browser_of(make.a_person()), browser_of(make.a_member(make.a_campaign(), Role.OWNER))]
    for client in people:
        for page in pages:
            for answer in (client.get(page), client.post(page, {})):
                assert answer.status_code == 302
                assert answer["Location"].startswith("/admin/login/"), page
    without_rights = browser_of(make.a_person(is_staff=True))
    assert {without_rights.get(page).status_code for page in pages} == {403}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.model_name)
def test_staff_can_look_at_everything(
    model: type[models.Model], records: dict[type[models.Model], models.Model], staff: Client
) -> None:
    for query in ("", "?q=officer", "?o=1"):
        if query != "?q=officer" or OURS[model].search_fields:
            assert staff.get(url(model, "changelist") + query).status_code == 200
    if model in records:
        assert staff.get(url(model, "change", records[model].pk)).status_code == 200
        assert staff.get(url(model, "history", records[model].pk)).status_code == 200


@pytest.mark.parametrize(
    "model",
    [model for model, page in OURS.items() if isinstance(page, ReadOnlyAdmin)],
    ids=lambda model: model._meta.model_name,
)
def test_what_follows_from_events_can_only_be_looked_at(
    model: type[models.Model], records: dict[type[models.Model], models.Model], staff: Client
) -> None:
    before = make.everything()
    assert staff.get(url(model, "add")).status_code == 403
    assert staff.post(url(model, "add"), {}).status_code == 403
    if model in records:
        pk = records[model].pk
        for page in (url(model, "change", pk), url(model, "delete", pk)):
            assert staff.post(page, {"post": "yes", "state": "draft"}).status_code == 403
        answer = staff.post(
            url(model, "changelist"), {"action": "delete_selected", "_selected_action": [pk], "post": "yes"}
        )
        assert answer.status_code in {200, 302, 403}
    assert make.everything() == before


def test_requests_mail_sweeps_and_recomputations_are_among_what_can_only_be_looked_at() -> None:
    assert {model for model, page in OURS.items() if isinstance(page, ReadOnlyAdmin)} >= READ_ONLY


# What staff save


def form_of(client: Client, page: str) -> dict[str, Any]:
    """What the form of a page would send if nothing were changed."""
    context = client.get(page).context
    data: dict[str, Any] = {}
    for form in (
        context["adminform"].form,
        *(f.formset.management_form for f in context["inline_admin_formsets"]),
    ):
        data |= {bound.html_name: bound.value() for bound in form}
    for formset in context["inline_admin_formsets"]:
        for form in formset.formset.forms:
            data |= {bound.html_name: bound.value() for bound in form}
    return {name: value for name, value in data.items() if value is not None and value is not False}


Spy = list[tuple[str, type[models.Model]]]


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> Spy:
    """Which use cases of staff were called, and for which record."""
    calls: Spy = []

    def listening(name: str, do: Callable[..., Any]) -> Callable[..., Any]:
        def call(**fields: Any) -> Any:
            for record in [fields[one] for one in ("record", "user") if one in fields] + list(
                fields.get("records", ())
            ):
                calls.append((name, type(record)))
            return do(**fields)

        return call

    for name in ("save_record", "delete_record", "delete_records", "save_person"):
        monkeypatch.setattr(usecases, name, listening(name, getattr(usecases, name)))
    return calls


def test_an_authority_edited_with_its_aliases_and_addresses_goes_through_the_use_case(
    staff: Client, used: Spy
) -> None:
    authority = make.an_authority("Ambleford Constabulary")
    page = url(Authority, "change", authority.pk)
    data = form_of(staff, page) | {
        "notes": "They moved.",
        "aliases-TOTAL_FORMS": "1",
        "aliases-0-name": "Ambleford Police",
        "addresses-TOTAL_FORMS": "1",
        "addresses-0-channel": "email",
        "addresses-0-address": "foi@ambleford.example.org",
        "addresses-0-authority": str(authority.pk),
        "aliases-0-authority": str(authority.pk),
    }
    answer = staff.post(page, data)
    assert answer.status_code == 302, answer.context["errors"]
    authority.refresh_from_db()
    assert authority.notes == "They moved."
    assert [alias.name for alias in authority.aliases.all()] == ["Ambleford Police"]
    assert [address.address for address in authority.addresses.all()] == ["foi@ambleford.example.org"]
    assert [name for name, _ in used] == ["save_record"] * 3
    assert authority.history.count() == 2


def test_the_clocks_follow_an_authority_whose_kind_was_corrected(staff: Client) -> None:
    foi_request = make.a_request()
    page = url(Authority, "change", foi_request.authority_id)
    assert staff.post(page, form_of(staff, page) | {"kind": "council"}).status_code == 302
    assert Recomputation.objects.get().because.endswith("not Police force in England or Wales")


def test_a_bank_holiday_staff_add_is_one_change_to_recompute(staff: Client, used: Spy) -> None:
    make.a_request()
    data = {"on": "2026-10-19", "division": "scotland", "title": "A day off", "source": "The Gazette"}
    assert staff.post(url(BankHoliday, "add"), data).status_code == 302
    assert used == [("save_record", BankHoliday)]
    assert "Mon 19 Oct 2026" in Recomputation.objects.get().because


def test_bank_holidays_deleted_together_are_one_change(staff: Client, used: Spy) -> None:
    days = BankHoliday.objects.filter(on__year=2026, division="scotland")[:2]
    chosen = {"action": "delete_selected", "_selected_action": [day.pk for day in days], "post": "yes"}
    assert staff.post(url(BankHoliday, "changelist"), chosen).status_code == 302
    assert used == [("delete_records", BankHoliday)] * 2
    assert Recomputation.objects.count() == 1


def test_a_record_others_stand_on_is_not_deleted(staff: Client) -> None:
    foi_request = make.a_request()
    page = url(Authority, "delete", foi_request.authority_id)
    answer = staff.post(page, {"post": "yes"})
    assert "Cannot delete" in answer.content.decode()
    assert Authority.objects.filter(pk=foi_request.authority_id).exists()


def test_staff_put_people_into_campaigns(staff: Client, used: Spy) -> None:
    campaign, person = make.a_campaign(), make.a_person()
    page = url(Campaign, "change", campaign.pk)
    data = form_of(staff, page) | {
        "memberships-TOTAL_FORMS": "2",
        "memberships-1-user": str(person.pk),
        "memberships-1-role": "editor",
        "memberships-1-campaign": str(campaign.pk),
    }
    assert staff.post(page, data).status_code == 302
    assert campaign.memberships.get(user=person).role == Role.EDITOR
    assert "save_record" in {name for name, _ in used}


def test_an_exemption_can_be_edited_and_its_versions_read(staff: Client) -> None:
    exemption = Exemption.objects.filter(regime="FOIA").first()
    assert exemption is not None
    page = url(Exemption, "change", exemption.pk)
    assert staff.post(page, form_of(staff, page) | {"notes": "Read the guidance."}).status_code == 302
    assert "Read the guidance." in {row.notes for row in exemption.history.all()}
    assert staff.get(url(Exemption, "history", exemption.pk)).status_code == 200


# People


def test_staff_add_a_person_with_a_first_password_who_can_then_sign_in(staff: Client, used: Spy) -> None:
    data = {
        "email": "New.Person@Example.org",
        "name": "New Person",
        "usable_password": "true",
        "password1": "a-first-password-7",
        "password2": "a-first-password-7",
    }
    answer = staff.post(url(User, "add"), data)
    assert answer.status_code == 302, answer.context["errors"]
    assert used == [("save_person", User)]
    person = User.objects.get(email="new.person@example.org")
    assert EmailAddress.objects.get(user=person).verified
    login = Client().post(
        reverse("account_login"), {"login": "new.person@example.org", "password": "a-first-password-7"}
    )
    assert (login.status_code, login["Location"]) == (302, "/")


def test_two_people_can_not_have_one_address_however_it_is_written(staff: Client) -> None:
    make.a_person(email="alex@example.org")
    data = {
        "email": "ALEX@example.org",
        "name": "Another Alex",
        "usable_password": "true",
        "password1": "a-first-password-7",
        "password2": "a-first-password-7",
    }
    answer = staff.post(url(User, "add"), data)
    assert answer.status_code == 200
    assert "Person with this E-mail address already exists." in answer.content.decode()
    assert User.objects.filter(email__iexact="alex@example.org").count() == 1


def test_staff_close_an_account_and_nobody_can_sign_in_with_it(staff: Client) -> None:
    person = make.a_person(email="alex@example.org")
    page = url(User, "change", person.pk)
    data = form_of(staff, page)
    data.pop("is_active")
    for name in ("last_login", "date_joined", "password"):
        data.pop(name, None)
    assert staff.post(page, data).status_code == 302
    assert not User.objects.get(pk=person.pk).is_active
    assert not Client().login(email="alex@example.org", password=make.PASSWORD)


def test_a_person_whose_name_stands_in_the_record_is_not_deleted(staff: Client) -> None:
    foi_request = make.a_request()
    person = make.requester_of(foi_request)
    answer = staff.post(url(User, "delete", person.pk), {"post": "yes"})
    assert "Cannot delete" in answer.content.decode()
    assert User.objects.filter(pk=person.pk).exists()


def test_every_page_of_ours_stands_on_one_of_the_two_bases() -> None:
    odd = {
        model._meta.model_name
        for model, page in OURS.items()
        if type(page).save_model is ModelAdmin.save_model and not isinstance(page, ReadOnlyAdmin)
    }
    assert odd == set()
    for model, page in OURS.items():
        if not isinstance(page, ReadOnlyAdmin):
            assert type(page).delete_model is not ModelAdmin.delete_model, model
            assert type(page).delete_queryset is not ModelAdmin.delete_queryset, model
