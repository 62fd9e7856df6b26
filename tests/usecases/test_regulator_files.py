"""The file for a regulator: what is in it and in which order, when it is made again, and what is never put in."""

from __future__ import annotations

import ctypes
import io
import re
import zipfile
from datetime import date, timedelta

import pypdfium2 as pdfium
import pytest

from requests_app.core.complaint_file import SECTIONS
from requests_app.core.errors import WrongState
from requests_app.core.states import Channel, EventKind, LetterKind
from requests_app.models import Attachment, Draft, FoiRequest, RegulatorFile
from requests_app.queries.regulator_files import is_stale
from requests_app.usecases.drafts import approve_draft, mark_draft_sent, start_draft
from requests_app.usecases.events import record_event
from requests_app.usecases.regulator_files import ask_for_file, give_up_lost_files, make_file
from requests_app.usecases.replies import UploadedFile
from tests import factories as make
from tests.factories import noon, refused
from tests.management.test_draft_letter import RECORDS

pytestmark = pytest.mark.django_db

HOSTILE = '#import "x" *b* $y$ <b>&amp;</b> \u202edesrever\u202c bell\x07 Ŵŷ 😀 中文 שלום ' + "w" * 400


def a_complaint(kind: LetterKind = LetterKind.ICO_COMPLAINT) -> tuple[Draft, date]:
    """An approved letter to a regulator, and its day."""
    foi_request, on = RECORDS[kind]()
    return approved(foi_request, kind, on), on


def approved(foi_request: FoiRequest, kind: LetterKind, on: date) -> Draft:
    by = make.requester_of(foi_request)
    draft = start_draft(foi_request=foi_request, kind=kind, by=by, now=noon(on))
    return approve_draft(draft=draft, version=draft.version, by=by, now=noon(on))


def made(draft: Draft, on: date, *enclosed: int) -> RegulatorFile:
    by = make.requester_of(draft.foi_request)
    file = ask_for_file(draft=draft, enclosed=enclosed, by=by, now=noon(on))
    make_file(file_id=file.pk, now=noon(on))
    return RegulatorFile.objects.get(pk=file.pk)


def words(file: RegulatorFile) -> str:
    assert file.pdf is not None
    document = pdfium.PdfDocument(bytes(file.pdf))
    return "\n".join(page.get_textpage().get_text_range().replace("\r", "") for page in document)


def archive(file: RegulatorFile) -> zipfile.ZipFile:
    assert file.archive is not None
    return zipfile.ZipFile(io.BytesIO(bytes(file.archive)))


def a_file(
    foi_request: FoiRequest, name: str, content: bytes, on: date, *, hides: bool = False
) -> Attachment:
    message = make.a_reply(
        foi_request, on=on, text=f"Please see {name}.", upload=UploadedFile(name, "text/plain", content)
    )
    attachment = message.attachments.get()
    notes = [{"kind": "hidden", "sentence": "It has 2 hidden sheets."}] if hides else []
    Attachment.objects.filter(pk=attachment.pk).update(notes=notes)
    return attachment


@pytest.mark.parametrize("kind", [LetterKind.ICO_COMPLAINT, LetterKind.SIC_APPLICATION])
def test_the_file_has_everything_in_its_order(kind: LetterKind) -> None:
    draft, on = a_complaint(kind)
    file = made(draft, on)
    text = words(file)
    assert file.state == RegulatorFile.State.MADE
    assert file.pages == text.count(f" of {file.pages}") or file.pages > 0
    after_contents = text.partition("1. The letter")[2]
    places = [after_contents.find(f"{number}. {title}") for number, title in enumerate(SECTIONS[1:], start=2)]
    assert places == sorted(places)
    assert -1 not in places
    flat = " ".join(text.split())
    for wanted in (
        draft.foi_request.authority.official_name,
        draft.foi_request.reference,
        "Alex Penrose",
        "I sent the request",
        "From Alex Penrose",
        "What I ask for",
    ):
        assert wanted in flat


