"""What the file for a regulator says, gathered from the record: the letter, the clock's workings, the correspondence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from datetime import date

from django.db.models import Q

from requests_app.core.complaint_file import (
    ComplaintFile,
    Count,
    Exchange,
    FileHeld,
    NoticeHeld,
    grounds_in,
)
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.letters.printing import in_full
from requests_app.core.letters.regulator import regulator_for
from requests_app.core.mail_headers import MOST_BYTES, headers_of
from requests_app.core.reading.notice_points import NoticePoint
from requests_app.core.states import LetterKind, MessageKind, Regime
from requests_app.models import Attachment, Draft, Event, Message, Response
from requests_app.queries.dates import from_computed
from requests_app.queries.documents import may_be_published
from requests_app.queries.facts_of_replies import of_history
from requests_app.queries.notices import points_of
from requests_app.queries.record import Record, record_of, situation_of

FOR_REGULATORS = (LetterKind.ICO_COMPLAINT, LetterKind.SIC_APPLICATION)
"""The letters that have a file."""

MOST_ENCLOSED = 100 * 1024 * 1024
"""Bytes of all files in one archive. What does not fit is named in it, and left out."""

HIDES = (
    "It may hold more than its pages show, so it is not enclosed; I can send it if you ask for it. Its words, as far as"
    " they were read, stand in section 4."
)
CHOSEN = "It may hold more than its pages show, and is enclosed by choice: please don't publish it."
TOO_LARGE = "The files together are larger than 100 MB. This one can be sent by itself."
_FOLDER, _ENCLOSURES = "05-correspondence", "06-files"
_UNSAFE = re.compile(r"[^A-Za-z0-9._ -]+")
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_ACTS = {
    Regime.FOIA: "Freedom of Information Act 2000",
    Regime.EIR: "Environmental Information Regulations 2004",
    Regime.FOISA: "Freedom of Information (Scotland) Act 2002",
    Regime.EISR: "Environmental Information (Scotland) Regulations 2004",
}


def complaint_file(draft: Draft, *, today: date, enclosed: Container[int] = ()) -> ComplaintFile:
    """Gather the file of a letter. ``enclosed`` are the keys of files that hide something and are wanted all the same.

    Some fifteen queries, whatever the length. Raises ClockError where the history gives no clock.
    """
    foi_request, kind = draft.foi_request, LetterKind(draft.kind)
    record = record_of(foi_request, today=today)
    grounds, remedy = grounds_in(draft.body, [(fact["name"], fact["value"]) for fact in draft.facts])
    named = regulator_for(record.regime).name.removeprefix("the ")
    return ComplaintFile(
        title=f"{kind.label}: {foi_request.title}",
        decided_by=named,
        act=_ACTS.get(record.regime, record.regime.label),
        authority=foi_request.authority.official_name,
        our_reference=foi_request.reference,
        their_reference=foi_request.authority_reference,
        requester=foi_request.requester_name,
        made_on=today,
        subject=draft.subject,
        body=draft.body,
        chronology=of_history(record, kind, situation_of(record)).values["chronology"],
        counts=tuple(_counts(record)),
        exchanges=tuple(_exchanges(record, draft, enclosed)),
        notices=tuple(_notices(record)),
        grounds=grounds,
        remedy=remedy,
    )


def _counts(record: Record) -> Iterator[Count]:
    """Every date the authority was or is bound by, with its working and the days that were skipped."""
    for deadline in record.clock.deadlines:
        shown = from_computed(deadline)
        if shown.who != "them" or deadline.due_on > record.today:
            continue
        skipped: tuple[tuple[date, str], ...] = ()
        weekends = 0
        if deadline.trigger_on is not None and deadline.working_days is not None:
            try:
                marks = record.calendar.strip(deadline.trigger_on, deadline.due_on)
            except ClockError:
                marks = ()
            skipped = tuple((mark.on, mark.why_skipped) for mark in marks if mark.why_skipped)
            weekends = sum(mark.is_weekend for mark in marks)
        yield Count(
            shown.name,
            deadline.due_on,
            shown.ground,
            tuple(f"{step.text}{f' ({step.section})' if step.section else ''}" for step in deadline.working),
            skipped,
            weekends,
            deadline.uncertain,
        )


def files_of_correspondence(draft: Draft) -> list[Attachment]:
    """The files that came with the correspondence of a letter's request, without their bytes and words. One query."""
    files = Attachment.objects.filter(message__foi_request=draft.foi_request_id)
    return list(files.defer("content", "extracted_text").order_by("message__recorded_at", "pk"))


