"""Letters a person starts: with gaps marked, arguments ticked, and sent as what they are to the clock."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.errors import BadInput, NotPermitted, StaleVersion, WrongState
from requests_app.core.states import Channel, EventKind, LetterKind, Outcome, State
from requests_app.models import Draft, FoiRequest, Message
from requests_app.usecases.details import correct_details
from requests_app.usecases.drafts import (
    approve_draft,
    dismiss_draft,
    edit_draft,
    mark_draft_sent,
    start_draft,
)
from requests_app.usecases.events import record_event
from requests_app.usecases.foi_requests import withdraw
from tests import factories as make
from tests.factories import LATE_ON, noon, refused
from tests.management.test_draft_letter import RECORDS

pytestmark = pytest.mark.django_db

K = LetterKind


def start(foi_request: FoiRequest, kind: LetterKind, *, on: date = LATE_ON, **more: Any) -> Draft:
    foi_request = make.fresh(foi_request)
    return start_draft(
        foi_request=foi_request, kind=kind, by=make.requester_of(foi_request), now=noon(on), **more
    )


def approved(draft: Draft, *, on: date = LATE_ON) -> Draft:
    by = make.requester_of(draft.foi_request)
    return approve_draft(draft=draft, version=draft.version, by=by, now=noon(on))


def sent(draft: Draft, *, on: date = LATE_ON) -> Draft:
    draft = approved(draft, on=on)
    return mark_draft_sent(
        draft=draft,
        on=on,
        channel=Channel.EMAIL,
        version=draft.version,
        by=make.requester_of(draft.foi_request),
        now=noon(on),
    )


@pytest.mark.parametrize("kind", sorted(set(LetterKind) - {K.CLARIFICATION_REPLY}))
def test_any_letter_that_can_be_written_is_started_from_the_record(kind: LetterKind) -> None:
    foi_request, on = RECORDS[kind]()
    draft = start(foi_request, kind, on=on)
    assert (draft.kind, draft.state) == (kind, Draft.State.SUGGESTED)
    assert draft.body == draft.suggested_body
    assert draft.facts
    assert all(fact["value"] in draft.subject + draft.body for fact in draft.facts)


def test_the_live_letter_for_the_same_cause_is_given_back_as_it_stands() -> None:
    foi_request = make.a_request()
    draft = start(foi_request, K.OVERDUE_CHASER)
    edited = edit_draft(
        draft=draft,
        subject="Mine",
        body="Mine.",
        version=1,
        by=make.requester_of(foi_request),
        now=noon(LATE_ON),
    )
    assert start(foi_request, K.OVERDUE_CHASER) == edited
    dismiss_draft(draft=edited, version=edited.version, by=make.requester_of(foi_request), now=noon(LATE_ON))
    assert start(foi_request, K.OVERDUE_CHASER).pk != draft.pk
    assert foi_request.drafts.count() == 2


def test_a_letter_that_can_not_be_written_is_refused_with_why() -> None:
    foi_request = make.a_request()
    with refused(WrongState, "it can be chased from Wed 4 Nov 2026"):
        start(foi_request, K.OVERDUE_CHASER, on=make.DUE_ON)
    withdraw(foi_request=foi_request, on=LATE_ON, by=make.requester_of(foi_request), now=noon(LATE_ON))
    with refused(WrongState, "was withdrawn"):
        start(foi_request, K.OVERDUE_CHASER)
    unsent = make.a_written_request()
    with refused(WrongState, "has not been sent yet"):
        start(unsent, K.THANKS)


def test_a_reader_starts_no_letter() -> None:
    foi_request, reader = make.a_public_request(), make.a_person()
    with refused(NotPermitted, ""):
        start_draft(foi_request=foi_request, kind=K.OVERDUE_CHASER, by=reader, now=noon(LATE_ON))


# Gaps


def test_a_letter_with_a_gap_is_drafted_and_not_approved_until_it_is_filled() -> None:
    foi_request, on = RECORDS[K.NARROWING]()
    draft = start(foi_request, K.NARROWING, on=on)
    assert "[[narrowed_to: Say what you would drop" in draft.body
    with refused(BadInput, "The letter still has a gap. Say what you would drop", field="body"):
        approved(draft, on=on)
    filled = edit_draft(
        draft=draft,
        subject=draft.subject,
        body=draft.body.partition("[[")[0] + "2026 only.",
        version=draft.version,
        by=make.requester_of(foi_request),
        now=noon(on),
    )
    assert approved(filled, on=on).state == Draft.State.APPROVED


def test_what_only_the_person_can_say_fills_its_gap_and_is_named_as_theirs() -> None:
    foi_request, on = RECORDS[K.NARROWING]()
    draft = start(foi_request, K.NARROWING, on=on, own_words={"narrowed_to": "2026 only.\nTotals."})
    assert "\n\n2026 only.\nTotals.\n\n" in draft.body
    assert {"name": "narrowed_to", "value": "2026 only.\nTotals.", "origin": "what you wrote"} in draft.facts
    assert approved(draft, on=on).state == Draft.State.APPROVED


def test_a_fact_entered_where_its_gap_says_is_in_the_next_letter() -> None:
    foi_request = make.a_request(requester_name="")
    draft = start(foi_request, K.OVERDUE_CHASER)
    assert "[[requester_name: Enter the real name" in draft.body
    by = make.requester_of(foi_request)
    correct_details(
        foi_request=foi_request,
        title=foi_request.title,
        requester_name=" Alex   Penrose ",
        requester_address="alex@example.org",
        authority_reference="",
        version=make.fresh(foi_request).version,
        by=by,
        now=noon(LATE_ON),
    )
    dismiss_draft(draft=draft, version=draft.version, by=by, now=noon(LATE_ON))
    again = start(foi_request, K.OVERDUE_CHASER)
    assert "[[" not in again.body
    assert "Alex Penrose\nalex@example.org" in again.body


def test_ticked_arguments_become_paragraphs_and_unticked_ones_do_not() -> None:
    foi_request, on = RECORDS[K.REVIEW_EXEMPTION]()
    ticked = start(foi_request, K.REVIEW_EXEMPTION, on=on, ticked=["counter:foia-31:1", "counter:foia-31:2"])
    assert "whose function would be prejudiced" in ticked.body
    assert "Please say whether disclosure would, or would be likely to" in ticked.body
    assert "how to ask for an internal review" not in ticked.body
    assert {"exemption foia-31"} == {fact["origin"] for fact in ticked.facts if fact["name"] == "arguments"}


def test_an_argument_that_is_theirs_to_vouch_for_leaves_a_gap() -> None:
    foi_request, on = RECORDS[K.REVIEW_EXEMPTION]()
    draft = start(foi_request, K.REVIEW_EXEMPTION, on=on, ticked=["counter:foia-31:6"])
    assert "The same information has been released elsewhere. [[evidence: Say where" in draft.body
    with refused(BadInput, "Say where that can be seen, or take the sentence out."):
        approved(draft, on=on)


# Sent


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind.asks_for_review])
def test_sending_a_letter_that_asks_for_a_review_starts_the_review(kind: LetterKind) -> None:
    foi_request, on = RECORDS[kind]()
    words = {"why_it_should_exist": "Your policy says so.", "purpose": "To know."}
    sent(start(foi_request, kind, on=on, own_words=words), on=on)
    now = make.fresh(foi_request)
    event = now.events.standing().get(kind=EventKind.INTERNAL_REVIEW_REQUESTED)
    assert (event.on, event.details) == (on, {"letter": kind.value})
    assert event.message is not None
    assert event.message.direction == Message.Direction.SENT
    assert now.state == State.REVIEW_RUNNING
    assert now.deadlines.filter(kind="review_due", status="open").exists()


@pytest.mark.parametrize(
    ("kind", "event"),
    [(K.ICO_COMPLAINT, EventKind.ICO_COMPLAINT), (K.SIC_APPLICATION, EventKind.SIC_APPLICATION)],
)
def test_sending_a_letter_to_a_regulator_puts_the_matter_there(kind: LetterKind, event: EventKind) -> None:
    foi_request, on = RECORDS[kind]()
    sent(start(foi_request, kind, on=on), on=on)
    now = make.fresh(foi_request)
    assert now.events.standing().filter(kind=event, on=on).exists()
    assert now.state == State.WITH_REGULATOR


@pytest.mark.parametrize(
    "kind", [kind for kind in LetterKind if kind.is_chaser or kind in {K.NARROWING, K.THANKS, K.FEE_QUERY}]
)
def test_sending_any_other_letter_moves_no_date_and_is_known_by_its_kind(kind: LetterKind) -> None:
    foi_request, on = RECORDS[kind]()
    before = make.fresh(foi_request)
    sent(start(foi_request, kind, on=on, own_words={"narrowed_to": "2026 only."}), on=on)
    now = make.fresh(foi_request)
    assert (now.state, now.response_due_on) == (before.state, before.response_due_on)
    event = now.events.standing().get(details__letter=kind.value)
    assert event.sentence == f"You sent a letter: {kind.label[0].lower()}{kind.label[1:]}"
    assert event.message is not None
    assert (event.message.kind == Message.Kind.CHASER) is kind.is_chaser


def test_a_review_asked_for_in_one_letter_puts_the_others_away() -> None:
    foi_request, on = RECORDS[K.REVIEW_NO_BALANCING]()
    other = start(foi_request, K.REVIEW_NO_BALANCING, on=on)
    sent(start(foi_request, K.REVIEW_EXEMPTION, on=on), on=on)
    other.refresh_from_db()
    assert other.state == Draft.State.DISMISSED
    with refused(WrongState, "You have asked for a review already."):
        start(foi_request, K.REVIEW_NO_BALANCING, on=on)


def test_a_letter_overtaken_by_an_event_is_put_away_and_its_words_are_kept() -> None:
    foi_request, on = RECORDS[K.FEE_QUERY]()
    draft = start(foi_request, K.FEE_QUERY, on=on)
    record_event(
        foi_request=make.fresh(foi_request),
        kind=EventKind.FEE_PAID,
        on=on,
        details={},
        text="",
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=noon(on),
    )
    kept = Draft.objects.get(pk=draft.pk)
    assert (kept.state, kept.body) == (Draft.State.DISMISSED, draft.body)


def test_what_a_letter_says_of_a_reply_comes_from_what_was_confirmed_of_it() -> None:
    foi_request, on = RECORDS[K.REVIEW_EXEMPTION]()
    draft = start(foi_request, K.REVIEW_EXEMPTION, on=on)
    response = foi_request.responses.get()
    answer = response.answers.get(outcome=Outcome.REFUSED)
    origins = {fact["name"]: fact["origin"] for fact in draft.facts}
    assert origins["refused"] == f"answer {answer.pk}"
    assert origins["reply_on"] == f"message {response.message_id}"
    assert origins["purpose"] == f"campaign {foi_request.campaign_id}"


# The details that letters name


def test_details_are_corrected_and_noted_without_what_is_private() -> None:
    foi_request = make.a_request()
    fields = {
        "title": "  Officers  ",
        "requester_name": "B. Person",
        "requester_address": "12 Other Lane",
        "authority_reference": "X/1",
    }
    version = make.fresh(foi_request).version
    correct_details(
        foi_request=foi_request,
        **fields,
        version=version,
        by=make.requester_of(foi_request),
        now=noon(LATE_ON),
    )
    now = make.fresh(foi_request)
    assert (now.title, now.requester_name, now.authority_reference) == ("Officers", "B. Person", "X/1")
    assert now.version == version + 1
    noted = now.events.last()
    assert noted is not None
    assert (
        noted.sentence
        == "Corrected: the title, the name of the person who asked, the address for replies, their reference"
    )
    with refused(StaleVersion, "Somebody changed this request"):
        correct_details(
            foi_request=foi_request,
            **fields,
            version=version,
            by=make.requester_of(foi_request),
            now=noon(LATE_ON),
        )
    with refused(BadInput, "Give the request a title", field="title"):
        correct_details(
            foi_request=foi_request,
            **fields | {"title": " "},
            version=now.version,
            by=make.requester_of(foi_request),
            now=noon(LATE_ON),
        )


def test_details_saved_unchanged_change_nothing() -> None:
    foi_request = make.a_request()
    before = make.everything()
    now = make.fresh(foi_request)
    correct_details(
        foi_request=foi_request,
        title=now.title,
        requester_name=now.requester_name,
        requester_address=now.requester_address,
        authority_reference=now.authority_reference,
        version=now.version,
        by=make.requester_of(foi_request),
        now=noon(LATE_ON),
    )
    assert make.everything() == before
