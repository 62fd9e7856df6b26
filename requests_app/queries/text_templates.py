"""Texts to use again: a person's own, those of their campaigns, and ours; and what stands in their fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import F, OuterRef, QuerySet, Subquery

from requests_app.core.composing import QuestionSet, compose, composition_of, question_sets_from_json
from requests_app.core.dates import in_words
from requests_app.core.errors import BadInput
from requests_app.core.states import Regime
from requests_app.core.templates_text import FIELDS, fields_in, fill_known
from requests_app.models import Authority, Membership, TextTemplate, User
from requests_app.models.campaign import Role
from requests_app.queries.authorities import find_authorities
from requests_app.queries.law import DATA

SALUTATION = "Dear {{ authority }},"
_EDITORS = {Role.OWNER, Role.EDITOR}
_OF_AUTHORITY = ("authority", "authority_short", "act")
_TYPED = ("period", "place", "topic", "campaign", "our_reference", "their_reference")


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A text of the person's or a campaign's as the list shows it. ``is_own``: nobody else sees it."""

    template: TextTemplate
    is_own: bool
    can_edit: bool


@dataclass(frozen=True, slots=True)
class OurText:
    """A text that ships with the program: it can be used and copied, and not changed."""

    slug: str
    title: str
    summary: str
    body: str


def templates_of(user: User) -> list[TemplateRow]:
    """What this person may use, their own first, then by campaign. One query."""
    return [
        TemplateRow(row, row.campaign.personal_of_id == user.pk, getattr(row, "my_role", "") in _EDITORS)
        for row in _with_role(user).order_by(
            F("campaign__personal_of").asc(nulls_last=True), "campaign__name", "kind", "title", "pk"
        )
    ]


def template_of(user: User, pk: int) -> TemplateRow | None:
    """One of them; None where there is none that this person may see. One query."""
    row = _with_role(user).filter(pk=pk).first()
    if row is None:
        return None
    return TemplateRow(row, row.campaign.personal_of_id == user.pk, getattr(row, "my_role", "") in _EDITORS)


def _with_role(user: User) -> QuerySet[TextTemplate]:
    mine = Membership.objects.filter(campaign=OuterRef("campaign"), user=user.pk).values("role")[:1]
    return TextTemplate.objects.visible_to(user).select_related("campaign").annotate(my_role=Subquery(mine))


@lru_cache(maxsize=1)
def our_texts() -> tuple[OurText, ...]:
    """The sets of questions that ship with the program, as texts with their fields."""
    sets = question_sets_from_json(json.loads((DATA / "question_sets.json").read_text(encoding="utf-8")))
    return tuple(OurText(each.slug, each.title, each.summary, _as_text(each)) for each in sets)


def our_text(slug: str) -> OurText | None:
    """The text of ours with this name."""
    return next((text for text in our_texts() if text.slug == slug), None)


def _as_text(chosen: QuestionSet) -> str:
    values = {"requester": "{{ requester }}", "address": ""}
    return compose(composition_of(chosen, values, salutation=SALUTATION, preview=True)).text


def fields_of(body: str) -> list[str]:
    """The fields that a text has, each once, in order; none where it can't be read."""
    try:
        return list(dict.fromkeys(field.name for field in fields_in(body)))
    except BadInput:
        return []


def asked_for(body: str) -> list[str]:
    """What a person has to give for a text: ``authority`` for anything about it, and what nobody else can know."""
    names = fields_of(body)
    wanted = ["authority"] if any(name in _OF_AUTHORITY for name in names) else []
    return wanted + [name for name in _TYPED if name in names]


def meaning_of(name: str) -> str:
    """What a field stands for, as a label."""
    meaning = FIELDS[name]
    return f"{meaning[0].upper()}{meaning[1:]}"


def values_for(
    user: User, *, authority: Authority | None, typed: Mapping[str, str], on: date
) -> dict[str, str]:
    """What stands in the fields of a text. What nobody knows is left out."""
    values = {name: " ".join(typed.get(name, "").split()) for name in _TYPED}
    values |= {
        "requester": user.name,
        "address": user.correspondence_address or user.email,
        "year": str(on.year),
        "today": in_words(on),
    }
    if authority is not None:
        values |= {"authority": authority.official_name, "authority_short": authority.short_name}
        if authority.regime:
            values["act"] = Regime(authority.regime).label
    return {name: value for name, value in values.items() if value.strip()}


def filled(body: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled, once each; those without a value stay as they stand. Raises BadInput."""
    return fill_known(body, values)


def begun_with(user: User, given: Mapping[str, str], *, on: date) -> str:
    """The text that a new request begins with: ``given`` (an address' query) names it by ``template`` and fills it.

    Empty where it names none that this person may use. At most three queries.
    """
    key = given.get("template", "")
    row = template_of(user, int(key)) if key.isdecimal() and len(key) < 10 else None
    if row is None:
        return ""
    named = find_authorities(given.get("authority", "")[:250])
    values = values_for(user, authority=named[0] if len(named) == 1 else None, typed=given, on=on)
    try:
        return filled(row.template.body, values)
    except BadInput:
        return row.template.body
