"""Letters: suggested from the record, edited and approved by a person, then sent or taken away (promise 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.checks import check_day, check_not_before, check_text
from requests_app.core.drafting import Letter, draft_letter
from requests_app.core.errors import BadInput, StaleVersion, WrongState
from requests_app.core.letters.gaps import check_no_gaps
from requests_app.core.letters.registry import availability
from requests_app.core.states import Channel, EventKind, LetterKind
from requests_app.models import Clarification, Draft, FoiRequest, Message, User
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.facts import facts_of
from requests_app.queries.letter_wordings import wording_in_force
from requests_app.queries.letters import cause_of
from requests_app.queries.record import record_of, situation_of
from requests_app.usecases.clarifications import (
    answer_clarification,
    cause_of_letter,
    live_letters,
    open_clarification,
)
from requests_app.usecases.clock import recompute
from requests_app.usecases.foi_requests import check_under_way, day_sent
from requests_app.usecases.other_requests import check_others, record_in_others
from requests_app.usecases.record import append_event, keep_message, open_for_change

EDITABLE = [Draft.State.SUGGESTED, Draft.State.EDITED]


@transaction.atomic
def suggest_draft(
    *, foi_request: FoiRequest, kind: LetterKind, cause: str, today: date, now: datetime
) -> Draft | None:
    """Draft a letter for a cause, unless one was ever drafted for it (dismissed ones included).

    Raises ClockError, MissingFact naming what the record lacks, WrongState where the facts do not support it.
    """
    FoiRequest.objects.select_for_update(of=("self",)).get(pk=foi_request.pk)
    if Draft.objects.filter(foi_request=foi_request, kind=kind, cause=cause).exists():
        return None
    record = record_of(foi_request, today=today)
    facts = facts_of(record, kind, situation=situation_of(record))
    letter = draft_letter(kind, facts, wording=wording_in_force(kind, record.regime))
    return _create(foi_request, letter, cause=cause, now=now)


@transaction.atomic
def start_draft(
    *,
    foi_request: FoiRequest,
    kind: LetterKind,
    ticked: Sequence[str] | None = None,
    own_words: Mapping[str, str] | None = None,
    by: User,
    now: datetime,
) -> Draft:
    """Draft a letter that a person wants, with gaps marked where the record lacks a fact.

    The live draft for the same cause is given back as it stands. Raises ClockError, NotPermitted, and WrongState with
    why the letter can't be written, and when.
    """
    foi_request = open_for_change(foi_request, by)
    check_under_way(foi_request)
    record = record_of(foi_request, today=london_day(now))
    situation = situation_of(record)
    possible = availability(kind, situation)
    if not possible.available:
        raise WrongState(possible.why)
    cause = cause_of(kind, possible, record)
    live = Draft.objects.filter(
        foi_request=foi_request, kind=kind, cause=cause, state__in=LIVE_STATES
    ).first()
    if live is not None:
        return live
    facts = facts_of(record, kind, situation=situation, ticked=ticked, own_words=own_words)
    letter = draft_letter(kind, facts, with_gaps=True, wording=wording_in_force(kind, record.regime))
    return _create(foi_request, letter, cause=cause, now=now)


def _create(foi_request: FoiRequest, letter: Letter, *, cause: str, now: datetime) -> Draft:
    draft = new_draft(foi_request, letter, cause=cause, now=now)
    draft.save()
    return draft


def new_draft(foi_request: FoiRequest, letter: Letter, *, cause: str, now: datetime) -> Draft:
    """A letter as its draft begins, not saved yet."""
    return Draft(
        foi_request=foi_request,
        kind=letter.kind,
        cause=cause,
        subject=letter.subject[:300],
        body=letter.body,
        suggested_body=letter.body,
        facts=facts_kept(letter),
        created_at=now,
        changed_at=now,
    )


def facts_kept(letter: Letter) -> list[dict[str, str]]:
    """The facts of a letter as its draft keeps them."""
    return [{"name": fact.name, "value": fact.value, "origin": fact.origin} for fact in letter.facts]


@transaction.atomic
def draft_clarification_reply(
    *, clarification: Clarification, answered: str, by: User, now: datetime
) -> Draft:
    """Put an answer to their question into a letter, for a person to read and approve (RULES.md section 6, L4).

    A letter drafted before for the same question makes way. Raises BadInput, MissingFact, NotPermitted,
    WrongState.
    """
    foi_request, clarification = open_clarification(clarification, by)
    clarification.answered = check_text(answered, field="answered", what="Your answer")
    clarification.save(update_fields=["answered"])
    live_letters(clarification).update(state=Draft.State.DISMISSED, changed_at=now)
    record = record_of(foi_request, today=london_day(now))
    kind = LetterKind.CLARIFICATION_REPLY
    facts = facts_of(record, kind, situation=situation_of(record))
    letter = draft_letter(kind, facts, wording=wording_in_force(kind, record.regime))
    return _create(foi_request, letter, cause=cause_of_letter(clarification), now=now)


@transaction.atomic
def edit_draft(*, draft: Draft, subject: str, body: str, version: int, by: User, now: datetime) -> Draft:
    """Keep a person's wording. Raises BadInput, NotPermitted, StaleVersion, WrongState."""
    draft = open_draft(draft, by, version=version, states=EDITABLE)
    if not subject.strip():
        raise BadInput("The letter needs a subject.", field="subject")
    draft.subject = " ".join(subject.split())[:300]
    draft.body = check_text(body, field="body", what="The letter")
    draft.state = Draft.State.EDITED
    return save_draft(draft, now=now)


