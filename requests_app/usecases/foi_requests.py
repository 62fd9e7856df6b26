"""Requests: logged when already sent, written, sent, their questions corrected, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from requests_app import permissions
from requests_app.core.calendars import london_day
from requests_app.core.checks import check_day, check_not_before, check_text
from requests_app.core.dates import in_words
from requests_app.core.errors import BadInput, NotPermitted, StaleVersion, WrongState
from requests_app.core.paper import printable
from requests_app.core.states import Channel, EventKind, Regime, State
from requests_app.models import Authority, Campaign, Draft, FoiRequest, Message, Question, User
from requests_app.models.campaign import Visibility
from requests_app.models.draft import LIVE_STATES
from requests_app.models.event import NOTED
from requests_app.models.foi_request import FollowsAs
from requests_app.queries.outbox import waiting_letter
from requests_app.usecases.clock import recompute
from requests_app.usecases.record import append_event, keep_message, open_for_change
from requests_app.usecases.search_texts import index_requests

SENDABLE = [Channel.EMAIL, Channel.POST, Channel.PORTAL, Channel.HAND]
ASKED_IN_ANY_FORM = [Regime.EIR, Regime.EISR]
"""A request for environmental information needs no writing (EIR reg 5(1), EI(S)R reg 5(1)); the others do (FOIA s.8,
FOISA s.8).
"""
WHAT_IT_IS = "The letter"
LONGEST_ADDRESS = 300


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """One question as a person wants it recorded; ``parts`` are pairs of label and text."""

    label: str
    text: str
    parts: tuple[tuple[str, str], ...] = ()
    format_wanted: str = ""


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What a request is made of before it has a number."""

    authority: Authority
    campaign: Campaign
    title: str
    letter: str
    questions: Sequence[QuestionAsked]
    requester_name: str
    requester_address: str = ""
    authority_reference: str = ""
    visibility: Visibility = Visibility.PRIVATE
    follows: FoiRequest | None = None
    follows_as: FollowsAs | None = None
    is_environmental: bool = False


@transaction.atomic
def write_request(*, new: NewRequest, by: User, now: datetime) -> FoiRequest:
    """Keep a request that is still to be sent. Raises BadInput, NotPermitted."""
    check_exists(new.authority, on=london_day(now))
    return _create(new, by=by, now=now)


def _create(new: NewRequest, *, by: User, now: datetime) -> FoiRequest:
    if not permissions.is_editor(by, new.campaign):
        raise NotPermitted("Only editors of the campaign can add requests to it.")
    if new.follows is not None:
        permissions.check_edit(by, new.follows)
    regime = regime_of(new.authority, is_environmental=new.is_environmental)
    letter = check_text(new.letter, field="letter", what=WHAT_IT_IS)
    if not new.title.strip():
        raise BadInput("Give the request a title, such as what it is about.", field="title")
    foi_request = _insert(new, letter=letter, regime=regime, by=by, now=now)
    if new.follows is not None:
        append_event(
            new.follows,
            NOTED,
            london_day(now),
            sentence=f"{foi_request.reference} follows: {foi_request.get_follows_as_display().lower()}",
            by=by,
            now=now,
        )
    _write_questions(foi_request, new.questions)
    recompute(foi_request, now=now, because="the request was written")
    return foi_request


@transaction.atomic
def log_request(
    *, new: NewRequest, sent_on: date | None, channel: Channel, sent_to: str = "", by: User, now: datetime
) -> FoiRequest:
    """Record a request already sent; ``sent_on`` is None where nobody knows. Raises BadInput, NotPermitted."""
    foi_request = _create(new, by=by, now=now)
    return mark_sent(
        foi_request=foi_request, sent_on=sent_on, channel=channel, sent_to=sent_to, by=by, now=now
    )


