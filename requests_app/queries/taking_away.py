"""A letter on its way out: to whom, from whom, with what, and whether a mail of that size will be taken."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models.functions import Length

from requests_app.core.letters.regulator import regulator_for
from requests_app.core.states import Channel, LetterKind, Regime
from requests_app.models import AuthorityAddress, Draft, RegulatorFile
from requests_app.queries.complaint_file import FOR_REGULATORS
from requests_app.queries.regulator_files import is_stale

MEGABYTE = 1024 * 1024
USUAL_LIMIT_MB = 10
"""What most authorities' mail systems take, where the record says nothing of this one."""
OF_THE_WIRE = 1.37
"""How much longer a file becomes in a mail: base64, with its line ends."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who a letter goes to. ``address`` is empty where no checked one is known."""

    name: str
    address: str


def recipient_of(draft: Draft) -> Recipient:
    """The authority at an e-mail address that somebody checked, or the regulator. One query at most."""
    if draft.kind in FOR_REGULATORS:
        regulator = regulator_for(Regime(draft.foi_request.regime))
        return Recipient(regulator.name.removeprefix("the "), regulator.address)
    authority = draft.foi_request.authority
    checked = AuthorityAddress.objects.filter(
        authority=authority, channel=Channel.EMAIL, checked_on__isnull=False, bad_since__isnull=True
    ).order_by("-checked_on", "pk")
    address = checked.values_list("address", flat=True).first()
    return Recipient(authority.official_name, (address or "").strip())


def enclosed_file(draft: Draft) -> RegulatorFile | None:
    """The file that goes with a complaint or application: made, and of the record as it is. Without its bytes."""
    if LetterKind(draft.kind) not in FOR_REGULATORS:
        return None
    made = (
        RegulatorFile.objects.filter(draft=draft, state=RegulatorFile.State.MADE)
        .defer("pdf", "archive")
        .first()
    )
    return made if made is not None and not is_stale(made, draft) else None


def pdf_size(file: RegulatorFile) -> int:
    """Bytes of the PDF of a file, without reading them. One query."""
    rows = RegulatorFile.objects.filter(pk=file.pk)
    return rows.annotate(size=Length("pdf")).values_list("size", flat=True).get() or 0


def mail_size(draft: Draft, enclosed_bytes: int) -> int:
    """Bytes of a mail with this letter, roughly as they go over the wire."""
    return wire_size(len(draft.body.encode()), enclosed_bytes)


def wire_size(text_bytes: int, enclosed_bytes: int) -> int:
    """Bytes of a mail with this much text and files, roughly as they go over the wire."""
    return int(text_bytes * 1.05 + enclosed_bytes * OF_THE_WIRE)


def too_large(draft: Draft, size: int) -> str:
    """The sentence about a mail larger than they take; empty where it is not."""
    own = draft.foi_request.authority.mail_limit_mb if draft.kind not in FOR_REGULATORS else None
    limit = own or USUAL_LIMIT_MB
    if size <= limit * MEGABYTE:
        return ""
    takes = (
        f"{draft.foi_request.authority.official_name} takes mail of up to {own} MB"
        if own
        else f"many mail systems refuse more than {limit} MB"
    )
    return (
        f"As one mail this is {size / MEGABYTE:.1f} MB, and {takes}. Send it by their website or by post, or send the"
        " letter and offer what goes with it."
    )
