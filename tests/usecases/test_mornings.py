"""The morning's mail: one e-mail a person with all that is true, chosen stages, quiet days, snoozes, dates that moved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from requests_app.core.errors import BadInput, FoiError, NotPermitted
from requests_app.core.notices import Awaited, NoticeKind, Timing
from requests_app.core.reminding import Stage
from requests_app.core.states import Channel, EventKind
from requests_app.models import FoiRequest, Notice, NoticeChoice, OutgoingEmail, Reminder, Snooze, User
from requests_app.models.campaign import Role
from requests_app.queries.outbox import outbox_of
from requests_app.usecases import digests
from requests_app.usecases.calendar_feeds import make_address
from requests_app.usecases.campaigns import join
from requests_app.usecases.drafts import dismiss_draft
from requests_app.usecases.events import record_event
from requests_app.usecases.foi_requests import withdraw
from requests_app.usecases.notice_choices import Chosen, choose
from requests_app.usecases.snoozes import snooze, wake
from requests_app.usecases.sweep import SweepCounts, sweep
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, noon

pytestmark = pytest.mark.django_db

FIVE_BEFORE, ONE_BEFORE = date(2026, 10, 27), date(2026, 11, 2)
WEEK = timedelta(days=7)


def swept(on: date) -> SweepCounts:
    return sweep(on=on, now=noon(on))


def mails(user: User | None = None) -> list[OutgoingEmail]:
    rows = OutgoingEmail.objects.order_by("pk")
    return list(rows.filter(user=user) if user else rows)


def stages(foi_request: FoiRequest, state: str = Reminder.State.QUEUED) -> list[tuple[str, int]]:
    rows = Reminder.objects.filter(deadline__foi_request=foi_request, state=state).order_by("pk")
    return list(rows.values_list("stage", "turn"))


def told_in(days: Iterable[date]) -> list[int]:
    return [swept(day).mails_queued for day in days]


def owner(foi_request: FoiRequest) -> User:
    return make.requester_of(foi_request)


def event(foi_request: FoiRequest, kind: EventKind, on: date, **details: Any) -> None:
    record_event(
        foi_request=foi_request,
        kind=kind,
        on=on,
        details=details,
        text="",
        channel=Channel.EMAIL,
        by=owner(foi_request),
        now=noon(on),
    )


# One mail


def test_everything_of_a_morning_stands_in_one_mail_each_date_once() -> None:
    campaign = make.a_campaign()
    requests = [make.a_request(campaign) for _ in range(5)]
    assert swept(LATE_ON).mails_queued == 1
    (mail,) = mails()
    for foi_request in requests:
        assert mail.text.count(f"({foi_request.reference})") == 1
        letter = foi_request.drafts.get()
        assert f"/requests/{foi_request.reference}/letters/{letter.pk}/" in mail.text
    assert mail.subject == "This morning: 5 dates passed"
    assert mail.foi_request is None
    assert set(Notice.objects.values_list("state", "email")) == {("queued", mail.pk)}


def test_people_get_what_is_theirs_and_nothing_of_others() -> None:
    first, second = make.a_request(), make.a_request()
    both = make.a_member(first.campaign, Role.EDITOR)
    join(campaign=second.campaign, user=both, role=Role.EDITOR)
    assert swept(LATE_ON).mails_queued == 3
    (mail,) = mails(both)
    assert first.reference in mail.text
    assert second.reference in mail.text
    (mail,) = mails(owner(first))
    assert first.reference in mail.text
    assert second.reference not in mail.text


def test_a_sweep_missed_for_four_days_catches_up_with_one_mail() -> None:
    campaign = make.a_campaign()
    for sent_on in (date(2026, 10, 6), date(2026, 10, 7), date(2026, 10, 8), date(2026, 10, 9)):
        make.a_request(campaign, sent_on=sent_on)
    swept(date(2026, 10, 28))
    before = len(mails())
    assert swept(date(2026, 11, 6)).mails_queued == 1
    assert len(mails()) == before + 1
    assert swept(date(2026, 11, 6)) == SweepCounts()


def test_a_crash_while_people_are_told_leaves_the_rest_to_the_next_sweep(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    requests = [make.a_request() for _ in range(3)]
    people = [owner(each) for each in requests]
    write = digests.queue_email

    def dies(**fields: Any) -> OutgoingEmail:
        if fields["user"] == people[1]:
            raise RuntimeError("killed")
        return write(**fields)

    monkeypatch.setattr(digests, "queue_email", dies)
    with pytest.raises(RuntimeError, match="killed"):
        swept(LATE_ON)
    assert [len(mails(person)) for person in people] == [1, 0, 1]
    monkeypatch.undo()
    counts = swept(LATE_ON)
    assert (counts.mails_queued, counts.reminders_queued) == (1, 1)
    assert [len(mails(person)) for person in people] == [1, 1, 1]


def test_somebody_who_left_before_the_mail_is_told_nothing() -> None:
    foi_request = make.a_request()
    person = owner(foi_request)
    choose(chosen=Chosen(quiet_days=frozenset({LATE_ON.weekday()})), by=person)
    assert swept(LATE_ON).mails_queued == 0
    foi_request.campaign.memberships.filter(user=person).delete()
    assert swept(LATE_ON + timedelta(days=1)).mails_queued == 0
    assert not mails()


def test_a_mornings_mail_is_seen_no_more_by_who_left_one_of_its_campaigns() -> None:
    """It waits in the outbox, and names what is private to the campaign."""
    first, second = make.a_request(), make.a_request()
    both = make.a_member(first.campaign, Role.EDITOR)
    join(campaign=second.campaign, user=both, role=Role.EDITOR)
    swept(LATE_ON)
    assert outbox_of(both).count() == 1
    second.campaign.memberships.filter(user=both).delete()
    assert outbox_of(both).count() == 0
    assert outbox_of(owner(second)).count() == 1


# Stages


def test_a_passed_date_is_told_again_each_week_up_to_the_limit() -> None:
    foi_request = make.a_request()
    swept(LATE_ON)
    assert told_in(LATE_ON + n * WEEK for n in range(1, 6)) == [1, 1, 1, 0, 0]
    assert stages(foi_request)[1:] == [(Stage.WEEKLY, 1), (Stage.WEEKLY, 2), (Stage.WEEKLY, 3)]


@pytest.mark.parametrize(("weeks", "expected"), [(0, [0, 0]), (1, [1, 0]), (12, [1, 1])])
def test_the_weekly_limit_is_the_persons_own(weeks: int, expected: list[int]) -> None:
    foi_request = make.a_request()
    choose(chosen=Chosen(stages=frozenset(Stage), weeks=weeks), by=owner(foi_request))
    swept(LATE_ON)
    assert told_in([LATE_ON + WEEK, LATE_ON + 2 * WEEK]) == expected


def test_only_the_chosen_stages_are_told() -> None:
    foi_request = make.a_request()
    choose(chosen=Chosen(stages=frozenset({Stage.ON_THE_DAY})), by=owner(foi_request))
    assert [swept(day).reminders_queued for day in (FIVE_BEFORE, ONE_BEFORE, DUE_ON, LATE_ON)] == [0, 0, 1, 0]


def test_the_request_has_its_own_choice_before_its_campaign_and_that_before_the_person() -> None:
    campaign = make.a_campaign()
    person = make.owner_of(campaign)
    usual, special = make.a_request(campaign), make.a_request(campaign)
    elsewhere = make.a_request(make.a_campaign(person))
    choose(chosen=Chosen(stages=frozenset({Stage.FIVE_BEFORE})), by=person)
    choose(chosen=Chosen(stages=frozenset({Stage.ONE_BEFORE})), campaign=campaign, by=person)
    choose(chosen=Chosen(stages=frozenset({Stage.ON_THE_DAY})), foi_request=special, by=person)
    for day in (FIVE_BEFORE, ONE_BEFORE, DUE_ON, LATE_ON):
        swept(day)
    assert stages(elsewhere) == [(Stage.FIVE_BEFORE, 0)]
    assert stages(usual) == [(Stage.ONE_BEFORE, 0)]
    assert stages(special) == [(Stage.ON_THE_DAY, 0)]


def test_whoever_wants_dates_at_once_gets_a_mail_for_each() -> None:
    campaign = make.a_campaign()
    for _ in range(3):
        make.a_request(campaign)
    choose(chosen=Chosen(timings={NoticeKind.DATE: Timing.AT_ONCE}), by=make.owner_of(campaign))
    assert swept(FIVE_BEFORE).mails_queued == 3
    assert all(mail.subject.startswith("Reply due on") and mail.foi_request for mail in mails())


def test_whoever_wants_no_dates_by_mail_gets_none() -> None:
    foi_request = make.a_request()
    choose(
        chosen=Chosen(timings={NoticeKind.DATE: Timing.NEVER, NoticeKind.DRAFT_WAITING: Timing.NEVER}),
        by=owner(foi_request),
    )
    assert told_in((FIVE_BEFORE, ONE_BEFORE, DUE_ON, LATE_ON)) == [0, 0, 0, 0]


def test_on_a_quiet_day_it_all_waits_and_what_is_no_longer_true_is_left_out() -> None:
    foi_request = make.a_request()
    choose(chosen=Chosen(quiet_days=frozenset({DUE_ON.weekday()})), by=owner(foi_request))
    assert told_in([DUE_ON, LATE_ON]) == [0, 1]
    assert stages(foi_request) == [(Stage.PASSED, 0)]
    assert (Stage.ON_THE_DAY, 0) in stages(foi_request, Reminder.State.PASSED_OVER)


def test_a_date_that_moved_is_told_afresh_and_its_old_reminders_go_unsent() -> None:
    foi_request = make.a_request()
    choose(chosen=Chosen(quiet_days=frozenset({FIVE_BEFORE.weekday()})), by=owner(foi_request))
    assert swept(FIVE_BEFORE).mails_queued == 0
    clarification = make.asked_to_clarify(foi_request, on=FIVE_BEFORE)
    make.clarified(clarification, on=FIVE_BEFORE)
    assert swept(FIVE_BEFORE + timedelta(days=1)).reminders_queued == 0
    new = make.due(foi_request)
    assert new.due_on > DUE_ON
    assert swept(new.due_on - timedelta(days=1)).reminders_queued == 1
    assert mails()[-1].subject.startswith("Reply due on Tue 24 Nov 2026")


def test_a_date_that_comes_back_to_its_day_is_not_told_twice() -> None:
    foi_request = make.a_request()
    swept(FIVE_BEFORE)
    old = make.due(foi_request)
    type(old).objects.filter(pk=old.pk).update(status="moved")
    old.pk, old.replaces_id = None, old.pk
    old.save()
    assert swept(FIVE_BEFORE).reminders_queued == 0
    assert swept(ONE_BEFORE).reminders_queued == 1


def test_what_waits_is_dropped_when_the_request_is_withdrawn() -> None:
    foi_request = make.a_request()
    choose(chosen=Chosen(quiet_days=frozenset({LATE_ON.weekday()})), by=owner(foi_request))
    swept(LATE_ON)
    assert Notice.objects.filter(state=Notice.State.WAITING).exists()
    withdraw(foi_request=foi_request, on=LATE_ON, by=owner(foi_request), now=noon(LATE_ON))
    assert swept(LATE_ON + timedelta(days=1)).mails_queued == 0
    assert not Reminder.objects.filter(state=Reminder.State.WAITING).exists()
    assert not Notice.objects.filter(state=Notice.State.WAITING).exists()


def test_a_letter_decided_about_in_the_meantime_is_not_said_to_wait() -> None:
    foi_request = make.a_request()
    person = owner(foi_request)
    quiet = frozenset({LATE_ON.weekday()})
    choose(chosen=Chosen(quiet_days=quiet, timings={NoticeKind.DATE: Timing.NEVER}), by=person)
    swept(LATE_ON)
    draft = foi_request.drafts.get()
    dismiss_draft(draft=draft, version=draft.version, by=person, now=noon(LATE_ON))
    assert swept(LATE_ON + timedelta(days=1)).mails_queued == 0


# Snoozes


def put_off(foi_request: FoiRequest, on: date, **fields: Any) -> Snooze:
    return snooze(foi_request=foi_request, by=owner(foi_request), now=noon(on), **fields)


def test_nothing_is_told_while_it_is_put_off_and_then_what_is_true() -> None:
    foi_request = make.a_request()
    put_off(foi_request, FIVE_BEFORE, until_on=LATE_ON + timedelta(days=3))
    assert told_in((FIVE_BEFORE, ONE_BEFORE, DUE_ON, LATE_ON)) == [0, 0, 0, 0]
    counts = swept(LATE_ON + timedelta(days=3))
    assert (counts.snoozes_ended, counts.mails_queued, counts.reminders_queued) == (1, 1, 1)
    assert stages(foi_request) == [(Stage.PASSED, 0)]
    assert swept(LATE_ON + timedelta(days=3)) == SweepCounts()


def test_what_one_person_puts_off_the_others_are_told() -> None:
    foi_request = make.a_request()
    other = make.a_member(foi_request.campaign, Role.EDITOR)
    put_off(foi_request, FIVE_BEFORE, until_on=LATE_ON + WEEK)
    swept(FIVE_BEFORE)
    assert [mail.user for mail in mails()] == [other]


def test_a_snooze_until_they_write_ends_when_that_is_recorded() -> None:
    foi_request = make.a_request()
    swept(LATE_ON)
    put_off(foi_request, LATE_ON, until_what=Awaited.AUTHORITY)
    assert told_in([LATE_ON + WEEK]) == [0]
    event(foi_request, EventKind.OTHER_CORRESPONDENCE, LATE_ON + timedelta(days=8))
    counts = swept(LATE_ON + timedelta(days=9))
    assert (counts.snoozes_ended, counts.mails_queued) == (1, 1)
    assert Snooze.objects.get().ended_at is not None


def test_a_snooze_until_the_commissioner_answers_does_not_end_with_a_letter_of_the_authority() -> None:
    foi_request = make.a_request()
    put_off(foi_request, LATE_ON, until_what=Awaited.REGULATOR)
    event(foi_request, EventKind.OTHER_CORRESPONDENCE, LATE_ON + timedelta(days=1))
    assert swept(LATE_ON + timedelta(days=2)).snoozes_ended == 0
    event(foi_request, EventKind.ICO_CASE_OPENED, LATE_ON + timedelta(days=3))
    assert swept(LATE_ON + timedelta(days=4)).snoozes_ended == 1


def test_who_asked_to_be_reminded_is_reminded_even_where_no_date_runs() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, on=date(2026, 10, 20))
    put_off(foi_request, date(2026, 10, 21), until_on=date(2026, 10, 28))
    counts = swept(date(2026, 10, 28))
    assert (counts.mails_queued, counts.notices_queued) == (1, 1)
    (mail,) = mails()
    assert mail.subject.startswith("You asked to be reminded: ")
    assert "You put this off until Wed 28 Oct 2026." in mail.text


def test_one_date_alone_can_be_put_off() -> None:
    foi_request = make.a_request()
    put_off(foi_request, FIVE_BEFORE, until_on=LATE_ON, deadline_key="response_due")
    assert swept(ONE_BEFORE).reminders_queued == 0
    assert swept(LATE_ON).reminders_queued == 1


def test_what_is_put_off_can_be_woken() -> None:
    foi_request = make.a_request()
    put_off(foi_request, FIVE_BEFORE, until_on=LATE_ON)
    assert wake(foi_request=foi_request, by=owner(foi_request), now=noon(FIVE_BEFORE)) == 1
    assert swept(ONE_BEFORE).reminders_queued == 1
    assert swept(LATE_ON).snoozes_ended == 0


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Say until when"),
        ({"until_on": FIVE_BEFORE}, "still to come"),
        ({"until_on": LATE_ON, "until_what": Awaited.REGULATOR}, "Say until when"),
    ],
)
def test_a_snooze_needs_one_end_that_is_ahead(fields: dict[str, Any], sentence: str) -> None:
    foi_request = make.a_request()
    with make.refused(BadInput, sentence, field="until_on"):
        put_off(foi_request, FIVE_BEFORE, **fields)


def test_strangers_and_withdrawn_requests_are_not_put_off() -> None:
    foi_request, stranger = make.a_request(), make.a_person()
    with make.refused(FoiError, "Only people of its campaign"):
        snooze(foi_request=foi_request, until_on=LATE_ON, by=stranger, now=noon(FIVE_BEFORE))
    withdraw(foi_request=foi_request, on=FIVE_BEFORE, by=owner(foi_request), now=noon(FIVE_BEFORE))
    with make.refused(FoiError, "withdrawn"):
        put_off(make.fresh(foi_request), FIVE_BEFORE, until_on=LATE_ON)


def test_only_people_of_a_campaign_choose_for_it_or_have_its_calendar() -> None:
    foi_request, stranger = make.a_request(), make.a_person()
    campaign = foi_request.campaign
    for place in ({"campaign": campaign}, {"foi_request": foi_request}):
        with make.refused(NotPermitted, "Only people of the campaign"):
            choose(chosen=Chosen(), by=stranger, **place)
    with make.refused(NotPermitted, "Only people of the campaign"):
        make_address(campaign=campaign, by=stranger, now=noon(LATE_ON))
    assert wake(foi_request=foi_request, by=stranger, now=noon(LATE_ON)) == 0


# The mail itself


def test_a_mail_can_be_stopped_with_one_click_and_its_answers_reach_somebody() -> None:
    foi_request = make.a_request()
    swept(FIVE_BEFORE)
    (mail,) = mails()
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.headers["List-Unsubscribe"].startswith("<http")
    assert mail.reply_to == owner(foi_request).email
    assert "<img" not in mail.html
    assert "prefers-color-scheme: dark" in mail.html


def test_answers_go_to_the_owner_of_the_campaign_where_a_person_wants_that() -> None:
    foi_request = make.a_request()
    editor = make.a_member(foi_request.campaign, Role.EDITOR)
    choose(chosen=Chosen(replies_to=NoticeChoice.RepliesTo.OWNER), by=editor)
    swept(FIVE_BEFORE)
    (mail,) = mails(editor)
    assert mail.reply_to == owner(foi_request).email
    assert str(owner(foi_request)) in mail.text
