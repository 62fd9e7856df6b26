"""Silence taken to the Commissioner: chased, complained of, and the whole file made, taken away, opened and read."""

from __future__ import annotations

import io
import zipfile

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page, expect

from requests_app.core.complaint_file import SECTIONS
from tests.browser.steps import heading, log_request, main, new_title, reference_of, today, working_days_ago
from tests.browser.test_events import record
from tests.browser.test_letters_answering import a_chaser, approve, mark_sent, taken
from tests.browser.test_uploads import FILES, upload
from tests.browser.watching import look_over

pytestmark = pytest.mark.browser


def complained(page: Page) -> str:
    """A complaint about silence, drafted and open. Returns the path of the request."""
    path = log_request(page, new_title("Silence"), sent_on=working_days_ago(45), authority="Kent Police")
    a_chaser(page, "", path=path)
    approve(page)
    mark_sent(page, working_days_ago(12))
    page.goto(f"{path}letters/ico_complaint/new/")
    page.get_by_role("button", name="Draft the letter").click()
    return path


def test_silence_is_taken_to_the_file_for_the_commissioner(either_way: Page) -> None:
    page = either_way
    path = complained(page)
    letter = page.url
    expect(page.get_by_role("link", name="The file that goes with it")).to_have_count(0)
    approve(page)
    look_over(page, "Complaint to the Information Commissioner")
    page.get_by_role("link", name="The file that goes with it").click()
    look_over(page, "The file that goes with it")
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_role("heading", name="Ready to take away")).to_be_visible(timeout=60_000)
    look_over(page, "The file that goes with it", dark=True)

    document = pdfium.PdfDocument(taken(page, "Take the PDF").read_bytes())
    assert pdfium.raw.FPDFCatalog_IsTagged(document)
    words = " ".join("".join(each.get_textpage().get_text_range() for each in document).split())
    document.close()
    body = words[words.rindex("1. The letter") :]
    places = [body.find(f"{number}. {title}") for number, title in enumerate(SECTIONS, start=1)]
    assert -1 not in places
    assert places == sorted(places)
    for wanted in (
        reference_of(path),
        "Kent Police",
        "I sent the request",
        "I asked for the reply, which was overdue",
        "Section 10(1)",
        "What I ask for",
        "days of weekends",
    ):
        assert wanted in body

    held = zipfile.ZipFile(io.BytesIO(taken(page, "Take the archive").read_bytes()))
    names = held.namelist()
    assert names[:4] == ["01-complaint-file.pdf", "02-contents.txt", "03-letter.docx", "04-letter.txt"]
    assert [name.partition("/")[0] for name in names[4:]] == ["05-correspondence"] * (len(names) - 4)
    assert "Kent Police" in held.read("02-contents.txt").decode()
    assert held.testzip() is None

    record(page, path, "A holding reply, a phone call, anything else", today())
    page.goto(f"{letter}file/")
    expect(main(page)).to_contain_text("The record has changed since this file was made.")
    look_over(page, "The file that goes with it")
    page.get_by_role("button", name="Make it again").click()
    expect(page.get_by_role("heading", name="Ready to take away")).to_be_visible(timeout=60_000)


def test_a_file_that_hides_something_goes_with_it_only_where_it_is_ticked(campaigner: Page) -> None:
    page = campaigner
    path = complained(page)
    letter = page.url
    approve(page)
    upload(page, path, FILES / "mail.eml")
    expect(heading(page, "Is this what they said?")).to_be_visible(timeout=60_000)
    page.goto(f"{letter}file/")
    look_over(page, "The file that goes with it", dark=True)
    box = page.get_by_role("checkbox", name="mail.eml")
    expect(box).not_to_be_checked()
    page.get_by_role("button", name="Make the file").click()
    expect(page.get_by_role("heading", name="Ready to take away")).to_be_visible(timeout=60_000)
    assert not enclosed(page)
    page.get_by_role("checkbox", name="mail.eml").check()
    page.get_by_role("button", name="Make it again").click()
    expect(page.get_by_role("heading", name="Ready to take away")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("checkbox", name="mail.eml")).to_be_checked()
    assert [name.rpartition("-")[2] for name in enclosed(page)] == ["mail.eml"]


def enclosed(page: Page) -> list[str]:
    """The files as they came that the archive holds, which is taken for it."""
    held = zipfile.ZipFile(io.BytesIO(taken(page, "Take the archive").read_bytes()))
    contents = held.read("02-contents.txt").decode()
    files = [name for name in held.namelist() if name.startswith("06-files/")]
    assert ("Not enclosed:" in contents) == (not files)
    assert ("is enclosed by choice" in contents) == bool(files)
    return files
