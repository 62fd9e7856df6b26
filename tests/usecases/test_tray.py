"""What people do with mail of the tray, and who may."""

from __future__ import annotations

import pytest

from requests_app.core.errors import BadInput, NotPermitted, StaleVersion, WrongState
from requests_app.models import IncomingEmail, Message
from requests_app.models.campaign import Role
from requests_app.models.event import NOTED
from requests_app.queries.tray import lines, seen_by, tray_of
from requests_app.usecases import tray
from requests_app.usecases.replies import confirm_reading
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, noon

pytestmark = pytest.mark.django_db
NOW = noon(LATE_ON)
State = IncomingEmail.State


def test_an_accepted_guess_is_a_message_to_confirm_with_its_history() -> None:
    foi_request = make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    by = make.requester_of(foi_request)
    message = tray.accept(mail=mail, foi_request=foi_request, by=by, now=NOW)
    mail.refresh_from_db()
    assert (mail.state, mail.became, mail.foi_request) == (State.PLACED, message, foi_request)
    assert message.reading_state == Message.ReadingState.TO_CONFIRM
    assert message.happened_on == DUE_ON
    assert foi_request.events.get(kind=NOTED).recorded_by == by
    with pytest.raises(StaleVersion):
        tray.accept(mail=IncomingEmail.objects.get(pk=mail.pk), foi_request=foi_request, by=by, now=NOW)


def test_a_mail_is_seen_by_staff_and_by_editors_of_the_one_campaign_it_may_belong_to() -> None:
    foi_request = make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    viewer = make.a_member(foi_request.campaign, Role.VIEWER)
    staff = make.a_person(is_staff=True)
    assert list(tray_of(make.requester_of(foi_request))) == [mail]
    assert list(tray_of(staff)) == [mail]
    assert not tray_of(viewer).exists()
    assert not tray_of(make.a_person()).exists()
    assert lines([mail], staff)[0].guesses[0].title == "", "staff see no private request"


def test_staff_do_not_see_what_is_with_a_private_request() -> None:
    foi_request = make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    staff = make.a_person(is_staff=True)
    tray.accept(mail=mail, foi_request=foi_request, by=staff, now=NOW)
    assert not seen_by(staff).exists()
    assert seen_by(make.requester_of(foi_request)).exists()


def test_a_viewer_and_a_stranger_place_nothing() -> None:
    foi_request = make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    for nobody in (make.a_member(foi_request.campaign, Role.VIEWER), make.a_person()):
        with pytest.raises(NotPermitted):
            tray.accept(mail=mail, foi_request=foi_request, by=nobody, now=NOW)
        with pytest.raises(NotPermitted):
            tray.refuse(mail=mail, by=nobody, now=NOW)


def test_an_editor_puts_no_mail_with_a_request_of_another_campaign() -> None:
    foi_request, other = make.a_request(), make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    with pytest.raises(NotPermitted):
        tray.accept(mail=mail, foi_request=other, by=make.requester_of(foi_request), now=NOW)


def test_a_refused_mail_keeps_its_bytes_and_can_still_be_placed() -> None:
    foi_request = make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    by = make.requester_of(foi_request)
    tray.refuse(mail=mail, by=by, now=NOW)
    mail.refresh_from_db()
    assert mail.state == State.REFUSED
    assert bytes(mail.raw)
    assert tray.accept(mail=mail, foi_request=foi_request, by=by, now=NOW).foi_request == foi_request


def test_a_moved_mail_is_told_in_both_histories_and_other_campaigns_are_not_named() -> None:
    source, target = make.a_request(), make.a_request()
    staff = make.a_person(is_staff=True)
    mail = make.a_mail_in_the_tray(source)
    tray.accept(mail=mail, foi_request=source, by=staff, now=NOW)
    mail.refresh_from_db()
    message = tray.move(mail=mail, to=target, by=staff, now=NOW)
    message.refresh_from_db()
    assert message.foi_request == target
    told = [event.sentence for event in source.events.filter(kind=NOTED)]
    assert "A mail was moved to another request" in told
    assert target.events.get(kind=NOTED).sentence == "A mail was moved from another request"


def test_a_mail_whose_reading_was_confirmed_is_not_moved() -> None:
    source, target = make.a_request(), make.a_request()
    staff = make.a_person(is_staff=True)
    mail = make.a_mail_in_the_tray(source)
    message = tray.accept(mail=mail, foi_request=source, by=staff, now=NOW)
    confirm_reading(
        message=message, confirmed=make.a_reading(source, on=DUE_ON), by=make.requester_of(source), now=NOW
    )
    mail.refresh_from_db()
    with pytest.raises(WrongState):
        tray.move(mail=mail, to=target, by=staff, now=NOW)


def test_a_mail_is_not_put_with_a_request_that_was_not_sent() -> None:
    foi_request = make.a_request()
    draft = make.a_written_request(foi_request.campaign)
    mail = make.a_mail_in_the_tray(foi_request)
    with pytest.raises(BadInput):
        tray.accept(mail=mail, foi_request=draft, by=make.requester_of(foi_request), now=NOW)
