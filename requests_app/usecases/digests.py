"""Mail to our own people: one thing at once, or everything of a morning in one e-mail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import structlog
from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from requests_app.core.calendars import Calendar
from requests_app.core.dates import plural
from requests_app.core.notices import NoticeKind, Timing, is_quiet
from requests_app.models import Membership, Notice, NoticeChoice, OutgoingEmail, Reminder, User
from requests_app.models.campaign import Role
from requests_app.queries.holidays import calendars
from requests_app.queries.mail_items import Item
from requests_app.queries.mornings import morning_of, people_with_news
from requests_app.queries.telling import Choices
from requests_app.queries.unsubscribing import unsubscribe_headers, unsubscribe_url
from requests_app.usecases.mail import queue_email

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Composed:
    """A mail as it will be read."""

    subject: str
    text: str
    html: str
    reply_to: str
    headers: Mapping[str, str]


def mail_items(*, user: User, items: Sequence[Item], choices: Choices, now: datetime) -> OutgoingEmail:
    """Queue one mail that tells a person of these things: in full where it is one, else in short."""
    composed = compose(user=user, items=items, choices=choices)
    return queue_email(
        kind=OutgoingEmail.Kind.REMINDER,
        to_address=user.email,
        subject=composed.subject,
        text=composed.text,
        html=composed.html,
        user=user,
        foi_request=items[0].foi_request if len(items) == 1 else None,
        reply_to=composed.reply_to,
        headers=composed.headers,
        now=now,
    )


def compose(*, user: User, items: Sequence[Item], choices: Choices) -> Composed:
    """Write the mail that tells a person of these things."""
    kinds = sorted({item.kind for item in items}, key=list(NoticeKind).index)
    one = items[0] if len(items) == 1 else None
    reply_to, answers_reach = _reply_to(user, one, choices)
    context = {
        "item": items[0],
        "groups": list(_grouped(items)),
        "number": len(items),
        "today_url": f"{settings.SITE_URL}/",
        **foot_of(user, kinds, answers_reach),
    }
    template = "reminder" if one else "digest"
    return Composed(
        subject=one.subject if one else digest_subject(items),
        text=render_to_string(f"requests_app/mail/{template}.txt", context),
        html=render_to_string(f"requests_app/mail/{template}.html", context),
        reply_to=reply_to,
        headers=unsubscribe_headers(user.pk, kinds),
    )


@dataclass(slots=True)
class Mornings:
    """What one round of morning mail did: mails, reminders and pieces of news in them; the first fault, if any."""

    mails: int = 0
    reminders: int = 0
    notices: int = 0
    fault: Exception | None = None


def send_mornings(*, on: date, now: datetime) -> Mornings:
    """Write to everybody for whom something waits, each in a transaction of their own: nobody twice, nobody not.

    On a person's quiet day it all waits for the next morning. A fault with one person keeps no other waiting.
    """
    done, calendar_of = Mornings(), calendars()
    for user_id in people_with_news():
        try:
            send_morning(user_id=user_id, calendar_of=calendar_of, done=done, on=on, now=now)
        except Exception as error:
            log.exception("not_told", user=user_id)
            done.fault = done.fault or error
    return done


@transaction.atomic
def send_morning(
    *, user_id: int, calendar_of: Callable[[str], Calendar], done: Mornings, on: date, now: datetime
) -> None:
    """Write one person's mail, or mails where they want dates one by one, and settle the rows it tells of."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user_id)
    morning = morning_of(user, calendar_of=calendar_of, on=on)
    if is_quiet(on, morning.choices.quiet_days(user.pk)):
        return
    Reminder.objects.filter(pk__in=[row.pk for row in morning.untrue_reminders]).update(
        state=Reminder.State.PASSED_OVER
    )
    Notice.objects.filter(pk__in=[row.pk for row in morning.untrue_notices]).update(
        state=Notice.State.DROPPED
    )
    together = [entry for entry in morning.entries if entry.timing is Timing.DIGEST]
    mails = [[entry] for entry in morning.entries if entry.timing is Timing.AT_ONCE]
    told = Mornings()
    for entries in [*mails, together] if together else mails:
        items = [entry.item for entry in entries]
        email = mail_items(user=user, items=items, choices=morning.choices, now=now)
        reminders = [row.pk for entry in entries for row in entry.reminders]
        notices = [row.pk for entry in entries for row in entry.notices]
        told.reminders += Reminder.objects.filter(pk__in=reminders).update(
            state=Reminder.State.QUEUED, email=email
        )
        told.notices += Notice.objects.filter(pk__in=notices).update(state=Notice.State.QUEUED, email=email)
        told.mails += 1
    done.mails += told.mails
    done.reminders += told.reminders
    done.notices += told.notices


def digest_subject(items: Sequence[Item]) -> str:
    """How many things, and of what sort, the most pressing first."""
    passed = sum(item.kind is NoticeKind.DATE and item.is_past for item in items)
    near = sum(item.kind is NoticeKind.DATE and not item.is_past for item in items)
    parts = [f"{plural(passed, 'date')} passed"] if passed else []
    parts += [f"{plural(near, 'date')} near"] if near else []
    parts += [
        f"{kind.news[0].lower()}{kind.news[1:]}{f' ({number})' if number > 1 else ''}"
        for kind in NoticeKind
        if kind is not NoticeKind.DATE and (number := sum(item.kind is kind for item in items))
    ]
    return f"This morning: {', '.join(parts)}"


SELF = "you alone, as a note to yourself"


def foot_of(user: User, kinds: Sequence[NoticeKind], answers_reach: str = SELF) -> dict[str, object]:
    """What the foot of a mail says: how to stop each kind, where to choose, whom an answer reaches."""
    return {
        "kinds": [(kind.label, unsubscribe_url(user.pk, [kind])) for kind in kinds],
        "settings_url": f"{settings.SITE_URL}{reverse('notice_settings')}",
        "answers_reach": answers_reach,
    }


def _grouped(items: Sequence[Item]) -> Iterator[tuple[str, list[Item]]]:
    """The things under their headings: what others did first, then what has passed, what is near, and the rest."""
    dates = sorted((item for item in items if item.kind is NoticeKind.DATE), key=lambda item: item.on)
    others = [item for item in items if item.kind is not NoticeKind.DATE]
    groups = (
        ("News", others),
        ("Passed", [item for item in dates if item.is_past]),
        ("Coming", [item for item in dates if not item.is_past]),
    )
    return ((heading, found) for heading, found in groups if found)


def _reply_to(user: User, one: Item | None, choices: Choices) -> tuple[str, str]:
    """The address that answers go to, and whom they reach in words: never a mailbox that nobody reads."""
    if one is not None and choices.replies_to(user.pk) == NoticeChoice.RepliesTo.OWNER:
        owner = (
            Membership.objects.filter(
                campaign=one.foi_request.campaign_id, role=Role.OWNER, user__is_active=True
            )
            .exclude(user=user)
            .select_related("user")
            .order_by("pk")
            .first()
        )
        if owner is not None:
            return owner.user.email, str(owner.user)
    return user.email, SELF
