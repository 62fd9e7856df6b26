"""The letters that a morning calls for, drafted for many requests at once, for people to read and approve."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import structlog

from requests_app.core.drafting import draft_letter
from requests_app.core.errors import ClockError, FoiError, MissingFact
from requests_app.core.letters.situation import Situation
from requests_app.core.letters.suggesting import suggested, waiting_for
from requests_app.core.letters.wording import Wording
from requests_app.core.notices import NoticeKind
from requests_app.core.states import LetterKind, Regime
from requests_app.models import Draft, FoiRequest, Notice
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.facts import facts_of
from requests_app.queries.letter_wordings import wording_in_force
from requests_app.queries.links import row_urls
from requests_app.queries.record import Record, situation_of
from requests_app.queries.records import records_of
from requests_app.usecases.drafts import new_draft
from requests_app.usecases.reminders import Audience

log = structlog.get_logger(__name__)


@dataclass
class _Known:
    """What was drafted for a request before: the last state of each kind, and every cause."""

    states: dict[str, str] = field(default_factory=dict)
    causes: set[tuple[str, str]] = field(default_factory=set)

    def is_live(self, kind: LetterKind) -> bool:
        """Whether a letter of this kind waits for a person."""
        return self.states.get(kind) in LIVE_STATES


Wordings = Callable[[LetterKind, Regime], Wording | None]


def suggest_letters(
    foi_requests: Sequence[FoiRequest], audience: Audience, *, on: date, now: datetime
) -> int:
    """Draft for each of these locked requests the first letter that the day calls for and nobody has decided about:
    one a day, never a second one while the first still waits for a person. Returns how many were drafted.
    """
    known = _known(foi_requests)
    open_to_one = [
        each
        for each in foi_requests
        if not any(known[each.pk].is_live(kind) for kind in waiting_for(Regime(each.regime)))
    ]
    if not open_to_one:
        return 0
    wordings, drafts = _wordings(), []
    for foi_request_id, record in records_of(open_to_one, today=on).items():
        if isinstance(record, ClockError):
            log.info("no_letter", foi_request=foi_request_id, why=type(record).__name__)
            continue
        draft = _first(record, known[foi_request_id], wordings, now=now)
        if draft is not None:
            drafts.append(draft)
    Draft.objects.bulk_create(drafts)
    _make_way(drafts, now=now)
    _tell(drafts, audience, now=now)
    return len(drafts)


def _known(foi_requests: Sequence[FoiRequest]) -> dict[int, _Known]:
    known: dict[int, _Known] = defaultdict(_Known)
    rows = Draft.objects.filter(foi_request__in=foi_requests).order_by("pk")
    for foi_request_id, kind, cause, state in rows.values_list("foi_request_id", "kind", "cause", "state"):
        known[foi_request_id].states[kind] = state
        known[foi_request_id].causes.add((kind, cause))
    return known


def _first(record: Record, known: _Known, wordings: Wordings, *, now: datetime) -> Draft | None:
    foi_request = record.foi_request
    try:
        situation = situation_of(record)
        calling = list(suggested(situation))
    except FoiError as refusal:
        log.info("no_letter", foi_request=foi_request.pk, why=type(refusal).__name__)
        return None
    for kind, each in calling:
        if known.is_live(kind):
            return None
        if (kind, each.cause) in known.causes:
            continue
        draft = _drafted(record, situation, kind, each.cause, wordings, now=now)
        if draft is not None:
            return draft
    return None


def _drafted(
    record: Record, situation: Situation, kind: LetterKind, cause: str, wordings: Wordings, *, now: datetime
) -> Draft | None:
    try:
        facts = facts_of(record, kind, situation=situation)
        letter = draft_letter(kind, facts, wording=wordings(kind, record.regime))
    except FoiError as refusal:
        why = refusal.fact if isinstance(refusal, MissingFact) else type(refusal).__name__
        log.info("no_letter", foi_request=record.foi_request.pk, kind=kind.value, why=why)
        return None
    return new_draft(record.foi_request, letter, cause=cause, now=now)


def _wordings() -> Wordings:
    kept: dict[tuple[LetterKind, Regime], Wording | None] = {}

    def wording(kind: LetterKind, regime: Regime) -> Wording | None:
        if (kind, regime) not in kept:
            kept[kind, regime] = wording_in_force(kind, regime)
        return kept[kind, regime]

    return wording


def _make_way(drafts: Sequence[Draft], *, now: datetime) -> None:
    """Whoever is chased for the reply need not be asked any more whether the request arrived."""
    asking = LetterKind.ACKNOWLEDGEMENT_CHASER
    chased = [draft.foi_request_id for draft in drafts if draft.kind != asking]
    if chased:
        Draft.objects.filter(foi_request__in=chased, kind=asking, state__in=LIVE_STATES).update(
            state=Draft.State.DISMISSED, changed_at=now
        )


def _tell(drafts: Sequence[Draft], audience: Audience, *, now: datetime) -> None:
    """The letters wait for those who can approve them: the morning's mail says so."""
    letter_url = row_urls("draft_detail")
    Notice.objects.bulk_create(
        Notice(
            user=user,
            kind=NoticeKind.DRAFT_WAITING,
            foi_request=draft.foi_request,
            about=f"{draft.title}: drafted from the record. Read it, change it, approve it.",
            url=letter_url(draft.foi_request.reference, draft.pk),
            state=Notice.State.WAITING,
            created_at=now,
        )
        for draft in drafts
        for user, _ in audience.of(draft.foi_request, NoticeKind.DRAFT_WAITING)
    )
