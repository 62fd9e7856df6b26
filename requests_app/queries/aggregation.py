"""Regulation 5: what people of one campaign asked one authority lately that may be costed together with a request
they are about to send (``core/aggregation`` says what the law is; RULES.md 1.5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q

from requests_app.core.aggregation import Aggregation, Asking, check_aggregation
from requests_app.core.calendars import HolidayTable, calendar_for
from requests_app.core.cost_limits import CostLimit
from requests_app.core.errors import ClockError
from requests_app.core.regimes import rules_for
from requests_app.core.similarity import likeness_of_requests
from requests_app.core.states import EventKind, Regime, State
from requests_app.models import Authority, Campaign, Event, FoiRequest, Question, User
from requests_app.queries.clock import arrived_on
from requests_app.queries.holidays import holiday_table
from requests_app.queries.law import limit_of

_LONGEST_AGO = timedelta(days=150)  # 60 working days never reach that far, whatever the holidays
_ARRIVAL = (EventKind.SENT, EventKind.RECEIVED, EventKind.DELIVERY_FAILED)
_PLANNED = ""  # the reference of a request that has none yet


@dataclass(frozen=True, slots=True)
class AskedNear:
    """One request that may be added to the one planned. ``who`` is its requester, ``likeness`` goes from 0 to 1."""

    reference: str
    title: str
    url: str
    who: str
    received_on: date
    likeness: float


@dataclass(frozen=True, slots=True)
class AggregationShown:
    """The warning, as a page shows it: the sentence with its section, the requests, until when, and the limit in play.

    ``clear_from`` is None where the holiday table ends before that day; ``doubt`` says so.
    """

    sentence: str
    section: str
    requests: list[AskedNear]
    until: date | None
    clear_from: date | None
    limit: CostLimit | None
    doubt: str

    @property
    def limit_sentence(self) -> str:
        """What they may spend on all of these together; empty where that is not known."""
        if self.limit is None:
            return ""
        return (
            f"Together they may cost up to £{self.limit.pounds}: {self.limit.hours} hours at £{self.limit.hourly_rate}"
            f" an hour ({self.limit.section})."
        )


def aggregation_with(
    user: User | AnonymousUser,
    *,
    authority: Authority,
    campaign: Campaign | None,
    questions: Sequence[str],
    regime: Regime | None = None,
    on: date,
    requester_id: int | None = None,
    except_for: FoiRequest | None = None,
) -> AggregationShown | None:
    """Warn where a request with these questions, reaching the authority on ``on``, may be added to earlier ones.

    ``campaign`` is None where the person has none yet; ``regime`` is the authority's own unless given; ``requester_id``
    is the key of the person who asks, that of ``user`` unless given. Looks at nothing that ``user`` may not see. Four
    queries; none where nothing is asked or the law adds nothing up.
    """
    law = regime or (Regime(authority.regime) if authority.regime else None)
    asks = requester_id or user.pk
    if law is None or rules_for(law).aggregation is None or not any(text.strip() for text in questions):
        return None
    earlier = _earlier(user, authority, campaign, law, on=on, asks=asks, except_for=except_for)
    if not earlier:
        return None
    events, texts, holidays = _arrivals(earlier), _texts(earlier), holiday_table()
    askings = (
        _asking(row, events[row.pk], likeness_of_requests(questions, texts[row.pk]), holidays)
        for row in earlier
    )
    planned = Asking(
        reference=except_for.reference if except_for else _PLANNED,
        authority=authority.pk,
        received_on=on,
        regime=law,
        campaign=campaign.pk if campaign else None,
        requester=asks,
    )
    found = check_aggregation(planned, filter(None, askings), calendar=calendar_for(law, holidays))
    return _shown(found, earlier, limit_of(authority, law, on=on)) if found else None


def aggregation_of_draft(
    foi_request: FoiRequest, user: User | AnonymousUser, *, on: date, questions: Sequence[str] = ()
) -> AggregationShown | None:
    """The same for a request that is still to be sent, if it reached the authority on ``on``; None for any other.

    One query more, unless its ``questions`` are given.
    """
    if foi_request.state != State.DRAFT:
        return None
    texts = questions or _texts([foi_request])[foi_request.pk]
    return aggregation_with(
        user,
        authority=foi_request.authority,
        campaign=foi_request.campaign,
        questions=texts,
        regime=Regime(foi_request.regime),
        on=on,
        requester_id=foi_request.created_by_id,
        except_for=foi_request,
    )


def _earlier(
    user: User | AnonymousUser,
    authority: Authority,
    campaign: Campaign | None,
    regime: Regime,
    *,
    on: date,
    asks: int | None,
    except_for: FoiRequest | None,
) -> list[FoiRequest]:
    """Requests to this authority, of this campaign or this person, that were sent not too long before. One query."""
    together = Q(campaign=campaign) if campaign is not None else Q()
    if asks is not None:
        together |= Q(created_by_id=asks)
    if not together:
        return []
    lately = Event.objects.standing().filter(
        foi_request=OuterRef("pk"), kind__in=_ARRIVAL, on__range=(on - _LONGEST_AGO, on)
    )
    found = (
        FoiRequest.objects.visible_to(user)
        .filter(together, Exists(lately), authority=authority, regime=regime.value)
        .exclude(state=State.DRAFT)
        .select_related("authority")
        .order_by("-number")
    )
    if except_for is not None:
        found = found.exclude(pk=except_for.pk)
    return list(found)


def _arrivals(rows: Iterable[FoiRequest]) -> dict[int, list[Event]]:
    """What says when each of them reached the authority. One query."""
    events: dict[int, list[Event]] = defaultdict(list)
    for event in Event.objects.standing().filter(foi_request__in=list(rows), kind__in=_ARRIVAL):
        events[event.foi_request_id].append(event)
    return events


def _texts(rows: Iterable[FoiRequest]) -> dict[int, list[str]]:
    """The questions of each with their parts, or its letter where it has none. One query."""
    requests = list(rows)
    by_question: dict[int, tuple[int, list[str]]] = {}
    found = Question.objects.filter(foi_request__in=requests).order_by(
        "-level", "position"
    )  # parts come last
    for pk, parent, key, text in found.values_list("pk", "parent", "foi_request", "text"):
        by_question.setdefault(parent or pk, (key, []))[1].append(text)
    texts: dict[int, list[str]] = defaultdict(list)
    for key, words in by_question.values():
        texts[key].append(" ".join(words))
    return {row.pk: texts[row.pk] or [f"{row.title}\n{row.letter}"] for row in requests}


def _asking(
    row: FoiRequest, events: Sequence[Event], likeness: float, holidays: HolidayTable
) -> Asking | None:
    """A request as regulation 5 looks at it; None where no day is known on which it can have arrived."""
    try:
        received_on = arrived_on(row, events, holidays=holidays)
    except ClockError:
        received_on = max((event.on for event in events if event.on), default=None)
    if received_on is None:
        return None
    return Asking(
        reference=row.reference,
        authority=row.authority_id,
        received_on=received_on,
        regime=Regime(row.regime),
        campaign=row.campaign_id,
        requester=row.created_by_id,
        likeness=likeness,
        is_withdrawn=row.state == State.WITHDRAWN,
    )


def _shown(found: Aggregation, rows: Iterable[FoiRequest], limit: CostLimit | None) -> AggregationShown:
    by_reference: dict[Hashable, FoiRequest] = {row.reference: row for row in rows}
    near = [
        AskedNear(
            reference=asking.reference,
            title=by_reference[asking.reference].title,
            url=by_reference[asking.reference].get_absolute_url(),
            who=by_reference[asking.reference].requester_name,
            received_on=asking.received_on,
            likeness=asking.likeness,
        )
        for asking in found.requests
    ]
    return AggregationShown(
        found.sentence, found.section, near, found.until, found.clear_from, limit, found.doubt
    )
