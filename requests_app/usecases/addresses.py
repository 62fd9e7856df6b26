"""Where authorities are written to: an address is mailed once a person has looked where it came from."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from requests_app import permissions
from requests_app.core.calendars import london_day
from requests_app.core.errors import BadInput
from requests_app.core.paper import printable
from requests_app.core.states import Channel
from requests_app.models import AuthorityAddress, FoiRequest, User

LONGEST_SOURCE = 500


@transaction.atomic
def confirm_address(
    *, address: AuthorityAddress, foi_request: FoiRequest, by: User, now: datetime
) -> AuthorityAddress:
    """Note that this person looked at where an address came from, and found it right: the day and the name are kept.

    One that mail came back from may be confirmed again. Raises BadInput, NotPermitted: whoever may send letters of
    a request to the authority may confirm.
    """
    permissions.check_edit(by, foi_request)
    address = AuthorityAddress.objects.select_for_update().get(pk=address.pk)
    if address.authority_id != foi_request.authority_id:
        raise BadInput("Choose one of the addresses of this authority.", field="address")
    if address.channel != Channel.EMAIL:
        raise BadInput("Only e-mail addresses are confirmed here.", field="address")
    _check_spelling(address.address.strip())
    if address.checked_on is None or address.bad_since is not None:
        address.address = address.address.strip()
        address.checked_on, address.checked_by = london_day(now), by
        address.bad_since, address.bad_because = None, ""
        address.save()
    return address


@transaction.atomic
def add_address(
    *, foi_request: FoiRequest, address: str, source: str, by: User, now: datetime
) -> AuthorityAddress:
    """Keep an e-mail address of the request's authority that a person found, and where: it counts as checked by them.

    Raises BadInput, NotPermitted.
    """
    permissions.check_edit(by, foi_request)
    address, source = "".join(printable(address).split()), " ".join(printable(source).split())
    _check_spelling(address)
    if not source:
        raise BadInput(
            "Say where you found the address, such as the page on their website: others will want to know.",
            field="source",
        )
    known = AuthorityAddress.objects.filter(
        authority=foi_request.authority_id, channel=Channel.EMAIL.value, address__iexact=address
    ).first()
    row = known or AuthorityAddress(
        authority_id=foi_request.authority_id, channel=Channel.EMAIL.value, address=address
    )
    row.source = source[:LONGEST_SOURCE]
    row.checked_on, row.checked_by = london_day(now), by
    row.bad_since, row.bad_because = None, ""
    row.save()
    return row


def _check_spelling(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as error:
        raise BadInput("That is no e-mail address: write it as name@example.org.", field="address") from error
    if not address.isascii() or len(address) > 254:
        raise BadInput("That address can't be written to: it must be plain letters.", field="address")
