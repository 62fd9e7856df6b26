"""What is made of a mail between claiming and recording it: its words, its files looked at, what kind of mail it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr
from hashlib import sha256

import structlog
from django.conf import settings

from requests_app.core.mail_in import MailRead, read_mail
from requests_app.core.mail_in.alphabets import words_of
from requests_app.core.mail_in.authentication import authentication_of
from requests_app.core.mail_in.automatic import Sure, is_our_own, written_by_program
from requests_app.core.placing import Verdict, place
from requests_app.core.reading.kinds import read_kind
from requests_app.core.states import MessageKind
from requests_app.gateways.documents import ending_of, kind_of, safe_name
from requests_app.gateways.documents.limits import FILE_BYTES, MEGABYTE
from requests_app.gateways.mail_words import harmless, words_of_letter
from requests_app.gateways.virus_scan import virus_in
from requests_app.models import IncomingEmail, OutgoingEmail
from requests_app.queries.incoming import facts_of, our_ids_among, outgoing_of_report

log = structlog.get_logger(__name__)

MOST_FILES = 200
"""Files of one mail that become files of a message. All of them stay in its bytes."""
SLACK = timedelta(days=1)
"""How far ahead a clock of somebody else's may be."""
_RUNS = frozenset(
    [
        *(
            "exe",
            "com",
            "scr",
            "pif",
            "bat",
            "cmd",
            "msi",
            "msp",
            "dll",
            "cpl",
            "hta",
            "js",
            "jse",
            "vbs",
            "vbe",
        ),
        *("wsf", "wsh", "ps1", "psm1", "jar", "lnk", "iso", "vhd", "vhdx", "reg", "chm", "apk", "sh"),
    ]
)
"""Endings of files that do something when they are opened."""
_MACROS = frozenset(["docm", "xlsm", "pptm", "dotm", "xltm", "xlam", "xlsb"])


@dataclass(frozen=True, slots=True)
class FileTaken:
    """One file, looked at. ``refusal``: why it is not given out and not read; ``warning``: what to know of it."""

    name: str
    content_type: str
    content: bytes
    size: int
    sha256: str
    refusal: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """One mail, read and placed. ``happened_at`` is when it arrived, as far as that can be believed."""

    read: MailRead
    words: str
    html: str
    files: tuple[FileTaken, ...]
    nature: str
    happened_at: datetime
    verdict: Verdict
    about: OutgoingEmail | None = None
    troubles: tuple[str, ...] = ()

    @property
    def authentication(self) -> dict[str, str]:
        """What our own server found out about its sender."""
        return authentication_of(self.read.results, settings.TRUSTED_MAIL_SERVER)


def made_of(read: MailRead, *, now: datetime, received_at: datetime) -> Taken:
    """What a mail is. Raises ScannerAway."""
    words = words_of_letter(read)
    files, troubles = _files(read)
    about = outgoing_of_report(read)
    verdict = place(facts_of(read, words))
    return Taken(
        read=read,
        words=words,
        html=harmless(read.html),
        files=files,
        nature=_nature(read, words),
        happened_at=_arrived(read, now=now, received_at=received_at),
        verdict=verdict,
        about=about,
        troubles=(*read.troubles, *troubles),
    )


def unreadable(raw: bytes, why: str, *, now: datetime) -> Taken:
    """A mail that could not be read at all: its beginning as it came, for the tray."""
    try:
        read = read_mail(raw[:4096].partition(b"\n\n")[0] + b"\n\n")
    except Exception:  # noqa: BLE001 - read_mail does not raise; nothing may stop the tray
        read = MailRead()
    return Taken(
        read=read,
        words=words_of(raw[:20_000]).replace("\0", ""),
        html="",
        files=(),
        nature=IncomingEmail.Nature.UNREAD,
        happened_at=now,
        verdict=Verdict(None, (f"It could not be read ({why}). Its bytes are kept.",)),
    )