def test_the_pdf_is_tagged_in_english_and_has_a_title_and_bookmarks() -> None:
    draft, on = a_complaint(LetterKind.SIC_APPLICATION)
    pdf = bytes(made(draft, on).pdf or b"")
    document = pdfium.PdfDocument(pdf)
    assert pdfium.raw.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_dict()["Title"].startswith("Application to the Scottish")
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    assert [title for title in titles if title[:1].isdigit() and title[3:] in SECTIONS] == [
        f"{number}. {title}" for number, title in enumerate(SECTIONS, start=1)
    ]
    assert b"pdfuaid" in pdf
    assert {"H1", "H2", "P", "Table", "TH", "TD", "L", "LI", "TOC"} <= kinds_in(document)


def kinds_in(document: pdfium.PdfDocument) -> set[str]:
    """The kinds of structure that a screen reader is told of, on any page."""
    found: set[str] = set()
    for page in document:
        tree = pdfium.raw.FPDF_StructTree_GetForPage(page)
        waiting = [
            pdfium.raw.FPDF_StructTree_GetChildAtIndex(tree, place)
            for place in range(pdfium.raw.FPDF_StructTree_CountChildren(tree))
        ]
        while waiting:
            element = waiting.pop()
            if not element:
                continue
            name = ctypes.create_string_buffer(100)
            pdfium.raw.FPDF_StructElement_GetType(element, name, 100)
            found.add(name.raw.decode("utf-16-le").partition("\0")[0])
            waiting += [
                pdfium.raw.FPDF_StructElement_GetChildAtIndex(element, place)
                for place in range(pdfium.raw.FPDF_StructElement_CountChildren(element))
            ]
        pdfium.raw.FPDF_StructTree_Close(tree)
    return found


def test_the_days_carry_their_numbers_and_what_was_skipped() -> None:
    """Sent on Fri 27 Mar 2026: Good Friday and Easter Monday lie between it and the last day."""
    foi_request = make.a_request(sent_on=date(2026, 3, 27))
    for after, kind in ((33, LetterKind.OVERDUE_CHASER), (45, LetterKind.SECOND_CHASER)):
        on = date(2026, 3, 27) + timedelta(days=after)
        draft = approved(make.fresh(foi_request), kind, on)
        by = make.requester_of(foi_request)
        mark_draft_sent(draft=draft, on=on, channel=Channel.EMAIL, version=draft.version, by=by, now=noon(on))
    on = date(2026, 6, 1)
    flat = " ".join(words(made(approved(make.fresh(foi_request), LetterKind.ICO_COMPLAINT, on), on)).split())
    assert "Friday 3 April 2026: Good Friday" in flat
    assert "Monday 6 April 2026: Easter Monday" in flat
    assert "days of weekends" in flat
    assert "Wednesday 29 April 2026 21 I asked for the reply, which was overdue" in flat


def test_the_archive_holds_the_same_in_order_and_the_files_as_they_came() -> None:
    foi_request, on = RECORDS[LetterKind.SIC_APPLICATION]()
    a_file(foi_request, "../../etc/..\\Déclaration <b>.txt", b"as it came", on)
    draft = approved(make.fresh(foi_request), LetterKind.SIC_APPLICATION, on)
    held = archive(made(draft, on))
    names = held.namelist()
    assert names == sorted(names)
    assert names[:4] == ["01-complaint-file.pdf", "02-contents.txt", "03-letter.docx", "04-letter.txt"]
    enclosed = [name for name in names if name.startswith("06-files/")]
    assert len(enclosed) == 1
    assert enclosed[0].endswith("Declaration _b_.txt")
    assert held.read(enclosed[0]) == b"as it came"
    contents = held.read("02-contents.txt").decode()
    for name in names:
        assert name in contents
    assert draft.body.strip() in held.read("04-letter.txt").decode()
    assert held.testzip() is None


def test_a_file_that_hides_something_is_left_out_unless_it_is_chosen_and_both_are_said() -> None:
    foi_request, on = RECORDS[LetterKind.SIC_APPLICATION]()
    hidden = a_file(foi_request, "figures.txt", b"secret rows", on, hides=True)
    draft = approved(make.fresh(foi_request), LetterKind.SIC_APPLICATION, on)
    file = made(draft, on)
    assert not [name for name in archive(file).namelist() if name.startswith("06-files/")]
    contents = archive(file).read("02-contents.txt").decode()
    assert "Not enclosed:" in contents
    assert "figures.txt" in contents
    assert "Not enclosed. It may hold more than its pages show" in " ".join(words(file).split())
    chosen = made(draft, on, hidden.pk)
    (name,) = [name for name in archive(chosen).namelist() if name.startswith("06-files/")]
    assert archive(chosen).read(name) == b"secret rows"
    assert "is enclosed by choice" in archive(chosen).read("02-contents.txt").decode()


