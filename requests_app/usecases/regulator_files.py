"""Files for regulators: asked for by a person, made by the worker, made again when the record has changed.

A row says what is still to be made. It is claimed, made between two writes, and recorded: a file may be asked for any
number of times and is made once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import F

from requests_app.core.calendars import london_day
from requests_app.core.complaint_file import ComplaintFile, contents_text, exchange_blocks, paper_of
from requests_app.core.errors import FoiError, WrongState
from requests_app.core.paper import Words, as_text
from requests_app.gateways import queue
from requests_app.gateways.archive_file import Archive
from requests_app.gateways.typeset import NotSetError, pages_in, pdf_of
from requests_app.gateways.word_file import docx_of
from requests_app.models import Attachment, Draft, RegulatorFile, User
from requests_app.queries.complaint_file import complaint_file
from requests_app.queries.regulator_files import (
    WITH_A_FILE,
    has_file,
    hidden_files,
    is_stale,
    record_mark,
)
from requests_app.usecases.record import open_for_change

log = structlog.get_logger(__name__)

CLAIM_IS_LOST_AFTER = timedelta(minutes=10)
"""Longer than the making of one file can take."""
MOST_ATTEMPTS = 3


@transaction.atomic
def ask_for_file(*, draft: Draft, enclosed: Sequence[int], by: User, now: datetime) -> RegulatorFile:
    """Ask for the file of an approved complaint or application. One that is as the record is stays as it is.

    ``enclosed`` are files that may hold more than they show, and are wanted in it all the same. Raises NotPermitted,
    WrongState.
    """
    open_for_change(draft.foi_request, by)
    draft = Draft.objects.select_related("foi_request").get(pk=draft.pk)
    if not has_file(draft):
        raise WrongState("Only a complaint or an application to a regulator has such a file.")
    if draft.state not in WITH_A_FILE:
        raise WrongState("Approve the letter first: the file holds it as it was approved.")
    wanted = sorted({file.pk for file in hidden_files(draft)} & set(enclosed))
    file = RegulatorFile.objects.filter(draft=draft).first()
    if file is None:
        file = RegulatorFile.objects.create(draft=draft, enclosed=wanted, asked_by=by, asked_at=now)
    elif _stands(file, draft, wanted):
        return file
    else:
        file.state, file.enclosed, file.asked_by, file.asked_at = RegulatorFile.State.WAITING, wanted, by, now
        file.attempts = 0
        file.save(update_fields=["state", "enclosed", "asked_by", "asked_at", "attempts"])
    queue.make_regulator_file(file.pk)
    return file


def _stands(file: RegulatorFile, draft: Draft, wanted: list[int]) -> bool:
    if file.enclosed != wanted:
        return False
    if file.state == RegulatorFile.State.MADE:
        return not is_stale(file, draft)
    return file.state == RegulatorFile.State.WAITING


def make_file(*, file_id: int, now: datetime) -> None:
    """Claim one file, make it, record it. Safe to run twice."""
    if not _claim(file_id, now=now):
        return
    file = RegulatorFile.objects.defer("pdf", "archive").get(pk=file_id)
    draft = Draft.objects.select_related("foi_request__authority", "foi_request__campaign").get(
        pk=file.draft_id
    )
    mark = record_mark(draft)
    try:
        content = complaint_file(draft, today=london_day(now), enclosed=set(file.enclosed))
        pdf = pdf_of(paper_of(content), made_at=now)
        archive = archive_of(content, pdf, now=now)
    except (FoiError, NotSetError) as refusal:
        log.warning("file_not_made", file=file_id, why=type(refusal).__name__)
        _record(file_id, claimed_at=now, state=RegulatorFile.State.FAILED)
        return
    _record(
        file_id,
        claimed_at=now,
        state=RegulatorFile.State.MADE,
        record_mark=mark,
        made_at=now,
        pages=pages_in(pdf),
        pdf=pdf,
        archive=archive,
    )


def archive_of(content: ComplaintFile, pdf: bytes, *, now: datetime) -> bytes:
    """The zip: what each thing is stands in its second file, and again in the PDF."""
    archive = Archive(made_at=now)
    archive.put(
        "01-complaint-file.pdf", pdf, "Everything, in one document: contents, letter, days, correspondence"
    )
    later: list[tuple[str, bytes | str, str]] = [
        (
            "03-letter.docx",
            docx_of(subject=content.subject, body=content.body, author=content.requester, made_at=now),
            "The letter, to edit or to paste into a form",
        ),
        (
            "04-letter.txt",
            f"{content.subject}\n\n{as_text((Words(content.body),))}",
            "The letter as plain text",
        ),
    ]
    later += [(each.path, as_text(exchange_blocks(each)), each.title) for each in content.exchanges]
    enclosed = [file for file in content.files if not file.left_out]
    listed = [
        *archive.listed,
        ("02-contents.txt", "This page"),
        *((path, what) for path, _, what in later),
        *((file.path, " ".join((f"{file.number} {file.name}", *file.notes))) for file in enclosed),
    ]
    archive.put("02-contents.txt", contents_text(content, listed), "Contents")
    for path, made, what in later:
        archive.put(path, made, what)
    for file in enclosed:
        as_it_came = Attachment.objects.values_list("content", flat=True).get(pk=file.key)
        archive.put(file.path, bytes(as_it_came), file.name)
    return archive.close()


def _claim(file_id: int, *, now: datetime) -> bool:
    """One conditional UPDATE: row locks do nothing on SQLite."""
    changed = RegulatorFile.objects.filter(pk=file_id, state=RegulatorFile.State.WAITING).update(
        state=RegulatorFile.State.MAKING, claimed_at=now, attempts=F("attempts") + 1
    )
    return changed == 1


def _record(file_id: int, *, claimed_at: datetime, **fields: object) -> None:
    """Keep what was made, unless the file was asked for anew in the meantime."""
    RegulatorFile.objects.filter(pk=file_id, state=RegulatorFile.State.MAKING, claimed_at=claimed_at).update(
        **fields
    )


def give_up_lost_files(*, now: datetime) -> int:
    """Let files whose maker died be made again, a few times. Returns how many were."""
    lost = RegulatorFile.objects.filter(
        state=RegulatorFile.State.MAKING, claimed_at__lt=now - CLAIM_IS_LOST_AFTER
    )
    hopeless = lost.filter(attempts__gte=MOST_ATTEMPTS).update(state=RegulatorFile.State.FAILED)
    again = lost.filter(attempts__lt=MOST_ATTEMPTS).update(state=RegulatorFile.State.WAITING)
    return hopeless + again