def _arrived(read: MailRead, *, now: datetime, received_at: datetime) -> datetime:
    """When it came: as the last server that took it says, else as its author says, else when we got it. Moments that
    are still to come are nobody's, and nothing arrives long before it was sent.
    """
    limit = max(now, received_at) + SLACK
    for said in (read.arrived_at, read.sent_at):
        if said is not None and said <= limit:
            return min(said, received_at) if said <= received_at + SLACK else received_at
    return received_at


def our_addresses() -> set[str]:
    """Addresses from which this program writes, in lower case."""
    own = (settings.REPLY_ADDRESS, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    return {each.lower() for each in own if "@" in each}


def _nature(read: MailRead, words: str) -> str:
    nature = IncomingEmail.Nature
    if read.report is not None:
        return nature.BOUNCE
    if is_our_own(read, our_addresses=our_addresses(), our_ids=our_ids_among(read.message_ids)):
        return nature.LOOP
    sure = written_by_program(read)
    if sure is Sure.NO:
        return nature.LETTER
    kind = _kind(read, words)
    if kind is MessageKind.ACKNOWLEDGEMENT or (
        sure is Sure.PERHAPS and kind is not MessageKind.AUTOMATIC_REPLY
    ):
        return nature.LETTER
    return nature.AUTOMATIC


def _kind(read: MailRead, words: str) -> MessageKind:
    """What the words say it is. A reading that breaks on them must not keep the mail from its request."""
    try:
        return read_kind(words[:50_000], subject=read.subject, headers=read.headers).kind
    except Exception:
        log.exception("kind_not_read")
        return MessageKind.OTHER


def files_of_mail(read: MailRead) -> tuple[FileTaken, ...]:
    """The files of a mail, each once, looked at. Raises ScannerAway."""
    return _files(read)[0]


def _files(read: MailRead) -> tuple[tuple[FileTaken, ...], list[str]]:
    """The files, each once, looked at; and what to say of them all."""
    taken: dict[tuple[str, str], FileTaken] = {}
    for file in read.files[:MOST_FILES]:
        looked_at = _looked_at(file.name, file.content_type, file.content)
        taken.setdefault((looked_at.name, looked_at.sha256), looked_at)
    left = len(read.files) - MOST_FILES
    said = (
        [f"It holds {len(read.files)} files: {left} of them are in the mail as it came only."]
        if left > 0
        else []
    )
    return tuple(taken.values()), [*said, *_told(list(taken.values()))]


def _told(files: Sequence[FileTaken]) -> list[str]:
    return [file.refusal or file.warning for file in files if file.refusal or file.warning]


def _looked_at(name: str, content_type: str, content: bytes) -> FileTaken:
    name = safe_name(name)[:200]
    refusal = warning = ""
    virus = virus_in(content, settings.CLAMD) if settings.CLAMD else ""
    if virus:
        refusal = f"“{name}” holds {virus}, the virus scanner says. It is not given out."
    elif ending_of(name) in _RUNS or content.startswith(b"MZ"):
        refusal = f"“{name}” is a program, or can hold one. It is not given out."
    elif ending_of(name) in _MACROS:
        warning = f"“{name}” can hold programs (macros): open it with them switched off."
    elif len(content) > FILE_BYTES:
        warning = f"“{name}” is larger than {FILE_BYTES // MEGABYTE} MB: it is kept, and not read."
    elif _pretends(name, content):
        warning = f"“{name}” is not what its name says."
    return FileTaken(
        name=name,
        content_type=content_type[:100],
        content=b"" if refusal else content,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        refusal=refusal,
        warning=warning,
    )


def _pretends(name: str, content: bytes) -> bool:
    """Whether a document is of another kind than the one its name says."""
    ending = ending_of(name)
    if ending not in _TOLD_APART or not content:
        return False
    try:
        kind = kind_of(name, content)
    except Exception:  # noqa: BLE001 - made to break whoever looks at it; the confined process will say so
        return False
    return kind in _TOLD_APART and ending != kind


_TOLD_APART = ("pdf", "docx", "xlsx", "odt", "rtf", "zip")
