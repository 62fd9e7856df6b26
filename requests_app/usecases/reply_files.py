"""Files that came as a reply: kept first, read afterwards, by the worker (promise 5).

Rows say what is still to be read. A file is claimed, read between two writes, and recorded: it may be asked for any
number of times and is read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import F

from requests_app.core.calendars import london_day
from requests_app.core.checks import MAX_TEXT_BYTES, check_day, check_not_before, check_text
from requests_app.core.errors import BadInput, StaleVersion
from requests_app.core.states import Channel
from requests_app.gateways import queue
from requests_app.gateways.documents import (
    Document,
    Note,
    NoteKind,
    marker,
    read_document,
    split_quoted,
    whole_notes,
    whole_text,
)
from requests_app.models import Attachment, FoiRequest, Message, User
from requests_app.usecases.foi_requests import check_under_way, day_sent
from requests_app.usecases.notices import tell_of_reply
from requests_app.usecases.record import check_new, open_for_change
from requests_app.usecases.replies import UploadedFile

CLAIM_IS_LOST_AFTER = timedelta(minutes=10)
"""Longer than the reading of one file can take (two tries of 150 s)."""

MOST_ATTEMPTS = 3
"""A file whose reader died this often with the whole worker is left to a person."""

COVER_KINDS = ("eml", "msg")
"""What goes before the other files: the letter they were sent with."""


@transaction.atomic
def receive_files(
    *,
    foi_request: FoiRequest,
    uploads: Sequence[UploadedFile],
    received_on: date | None,
    channel: Channel,
    by: User,
    now: datetime,
) -> Message:
    """Keep a reply that came as files, to be read by the worker and then confirmed by a person.

    The same files twice are one message. Raises BadInput (for ``file`` or ``received_on``), NotPermitted, WrongState.
    """
    foi_request = open_for_change(foi_request, by)
    check_under_way(foi_request)
    for upload in uploads:
        if not upload.content:
            raise BadInput(
                f"“{upload.filename}” is empty. Choose another file, or paste the reply.", field="file"
            )
    if received_on is not None:
        check_day(received_on, today=london_day(now), field="received_on", what="The day the reply came")
        check_not_before(
            received_on,
            day_sent(foi_request),
            field="received_on",
            what="A reply",
            than="the request was sent",
        )
    files = {sha256(upload.content).hexdigest(): upload for upload in uploads}
    digest = next(iter(files)) if len(files) == 1 else sha256("".join(sorted(files)).encode()).hexdigest()
    check_new(foi_request, kind=Message.Kind.REPLY, digest=digest, field="file")
    message = Message.objects.create(
        foi_request=foi_request,
        direction=Message.Direction.RECEIVED,
        kind=Message.Kind.REPLY,
        channel=channel,
        happened_on=received_on,
        reading_state=Message.ReadingState.BEING_READ,
        sha256=digest,
        recorded_by=by,
        recorded_at=now,
    )
    for own, upload in files.items():
        attachment = Attachment.objects.create(
            message=message,
            filename=upload.filename[:200],
            content_type=upload.content_type[:100],
            size=len(upload.content),
            sha256=own,
            content=upload.content,
            extraction=Attachment.Extraction.WAITING,
        )
        queue.read_attachment(attachment.pk)
    tell_of_reply(message, by=by, now=now)
    return message


def read_attachment(*, attachment_id: int, now: datetime) -> None:
    """Claim one file, read it in the confined process, record what it says. Safe to run twice."""
    if not _claim(attachment_id, now=now):
        return
    attachment = Attachment.objects.get(pk=attachment_id)
    document = read_document(attachment.filename, bytes(attachment.content))
    _record(attachment_id, document, claimed_at=now)


def _claim(attachment_id: int, *, now: datetime) -> bool:
    """One conditional UPDATE: row locks do nothing on SQLite."""
    changed = Attachment.objects.filter(pk=attachment_id, extraction=Attachment.Extraction.WAITING).update(
        extraction=Attachment.Extraction.READING,
        extraction_claimed_at=now,
        extraction_attempts=F("extraction_attempts") + 1,
    )
    return changed == 1


@transaction.atomic
def _record(attachment_id: int, document: Document, *, claimed_at: datetime | None) -> None:
    """Note what a file says, unless its claim was given up in the meantime. The last one completes the message."""
    notes = [{"kind": note.kind.value, "sentence": note.sentence} for note in whole_notes(document)]
    readable = document.is_readable
    changed = Attachment.objects.filter(
        pk=attachment_id, extraction=Attachment.Extraction.READING, extraction_claimed_at=claimed_at
    ).update(
        extraction=Attachment.Extraction.READ if readable else Attachment.Extraction.FAILED,
        extracted_text=whole_text(document),
        kind=document.kind[:20],
        pages=document.pages,
        notes=notes,
    )
    if changed == 1:
        _complete(Attachment.objects.values_list("message_id", flat=True).get(pk=attachment_id))


def _complete(message_id: int) -> None:
    """Put the message's words together once none of its files is waited for. A mail's own words stand before them."""
    message = Message.objects.select_for_update(of=("self",)).get(pk=message_id)
    files = list(Attachment.objects.filter(message=message_id).defer("content"))
    if any(file.extraction in _UNDER_WAY for file in files):
        return
    body, cut = joined(files, cover=message.body)
    if cut is not None:
        cut.notes = [*cut.notes, {"kind": NoteKind.LEFT_OUT.value, "sentence": _TOO_LONG}]
        cut.save(update_fields=["notes"])
    Message.objects.filter(pk=message_id, reading_state=Message.ReadingState.BEING_READ).update(
        body=body, reading_state=Message.ReadingState.TO_CONFIRM
    )


_UNDER_WAY = (Attachment.Extraction.WAITING, Attachment.Extraction.READING)
_TOO_LONG = (
    "The words of all files together are longer than the 2 MB a reply is given: what lies beyond is left out. All of it "
    "is in the files."
)


def joined(files: Sequence[Attachment], *, cover: str = "") -> tuple[str, Attachment | None]:
    """The words of all files, each of several under a line that names it; and the file whose words had to be cut
    short, if any. The covering mail comes first, what it quotes last; ``cover`` is its words where it is no file.
    """
    if cover.strip():
        return _under(cover.strip("\n"), files)
    ordered = sorted(files, key=lambda file: (file.kind not in COVER_KINDS, file.pk))
    with_words = [(file, file.extracted_text.strip()) for file in ordered if file.extracted_text.strip()]
    if len(with_words) == 1:
        pieces = with_words
    else:
        pieces = [(file, f"{marker(file.filename)}\n{text}") for file, text in with_words]
        if pieces and pieces[0][0].kind in COVER_KINDS:
            first, (own, quoted) = pieces[0][0], split_quoted(with_words[0][1])
            pieces = [(first, own), *pieces[1:], *([(first, quoted)] if quoted else [])]
    body = ""
    for file, piece in pieces:
        longer = f"{body}\n\n{piece}" if body else piece
        if len(longer.encode()) > MAX_TEXT_BYTES - 1024:
            return longer.encode()[: MAX_TEXT_BYTES - 1024].decode(errors="ignore"), file
        body = longer
    return body, None


def _under(cover: str, files: Sequence[Attachment]) -> tuple[str, Attachment | None]:
    """The words of a mail, of its files, and what the mail quotes."""
    own, quoted = split_quoted(cover)
    body = own
    for file in files:
        text = file.extracted_text.strip()
        longer = f"{body}\n\n{marker(file.filename)}\n{text}" if text else body
        if len(longer.encode()) + len(quoted.encode()) > MAX_TEXT_BYTES - 1024:
            return longer.encode()[: MAX_TEXT_BYTES - 1024].decode(errors="ignore"), file
        body = longer
    return f"{body}\n\n{quoted}" if quoted else body, None


@transaction.atomic
def give_words(*, message: Message, text: str, by: User, now: datetime) -> Message:
    """Take the words of a reply from a person, where none could be read in what came.

    Raises BadInput, NotPermitted, and StaleVersion where it has words by now, or was confirmed.
    """
    open_for_change(message.foi_request, by)
    plain = check_text(text, field="text", what="The reply")
    changed = Message.objects.filter(
        pk=message.pk, body="", reading_state=Message.ReadingState.TO_CONFIRM
    ).update(body=plain)
    if changed != 1:
        raise StaleVersion("This reply has words by now: somebody else typed them, or it was read after all.")
    message.refresh_from_db()
    return message


def give_up_lost_claims(*, now: datetime) -> int:
    """Let files whose reader died be read again, and after several tries leave them to a person. Returns how many."""
    lost = Attachment.objects.filter(
        extraction=Attachment.Extraction.READING, extraction_claimed_at__lt=now - CLAIM_IS_LOST_AFTER
    )
    hopeless = list(
        lost.filter(extraction_attempts__gte=MOST_ATTEMPTS).values_list(
            "pk", "filename", "extraction_claimed_at"
        )
    )
    for pk, filename, claimed_at in hopeless:
        sentence = (
            f"Reading “{filename}” was cut short {MOST_ATTEMPTS} times. It is kept: paste its words instead."
        )
        unread = Document(filename, "unreadable", notes=(Note(NoteKind.UNREAD, sentence),))
        _record(pk, unread, claimed_at=claimed_at)
    again = lost.filter(extraction_attempts__lt=MOST_ATTEMPTS).update(
        extraction=Attachment.Extraction.WAITING
    )
    return again + len(hopeless)
