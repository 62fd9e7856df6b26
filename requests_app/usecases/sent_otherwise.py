"""What a person sent by post, by portal, by hand or by phone: with its tracking number, whom they spoke to, its scan.

The clock goes by the rules of the channel (``core/clock/arrivals``): post is presumed to take days, the others none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from requests_app.core.checks import MAX_TEXT_BYTES
from requests_app.core.errors import BadInput
from requests_app.core.paper import printable
from requests_app.core.states import Channel
from requests_app.gateways.documents import safe_name
from requests_app.models import Attachment, Draft, FoiRequest, Message, User
from requests_app.usecases.drafts import mark_draft_sent
from requests_app.usecases.foi_requests import mark_sent
from requests_app.usecases.replies import UploadedFile

LONGEST_PROOF = 300


@transaction.atomic
def request_sent_otherwise(
    *,
    foi_request: FoiRequest,
    sent_on: date | None,
    channel: Channel,
    sent_to: str = "",
    proof: str = "",
    scans: Sequence[UploadedFile] = (),
    version: int | None = None,
    by: User,
    now: datetime,
) -> FoiRequest:
    """Record that the request went out, with what shows it. Raises as ``mark_sent`` does, BadInput for ``scans``."""
    last = _last(foi_request)
    done = mark_sent(
        foi_request=foi_request,
        sent_on=sent_on,
        channel=channel,
        sent_to=sent_to,
        proof=_proof(proof),
        version=version,
        by=by,
        now=now,
    )
    _keep_scans(foi_request, last, scans)
    return done


@transaction.atomic
def letter_sent_otherwise(
    *,
    draft: Draft,
    on: date,
    channel: Channel,
    proof: str = "",
    scans: Sequence[UploadedFile] = (),
    version: int,
    by: User,
    now: datetime,
) -> Draft:
    """Record that an approved letter went out, with what shows it. Raises as ``mark_draft_sent`` does, BadInput for
    ``scans``.
    """
    last = _last(draft.foi_request)
    done = mark_draft_sent(
        draft=draft, on=on, channel=channel, proof=_proof(proof), version=version, by=by, now=now
    )
    _keep_scans(draft.foi_request, last, scans)
    return done


def _proof(text: str) -> dict[str, str]:
    words = " ".join(printable(text[:MAX_TEXT_BYTES]).split())[:LONGEST_PROOF]
    return {"proof": words} if words else {}


def _last(foi_request: FoiRequest) -> int:
    newest = foi_request.messages.order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


def _keep_scans(foi_request: FoiRequest, last: int, scans: Sequence[UploadedFile]) -> None:
    """Put the files beside the one message that was just recorded; the same file twice is one."""
    files = {sha256(scan.content).hexdigest(): scan for scan in scans}
    if not files:
        return
    message: Message = foi_request.messages.get(pk__gt=last)
    for digest, scan in files.items():
        if not scan.content:
            raise BadInput(f"“{scan.filename}” is empty. Choose another file.", field="scans")
        Attachment.objects.create(
            message=message,
            filename=safe_name(scan.filename)[:200],
            content_type=scan.content_type[:100],
            size=len(scan.content),
            sha256=digest,
            content=scan.content,
        )