def _exchanges(record: Record, draft: Draft, enclosed: Container[int]) -> Iterator[Exchange]:
    """The correspondence in order of days; what has none keeps the place in which it was recorded. Two queries."""
    of_this_letter = Event.objects.filter(details__letter=draft.kind, foi_request=record.foi_request)
    rows = Message.objects.filter(foi_request=record.foi_request).exclude(
        Q(events__in=of_this_letter) & Q(direction=Message.Direction.SENT)
    )
    messages, latest = [], date.min
    for place, message in enumerate(rows.order_by("recorded_at", "pk")):
        latest = message.happened_on or latest
        messages.append((latest, place, message))
    messages.sort(key=lambda each: each[:2])
    files: dict[int, list[Attachment]] = {}
    for file in (
        Attachment.objects.filter(message__foi_request=record.foi_request).defer("content").order_by("pk")
    ):
        files.setdefault(file.message_id, []).append(file)
    room = MOST_ENCLOSED
    for number, (_, _, message) in enumerate(messages, start=1):
        held = []
        for place, file in enumerate(files.get(message.pk, ()), start=1):
            held.append(_file(file, message, number, place, enclosed=enclosed, room=room))
            room -= 0 if held[-1].left_out else file.size
        yield _exchange(message, number, tuple(held), record)


def _exchange(message: Message, number: int, files: tuple[FileHeld, ...], record: Record) -> Exchange:
    sent = message.direction == Message.Direction.SENT
    kind = MessageKind(message.kind)
    foi_request = record.foi_request
    sent_to = next(
        (str(each.details.get("address", "")) for each in record.events if each.message_id == message.pk), ""
    )
    ends = (foi_request.requester_name, foi_request.authority.official_name)
    who = ends if sent else ends[::-1]
    on = in_full(message.happened_on) if message.happened_on else "on a day that the record does not give"
    headers = [
        ("From", who[0]),
        ("To", f"{who[1]}, {sent_to}" if sent_to else who[1]),
        ("Sent" if sent else "Received", on),
        ("Dated", in_full(message.written_on) if message.written_on else ""),
        ("By", message.get_channel_display()),
        ("Subject", message.subject),
        ("Files", "\n".join(f"{file.number} {file.name}" for file in files)),
        ("Recorded", f"{in_words(message.recorded_at.date())}, SHA-256 {message.sha256}"),
    ]
    stamp = message.happened_on.isoformat() if message.happened_on else "undated"
    return Exchange(
        number=number,
        title=f"{kind.label}, {'sent' if sent else 'received'} {on}",
        headers=tuple((name, value) for name, value in headers if value),
        text=message.body,
        path=f"{_FOLDER}/{number:03d}-{stamp}-{'sent' if sent else 'received'}-{kind.value}.txt",
        files=files,
    )


def _file(
    file: Attachment, message: Message, number: int, place: int, *, enclosed: Container[int], room: int
) -> FileHeld:
    hides = not may_be_published(file)
    chosen = file.pk in enclosed
    left_out = HIDES if hides and not chosen else TOO_LARGE if file.size > room else ""
    words = file.extracted_text.strip()
    return FileHeld(
        key=file.pk,
        number=f"{number}.{place}",
        name=file.filename,
        size=file.size,
        sha256=file.sha256,
        path=f"{_ENCLOSURES}/{number:03d}-{place:02d}-{archive_name(file.filename)}",
        headers=_headers(file),
        words="" if words in message.body else words,
        notes=(CHOSEN,) if hides and chosen else (),
        left_out=left_out,
    )


def _headers(file: Attachment) -> tuple[tuple[str, str], ...]:
    """The headers of a mail that was kept as it came. One query for each such file."""
    if file.kind != "eml" and not file.filename.lower().endswith(".eml"):
        return ()
    content = Attachment.objects.values_list("content", flat=True).get(pk=file.pk)
    return headers_of(bytes(content[:MOST_BYTES]))


def archive_name(filename: str) -> str:
    """A name that every system can unpack, and none takes for a path."""
    plain = unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode()
    plain = _UNSAFE.sub("_", plain.replace("\\", "/").rsplit("/", 1)[-1]).strip(" ._") or "file"
    stem, dot, ending = plain.rpartition(".")
    short = f"{stem[:80]}.{ending[:10]}" if dot and stem else plain[:80]
    return f"_{short}" if _RESERVED.match(short) else short


def _notices(record: Record) -> Iterator[NoticeHeld]:
    for response in record.responses:
        points = _points(record, response)
        if points:
            on = response.issued_on or response.received_on
            when = in_full(on) if on else "a day that the record does not give"
            yield NoticeHeld(f"The reply of {when}", points)


def _points(record: Record, response: Response) -> tuple[NoticePoint, ...]:
    if record.reply is not None and response.pk == record.reply.pk:
        return record.points
    return points_of(response, record.foi_request, record.exemptions, due_on=record.clock.response_due)
