"""What pages read: lists, one request, authorities by name, the outbox."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from requests_app.core.states import Outcome
from requests_app.models import FoiRequest, OutgoingEmail
from requests_app.models.campaign import Role
from requests_app.queries.authorities import authority_choices, find_authorities
from requests_app.queries.foi_requests import by_reference, editable_campaigns, listed
from requests_app.queries.outbox import due_emails, outbox_of
from requests_app.queries.request_page import RequestPage, request_page
from requests_app.usecases.drafts import draft_clarification_reply
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


# One request


def page_of(foi_request: FoiRequest, *, is_member: bool = True, on: date = LATE_ON) -> RequestPage:
    return request_page(make.fresh(foi_request), today=on, is_member=is_member, can_edit=is_member)


def test_a_later_reply_that_is_silent_about_a_question_takes_no_answer_back() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, Outcome.DISCLOSED, Outcome.UNANSWERED, on=DUE_ON, is_final=False)
    make.answered(foi_request, Outcome.UNANSWERED, Outcome.REFUSED, on=DUE_ON, text="The rest.")
    first, second = page_of(foi_request).questions
    assert (first.outcome, first.answer, first.flags) == (Outcome.DISCLOSED, "Answer to 1", [])
    assert (second.outcome, second.answer) == (Outcome.REFUSED, "Answer to 2")


def test_a_question_nobody_answered_is_flagged() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, Outcome.DISCLOSED, Outcome.UNANSWERED, on=DUE_ON)
    first, second = page_of(foi_request).questions
    assert first.flags == []
    assert "does not answer this" in second.flags[0].text


def test_questions_stand_in_order_with_their_parts() -> None:
    questions = page_of(make.a_request()).questions
    assert [question.label for question in questions] == ["1", "2"]
    assert [part.label for part in questions[0].parts] == ["(a)", "(b)"]


def test_an_answer_that_was_not_sent_yet_is_shown_to_nobody_as_given() -> None:
    foi_request = make.a_public_request()
    clarification = make.asked_to_clarify(
        foi_request, on=DUE_ON, questions=[make.question(foi_request, 2), make.question(foi_request, 1)]
    )
    by = make.requester_of(foi_request)
    draft_clarification_reply(
        clarification=clarification, answered="A first thought.", by=by, now=noon(DUE_ON)
    )
    for is_member in (True, False):
        page = page_of(foi_request, is_member=is_member)
        assert [question.notes for question in page.questions] == [[], []]
        (round_of_it,) = page.clarifications
        assert not round_of_it.is_answered
        assert [question.label for question in round_of_it.about] == ["1", "2"]


def test_a_clarification_that_was_answered_stands_with_its_question() -> None:
    foi_request = make.a_request()
    clarification = make.asked_to_clarify(
        foi_request, on=date(2026, 10, 13), questions=[make.question(foi_request)]
    )
    make.clarified(clarification, on=date(2026, 10, 14))
    first, second = page_of(foi_request).questions
    assert (first.notes, second.notes) == (["Clarified: All schools."], [])


def test_outsiders_see_that_a_letter_went_and_not_what_it_says() -> None:
    foi_request = make.a_public_request()
    clarification = make.asked_to_clarify(foi_request, on=date(2026, 10, 13))
    make.clarified(clarification, on=date(2026, 10, 14), answered="All. My address is 12 Mill Lane.")
    ours = "You answered their question"
    notes = {
        is_member: next(
            entry.note for entry in page_of(foi_request, is_member=is_member).timeline if entry.title == ours
        )
        for is_member in (True, False)
    }
    assert "12 Mill Lane" in notes[True]
    assert notes[False] == ""


def test_letters_are_shown_to_members_alone() -> None:
    foi_request = make.a_public_request()
    make.a_chaser(foi_request)
    assert len(page_of(foi_request).drafts) == 1
    assert page_of(foi_request, is_member=False).drafts == []


def test_the_strip_numbers_the_days_until_the_reply_is_due() -> None:
    page = page_of(make.a_request(), on=date(2026, 10, 9))
    assert page.strip[-1].on == DUE_ON
    assert page.strip[-1].number == 20
    assert page.day_number == 3
    assert [day.on for day in page.strip if day.is_today] == [date(2026, 10, 9)]


def test_a_request_whose_days_nobody_knows_has_a_page_without_a_clock() -> None:
    page = page_of(make.a_request(sent_on=None))
    assert (page.due, page.strip, page.day_number, page.dates) == (None, [], None, [])
    assert page.standing.headline == "Their move: a reply is awaited"


# Lists


def test_a_list_holds_what_the_person_may_see() -> None:
    private, public = make.a_request(), make.a_public_request()
    member = make.a_member(private.campaign, Role.VIEWER)
    assert set(listed(member, today=LATE_ON)) == {private, public}
    assert set(listed(make.a_person(is_staff=True), today=LATE_ON)) == {public}
    assert set(listed(NOBODY, today=LATE_ON)) == {public}


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("", {"overdue", "running", "asked", "unread", "answered", "draft"}),
        ("overdue", {"overdue"}),
        ("waiting", {"overdue", "running", "unread"}),
        ("yours", {"asked", "unread"}),
        ("answered", {"answered"}),
        ("draft", {"draft"}),
        ("nonsense", {"overdue", "running", "asked", "unread", "answered", "draft"}),
    ],
)
def test_each_filter_holds_the_requests_it_names(which: str, expected: set[str]) -> None:
    campaign = make.a_campaign()
    make.a_request(campaign, title="overdue")
    make.a_request(campaign, title="running", sent_on=date(2026, 10, 20))
    make.asked_to_clarify(make.a_request(campaign, title="asked"), on=DUE_ON)
    make.a_reply(make.a_request(campaign, title="unread", sent_on=date(2026, 10, 20)), on=DUE_ON)
    make.answered(make.a_request(campaign, title="answered"), on=DUE_ON)
    make.a_written_request(campaign, title="draft")
    found = listed(make.owner_of(campaign), which=which, today=LATE_ON)
    assert {foi_request.title for foi_request in found} == expected


def test_words_are_looked_for_in_title_authority_and_both_references() -> None:
    campaign = make.a_campaign()
    wanted = make.a_request(
        campaign,
        title="Officers in schools",
        authority=make.an_authority("Ambleford Constabulary"),
        authority_reference="01/FOI/26/004",
    )
    make.a_request(campaign, title="Body-worn video", authority=make.an_authority("Northshire Police"))
    owner = make.owner_of(campaign)
    for words in (
        "SCHOOLS",
        "ambleford",
        "FOI/26",
        wanted.reference,
        str(wanted.number),
        "schools ambleford",
    ):
        assert list(listed(owner, words=words, today=LATE_ON)) == [wanted], words
    assert not listed(owner, words="schools northshire", today=LATE_ON).exists()


@pytest.mark.parametrize("words", ["\x00", "%", "_", "' OR 1=1 --", "FT-", "FT-99999999999", "٣", "x" * 200])
def test_words_that_mean_nothing_find_nothing_and_break_nothing(words: str) -> None:
    foi_request = make.a_request()
    found = list(listed(make.requester_of(foi_request), words=words, today=LATE_ON))
    assert found in ([], [foi_request])


def test_a_reference_is_read_with_or_without_its_letters() -> None:
    foi_request = make.a_public_request()
    number = foi_request.number
    for reference in (foi_request.reference, f"ft-{number}", str(number), f"FT-{number:09d}"):
        assert by_reference(NOBODY, reference) == foi_request
    for reference in ("", "FT-", "FT-x", "FT-1234567890", "-1", "FT-1.0", "\x00", str(number + 1)):
        assert by_reference(NOBODY, reference) is None


def test_a_reference_brings_the_persons_role_with_it() -> None:
    foi_request = make.a_public_request()
    for role in Role:
        found = by_reference(make.a_member(foi_request.campaign, role), foi_request.reference)
        assert found is not None
        assert found.my_role == role  # type: ignore[attr-defined]
    for user in (NOBODY, make.a_person(), make.owner_of(make.a_campaign())):
        found = by_reference(user, foi_request.reference)
        assert found is not None
        assert found.my_role == ""  # type: ignore[attr-defined]


def test_requests_can_be_added_to_campaigns_the_person_edits() -> None:
    campaign = make.a_campaign()
    viewer, editor = make.a_member(campaign, Role.VIEWER), make.a_member(campaign, Role.EDITOR)
    assert editable_campaigns(viewer) == []
    assert [membership.campaign for membership in editable_campaigns(editor)] == [campaign]


# Authorities


def test_an_authority_is_found_by_any_name_it_goes_by() -> None:
    met = make.an_authority("Metropolitan Police Service", short_name="Met Police")
    met.aliases.create(name="Scotland Yard")
    other = make.an_authority("Northshire Police")
    for name in ("metropolitan police service", "MET POLICE", "  scotland   yard ", "Yard", "metropolitan"):
        assert find_authorities(name) == [met], name
    assert set(find_authorities("police")) == {met, other}
    assert find_authorities("") == []
    assert find_authorities("nobody") == []
    assert authority_choices() == ["Metropolitan Police Service", "Northshire Police", "Scotland Yard"]


# The outbox


def test_the_outbox_holds_a_persons_reminders_and_for_staff_all_mail() -> None:
    person, staff = make.a_person(), make.a_person(is_staff=True)
    mine, secret = make.an_email(person), make.an_email(person, kind=OutgoingEmail.Kind.ACCOUNT)
    others = make.an_email()
    assert set(outbox_of(person)) == {mine}
    assert set(outbox_of(staff)) == {mine, secret, others}


def test_the_outbox_forgets_requests_a_person_may_no_longer_see() -> None:
    private, public = make.a_request(), make.a_public_request()
    member = make.a_member(private.campaign, Role.EDITOR)
    of_private, of_public = (
        make.an_email(member, foi_request=private),
        make.an_email(member, foi_request=public),
    )
    assert set(outbox_of(member)) == {of_private, of_public}
    private.campaign.memberships.filter(user=member).delete()
    assert set(outbox_of(member)) == {of_public}


def test_mail_that_is_due_comes_oldest_first_and_not_before_its_time() -> None:
    emails = [make.an_email() for _ in range(3)]
    for email, day in zip(emails, (8, 7, 12), strict=True):
        OutgoingEmail.objects.filter(pk=email.pk).update(state="ready", try_at=noon(date(2026, 10, day)))
    assert due_emails(noon(date(2026, 10, 9))) == [emails[1].pk, emails[0].pk]
    assert due_emails(noon(date(2026, 10, 9)), limit=1) == [emails[1].pk]
    assert due_emails(noon(SENT_ON)) == []