@transaction.atomic
def mark_sent(
    *,
    foi_request: FoiRequest,
    sent_on: date | None,
    channel: Channel,
    sent_to: str = "",
    by: User,
    now: datetime,
    version: int | None = None,
    proof: Mapping[str, str] | None = None,
) -> FoiRequest:
    """Record that the request went out, and to which address where that is known.

    Raises BadInput, NotPermitted, StaleVersion, WrongState.
    """
    foi_request = open_for_change(foi_request, by)
    if foi_request.state != State.DRAFT:
        raise WrongState(f"{foi_request.reference} was sent already.")
    if version is not None and version != foi_request.version:
        raise StaleVersion(
            "The request was changed since you opened this page. Here it is as it stands now: look whether this is what "
            "you sent, then mark it."
        )
    if channel is Channel.PHONE and foi_request.regime not in ASKED_IN_ANY_FORM:
        raise BadInput(
            "Say how it was sent: by e-mail, post, portal or hand. Only environmental information can be asked for by "
            "phone; this law wants a request in writing.",
            field="channel",
        )
    if channel not in [*SENDABLE, Channel.PHONE]:
        raise BadInput("Say how it was sent: by e-mail, post, portal or hand.", field="channel")
    today = london_day(now)
    if sent_on is not None:
        check_day(sent_on, today=today, field="sent_on", what="The day it was sent")
    check_exists(foi_request.authority, on=sent_on or today)
    letter = waiting_letter(foi_request)
    if letter is not None:
        raise WrongState(
            "The request is on its way by e-mail already. Look at it in the outbox: it can be taken back there as "
            "long as it has not gone."
        )
    record_request_sent(
        foi_request=foi_request,
        sent_on=sent_on,
        channel=channel,
        sent_to=sent_to,
        by=by,
        now=now,
        proof=proof,
    )
    return foi_request


def record_request_sent(
    *,
    foi_request: FoiRequest,
    sent_on: date | None,
    channel: Channel,
    sent_to: str = "",
    by: User,
    now: datetime,
    proof: Mapping[str, str] | None = None,
) -> Message:
    """Put a request that went into the record, and start the clock. The caller has locked and checked.

    ``proof`` is what shows that it went, beside the address: a tracking number, whom the person spoke to.
    """
    message = keep_message(
        foi_request,
        Message.Direction.SENT,
        Message.Kind.REQUEST,
        body=foi_request.letter,
        on=sent_on,
        channel=channel,
        by=by,
        now=now,
        subject=foi_request.title,
    )
    how = {
        Channel.EMAIL: "by e-mail",
        Channel.POST: "by post",
        Channel.HAND: "by hand",
        Channel.PHONE: "by phone",
    }
    append_event(
        foi_request,
        EventKind.SENT,
        sent_on,
        sentence=f"Request sent {how.get(channel, 'through their website')}",
        by=by,
        now=now,
        message=message,
        details={**_sending(channel, sent_to), **(proof or {})},
    )
    recompute(foi_request, now=now, because="the request was sent")
    return message


def _sending(channel: Channel, sent_to: str) -> dict[str, object]:
    """How a request went, as its event keeps it."""
    address = " ".join(printable(sent_to).split())[:LONGEST_ADDRESS]
    return {"channel": channel.value, **({"address": address} if address else {})}


