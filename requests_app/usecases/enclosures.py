"""Files a person puts into a letter before it goes, and takes out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from requests_app.core.errors import BadInput, WrongState
from requests_app.core.states import State
from requests_app.gateways.documents import safe_name
from requests_app.gateways.documents.limits import FILES
from requests_app.models import Draft, Enclosure, FoiRequest, User
from requests_app.queries.outbox import waiting_letter
from requests_app.usecases.record import open_for_change
from requests_app.usecases.replies import UploadedFile


@transaction.atomic
def enclose(
    *,
    foi_request: FoiRequest,
    draft: Draft | None,
    uploads: Sequence[UploadedFile],
    by: User,
    now: datetime,
) -> list[Enclosure]:
    """Put files into a letter; the same file twice is one. Raises BadInput (for ``file``), NotPermitted, WrongState."""
    foi_request = _open(foi_request, draft, by)
    kept = []
    for upload in uploads:
        if not upload.content:
            raise BadInput(f"“{upload.filename}” is empty. Choose another file.", field="file")
        row, _ = Enclosure.objects.get_or_create(
            foi_request=foi_request,
            draft=draft,
            sha256=sha256(upload.content).hexdigest(),
            defaults={
                "filename": safe_name(upload.filename)[:200],
                "content_type": _type_of(upload.content_type),
                "size": len(upload.content),
                "content": upload.content,
                "added_by": by,
                "added_at": now,
            },
        )
        kept.append(row)
    if Enclosure.objects.filter(foi_request=foi_request, draft=draft).count() > FILES:
        raise BadInput(f"A letter takes up to {FILES} files. Put them into a .zip.", field="file")
    return kept


@transaction.atomic
def take_out(*, enclosure: Enclosure, by: User) -> None:
    """Take a file out of a letter that is not on its way. Raises NotPermitted, WrongState."""
    _open(enclosure.foi_request, enclosure.draft, by)
    enclosure.delete()


def _open(foi_request: FoiRequest, draft: Draft | None, by: User) -> FoiRequest:
    foi_request = open_for_change(foi_request, by)
    settled = (
        foi_request.state != State.DRAFT
        if draft is None
        else draft.state in {Draft.State.SENT, Draft.State.DISMISSED}
    )
    if settled or waiting_letter(foi_request, draft) is not None:
        raise WrongState("The letter has gone, or is on its way, so its files stay as they are.")
    return foi_request


def _type_of(declared: str) -> str:
    """A type that can stand in a mail: what the browser said, where it is one."""
    kind, slash, subtype = declared.partition(";")[0].strip().lower().partition("/")
    plain = kind + subtype
    is_type = slash and plain and plain.replace("-", "").replace(".", "").replace("+", "").isalnum()
    safe = is_type and plain.isascii() and kind not in {"multipart", "message"}
    return f"{kind}/{subtype}"[:100] if safe else "application/octet-stream"
