"""What mail to our own people says of one thing: what to do, by when, why, and which page to open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from requests_app.core.calendars import Calendar
from requests_app.core.dates import in_words, plural
from requests_app.core.errors import ClockError
from requests_app.core.notices import NoticeKind
from requests_app.core.regimes import rules_for
from requests_app.core.reminding import Stage
from requests_app.core.states import DeadlineKind, LetterKind, Party, Regime
from requests_app.models import Deadline, Draft, FoiRequest, Notice
from requests_app.queries.deadlines import deadline_label
from requests_app.queries.links import request_urls, row_urls


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a person is told of. ``on`` is its day, where it has one; ``steps`` show how a date was counted."""

    kind: NoticeKind
    subject: str
    headline: str
    foi_request: FoiRequest
    advice: str
    url: str
    action: str
    snooze_url: str = ""
    on: date = date.max
    is_past: bool = False
    why: str = ""
    uncertain: str = ""
    steps: Sequence[Mapping[str, object]] = ()


class Pages:
    """Addresses of pages, whole, cut from one pattern each; and the letter that waits for a request, if any."""

    def __init__(self, drafts: Mapping[int, Draft] | None = None) -> None:
        self.drafts = drafts or {}
        self._request = request_urls()
        self._letter = row_urls("draft_detail")
        self._answer = request_urls("clarification_answer")
        self._letters = request_urls("letter_choose")
        self._reminders = request_urls("request_reminders")

    def of_date(self, deadline: Deadline, *, is_past: bool) -> tuple[str, str]:
        """The page on which a person does what the date calls for, and what its button says."""
        foi_request = deadline.foi_request
        reference = foi_request.reference
        draft = self.drafts.get(foi_request.pk)
        if deadline.kind == DeadlineKind.CLARIFICATION_NUDGE:
            return self._whole(self._answer(reference)), "Answer their question"
        if draft is not None and (is_past or deadline.on_whom == Party.REQUESTER):
            return self._whole(self._letter(reference, draft.pk)), "Read the letter"
        if deadline.kind == DeadlineKind.REVIEW_REQUEST_BY:
            return self._whole(self._letters(reference)), "Write to ask for a review"
        return self._whole(self._request(reference)), "Open the request"

    def of_snoozing(self, foi_request: FoiRequest) -> str:
        """The page on which a person puts a request off."""
        return self._whole(self._reminders(foi_request.reference))

    @staticmethod
    def _whole(path: str) -> str:
        return f"{settings.SITE_URL}{path}"


def date_item(
    deadline: Deadline,
    stage: Stage,
    *,
    calendar: Calendar,
    today: date,
    pages: Pages | None = None,
    in_full: bool = True,
) -> Item:
    """What a reminder says of a date at a stage. Its request must have its authority. ``in_full``: with its working."""
    pages = pages or Pages()
    url, action = pages.of_date(deadline, is_past=stage.is_past)
    when = when_in_words(deadline.due_on, calendar=calendar, today=today)
    return Item(
        kind=NoticeKind.DATE,
        subject=subject_of(deadline, stage, deadline.foi_request),
        headline=f"{deadline_label(deadline.kind)}: {in_words(deadline.due_on)} ({when})",
        foi_request=deadline.foi_request,
        advice=advice(deadline, stage, draft=pages.drafts.get(deadline.foi_request_id)),
        url=url,
        action=action,
        snooze_url=pages.of_snoozing(deadline.foi_request),
        on=deadline.due_on,
        is_past=stage.is_past,
        why=f"{deadline.section} ({deadline.source})",
        uncertain=deadline.uncertain,
        steps=deadline.working if in_full else (),
    )


def notice_item(notice: Notice) -> Item:
    """What a mail says of a piece of news."""
    kind, foi_request = NoticeKind(notice.kind), notice.foi_request
    authority = foi_request.authority.short_name or foi_request.authority.official_name
    return Item(
        kind=kind,
        subject=f"{kind.news}: {authority}, {foi_request.reference}",
        headline=kind.news,
        foi_request=foi_request,
        advice=notice.about or _SAID[kind],
        url=f"{settings.SITE_URL}{notice.url}",
        action=kind.action,
        why=_WHY.get(kind, ""),
    )


_SAID: Mapping[NoticeKind, str] = {
    NoticeKind.DATE: "Open the request to see what to do.",
    NoticeKind.NEW_REPLY: "Check what we read in it, then confirm: the questions and the clock follow from it.",
    NoticeKind.CLARIFICATION: "Their clock is stopped until you answer.",
    NoticeKind.BOUNCE: "It did not arrive. Look at the address, and send it again from the request’s page.",
    NoticeKind.DRAFT_WAITING: "It is drafted from the record. Read it, change it, approve it.",
    NoticeKind.MENTIONED: "Open the page to read it.",
    NoticeKind.ASSIGNED: "Open the request to see what to do.",
    NoticeKind.DATE_MOVED: "The page, the reminders and the letters follow the new date.",
    NoticeKind.WOKEN: "What you put off is in front of you again.",
}
_WHY: Mapping[NoticeKind, str] = {
    NoticeKind.CLARIFICATION: "a question that is needed stops the clock (FOIA s.1(3), EIR reg.9, FOISA s.1(3))",
}


def subject_of(deadline: Deadline, stage: Stage, foi_request: FoiRequest) -> str:
    """The subject line: what, when, which request."""
    what = deadline_label(deadline.kind)
    if stage.is_past:
        when = f"passed on {in_words(deadline.due_on)}"
    elif stage is Stage.ON_THE_DAY:
        when = "today"
    else:
        when = f"on {in_words(deadline.due_on)}"
    return f"{what} {when}: {foi_request.authority.short_name}, {foi_request.reference}"


def when_in_words(due_on: date, *, calendar: Calendar, today: date) -> str:
    """The distance that matters: ``in 3 working days``, ``today``, ``2 working days ago``; days of the week where
    no working day lies between, or nobody knows which days beyond the holiday table are.
    """
    if due_on == today:
        return "today"
    try:
        working_days = abs(calendar.count(today, due_on))
    except ClockError:
        working_days = 0
    distance = (
        plural(working_days, "working day") if working_days else plural(abs((due_on - today).days), "day")
    )
    return f"in {distance}" if due_on > today else f"{distance} ago"


def advice(deadline: Deadline, stage: Stage, *, draft: Draft | None = None) -> str:
    """What the person can do now, in one or two sentences."""
    if deadline.on_whom != Party.AUTHORITY:
        if stage.is_past:
            return "Open the request to see what is still possible."
        return deadline.opens or "Open the request to see what to do."
    if not stage.is_past:
        return "There is nothing you need to do yet. If a reply comes, record it on the request's page."
    look = "Look in your spam folder and on the authority's website first. If nothing has come, "
    if draft is not None:
        return f"{look}{_named(LetterKind(draft.kind))} is drafted for you to read and approve."
    review = rules_for(Regime(deadline.foi_request.regime)).review_before_regulator
    return f"{look}{'a request for a review' if review else 'a short chaser'} is what comes next."


def _named(kind: LetterKind) -> str:
    """A letter within a sentence."""
    if kind.asks_for_review:
        return "a request for a review"
    return "a short chaser" if kind is LetterKind.OVERDUE_CHASER else f"the letter “{kind.label}”"
