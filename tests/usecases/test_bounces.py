"""Letters that come back, and addresses: marked bad by a bounce, and good again by a person who looked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import Settings

from requests_app.core.errors import BadInput, NotPermitted
from requests_app.core.notices import NoticeKind
from requests_app.core.states import Channel, State
from requests_app.gateways import queue
from requests_app.models import AuthorityAddress, Draft, Event, FoiRequest, Notice, OutgoingEmail
from requests_app.models.campaign import Role
from requests_app.usecases.addresses import add_address, confirm_address
from requests_app.usecases.bounces import note_bounce
from requests_app.usecases.clarifications import record_clarification_asked
from requests_app.usecases.delivery import deliver
from requests_app.usecases.drafts import approve_draft, draft_clarification_reply
from requests_app.usecases.letters_out import queue_first_letter
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, fresh, noon, refused
from tests.letters_out import THEIRS, a_queued_chaser, a_queued_request, an_address, queued

pytestmark = pytest.mark.django_db

NOW = noon(SENT_ON)
LATER = noon(LATE_ON)
TEN = timedelta(minutes=10)
Mail = OutgoingEmail.State
SAID = "550 5.1.1 <foi@authority.example.org>: Recipient address rejected: User unknown"


@pytest.fixture(autouse=True)
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server is set up; what it is handed lands in ``django.core.mail.outbox``."""
    settings.MAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.REPLY_ADDRESS = "foi@replies.example.org"
    monkeypatch.setattr(queue, "send_email", lambda _pk: None)


def went(email: OutgoingEmail) -> FoiRequest:
    deliver(email_id=email.pk, now=email.try_at or NOW)
    email.refresh_from_db()
    assert email.state == Mail.SENT
    assert email.foi_request is not None
    return FoiRequest.objects.get(pk=email.foi_request.pk)


def came_back(email: OutgoingEmail, *, permanent: bool = True, said: str = SAID) -> None:
    note_bounce(
        outgoing=email, address=THEIRS, permanent=permanent, said=said, now=LATER + timedelta(hours=1)
    )
    email.refresh_from_db()


def test_a_request_that_came_back_starts_no_clock_and_can_be_sent_to_another_address() -> None:
    email = a_queued_request()
    foi_request = went(email)
    assert foi_request.response_due_on
    came_back(email)
    assert (email.state, email.last_error) == (Mail.BOUNCED, SAID)
    foi_request = fresh(foi_request)
    assert (foi_request.state, foi_request.response_due_on) == (State.DRAFT, None)
    person = make.requester_of(foi_request)
    new = add_address(
        foi_request=foi_request,
        address="info@authority.example.org",
        source="their page",
        by=person,
        now=LATER,
    )
    again = queue_first_letter(
        foi_request=foi_request, address=new, version=foi_request.version, by=person, now=LATER
    )
    deliver(email_id=again.pk, now=LATER + TEN)
    foi_request = fresh(foi_request)
    assert foi_request.state == State.SENT
    assert foi_request.response_due_on == date(2026, 12, 3)


def test_no_letter_goes_to_an_address_that_came_back_until_somebody_confirms_one() -> None:
    email = a_queued_request()
    foi_request = went(email)
    came_back(email)
    address = AuthorityAddress.objects.get(address=THEIRS)
    assert (address.bad_since, address.bad_because) == (LATER + timedelta(hours=1), SAID)
    foi_request = fresh(foi_request)
    send = {"foi_request": foi_request, "version": foi_request.version, "by": make.requester_of(foi_request)}
    with refused(BadInput, "came back", field="address"):
        queue_first_letter(**send, address=address, now=LATER)
    confirm_address(address=address, foi_request=foi_request, by=make.requester_of(foi_request), now=LATER)
    assert queue_first_letter(**send, address=address, now=LATER).state == Mail.READY


def test_a_chaser_that_came_back_is_struck_and_can_be_sent_again() -> None:
    email = a_queued_chaser()
    foi_request = went(email)
    came_back(email)
    assert email.draft is not None
    assert Draft.objects.get(pk=email.draft.pk).state == Draft.State.APPROVED
    standing = Event.objects.standing().filter(foi_request=foi_request, message=email.sent_message)
    assert not standing.exists()
    note = foi_request.events.filter(kind="noted").order_by("-pk")[0]
    assert note.sentence == f"The letter to {THEIRS} came back undelivered: {SAID}"


