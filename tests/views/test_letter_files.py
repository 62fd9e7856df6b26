"""Taking letters away, and the page of a regulator's file: who may, in which state, and what every state shows."""

from __future__ import annotations

import email
import email.policy
import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import docx
import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from requests_app.core.states import Channel, LetterKind
from requests_app.models import AuthorityAddress, Draft, FoiRequest, RegulatorFile
from requests_app.models.campaign import Role, Visibility
from requests_app.queries import taking_away
from requests_app.usecases.drafts import edit_draft
from requests_app.usecases.regulator_files import ask_for_file
from tests import factories as make
from tests.factories import LATE_ON, noon
from tests.management.test_draft_letter import RECORDS
from tests.usecases.test_regulator_files import a_complaint, a_file, approved, made

pytestmark = pytest.mark.django_db


@pytest.fixture
def today() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(noon(LATE_ON), tick=False) as traveller:
        yield traveller


def client_of(person: Any) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def url(name: str, draft: Draft, *more: str) -> str:
    return reverse(name, args=[draft.foi_request.reference, draft.pk, *more])


def owner(draft: Draft) -> Client:
    return client_of(make.requester_of(draft.foi_request))


def test_an_approved_letter_can_be_taken_as_mail_word_file_and_pdf(today: object) -> None:
    draft = make.an_approved_chaser(make.a_request(authority_reference="FOI 771/26"))
    AuthorityAddress.objects.create(
        authority=draft.foi_request.authority,
        channel=Channel.EMAIL,
        address="foi@ambleford.example.org",
        checked_on=LATE_ON,
    )
    client = owner(draft)
    mail = email.message_from_bytes(
        client.get(url("draft_take", draft, "eml")).content, policy=email.policy.default
    )
    assert mail["To"] == f"{draft.foi_request.authority.official_name} <foi@ambleford.example.org>"
    assert str(mail["From"]).startswith("Alex Penrose <person")
    assert mail["Subject"] == draft.subject
    assert mail.get_content().replace("\r\n", "\n").strip() == draft.body.strip()  # type: ignore[attr-defined]
    word = client.get(url("draft_take", draft, "docx"))
    text = "\n\n".join(each.text for each in docx.Document(io.BytesIO(word.content)).paragraphs)
    assert text.strip() == draft.body.strip()
    pdf = client.get(url("draft_take", draft, "pdf"))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF-")
    for reference in ("FOI 771/26", draft.foi_request.reference):
        assert reference in draft.body
    assert client.get(url("draft_take", draft, "odt")).status_code == 404


def test_an_address_that_nobody_checked_is_not_written_to(today: object) -> None:
    draft = make.an_approved_chaser(make.a_request())
    AuthorityAddress.objects.create(
        authority=draft.foi_request.authority, channel=Channel.EMAIL, address="foi@ambleford.example.org"
    )
    mail = email.message_from_bytes(owner(draft).get(url("draft_take", draft, "eml")).content)
    assert mail["To"] is None


@pytest.mark.parametrize("form", ["eml", "docx", "pdf"])
def test_a_letter_that_is_not_approved_is_not_taken_away(form: str, today: object) -> None:
    draft = make.a_chaser(make.a_request())
    response = owner(draft).get(url("draft_take", draft, form), follow=True)
    assert "Approve the letter first" in response.content.decode()


@pytest.mark.parametrize("visibility", list(Visibility))
def test_a_letter_and_its_file_are_for_members_alone(visibility: Visibility) -> None:
    draft, on = a_complaint()
    made(draft, on)
    FoiRequest.objects.filter(pk=draft.foi_request_id).update(visibility=visibility)
    campaign = draft.foi_request.campaign
    names = [
        ("draft_take", "pdf"),
        ("regulator_file",),
        ("regulator_file_take", "pdf"),
        ("regulator_file_take", "zip"),
    ]
    outside = (make.a_person(), make.a_person(is_staff=True, is_superuser=True))
    for name, *more in names:
        for person in outside:
            assert client_of(person).get(url(name, draft, *more)).status_code == 404
        assert Client().get(url(name, draft, *more)).status_code == 302
        for role in Role:
            assert client_of(make.a_member(campaign, role)).get(url(name, draft, *more)).status_code == 200
    before = make.everything()
    reader = client_of(make.a_member(campaign, Role.VIEWER))
    before = make.everything()
    assert reader.post(url("regulator_file", draft)).status_code == 403
    assert make.everything() == before


