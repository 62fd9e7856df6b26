"""Wordings of letters by staff: who may, what is refused, and that letters drafted follow the newest."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from requests_app.core.errors import BadInput, NotPermitted, StaleVersion, WrongState
from requests_app.core.letters.wording_text import as_text
from requests_app.core.states import LetterKind, Regime
from requests_app.models import LetterWording, User
from requests_app.models.campaign import Role
from requests_app.queries.letter_wordings import differences, wording_in_force, wordings_page
from requests_app.queries.letters import own_words_of
from requests_app.queries.record import record_of
from requests_app.usecases.letter_wordings import reset_wording, save_wording
from tests import factories as make
from tests.factories import LATE_ON, noon, refused

pytestmark = pytest.mark.django_db

CHASER, FOIA = LetterKind.OVERDUE_CHASER, Regime.FOIA
SUBJECT, BODY = "Late: {title}", "Dear {team},\n\nPlease answer by {ask_by_on}.\n\n{requester_name}"


@pytest.fixture
def staff() -> User:
    person = make.a_person(is_staff=True)
    person.user_permissions.add(Permission.objects.get(codename="change_letterwording"))
    return User.objects.get(pk=person.pk)


def save(by: User, *, subject: str = SUBJECT, body: str = BODY, version: int = 0) -> LetterWording:
    return save_wording(
        kind=CHASER, regime=FOIA, subject=subject, body=body, version=version, by=by, now=noon(LATE_ON)
    )


def test_letters_drafted_from_now_on_use_the_newest_wording_and_keep_their_facts(staff: User) -> None:
    before = make.a_chaser(make.a_request())
    save(staff)
    after = make.a_chaser(make.a_request())
    assert after.subject == "Late: Officers in schools"
    assert after.body == (
        "Dear Freedom of Information team,\n\nPlease answer by Wednesday 11 November 2026.\n\nAlex Penrose\n"
    )
    assert {fact["name"] for fact in after.facts} == {"title", "ask_by_on", "requester_name"}
    assert before.body != after.body
    before.refresh_from_db()
    assert "Please answer by" not in before.body.split("\n\n")[1]


def test_the_wording_under_one_law_leaves_the_others_alone(staff: User) -> None:
    save(staff)
    assert wording_in_force(CHASER, FOIA) is not None
    assert wording_in_force(CHASER, Regime.FOISA) is None
    scottish = make.a_request(authority=make.a_scottish_authority())
    assert make.a_chaser(scottish, on=date(2026, 11, 10)).subject.startswith("Freedom of information request")


def test_every_version_is_kept_and_the_shipped_one_comes_back(staff: User) -> None:
    save(staff)
    save(staff, body=f"{BODY}\n\nThank you.", version=1)
    with refused(StaleVersion, "Somebody changed this wording"):
        save(staff, body="Mine.", version=1)
    reset_wording(kind=CHASER, regime=FOIA, version=2, by=staff, now=noon(LATE_ON))
    assert wording_in_force(CHASER, FOIA) is None
    assert list(LetterWording.objects.order_by("version").values_list("version", flat=True)) == [1, 2, 3]
    with refused(WrongState, "in force already"):
        reset_wording(kind=CHASER, regime=FOIA, version=3, by=staff, now=noon(LATE_ON))
    shipped = as_text(CHASER, FOIA)
    with refused(BadInput, "Nothing was changed"):
        save(staff, subject=shipped.subject, body=shipped.body, version=3)


def test_typing_the_shipped_wording_again_is_going_back_to_it(staff: User) -> None:
    save(staff)
    shipped = as_text(CHASER, FOIA)
    assert save(staff, subject=shipped.subject, body=shipped.body, version=1).is_shipped


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"body": "Dear {tem},"}, "body", "Line 1: this letter knows no fact called tem. Did you mean team?"),
        ({"body": "x\n\n{title"}, "body", "Line 3: { opens and does not close."),
        ({"subject": "{titel}"}, "subject", "Did you mean title?"),
        ({"body": "\x00"}, "body", "not text"),
        ({"body": "x" * 1_000_000}, "body", "may have up to"),
        ({"subject": " "}, "subject", "empty"),
    ],
)
def test_a_slip_is_refused_and_nothing_is_kept(
    staff: User, fields: dict[str, str], field: str, sentence: str
) -> None:
    with refused(BadInput, sentence, field=field):
        save(staff, **fields)


def test_only_staff_with_the_right_word_letters() -> None:
    everybody = [
        make.a_person(),
        make.a_person(is_staff=True),
        make.a_member(make.a_campaign(), Role.OWNER),
        make.a_person(is_staff=True, is_superuser=True, is_active=False),
    ]
    for person in everybody:
        with refused(NotPermitted, "Only staff"):
            save(person)
        with refused(NotPermitted, "Only staff"):
            reset_wording(kind=CHASER, regime=FOIA, version=0, by=person, now=noon(LATE_ON))
    assert save(make.a_person(is_staff=True, is_superuser=True)).version == 1


def test_a_wording_this_program_can_not_read_any_more_gives_way_to_the_shipped_one(staff: User) -> None:
    save(staff)
    LetterWording.objects.update(body="{a_fact_of_long_ago}")
    assert wording_in_force(CHASER, FOIA) is None
    assert "Officers in schools" in make.a_chaser(make.a_request()).subject


def test_the_person_is_asked_for_what_the_wording_in_force_needs(staff: User) -> None:
    foi_request = make.a_request()
    record = record_of(foi_request, today=LATE_ON)
    kind = LetterKind.REVIEW_NOT_HELD
    assert [gap.name for gap in own_words_of(record, kind)[0]] == ["why_it_should_exist"]
    save_wording(
        kind=kind, regime=FOIA, subject="x", body="No words.", version=0, by=staff, now=noon(LATE_ON)
    )
    assert own_words_of(record, kind)[0] == []


def test_the_list_has_every_letter_with_its_newest_version(staff: User) -> None:
    save(staff)
    rows = {row.kind: {regime: latest for regime, latest, _ in row.regimes} for row in wordings_page()}
    assert set(rows) == set(LetterKind)
    latest = rows[CHASER][FOIA]
    assert latest is not None
    assert (latest.version, latest.by) == (1, staff)
    assert rows[CHASER][Regime.EIR] is None
    assert set(rows[LetterKind.SIC_APPLICATION]) == {Regime.FOISA, Regime.EISR}


def test_differences_are_shown_paragraph_by_paragraph() -> None:
    shipped = as_text(CHASER, FOIA)
    assert differences(shipped, shipped) == []
    edited = type(shipped)(shipped.subject, f"{shipped.body}\n\nThank you.")
    assert [line.text for line in differences(shipped, edited) if line.sign == "added"] == ["Thank you."]
