"""Two people, two tabs, two workers at once: one of them wins, and nothing is done twice.

On SQLite the threads work on a database file with the program's own settings, since the one in memory that
other tests use can't be shared.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.core import mail as djangos
from django.db import connection, connections
from pytest_django import Settings

from requests_app.core.errors import BadInput, StaleVersion, WrongState
from requests_app.core.states import Channel, EventKind, Outcome
from requests_app.models import (
    Campaign,
    CompositionVersion,
    Draft,
    FoiRequest,
    Membership,
    Message,
    OutgoingEmail,
    Question,
    Reminder,
    Response,
    Sweep,
    User,
)
from requests_app.usecases.campaigns import own_campaign
from requests_app.usecases.clarifications import answer_clarification
from requests_app.usecases.compositions import Overtaken, save_composition, start_composition
from requests_app.usecases.delivery import deliver
from requests_app.usecases.drafts import approve_draft, dismiss_draft, edit_draft
from requests_app.usecases.foi_requests import log_request, mark_sent, write_request
from requests_app.usecases.mail import claim_email, discard_email, release_email
from requests_app.usecases.replies import confirm_reading, receive_reply
from requests_app.usecases.sweep import SweepCounts, sweep
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

PATIENCE = 60.0  # seconds a thread gets
NOW = noon(DUE_ON)


@pytest.fixture(autouse=True)
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database that several threads can use at once, with what the test database holds."""
    if connection.vendor != "sqlite":
        yield
        return
    file, settings = tmp_path / "together.sqlite3", connections.settings["default"]
    in_memory, name = connections["default"], settings["NAME"]
    in_memory.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        in_memory.connection.backup(copy)
    settings["NAME"] = file
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        settings["NAME"] = name
        connections["default"] = in_memory


def together(*acts: Callable[[], object]) -> list[object]:
    """Do all at the same moment, each in a thread. Returns what each returned or raised, in order."""
    gate, outcomes = Barrier(len(acts)), [None for _ in acts]

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            gate.wait(PATIENCE)
            outcomes[place] = act()  # type: ignore[call-overload]
        except Exception as error:  # noqa: BLE001 - the test judges what was raised
            outcomes[place] = error  # type: ignore[call-overload]
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(place, act), daemon=True) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), "a thread is stuck"
    return outcomes


def winners_and_losers(outcomes: list[object]) -> tuple[list[object], list[Exception]]:
    lost = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    return [outcome for outcome in outcomes if not isinstance(outcome, Exception)], lost


def person_of(foi_request: FoiRequest) -> User:
    return make.requester_of(foi_request)


def test_of_two_people_confirming_one_reading_exactly_one_wins() -> None:
    foi_request = make.a_request()
    message = make.a_reply(foi_request, on=DUE_ON)

    def confirm(outcome: Outcome) -> Callable[[], object]:
        def act() -> object:
            mine = Message.objects.select_related("foi_request").get(pk=message.pk)
            return confirm_reading(
                message=mine,
                confirmed=make.a_reading(mine.foi_request, outcome, outcome, on=DUE_ON),
                by=person_of(mine.foi_request),
                now=NOW,
            )

        return act

    won, lost = winners_and_losers(together(confirm(Outcome.DISCLOSED), confirm(Outcome.REFUSED)))
    (response,) = won
    assert [type(each) for each in lost] == [StaleVersion]
    assert isinstance(response, Response)
    assert Response.objects.get() == response
    outcomes = set(Question.objects.filter(parent=None).values_list("outcome", flat=True))
    assert outcomes == set(response.answers.values_list("outcome", flat=True))
    assert len(outcomes) == 1
    closing_events = foi_request.events.filter(kind__in=[EventKind.FINAL_RESPONSE, EventKind.REFUSAL])
    assert closing_events.count() == 1


