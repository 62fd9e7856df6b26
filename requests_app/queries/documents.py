"""Files that came with a message: what is still to be read of them, and what people must know of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from requests_app.models import Attachment, Message

PATIENCE = timedelta(minutes=1)
"""How long a file is left to the queue before it is queued again."""

_TONES = {"hidden": "risk", "unread": "risk", "picture": "due", "unsure": "due"}


@dataclass(frozen=True, slots=True)
class FileNote:
    """One sentence about a file of a message. ``tone`` is that of the notice component: risk, due or quiet."""

    filename: str
    kind: str
    sentence: str
    tone: str


def waiting_attachments(now: datetime, *, limit: int = 100) -> list[int]:
    """Ids of files kept a while ago that nobody has begun to read, oldest first."""
    waiting = Attachment.objects.filter(
        extraction=Attachment.Extraction.WAITING, message__recorded_at__lt=now - PATIENCE
    )
    return list(waiting.order_by("pk").values_list("pk", flat=True)[:limit])


def files_of(message: Message) -> list[Attachment]:
    """The files of a message without their bytes and words. One query."""
    return list(message.attachments.defer("content", "extracted_text"))


def may_be_published(file: Attachment) -> bool:
    """Whether a file as it came may be given to people outside its campaign, where the request is public.

    Not what hides something (hidden sheets, deleted words, the records behind a pivot table), and not what nobody
    could look into. Its words, as read, hold nothing of that."""
    if file.extraction not in (Attachment.Extraction.NONE, Attachment.Extraction.READ):
        return False
    return not any(note["kind"] in ("hidden", "unread") for note in file.notes)


def shown_to_outsiders(message: Message, files: list[Attachment]) -> list[Attachment]:
    """The files of a message that people outside its campaign may have, where the request is public.

    None of what we sent: a scan of a letter shows the requester's hand and address.
    """
    if message.direction == Message.Direction.SENT:
        return []
    return [file for file in files if may_be_published(file)]


def file_notes(files: list[Attachment]) -> list[FileNote]:
    """What people must know of these files, the gravest first; each names its file where there are several."""
    found = [
        FileNote(
            file.filename,
            note["kind"],
            note["sentence"]
            if len(files) == 1 or file.filename in note["sentence"]
            else f"{file.filename}: {note['sentence']}",
            _TONES.get(note["kind"], "quiet"),
        )
        for file in files
        for note in file.notes
    ]
    return sorted(found, key=lambda note: ("risk", "due", "quiet").index(note.tone))