def test_the_page_says_how_far_the_file_is(today: time_machine.Coordinates) -> None:
    draft, on = a_complaint()
    today.move_to(noon(on))
    client, page = owner(draft), url("regulator_file", draft)
    assert "There is no file yet." in client.get(page).content.decode()
    response = client.post(page, follow=True)
    assert response.status_code == 202
    assert "Being made" in response.content.decode()
    assert '<meta http-equiv="refresh"' in response.content.decode()
    file = made(draft, on)
    ready = client.get(page)
    assert ready.status_code == 200
    assert f"{file.pages} pages" in ready.content.decode()
    for form, begins in (("pdf", b"%PDF-"), ("zip", b"PK")):
        taken = client.get(url("regulator_file_take", draft, form))
        assert taken.content.startswith(begins)
        assert draft.foi_request.reference in taken["Content-Disposition"]
    RegulatorFile.objects.update(state=RegulatorFile.State.FAILED)
    assert "The file could not be made." in client.get(page).content.decode()
    assert client.get(url("regulator_file_take", draft, "tar")).status_code == 404


def test_a_file_that_the_record_has_left_behind_is_not_given(today: time_machine.Coordinates) -> None:
    draft, on = a_complaint()
    today.move_to(noon(on))
    made(draft, on)
    make.a_reply(make.fresh(draft.foi_request), on=on, text="Here it is after all.")
    client = owner(draft)
    assert "The record has changed since" in client.get(url("regulator_file", draft)).content.decode()
    response = client.get(url("regulator_file_take", draft, "pdf"), follow=True)
    assert "Make it again" in response.content.decode()
    assert response["Content-Type"].startswith("text/html")
    mail = email.message_from_bytes(
        client.get(url("draft_take", draft, "eml")).content, policy=email.policy.default
    )
    assert list(mail.iter_attachments()) == []  # type: ignore[attr-defined]


def test_the_mail_of_a_complaint_carries_its_file(today: time_machine.Coordinates) -> None:
    draft, on = a_complaint(LetterKind.SIC_APPLICATION)
    today.move_to(noon(on))
    made(draft, on)
    mail = email.message_from_bytes(
        owner(draft).get(url("draft_take", draft, "eml")).content, policy=email.policy.default
    )
    assert mail["To"] == "Scottish Information Commissioner <enquiries@foi.scot>"
    (file,) = mail.iter_attachments()  # type: ignore[attr-defined]
    assert file.get_content().startswith(b"%PDF-")


