"""Letters that a person sends by e-mail: queued with time to think again, taken back, settled where nobody knows.

A letter is queued as a row and nothing else. Until its time comes it is taken back by changing that row (one
conditional UPDATE, as the sender's claim is one): whoever changes it first wins, and no worker is asked.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.errors import BadInput, NotPermitted, StaleVersion, WrongState
from requests_app.core.paper import printable
from requests_app.core.states import State
from requests_app.models import AuthorityAddress, Draft, Enclosure, FoiRequest, OutgoingEmail, User
from requests_app.queries.complaint_file import FOR_REGULATORS
from requests_app.queries.going_out import reply_addresses, sender_name
from requests_app.queries.outbox import thread_of, waiting_letter
from requests_app.queries.taking_away import MEGABYTE, USUAL_LIMIT_MB, wire_size
from requests_app.usecases.drafts import open_draft, save_draft
from requests_app.usecases.foi_requests import check_exists
from requests_app.usecases.letters_sent import record_letter
from requests_app.usecases.mail import LetterMail, check_may_act, queue_email
from requests_app.usecases.record import open_for_change

CAN_BE_TAKEN_BACK = [
    OutgoingEmail.State.HELD,
    OutgoingEmail.State.READY,
    OutgoingEmail.State.FAILED,
    OutgoingEmail.State.DOUBTFUL,
]
NOT_BY_MAIL = (
    "This letter goes to the regulator, with a file, and they take it by their own form. Take the letter and its file "
    "away, send them, then mark it as sent."
)


@transaction.atomic
def queue_letter(
    *, draft: Draft, address: AuthorityAddress, version: int, by: User, now: datetime
) -> OutgoingEmail:
    """Send an approved letter by e-mail, after the time this person has to take it back.

    Where no mail server is set up it is held. Raises BadInput (an address nobody checked, or one that mail came back
    from; too large), NotPermitted, StaleVersion, WrongState.
    """
    draft = open_draft(draft, by, version=version, states=[Draft.State.APPROVED])
    if draft.kind in FOR_REGULATORS:
        raise WrongState(NOT_BY_MAIL)
    enclosures = list(draft.enclosures.all())
    email = _queue(
        draft.foi_request,
        draft,
        subject=draft.subject,
        text=draft.body,
        address=address,
        enclosures=enclosures,
        by=by,
        now=now,
    )
    draft.state = Draft.State.QUEUED
    save_draft(draft, now=now)
    return email


@transaction.atomic
def queue_first_letter(
    *, foi_request: FoiRequest, address: AuthorityAddress, version: int, by: User, now: datetime
) -> OutgoingEmail:
    """Send a request that was written by e-mail, after the time this person has to take it back.

    The clock starts when it has gone, not before. Raises as ``queue_letter`` does.
    """
    foi_request = open_for_change(foi_request, by)
    if foi_request.state != State.DRAFT:
        raise WrongState(f"{foi_request.reference} was sent already.")
    if version != foi_request.version:
        raise StaleVersion(
            "The request was changed since you opened this page. Here it is as it stands now: read it, then send it."
        )
    if waiting_letter(foi_request) is not None:
        raise WrongState("The request is on its way by e-mail already. Look at it in the outbox.")
    check_exists(foi_request.authority, on=london_day(now))
    enclosures = list(foi_request.enclosures.filter(draft=None))
    return _queue(
        foi_request,
        None,
        subject=foi_request.title,
        text=foi_request.letter,
        address=address,
        enclosures=enclosures,
        by=by,
        now=now,
    )


def _queue(
    foi_request: FoiRequest,
    draft: Draft | None,
    *,
    subject: str,
    text: str,
    address: AuthorityAddress,
    enclosures: list[Enclosure],
    by: User,
    now: datetime,
) -> OutgoingEmail:
    address = AuthorityAddress.objects.select_for_update().get(pk=address.pk)
    check_address(address, foi_request)
    _check_size(foi_request, text, enclosures)
    in_reply_to, references = thread_of(foi_request)
    from_address, reply_to = reply_addresses(foi_request, by)
    return queue_email(
        kind=OutgoingEmail.Kind.LETTER,
        to_address=address.address.strip(),
        subject=printable(subject),
        text=printable(text).rstrip("\n") + "\n",
        user=by,
        foi_request=foi_request,
        reply_to=reply_to,
        letter=LetterMail(
            draft=draft,
            from_name=sender_name(foi_request, by),
            from_address=from_address,
            in_reply_to=in_reply_to,
            references=references,
            enclosures=enclosures,
            undo=timedelta(minutes=by.undo_minutes),
        ),
        now=now,
    )


def check_address(address: AuthorityAddress, foi_request: FoiRequest) -> None:
    """Raise BadInput unless letters of this request may go to this address."""
    if address.authority_id != foi_request.authority_id:
        raise BadInput("Choose one of the addresses of this authority.", field="address")
    if address.bad_since is not None:
        raise BadInput(
            f"Mail to {address.address} came back. Confirm another address, or this one again once you know that it is "
            "right.",
            field="address",
        )
    if not address.may_be_mailed:
        raise BadInput(
            f"Nobody has checked {address.address} yet. Look where it came from, and confirm it first.",
            field="address",
        )


def _check_size(foi_request: FoiRequest, text: str, enclosures: list[Enclosure]) -> None:
    own = foi_request.authority.mail_limit_mb
    size = wire_size(len(text.encode()), sum(file.size for file in enclosures))
    if own and size > own * MEGABYTE:
        raise BadInput(
            f"As one mail this is {size / MEGABYTE:.1f} MB, and {foi_request.authority.official_name} takes mail of up to "
            f"{own} MB. Take a file out and offer to send it another way.",
            field="enclosures",
        )
    if size > 2.5 * USUAL_LIMIT_MB * MEGABYTE:
        raise BadInput(
            f"As one mail this is {size / MEGABYTE:.1f} MB, more than mail systems take. Take a file out and offer to send "
            "it another way.",
            field="enclosures",
        )


@transaction.atomic
def undo_letter(*, email: OutgoingEmail, by: User, now: datetime) -> OutgoingEmail:
    """Take a letter back that has not gone: its draft is approved again, to be changed or sent anew.

    Raises NotPermitted, and WrongState once somebody else has it: it has gone, or is going.
    """
    foi_request = _open(email, by)
    changed = OutgoingEmail.objects.filter(
        pk=email.pk, kind=OutgoingEmail.Kind.LETTER, state__in=CAN_BE_TAKEN_BACK
    ).update(state=OutgoingEmail.State.TAKEN_BACK, try_at=None)
    if changed != 1:
        raise WrongState("It is too late to take this letter back: it has gone, or is going now.")
    if email.draft_id is not None:
        draft = Draft.objects.get(pk=email.draft_id)
        if draft.state == Draft.State.QUEUED:
            draft.foi_request = foi_request
            draft.state = Draft.State.APPROVED
            save_draft(draft, now=now)
    email.refresh_from_db()
    return email


@transaction.atomic
def letter_went(*, email: OutgoingEmail, by: User, now: datetime) -> OutgoingEmail:
    """Settle a letter that may have gone: a person knows that it did. It counts as sent when it was last tried.

    Raises NotPermitted, WrongState, and what recording it raises.
    """
    _open(email, by)
    email.refresh_from_db()
    went_at = email.claimed_at or now
    changed = OutgoingEmail.objects.filter(
        pk=email.pk, kind=OutgoingEmail.Kind.LETTER, state=OutgoingEmail.State.DOUBTFUL
    ).update(state=OutgoingEmail.State.SENT, sent_at=went_at)
    if changed != 1:
        raise WrongState("This letter is no longer in doubt: look at the outbox again.")
    record_letter(email=email, now=now, went_at=went_at, by=by)
    email.refresh_from_db()
    return email


def _open(email: OutgoingEmail, by: User) -> FoiRequest:
    if email.foi_request is None or email.kind != OutgoingEmail.Kind.LETTER:
        raise NotPermitted("This is no letter.")
    check_may_act(email, by, "settle")
    return open_for_change(email.foi_request, by)
