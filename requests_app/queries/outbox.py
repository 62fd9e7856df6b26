"""Mail that waits or went, for those it concerns."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from requests_app.models import FoiRequest, OutgoingEmail, User


def outbox_of(user: User) -> QuerySet[OutgoingEmail]:
    """Reminders to this person of requests they may see; staff see all mail, account mail with its secret links
    included.
    """
    emails = OutgoingEmail.objects.select_related("foi_request", "user")
    if user.is_staff:
        return emails
    may_see = Q(foi_request=None) | Q(foi_request__in=FoiRequest.objects.visible_to(user).values("pk"))
    return emails.filter(may_see, user=user, kind=OutgoingEmail.Kind.REMINDER)


def due_emails(now: datetime, *, limit: int = 500) -> list[int]:
    """Ids of mail that is ready and whose time has come, oldest first."""
    ready = OutgoingEmail.objects.filter(state=OutgoingEmail.State.READY, try_at__lte=now)
    return list(ready.order_by("try_at").values_list("pk", flat=True)[:limit])
