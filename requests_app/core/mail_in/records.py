"""What is read out of one mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Person:
    """A name and an address as a header gives them; either may be empty. Neither holds a line break or a control."""

    name: str = ""
    address: str = ""

    @property
    def domain(self) -> str:
        """What stands after the @, in lower case."""
        return self.address.rpartition("@")[2].lower()

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name and self.address else self.name or self.address


@dataclass(frozen=True, slots=True)
class Body:
    """One stretch of the letter itself. ``kind`` is plain, html or rtf (then ``data`` holds it, as Outlook packs it)."""

    kind: str
    text: str
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class File:
    """A file that came with it: its name without folders, its declared type, its bytes."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What a mail program says of a mail of ours that it could not deliver, or delivers late.

    ``permanent`` None: only late. ``message_ids`` and ``addresses`` are of the mail it is about, as far as it says.
    """

    permanent: bool | None
    said: str
    recipients: tuple[str, ...] = ()
    message_ids: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailRead:
    """One mail. ``message_ids`` and ``answers`` hold Message-IDs with their angle brackets.

    ``delivered_to`` is every address at which it may have arrived, as header text, best first. ``sent_at`` is when its
    author says it was sent, aware; None where the header says nothing that could be true. ``arrived_at`` is what the
    last server that took it wrote. ``headers`` has the first of each name, in lower case.
    """

    subject: str = ""
    sender: Person = Person()
    reply_to: Person = Person()
    delivered_to: tuple[str, ...] = ()
    message_ids: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    sent_at: datetime | None = None
    arrived_at: datetime | None = None
    bodies: tuple[Body, ...] = ()
    html: str = ""
    files: tuple[File, ...] = ()
    report: DeliveryReport | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    results: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The plain words of the letter; those in HTML or rich text are made by whoever can."""
        return "\n\n".join(
            body.text.strip("\n") for body in self.bodies if body.kind == "plain" and body.text.strip()
        )
