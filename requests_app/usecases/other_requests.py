"""The further requests that one chaser is about: each still to be chased, each with the letter in its own record."""

from __future__ import annotations

from datetime import date, datetime

from requests_app.core.errors import WrongState
from requests_app.core.states import Channel, EventKind, LetterKind, State
from requests_app.models import Draft, Message, User
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.chasing_together import others_of, why_not
from requests_app.usecases.record import append_event, keep_message, open_for_change


def check_others(draft: Draft, by: User, *, today: date) -> None:
    """Raise WrongState where one of them may not be chased any more; NotPermitted where it is not theirs to chase."""
    for other in others_of(draft):
        why = why_not(open_for_change(other, by), today=today)
        if why:
            raise WrongState(
                f"{other.reference} can't be chased with this letter any more. {why} Take it out of the letter first."
            )


def record_in_others(draft: Draft, *, on: date, channel: Channel, by: User, now: datetime) -> None:
    """Put the letter that went out into the record of each further request, and its own chaser away.

    One that was withdrawn meanwhile stays as it is.
    """
    for other in others_of(draft):
        foi_request = open_for_change(other, by)
        if foi_request.state == State.WITHDRAWN:
            continue
        message = keep_message(
            foi_request,
            Message.Direction.SENT,
            Message.Kind.CHASER,
            body=draft.body,
            on=on,
            channel=channel,
            by=by,
            now=now,
            subject=draft.subject,
        )
        append_event(
            foi_request,
            EventKind.OTHER_CORRESPONDENCE,
            on,
            sentence=f"You sent a letter: overdue chaser, one for several, with {draft.foi_request.reference}",
            by=by,
            now=now,
            message=message,
            details={"letter": LetterKind(draft.kind).value},
        )
        own = Draft.objects.filter(foi_request=foi_request, kind=draft.kind, state__in=LIVE_STATES)
        own.update(state=Draft.State.DISMISSED, changed_at=now)