@transaction.atomic
def record_acknowledgement(
    *,
    foi_request: FoiRequest,
    on: date,
    text: str,
    authority_reference: str,
    arrived_on: date | None,
    claimed_on: date | None = None,
    promised_on: date | None = None,
    channel: Channel,
    message: Message | None = None,
    by: User,
    now: datetime,
) -> FoiRequest:
    """Record that the authority confirmed receipt, in ``message`` where that is in the record already.

    An acknowledgement never moves the clock by itself (RULES.md 2.2). ``arrived_on`` is the day our request
    demonstrably reached the authority, where that is known: it replaces the presumption of delivery. ``claimed_on``
    is the day they say it did, which is kept beside ours, and ``promised_on`` the day by which they say they answer.
    Raises BadInput, NotPermitted, WrongState.
    """
    foi_request = open_for_change(foi_request, by)
    check_under_way(foi_request)
    sent_on = day_sent(foi_request)
    today = london_day(now)
    check_day(on, today=today, field="on", what="The acknowledgement")
    check_not_before(on, sent_on, field="on", what="An acknowledgement", than="the request was sent")
    text = check_text(text, field="text", what="What they wrote") if text.strip() else ""
    message = message or keep_message(
        foi_request,
        Message.Direction.RECEIVED,
        Message.Kind.ACKNOWLEDGEMENT,
        body=text,
        on=on,
        channel=channel,
        by=by,
        now=now,
    )
    if authority_reference.strip():
        foi_request.authority_reference = authority_reference.strip()[:100]
    append_event(
        foi_request,
        EventKind.OTHER_CORRESPONDENCE,
        on,
        sentence="They acknowledged the request",
        by=by,
        now=now,
        source="the authority",
        message=message,
        details=_acknowledged(authority_reference.strip(), claimed_on, promised_on),
    )
    if arrived_on is not None:
        check_day(arrived_on, today=today, field="arrived_on", what="The day it arrived")
        check_not_before(arrived_on, sent_on, field="arrived_on", what="Arrival", than="the request was sent")
    for reached_on, sentence, details in (
        (arrived_on, "The request reached the authority", {}),
        (_possible(claimed_on, sent_on, on), "They say that the request reached them", CLAIMED),
    ):
        if reached_on is not None:
            append_event(
                foi_request,
                EventKind.RECEIVED,
                reached_on,
                sentence=sentence,
                by=by,
                now=now,
                source="the acknowledgement",
                message=message,
                details=dict(details),
            )
    recompute(foi_request, now=now, because="the day it reached them is known")
    return foi_request


CLAIMED = {"source": "acknowledgement"}
"""Of a receipt: the authority says so. The clock keeps such a day beside ours and does not count from it."""


def _acknowledged(reference: str, claimed_on: date | None, promised_on: date | None) -> dict[str, object]:
    """What an acknowledgement says, as its event keeps it: days as ISO text, what it does not say left out."""
    said = {
        "reference": reference,
        "received_on_claimed": claimed_on.isoformat() if claimed_on else "",
        "target": promised_on.isoformat() if promised_on else "",
    }
    return {name: value for name, value in said.items() if value}


def _possible(claimed_on: date | None, sent_on: date | None, acknowledged_on: date) -> date | None:
    """The day they say it reached them, unless it can't be: before it was sent, or after they acknowledged it."""
    if claimed_on is None or claimed_on > acknowledged_on or (sent_on is not None and claimed_on < sent_on):
        return None
    return claimed_on


@transaction.atomic
def correct_questions(
    *, foi_request: FoiRequest, questions: Sequence[QuestionAsked], version: int, by: User, now: datetime
) -> FoiRequest:
    """Replace the numbered questions, as long as no reply has been held against them.

    Raises BadInput, NotPermitted, StaleVersion, WrongState.
    """
    foi_request = open_for_change(foi_request, by, version=version)
    if foi_request.responses.exists() or foi_request.clarifications.exists():
        raise WrongState(
            "These questions have been answered or clarified, so they stay as they are. "
            "Ask something else in a new request."
        )
    replace_questions(foi_request, questions)
    foi_request.changed_at = now
    foi_request.version += 1
    foi_request.save(update_fields=["changed_at", "version"])
    return foi_request


@transaction.atomic
def withdraw(*, foi_request: FoiRequest, on: date, by: User, now: datetime) -> FoiRequest:
    """Record that the requester withdrew. Every date stops and every letter is put away.

    Raises BadInput, NotPermitted, WrongState.
    """
    foi_request = open_for_change(foi_request, by)
    check_under_way(foi_request)
    check_day(on, today=london_day(now), field="on", what="The day you withdrew")
    check_not_before(on, day_sent(foi_request), field="on", what="Withdrawing", than="the request was sent")
    append_event(foi_request, EventKind.WITHDRAWN, on, sentence="You withdrew the request", by=by, now=now)
    live = Draft.objects.filter(foi_request=foi_request, state__in=LIVE_STATES)
    live.update(state=Draft.State.DISMISSED, changed_at=now)
    recompute(foi_request, now=now, because="the request was withdrawn")
    return foi_request