def test_a_letter_over_the_limit_of_their_mail_gets_a_sentence(
    today: time_machine.Coordinates, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = make.an_approved_chaser(make.a_request())
    authority = draft.foi_request.authority
    client = owner(draft)
    assert "As one mail this is" not in client.get(url("draft_detail", draft)).content.decode()
    authority.mail_limit_mb = 1
    authority.save()
    Draft.objects.filter(pk=draft.pk).update(body="A long line of it.\n" * 60_000)
    text = client.get(url("draft_detail", draft)).content.decode()
    assert f"As one mail this is 1.1 MB, and {authority.official_name} takes mail of up to 1 MB." in text
    complaint, on = a_complaint()
    today.move_to(noon(on))
    made(complaint, on)
    monkeypatch.setattr(taking_away, "MEGABYTE", 2_000)
    text = owner(complaint).get(url("draft_detail", complaint)).content.decode()
    assert "many mail systems refuse more than 10 MB" in text
    mail = email.message_from_bytes(
        owner(complaint).get(url("draft_take", complaint, "eml")).content, policy=email.policy.default
    )
    assert list(mail.iter_attachments()) == []  # type: ignore[attr-defined]


def test_files_that_hide_something_are_named_and_left_to_choose(today: time_machine.Coordinates) -> None:
    foi_request, on = RECORDS[LetterKind.SIC_APPLICATION]()
    hidden = a_file(foi_request, "figures.txt", b"secret rows", on, hides=True)
    draft = approved(make.fresh(foi_request), LetterKind.SIC_APPLICATION, on)
    today.move_to(noon(on))
    client, page = owner(draft), url("regulator_file", draft)
    text = client.get(page).content.decode()
    assert "figures.txt: It has 2 hidden sheets." in text
    assert "checked" not in text
    client.post(page, {"enclosed": [str(hidden.pk)]})
    assert RegulatorFile.objects.get().enclosed == [hidden.pk]
    response = client.post(page, {"enclosed": ["99999"]})
    assert "not part of the correspondence any more" in response.content.decode()


def test_the_page_of_a_letter_shows_what_was_changed_and_where_its_facts_come_from(today: object) -> None:
    draft = make.a_chaser(make.a_request())
    body = draft.body.replace("Yours faithfully,", "I look <b>forward</b> to it.\n\nYours faithfully,")
    draft = edit_draft(
        draft=draft,
        subject=draft.subject,
        body=body,
        version=draft.version,
        by=make.requester_of(draft.foi_request),
        now=noon(LATE_ON),
    )
    text = owner(draft).get(url("draft_detail", draft)).content.decode()
    assert "What was changed of the suggested wording" in text
    assert "<ins>" in text
    assert "I look &lt;b&gt;forward&lt;/b&gt; to it." in text
    assert 'class="origin" href="#fact-1"' in text
    assert 'id="fact-1"' in text
    assert "(Sent on: Request sent by e-mail, Tue 6 Oct 2026)" in text


def test_two_who_ask_at_once_get_one_file() -> None:
    draft, on = a_complaint()
    by = make.requester_of(draft.foi_request)
    first = ask_for_file(draft=draft, enclosed=(), by=by, now=noon(on))
    second = ask_for_file(draft=draft, enclosed=(), by=by, now=noon(date(2027, 1, 4)))
    assert first.pk == second.pk
    assert RegulatorFile.objects.count() == 1


def test_one_letter_for_several_is_chosen_on_the_page(today: time_machine.Coordinates) -> None:
    campaign, authority = make.a_campaign(), make.an_authority()
    first, second = (
        make.a_request(campaign=campaign, authority=authority, title=title)
        for title in ("Officers", "Searches")
    )
    draft, own = make.a_chaser(first), make.a_chaser(second)
    client = owner(draft)
    text = client.get(url("draft_detail", draft)).content.decode()
    assert "One letter for several" in text
    assert f"{second.reference}: Searches, due Tue 3 Nov 2026" in text
    data = {"others": [str(second.pk)], "version": str(draft.version)}
    text = client.post(url("draft_together", draft), data, follow=True).content.decode()
    assert "Written anew." in text
    assert f"my reference {second.reference}" in text
    stale = client.post(url("draft_together", draft), data).content.decode()
    assert "Somebody changed this letter" in stale
    assert (
        "One letter for several chases this request too."
        in client.get(url("draft_detail", own)).content.decode()
    )
    gone = client.post(url("draft_together", draft), {"others": ["99999"], "version": "2"}).content.decode()
    assert "Look at the list again" in " ".join(gone.split())
    alone = make.a_chaser(make.a_request())
    assert "One letter for several" not in owner(alone).get(url("draft_detail", alone)).content.decode()


def test_a_reference_that_the_letter_lacks_is_told(today: object) -> None:
    draft = make.a_chaser(make.a_request())
    client = owner(draft)
    assert "does not stand in the letter" not in client.get(url("draft_detail", draft)).content.decode()
    FoiRequest.objects.filter(pk=draft.foi_request_id).update(authority_reference="FOI 771/26")
    Draft.objects.filter(pk=draft.pk).update(subject="Overdue", body="Please reply.")
    text = client.get(url("draft_detail", draft)).content.decode()
    assert "Their reference, FOI 771/26, does not stand in the letter" in text
    assert f"Our reference, {draft.foi_request.reference}, does not stand in the letter" in text
