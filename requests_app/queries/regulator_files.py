"""Files for regulators: which are to be made, and whether one still says what the record says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models import OuterRef, Subquery

from requests_app.models import (
    Attachment,
    Deadline,
    Draft,
    Event,
    FoiRequest,
    Message,
    RegulatorFile,
    Response,
)
from requests_app.queries.complaint_file import FOR_REGULATORS, files_of_correspondence
from requests_app.queries.documents import file_notes, may_be_published

PATIENCE = timedelta(minutes=1)
"""How long a file is left to the queue before it is queued again."""

WITH_A_FILE = (Draft.State.APPROVED, Draft.State.QUEUED, Draft.State.SENT)
"""The states of a letter in which its words stand, so that a file can be made of it."""


@dataclass(frozen=True, slots=True)
class HiddenFile:
    """A file that may hold more than it shows: ``why`` in sentences."""

    pk: int
    filename: str
    why: tuple[str, ...]


def has_file(draft: Draft) -> bool:
    """Whether a file for a regulator belongs to this letter."""
    return draft.kind in FOR_REGULATORS


def file_of(draft: Draft) -> RegulatorFile | None:
    """The file of a letter without its bytes, or None where nobody asked for one. One query."""
    return RegulatorFile.objects.filter(draft=draft).defer("pdf", "archive").first()


def record_mark(draft: Draft) -> str:
    """What tells one state of the record from the next, as far as the file says it. Two queries.

    Rows of these kinds are only ever added, and what is changed in place raises the version of the request.
    """
    rows = FoiRequest.objects.filter(pk=draft.foi_request_id)
    last = {
        model.__name__.lower(): Subquery(
            model._default_manager.filter(foi_request=OuterRef("pk")).order_by("-pk").values("pk")[:1]
        )
        for model in (Event, Message, Response, Deadline)
    }
    counted = rows.annotate(**last).values_list("version", *last).get()
    files = Attachment.objects.filter(message__foi_request=draft.foi_request_id).order_by("pk")
    told = (counted, list(files.values_list("pk", "extraction")), draft.subject, draft.body)
    return sha256(repr(told).encode()).hexdigest()


def is_stale(file: RegulatorFile, draft: Draft) -> bool:
    """Whether the record has changed since the file was made. What was sent stays as it was sent."""
    return draft.state != Draft.State.SENT and file.record_mark != record_mark(draft)


def hidden_files(draft: Draft) -> list[HiddenFile]:
    """The files of the correspondence that are enclosed only where a person chooses it. One query."""
    return [
        HiddenFile(
            file.pk,
            file.filename,
            tuple(note.sentence for note in file_notes([file]) if note.kind in ("hidden", "unread"))
            or ("Nobody could look into it.",),
        )
        for file in files_of_correspondence(draft)
        if not may_be_published(file)
    ]


def waiting_files(now: datetime, *, limit: int = 20) -> list[int]:
    """Keys of files asked for a while ago that nobody has begun to make, oldest first."""
    waiting = RegulatorFile.objects.filter(state=RegulatorFile.State.WAITING, asked_at__lt=now - PATIENCE)
    return list(waiting.order_by("asked_at", "pk").values_list("pk", flat=True)[:limit])
