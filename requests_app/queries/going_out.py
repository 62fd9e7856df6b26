"""A letter before it goes by e-mail: who it is from, to whom, where replies go, and who will be able to read what."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings
from django.db.models import OuterRef, Subquery

from requests_app.core.reply_addresses import reply_address
from requests_app.core.states import Channel
from requests_app.models import AuthorityAddress, Draft, Enclosure, FoiRequest, User
from requests_app.models.campaign import Visibility
from requests_app.queries.complaint_file import FOR_REGULATORS
from requests_app.queries.taking_away import MEGABYTE, USUAL_LIMIT_MB, wire_size


@dataclass(frozen=True, slots=True)
class GoingOut:
    """``usable`` are addresses that may be mailed, ``others`` those to confirm first. ``size_warning`` may be empty."""

    sender_name: str
    sender_address: str
    replies_to: str
    is_own_address: bool
    visible: str
    usable: list[AuthorityAddress]
    others: list[AuthorityAddress]
    enclosures: list[Enclosure]
    size_warning: str
    undo_minutes: int
    is_held: bool
    by_mail: bool


def going_out(foi_request: FoiRequest, draft: Draft | None, by: User) -> GoingOut:
    """What is said of a letter before a person approves or sends it. Two queries."""
    addresses = list(
        AuthorityAddress.objects.filter(authority=foi_request.authority_id, channel=Channel.EMAIL.value)
        .select_related("checked_by")
        .order_by("-checked_on", "pk")
    )
    usable = [each for each in addresses if each.may_be_mailed]
    enclosures = list(Enclosure.objects.filter(foi_request=foi_request, draft=draft).defer("content"))
    from_address, reply_to = reply_addresses(foi_request, by)
    sender = from_address or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    text = draft.body if draft is not None else foi_request.letter
    return GoingOut(
        sender_name=sender_name(foi_request, by),
        sender_address=sender,
        replies_to=reply_to or sender,
        is_own_address=bool(reply_to),
        visible=_visible(foi_request, draft),
        usable=usable,
        others=[each for each in addresses if not each.may_be_mailed],
        enclosures=enclosures,
        size_warning=_size_warning(foi_request, text, enclosures),
        undo_minutes=by.undo_minutes,
        is_held=not settings.MAIL_CONFIGURED,
        by_mail=draft is None or draft.kind not in FOR_REGULATORS,
    )


@dataclass(frozen=True, slots=True)
class GoingBriefly:
    """The same in short, on the page where a letter is approved. ``to`` is empty where no address is confirmed."""

    to: str
    sender_name: str
    sender_address: str
    replies_to: str
    is_own_address: bool
    visible: str
    undo_minutes: int
    by_mail: bool


def going_briefly(draft: Draft, by: User) -> GoingBriefly:
    """What is said of a letter before a person approves it. No query where the draft has ``their_address``."""
    foi_request = draft.foi_request
    from_address, reply_to = reply_addresses(foi_request, by)
    sender = from_address or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return GoingBriefly(
        to=getattr(draft, "their_address", None) or "",
        sender_name=sender_name(foi_request, by),
        sender_address=sender,
        replies_to=reply_to or sender,
        is_own_address=bool(reply_to),
        visible=_visible(foi_request, draft),
        undo_minutes=by.undo_minutes,
        by_mail=draft.kind not in FOR_REGULATORS,
    )


def their_address() -> Subquery:
    """The address that a letter would go to first, as part of a query of drafts."""
    usable = AuthorityAddress.objects.filter(
        authority=OuterRef("foi_request__authority"),
        channel=Channel.EMAIL.value,
        checked_on__isnull=False,
        bad_since__isnull=True,
    )
    return Subquery(usable.order_by("-checked_on", "pk").values("address")[:1])


def sender_name(foi_request: FoiRequest, by: User) -> str:
    """Whose name a letter is from: the requester's, as the law wants (FOIA s.8(1)(b))."""
    return (foi_request.requester_name or by.name)[:200]


def reply_addresses(foi_request: FoiRequest, by: User) -> tuple[str, str]:
    """The address a letter is from ("": the installation's own), and where replies go where that is another one."""
    if not settings.REPLY_ADDRESS:
        return "", by.email
    if not settings.REPLY_BY_TOKEN:
        return settings.REPLY_ADDRESS, ""
    return reply_address(settings.REPLY_ADDRESS, foi_request.reply_token), ""


def _visible(foi_request: FoiRequest, draft: Draft | None) -> str:
    """Who will be able to read what, as ``queries.timeline.message_readable`` has it."""
    if foi_request.visibility != Visibility.PUBLIC:
        return "The request is private: this letter, and what they answer, are for your campaign alone."
    if draft is None:
        return (
            "The request is public: once it has gone, anyone can read this letter here, with the name and address in it, "
            "and what they answer. Files you add are for your campaign alone, and for the authority."
        )
    return (
        "The request is public: anyone can read that this letter went and what they answer. Its words are for your "
        "campaign alone, and for the authority."
    )


def _size_warning(foi_request: FoiRequest, text: str, enclosures: list[Enclosure]) -> str:
    """The sentence about a mail that may be too large where nobody knows what they take; empty where it is small."""
    size = wire_size(len(text.encode()), sum(file.size for file in enclosures))
    own = foi_request.authority.mail_limit_mb
    limit = own or USUAL_LIMIT_MB
    if size <= limit * MEGABYTE:
        return ""
    they = f"{foi_request.authority.official_name} takes mail of up to {own} MB"
    many = f"many mail systems refuse more than {limit} MB"
    return f"As one mail this is {size / MEGABYTE:.1f} MB, and {they if own else many}. Take a file out."
