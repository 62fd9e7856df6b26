"""Lists of requests: what a person may see, filtered and in the order in which things fall due."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from requests_app.core.standing import WAITING
from requests_app.core.states import State
from requests_app.models import FoiRequest, Membership, Message, User
from requests_app.models.campaign import Role

FILTERS = {
    "": "All",
    "overdue": "Overdue",
    "waiting": "Waiting for a reply",
    "yours": "Waiting for you",
    "answered": "Answered",
    "draft": "Not sent yet",
}
_ANSWERED = [State.ANSWERED, State.REFUSED, State.NOT_HELD]
_YOURS = [State.AWAITING_REQUESTER, State.AWAITING_FEE]


def listed(
    user: User | AnonymousUser, *, words: str = "", which: str = "", today: date
) -> QuerySet[FoiRequest]:
    """Requests this person may see that match, soonest date first, then the newest. One query when read."""
    unread = Message.objects.filter(foi_request=OuterRef("pk"), reading_state=Message.ReadingState.TO_CONFIRM)
    found = (
        FoiRequest.objects.visible_to(user)
        .select_related("authority", "campaign")
        .defer("letter", "clock_uncertain", "requester_address", "authority__notes", "campaign__aim")
        .annotate(has_unread=Exists(unread))
    )
    for word in words.replace("\x00", " ").split()[:8]:  # PostgreSQL holds no NUL
        found = found.filter(_mentions(word))
    return _narrowed(found, which, today=today).order_by(
        F("next_deadline_on").asc(nulls_last=True), "-number"
    )


def _mentions(word: str) -> Q:
    match = (
        Q(title__icontains=word)
        | Q(authority__official_name__icontains=word)
        | Q(authority__short_name__icontains=word)
        | Q(authority_reference__icontains=word)
    )
    number = word.upper().removeprefix("FT-")
    return match | Q(number=int(number)) if number.isdecimal() and len(number) < 9 else match


def _narrowed(found: QuerySet[FoiRequest], which: str, *, today: date) -> QuerySet[FoiRequest]:
    waiting = Q(state__in=list(WAITING))
    narrow = {
        "overdue": waiting & Q(response_due_on__lt=today),
        "waiting": waiting,
        "yours": Q(state__in=_YOURS) | Q(has_unread=True),
        "answered": Q(state__in=_ANSWERED),
        "draft": Q(state=State.DRAFT),
    }.get(which)
    return found.filter(narrow) if narrow is not None else found


def by_reference(user: User | AnonymousUser, reference: str) -> FoiRequest | None:
    """The request with this reference if the person may see it, with ``my_role`` in its campaign ("" for none).
    One query.
    """
    number = reference.upper().removeprefix("FT-")
    if not number.isdecimal() or len(number) > 9:
        return None
    mine = Membership.objects.filter(campaign=OuterRef("campaign"), user=user.pk).values("role")[:1]
    found: FoiRequest | None = (
        FoiRequest.objects.visible_to(user)
        .select_related("authority", "campaign", "follows")
        .annotate(my_role=Coalesce(Subquery(mine), Value("")))
        .filter(number=int(number))
        .first()
    )
    return found


def editable_campaigns(user: User) -> list[Membership]:
    """Memberships that let the person add requests, the person's own campaign first. One query."""
    return list(
        Membership.objects.filter(user=user, role__in=[Role.OWNER, Role.EDITOR])
        .select_related("campaign")
        .order_by(F("campaign__personal_of").asc(nulls_last=True), "campaign__name")
    )
