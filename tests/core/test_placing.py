"""Where a mail belongs: what is certain, what is a guess, and why."""

from __future__ import annotations

import pytest

from requests_app.core.mail_in import read_mail
from requests_app.core.mail_in.authentication import authentication_of
from requests_app.core.mail_in.automatic import Sure, is_our_own, written_by_program
from requests_app.core.placing import Candidate, Facts, is_from, is_telling, names_reference, place
from requests_app.core.quoting import folds_of

ONE = Candidate(1, "FT-00001", "FOI-2026-0412", "Officers in schools", ("ambleford.police.uk",))
TWO = Candidate(2, "FT-00002", "FOI-2026-0413", "Cars", ("ambleford.police.uk",))


def facts(**given: object) -> Facts:
    defaults: dict[str, object] = {"subject": "", "text": "", "sender_domain": "ambleford.police.uk"}
    return Facts(**defaults | given)  # type: ignore[arg-type]


def test_the_token_goes_before_the_thread_and_the_thread_before_the_reference() -> None:
    assert place(facts(by_token=[ONE], by_thread=[TWO])).key == 1
    assert place(facts(by_thread=[TWO], by_reference=[ONE], subject=ONE.their_reference)).key == 2
    assert place(facts(by_reference=[ONE], subject=ONE.their_reference)).key == 1


def test_a_reference_in_the_subject_goes_before_one_in_the_text() -> None:
    found = place(facts(by_reference=[ONE, TWO], subject="FOI 2026 0413", text="As in FOI-2026-0412"))
    assert found.key == 2
    assert place(facts(by_reference=[ONE, TWO], text="FOI-2026-0412, FOI-2026-0413")).key is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"by_token": [ONE, TWO]}, "addresses of several requests"),
        ({"by_thread": [ONE, TWO]}, "messages of several requests"),
        ({"has_unknown_token": True}, "belongs to none"),
        ({"by_reference": [ONE], "sender_domain": "elsewhere.example"}, "does not come from the domain"),
        ({"by_reference": [Candidate(3, "FT-3", "412", "", ONE.domains)], "text": "412"}, "too short"),
        ({"by_domain": [ONE]}, "choose the request"),
        ({}, "names a request"),
    ],
)
def test_nothing_is_placed_on_a_guess_and_the_reason_is_said(given: dict[str, object], reason: str) -> None:
    found = place(facts(**given))
    assert found.key is None
    assert reason in " ".join(found.reasons)


def test_the_likeliest_guess_comes_first() -> None:
    found = place(facts(by_domain=[TWO, ONE], subject="Officers in schools"))
    assert [guess.key for guess in found.guesses] == [1, 2]


DOMAINS = [
    ("ambleford.police.uk", "ambleford.police.uk", True),
    ("foi.ambleford.police.uk", "ambleford.police.uk", True),
    ("ambleford.police.uk", "foi.ambleford.police.uk", True),
    ("ambleford.police.uk.cjsm.net", "ambleford.police.uk", True),
    ("www.ambleford.police.uk", "ambleford.police.uk", True),
    ("notambleford.police.uk", "ambleford.police.uk", False),
    ("police.uk", "ambleford.police.uk", False),
    ("gov.uk", "ambleford.gov.uk", False),
    ("ambleford.police.uk.evil.example", "ambleford.police.uk", False),
    ("gmail.com", "sub.gmail.com", False),
    ("", "ambleford.police.uk", False),
]


@pytest.mark.parametrize(("sender", "own", "same"), DOMAINS)
def test_which_domain_is_an_authority_s(sender: str, own: str, same: bool) -> None:
    assert is_from(sender, [own]) is same


def test_a_reference_is_found_however_it_is_spaced_and_not_within_another() -> None:
    for text in ("FOI-2026-0412", "foi/2026/0412", "Ref: FOI 2026 0412."):
        assert names_reference(text, "FOI-2026-0412")
    assert not names_reference("FOI-2026-04123", "FOI-2026-0412")
    assert not names_reference("anything", "--")
    assert is_telling("FOI-2026-0412")
    assert not is_telling("412")


AUTOMATIC = {
    "Auto-Submitted: auto-replied": Sure.YES,
    "Auto-Submitted: auto-generated": Sure.PERHAPS,
    "Auto-Submitted: no": Sure.NO,
    "X-Autoreply: yes": Sure.YES,
    "Precedence: auto_reply": Sure.YES,
    "Precedence: bulk": Sure.PERHAPS,
    "Subject: Automatic reply: Your request": Sure.YES,
    "Subject: Out of Office": Sure.YES,
    "Subject: Re: Autoreply: x": Sure.YES,
    "Subject: Your request about automatic number plates": Sure.NO,
}


@pytest.mark.parametrize("header", AUTOMATIC)
def test_mail_that_a_program_wrote_says_so(header: str) -> None:
    assert written_by_program(read_mail(header.encode() + b"\n\nwords")) is AUTOMATIC[header]


def test_our_own_mail_is_known_by_its_sender_and_its_number() -> None:
    ours = read_mail(b"From: us <FOI+2abc@example.org>\nMessage-ID: <a@b>\n\n")
    assert is_our_own(ours, our_addresses={"foi@example.org"}, our_ids=())
    assert is_our_own(ours, our_addresses=(), our_ids={"<a@b>"})
    assert not is_our_own(ours, our_addresses={"foi@elsewhere.example"}, our_ids={"<c@d>"})


def test_only_our_own_server_is_believed_about_a_sender() -> None:
    results = (
        "evil.example; spf=pass; dkim=pass; dmarc=pass",
        "mx.example.org; spf=pass (spf=fail here) smtp.mailfrom=a@b; dkim=fail; dkim=pass; dmarc=none",
    )
    assert authentication_of(results, "mx.example.org") == {"spf": "pass", "dkim": "pass", "dmarc": "none"}
    assert authentication_of(results, "") == {}


def test_what_a_mail_quotes_is_folded_and_what_it_says_never() -> None:
    text = "Our answer.\n\n> one\n> two\n> three\n\nMore.\n\nOn 6 Oct 2026, at 9:00, Alex <a@b> wrote:\nThe request"
    assert [(text[fold.start : fold.end].split("\n")[0], fold.label) for fold in folds_of(text)] == [
        ("> one", "Quoted lines"),
        ("On 6 Oct 2026, at 9:00, Alex <a@b> wrote:", "Earlier messages"),
    ]
    assert folds_of("> all\n> of it\n> is quoted\n") == []
    below = "Ours\n\n-----Original Message-----\nFrom: A\nSent: now\n\nwords"
    assert below[folds_of(below)[0].start :].startswith("-----Original")
