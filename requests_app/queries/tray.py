"""Mail that waits for a person to say where it belongs, and what may be shown of it to whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from requests_app.core.quoting import Fold, folds_of
from requests_app.models import FoiRequest, IncomingEmail, Membership, Message, User
from requests_app.models.campaign import Role

NOT_SHOWN = ("raw", "html", "text")


@dataclass(frozen=True, slots=True)
class GuessShown:
    """A request a mail may belong to. ``title`` is empty for those who may not see the request."""

    reference: str
    title: str
    authority: str
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Line:
    """One mail of the tray with its guesses."""

    mail: IncomingEmail
    guesses: list[GuessShown]


def seen_by(user: User) -> QuerySet[IncomingEmail]:
    """Mail that this person may read: what waits, of their campaigns or given by them, for staff all of it; and what is
    with requests that they edit.
    """
    edited = Membership.objects.filter(user=user, role__in=[Role.OWNER, Role.EDITOR]).values("campaign")
    placed = Q(state=IncomingEmail.State.PLACED)
    own = (placed & Q(foi_request__campaign__in=edited)) | (~placed & Q(given_by=user))
    waiting = ~placed if user.is_staff else ~placed & Q(campaign__in=edited)
    return IncomingEmail.objects.filter(own | waiting)


def tray_of(user: User) -> QuerySet[IncomingEmail]:
    """What waits in the tray for this person, the oldest first."""
    waiting = seen_by(user).filter(state=IncomingEmail.State.TRAY).defer(*NOT_SHOWN)
    return waiting.order_by("happened_at", "pk")


def lines(mails: Iterable[IncomingEmail], user: User) -> list[Line]:
    """The mails with their guesses, as far as the person may place them. Two queries."""
    mails = list(mails)
    keys = {guess["key"] for mail in mails for guess in mail.guesses}
    rows = FoiRequest.objects.filter(pk__in=keys).select_related("authority")
    edited = set(
        Membership.objects.filter(user=user, role__in=[Role.OWNER, Role.EDITOR]).values_list(
            "campaign", flat=True
        )
    )
    shown = {
        row.pk: (row, row.is_public or row.campaign_id in edited)
        for row in rows
        if user.is_staff or row.campaign_id in edited
    }
    return [
        Line(
            mail,
            [_guess(*shown[each["key"]], each["reasons"]) for each in mail.guesses if each["key"] in shown],
        )
        for mail in mails
    ]


def _guess(foi_request: FoiRequest, is_seen: bool, reasons: Sequence[str]) -> GuessShown:
    return GuessShown(
        foi_request.reference, foi_request.title if is_seen else "", foi_request.authority.short_name, reasons
    )


def by_number(reference: str) -> FoiRequest | None:
    """The request with this reference or number, whoever asks: the use case says who may."""
    number = reference.strip().upper().removeprefix("FT").strip("- ")
    if not (number.isdecimal() and number.isascii() and len(number) < 10):
        return None
    return FoiRequest.objects.filter(number=int(number)).select_related("authority", "campaign").first()


def mail_of(message: Message) -> IncomingEmail | None:
    """How a message came, where it came by mail. One query."""
    return IncomingEmail.objects.filter(became=message).defer("raw", "text").first()


def folds(text: str) -> list[Fold]:
    """What a letter quotes, to be folded."""
    return folds_of(text)
