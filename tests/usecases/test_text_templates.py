"""Texts to use again: whose they are, what is refused, and that nothing of them is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries

from requests_app.core.errors import BadInput, NotPermitted, StaleVersion
from requests_app.core.reading import questions_of
from requests_app.models import Campaign, TextTemplate, TextTemplateVersion, User
from requests_app.models.campaign import Role
from requests_app.queries.text_templates import (
    asked_for,
    begun_with,
    filled,
    our_texts,
    template_of,
    templates_of,
    values_for,
)
from requests_app.usecases.campaigns import own_campaign
from requests_app.usecases.text_templates import (
    copy_ours,
    copy_template,
    delete_template,
    edit_template,
    keep_template,
)
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, noon, refused

pytestmark = pytest.mark.django_db

NOW = noon(SENT_ON)
BODY = "Dear {{ authority }},\n\nHow many in {{ period }}?"
REQUEST, CLAUSE = TextTemplate.Kind.REQUEST, TextTemplate.Kind.CLAUSE


def keep(by: User, campaign: Campaign | None = None, **fields: Any) -> TextTemplate:
    defaults: dict[str, Any] = {"kind": REQUEST, "title": "Schools", "body": BODY}
    return keep_template(campaign=campaign, by=by, now=NOW, **defaults | fields)


def edit(template: TextTemplate, by: User, **fields: Any) -> TextTemplate:
    defaults: dict[str, Any] = {
        "campaign": template.campaign,
        "kind": TextTemplate.Kind(template.kind),
        "title": template.title,
        "body": template.body,
        "version": template.version,
    }
    return edit_template(template=template, by=by, now=NOW, **defaults | fields)


def seen_by(user: User) -> set[str]:
    return {row.template.title for row in templates_of(user)}


def test_a_text_of_ones_own_is_seen_by_nobody_else() -> None:
    person = make.a_person()
    template = keep(person)
    assert template.campaign.personal_of == person
    assert seen_by(person) == {"Schools"}
    others = [make.a_person(), make.a_person(is_staff=True, is_superuser=True)]
    for other in others:
        assert seen_by(other) == set()
        assert template_of(other, template.pk) is None
    assert not TextTemplate.objects.visible_to(AnonymousUser()).exists()


def test_a_text_of_a_campaign_is_used_by_its_members_and_changed_by_its_editors() -> None:
    campaign = make.a_campaign()
    viewer, editor = make.a_member(campaign, Role.VIEWER), make.a_member(campaign, Role.EDITOR)
    template = keep(editor, campaign)
    assert seen_by(viewer) == {"Schools"}
    assert [row.can_edit for row in templates_of(viewer)] == [False]
    assert [row.can_edit for row in templates_of(editor)] == [True]
    stranger = make.a_person()
    for person in (viewer, stranger):
        with refused(NotPermitted, "editors of its campaign"):
            edit(template, person, title="Mine")
        with refused(NotPermitted, "editors of its campaign"):
            delete_template(template=template, version=1, by=person)
        with refused(NotPermitted, "editors of a campaign"):
            keep(person, campaign)
    with refused(NotPermitted, "no such text"):
        copy_template(template=template, by=stranger, now=NOW)
    assert edit(template, editor, title="Theirs").title == "Theirs"


def test_sharing_needs_the_role_in_both_places() -> None:
    person = make.a_person()
    own_campaign(person)
    template = keep(person)
    elsewhere = make.a_campaign()
    with refused(NotPermitted, "editors of a campaign"):
        edit(template, person, campaign=elsewhere)
    editor = make.a_member(elsewhere, Role.EDITOR)
    mine = keep(editor)
    shared = edit(mine, editor, campaign=elsewhere)
    assert shared.campaign == elsewhere
    assert seen_by(make.a_member(elsewhere)) == {"Schools"}
    assert edit(shared, editor, campaign=None).campaign.personal_of == editor


def test_every_version_is_kept_and_the_later_of_two_is_told() -> None:
    person = make.a_person()
    template = keep(person)
    changed = edit(template, person, body=f"{BODY} Thanks.")
    with refused(StaleVersion, "Somebody changed this text"):
        edit(template, person, body="Mine.", version=1)
    assert edit(changed, person).version == 2, "nothing changed, nothing kept"
    assert list(TextTemplateVersion.objects.order_by("number").values_list("number", "body")) == [
        (1, BODY),
        (2, f"{BODY} Thanks."),
    ]


def test_a_text_deleted_meanwhile_is_told() -> None:
    person = make.a_person()
    template = keep(person)
    with refused(StaleVersion, "Somebody changed this text"):
        delete_template(template=template, version=7, by=person)
    delete_template(template=TextTemplate.objects.get(), version=1, by=person)
    assert not TextTemplateVersion.objects.exists()
    with refused(StaleVersion, "Somebody deleted this text"):
        edit(template, person, title="Still mine")


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"title": "  "}, "title", "Give the text a title"),
        ({"title": "x" * 201}, "title", "up to 200"),
        ({"body": " \n"}, "body", "The text is empty"),
        ({"body": "\u202e\u202c"}, "body", "The text is empty"),
        ({"body": "Dear {{ autority }},"}, "body", "Did you mean {{ authority }}?"),
        ({"body": "a\nb {{ period"}, "body", "Line 2: {{ opens and does not close"),
        ({"body": "x" * 1_000_000}, "body", "up to 200,000"),
        ({"body": "\x00"}, "body", "not text"),
    ],
)
def test_a_slip_is_refused_and_nothing_is_kept(fields: dict[str, str], field: str, sentence: str) -> None:
    person = make.a_person()
    own_campaign(person)
    with refused(BadInput, sentence, field=field):
        keep(person, **fields)


def test_a_copy_is_ones_own_and_the_first_stays_as_it_is() -> None:
    campaign = make.a_campaign()
    template, viewer = keep(make.owner_of(campaign), campaign), make.a_member(campaign)
    copy = copy_template(template=template, by=viewer, now=NOW)
    assert (copy.title, copy.body, copy.campaign.personal_of) == ("Schools (copy)", BODY, viewer)
    assert keep(viewer, title="x" * 200)
    long = copy_template(template=TextTemplate.objects.get(title="x" * 200), by=viewer, now=NOW)
    assert long.title.endswith(" (copy)")


def test_ours_are_whole_requests_that_can_be_copied() -> None:
    person = make.a_person()
    for text in our_texts():
        copy = copy_ours(slug=text.slug, by=person, now=NOW)
        assert copy.body == text.body.strip()
        assert len(questions_of(copy.body)) > 1
        assert "{{ act }}" in copy.body
    with refused(BadInput, "no such text"):
        copy_ours(slug="nothing", by=person, now=NOW)


def test_fields_are_filled_once_and_what_nobody_knows_stays() -> None:
    authority = make.an_authority("{{ period }} Police", short_name="{{ act }}")
    values = values_for(make.a_person(), authority=authority, typed={"period": "{{ authority }}"}, on=LATE_ON)
    text = filled(
        "{{ authority }}; {{ period }}; {{ topic }}; {{ act }}; {{ year }}; {{ requester }}", values
    )
    assert text == (
        "{{ period }} Police; {{ authority }}; {{ topic }}; Freedom of Information Act 2000; 2026; Alex Penrose"
    )
    assert asked_for("{{ act }} {{ topic }} {{ year }} {{ period }}") == ["authority", "period", "topic"]


def test_a_new_request_begins_with_a_text_the_person_may_use() -> None:
    person, authority = make.a_person(), make.an_authority()
    template = keep(person)
    given = {"template": str(template.pk), "authority": authority.official_name, "period": "2025"}
    assert begun_with(person, given, on=LATE_ON) == f"Dear {authority.official_name},\n\nHow many in 2025?"
    assert begun_with(person, {"template": str(template.pk)}, on=date(2026, 1, 1)) == BODY
    assert begun_with(make.a_person(), given, on=LATE_ON) == ""
    for key in ("", "x", "-1", "9" * 30, "²"):
        assert begun_with(person, given | {"template": key}, on=LATE_ON) == ""


def test_the_list_is_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    campaign = make.a_campaign()
    owner = make.owner_of(campaign)
    for number in range(4):
        keep(owner, campaign if number % 2 else None, title=f"Text {number}", kind=CLAUSE)
    with django_assert_num_queries(1):
        rows = templates_of(owner)
    assert [row.is_own for row in rows] == [True, True, False, False]
