"""The morning sweep: people are told once of what is true, and letters are suggested when they are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from requests_app.core.errors import ClockError
from requests_app.core.letters.facts import Facts
from requests_app.core.reminding import Stage
from requests_app.core.states import LetterKind
from requests_app.models import Deadline, Draft, FoiRequest, OutgoingEmail, Reminder, Sweep
from requests_app.models.campaign import Role
from requests_app.queries.record import Record
from requests_app.usecases import suggestions
from requests_app.usecases import sweep as sweeping
from requests_app.usecases.campaigns import join
from requests_app.usecases.drafts import dismiss_draft
from requests_app.usecases.foi_requests import withdraw
from requests_app.usecases.sweep import SweepCounts, catch_up_needed, sweep
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

FIVE_BEFORE = date(2026, 10, 27)
ONE_BEFORE = date(2026, 11, 2)


def swept(on: date) -> SweepCounts:
    return sweep(on=on, now=noon(on))


def told(foi_request: FoiRequest) -> list[tuple[str, str]]:
    """Stage and state of the reminders of a request, in order."""
    rows = Reminder.objects.filter(deadline__foi_request=foi_request).order_by("pk")
    return [(row.stage, row.state) for row in rows]


def mailed(foi_request: FoiRequest) -> list[str]:
    return list(
        OutgoingEmail.objects.filter(foi_request=foi_request).order_by("pk").values_list("subject", flat=True)
    )


# Stages


def test_each_stage_of_a_date_is_told_on_its_day_and_once() -> None:
    foi_request = make.a_request()
    name = foi_request.authority.short_name
    days = [FIVE_BEFORE - timedelta(days=1), FIVE_BEFORE, date(2026, 10, 28), ONE_BEFORE, DUE_ON, LATE_ON]
    queued = [swept(day).reminders_queued for day in days]
    assert queued == [0, 1, 0, 1, 1, 1]
    assert told(foi_request) == [
        (stage, Reminder.State.QUEUED)
        for stage in (Stage.FIVE_BEFORE, Stage.ONE_BEFORE, Stage.ON_THE_DAY, Stage.PASSED)
    ]
    assert mailed(foi_request) == [
        f"Reply due on Tue 3 Nov 2026: {name}, {foi_request.reference}",
        f"Reply due on Tue 3 Nov 2026: {name}, {foi_request.reference}",
        f"Reply due today: {name}, {foi_request.reference}",
        f"Reply due passed on Tue 3 Nov 2026: {name}, {foi_request.reference}",
    ]


@pytest.mark.parametrize("on", [FIVE_BEFORE, DUE_ON, LATE_ON])
def test_a_second_sweep_of_the_same_day_does_nothing(on: date) -> None:
    make.a_request()
    assert swept(on) != SweepCounts()
    before = make.everything()
    assert swept(on) == SweepCounts()
    assert make.everything() == before


def test_a_sweep_three_days_late_says_what_is_true_now_once_and_marks_the_earlier_stages() -> None:
    foi_request = make.a_request()
    counts = swept(LATE_ON + timedelta(days=3))
    assert (counts.reminders_queued, counts.reminders_passed_over) == (1, 3)
    assert told(foi_request) == [
        (Stage.FIVE_BEFORE, Reminder.State.PASSED_OVER),
        (Stage.ONE_BEFORE, Reminder.State.PASSED_OVER),
        (Stage.ON_THE_DAY, Reminder.State.PASSED_OVER),
        (Stage.PASSED, Reminder.State.QUEUED),
    ]
    assert len(mailed(foi_request)) == 1
    assert swept(LATE_ON + timedelta(days=3)) == SweepCounts()


def test_a_sweep_that_missed_one_stage_passes_over_that_one_only() -> None:
    foi_request = make.a_request()
    swept(FIVE_BEFORE)
    counts = swept(DUE_ON)
    assert (counts.reminders_queued, counts.reminders_passed_over) == (1, 1)
    assert told(foi_request)[1:] == [
        (Stage.ONE_BEFORE, Reminder.State.PASSED_OVER),
        (Stage.ON_THE_DAY, Reminder.State.QUEUED),
    ]


def test_the_mail_says_what_when_why_and_where_and_how_to_stop() -> None:
    foi_request = make.a_request()
    swept(FIVE_BEFORE)
    email = OutgoingEmail.objects.get()
    person = make.requester_of(foi_request)
    assert (email.to_address, email.user, email.kind) == (person.email, person, OutgoingEmail.Kind.REMINDER)
    for words in (
        "Reply due: Tue 3 Nov 2026 (in 5 working days)",
        foi_request.authority.official_name,
        foi_request.get_absolute_url(),
        "FOIA s.10(1)",
        "/profile/",
    ):
        assert words in email.text
    assert foi_request.get_absolute_url() in email.html
    assert Reminder.objects.get().email == email


def test_a_title_with_line_breaks_and_markup_stays_one_subject_and_text() -> None:
    make.a_request(title="Officers <b>&\nfriends</b>", authority=make.an_authority("A\r\nBcc: x@example.org"))
    swept(FIVE_BEFORE)
    email = OutgoingEmail.objects.get()
    assert "\n" not in email.subject
    assert "\r" not in email.subject
    assert "<b>&" in email.text
    assert "<b>&" not in email.html


# Who is told


def test_editors_and_owners_are_told_and_viewers_are_not() -> None:
    campaign = make.a_campaign()
    editor, viewer = make.a_member(campaign, Role.EDITOR), make.a_member(campaign, Role.VIEWER)
    make.a_request(campaign)
    assert swept(FIVE_BEFORE).reminders_queued == 2
    people = set(Reminder.objects.values_list("user", flat=True))
    assert people == {make.owner_of(campaign).pk, editor.pk}
    assert viewer.pk not in people


@pytest.mark.parametrize("fields", [{"wants_reminders": False}, {"is_active": False}])
def test_nobody_is_told_who_does_not_want_it_or_is_gone(fields: dict[str, bool]) -> None:
    make.a_request(make.a_campaign(make.a_person(**fields)))
    assert swept(FIVE_BEFORE).reminders_queued == 0
    assert not OutgoingEmail.objects.exists()


def test_somebody_who_joins_later_is_told_what_is_true_then() -> None:
    foi_request = make.a_request()
    swept(FIVE_BEFORE)
    newcomer = make.a_member(foi_request.campaign, Role.EDITOR)
    swept(ONE_BEFORE)
    rows = Reminder.objects.filter(user=newcomer).order_by("pk")
    assert [(row.stage, row.state) for row in rows] == [
        (Stage.FIVE_BEFORE, Reminder.State.PASSED_OVER),
        (Stage.ONE_BEFORE, Reminder.State.QUEUED),
    ]


def test_somebody_who_joins_is_not_told_of_dates_that_passed_long_ago() -> None:
    """A campaign with years of requests behind it must not fill a newcomer's inbox."""
    foi_request = make.a_request()
    make.answered(foi_request, on=date(2026, 10, 20))
    swept(date(2026, 10, 21))
    long_after = date(2027, 6, 1)
    newcomer = make.a_member(foi_request.campaign, Role.EDITOR)
    assert swept(long_after).reminders_queued == 0
    assert not Reminder.objects.filter(user=newcomer).exists()


