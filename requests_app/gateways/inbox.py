"""A mailbox on an IMAP server: its mails byte for byte, in the order of their numbers, and marked once they are kept."""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from imap_tools import BaseMailBox, ImapToolsError, MailBox, MailBoxUnencrypted

SECONDS = 60.0
_BROKEN = (ImapToolsError, imaplib.IMAP4.error, OSError, ssl.SSLError, EOFError)


class InboxAway(Exception):
    """The server can't be reached, or refuses; the words say why, without the password."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mailbox is: ``imaps://user:password@host:993/INBOX``."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    is_plain: bool

    @property
    def name(self) -> str:
        """What it is called where people see it."""
        return f"{self.user}@{self.host}/{self.folder}"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a mailbox was fetched: up to ``last`` of its numbers while ``validity`` holds, but for ``left_out``."""

    validity: int = 0
    last: int = 0
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fetched:
    """One mail, and how far the mailbox is fetched once it is kept. ``raw`` None: the server would not give it."""

    raw: bytes | None
    then: Position


def place_of(url: str) -> Place:
    """The parts of an address. User and password may be percent-encoded."""
    parts = urlsplit(url)
    is_plain = parts.scheme == "imap"
    return Place(
        host=parts.hostname or "localhost",
        port=parts.port or (143 if is_plain else 993),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        folder=unquote(parts.path.strip("/")) or "INBOX",
        is_plain=is_plain,
    )


def new_mails(place: Place, after: Position, *, moved_to: str = "", most: int = 500) -> Iterator[Fetched]:
    """The mails that came after a position, the oldest first, at most so many. Where the server numbers its mails anew, all of them.

    Each is marked as read, or moved to a folder, only when the next one is asked for: then it is kept. Raises InboxAway.
    """
    try:
        with _opened(place) as box:
            yield from _mails(box, place, after, moved_to, most)
    except _BROKEN as error:
        said = str(error).replace(place.password, "…") if place.password else str(error)
        raise InboxAway(f"{place.name}: {type(error).__name__}: {said[:300]}") from error


@contextmanager
def _opened(place: Place) -> Iterator[BaseMailBox]:
    kind = MailBoxUnencrypted if place.is_plain else MailBox
    box = kind(place.host, place.port, timeout=SECONDS)
    try:
        with box.login(place.user, place.password, initial_folder=place.folder) as opened:
            yield opened
    finally:
        with suppress(OSError):  # closed already, unless signing in failed
            box.client.shutdown()


def _mails(box: BaseMailBox, place: Place, after: Position, moved_to: str, most: int) -> Iterator[Fetched]:
    validity = int(box.folder.status(place.folder, ["UIDVALIDITY"])["UIDVALIDITY"])
    same = validity == after.validity
    last, left_out = (after.last, list(after.left_out)) if same else (0, [])
    if moved_to and not box.folder.exists(moved_to):
        box.folder.create(moved_to)
    there = sorted(int(uid) for uid in box.uids("ALL"))
    wanted = [uid for uid in there if uid > last or uid in left_out]
    left_out = [uid for uid in left_out if uid in there]
    for uid in wanted[:most]:
        raw = _bytes_of(box, uid)
        last = max(last, uid)
        left_out = sorted({*left_out, uid} - ({uid} if raw is not None else set()))
        yield Fetched(raw, Position(validity, last, tuple(left_out)))
        if raw is not None:
            _mark(box, uid, moved_to)


def _bytes_of(box: BaseMailBox, uid: int) -> bytes | None:
    """One mail, without marking it. None where the server says no: it may have gone, or be broken on the server."""
    try:
        state, parts = box.client.uid("FETCH", str(uid), "(BODY.PEEK[])")
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        return None
    found: Sequence[object] = parts or ()
    if state != "OK":
        return None
    return next((bytes(each[1]) for each in found if isinstance(each, tuple) and len(each) > 1), None)


def _mark(box: BaseMailBox, uid: int, moved_to: str) -> None:
    if moved_to:
        box.move([str(uid)], moved_to)
    else:
        box.flag([str(uid)], [r"\Seen"], value=True)
