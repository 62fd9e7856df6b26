"""Mail that came: what is still to be read, what it may belong to, and who may see what waits in the tray."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet

from requests_app.core.mail_in import MailRead
from requests_app.core.mail_in.headers import addresses_in
from requests_app.core.mail_in.reading import tokens_stand_in
from requests_app.core.placing import Candidate, Facts, bare_domain, is_from, names_reference
from requests_app.core.reply_addresses import token_in
from requests_app.core.standing import WAITING
from requests_app.core.states import Channel, State
from requests_app.models import (
    Authority,
    AuthorityAddress,
    FoiRequest,
    IncomingEmail,
    Message,
    OutgoingEmail,
)
from requests_app.models.foi_request import reference_of

PATIENCE = timedelta(minutes=1)
"""How long a mail is left to the queue before it is queued again."""
LOOKED_AT = 100_000
"""Characters of a letter in which a reference is looked for."""
MOST_OF_AN_AUTHORITY = 3_000
MOST_OF_A_DOMAIN = 20

_ANY_TOKEN = re.compile(r"\+([a-z0-9]{8})@", re.IGNORECASE)
_OURS = re.compile(r"\bFT[\s-]?0*(\d{1,9})\b", re.IGNORECASE)
_LIKE_A_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9/._:#-]{3,60}")


def waiting_emails(now: datetime, *, limit: int = 2_000) -> list[int]:
    """Ids of mails kept a while ago that nobody has begun to read, in the order in which they came."""
    waiting = IncomingEmail.objects.filter(state=IncomingEmail.State.STORED, received_at__lt=now - PATIENCE)
    return list(waiting.order_by("pk").values_list("pk", flat=True)[:limit])


def facts_of(read: MailRead, words: str) -> Facts:
    """What is known of a mail. Its words are looked into only where neither its address nor its thread says enough."""
    tokens = tokens_in(read)
    by_token = _candidates(FoiRequest.objects.filter(reply_token__in=tokens)) if tokens else []
    by_thread = _by_thread(read.answers) if not by_token else []
    facts = Facts(
        subject=read.subject,
        text=words[:LOOKED_AT],
        sender_domain=bare_domain(read.sender.address),
        by_token=by_token,
        has_unknown_token=bool(tokens) and not by_token,
        by_thread=by_thread,
    )
    if len(by_token) == 1 or len(by_thread) == 1:
        return facts
    return _with_words(facts)


def tokens_in(read: MailRead) -> list[str]:
    """Every token in the addresses at which a mail may have arrived."""
    pattern = settings.REPLY_ADDRESS
    found: list[str] = []
    for value in tokens_stand_in(read):
        for address in (value, *addresses_in(value)):
            token = token_in(address, pattern) if pattern else ""
            found += [token] if token else []
            if not pattern:
                found += [each.lower() for each in _ANY_TOKEN.findall(address)]
    return list(dict.fromkeys(found))[:50]


def _by_thread(answers: Sequence[str]) -> list[Candidate]:
    """Requests of which a message, or a letter of ours, is answered."""
    if not answers:
        return []
    ids = [*answers, *(each.strip("<>") for each in answers)]
    own = set(Message.objects.filter(message_id__in=ids).values_list("foi_request_id", flat=True))
    letters = OutgoingEmail.objects.filter(message_id__in=ids, kind=OutgoingEmail.Kind.LETTER)
    own |= {key for key in letters.values_list("foi_request_id", flat=True) if key is not None}
    return _candidates(FoiRequest.objects.filter(pk__in=own)) if own else []


def _with_words(facts: Facts) -> Facts:
    """The facts with what the words and the domain say."""
    authorities = authorities_at(facts.sender_domain)
    whole = f"{facts.subject}\n{facts.text}"
    numbers = {int(each) for each in _OURS.findall(whole)[:50]}
    ours = _candidates(FoiRequest.objects.filter(number__in=numbers)) if numbers else []
    theirs = _candidates(FoiRequest.objects.filter(pk__in=_named(whole, authorities)))
    at_domain = (
        FoiRequest.objects.filter(authority__in=authorities)
        .exclude(state=State.DRAFT)
        .order_by("-changed_at", "-pk")[:MOST_OF_A_DOMAIN]
        if authorities
        else FoiRequest.objects.none()
    )
    return Facts(
        subject=facts.subject,
        text=facts.text,
        sender_domain=facts.sender_domain,
        by_token=facts.by_token,
        has_unknown_token=facts.has_unknown_token,
        by_thread=facts.by_thread,
        by_reference=theirs,
        by_ours=ours,
        by_domain=_candidates(at_domain),
    )


def _named(whole: str, authorities: Collection[int]) -> list[int]:
    """Keys of requests whose reference, as their authority gave it, stands in a text."""
    squeezed = _squeezed(whole)
    likely = {
        each.strip("./:-_#")
        for each in _LIKE_A_REFERENCE.findall(whole)
        if sum(ch.isdigit() for ch in each) >= 2
    }
    likely |= {each.upper() for each in likely}
    rows = FoiRequest.objects.filter(authority_reference__in=list(likely)[:400])
    known = list(rows.values_list("pk", "authority_reference")[:200])
    if authorities:
        of_them = FoiRequest.objects.filter(authority__in=authorities).exclude(authority_reference="")
        known += of_them.order_by("-pk").values_list("pk", "authority_reference")[:MOST_OF_AN_AUTHORITY]
    return [
        key
        for key, reference in dict(known).items()
        if _squeezed(reference) in squeezed and names_reference(whole, reference)
    ]


def _squeezed(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", "", text.lower())


def authorities_at(domain: str) -> list[int]:
    """Keys of authorities that write from a domain, as far as their addresses and pages tell."""
    labels = domain.split(".")
    above = [".".join(labels[at:]) for at in range(len(labels) - 1)]
    own = [each for each in above if is_from(domain, [each])]
    if not own:
        return []
    at_address, at_page = Q(address__iendswith=f".{domain}"), Q(website__icontains=f".{domain}")
    for each in own:
        at_address |= Q(address__iendswith=f"@{each}") | Q(address__iendswith=f".{each}")
        at_page |= Q(website__icontains=f"//{each}") | Q(website__icontains=f".{each}")
    rows = AuthorityAddress.objects.filter(at_address, channel=Channel.EMAIL.value)
    found = {(key, bare_domain(address)) for key, address in rows.values_list("authority", "address")}
    pages = Authority.objects.filter(at_page).values_list("pk", "website")
    found |= {(key, bare_domain(website)) for key, website in pages}
    return sorted({key for key, theirs in found if is_from(domain, [theirs])})


def _candidates(rows: QuerySet[FoiRequest]) -> list[Candidate]:
    """Requests as placing knows them. Two queries."""
    found = list(
        rows.values_list(
            "pk", "number", "authority_reference", "title", "authority", "authority__website", "state"
        )
    )
    domains = domains_of({row[4] for row in found})
    return [
        Candidate(
            key=pk,
            reference=reference_of(number),
            their_reference=theirs,
            title=title,
            domains=(*domains.get(authority, ()), *([bare_domain(website)] if website else [])),
            is_open=state in WAITING,
        )
        for pk, number, theirs, title, authority, website, state in found
    ]


def domains_of(authorities: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """From which domains authorities write, by their addresses. One query."""
    rows = AuthorityAddress.objects.filter(authority__in=authorities, channel=Channel.EMAIL.value)
    found: dict[int, tuple[str, ...]] = {}
    for key, address in rows.values_list("authority", "address"):
        found[key] = (*found.get(key, ()), bare_domain(address))
    return found


def outgoing_of_report(read: MailRead) -> OutgoingEmail | None:
    """The mail of ours that a delivery report is about: by the Message-ID in what came back, else the last letter of the
    request whose address it came back to.
    """
    if read.report is None:
        return None
    found = OutgoingEmail.objects.filter(message_id__in=read.report.message_ids).order_by("-pk").first()
    if found is not None:
        return found
    tokens = tokens_in(read)
    keys = (
        list(FoiRequest.objects.filter(reply_token__in=tokens).values_list("pk", flat=True)) if tokens else []
    )
    if len(keys) != 1:
        return None
    letters = OutgoingEmail.objects.filter(foi_request__in=keys, kind=OutgoingEmail.Kind.LETTER)
    went = letters.filter(attempts__gt=0).order_by("-created_at", "-pk")
    to = [each.lower() for each in read.report.recipients]
    return next((each for each in went[:20] if each.to_address.lower() in to), went.first())


def our_ids_among(ids: Collection[str]) -> set[str]:
    """Of some Message-IDs those of mail that we sent."""
    if not ids:
        return set()
    return set(OutgoingEmail.objects.filter(message_id__in=ids).values_list("message_id", flat=True))
