"""Letters that go by e-mail, for tests: a checked address, a written request, an approved chaser on its way."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from requests_app.core.states import Channel
from requests_app.models import AuthorityAddress, Draft, FoiRequest, OutgoingEmail
from requests_app.usecases.letters_out import queue_first_letter, queue_letter
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, noon

NOW, LATER = noon(SENT_ON), noon(LATE_ON)
THEIRS = "foi@authority.example.org"


def an_address(foi_request: FoiRequest, address: str = THEIRS, **fields: Any) -> AuthorityAddress:
    """An address that somebody has checked."""
    defaults: dict[str, Any] = {
        "channel": Channel.EMAIL,
        "address": address,
        "source": "their website",
        "checked_on": date(2026, 10, 1),
    }
    return AuthorityAddress.objects.create(authority=foi_request.authority, **defaults | fields)


def a_queued_request(
    *, now: datetime = NOW, foi_request: FoiRequest | None = None, **fields: Any
) -> OutgoingEmail:
    """A written request on its way."""
    foi_request = foi_request or make.a_written_request(**fields)
    known = AuthorityAddress.objects.filter(authority=foi_request.authority).first()
    return queue_first_letter(
        foi_request=foi_request,
        address=known or an_address(foi_request),
        version=foi_request.version,
        by=make.requester_of(foi_request),
        now=now,
    )


def a_queued_chaser(*, now: datetime = LATER, **fields: Any) -> OutgoingEmail:
    """An approved chaser on its way."""
    return queued(make.an_approved_chaser(make.a_request(**fields)), now=now)


def queued(draft: Draft, *, now: datetime = LATER) -> OutgoingEmail:
    """An approved letter on its way."""
    address = AuthorityAddress.objects.filter(authority=draft.foi_request.authority).first()
    return queue_letter(
        draft=draft,
        address=address or an_address(draft.foi_request),
        version=draft.version,
        by=make.requester_of(draft.foi_request),
        now=now,
    )
