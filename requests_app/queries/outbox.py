"""Mail that waits or went, for those it concerns."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from requests_app.models import (
    Draft,
    FoiRequest,
    Membership,
    Message,
    Notice,
    OutgoingEmail,
    Reminder,
    User,
)

State = OutgoingEmail.State
WAITING = (State.HELD, State.READY, State.SENDING, State.FAILED, State.DOUBTFUL)
"""States of a mail that has not been settled."""
MOST_REFERENCES = 20

FILTERS = {
    "": ("All", Q()),
    "waiting": ("Waiting", Q(state__in=[State.HELD, State.READY, State.SENDING])),
    "check": ("For you to settle", Q(state__in=[State.DOUBTFUL, State.FAILED, State.BOUNCED])),
    "letters": ("Letters", Q(kind=OutgoingEmail.Kind.LETTER)),
    "gone": ("Gone", Q(state=State.SENT)),
}
"""What the outbox can be narrowed to: the word in the address, what the page calls it, and which mails these are."""


def outbox_of(user: User) -> QuerySet[OutgoingEmail]:
    """Mail to this person of requests they may see, and the letters of their campaigns. Staff see all mail to people,
    account mail with its secret links included; being staff gives no sight of a campaign's letters.
    """
    emails = OutgoingEmail.objects.select_related("foi_request", "user", "draft")
    campaigns = Membership.objects.filter(user=user).values("campaign")
    letters = Q(kind=OutgoingEmail.Kind.LETTER)
    theirs = letters & Q(foi_request__campaign__in=campaigns)
    if user.is_staff:
        return emails.filter(~letters | theirs)
    visible = FoiRequest.objects.visible_to(user).values("pk")
    may_see = Q(foi_request=None) & _tells_only_of(visible) | Q(foi_request__in=visible)
    own = may_see & Q(user=user) & ~Q(kind=OutgoingEmail.Kind.ACCOUNT) & ~letters
    return emails.filter(own | theirs)


def _tells_only_of(visible: QuerySet[FoiRequest, Any]) -> Q:
    """A morning's mail tells of many requests: whoever has left one's campaign sees the mail no more (promise 8)."""
    of_this = {"email": OuterRef("pk")}
    reminders = Reminder.objects.filter(**of_this).exclude(deadline__foi_request__in=visible)
    notices = Notice.objects.filter(**of_this).exclude(foi_request__in=visible)
    return ~Q(Exists(reminders)) & ~Q(Exists(notices))


def due_emails(now: datetime, *, limit: int = 500) -> list[int]:
    """Ids of mail that is ready and whose time has come, oldest first."""
    ready = OutgoingEmail.objects.filter(state=OutgoingEmail.State.READY, try_at__lte=now)
    return list(ready.order_by("try_at").values_list("pk", flat=True)[:limit])


def waiting_letter(foi_request: FoiRequest, draft: Draft | None = None) -> OutgoingEmail | None:
    """The mail that carries a letter and is not settled: of a draft, or the request's first. One query."""
    letters = OutgoingEmail.objects.filter(
        kind=OutgoingEmail.Kind.LETTER, foi_request=foi_request, draft=draft, state__in=WAITING
    )
    return letters.order_by("-pk").first()


def has_letters_to_see() -> Exists:
    """Whether a request has letters by e-mail that have not arrived, as part of a query of requests."""
    letters = OutgoingEmail.objects.filter(kind=OutgoingEmail.Kind.LETTER, foi_request=OuterRef("pk"))
    return Exists(letters.filter(state__in=[*WAITING, State.BOUNCED]))


def letters_to_see(foi_request: FoiRequest) -> list[OutgoingEmail]:
    """Letters of a request that have not arrived: on their way, stopped, or come back and not sent again. One query."""
    letters = OutgoingEmail.objects.filter(kind=OutgoingEmail.Kind.LETTER, foi_request=foi_request)
    last: dict[int | None, OutgoingEmail] = {}
    for each in letters.select_related("draft").defer("text", "html").order_by("pk"):
        last[each.draft_id] = each
    return [each for each in last.values() if each.state in {*WAITING, State.BOUNCED}]


def thread_of(foi_request: FoiRequest) -> tuple[str, str]:
    """In-Reply-To and References of the next letter: the last message of the thread, and those before it. One query.

    References keep the first message and the last ones (RFC 5322 section 3.6.4 sets no limit; mail programs do).
    """
    messages = Message.objects.filter(foi_request=foi_request).exclude(message_id="")
    ids = list(dict.fromkeys(messages.order_by("recorded_at", "pk").values_list("message_id", flat=True)))
    if not ids:
        return "", ""
    kept = ids if len(ids) <= MOST_REFERENCES else [ids[0], *ids[1 - MOST_REFERENCES :]]
    return ids[-1], " ".join(kept)