def day_sent(foi_request: FoiRequest) -> date | None:
    """The day the request last went out, or None where the record does not say."""
    days = [event.on for event in foi_request.events.standing().filter(kind=EventKind.SENT) if event.on]
    return max(days, default=None)


def check_under_way(foi_request: FoiRequest) -> None:
    """Raise WrongState unless the request was sent and not withdrawn."""
    if foi_request.state == State.DRAFT:
        raise WrongState(f"{foi_request.reference} has not been sent yet. Mark it as sent first.")
    if foi_request.state == State.WITHDRAWN:
        raise WrongState(f"{foi_request.reference} was withdrawn, so nothing more can happen to it.")


def regime_of(authority: Authority, *, is_environmental: bool = False) -> Regime:
    """The law a request to this authority falls under. Raises BadInput for a body outside all of them."""
    if is_environmental and authority.environmental_regime:
        return Regime(authority.environmental_regime)
    if not authority.regime:
        raise BadInput(
            f"{authority.official_name} is outside the Freedom of Information Acts, so no request can be "
            "made to it. Its oversight body or the department responsible for it may hold what you want.",
            field="authority",
        )
    return Regime(authority.regime)


def check_exists(authority: Authority, *, on: date) -> None:
    """Raise BadInput when the authority did not exist on that day."""
    if authority.valid_from is not None and on < authority.valid_from:
        raise BadInput(
            f"{authority.official_name} did not exist yet on {in_words(on)}: it began on "
            f"{in_words(authority.valid_from)}. Choose the body that came before it.",
            field="authority",
        )
    if authority.valid_to is not None and on > authority.valid_to:
        heir = authority.successor
        raise BadInput(
            f"{authority.official_name} no longer exists: it ended on {in_words(authority.valid_to)}. "
            + (
                f"Ask {heir.official_name}, which took over."
                if heir
                else "Ask the body that took over its work."
            ),
            field="authority",
        )


def _insert(new: NewRequest, *, letter: str, regime: Regime, by: User, now: datetime) -> FoiRequest:
    """Insert under the next free number. Two people at once may want the same: the later tries again."""
    for attempt in range(10):
        try:
            with transaction.atomic():
                return FoiRequest.objects.create(
                    number=(FoiRequest.objects.aggregate(last=Max("number"))["last"] or 0) + 1,
                    campaign=new.campaign,
                    authority=new.authority,
                    title=new.title.strip()[:200],
                    letter=letter,
                    regime=regime,
                    authority_reference=new.authority_reference.strip()[:100],
                    requester_name=new.requester_name.strip()[:200],
                    requester_address=new.requester_address.strip(),
                    visibility=new.visibility,
                    follows=new.follows,
                    follows_as=new.follows_as or "",
                    created_by=by,
                    created_at=now,
                    changed_at=now,
                )
        except IntegrityError:
            if attempt == 9:
                raise
    raise AssertionError("unreachable: the last attempt raises")


def replace_questions(foi_request: FoiRequest, questions: Sequence[QuestionAsked]) -> None:
    """Put these questions in the place of those there are. Raises BadInput. The caller has checked that it may be."""
    foi_request.questions.all().delete()
    _write_questions(foi_request, questions)


def _write_questions(foi_request: FoiRequest, questions: Sequence[QuestionAsked]) -> None:
    rows = Question.objects.bulk_create(
        Question(
            foi_request=foi_request,
            position=position,
            label=asked.label.strip()[:20],
            text=check_text(asked.text, field="questions", what=f"Question {asked.label or position}"),
            format_wanted=asked.format_wanted[:200],
        )
        for position, asked in enumerate(questions, start=1)
    )
    Question.objects.bulk_create(
        Question(
            foi_request=foi_request,
            level=Question.Level.PART,
            parent=question,
            position=place,
            label=label.strip()[:20],
            text=check_text(text, field="questions", what=f"Part {label or place}"),
        )
        for question, asked in zip(rows, questions, strict=True)
        for place, (label, text) in enumerate(asked.parts, start=1)
    )
    index_requests([foi_request.pk])
