"""Mail that comes: kept byte for byte, then claimed, read, placed, recorded (promise 5).

Four steps, each safe to run twice: a mail is taken in once, whatever dies between two of them. What can't be read is kept
and shown, and stops nobody else's.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from hashlib import sha256

import structlog
from django.db import IntegrityError, transaction
from django.db.models import F

from requests_app.core.errors import BadInput
from requests_app.core.mail_in import read_mail
from requests_app.gateways import queue
from requests_app.gateways.virus_scan import ScannerAway
from requests_app.models import IncomingEmail, User
from requests_app.usecases.incoming_reading import Taken, made_of, unreadable
from requests_app.usecases.incoming_recording import record

log = structlog.get_logger(__name__)

CLAIM_IS_LOST_AFTER = timedelta(minutes=10)
"""Longer than reading one mail can take, with its files scanned."""
MOST_ATTEMPTS = 3
"""A mail whose reader died this often is left to a person."""
LARGEST = 150 * 1024 * 1024
"""Bytes of a mail: three times what mail servers let through."""

_ID = re.compile(
    rb"^message-id:(?:[ \t]|\r?\n[ \t])*<?[ \t]*([^<>\s\x00-\x1f\x7f]{1,250})", re.IGNORECASE | re.MULTILINE
)
_TOLD = re.compile(rb"^(?:subject|date|from):[^\r\n]{0,1000}", re.IGNORECASE | re.MULTILINE)
_END_OF_HEAD = re.compile(rb"\r?\n[ \t]*\r?\n|\r\r")
_HEAD = 256 * 1024


def store_email(*, raw: bytes, source: str, now: datetime, by: User | None = None) -> IncomingEmail:
    """Keep a mail as it came, to be read by the worker. The same mail twice is one, by its bytes or, where servers on its
    way added headers, by its Message-ID and all below the headers. ``by`` is who uploaded it, if somebody did.

    Raises BadInput for one beyond ``LARGEST``.
    """
    if len(raw) > LARGEST:
        raise BadInput(
            f"The mail is {len(raw) // 1024 // 1024} MB; up to {LARGEST // 1024 // 1024} MB are taken."
        )
    message_id, fingerprint = _marks(raw)
    digest = sha256(raw).hexdigest()
    known = _known(digest, fingerprint)
    if known is not None:
        return known
    try:
        with transaction.atomic():
            incoming = IncomingEmail.objects.create(
                raw=raw,
                size=len(raw),
                sha256=digest,
                fingerprint=fingerprint,
                message_id=message_id,
                source=source,
                given_by=by,
                received_at=now,
                state=IncomingEmail.State.STORED,
            )
    except IntegrityError:
        known = _known(digest, fingerprint)
        if known is None:
            raise
        return known
    queue.take_in_email(incoming.pk)
    return incoming


def _known(digest: str, fingerprint: str) -> IncomingEmail | None:
    kept = IncomingEmail.objects.defer("raw", "html")
    found = kept.filter(sha256=digest).first()
    return found or (kept.filter(fingerprint=fingerprint).first() if fingerprint else None)


def _marks(raw: bytes) -> tuple[str, str]:
    """The Message-ID, and what tells that two mails are the same; both empty where there is none. By bytes alone:
    nothing of a mail is parsed before it is kept.
    """
    end = _END_OF_HEAD.search(raw, 0, _HEAD)
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (raw[:_HEAD], b"")
    found = _ID.search(head)
    if found is None:
        return "", ""
    told = b"\n".join(sorted(_TOLD.findall(head)))
    digest = sha256(found[1] + b"\0" + told + b"\0")
    digest.update(body.replace(b"\r", b"").strip())
    return f"<{found[1].decode('ascii', 'replace')}>", digest.hexdigest()


def take_in(*, incoming_id: int, now: datetime) -> None:
    """Claim one mail, read it, place it, record what was made of it. Safe to run twice.

    Where the virus scanner is away the mail waits: nobody gets a file that nobody looked at.
    """
    if not claim(incoming_id, now=now):
        return
    incoming = IncomingEmail.objects.get(pk=incoming_id)
    try:
        taken = read(incoming, now=now)
    except ScannerAway as away:
        log.warning("scanner_away", incoming=incoming_id, said=str(away))
        _let_go(incoming_id, now=now, why=str(away))
        return
    record_taken(incoming, taken, now=now)


def claim(incoming_id: int, *, now: datetime) -> bool:
    """One conditional UPDATE: row locks do nothing on SQLite."""
    changed = IncomingEmail.objects.filter(pk=incoming_id, state=IncomingEmail.State.STORED).update(
        state=IncomingEmail.State.READING, claimed_at=now, attempts=F("attempts") + 1
    )
    return changed == 1


def read(incoming: IncomingEmail, *, now: datetime) -> Taken:
    """What a mail says and holds. Never raises for what is in it."""
    raw = bytes(incoming.raw)
    try:
        return made_of(read_mail(raw), now=now, received_at=incoming.received_at)
    except ScannerAway:
        raise
    except Exception as error:
        log.exception("mail_unreadable", incoming=incoming.pk)
        return unreadable(raw, type(error).__name__, now=incoming.received_at)


def record_taken(incoming: IncomingEmail, taken: Taken, *, now: datetime) -> None:
    """Place a mail that was read, and record it. What refuses to be recorded goes to the tray with the reason."""
    try:
        record(incoming, taken, claimed_at=now, now=now)
    except (ValueError, TypeError, IntegrityError, KeyError, AttributeError, IndexError) as error:
        log.exception("mail_not_recorded", incoming=incoming.pk)
        put_aside(
            incoming.pk,
            claimed_at=now,
            reason=f"It could not be put with a request ({type(error).__name__}).",
        )


def put_aside(incoming_id: int, *, claimed_at: datetime | None, reason: str) -> bool:
    """Leave a mail to staff, with its bytes and the reason."""
    changed = IncomingEmail.objects.filter(
        pk=incoming_id, state=IncomingEmail.State.READING, claimed_at=claimed_at
    ).update(state=IncomingEmail.State.TRAY, reasons=[reason], happened_at=F("received_at"))
    return changed == 1


def _let_go(incoming_id: int, *, now: datetime, why: str) -> None:
    IncomingEmail.objects.filter(pk=incoming_id, state=IncomingEmail.State.READING, claimed_at=now).update(
        state=IncomingEmail.State.STORED, attempts=F("attempts") - 1, reasons=[why]
    )


def give_up_lost_claims(*, now: datetime) -> int:
    """Let mails whose reader died be read again, and after several tries leave them to a person. Returns how many."""
    lost = IncomingEmail.objects.filter(
        state=IncomingEmail.State.READING, claimed_at__lt=now - CLAIM_IS_LOST_AFTER
    )
    hopeless = list(lost.filter(attempts__gte=MOST_ATTEMPTS).values_list("pk", "claimed_at"))
    for pk, claimed_at in hopeless:
        put_aside(
            pk,
            claimed_at=claimed_at,
            reason=f"Reading it was cut short {MOST_ATTEMPTS} times. Its bytes are kept.",
        )
    again = lost.filter(attempts__lt=MOST_ATTEMPTS).update(state=IncomingEmail.State.STORED)
    return again + len(hopeless)