@transaction.atomic
def approve_draft(*, draft: Draft, version: int, by: User, now: datetime) -> Draft:
    """Approve a letter: it is ready to send, and still leaves only by a person's hand.

    Raises NotPermitted, StaleVersion, WrongState.
    """
    draft = open_draft(draft, by, version=version, states=EDITABLE)
    check_no_gaps(f"{draft.subject}\n{draft.body}")
    check_others(draft, by, today=london_day(now))
    draft.state = Draft.State.APPROVED
    draft.approved_by = by
    draft.approved_at = now
    return save_draft(draft, now=now)


@transaction.atomic
def reopen_draft(*, draft: Draft, version: int, by: User, now: datetime) -> Draft:
    """Take an approval back. Raises NotPermitted, StaleVersion, WrongState."""
    draft = open_draft(draft, by, version=version, states=[Draft.State.APPROVED])
    draft.state = Draft.State.EDITED
    draft.approved_by = None
    draft.approved_at = None
    return save_draft(draft, now=now)


@transaction.atomic
def dismiss_draft(*, draft: Draft, version: int, by: User, now: datetime) -> Draft:
    """Decide that this letter is not wanted. It is not suggested again for the same cause.

    Raises NotPermitted, StaleVersion, WrongState.
    """
    draft = open_draft(draft, by, version=version, states=[*EDITABLE, Draft.State.APPROVED])
    draft.state = Draft.State.DISMISSED
    return save_draft(draft, now=now)


@transaction.atomic
def mark_draft_sent(
    *,
    draft: Draft,
    on: date,
    channel: Channel,
    version: int,
    by: User,
    now: datetime,
    proof: Mapping[str, str] | None = None,
) -> Draft:
    """Record that a person sent the approved letter. Raises BadInput, NotPermitted, StaleVersion, WrongState."""
    draft = open_draft(draft, by, version=version, states=[Draft.State.APPROVED])
    foi_request = draft.foi_request
    if channel is Channel.PHONE and LetterKind(draft.kind).asks_for_review:
        raise BadInput("A review has to be asked for in writing. Send the letter.", field="channel")
    check_day(on, today=london_day(now), field="on", what="The day it was sent")
    check_not_before(on, day_sent(foi_request), field="on", what="This letter", than="the request")
    record_draft_sent(draft=draft, on=on, channel=channel, by=by, now=now, proof=proof)
    return draft