def test_somebody_made_a_viewer_is_told_no_more() -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    swept(FIVE_BEFORE)
    join(campaign=foi_request.campaign, user=owner, role=Role.VIEWER)
    assert swept(ONE_BEFORE).reminders_queued == 0


# Dates that moved, stopped or were met


def test_nobody_is_told_after_a_withdrawal() -> None:
    foi_request = make.a_request()
    by = make.requester_of(foi_request)
    withdraw(foi_request=foi_request, on=date(2026, 10, 20), by=by, now=noon(date(2026, 10, 20)))
    for day in (FIVE_BEFORE, ONE_BEFORE, DUE_ON, LATE_ON):
        assert swept(day) == SweepCounts()


def test_nobody_is_told_of_a_reply_that_has_come() -> None:
    make.answered(make.a_request(), on=date(2026, 10, 20))
    assert swept(FIVE_BEFORE).reminders_queued == 0


def test_people_are_told_of_the_new_day_when_a_date_has_moved() -> None:
    foi_request = make.a_request()
    swept(FIVE_BEFORE)
    clarification = make.asked_to_clarify(foi_request, on=date(2026, 10, 28))
    make.clarified(clarification, on=date(2026, 10, 28))
    new_due_on = make.due(foi_request).due_on
    assert new_due_on > DUE_ON
    assert swept(DUE_ON).reminders_queued == 0
    assert swept(new_due_on).reminders_queued == 1
    assert mailed(foi_request)[-1].startswith("Reply due today")


