"""Which findings fail: what people corrected, by kind of finding and by kind of authority, with examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Sum

from requests_app.core.states import AuthorityKind
from requests_app.models import Correction, ReadRight

_KIND = "message__foi_request__authority__kind"
SHOWN = 160
"""Characters of an example's values."""


@dataclass(slots=True)
class Rate:
    """How often findings of one kind were right and wrong, in messages of one kind of authority ("" for all)."""

    what: str
    authority_kind: str = ""
    right: int = 0
    changed: int = 0
    added: int = 0
    dropped: int = 0
    confidence: list[float] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """How many were not confirmed as they were read."""
        return self.changed + self.added + self.dropped

    @property
    def failed(self) -> float:
        """The share of these, from 0 to 1."""
        return self.wrong / (self.wrong + self.right) if self.wrong + self.right else 0.0

    def to_json(self) -> dict[str, Any]:
        """As ``reading_report --json`` prints it."""
        of_whom = {"authority_kind": self.authority_kind} if self.authority_kind else {}
        sure = round(sum(self.confidence) / len(self.confidence), 2) if self.confidence else None
        return of_whom | {
            "what": self.what,
            "right": self.right,
            "changed": self.changed,
            "added": self.added,
            "dropped": self.dropped,
            "failed": round(self.failed, 3),
            "confidence_when_wrong": sure,
        }


@dataclass(frozen=True, slots=True)
class Example:
    """One correction, in short."""

    what: str
    about: str
    change: str
    proposed: str
    made: str
    confidence: float | None
    authority: str
    message: int
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Report:
    """Rates, the worst first: over all authorities, and by their kind; and the latest corrections of each finding."""

    messages: int
    by_what: list[Rate]
    by_authority_kind: list[Rate]
    examples: list[Example]


def report(*, since: datetime | None = None, examples: int = 3) -> Report:
    """The report on messages confirmed since a moment. Four queries."""
    corrections, right = _since(Correction.objects.all(), since), _since(ReadRight.objects.all(), since)
    rates: dict[tuple[str, str], Rate] = {}
    counted = corrections.order_by().values_list("what", _KIND, "change", "confidence")
    for what, kind, change, confidence in counted:
        for key in ((what, ""), (what, kind)):
            rate = rates.setdefault(key, Rate(*key))
            setattr(rate, change, getattr(rate, change) + 1)
            rate.confidence += [confidence] if confidence is not None else []
    sums = right.order_by().values_list("what", _KIND).annotate(all=Sum("number"))
    for what, kind, number in sums:
        for key in ((what, ""), (what, kind)):
            rates.setdefault(key, Rate(*key)).right += number
    ordered = sorted(rates.values(), key=lambda rate: (-rate.failed, -rate.wrong, rate.what))
    seen = {
        *corrections.order_by().values_list("message", flat=True).distinct(),
        *right.order_by().values_list("message", flat=True).distinct(),
    }
    return Report(
        messages=len(seen),
        by_what=[rate for rate in ordered if not rate.authority_kind],
        by_authority_kind=[rate for rate in ordered if rate.authority_kind and rate.wrong],
        examples=_examples(corrections, examples),
    )


def _since(rows: QuerySet[Any], since: datetime | None) -> QuerySet[Any]:
    return rows.filter(at__gte=since) if since else rows


def _examples(corrections: QuerySet[Correction], number: int) -> list[Example]:
    """The latest corrections of each kind of finding."""
    shown: dict[str, list[Example]] = defaultdict(list)
    latest = corrections.select_related("message__foi_request__authority").defer(
        "message__body", "message__foi_request__letter"
    )
    for row in _first(latest.order_by("-at", "-pk")[: 200 * max(number, 1)], number):
        made = (row.made_start, row.made_end)
        shown[row.what].append(
            Example(
                row.what,
                row.about,
                row.change,
                row.proposed[:SHOWN],
                row.made[:SHOWN],
                row.confidence,
                row.message.foi_request.authority.official_name,
                row.message_id,
                (made[0], made[1]) if made[0] is not None and made[1] is not None else None,
            )
        )
    return [example for what in sorted(shown) for example in shown[what]]


def _first(rows: Iterable[Correction], number: int) -> Iterable[Correction]:
    """The first so many of each kind of finding."""
    taken: dict[str, int] = defaultdict(int)
    for row in rows:
        taken[row.what] += 1
        if taken[row.what] <= number:
            yield row


def kind_label(kind: str) -> str:
    """A kind of authority in words."""
    return AuthorityKind(kind).label if kind in set(AuthorityKind) else kind