def record_draft_sent(
    *,
    draft: Draft,
    on: date,
    channel: Channel,
    by: User,
    now: datetime,
    proof: Mapping[str, str] | None = None,
) -> Message:
    """Put a letter that went into the record, and move the clock as it does. The caller has locked and checked.

    ``proof`` is what shows that it went: an address, a tracking number, whom the person spoke to.
    """
    foi_request = draft.foi_request
    draft.state = Draft.State.SENT
    save_draft(draft, now=now)
    kind = LetterKind(draft.kind)
    if kind is LetterKind.CLARIFICATION_REPLY:
        return _answer_with(draft, on=on, channel=channel, by=by, now=now)
    event, sentence = _EVENTS.get(kind, (EventKind.OTHER_CORRESPONDENCE, ""))
    message = keep_message(
        foi_request,
        Message.Direction.SENT,
        Message.Kind.CHASER if kind.is_chaser else Message.Kind.OTHER,
        body=draft.body,
        on=on,
        channel=channel,
        by=by,
        now=now,
        subject=draft.subject,
    )
    append_event(
        foi_request,
        event,
        on,
        sentence=sentence or f"You sent a letter: {kind.label[0].lower()}{kind.label[1:]}",
        by=by,
        now=now,
        message=message,
        details={"letter": kind.value, **(proof or {})},
    )
    record_in_others(draft, on=on, channel=channel, by=by, now=now)
    if event is not EventKind.OTHER_CORRESPONDENCE:
        recompute(foi_request, now=now, because=sentence[0].lower() + sentence[1:])
    return message


_REVIEW = (EventKind.INTERNAL_REVIEW_REQUESTED, "You asked for an internal review")
_EVENTS: Mapping[LetterKind, tuple[EventKind, str]] = {
    **{kind: _REVIEW for kind in LetterKind if kind.asks_for_review},
    LetterKind.ICO_COMPLAINT: (EventKind.ICO_COMPLAINT, "You complained to the Information Commissioner"),
    LetterKind.SIC_APPLICATION: (
        EventKind.SIC_APPLICATION,
        "You applied to the Scottish Information Commissioner",
    ),
}
"""What sending a letter is to the clock; the others move no date. A review counts as received the day it is sent."""


def _answer_with(draft: Draft, *, on: date, channel: Channel, by: User, now: datetime) -> Message:
    """The letter was the answer to their question: record it as that, and the clock starts afresh.

    What was answered stays apart from the letter, which holds the requester's address: answers are shown on
    public pages, letters are not.
    """
    clarification = Clarification.objects.get(pk=int(draft.cause.removeprefix("clarification ")))
    answer_clarification(
        clarification=clarification,
        answered=clarification.answered,
        letter=(draft.subject, draft.body),
        on=on,
        channel=channel,
        by=by,
        now=now,
    )
    return Message.objects.get(clarification_answered=clarification)


def open_draft(draft: Draft, by: User, *, version: int, states: list[Draft.State]) -> Draft:
    """Lock the letter's request and return the letter fresh. Raises NotPermitted, StaleVersion, WrongState."""
    foi_request = open_for_change(draft.foi_request, by)
    check_under_way(foi_request)
    draft = Draft.objects.select_related("foi_request").get(pk=draft.pk)
    if draft.version != version:
        raise StaleVersion(
            "Somebody changed this letter while you had it open. What you typed is still here: "
            "compare it with the letter as it is now, then save again."
        )
    if draft.state not in states:
        raise WrongState(
            f"This letter is {Draft.State(draft.state).label.lower()}, so that can't be done now."
        )
    return draft


def save_draft(draft: Draft, *, now: datetime) -> Draft:
    """Save a draft that was opened, with its version raised."""
    draft.version += 1
    draft.changed_at = now
    draft.save()
    return draft
