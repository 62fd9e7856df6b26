"""What people make of a reading is kept, so that it shows which findings fail. Nothing is tuned by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from requests_app.core.corrections import Compared, Made, compare
from requests_app.core.states import MessageKind
from requests_app.models import Correction, Message, ReadRight, User
from requests_app.queries.reading_values import values_read
from requests_app.queries.readings import Proposal

LONGEST = 2000
"""Characters of a value that are kept; what it is about stands in the message."""


def keep_corrections(
    message: Message, read: Proposal, kind: MessageKind, made: Iterable[Made], *, by: User, now: datetime
) -> None:
    """Keep how what a person confirmed of a message differs from what was read, and how much was right."""
    known = message.foi_request.authority_reference
    compared = [
        each
        for each in compare(values_read(read, kind), made, message.body)
        if not _known_before(each, known)
    ]
    Correction.objects.bulk_create(
        _correction(message, each, by=by, now=now) for each in compared if each.change
    )
    right = Counter(each.read.what for each in compared if not each.change)
    ReadRight.objects.bulk_create(
        ReadRight(message=message, what=what, number=number, at=now) for what, number in right.items()
    )


def _known_before(each: Compared, reference: str) -> bool:
    """Whether a value was not found and not missed: the page begins with the reference the record has already."""
    return each.read.what == "reference" and each.change == "added" and each.made.text == reference


def _correction(message: Message, each: Compared, *, by: User, now: datetime) -> Correction:
    read, made = each.read, each.made
    return Correction(
        message=message,
        what=read.what[:30],
        about=read.about[:60],
        change=each.change,
        proposed=read.text[:LONGEST],
        proposed_start=read.start,
        proposed_end=read.end,
        confidence=read.confidence,
        made=made.text[:LONGEST],
        made_start=made.start,
        made_end=made.end,
        by=by,
        at=now,
    )
