"""People, campaigns and what staff keep."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.db.models import ProtectedError
from django.test import Client

from requests_app.core.errors import BadInput
from requests_app.models import Campaign, Exemption, Membership, Source, User
from requests_app.models.campaign import Role, Visibility
from requests_app.usecases.campaigns import join, own_campaign, start_campaign
from requests_app.usecases.people import change_profile
from requests_app.usecases.staff import delete_record, delete_records, save_person, save_record
from tests import factories as make
from tests.factories import SENT_ON, noon, refused

pytestmark = pytest.mark.django_db

NOW = noon(SENT_ON)


# Campaigns


def test_a_persons_own_campaign_is_made_when_it_is_first_needed_and_once() -> None:
    person = make.a_person()
    assert not Campaign.objects.exists()
    campaign = own_campaign(person)
    assert own_campaign(person) == campaign
    assert (campaign.personal_of, campaign.visibility) == (person, Visibility.PRIVATE)
    assert [(row.user, row.role) for row in campaign.memberships.all()] == [(person, Role.OWNER)]


def test_a_campaign_starts_with_its_owner_and_is_left_as_it_is_when_started_again() -> None:
    first, second = make.a_person(), make.a_person()
    campaign = start_campaign(slug="schools", name="Schools", aim="Find out.", owner=first)
    again = start_campaign(slug="schools", name="Another name", aim="", owner=second)
    assert again == campaign
    assert again.name == "Schools"
    assert [(row.user, row.role) for row in campaign.memberships.all()] == [(first, Role.OWNER)]


def test_joining_again_changes_the_role() -> None:
    campaign, person = make.a_campaign(), make.a_person()
    assert join(campaign=campaign, user=person, role=Role.VIEWER).role == Role.VIEWER
    assert join(campaign=campaign, user=person, role=Role.EDITOR).role == Role.EDITOR
    assert Membership.objects.filter(campaign=campaign, user=person).count() == 1


# A person's own page


def test_a_person_changes_what_they_say_of_themselves_and_nothing_else() -> None:
    person = make.a_person(email="alex@example.org")
    change_profile(
        user=person,
        name="  Alex   Q. Penrose ",
        correspondence_address=" alex@example.org\n",
        wants_reminders=False,
    )
    person = User.objects.get(pk=person.pk)
    assert (person.name, person.correspondence_address) == ("Alex Q. Penrose", "alex@example.org")
    assert person.wants_reminders is False
    assert (person.email, person.is_staff) == ("alex@example.org", False)
    assert person.check_password(make.PASSWORD)


def test_a_person_without_a_name_can_sign_no_letter() -> None:
    person = make.a_person()
    with refused(BadInput, "Give your real name: letters are signed with it.", field="name"):
        change_profile(user=person, name=" \n", correspondence_address="", wants_reminders=True)


# People, as staff keep them


def test_a_person_staff_add_has_a_confirmed_address_and_can_sign_in(client: Client) -> None:
    person = make.a_person(email="alex@example.org")
    address = EmailAddress.objects.get(user=person)
    assert (address.email, address.verified, address.primary) == ("alex@example.org", True, True)
    assert client.login(email="alex@example.org", password=make.PASSWORD)


def test_an_address_staff_change_takes_the_place_of_the_old_one() -> None:
    person = make.a_person(email="alex@example.org")
    person.email = "alex.penrose@example.org"
    save_person(user=person)
    address = EmailAddress.objects.get(user=person)
    assert (address.email, address.verified) == ("alex.penrose@example.org", True)


def test_an_address_typed_with_capitals_is_the_same_address(client: Client) -> None:
    person = make.a_person(email="Alex.Penrose@Example.org")
    for _ in range(2):
        save_person(user=User.objects.get(pk=person.pk))
    assert User.objects.get(pk=person.pk).email == "alex.penrose@example.org"
    assert EmailAddress.objects.get(user=person).email == "alex.penrose@example.org"
    assert client.login(email="ALEX.penrose@example.org", password=make.PASSWORD)


# Other records


def test_a_record_staff_save_is_saved_and_one_they_delete_is_gone() -> None:
    source = Source(slug="a-paper", title="A paper", publisher="A publisher")
    save_record(record=source, now=NOW)
    assert Source.objects.filter(slug="a-paper").exists()
    delete_record(record=source, now=NOW)
    assert not Source.objects.filter(slug="a-paper").exists()


def test_every_version_of_law_staff_edit_is_kept() -> None:
    exemption = Exemption.objects.filter(regime="FOIA").first()
    assert exemption is not None
    title = exemption.title
    exemption.title = "Another title"
    save_record(record=exemption, now=NOW)
    assert exemption.history.filter(title="Another title").exists()
    assert title != "Another title"


def test_what_others_stand_on_is_not_deleted_and_nothing_with_it() -> None:
    foi_request = make.a_request()
    other = make.an_authority()
    before = make.everything()
    with pytest.raises(ProtectedError):
        delete_records(records=[other, foi_request.authority], now=NOW)
    assert make.everything() == before