def test_while_they_wait_for_an_answer_people_are_told_to_answer() -> None:
    foi_request = make.a_request()
    make.asked_to_clarify(foi_request, on=date(2026, 10, 13))
    nudge = foi_request.deadlines.get(kind="clarification_nudge")
    swept(nudge.due_on)
    assert mailed(foi_request) == [
        f"Answer their question today: {foi_request.authority.short_name}, {foi_request.reference}"
    ]


def test_people_are_told_before_the_right_to_a_review_ends() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, on=date(2026, 10, 20))
    review_by = foi_request.deadlines.get(kind="review_request_by")
    assert swept(review_by.due_on).reminders_queued == 1
    assert mailed(foi_request)[-1].startswith("Ask for a review by today")


def test_a_date_whose_day_is_over_is_noticed_once() -> None:
    foi_request = make.a_request()
    assert swept(DUE_ON).deadlines_noticed == 0
    assert swept(LATE_ON).deadlines_noticed == 1
    assert make.due(foi_request).status == Deadline.Status.MISSED
    assert swept(LATE_ON + timedelta(days=1)).deadlines_noticed == 0


# Chasers


def test_a_chaser_waits_for_approval_when_the_twentieth_working_day_is_over_and_not_before() -> None:
    foi_request = make.a_request()
    assert swept(DUE_ON).drafts_suggested == 0
    assert swept(LATE_ON).drafts_suggested == 1
    draft = foi_request.drafts.get()
    assert (draft.kind, draft.state) == (LetterKind.OVERDUE_CHASER, Draft.State.SUGGESTED)
    assert swept(LATE_ON + timedelta(days=1)).drafts_suggested == 0


def test_a_request_that_came_on_a_saturday_is_chased_a_day_later() -> None:
    """Some authorities count a weekend arrival from the next working day: no quarrel over that one day."""
    foi_request = make.a_request(sent_on=date(2026, 10, 3))
    due = make.due(foi_request)
    assert due.due_on == date(2026, 10, 30)
    assert due.chase_from == date(2026, 11, 3)
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 2)):
        counts = swept(day)
        assert counts.drafts_suggested == 0
        assert Stage.PASSED not in [stage for stage, _ in told(foi_request)]
    counts = swept(date(2026, 11, 3))
    assert (counts.drafts_suggested, counts.reminders_queued) == (1, 1)


def test_a_dismissed_chaser_is_not_suggested_again() -> None:
    foi_request = make.a_request()
    swept(LATE_ON)
    draft = foi_request.drafts.get()
    dismiss_draft(draft=draft, version=draft.version, by=make.requester_of(foi_request), now=noon(LATE_ON))
    for days in range(1, 30):
        assert swept(LATE_ON + timedelta(days=days)).drafts_suggested == 0
    assert foi_request.drafts.count() == 1


