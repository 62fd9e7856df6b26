"""Who may see and do what, in one file. Every predicate takes a person and a thing; pages turn "may not
see" into 404 and "may see but not do" into 403 (promise 8).
"""

from __future__ import annotations

import rules
from django.contrib.auth.models import AnonymousUser

from requests_app.core.errors import NotPermitted
from requests_app.models import (
    Campaign,
    FoiRequest,
    IncomingEmail,
    Membership,
    OutgoingEmail,
    TextTemplate,
    User,
)
from requests_app.models.campaign import Role

type_of_person = User | AnonymousUser


def _role(user: type_of_person, campaign: Campaign) -> str:
    """The person's role in the campaign, or "". Asked of the database once for a person and campaign."""
    if not user.is_authenticated:
        return ""
    known: dict[int, str] = user.__dict__.setdefault("_roles", {})
    if campaign.pk not in known:
        membership = Membership.objects.filter(user=user, campaign=campaign).only("role").first()
        known[campaign.pk] = membership.role if membership else ""
    return known[campaign.pk]


def know_role(user: type_of_person, campaign_id: int, role: str) -> None:
    """Spare the question of ``_role`` where a query has told the person's role already."""
    if user.is_authenticated:
        user.__dict__.setdefault("_roles", {})[campaign_id] = role


@rules.predicate
def is_member(user: type_of_person, campaign: Campaign) -> bool:
    """Belongs to the campaign in any role."""
    return bool(_role(user, campaign))


@rules.predicate
def is_editor(user: type_of_person, campaign: Campaign) -> bool:
    """May change what belongs to the campaign."""
    return _role(user, campaign) in {Role.OWNER, Role.EDITOR}


@rules.predicate
def is_public(_user: type_of_person, foi_request: FoiRequest) -> bool:
    """Anyone may read the request."""
    return foi_request.is_public


@rules.predicate
def may_view(user: type_of_person, foi_request: FoiRequest) -> bool:
    """Public, or of a campaign the person belongs to. Being staff gives no sight of private requests here."""
    return foi_request.is_public or bool(_role(user, foi_request.campaign))


@rules.predicate
def may_edit(user: type_of_person, foi_request: FoiRequest) -> bool:
    """Editor or owner of the request's campaign."""
    return bool(is_editor(user, foi_request.campaign))


@rules.predicate
def may_see_email(user: type_of_person, email: OutgoingEmail) -> bool:
    """Mail to a person: that person, while they may see the request, and staff. Account mail holds secret links: staff
    alone. Letters: members of their campaign alone.
    """
    if not user.is_authenticated:
        return False
    if email.kind == OutgoingEmail.Kind.LETTER:
        return email.foi_request is not None and bool(_role(user, email.foi_request.campaign))
    if user.is_staff:
        return True
    if email.kind == OutgoingEmail.Kind.ACCOUNT or email.user_id != user.pk:
        return False
    return email.foi_request is None or bool(may_view(user, email.foi_request))


@rules.predicate
def may_place_mail(user: type_of_person, foi_request: FoiRequest) -> bool:
    """Put a mail with a request, or take it from there: editors of its campaign, and staff, who look after the tray."""
    return bool(user.is_active and user.is_staff) or bool(is_editor(user, foi_request.campaign))


@rules.predicate
def may_see_mail(user: type_of_person, mail: IncomingEmail) -> bool:
    """In the tray: staff, who gave it to us, and editors of the one campaign it may belong to. Elsewhere: editors of the
    campaign whose request it is with.
    """
    if not user.is_authenticated:
        return False
    if mail.foi_request is not None and mail.state == IncomingEmail.State.PLACED:
        return bool(is_editor(user, mail.foi_request.campaign))
    if user.is_staff or mail.given_by_id == user.pk:
        return True
    return mail.campaign is not None and bool(is_editor(user, mail.campaign))


@rules.predicate
def may_word_letters(user: type_of_person) -> bool:
    """Staff who were given the right to change wordings."""
    return bool(user.is_active and user.is_staff and user.has_perm("requests_app.change_letterwording"))


@rules.predicate
def may_edit_template(user: type_of_person, template: TextTemplate) -> bool:
    """Editor or owner of the campaign the template belongs to."""
    return bool(is_editor(user, template.campaign))


rules.add_rule("view_foi_request", may_view)
rules.add_rule("edit_foi_request", may_edit)
rules.add_rule("see_email", may_see_email)
rules.add_rule("place_mail", may_place_mail)
rules.add_rule("see_mail", may_see_mail)
rules.add_rule("word_letters", may_word_letters)
rules.add_rule("edit_template", may_edit_template)


def can_view(user: type_of_person, foi_request: FoiRequest) -> bool:
    """Whether the person may read this request."""
    return bool(rules.test_rule("view_foi_request", user, foi_request))


def can_edit(user: type_of_person, foi_request: FoiRequest) -> bool:
    """Whether the person may change this request."""
    return bool(rules.test_rule("edit_foi_request", user, foi_request))


def can_see_email(user: type_of_person, email: OutgoingEmail) -> bool:
    """Whether the person may read this outgoing mail, and release or discard it."""
    return bool(rules.test_rule("see_email", user, email))


def can_place_mail(user: type_of_person, foi_request: FoiRequest) -> bool:
    """Whether the person may put a mail with this request, or take one from it."""
    return bool(rules.test_rule("place_mail", user, foi_request))


def can_see_mail(user: type_of_person, mail: IncomingEmail) -> bool:
    """Whether the person may read this mail that came."""
    return bool(rules.test_rule("see_mail", user, mail))


def check_edit(user: type_of_person, foi_request: FoiRequest) -> None:
    """Raise NotPermitted unless the person may change this request."""
    if not can_edit(user, foi_request):
        raise NotPermitted("You can read this request, but only editors of its campaign can change it.")


def can_word_letters(user: type_of_person) -> bool:
    """Whether the person may change how letters are worded."""
    return bool(rules.test_rule("word_letters", user))


def check_word_letters(user: type_of_person) -> None:
    """Raise NotPermitted unless the person may change how letters are worded."""
    if not can_word_letters(user):
        raise NotPermitted("Only staff who may change wordings can do that.")


def can_edit_template(user: type_of_person, template: TextTemplate) -> bool:
    """Whether the person may change this text."""
    return bool(rules.test_rule("edit_template", user, template))


def check_edit_template(user: type_of_person, template: TextTemplate) -> None:
    """Raise NotPermitted unless the person may change this text."""
    if not can_edit_template(user, template):
        raise NotPermitted("You can use this text, but only editors of its campaign can change it.")
