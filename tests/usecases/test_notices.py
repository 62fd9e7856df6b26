"""News: who is told, at once or in the morning, never twice, and never anybody whom it does not concern."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from requests_app.core.notices import NoticeKind, Timing
from requests_app.core.states import Channel
from requests_app.models import Notice, OutgoingEmail, User
from requests_app.models.campaign import Role
from requests_app.usecases.foi_requests import withdraw
from requests_app.usecases.notice_choices import Chosen, choose, stop_mail
from requests_app.usecases.notices import tell
from requests_app.usecases.replies import receive_reply
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import SENT_ON, noon

pytestmark = pytest.mark.django_db

TODAY = date(2026, 10, 8)
NOW = noon(TODAY)


def subjects(user: User | None = None) -> list[str]:
    rows = OutgoingEmail.objects.order_by("pk")
    return list((rows.filter(user=user) if user else rows).values_list("subject", flat=True))


def test_news_is_mailed_at_once_to_those_who_work_on_the_request() -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    make.a_member(foi_request.campaign, Role.VIEWER)
    assert tell(kind=NoticeKind.NEW_REPLY, foi_request=foi_request, now=NOW, about="From the police: Re") == 1
    (mail,) = OutgoingEmail.objects.all()
    assert mail.user == owner
    assert mail.subject == f"New reply: {foi_request.authority.short_name}, {foi_request.reference}"
    assert "From the police: Re" in mail.text
    assert foi_request.get_absolute_url() in mail.text
    assert Notice.objects.get().email == mail


def test_who_did_it_is_not_told_and_named_people_are_told_whatever_their_role() -> None:
    foi_request = make.a_request()
    owner, viewer = make.requester_of(foi_request), make.a_member(foi_request.campaign)
    stranger = make.a_person()
    assert tell(kind=NoticeKind.NEW_REPLY, foi_request=foi_request, now=NOW, but=owner) == 0
    named = [owner, viewer, stranger]
    assert tell(kind=NoticeKind.MENTIONED, foi_request=foi_request, now=NOW, only=named, but=owner) == 1
    assert [mail.user for mail in OutgoingEmail.objects.all()] == [viewer]


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_each_kind_can_come_at_once_in_the_morning_or_not_at_all(kind: NoticeKind) -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    for timing, told, now, morning in (
        (Timing.AT_ONCE, 1, 1, 0),
        (Timing.DIGEST, 1, 0, 1),
        (Timing.NEVER, 0, 0, 0),
    ):
        choose(chosen=Chosen(timings={kind: timing}), by=owner)
        before = len(subjects())
        assert tell(kind=kind, foi_request=foi_request, now=NOW, about=f"{timing}") == told
        assert len(subjects()) - before == now
        assert sweep(on=TODAY, now=NOW).mails_queued == morning


def test_nobody_is_told_the_same_news_twice() -> None:
    foi_request = make.a_request()
    page = f"/requests/{foi_request.reference}/reply/1/"
    for _ in range(2):
        tell(kind=NoticeKind.NEW_REPLY, foi_request=foi_request, now=NOW, url=page)
    assert len(subjects()) == 1


def test_a_second_reply_under_the_same_subject_is_news() -> None:
    foi_request = make.a_request()
    for _ in range(2):
        tell(kind=NoticeKind.NEW_REPLY, foi_request=foi_request, now=NOW, about="From the police: Re: FOI")
    assert len(subjects()) == 2


def test_after_a_withdrawal_nobody_is_told_anything() -> None:
    foi_request = make.a_request()
    withdraw(foi_request=foi_request, on=TODAY, by=make.requester_of(foi_request), now=NOW)
    foi_request = make.fresh(foi_request)
    assert [tell(kind=kind, foi_request=foi_request, now=NOW) for kind in NoticeKind] == [0] * len(NoticeKind)


@pytest.mark.parametrize("fields", [{"wants_reminders": False}, {"is_active": False}])
def test_who_wants_no_mail_or_is_gone_is_told_nothing(fields: dict[str, bool]) -> None:
    foi_request = make.a_request(make.a_campaign(make.a_person(**fields)))
    assert tell(kind=NoticeKind.BOUNCE, foi_request=foi_request, now=NOW) == 0


def test_on_a_quiet_day_news_waits_for_the_morning_after() -> None:
    foi_request = make.a_request()
    choose(chosen=Chosen(quiet_days=frozenset({TODAY.weekday()})), by=make.requester_of(foi_request))
    assert tell(kind=NoticeKind.BOUNCE, foi_request=foi_request, now=NOW) == 1
    assert subjects() == []
    assert sweep(on=TODAY, now=NOW).mails_queued == 0
    assert sweep(on=TODAY + timedelta(days=1), now=noon(TODAY + timedelta(days=1))).mails_queued == 1


def test_a_reply_that_one_person_records_is_told_the_others_with_its_page() -> None:
    foi_request = make.a_request()
    editor = make.a_member(foi_request.campaign, Role.EDITOR)
    message = receive_reply(
        foi_request=foi_request,
        text="We hold nothing.",
        received_on=SENT_ON,
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=NOW,
    )
    (mail,) = OutgoingEmail.objects.all()
    assert mail.user == editor
    assert f"/requests/{foi_request.reference}/reply/{message.pk}/" in mail.text


def test_a_reply_confirmed_before_the_morning_is_not_told_any_more() -> None:
    foi_request = make.a_request()
    editor = make.a_member(foi_request.campaign, Role.EDITOR)
    choose(chosen=Chosen(timings={NoticeKind.NEW_REPLY: Timing.DIGEST}), by=editor)
    make.answered(foi_request, on=date(2026, 10, 13))
    assert Notice.objects.filter(user=editor, state=Notice.State.WAITING).exists()
    sweep(on=date(2026, 10, 14), now=noon(date(2026, 10, 14)))
    assert Notice.objects.get(user=editor, kind=NoticeKind.NEW_REPLY).state == Notice.State.DROPPED


def test_a_question_of_theirs_and_the_dates_that_move_by_it_are_told_the_others() -> None:
    foi_request = make.a_request()
    editor = make.a_member(foi_request.campaign, Role.EDITOR)
    clarification = make.asked_to_clarify(foi_request, on=date(2026, 10, 13))
    assert [subject.partition(":")[0] for subject in subjects(editor)] == ["They ask for clarification"]
    make.clarified(clarification, on=date(2026, 10, 14))
    sweep(on=date(2026, 10, 15), now=noon(date(2026, 10, 15)))
    mail = OutgoingEmail.objects.filter(user=editor).latest("pk")
    assert "Reply due: now Wed 11 Nov 2026, was Tue 3 Nov 2026, because" in mail.text
    assert not OutgoingEmail.objects.exclude(user=editor).exists()


def test_stopping_a_kind_stops_it_wherever_it_was_chosen() -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    at_once = Chosen(timings={NoticeKind.BOUNCE: Timing.AT_ONCE, NoticeKind.NEW_REPLY: Timing.AT_ONCE})
    choose(chosen=at_once, campaign=foi_request.campaign, by=owner)
    choose(chosen=at_once, foi_request=foi_request, by=owner)
    assert stop_mail(user_id=owner.pk, kinds=[NoticeKind.BOUNCE]) == 1
    assert tell(kind=NoticeKind.BOUNCE, foi_request=foi_request, now=NOW) == 0
    assert tell(kind=NoticeKind.NEW_REPLY, foi_request=foi_request, now=NOW) == 1
    assert stop_mail(user_id=0, kinds=[NoticeKind.BOUNCE]) == 0