def test_people_logging_requests_at_once_get_a_number_each() -> None:
    campaigns = [make.a_campaign() for _ in range(4)]
    authority = make.an_authority()

    def log(campaign: Campaign) -> Callable[[], object]:
        new = make.new_request(campaign, authority=authority)
        by = make.owner_of(campaign)
        return lambda: log_request(new=new, sent_on=SENT_ON, channel=Channel.EMAIL, by=by, now=NOW)

    won, lost = winners_and_losers(together(*map(log, campaigns)))
    assert lost == []
    numbers = sorted(foi_request.number for foi_request in won if isinstance(foi_request, FoiRequest))
    assert numbers == list(range(numbers[0], numbers[0] + 4))
    assert Question.objects.filter(parent=None).count() == 8


def test_a_request_marked_as_sent_in_two_tabs_is_sent_once() -> None:
    campaign = make.a_campaign()
    new, by = make.new_request(campaign), make.owner_of(campaign)
    foi_request = write_request(new=new, by=by, now=NOW)

    def send() -> object:
        return mark_sent(foi_request=foi_request, sent_on=SENT_ON, channel=Channel.EMAIL, by=by, now=NOW)

    won, lost = winners_and_losers(together(send, send))
    assert len(won) == 1
    assert [type(each) for each in lost] == [WrongState]
    assert foi_request.events.filter(kind=EventKind.SENT).count() == 1
    assert foi_request.messages.count() == 1


def test_the_same_reply_pasted_twice_at_once_is_one_message() -> None:
    foi_request = make.a_request()
    by = person_of(foi_request)

    def paste() -> object:
        return receive_reply(
            foi_request=foi_request,
            text=make.REPLY,
            received_on=DUE_ON,
            channel=Channel.EMAIL,
            by=by,
            now=NOW,
        )

    won, lost = winners_and_losers(together(paste, paste))
    assert len(won) == 1
    assert [type(each) for each in lost] == [BadInput]
    assert foi_request.messages.filter(kind=Message.Kind.REPLY).count() == 1


def test_a_question_answered_in_two_tabs_restarts_the_clock_once() -> None:
    foi_request = make.a_request()
    clarification = make.asked_to_clarify(foi_request, on=DUE_ON)
    by = person_of(foi_request)

    def answer(words: str) -> Callable[[], object]:
        return lambda: answer_clarification(
            clarification=clarification, answered=words, on=DUE_ON, channel=Channel.EMAIL, by=by, now=NOW
        )

    won, lost = winners_and_losers(together(answer("All schools."), answer("Primary schools.")))
    assert len(won) == 1
    assert [type(each) for each in lost] == [WrongState]
    assert foi_request.events.filter(kind=EventKind.CLARIFICATION_RECEIVED).count() == 1


def test_of_two_people_changing_one_letter_the_later_is_told() -> None:
    draft = make.a_chaser(make.a_request())
    by = person_of(draft.foi_request)

    def edit() -> object:
        return edit_draft(draft=draft, subject="Overdue", body="Changed.", version=1, by=by, now=NOW)

    def approve() -> object:
        return approve_draft(draft=draft, version=1, by=by, now=NOW)

    def dismiss() -> object:
        return dismiss_draft(draft=draft, version=1, by=by, now=NOW)

    won, lost = winners_and_losers(together(edit, approve, dismiss))
    (winner,) = won
    assert [type(each) for each in lost] == [StaleVersion, StaleVersion]
    assert isinstance(winner, Draft)
    assert Draft.objects.get(pk=draft.pk).state == winner.state


def test_a_persons_own_campaign_needed_in_two_tabs_at_once_is_made_once() -> None:
    person = make.a_person()
    won, lost = winners_and_losers(together(*[lambda: own_campaign(person)] * 3))
    assert lost == []
    assert len(set(won)) == 1
    assert Membership.objects.filter(user=person).count() == 1


# Workers


def test_one_of_many_workers_claims_a_mail(settings: Settings) -> None:
    settings.MAIL_CONFIGURED = True
    email = make.an_email()
    claimed = together(*[lambda: claim_email(email_id=email.pk, now=NOW)] * 6)
    assert sum(isinstance(each, OutgoingEmail) for each in claimed) == 1
    assert claimed.count(None) == 5
    assert OutgoingEmail.objects.get(pk=email.pk).attempts == 1


