"""Clocks computed again because the law's data changed: the right dates move, logged and told once.

Requests are e-mailed on Tue 6 Oct 2026 and due on Tue 3 Nov; it is Wed 14 Oct when Mon 19 Oct becomes a holiday.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from requests_app import core
from requests_app.core.states import AuthorityKind, Channel, EventKind, Nation, Outcome, Regime
from requests_app.gateways import rules
from requests_app.models import (
    Announcement,
    BankHoliday,
    Deadline,
    Draft,
    Event,
    FoiRequest,
    OutgoingEmail,
    Recomputation,
)
from requests_app.models.campaign import Role
from requests_app.models.event import NOTED
from requests_app.usecases import recomputations
from requests_app.usecases.foi_requests import withdraw
from requests_app.usecases.holidays import delete_holidays, save_holiday
from requests_app.usecases.staff import save_authority
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

TODAY = date(2026, 10, 14)
PROCLAIMED = date(2026, 10, 19)
A_DAY_LATER = date(2026, 11, 4)
BECAUSE = "because Mon 19 Oct 2026 was proclaimed a bank holiday in Scotland"
WORDS = f"Reply due: moved from Tue 3 Nov 2026 to Wed 4 Nov 2026 {BECAUSE}"


def planned(
    division: str = "scotland", on: date = PROCLAIMED, title: str = "Special day", today: date = TODAY
) -> Recomputation:
    """A holiday as staff add it, with nothing computed yet."""
    holiday = BankHoliday(on=on, division=division, title=title)
    recomputation = save_holiday(holiday=holiday, now=noon(today))
    assert recomputation is not None
    return recomputation


def done(recomputation: Recomputation, today: date = TODAY) -> Recomputation:
    return recomputations.run_all(recomputation=recomputation, now=noon(today))


def proclaimed(
    division: str = "scotland", on: date = PROCLAIMED, title: str = "Special day", today: date = TODAY
) -> Recomputation:
    """A holiday as staff add it, with everything done that follows."""
    return done(planned(division, on, title, today), today)


def log_of(foi_request: FoiRequest) -> list[str]:
    """The notes the program made, without those on other things than moved or uncomputed dates."""
    return list(
        Event.objects.filter(foi_request=foi_request, kind=NOTED)
        .order_by("pk")
        .values_list("sentence", flat=True)
    )


def due_days(foi_requests: Iterable[FoiRequest]) -> list[date]:
    return [make.due(foi_request).due_on for foi_request in foi_requests]


def row(foi_request: FoiRequest, key: str) -> Deadline:
    return foi_request.deadlines.exclude(status=Deadline.Status.MOVED).get(key=key)


def all_but_the_plans() -> dict[str, list[dict[str, object]]]:
    rows = make.everything()
    del rows["requests_app.Recomputation"], rows["requests_app.RecomputationBatch"]
    return rows


# Which dates move


def test_a_scottish_holiday_moves_the_running_requests_that_count_it_and_no_others() -> None:
    english, scottish = make.a_request(), make.a_request(authority=make.a_scottish_authority())
    later = make.a_request(sent_on=PROCLAIMED, logged_on=date(2026, 10, 20))
    earlier = make.a_request(sent_on=date(2026, 9, 1))
    unsent = make.a_written_request()
    withdrawn = make.a_request()
    withdraw(foi_request=withdrawn, on=TODAY, by=make.requester_of(withdrawn), now=noon(TODAY))
    untouched = [later, earlier, unsent, withdrawn]
    before = [
        (make.fresh(each).version, list(each.deadlines.values())) for each in (earlier, unsent, withdrawn)
    ]

    recomputation = proclaimed()

    assert due_days([english, scottish]) == [A_DAY_LATER, A_DAY_LATER]
    assert [make.fresh(each).response_due_on for each in (english, scottish)] == [A_DAY_LATER, A_DAY_LATER]
    assert [log_of(each).count(WORDS) for each in (english, scottish)] == [1, 1]
    assert not any("moved" in sentence for each in untouched for sentence in log_of(each))
    assert before == [
        (make.fresh(each).version, list(each.deadlines.values())) for each in (earlier, unsent, withdrawn)
    ]
    assert recomputation.counts["not_computed"] == 0
    assert recomputation.finished_at == noon(TODAY)


def test_a_northern_irish_holiday_moves_foia_requests_and_leaves_scotlands_alone() -> None:
    english, scottish = make.a_request(), make.a_request(authority=make.a_scottish_authority())
    proclaimed("northern-ireland")
    assert due_days([english, scottish]) == [A_DAY_LATER, DUE_ON]
    assert "was proclaimed a bank holiday in Northern Ireland" in log_of(english)[0]
    assert log_of(scottish) == []


def test_the_old_date_stays_with_its_reason_and_the_new_one_shows_the_day_skipped() -> None:
    foi_request = make.a_request()
    old = make.due(foi_request)
    recomputation = proclaimed()
    new = make.due(foi_request)
    old.refresh_from_db()
    assert (old.status, old.due_on, old.moved_by) == (Deadline.Status.MOVED, DUE_ON, recomputation)
    assert f"because {old.moved_because}" == BECAUSE
    assert new.replaces == old
    assert any("Mon 19 Oct 2026 is skipped: Special day" in step["text"] for step in new.working)


def test_a_holiday_taken_back_moves_the_date_back_and_the_log_keeps_both_moves() -> None:
    foi_request = make.a_request()
    proclaimed()
    done(delete_holidays(holidays=[BankHoliday.objects.get(on=PROCLAIMED)], now=noon(TODAY)))
    assert make.due(foi_request).due_on == DUE_ON
    moves = [sentence for sentence in log_of(foi_request) if sentence.startswith("Reply due:")]
    no_longer = "because Mon 19 Oct 2026 is no longer a bank holiday in Scotland"
    assert moves == [WORDS, f"Reply due: moved from Wed 4 Nov 2026 to Tue 3 Nov 2026 {no_longer}"]
    assert foi_request.deadlines.filter(key="response_due").count() == 3


def test_a_holiday_moved_to_another_day_is_one_cause_that_names_both_days() -> None:
    inside, beyond = date(2026, 10, 20), date(2026, 12, 1)
    foi_request = make.a_request()
    proclaimed()
    holiday = BankHoliday.objects.get(on=PROCLAIMED)
    holiday.on = inside
    recomputation = save_holiday(holiday=holiday, now=noon(TODAY))
    assert recomputation is not None
    done(recomputation)
    assert make.due(foi_request).due_on == A_DAY_LATER
    assert log_of(foi_request).count(WORDS) == 1
    holiday.on = beyond
    recomputation = save_holiday(holiday=holiday, now=noon(TODAY))
    assert recomputation is not None
    done(recomputation)
    assert make.due(foi_request).due_on == DUE_ON
    assert log_of(foi_request)[-1].endswith("because Tue 20 Oct 2026 is no longer a bank holiday in Scotland")


def test_a_reply_that_came_in_time_stays_met_and_its_review_date_follows() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, on=TODAY)
    review = row(foi_request, "review_request_by").due_on
    proclaimed()
    assert make.due(foi_request).status == Deadline.Status.MET
    assert make.fresh(foi_request).state == "answered"
    assert row(foi_request, "review_request_by").due_on > review
    assert [sentence for sentence in log_of(foi_request) if sentence.startswith("Ask for a review by:")]


def test_a_reply_a_day_late_was_in_time_once_a_day_of_its_count_is_a_holiday() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, on=A_DAY_LATER)
    assert make.due(foi_request).status == Deadline.Status.MET_LATE
    proclaimed(today=date(2026, 11, 20))
    assert (make.due(foi_request).due_on, make.due(foi_request).status) == (A_DAY_LATER, Deadline.Status.MET)


def test_a_letter_in_the_post_is_presumed_to_arrive_after_the_holiday() -> None:
    foi_request = make.a_request(
        sent_on=date(2026, 10, 16), channel=Channel.POST, logged_on=date(2026, 10, 16)
    )
    before = make.due(foi_request)
    assert before.counted_from is not None
    assert before.counted_from > PROCLAIMED
    proclaimed()
    assert make.due(foi_request).due_on > before.due_on
    assert BECAUSE in log_of(foi_request)[0]


def test_a_date_beyond_the_table_is_computed_when_the_table_reaches_it() -> None:
    sent_on = date(2028, 12, 18)
    foi_request = make.a_request(sent_on=sent_on)
    assert not foi_request.deadlines.filter(key="response_due").exists()
    for division in ("england-and-wales", "scotland"):
        proclaimed(division, date(2029, 1, 1), "New Year’s Day", today=sent_on)
    assert not foi_request.deadlines.filter(key="response_due").exists()
    proclaimed("northern-ireland", date(2029, 1, 1), "New Year’s Day", today=sent_on)
    assert make.due(foi_request).due_on == date(2029, 1, 18)


# Without noise


def test_a_day_that_only_changes_the_working_is_kept_without_a_word() -> None:
    foi_request = make.a_request()
    proclaimed()
    due, version, mails = (
        make.due(foi_request),
        make.fresh(foi_request).version,
        OutgoingEmail.objects.count(),
    )
    log = log_of(foi_request)
    recomputation = proclaimed("northern-ireland")
    again = make.due(foi_request)
    assert (again.pk, again.due_on) == (due.pk, due.due_on)
    assert any("Northern Ireland" in step["text"] for step in again.working)
    assert not any("Northern Ireland" in step["text"] for step in due.working)
    assert log_of(foi_request) == log
    assert make.fresh(foi_request).version == version
    assert OutgoingEmail.objects.count() == mails
    assert (recomputation.counts["requests"], recomputation.counts["dates_moved"]) == (1, 0)


def test_a_title_put_right_changes_the_working_only_and_a_source_changes_nothing() -> None:
    foi_request = make.a_request()
    proclaimed()
    holiday = BankHoliday.objects.get(on=PROCLAIMED)
    holiday.source = "Edinburgh Gazette"
    assert save_holiday(holiday=holiday, now=noon(TODAY)) is None
    holiday.title = "King’s day"
    recomputation = save_holiday(holiday=holiday, now=noon(TODAY))
    assert recomputation is not None
    assert done(recomputation).counts["dates_moved"] == 0
    assert any("King’s day" in step["text"] for step in make.due(foi_request).working)


def test_everything_twice_changes_nothing_more() -> None:
    campaign = make.a_campaign()
    for _ in range(3):
        make.a_request(campaign)
    recomputation = proclaimed()
    before = make.everything()
    for batch in recomputation.batches.all():
        recomputations.run_batch(batch_id=batch.pk, now=noon(A_DAY_LATER))
    assert not recomputations.finish(recomputation_id=recomputation.pk, now=noon(A_DAY_LATER))
    done(recomputation)
    assert make.everything() == before


def test_a_batch_that_ran_without_its_mark_leaves_no_second_trace() -> None:
    foi_request = make.a_request()
    recomputation = proclaimed()
    log, rows = log_of(foi_request), foi_request.deadlines.count()
    recomputation.batches.update(done_at=None)
    Recomputation.objects.update(finished_at=None)
    recomputation = done(recomputation)
    assert (log_of(foi_request), foi_request.deadlines.count()) == (log, rows)
    assert OutgoingEmail.objects.count() == 1
    assert Announcement.objects.count() == 1


# Batches


def test_the_last_batch_of_a_cause_tells_the_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recomputations, "BATCH", 2)
    campaign = make.a_campaign()
    requests = [make.a_request(campaign) for _ in range(5)]
    recomputation = planned()
    batches = list(recomputation.batches.values_list("pk", flat=True))
    assert [len(batch.foi_request_ids) for batch in recomputation.batches.all()] == [2, 2, 1]
    for batch in batches:
        assert OutgoingEmail.objects.count() == 0
        assert not recomputations.finish(recomputation_id=recomputation.pk, now=noon(TODAY))
        recomputations.run_batch(batch_id=batch, now=noon(TODAY))
    assert recomputations.finish(recomputation_id=recomputation.pk, now=noon(TODAY))
    assert OutgoingEmail.objects.count() == 1
    assert due_days(requests) == [A_DAY_LATER] * 5
    recomputation.refresh_from_db()
    assert recomputation.counts["requests"] == 5
    assert recomputation.counts["people_told"] == 1


def test_a_request_that_gives_no_clock_keeps_its_dates_and_stops_nobody() -> None:
    good, bad = make.a_request(), make.a_request()
    Event.objects.create(
        foi_request=bad, kind=EventKind.REVIEW_OUTCOME, on=date(2026, 10, 12), recorded_at=noon(TODAY)
    )
    recomputation = proclaimed()
    assert due_days([good, bad]) == [A_DAY_LATER, DUE_ON]
    assert recomputation.counts["not_computed"] == 1
    (sentence,) = log_of(bad)
    assert sentence.startswith(
        f"The dates could not be computed again when {BECAUSE.removeprefix('because ')}: "
    )
    assert "review_outcome" in sentence
    recomputation.batches.update(done_at=None)
    done(recomputation)
    assert log_of(bad) == [sentence]


def test_a_request_withdrawn_while_its_batch_waited_is_left_alone() -> None:
    foi_request = make.a_request()
    recomputation = planned()
    withdraw(foi_request=foi_request, on=TODAY, by=make.requester_of(foi_request), now=noon(TODAY))
    before = list(foi_request.deadlines.values())
    assert done(recomputation).counts["requests"] == 0
    assert list(foi_request.deadlines.values()) == before


def test_two_days_that_wait_together_are_each_named_where_they_moved_a_date() -> None:
    first, second = make.a_request(), make.a_request(sent_on=date(2026, 10, 21), logged_on=date(2026, 10, 21))
    one, two = planned(), planned("england-and-wales", date(2026, 11, 5), "Another day")
    done(one)
    done(two)
    assert log_of(first)[0] == WORDS
    assert log_of(second)[0].endswith(
        "because Thu 5 Nov 2026 was proclaimed a bank holiday in England and Wales"
    )


# Telling


def test_each_person_gets_one_mail_for_a_cause_with_all_their_dates() -> None:
    owner = make.a_person("Robin Vale")
    ours, theirs = make.a_campaign(owner), make.a_campaign()
    editor = make.a_member(ours, Role.EDITOR)
    make.a_member(ours, Role.VIEWER)
    make.a_member(ours, Role.EDITOR, wants_reminders=False)
    make.a_member(ours, Role.EDITOR, is_active=False)
    first, second = make.a_request(ours), make.a_request(ours, authority=make.a_scottish_authority())
    third = make.a_request(theirs)
    recomputation = proclaimed()
    mails = OutgoingEmail.objects.order_by("pk")
    assert {mail.to_address for mail in mails} == {
        owner.email,
        editor.email,
        make.owner_of(theirs).email,
    }
    assert mails.count() == Announcement.objects.count() == recomputation.counts["people_told"] == 3
    mail = mails.get(user=owner)
    assert "have moved: Mon 19 Oct 2026 was proclaimed a bank holiday in Scotland" in mail.subject
    for text in (mail.text, mail.html):
        assert text.count("Reply due: now Wed 4 Nov 2026") == 2
        assert "was Tue 3 Nov 2026" in text
        assert first.reference in text
        assert second.reference in text
        assert third.reference not in text
    assert mail.kind == OutgoingEmail.Kind.REMINDER


def test_dates_that_are_settled_are_logged_but_nobody_is_written_to() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, Outcome.DISCLOSED, Outcome.DISCLOSED, on=TODAY)
    proclaimed()
    text = OutgoingEmail.objects.get().text
    assert "Ask for a review by: now" in text
    assert "Reply due" not in text


def test_two_causes_are_two_mails() -> None:
    make.a_request()
    proclaimed()
    proclaimed(on=date(2026, 10, 20), title="Another day")
    assert OutgoingEmail.objects.count() == 2


def test_telling_that_was_cut_short_goes_on_with_those_not_told_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        make.a_request()
    recomputation = planned()
    recomputations.run_batch(batch_id=recomputation.batches.get().pk, now=noon(TODAY))
    real, calls = recomputations.queue_email, []

    def fails_the_second_time(**mail: Any) -> OutgoingEmail:
        calls.append(mail["to_address"])
        if len(calls) == 2:
            raise OSError("the disk is full")
        return real(**mail)

    monkeypatch.setattr(recomputations, "queue_email", fails_the_second_time)
    with pytest.raises(OSError, match="full"):
        recomputations.finish(recomputation_id=recomputation.pk, now=noon(TODAY))
    assert OutgoingEmail.objects.count() == Announcement.objects.count() == 1
    recomputation.refresh_from_db()
    assert recomputation.finished_at is None
    assert recomputations.finish(recomputation_id=recomputation.pk, now=noon(TODAY))
    assert sorted(OutgoingEmail.objects.values_list("to_address", flat=True)) == sorted({*calls})
    assert OutgoingEmail.objects.count() == 3


# Letters


def test_a_chaser_for_a_date_that_moved_is_put_away() -> None:
    foi_request = make.a_request()
    chaser = make.a_chaser(foi_request, on=LATE_ON)
    proclaimed(today=LATE_ON)
    chaser.refresh_from_db()
    assert chaser.state == Draft.State.DISMISSED
    assert make.due(foi_request).status == Deadline.Status.OPEN


# Authorities and rules


def test_an_authority_that_is_a_school_after_all_gives_its_requests_school_days() -> None:
    authority = make.an_authority(kind=AuthorityKind.COUNCIL)
    foi_request, other = make.a_request(authority=authority), make.a_request()
    authority.kind = AuthorityKind.ACADEMY
    recomputation = save_authority(authority=authority, now=noon(TODAY))
    assert recomputation is not None
    assert done(recomputation).counts["requests"] == 1
    assert row(foi_request, "response_due_latest").working_days == 60
    assert any("School" in doubt or "school" in doubt for doubt in make.fresh(foi_request).clock_uncertain)
    assert make.due(other).due_on == DUE_ON


def test_requests_follow_their_authority_to_the_act_it_was_always_under() -> None:
    authority = make.an_authority(kind=AuthorityKind.COUNCIL_SCOT, nation=Nation.SCOTLAND)
    sent_on = date(2026, 8, 24)  # the last Monday of August, 31 Aug, is a working day in Scotland
    foi_request = make.a_request(authority=authority, sent_on=sent_on)
    draft = make.a_written_request(authority=authority)
    switched = make.a_request(authority=authority, sent_on=sent_on)
    FoiRequest.objects.filter(pk=switched.pk).update(regime=Regime.EIR)
    before = make.due(foi_request).due_on
    authority.regime = Regime.FOISA
    recomputation = save_authority(authority=authority, now=noon(date(2026, 9, 1)))
    assert recomputation is not None
    done(recomputation, date(2026, 9, 1))
    assert [make.fresh(each).regime for each in (foi_request, draft, switched)] == ["FOISA", "FOISA", "EIR"]
    assert make.due(foi_request).due_on < before
    why = f"the record of {authority.official_name} was corrected: FOISA, not FOIA"
    assert log_of(foi_request)[0] == f"Now under FOISA, not FOIA, because {why}"
    assert any(
        sentence.startswith("Reply due: moved") and why in sentence for sentence in log_of(foi_request)
    )
    assert log_of(draft) == []


def test_a_new_name_of_an_authority_computes_nothing() -> None:
    foi_request = make.a_request()
    foi_request.authority.short_name = "Ambleford Police"
    assert save_authority(authority=foi_request.authority, now=noon(TODAY)) is None
    assert Recomputation.objects.count() == 0


def test_other_rules_are_noticed_once_and_a_date_that_stays_makes_no_noise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    foi_request = make.a_request()
    before = all_but_the_plans()
    first = recomputations.plan_for_rules(now=noon(SENT_ON))
    assert first is not None
    assert done(first, SENT_ON).counts == {
        "requests": 1,
        "dates_moved": 0,
        "not_computed": 0,
        "people_told": 0,
    }
    assert recomputations.plan_for_rules(now=noon(SENT_ON)) is None
    monkeypatch.setattr(rules, "fingerprint", lambda: "other rules")
    second = recomputations.plan_for_rules(now=noon(SENT_ON))
    assert second is not None
    done(second, SENT_ON)
    assert all_but_the_plans() == before
    assert log_of(foi_request) == []


def test_the_fingerprint_changes_with_any_module_that_counts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = tmp_path / "core"
    shutil.copytree(Path(core.__file__).parent, copy)
    monkeypatch.setattr(core, "__file__", str(copy / "__init__.py"))
    count = rules.fingerprint.__wrapped__
    before = count()
    assert before == count() == rules.fingerprint()
    (copy / "advice_of_another_kind.py").write_text("")
    assert count() == before
    for name in ("calendars.py", "regimes.py", "clock/stops.py"):
        changed = count()
        (copy / name).write_text(f"{(copy / name).read_text()}# another rule\n")
        assert count() != changed
