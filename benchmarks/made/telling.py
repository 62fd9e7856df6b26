"""Who was told of the dates of made-up requests: reminders, and the mail that carries them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from requests_app.core.calendars import LONDON
from requests_app.core.reminding import Stage
from requests_app.models import Deadline, FoiRequest, OutgoingEmail, Reminder, User
from requests_app.queries.deadlines import REMINDED, deadline_label

STAGES = tuple(Stage)
TEXT = """{what} for {title}, {reference}: {day}.

There is nothing you need to do yet. If a reply comes, record it on the request's page.

http://127.0.0.1:8000/requests/{reference}/

You get this because you work on this request. You can turn reminders off on your profile page.
"""


@dataclass(slots=True)
class Telling:
    """Rows to be inserted: mail first, then the reminders that point at it."""

    emails: list[OutgoingEmail] = field(default_factory=list)
    reminders: list[Reminder] = field(default_factory=list)


def tell(
    told: Telling,
    foi_request: FoiRequest,
    dates: Iterable[Deadline],
    members: Sequence[User],
    dice: random.Random,
    *,
    now: datetime,
) -> None:
    """Tell one or two members of every date that is over, and the stage before passed over."""
    for row in dates:
        if row.kind not in REMINDED or row.status not in {"missed", "met_late"}:
            continue
        for member in members[: dice.randrange(1, 3)]:
            email = _email(foi_request, row, member, dice, now=now)
            told.emails.append(email)
            told.reminders += [
                Reminder(
                    user=member,
                    deadline=row,
                    stage=STAGES[-1],
                    state="queued",
                    on=row.overdue_from,
                    email=email,
                ),
                Reminder(
                    user=member, deadline=row, stage=STAGES[-2], state="passed_over", on=row.overdue_from
                ),
            ]


def _email(
    foi_request: FoiRequest, row: Deadline, member: User, dice: random.Random, *, now: datetime
) -> OutgoingEmail:
    at = min(datetime.combine(row.overdue_from, time(6, 5), tzinfo=LONDON), now)
    sent = dice.random() < 0.5
    what = deadline_label(row.kind)
    return OutgoingEmail(
        kind=OutgoingEmail.Kind.REMINDER,
        message_id=f"<{dice.getrandbits(80):x}.{foi_request.number}@foitracker.invalid>",
        user=member,
        foi_request=foi_request,
        to_address=member.email,
        subject=f"{what}: {foi_request.title}"[:300],
        text=TEXT.format(what=what, title=foi_request.title, reference=foi_request.reference, day=row.due_on),
        state=OutgoingEmail.State.SENT if sent else OutgoingEmail.State.HELD,
        attempts=1 if sent else 0,
        created_at=at,
        sent_at=at if sent else None,
    )
