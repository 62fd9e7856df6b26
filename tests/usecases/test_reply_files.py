"""Files that came as a reply: kept first, read by the worker, put together, confirmed as any other reply."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from requests_app.core.errors import BadInput, NotPermitted, StaleVersion
from requests_app.core.states import Channel
from requests_app.gateways import queue
from requests_app.gateways.documents import Document, Note, NoteKind
from requests_app.models import Attachment, FoiRequest, Message
from requests_app.queries.documents import file_notes, files_of, waiting_attachments
from requests_app.usecases import reply_files
from requests_app.usecases.replies import UploadedFile
from tests import factories as make
from tests.factories import DUE_ON, noon, refused

pytestmark = pytest.mark.django_db

FILES = Path(__file__).resolve().parent.parent / "files"
REPLIED_ON = date(2026, 10, 27)
NOW = noon(DUE_ON)
Extraction = Attachment.Extraction


def upload(name: str, content: bytes | None = None) -> UploadedFile:
    return UploadedFile(
        name, "application/octet-stream", content if content is not None else (FILES / name).read_bytes()
    )


def received(foi_request: FoiRequest, *uploads: UploadedFile, **fields: Any) -> Message:
    given: dict[str, Any] = {"received_on": REPLIED_ON, "channel": Channel.EMAIL, "now": NOW}
    given["by"] = make.requester_of(foi_request)
    return reply_files.receive_files(foi_request=foi_request, uploads=uploads, **given | fields)


def read_all(message: Message) -> Message:
    for attachment in message.attachments.all():
        reply_files.read_attachment(attachment_id=attachment.pk, now=NOW)
    message.refresh_from_db()
    return message


@pytest.fixture
def documents(monkeypatch: pytest.MonkeyPatch) -> dict[str, Document]:
    """What reading a file gives, by its name, in place of the confined process."""
    known: dict[str, Document] = {}
    monkeypatch.setattr(reply_files, "read_document", lambda name, content: known[name])
    return known


# Kept before anything is read


def test_files_are_kept_byte_for_byte_before_anybody_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(queue, "_send", lambda name, *args: asked.append((name, *args)))
    message = received(make.a_request(), upload("reply.docx"), upload("figures.xlsx"))
    assert (message.body, message.reading_state) == ("", Message.ReadingState.BEING_READ)
    first, second = message.attachments.all()
    assert bytes(first.content) == (FILES / "reply.docx").read_bytes()
    assert (second.filename, second.size) == ("figures.xlsx", (FILES / "figures.xlsx").stat().st_size)
    assert first.sha256 == sha256(first.content).hexdigest()
    assert {first.extraction, second.extraction} == {Extraction.WAITING}
    assert asked == [("read_attachment", first.pk), ("read_attachment", second.pk)]


def test_the_same_files_twice_are_one_message_in_whatever_order_they_come() -> None:
    foi_request = make.a_request()
    received(foi_request, upload("a.txt", b"One"), upload("b.txt", b"Two"))
    with refused(BadInput, "This very reply is already in the record.", field="file"):
        received(foi_request, upload("b.txt", b"Two"), upload("a.txt", b"One"))


def test_the_same_file_chosen_twice_is_kept_once() -> None:
    message = received(make.a_request(), upload("a.txt", b"One"), upload("copy of a.txt", b"One"))
    assert message.attachments.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"received_on": date(2026, 11, 4)}, "which is still to come", "received_on"),
        ({"received_on": date(2026, 10, 5)}, "would be before the request was sent", "received_on"),
    ],
)
def test_days_that_cannot_be_are_refused_and_nothing_is_kept(
    fields: dict[str, Any], sentence: str, field: str
) -> None:
    foi_request = make.a_request()
    with refused(BadInput, sentence, field=field):
        received(foi_request, upload("reply.docx"), **fields)


def test_an_empty_file_is_refused() -> None:
    foi_request = make.a_request()
    with refused(BadInput, "“a.pdf” is empty.", field="file"):
        received(foi_request, upload("a.pdf", b""))


def test_somebody_from_outside_can_give_no_files() -> None:
    foi_request, stranger = make.a_request(), make.a_person()
    with refused(NotPermitted, "change"):
        received(foi_request, upload("reply.docx"), by=stranger)


# Read


def test_a_file_read_becomes_the_words_of_the_message() -> None:
    message = read_all(received(make.a_request(), upload("reply.docx")))
    assert message.reading_state == Message.ReadingState.TO_CONFIRM
    assert message.body.startswith("Wexcombe Borough Council")
    attachment = message.attachments.get()
    assert (attachment.extraction, attachment.kind) == (Extraction.READ, "docx")
    assert attachment.extracted_text == message.body
    assert attachment.notes[0]["kind"] == "hidden"


def test_of_several_files_the_covering_mail_comes_first_and_what_it_quotes_last(
    documents: dict[str, Document],
) -> None:
    mail = "From: FOI\nSent: today\n\nPlease find attached.\n\n-----Original Message-----\nFrom: me"
    documents["figures.xlsx"] = Document("figures.xlsx", "xlsx", "Ward | 2026 |")
    documents["mail.eml"] = Document("mail.eml", "eml", mail)
    message = received(make.a_request(), upload("figures.xlsx"), upload("mail.eml"))
    first, second = message.attachments.all()
    reply_files.read_attachment(attachment_id=first.pk, now=NOW)
    message.refresh_from_db()
    assert (message.body, message.reading_state) == ("", Message.ReadingState.BEING_READ)
    reply_files.read_attachment(attachment_id=second.pk, now=NOW)
    message.refresh_from_db()
    assert message.body == (
        "From: FOI\nSent: today\n\nPlease find attached.\n\n"
        "[File: figures.xlsx]\nWard | 2026 |\n\n-----Original Message-----\nFrom: me"
    )


def test_words_longer_than_a_reply_may_be_are_cut_and_the_file_says_so(
    documents: dict[str, Document],
) -> None:
    for name in ("a.pdf", "b.pdf"):
        documents[name] = Document(name, "pdf", "é" * 700_000)
    message = read_all(received(make.a_request(), upload("a.pdf", b"1"), upload("b.pdf", b"2")))
    assert len(message.body.encode()) < 2 * 1024 * 1024
    assert "longer than the 2 MB a reply is given" in message.attachments.all()[1].notes[-1]["sentence"]


def test_a_file_is_read_once_however_often_it_is_asked_for(documents: dict[str, Document]) -> None:
    documents["a.pdf"] = Document("a.pdf", "pdf", "Words.")
    message = read_all(received(make.a_request(), upload("a.pdf", b"1")))
    documents.clear()
    read_all(message)
    assert message.attachments.get().extraction_attempts == 1


# Not read


def test_where_nothing_can_be_read_a_person_is_asked_for_the_words() -> None:
    foi_request = make.a_request()
    message = read_all(received(foi_request, upload("bad.pdf", b"%PDF-1.7 no more")))
    assert (message.body, message.reading_state) == ("", Message.ReadingState.TO_CONFIRM)
    attachment = message.attachments.get()
    assert attachment.extraction == Extraction.FAILED
    (note,) = file_notes(files_of(message))
    assert "“bad.pdf” is damaged" in note.sentence
    assert note.tone == "risk"
    by = make.requester_of(foi_request)
    given = reply_files.give_words(message=message, text="We hold 14 records.\r\n", by=by, now=NOW)
    assert given.body == "We hold 14 records."
    with refused(StaleVersion, "This reply has words by now"):
        reply_files.give_words(message=message, text="Others.", by=by, now=NOW)


@pytest.mark.parametrize(
    ("text", "sentence"), [("  ", "The reply is empty."), ("a\x00b", "The reply is not text")]
)
def test_words_that_are_none_are_refused(text: str, sentence: str) -> None:
    foi_request = make.a_request()
    message = read_all(received(foi_request, upload("bad.pdf", b"%PDF-1.7 no more")))
    with refused(BadInput, sentence, field="text"):
        reply_files.give_words(message=message, text=text, by=make.requester_of(foi_request), now=NOW)


def test_a_reply_still_being_read_takes_no_words() -> None:
    foi_request = make.a_request()
    message = received(foi_request, upload("reply.docx"))
    with refused(StaleVersion, "This reply has words by now"):
        reply_files.give_words(message=message, text="Words.", by=make.requester_of(foi_request), now=NOW)


def test_notes_name_their_file_where_there_are_several(documents: dict[str, Document]) -> None:
    hidden = Note(NoteKind.HIDDEN, "Hidden sheet “x”.")
    documents["a.xlsx"] = Document(
        "a.xlsx", "xlsx", "1", notes=(Note(NoteKind.LEFT_OUT, "Formulas."), hidden)
    )
    documents["b.xlsx"] = Document("b.xlsx", "xlsx", "2")
    message = read_all(received(make.a_request(), upload("a.xlsx", b"1"), upload("b.xlsx", b"2")))
    notes = file_notes(files_of(message))
    assert [(note.tone, note.sentence) for note in notes] == [
        ("risk", "a.xlsx: Hidden sheet “x”."),
        ("quiet", "a.xlsx: Formulas."),
    ]


# Lost on the way


def test_what_the_queue_lost_is_found_a_minute_later() -> None:
    message = received(make.a_request(), upload("reply.docx"))
    (pk,) = message.attachments.values_list("pk", flat=True)
    assert waiting_attachments(NOW + timedelta(seconds=30)) == []
    assert waiting_attachments(NOW + timedelta(seconds=90)) == [pk]


def test_a_file_whose_reader_died_is_read_again_and_then_left_to_a_person() -> None:
    message = received(make.a_request(), upload("reply.docx"))
    later = NOW
    for attempt in range(1, reply_files.MOST_ATTEMPTS + 1):
        assert reply_files._claim(message.attachments.get().pk, now=later)
        assert reply_files.give_up_lost_claims(now=later + timedelta(minutes=9)) == 0
        later += timedelta(minutes=11)
        assert reply_files.give_up_lost_claims(now=later) == 1
        attachment = message.attachments.get()
        last = attempt == reply_files.MOST_ATTEMPTS
        assert attachment.extraction == (Extraction.FAILED if last else Extraction.WAITING)
    message.refresh_from_db()
    assert message.reading_state == Message.ReadingState.TO_CONFIRM
    assert "was cut short 3 times. It is kept" in attachment.notes[0]["sentence"]


def test_a_reader_that_comes_back_after_its_claim_was_given_up_changes_nothing() -> None:
    message = received(make.a_request(), upload("reply.docx"))
    (pk,) = message.attachments.values_list("pk", flat=True)
    reply_files._claim(pk, now=NOW)
    reply_files.give_up_lost_claims(now=NOW + timedelta(minutes=11))
    reply_files._record(pk, Document("reply.docx", "docx", "Late."), claimed_at=NOW)
    message.refresh_from_db()
    assert message.body == ""
    assert message.attachments.get().extraction == Extraction.WAITING