def test_whatever_was_typed_comes_out_readable() -> None:
    foi_request, on = RECORDS[LetterKind.SIC_APPLICATION]()
    make.a_reply(foi_request, on=on, text=HOSTILE)
    file = made(approved(make.fresh(foi_request), LetterKind.SIC_APPLICATION, on), on)
    flat = " ".join(words(file).split())
    for wanted in ('#import "x" *b* $y$ <b>&amp;</b>', "desrever", "Ŵŷ", "U+202E right-to-left override"):
        assert wanted in flat
    assert "\u202e" not in flat
    assert flat.count("w") >= 400
    assert re.search(r"w{12}", flat)
    text = "".join(
        archive(file).read(name).decode() for name in archive(file).namelist() if name.startswith("05-")
    )
    assert "😀 中文 שלום" in text


def test_a_message_of_300_kilobytes_is_printed_whole() -> None:
    foi_request, on = RECORDS[LetterKind.SIC_APPLICATION]()
    make.a_reply(foi_request, on=on, text="A line of a long reply about schools.\n" * 8_000 + "The very end.")
    file = made(approved(make.fresh(foi_request), LetterKind.SIC_APPLICATION, on), on)
    assert file.pages > 60
    assert "The very end." in words(file)


def test_it_is_made_once_for_one_state_of_the_record_and_again_for_the_next() -> None:
    draft, on = a_complaint()
    file = made(draft, on)
    again = ask_for_file(draft=draft, enclosed=(), by=make.requester_of(draft.foi_request), now=noon(on))
    assert again.state == RegulatorFile.State.MADE
    assert not is_stale(file, draft)
    record_event(
        foi_request=make.fresh(draft.foi_request),
        kind=EventKind.OTHER_CORRESPONDENCE,
        on=on,
        details={},
        text="They called.",
        channel=Channel.PHONE,
        by=make.requester_of(draft.foi_request),
        now=noon(on),
    )
    draft = Draft.objects.get(pk=draft.pk)
    assert is_stale(file, draft)
    assert "They called." in words(made(draft, on))


def test_what_was_sent_stays_as_it_was_sent() -> None:
    draft, on = a_complaint()
    file, by = made(draft, on), make.requester_of(draft.foi_request)
    draft = mark_draft_sent(
        draft=draft, on=on, channel=Channel.EMAIL, version=draft.version, by=by, now=noon(on)
    )
    assert not is_stale(file, draft)


def test_there_is_no_file_of_a_letter_that_is_not_approved_or_of_another_kind() -> None:
    foi_request, on = RECORDS[LetterKind.ICO_COMPLAINT]()
    by = make.requester_of(foi_request)
    draft = start_draft(foi_request=foi_request, kind=LetterKind.ICO_COMPLAINT, by=by, now=noon(on))
    with refused(WrongState, "Approve the letter first"):
        ask_for_file(draft=draft, enclosed=(), by=by, now=noon(on))
    chaser = make.an_approved_chaser(make.a_request())
    with refused(WrongState, "Only a complaint or an application"):
        ask_for_file(draft=chaser, enclosed=(), by=make.requester_of(chaser.foi_request), now=noon(on))


def test_a_file_whose_maker_died_is_made_again_and_given_up_in_the_end() -> None:
    draft, on = a_complaint()
    file = ask_for_file(draft=draft, enclosed=(), by=make.requester_of(draft.foi_request), now=noon(on))
    rows = RegulatorFile.objects.filter(pk=file.pk)
    lost = noon(on) - timedelta(minutes=11)
    rows.update(state=RegulatorFile.State.MAKING, claimed_at=lost, attempts=1)
    make_file(file_id=file.pk, now=noon(on))
    assert rows.get().state == RegulatorFile.State.MAKING
    assert give_up_lost_files(now=noon(on)) == 1
    assert rows.get().state == RegulatorFile.State.WAITING
    rows.update(state=RegulatorFile.State.MAKING, claimed_at=lost, attempts=3)
    assert give_up_lost_files(now=noon(on)) == 1
    assert rows.get().state == RegulatorFile.State.FAILED
