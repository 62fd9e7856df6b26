"""A confirmed reply held against what a refusal must say, and what of the public interest it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models.functions import Coalesce

from requests_app.core.arguments import BALANCE
from requests_app.core.exemptions import Exemption, number_of, sections_in
from requests_app.core.letters.facts import Line
from requests_app.core.letters.printing import one_line, shortened
from requests_app.core.reading.differences import DifferenceKind, QuestionAsked
from requests_app.core.reading.held_against import hold_against
from requests_app.core.reading.notice import check_notice
from requests_app.core.reading.notice_points import NoticePoint, NoticeStatus
from requests_app.core.reading.records import THRESHOLD
from requests_app.core.relied_on import Ground
from requests_app.core.states import AuthorityKind, Regime
from requests_app.models import Answer, FoiRequest, Question, Response
from requests_app.queries.law import cost_limits
from requests_app.queries.readings import reading_of

QUOTED_PASSAGE = 400
"""Characters of a passage about the public interest that a letter quotes."""
_PUBLIC_INTEREST = re.compile(r"public\s+interest", re.IGNORECASE)


def points_of(
    reply: Response | None,
    foi_request: FoiRequest,
    exemptions: tuple[Exemption, ...],
    *,
    due_on: date | None,
) -> tuple[NoticePoint, ...]:
    """Every point a refusal is held to; empty where there is no reply or nothing is refused."""
    if reply is None:
        return ()
    text = reply.message.body
    return check_notice(
        reading_of(text),
        text,
        regime=Regime(foi_request.regime),
        authority_kind=AuthorityKind(foi_request.authority.kind),
        exemptions=exemptions,
        cost_limits=cost_limits(),
        issued_on=reply.issued_on,
        due_on=due_on,
        given_before=told_before(foi_request, text, before=reply.issued_on or reply.received_on),
    )


def told_before(foi_request: FoiRequest, text: str, *, before: date | None) -> bool:
    """Whether the authority has told this requester, of an earlier request, that it was vexatious or repeated: a
    further notice is then not always needed (FOIA s.17(6)). ``text`` is the reply, ``before`` its day, where known.

    One query where the reply may speak of section 14, and none where it does not. Requests of other campaigns are
    not looked at: they may be private.
    """
    if foi_request.regime not in _WITH_SECTION_14 or not _FOURTEEN.search(text):
        return False
    earlier = Answer.objects.filter(
        response__foi_request__authority=foi_request.authority_id,
        response__foi_request__campaign=foi_request.campaign_id,
        response__foi_request__requester_name=foi_request.requester_name,
    ).exclude(response__foi_request=foi_request)
    if before is not None:
        earlier = earlier.annotate(told_on=Coalesce("response__issued_on", "response__received_on")).filter(
            told_on__lt=before
        )
    return any(
        number_of(section) == "14"
        for sections in earlier.values_list("sections", flat=True)
        for printed in sections
        for section in sections_in(printed)
    )


_WITH_SECTION_14 = {Regime.FOIA.value, Regime.FOISA.value}
_FOURTEEN = re.compile(r"(?<!\d)14(?!\d)")


def lacking_of(
    reply: Response | None, questions: Sequence[tuple[Question, list[Question]]]
) -> dict[int, list[str]]:
    """What the reply leaves out of each question or part, by the key of its row, in sentences for a letter."""
    if reply is None:
        return {}
    asked = [
        QuestionAsked(
            question.label, question.text, tuple(QuestionAsked(part.label, part.text) for part in parts)
        )
        for question, parts in questions
    ]
    text = reply.message.body
    found: dict[int, list[str]] = {}
    for difference in hold_against(asked, reading_of(text), text):
        if (
            difference.kind in _LEFT_OUT
            and difference.confidence >= THRESHOLD
            and difference.question is not None
        ):
            question, parts = questions[difference.question]
            row = question if difference.part is None else parts[difference.part]
            found.setdefault(row.pk, []).append(difference.sentence)
    return found


_LEFT_OUT = {
    DifferenceKind.QUESTION_UNANSWERED,
    DifferenceKind.PART_UNANSWERED,
    DifferenceKind.QUESTION_DROPPED,
    DifferenceKind.PART_DROPPED,
    DifferenceKind.PART_REWORDED,
    DifferenceKind.OTHER_PERIOD,
    DifferenceKind.OTHER_PLACE,
    DifferenceKind.TOTAL_FOR_BREAKDOWN,
}


def unbalanced(
    reply: Response | None, grounds: Iterable[Ground], points: Iterable[NoticePoint]
) -> tuple[Line, ...]:
    """What a letter says of a public interest that was not weighed: nothing of it stands in the notice, or a passage
    that says nothing of what was weighed, which is quoted. Empty where it was weighed, or nobody can tell.
    """
    qualified = [ground.cited for ground in grounds if ground.is_qualified and ground.withholds]
    if reply is None or not qualified:
        return ()
    origin = f"message {reply.message_id}"
    about = [point for point in points if point.key == BALANCE]
    if about:
        return tuple(Line(text, origin) for text in _said_of_it(about, " and ".join(qualified)))
    if _PUBLIC_INTEREST.search(reply.message.body):
        return ()
    return tuple(Line(f"{cited}: your reply does not speak of it", origin) for cited in qualified)


def _said_of_it(points: Iterable[NoticePoint], cited: str) -> Iterator[str]:
    for point in points:
        if point.status.is_ground:
            yield point.sentence
        elif point.status is NoticeStatus.UNCLEAR and _PUBLIC_INTEREST.search(point.text):
            yield f"{cited}: “{shortened(one_line(point.text), QUOTED_PASSAGE)}”"
