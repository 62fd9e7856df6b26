"""Lists of requests: what a person may see, filtered and in the order in which things fall due."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from requests_app.core.standing import WAITING
from requests_app.core.states import State
from requests_app.models import Authority, FoiRequest, Membership, Message, User
from requests_app.models.campaign import Role
from requests_app.queries.outbox import has_letters_to_see

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
_UNREAD = Exists(
    Message.objects.filter(foi_request=OuterRef("pk"), reading_state=Message.ReadingState.TO_CONFIRM)
)
SOONEST_FIRST = (F("next_deadline_on").asc(nulls_last=True), "-number")
SHOWN_IN_LISTS = (
    "number",
    "title",
    "authority_reference",
    "state",
    "response_due_on",
    "next_deadline_kind",
    "next_deadline_on",
)


def listed_page(
    user: User | AnonymousUser,
    *,
    words: str = "",
    which: str = "",
    today: date,
    page: str | None,
    per_page: int,
) -> Page[FoiRequest]:
    """One page of ``listed``, each request with ``has_unread``. Two queries when read. A page that is not there is
    the first or the last.
    """
    found = listed(user, words=words, which=which, today=today)
    # Matching words is the work of a search: it is done once, not for the count and again for the page.
    keys = list(found.values_list("pk", flat=True)) if words else found.values("pk")
    shown: Page[Any] = Paginator(keys, per_page).get_page(page)
    shown.object_list = (
        FoiRequest.objects.filter(pk__in=shown.object_list)
        .select_related("authority")
        .only(*SHOWN_IN_LISTS, "authority__short_name")
        .annotate(has_unread=_UNREAD)
        .order_by(*SOONEST_FIRST)
    )
    return shown


def listed(
    user: User | AnonymousUser, *, words: str = "", which: str = "", today: date
) -> QuerySet[FoiRequest]:
    """Requests this person may see that match, soonest date first, then the newest. One query when read."""
    found = FoiRequest.objects.visible_to(user)
    # Long words first: they are rarer, and leave less to look through. PostgreSQL holds no NUL.
    for word in sorted(words.replace("\x00", " ").split()[:8], key=len, reverse=True):
        found = found.filter(_mentions(word))
    return _narrowed(found, which, today=today).order_by(*SOONEST_FIRST)


def _mentions(word: str) -> Q:
    called = Authority.objects.filter(Q(official_name__icontains=word) | Q(short_name__icontains=word))
    # The authorities are found once, and looking a row's own up is cheaper than looking through its words.
    match = (
        Q(authority__in=called.order_by().values("pk"))
        | Q(title__icontains=word)
        | Q(authority_reference__icontains=word)
    )
    number = word.upper().removeprefix("FT-")
    return match | Q(number=int(number)) if number.isdecimal() and len(number) < 9 else match


def _narrowed(found: QuerySet[FoiRequest], which: str, *, today: date) -> QuerySet[FoiRequest]:
    waiting = Q(state__in=list(WAITING))
    narrow = {
        "overdue": waiting & Q(response_due_on__lt=today),
        "waiting": waiting,
        "yours": Q(state__in=_YOURS) | _UNREAD,
        "answered": Q(state__in=_ANSWERED),
        "draft": Q(state=State.DRAFT),
    }.get(which)
    return found.filter(narrow) if narrow is not None else found


def by_reference(user: User | AnonymousUser, reference: str) -> FoiRequest | None:
    """The request with this reference if the person may see it, with ``my_role`` in its campaign ("" for none), and
    ``has_mail``: whether a letter of it by e-mail has not arrived. One query.
    """
    number = reference.upper().removeprefix("FT-")
    if not number.isdecimal() or len(number) > 9:
        return None
    mine = Membership.objects.filter(campaign=OuterRef("campaign"), user=user.pk).values("role")[:1]
    found: FoiRequest | None = (
        FoiRequest.objects.visible_to(user)
        .select_related("authority", "campaign")
        .annotate(my_role=Coalesce(Subquery(mine), Value("")), has_mail=has_letters_to_see())
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
