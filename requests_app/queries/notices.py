"""A confirmed refusal held against what a refusal must say, and what of the public interest it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from requests_app.core.exemptions import Exemption
from requests_app.core.letters.facts import Line
from requests_app.core.letters.printing import one_line, shortened
from requests_app.core.reading.notice_points import NoticePoint
from requests_app.core.relied_on import Ground
from requests_app.models import FoiRequest, Response

QUOTED_PASSAGE = 400
"""Characters of a passage about the public interest that a letter quotes."""

_PUBLIC_INTEREST = re.compile(r"public[\s-]+interest", re.IGNORECASE)


def points_of(
    reply: Response | None,
    foi_request: FoiRequest,
    exemptions: tuple[Exemption, ...],
    *,
    due_on: date | None,
) -> tuple[NoticePoint, ...]:
    """Every point a refusal is held to; empty where there is no reply or nothing is refused."""
    return ()


def unbalanced(
    reply: Response | None, grounds: Iterable[Ground], points: Iterable[NoticePoint]
) -> tuple[Line, ...]:
    """The qualified grounds relied on without a balance of the public interest: none in the whole letter, or one that
    the reading finds wanting, quoted.
    """
    if reply is None:
        return ()
    qualified = {ground.cited: ground for ground in grounds if ground.is_qualified and ground.withholds}
    found = {
        cited: Line(f"{cited}: “{shortened(one_line(point.text), QUOTED_PASSAGE)}”", _origin(reply))
        for point in points
        if point.status.is_ground and point.key in BALANCE_POINTS and point.text
        for cited, ground in qualified.items()
        if not point.ground or ground.printed in point.ground
    }
    if not _PUBLIC_INTEREST.search(reply.message.body):
        for cited in qualified:
            found.setdefault(cited, Line(f"{cited}: your reply does not speak of it", _origin(reply)))
    return tuple(found.values())


def _origin(reply: Response) -> str:
    return f"message {reply.message_id}"


BALANCE_POINTS: frozenset[str] = frozenset()
"""The points about the balance, by their key."""
