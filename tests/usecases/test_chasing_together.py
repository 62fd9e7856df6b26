"""One chaser for several overdue requests to one authority: chosen by a person, in the record of each, gaps kept."""

from __future__ import annotations

from datetime import date

import pytest

from requests_app.core.errors import BadInput, StaleVersion, WrongState
from requests_app.core.states import Channel, EventKind, LetterKind
from requests_app.models import Draft, FoiRequest
from requests_app.queries.chasing_together import chased_elsewhere, may_join, others_of
from requests_app.queries.record import record_of, situation_of
from requests_app.usecases.chasing_together import chase_together
from requests_app.usecases.drafts import approve_draft, edit_draft, mark_draft_sent
from requests_app.usecases.foi_requests import withdraw
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import LATE_ON, noon, refused

pytestmark = pytest.mark.django_db

ON = date(2026, 11, 6)


def three() -> tuple[FoiRequest, FoiRequest, FoiRequest]:
    """Three overdue requests of one campaign to one authority."""
    campaign, authority = make.a_campaign(), make.an_authority()
    first, second, third = (
        make.a_request(campaign=campaign, authority=authority, title=title, authority_reference=theirs)
        for title, theirs in (("Officers", ""), ("Searches", "FOI 12/26"), ("Training", ""))
    )
    return first, second, third


def together(draft: Draft, *others: FoiRequest, on: date = ON) -> Draft:
    return chase_together(
        draft=draft,
        others=[each.pk for each in others],
        version=draft.version,
        by=make.requester_of(draft.foi_request),
        now=noon(on),
    )


def approved(draft: Draft, on: date = ON) -> Draft:
    return approve_draft(
        draft=draft, version=draft.version, by=make.requester_of(draft.foi_request), now=noon(on)
    )


def sent(draft: Draft, on: date = ON) -> Draft:
    return mark_draft_sent(
        draft=draft,
        on=on,
        channel=Channel.EMAIL,
        version=draft.version,
        by=make.requester_of(draft.foi_request),
        now=noon(on),
    )


def test_the_letter_names_each_request_with_its_days_and_both_references() -> None:
    first, second, third = three()
    draft = together(make.a_chaser(first, on=ON), second, third)
    assert draft.subject.endswith("Officers, and other requests")
    assert (
        f"- Searches (your reference FOI 12/26, my reference {second.reference}): sent on Tuesday 6 October 2026;"
        " the last day for your reply was Tuesday 3 November 2026 (section 10(1)), 3 working days ago"
    ) in draft.body
    assert f"- Training (my reference {third.reference}): sent on" in draft.body
    assert "Please could you send me your reply to each of them by" in draft.body
    assert "your reply by" not in draft.body.replace("your reply to each of them by", "")
    origins = {fact["origin"] for fact in draft.facts if fact["name"] == "also_overdue"}
    assert origins == {f"request {second.pk}", f"request {third.pk}"}
    assert draft.body == draft.suggested_body
    assert others_of(draft) == [second, third]


def test_taken_out_again_it_is_the_letter_it_was() -> None:
    first, second, _ = three()
    draft = make.a_chaser(first, on=ON)
    before = draft.body
    draft = together(together(draft, second))
    assert draft.body == before
    assert others_of(draft) == []


def test_each_record_shows_the_letter_and_none_is_chased_again_for_five_working_days() -> None:
    first, second, third = three()
    sweep(on=ON, now=noon(ON))
    draft = first.drafts.get(kind=LetterKind.OVERDUE_CHASER)
    draft = together(draft, second)
    own = second.drafts.get(kind=LetterKind.OVERDUE_CHASER)
    assert own.state == Draft.State.SUGGESTED
    assert chased_elsewhere(own) == draft
    sent(approved(draft))
    for foi_request in (first, second):
        (event,) = foi_request.events.filter(kind=EventKind.OTHER_CORRESPONDENCE)
        assert event.details == {"letter": "overdue_chaser"}
        assert event.message is not None
        assert event.message.body == draft.body
        letters = situation_of(record_of(make.fresh(foi_request), today=ON)).letters_sent
        assert letters == {LetterKind.OVERDUE_CHASER: ON}
    assert f"with {first.reference}" in second.events.get(kind=EventKind.OTHER_CORRESPONDENCE).sentence
    own.refresh_from_db()
    assert own.state == Draft.State.DISMISSED
    assert not third.events.filter(kind=EventKind.OTHER_CORRESPONDENCE).exists()
    sweep(on=date(2026, 11, 11), now=noon(date(2026, 11, 11)))
    assert not second.drafts.filter(kind=LetterKind.SECOND_CHASER).exists()
    sweep(on=date(2026, 11, 13), now=noon(date(2026, 11, 13)))
    assert second.drafts.filter(kind=LetterKind.SECOND_CHASER).exists()


def test_only_what_is_overdue_to_the_same_authority_in_the_same_name_may_join() -> None:
    first, second, third = three()
    campaign, authority = first.campaign, first.authority
    make.a_request(campaign=campaign)
    make.a_request(authority=authority)
    make.a_request(campaign=campaign, authority=authority, sent_on=date(2026, 10, 30))
    make.a_request(campaign=campaign, authority=authority, requester_name="Sam Porter")
    make.answered(third, on=date(2026, 11, 4))
    draft = make.a_chaser(first, on=ON)
    assert may_join(draft, today=ON) == [second]
    with refused(BadInput, "can't be chased any more", field="others"):
        together(draft, third)


def test_one_that_was_chased_lately_waits() -> None:
    first, second, third = three()
    sent(approved(make.a_chaser(second, on=LATE_ON), LATE_ON), LATE_ON)
    assert may_join(make.a_chaser(first, on=ON), today=ON) == [third]


def test_a_letter_whose_wording_was_changed_is_not_written_anew() -> None:
    first, second, _ = three()
    draft = make.a_chaser(first, on=ON)
    draft = edit_draft(
        draft=draft,
        subject=draft.subject,
        body=f"{draft.body}\nThanks.",
        version=draft.version,
        by=make.requester_of(first),
        now=noon(ON),
    )
    with refused(WrongState, "You have changed the wording of this letter"):
        together(draft, second)


def test_it_is_not_approved_where_one_of_them_was_answered_meanwhile() -> None:
    first, second, _ = three()
    draft = together(make.a_chaser(first, on=ON), second)
    make.answered(second, on=ON)
    with refused(WrongState, f"{second.reference} can't be chased with this letter any more."):
        approved(draft)
    assert approved(together(draft)).state == Draft.State.APPROVED


def test_one_that_was_withdrawn_after_the_letter_went_keeps_its_record() -> None:
    first, second, third = three()
    draft = approved(together(make.a_chaser(first, on=ON), second, third))
    withdraw(foi_request=second, on=ON, by=make.requester_of(second), now=noon(ON))
    sent(draft)
    assert not second.messages.filter(kind="chaser").exists()
    assert third.messages.filter(kind="chaser").exists()


def test_somebody_elses_change_a_second_ago_is_not_written_over() -> None:
    first, second, _ = three()
    draft = make.a_chaser(first, on=ON)
    together(draft, second)
    with refused(StaleVersion, "Somebody changed this letter"):
        together(draft)


def test_only_the_first_chaser_is_for_several() -> None:
    first, second, _ = three()
    draft = make.a_chaser(first, on=ON)
    Draft.objects.filter(pk=draft.pk).update(kind=LetterKind.ACKNOWLEDGEMENT_CHASER)
    with refused(WrongState, "Only the first chaser"):
        together(draft, second)
