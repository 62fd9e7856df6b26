"""A reply comes in through the form: as files of any kind, several at once, read by the worker while a page waits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from requests_app import tasks
from requests_app.gateways.documents.limits import FILE_BYTES, FILES, TOGETHER_BYTES
from requests_app.models import Attachment, FoiRequest, Message
from requests_app.models.campaign import Visibility
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db

HERE = Path(__file__).resolve().parent.parent / "files"


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    """It is the day on which a reply is first late."""
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


@pytest.fixture
def foi_request() -> FoiRequest:
    return make.a_request()


@pytest.fixture
def client(foi_request: FoiRequest) -> Client:
    client = Client()
    client.force_login(make.requester_of(foi_request))
    return client


def give(client: Client, foi_request: FoiRequest, *names: str, **fields: Any) -> HttpResponse:
    """Fill the form with files of the tests, or with made ones."""
    files = [SimpleUploadedFile(name, (HERE / name).read_bytes()) for name in names]
    data = {"received_on": "2026-11-03", "channel": "email", "text": "", "file": files} | fields
    return client.post(reverse("reply_record", args=[foi_request.reference]), data)


def the_reply(foi_request: FoiRequest) -> Message:
    return foi_request.messages.get(kind=Message.Kind.REPLY)


def read_all() -> None:
    for pk in Attachment.objects.values_list("pk", flat=True):
        tasks.read_attachment(pk)


def test_the_form_takes_several_files_and_says_which(client: Client, foi_request: FoiRequest) -> None:
    page = client.get(reverse("reply_record", args=[foi_request.reference])).content.decode()
    assert 'type="file"' in page
    assert " multiple" in page
    assert "Up to 25 MB each and 50 MB together." in page


def test_files_are_kept_and_a_page_says_that_they_are_being_read(
    client: Client, foi_request: FoiRequest
) -> None:
    answer = give(client, foi_request, "reply.docx", "figures.xlsx")
    message = the_reply(foi_request)
    review = reverse("reply_review", args=[foi_request.reference, message.pk])
    assert answer["Location"] == review
    assert [file.filename for file in message.attachments.all()] == ["reply.docx", "figures.xlsx"]
    waiting = client.get(review)
    page = waiting.content.decode()
    assert waiting.status_code == 202
    assert "Being read" in page
    assert '<noscript><meta http-equiv="refresh" content="4"></noscript>' in page
    assert "js/being_read" in page
    assert "reply.docx" in page
    download = reverse(
        "attachment_download", args=[foi_request.reference, message.pk, message.attachments.all()[0].pk]
    )
    assert download in page
    assert client.get(download).content == (HERE / "reply.docx").read_bytes()


def test_when_they_are_read_the_same_page_is_the_review(client: Client, foi_request: FoiRequest) -> None:
    give(client, foi_request, "reply.docx", "figures.xlsx")
    read_all()
    review = client.get(reverse("reply_review", args=[foi_request.reference, the_reply(foi_request).pk]))
    page = review.content.decode()
    assert review.status_code == 200
    assert "FOI-2026-0412" in page
    assert "Castle Hill" in page


def test_a_reply_being_read_can_not_be_confirmed(client: Client, foi_request: FoiRequest) -> None:
    give(client, foi_request, "reply.docx")
    message = the_reply(foi_request)
    answer = client.post(
        reverse("reply_review", args=[foi_request.reference, message.pk]), {"is_final": "yes"}
    )
    assert answer.status_code == 202
    assert not foi_request.responses.exists()


def test_what_cannot_be_read_asks_for_its_words_and_goes_on_with_them(
    client: Client, foi_request: FoiRequest, settings: Settings
) -> None:
    broken = SimpleUploadedFile("letter.pdf", b"%PDF-1.7 no more")
    give(client, foi_request, file=broken)
    read_all()
    message = the_reply(foi_request)
    words = reverse("reply_words", args=[foi_request.reference, message.pk])
    review = reverse("reply_review", args=[foi_request.reference, message.pk])
    assert client.get(review)["Location"] == words
    page = client.get(words).content.decode()
    assert "We couldn't read it" in page.replace("&#x27;", "'").replace("’", "'")
    assert "“letter.pdf” is damaged" in page
    assert "letter.pdf" in page
    empty = client.post(words, {"text": "  "})
    assert "The reply is empty." in empty.content.decode()
    assert client.post(words, {"text": "Our ref: FOI/99999\nWe hold 14 records."})["Location"] == review
    assert "FOI/99999" in client.get(review).content.decode()
    assert client.get(words)["Location"] == review


def test_pasted_markup_is_kept_and_read_as_the_page_it_is(client: Client, foi_request: FoiRequest) -> None:
    markup = (
        "<html><body><script>x()</script><p>Our ref: FOI/99999</p><p>We hold 14 records.</p></body></html>"
    )
    give(client, foi_request, text=markup, file=[])
    message = the_reply(foi_request)
    attachment = message.attachments.get()
    assert (attachment.filename, bytes(attachment.content)) == ("pasted.html", markup.encode())
    read_all()
    message.refresh_from_db()
    assert message.body == "Our ref: FOI/99999\nWe hold 14 records."


def test_plain_text_is_read_at_once(client: Client, foi_request: FoiRequest) -> None:
    text = SimpleUploadedFile("folder/reply.txt", b"We hold 14 records.")
    give(client, foi_request, file=text)
    message = the_reply(foi_request)
    assert (message.body, message.reading_state) == ("We hold 14 records.", Message.ReadingState.TO_CONFIRM)
    assert message.attachments.get().filename == "reply.txt"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("setup.exe", b"MZ" + bytes(100), "is a program, not a reply."),
        (
            "old.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "save it as .docx",
        ),
        ("pack.rar", b"Rar!" + bytes(100), "Unpack it and upload the files in it."),
        ("noise.bin", bytes(range(256)) * 10, "is of a kind that can&#x27;t be read here."),
        ("empty.pdf", b"", "“empty.pdf” is empty."),
        (
            "large.pdf",
            b"%PDF-" + bytes(FILE_BYTES),
            "“large.pdf” is 25.0 MB; files up to 25 MB can be taken.",
        ),
    ],
    ids=["a program", "an old Word file", "an archive", "noise", "nothing", "too large"],
)
def test_a_file_nobody_can_read_is_refused_at_once(
    client: Client, foi_request: FoiRequest, name: str, content: bytes, sentence: str
) -> None:
    answer = give(client, foi_request, file=SimpleUploadedFile(name, content))
    assert sentence in answer.content.decode()
    assert not foi_request.messages.filter(kind=Message.Kind.REPLY).exists()


def test_too_many_files_and_too_much_together_are_refused(client: Client, foi_request: FoiRequest) -> None:
    many = [SimpleUploadedFile(f"{n}.txt", b"Words.") for n in range(FILES + 1)]
    assert f"up to {FILES} can be taken at once" in give(client, foi_request, file=many).content.decode()
    third = TOGETHER_BYTES // 3 + 100_000
    much = [SimpleUploadedFile(f"{n}.pdf", b"%PDF-" + bytes(third)) for n in range(3)]
    assert "can be taken at once. Leave some out." in give(client, foi_request, file=much).content.decode()


def test_an_upload_is_refused_by_the_length_it_announces(client: Client, foi_request: FoiRequest) -> None:
    answer = client.post(
        reverse("reply_record", args=[foi_request.reference]),
        data=b"--x\r\n",
        content_type="multipart/form-data; boundary=x",
        headers={"content-length": str(TOGETHER_BYTES * 3)},
    )
    assert answer.status_code == 413
    assert "50 MB of files" in answer.content.decode()


def test_the_worker_finds_what_the_queue_lost(
    client: Client, foi_request: FoiRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    give(client, foi_request, "reply.docx")
    monkeypatch.setattr("requests_app.gateways.queue._send", lambda name, *args: asked.append((name, *args)))
    with time_machine.travel(noon(LATE_ON).replace(hour=14), tick=False):
        tasks.catch_up()
    assert ("read_attachment", Attachment.objects.get().pk) in asked


def test_a_file_that_hides_something_is_for_the_campaign_alone(
    client: Client, foi_request: FoiRequest
) -> None:
    FoiRequest.objects.filter(pk=foi_request.pk).update(visibility=Visibility.PUBLIC)
    give(client, foi_request, "figures.xlsx", "list.csv")
    message = the_reply(foi_request)
    page = reverse("message_detail", args=[foi_request.reference, message.pk])
    hidden, plain = (
        reverse("attachment_download", args=[foi_request.reference, message.pk, file.pk])
        for file in message.attachments.all()
    )
    visitor = Client()
    assert visitor.get(plain).status_code == 404, "nobody has looked into it yet"
    read_all()
    assert (visitor.get(hidden).status_code, visitor.get(plain).status_code) == (404, 200)
    assert (client.get(hidden).status_code, client.get(plain).status_code) == (200, 200)
    seen = visitor.get(page).content.decode()
    assert hidden not in seen
    assert plain in seen
    assert "1 file is kept back" in seen
    assert "Sample" not in seen
    mine = client.get(page).content.decode()
    assert hidden in mine
    assert "Hidden sheet “People”" in mine
    assert "kept back" not in mine
