"""Letters: suggested from the record, changed and approved by people, sent by their hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from requests_app.core.errors import BadInput, MissingFact, StaleVersion, WrongState
from requests_app.core.states import Channel, EventKind, LetterKind, State
from requests_app.models import Draft, Message
from requests_app.usecases.drafts import (
    approve_draft,
    dismiss_draft,
    edit_draft,
    mark_draft_sent,
    reopen_draft,
    suggest_draft,
)
from requests_app.usecases.foi_requests import withdraw
from tests import factories as make
from tests.factories import LATE_ON, noon, refused

pytestmark = pytest.mark.django_db

Act = Callable[..., Draft]


def act(do: Act, draft: Draft, *, version: int | None = None, **fields: Any) -> Draft:
    return do(
        draft=draft,
        version=draft.version if version is None else version,
        by=make.requester_of(draft.foi_request),
        now=noon(LATE_ON),
        **fields,
    )


def edited(draft: Draft, **fields: Any) -> Draft:
    return act(edit_draft, draft, **{"subject": "Overdue", "body": "Please reply."} | fields)


def sent(draft: Draft, *, on: date = LATE_ON, **fields: Any) -> Draft:
    return act(mark_draft_sent, draft, on=on, channel=Channel.EMAIL, **fields)


# Suggested


def test_a_chaser_states_facts_of_the_record_and_says_where_each_comes_from() -> None:
    foi_request = make.a_request(authority_reference="01/FOI/26/004")
    draft = make.a_chaser(foi_request)
    assert draft.state == Draft.State.SUGGESTED
    assert draft.body == draft.suggested_body
    for fact in ("01/FOI/26/004", "Tuesday 6 October 2026", "Tuesday 3 November 2026", "Alex Penrose"):
        assert fact in draft.body
    origins = {fact["name"]: fact["origin"] for fact in draft.facts}
    event = foi_request.events.get(kind=EventKind.SENT)
    assert origins["sent_on"] == f"event {event.pk}"
    assert origins["response_due_on"] == f"deadline {make.due(foi_request).pk}"
    assert all(fact["value"] in draft.subject + draft.body for fact in draft.facts)


def test_a_letter_is_suggested_once_for_a_cause_even_when_it_was_dismissed() -> None:
    foi_request = make.a_request()
    draft = make.a_chaser(foi_request)
    again: dict[str, Any] = {
        "foi_request": foi_request,
        "kind": LetterKind.OVERDUE_CHASER,
        "today": LATE_ON,
        "now": noon(LATE_ON),
    }
    assert suggest_draft(cause=draft.cause, **again) is None
    act(dismiss_draft, draft)
    assert suggest_draft(cause=draft.cause, **again) is None
    assert suggest_draft(cause="another cause", **again) is not None


def test_a_letter_without_a_fact_it_needs_is_not_made_up() -> None:
    foi_request = make.a_request(requester_name="")
    with refused(MissingFact, "") as lack:
        make.a_chaser(foi_request)
    assert isinstance(lack.value, MissingFact)
    assert lack.value.fact == "requester_name"


def test_nobody_is_chased_before_the_reply_is_late() -> None:
    foi_request = make.a_request()
    with refused(WrongState, "The reply was due on Tue 3 Nov 2026"):
        make.a_chaser(foi_request, on=make.DUE_ON)


# Edited, approved, taken back, dismissed


def test_a_persons_wording_is_kept_beside_what_was_suggested() -> None:
    draft = make.a_chaser(make.a_request())
    changed = edited(draft, subject="  Overdue   reply ", body="Please reply.\r\nThank you.\r\n")
    assert (changed.subject, changed.body) == ("Overdue reply", "Please reply.\nThank you.")
    assert changed.suggested_body == draft.body
    assert (changed.state, changed.version) == (Draft.State.EDITED, draft.version + 1)


def test_approving_names_the_person_and_sends_nothing() -> None:
    foi_request = make.a_request()
    draft = act(approve_draft, make.a_chaser(foi_request))
    assert draft.state == Draft.State.APPROVED
    assert (draft.approved_by, draft.approved_at) == (make.requester_of(foi_request), noon(LATE_ON))
    assert not foi_request.messages.filter(kind=Message.Kind.CHASER).exists()


def test_an_approval_taken_back_leaves_a_letter_to_edit() -> None:
    draft = act(reopen_draft, make.an_approved_chaser(make.a_request()))
    assert (draft.state, draft.approved_by, draft.approved_at) == (Draft.State.EDITED, None, None)
    assert edited(draft, body="Changed.").body == "Changed."


def test_an_approved_letter_may_still_be_dismissed() -> None:
    draft = act(dismiss_draft, make.an_approved_chaser(make.a_request()))
    assert draft.state == Draft.State.DISMISSED


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"subject": " "}, "The letter needs a subject.", "subject"),
        ({"body": ""}, "The letter is empty.", "body"),
        ({"body": "\x00"}, "The letter is not text", "body"),
        ({"body": "x" * 3 * 1024 * 1024}, "The letter is 3.0 MB long", "body"),
    ],
)
def test_a_letter_without_words_is_refused_and_changes_nothing(
    fields: dict[str, str], sentence: str, field: str
) -> None:
    draft = make.a_chaser(make.a_request())
    with refused(BadInput, sentence, field=field):
        edited(draft, **fields)


@pytest.mark.parametrize(
    "do", [edited, *(lambda draft, do=do, **v: act(do, draft, **v) for do in (approve_draft, dismiss_draft))]
)
def test_a_letter_changed_in_another_tab_is_not_overwritten(do: Act) -> None:
    draft = make.a_chaser(make.a_request())
    edited(draft, body="Somebody else's wording.")
    with refused(StaleVersion, "Somebody changed this letter while you had it open."):
        do(draft, version=draft.version)


def test_an_approval_of_a_letter_changed_since_is_not_used_to_send_it() -> None:
    draft = make.an_approved_chaser(make.a_request())
    with refused(StaleVersion, "Somebody changed this letter"):
        sent(draft, version=draft.version - 1)
    with refused(StaleVersion, "Somebody changed this letter"):
        act(reopen_draft, draft, version=draft.version - 1)


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        ("suggested", {"edit", "approve", "dismiss"}),
        ("edited", {"edit", "approve", "dismiss"}),
        ("approved", {"reopen", "dismiss", "send"}),
        ("queued", set()),
        ("sent", set()),
        ("dismissed", set()),
    ],
)
def test_what_can_be_done_with_a_letter_follows_from_its_state(state: str, possible: set[str]) -> None:
    acts: dict[str, Callable[[Draft], Draft]] = {
        "edit": edited,
        "approve": lambda draft: act(approve_draft, draft),
        "reopen": lambda draft: act(reopen_draft, draft),
        "dismiss": lambda draft: act(dismiss_draft, draft),
        "send": sent,
    }
    for name, do in acts.items():
        draft = make.a_chaser(make.a_request())
        Draft.objects.filter(pk=draft.pk).update(
            state=state, approved_by=make.requester_of(draft.foi_request)
        )
        draft.refresh_from_db()
        if name in possible:
            assert do(draft).version == draft.version + 1
        else:
            with refused(WrongState, f"This letter is {Draft.State(state).label.lower()}"):
                do(draft)


def test_nothing_is_done_with_letters_of_a_withdrawn_request() -> None:
    foi_request = make.a_request()
    draft = make.a_chaser(foi_request)
    withdraw(foi_request=foi_request, on=LATE_ON, by=make.requester_of(foi_request), now=noon(LATE_ON))
    draft.refresh_from_db()
    assert draft.state == Draft.State.DISMISSED
    with refused(WrongState, "was withdrawn"):
        edited(draft)


# Sent


def test_a_letter_marked_as_sent_stands_in_the_record_and_moves_no_date() -> None:
    foi_request = make.a_request()
    draft = sent(make.an_approved_chaser(foi_request))
    assert draft.state == Draft.State.SENT
    message = foi_request.messages.get(kind=Message.Kind.CHASER)
    assert (message.direction, message.body, message.subject) == (
        Message.Direction.SENT,
        draft.body,
        draft.subject,
    )
    event = message.events.get()
    assert (event.kind, event.on) == (EventKind.OTHER_CORRESPONDENCE, LATE_ON)
    assert event.sentence.startswith("You sent a letter: ")
    now = make.fresh(foi_request)
    assert (now.state, now.response_due_on) == (State.SENT, make.DUE_ON)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2026, 11, 5), "which is still to come"),
        (date(2026, 10, 5), "This letter on Mon 5 Oct 2026 would be before the request on Tue 6 Oct 2026"),
        (date(2004, 11, 5), "the right to information began"),
    ],
)
def test_a_letter_is_sent_on_a_day_that_can_be(on: date, sentence: str) -> None:
    draft = make.an_approved_chaser(make.a_request())
    with refused(BadInput, sentence, field="on"):
        sent(draft, on=on)


def test_a_letter_nobody_approved_is_not_sent() -> None:
    draft = make.a_chaser(make.a_request())
    with refused(WrongState, "so that can't be done now"):
        sent(draft)