def test_an_answer_that_came_back_leaves_their_question_open() -> None:
    foi_request = make.a_request()
    person, on = make.requester_of(foi_request), date(2026, 10, 13)
    asked = record_clarification_asked(
        foi_request=foi_request, on=on, asked="Which?", channel=Channel.EMAIL, by=person, now=noon(on)
    )
    draft = draft_clarification_reply(clarification=asked, answered="All.", by=person, now=noon(on))
    email = queued(approve_draft(draft=draft, version=draft.version, by=person, now=noon(on)), now=noon(on))
    assert went(email).state == State.RUNNING
    came_back(email)
    asked.refresh_from_db()
    assert (asked.is_answered, asked.answered) == (False, "All.")
    assert fresh(foi_request).state == State.AWAITING_REQUESTER


def test_a_bounce_that_comes_twice_is_noted_once_and_a_delay_changes_nothing_else() -> None:
    email = a_queued_request()
    foi_request = went(email)
    came_back(email, permanent=False, said="450 mailbox full, trying for four days")
    assert (email.state, email.last_error) == (Mail.SENT, "450 mailbox full, trying for four days")
    assert AuthorityAddress.objects.get(address=THEIRS).bad_since is None
    came_back(email)
    count = foi_request.events.count()
    came_back(email)
    assert foi_request.events.count() == count


def test_people_of_the_request_are_told_of_a_letter_that_came_back() -> None:
    email = a_queued_request()
    foi_request = went(email)
    came_back(email)
    assert Notice.objects.get(kind=NoticeKind.BOUNCE).foi_request == foi_request


def test_a_bounce_of_a_letter_that_was_answered_all_the_same_is_noted_and_the_answer_stands() -> None:
    email = a_queued_request()
    foi_request = went(email)
    make.answered(foi_request, on=date(2026, 10, 20))
    answered = fresh(foi_request).state
    came_back(email)
    assert fresh(foi_request).state == answered
    assert email.state == Mail.BOUNCED


def test_a_bounce_of_nothing_we_know_marks_the_address_alone() -> None:
    foi_request = make.a_written_request()
    an_address(foi_request)
    note_bounce(outgoing=None, address=THEIRS.upper(), permanent=True, said=SAID, now=LATER)
    assert AuthorityAddress.objects.get(address=THEIRS).bad_since == LATER


# Addresses


def test_an_address_is_confirmed_once_with_name_and_day() -> None:
    foi_request = make.a_written_request()
    address = an_address(foi_request, checked_on=None)
    person = make.requester_of(foi_request)
    confirmed = confirm_address(address=address, foi_request=foi_request, by=person, now=NOW)
    assert (confirmed.checked_on, confirmed.checked_by, confirmed.may_be_mailed) == (SENT_ON, person, True)
    other = make.a_member(foi_request.campaign, Role.EDITOR)
    again = confirm_address(address=address, foi_request=foi_request, by=other, now=LATER)
    assert (again.checked_on, again.checked_by) == (SENT_ON, person)


def test_a_new_address_needs_its_source_and_a_spelling_that_can_be_mailed() -> None:
    foi_request = make.a_written_request()
    add = {"foi_request": foi_request, "by": make.requester_of(foi_request), "now": NOW}
    with refused(BadInput, "Say where you found", field="source"):
        add_address(**add, address=THEIRS, source=" ")
    for bad in ("", "nobody", "two@a.example.org, b@b.example.org", "foi@münchen.example"):
        with refused(BadInput, "address", field="address"):
            add_address(**add, address=bad, source="their page")
    row = add_address(**add, address=" foi@authority.example.org\r\n", source="their page")
    assert row.address == THEIRS
    assert add_address(**add, address=THEIRS.upper(), source="elsewhere").pk == row.pk


def test_only_editors_of_a_request_to_the_authority_confirm_its_addresses() -> None:
    foi_request = make.a_written_request()
    address = an_address(foi_request, checked_on=None)
    viewer = make.a_member(foi_request.campaign, Role.VIEWER)
    with refused(NotPermitted, "only editors"):
        confirm_address(address=address, foi_request=foi_request, by=viewer, now=NOW)
    with refused(NotPermitted, "only editors"):
        add_address(foi_request=foi_request, address=THEIRS, source="x", by=viewer, now=NOW)
    other = make.a_written_request()
    with refused(BadInput, "of this authority", field="address"):
        confirm_address(address=address, foi_request=other, by=make.requester_of(other), now=NOW)
