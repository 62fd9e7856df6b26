"""Texts to use again: kept, changed, shared with a campaign, copied, deleted. Every version is kept."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from requests_app import permissions
from requests_app.core.checks import check_text
from requests_app.core.errors import BadInput, NotPermitted, StaleVersion
from requests_app.core.templates_text import fields_in
from requests_app.core.writing.records import cleaned
from requests_app.models import Campaign, TextTemplate, TextTemplateVersion, User
from requests_app.queries.text_templates import our_text
from requests_app.usecases.campaigns import own_campaign

LONGEST_TITLE = 200


@transaction.atomic
def keep_template(
    *,
    campaign: Campaign | None,
    kind: TextTemplate.Kind,
    title: str,
    body: str,
    by: User,
    now: datetime,
) -> TextTemplate:
    """Keep a new text, for a campaign or, with None, for oneself. Raises BadInput, NotPermitted."""
    campaign = _checked_campaign(campaign, by)
    title, body = _checked(title, body)
    template = TextTemplate.objects.create(
        campaign=campaign, kind=kind, title=title, body=body, created_by=by, created_at=now, changed_at=now
    )
    _keep_version(template, by=by, now=now)
    return template


@transaction.atomic
def edit_template(
    *,
    template: TextTemplate,
    campaign: Campaign | None,
    kind: TextTemplate.Kind,
    title: str,
    body: str,
    version: int,
    by: User,
    now: datetime,
) -> TextTemplate:
    """Change a text, or whose it is; ``campaign`` None makes it one's own. Who takes it from a campaign must be an editor
    there. Raises BadInput, NotPermitted, StaleVersion.
    """
    template = _open(template, by, version=version)
    campaign = template.campaign if template.campaign == campaign else _checked_campaign(campaign, by)
    title, body = _checked(title, body)
    if (title, body, kind, campaign.pk) == (
        template.title,
        template.body,
        template.kind,
        template.campaign_id,
    ):
        return template
    template.title, template.body, template.kind, template.campaign = title, body, kind, campaign
    template.version += 1
    template.changed_at = now
    template.save()
    _keep_version(template, by=by, now=now)
    return template


@transaction.atomic
def copy_template(*, template: TextTemplate, by: User, now: datetime) -> TextTemplate:
    """A copy of a text for oneself. Raises BadInput, NotPermitted for one that the person may not see."""
    if not TextTemplate.objects.visible_to(by).filter(pk=template.pk).exists():
        raise NotPermitted("There is no such text among those you can use.")
    return keep_template(
        campaign=None,
        kind=TextTemplate.Kind(template.kind),
        title=_copy_of(template.title),
        body=template.body,
        by=by,
        now=now,
    )


@transaction.atomic
def copy_ours(*, slug: str, by: User, now: datetime) -> TextTemplate:
    """A copy, for oneself, of a text that ships with the program. Raises BadInput where there is none."""
    text = our_text(slug)
    if text is None:
        raise BadInput("There is no such text.")
    return keep_template(
        campaign=None, kind=TextTemplate.Kind.REQUEST, title=text.title, body=text.body, by=by, now=now
    )


@transaction.atomic
def delete_template(*, template: TextTemplate, version: int, by: User) -> None:
    """Delete a text with all its versions. What was written with it stays. Raises NotPermitted, StaleVersion."""
    _open(template, by, version=version).delete()


def _open(template: TextTemplate, by: User, *, version: int) -> TextTemplate:
    """Lock the text and return it fresh. Raises NotPermitted, StaleVersion."""
    locked = (
        TextTemplate.objects.select_for_update(of=("self",))
        .select_related("campaign")
        .filter(pk=template.pk)
        .first()
    )
    if locked is None:
        raise StaleVersion("Somebody deleted this text while you had it open. What you typed is still here.")
    permissions.check_edit_template(by, locked)
    if locked.version != version:
        raise StaleVersion(
            "Somebody changed this text while you had it open. What you typed is still here: compare it with the text as"
            " it is now, then save again."
        )
    return locked


def _checked_campaign(campaign: Campaign | None, by: User) -> Campaign:
    """The campaign, for one who may edit there; their own for None. Raises NotPermitted."""
    if campaign is None or campaign.personal_of_id == by.pk:
        return own_campaign(by)
    if not permissions.is_editor(by, campaign):
        raise NotPermitted("Only editors of a campaign can share texts with it.")
    return campaign


def _checked(title: str, body: str) -> tuple[str, str]:
    title = " ".join(cleaned(title).split())
    if not title:
        raise BadInput("Give the text a title to find it by.", field="title")
    if len(title) > LONGEST_TITLE:
        raise BadInput(
            f"The title has {len(title):,} characters; up to {LONGEST_TITLE} can be kept.", field="title"
        )
    body = cleaned(check_text(body, field="body", what="The text")).strip()
    if not body:
        raise BadInput("The text is empty. Type its words.", field="body")
    try:
        fields_in(body)
    except BadInput as refusal:
        raise BadInput(refusal.sentence, field="body") from refusal
    return title, body


def _keep_version(template: TextTemplate, *, by: User, now: datetime) -> None:
    TextTemplateVersion.objects.create(
        template=template,
        number=template.version,
        title=template.title,
        body=template.body,
        by=by,
        at=now,
    )


def _copy_of(title: str) -> str:
    return f"{title[: LONGEST_TITLE - 7]} (copy)"