def test_a_chaser_overtaken_by_the_reply_is_put_away_and_not_suggested_again() -> None:
    foi_request = make.a_request()
    swept(LATE_ON)
    make.answered(foi_request, on=LATE_ON)
    assert foi_request.drafts.get().state == Draft.State.DISMISSED
    assert swept(LATE_ON + timedelta(days=1)).drafts_suggested == 0


def test_a_date_that_moved_and_passed_again_calls_for_a_chaser_of_its_own() -> None:
    foi_request = make.a_request()
    swept(LATE_ON)
    clarification = make.asked_to_clarify(foi_request, on=LATE_ON)
    make.clarified(clarification, on=LATE_ON)
    due = make.due(foi_request)
    assert due.chase_from is not None
    assert swept(due.chase_from).drafts_suggested == 1
    assert sorted(foi_request.drafts.values_list("state", flat=True)) == ["dismissed", "suggested"]


def test_a_chaser_that_lacks_a_fact_is_left_and_the_reminder_still_goes() -> None:
    foi_request = make.a_request(requester_name="")
    counts = swept(LATE_ON)
    assert (counts.drafts_suggested, counts.reminders_queued) == (0, 1)
    assert not foi_request.drafts.exists()


def test_a_request_logged_long_after_its_day_gets_its_chaser_at_once() -> None:
    foi_request = make.a_request(logged_on=date(2027, 3, 1))
    assert swept(date(2027, 3, 2)).drafts_suggested == 1
    assert foi_request.drafts.get().kind == LetterKind.OVERDUE_CHASER


# One request's trouble is its own


def test_a_request_that_can_not_be_swept_does_not_keep_the_others_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = make.a_request(), make.a_request()
    gather = suggestions.facts_of

    def troubled(record: Record, *args: Any, **fields: Any) -> Facts:
        if record.foi_request.pk == first.pk:
            raise ClockError("The table of bank holidays ends before that day.")
        return gather(record, *args, **fields)

    monkeypatch.setattr(suggestions, "facts_of", troubled)
    swept(LATE_ON)
    assert second.drafts.exists()
    assert Stage.PASSED in [stage for stage, _ in told(first)]
    assert not catch_up_needed(today=LATE_ON)


def test_a_sweep_cut_short_by_a_fault_does_the_others_and_stays_to_be_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = make.a_request(), make.a_request()
    suggest = sweeping.suggest_letters

    def faulty(foi_requests: Sequence[FoiRequest], *args: Any, **fields: Any) -> int:
        if first in foi_requests:
            raise RuntimeError("a bug")
        return suggest(foi_requests, *args, **fields)

    monkeypatch.setattr(sweeping, "suggest_letters", faulty)
    with pytest.raises(RuntimeError, match="a bug"):
        swept(LATE_ON)
    assert second.drafts.exists()
    assert catch_up_needed(today=LATE_ON)
    monkeypatch.undo()
    assert swept(LATE_ON).drafts_suggested == 1
    assert not catch_up_needed(today=LATE_ON)


def test_dates_beyond_the_table_of_bank_holidays_do_not_stop_the_sweep() -> None:
    foi_request = make.a_request()
    counts = swept(date(2040, 1, 2))
    assert counts.deadlines_noticed == 1
    assert make.due(foi_request).status == Deadline.Status.MISSED


# The row of the day


def test_the_row_of_the_day_says_what_was_done_and_that_it_is_done() -> None:
    make.a_request()
    assert catch_up_needed(today=LATE_ON)
    counts = swept(LATE_ON)
    row = Sweep.objects.get(on=LATE_ON)
    assert row.finished_at == noon(LATE_ON)
    assert row.counts["drafts_suggested"] == counts.drafts_suggested == 1
    assert not catch_up_needed(today=LATE_ON)
    assert catch_up_needed(today=LATE_ON + timedelta(days=1))


def test_a_sweep_of_nothing_is_a_sweep() -> None:
    assert swept(SENT_ON) == SweepCounts()
    assert not catch_up_needed(today=SENT_ON)