def test_a_mail_delivered_by_many_workers_is_sent_once(settings: Settings) -> None:
    settings.MAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    emails = [make.an_email() for _ in range(3)]
    acts = [lambda pk=email.pk: deliver(email_id=pk, now=NOW) for email in emails for _ in range(2)]
    assert winners_and_losers(together(*acts)) == ([None] * 6, [])
    sent = sorted(message.extra_headers["Message-ID"] for message in djangos.outbox)
    assert sent == sorted(email.message_id for email in emails)


def test_of_a_mail_released_and_discarded_at_once_one_thing_becomes(settings: Settings) -> None:
    email = make.an_email()
    person = User.objects.get(pk=email.user_id)
    settings.MAIL_CONFIGURED = True
    won, lost = winners_and_losers(
        together(
            lambda: release_email(email=email, by=person, now=NOW),
            lambda: discard_email(email=email, by=person),
        )
    )
    (winner,) = won
    assert [type(each) for each in lost] == [WrongState]
    assert isinstance(winner, OutgoingEmail)
    assert OutgoingEmail.objects.get(pk=email.pk).state == winner.state


def test_two_sweeps_of_one_day_at_once_tell_everybody_once() -> None:
    foi_requests = [make.a_request() for _ in range(3)]
    done = together(*[lambda: sweep(on=LATE_ON, now=noon(LATE_ON))] * 2)
    assert winners_and_losers(done)[1] == []
    counts = SweepCounts()
    for each in done:
        assert isinstance(each, SweepCounts)
        counts.add(each)
    assert (counts.reminders_queued, counts.drafts_suggested, counts.deadlines_noticed) == (3, 3, 3)
    assert Reminder.objects.filter(state=Reminder.State.QUEUED).count() == 3
    assert OutgoingEmail.objects.count() == 3
    assert Draft.objects.filter(foi_request__in=foi_requests).count() == 3
    assert Sweep.objects.get().finished_at is not None


def test_of_two_tabs_saving_one_draft_at_once_exactly_one_wins() -> None:
    foi_request = make.fresh(make.a_composition())

    def save(period: str) -> Callable[[], object]:
        def act() -> object:
            mine = make.fresh(foi_request)
            return save_composition(
                foi_request=mine,
                written=make.written(period=period),
                authority=mine.authority,
                number=1,
                seen=foi_request.version,
                tab=uuid4(),
                by=person_of(mine),
                now=NOW,
            )

        return act

    won, lost = winners_and_losers(together(save("2023"), save("2024"), save("2025")))
    (version,) = won
    assert [type(each) for each in lost] == [Overtaken, Overtaken]
    assert isinstance(version, CompositionVersion)
    assert version.content["period"] in make.fresh(foi_request).letter
    assert CompositionVersion.objects.filter(foi_request=foi_request).count() == 2


def test_one_tab_that_begins_twice_at_once_makes_one_request() -> None:
    campaign, tab = make.a_campaign(), uuid4()
    authority = make.an_authority()

    def begin() -> object:
        new = make.new_request(campaign, authority=authority)
        by = make.owner_of(campaign)
        return start_composition(written=make.written(), new=new, tab=tab, by=by, now=NOW)

    won, lost = winners_and_losers(together(begin, begin))
    assert len(won) == 1
    assert [type(each) for each in lost] == [StaleVersion]
    assert FoiRequest.objects.filter(campaign=campaign).count() == 1


def test_a_draft_saved_while_it_is_marked_as_sent_leaves_one_letter() -> None:
    foi_request = make.fresh(make.a_composition())

    def save() -> object:
        mine = make.fresh(foi_request)
        return save_composition(
            foi_request=mine,
            written=make.written(period="2025"),
            authority=mine.authority,
            number=1,
            seen=foi_request.version,
            tab=uuid4(),
            by=person_of(mine),
            now=NOW,
        )

    def send() -> object:
        mine = make.fresh(foi_request)
        return mark_sent(
            foi_request=mine, sent_on=SENT_ON, channel=Channel.EMAIL, by=person_of(mine), now=NOW
        )

    _, lost = winners_and_losers(together(save, send))
    assert all(isinstance(each, WrongState) for each in lost)
    now = make.fresh(foi_request)
    assert now.state != "draft"
    assert now.letter == now.messages.get().body
