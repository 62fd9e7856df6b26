"""Made-up news for the preview of our mail: nobody in it exists, and nothing of it is in the record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from django.conf import settings

from requests_app.core.calendars import LONDON
from requests_app.core.notices import NoticeKind
from requests_app.core.reminding import Stage
from requests_app.core.states import Basis, DeadlineKind, LetterKind, Party, Regime
from requests_app.models import Authority, Campaign, Deadline, Draft, FoiRequest, Notice, User
from requests_app.queries.holidays import calendar_of
from requests_app.queries.mail_items import Item, Pages, date_item, notice_item
from requests_app.queries.recomputations import MovedDate

_SENT, _DUE, _PASSED = date(2026, 10, 6), date(2026, 11, 3), date(2026, 11, 4)
_NOW = datetime.combine(_PASSED, time(7), tzinfo=LONDON)

_STEPS = [
    {"text": "Received on Tue 6 Oct 2026.", "section": "FOIA s.10(6)", "on": "2026-10-06"},
    {
        "text": "The 20th working day after that is Tue 3 Nov 2026.",
        "section": "FOIA s.10(1)",
        "on": "2026-11-03",
    },
]
_ABOUT = {
    NoticeKind.NEW_REPLY: "From Information Team: Your request FOI/0417/26",
    NoticeKind.CLARIFICATION: "They asked on Tue 13 Oct 2026: Which years do you mean?",
    NoticeKind.BOUNCE: "“Officers based in schools” to foi@exampleshire.example came back: 550 No such mailbox",
    NoticeKind.DRAFT_WAITING: "Overdue chaser: drafted from the record. Read it, change it, approve it.",
    NoticeKind.MENTIONED: "Ada Okafor: “Robin, do you still have the table they sent?”",
    NoticeKind.ASSIGNED: "Ada Okafor asks you to answer their question.",
    NoticeKind.DATE_MOVED: (
        "Reply due: now Wed 11 Nov 2026, was Tue 3 Nov 2026, because you answered their question on Wed 14 Oct 2026."
    ),
    NoticeKind.WOKEN: "You put this off until Wed 4 Nov 2026.",
}


def sample_person() -> User:
    """Somebody who works on the made-up requests."""
    return User(pk=0, name="Robin Ashdown", email="robin.ashdown@example.org")


def sample_request(number: int = 12, title: str = "Officers based in schools") -> FoiRequest:
    """A request that does not exist."""
    authority = Authority(pk=0, official_name="Exampleshire Constabulary", short_name="Exampleshire")
    campaign = Campaign(pk=0, name="Safer schools", slug="safer-schools")
    return FoiRequest(
        pk=number,
        number=number,
        title=title,
        regime=Regime.FOIA,
        authority=authority,
        campaign=campaign,
        authority_reference="FOI/0417/26",
    )


def sample_dates() -> dict[str, Item]:
    """A reminder at each stage, and of a right that ends, by name."""
    foi_request = sample_request()
    owed = Deadline(
        pk=0,
        foi_request=foi_request,
        kind=DeadlineKind.RESPONSE_DUE,
        key="response_due",
        due_on=_DUE,
        basis=Basis.STATUTE,
        on_whom=Party.AUTHORITY,
        section="FOIA s.10(1)",
        source="Freedom of Information Act 2000, section 10(1)",
        overdue_from=_PASSED,
        working=_STEPS,
    )
    right = Deadline(
        pk=0,
        foi_request=sample_request(14, "School policing budgets"),
        kind=DeadlineKind.REVIEW_REQUEST_BY,
        key="review_request_by",
        due_on=date(2026, 12, 14),
        basis=Basis.CODE,
        on_whom=Party.REQUESTER,
        section="FOI Code of Practice 5.3",
        source="Freedom of Information Code of Practice, July 2018",
        overdue_from=date(2026, 12, 15),
        opens="Ask for an internal review by then, or they need not hold one.",
        working=[{"text": "40 working days after Fri 16 Oct 2026.", "section": "5.3", "on": "2026-12-14"}],
    )
    drafted = Pages({foi_request.pk: Draft(pk=7, kind=LetterKind.OVERDUE_CHASER, foi_request=foi_request)})
    calendar = calendar_of(Regime.FOIA)
    before, day = date(2026, 10, 27), date(2026, 11, 9)
    return {
        "before": date_item(owed, Stage.FIVE_BEFORE, calendar=calendar, today=before),
        "on-the-day": date_item(owed, Stage.ON_THE_DAY, calendar=calendar, today=_DUE),
        "passed": date_item(owed, Stage.PASSED, calendar=calendar, today=_PASSED, pages=drafted),
        "weekly": date_item(owed, Stage.WEEKLY, calendar=calendar, today=date(2026, 11, 11), pages=drafted),
        "right-ends": date_item(right, Stage.FIVE_BEFORE, calendar=calendar, today=day),
    }


def sample_news() -> Iterator[tuple[NoticeKind, Item]]:
    """Each kind of news once."""
    foi_request = sample_request()
    for kind, about in _ABOUT.items():
        notice = Notice(
            kind=kind,
            foi_request=foi_request,
            about=about,
            url=foi_request.get_absolute_url(),
            created_at=_NOW,
        )
        yield kind, notice_item(notice)


def sample_morning() -> list[Item]:
    """A digest: news, a date that passed, one that is near."""
    dates = sample_dates()
    news = dict(sample_news())
    return [news[NoticeKind.NEW_REPLY], news[NoticeKind.BOUNCE], dates["passed"], dates["right-ends"]]


def sample_moves() -> list[MovedDate]:
    """Two dates that one bank holiday moved."""
    because = "Mon 19 Oct 2026 was proclaimed a bank holiday in Scotland"
    return [
        MovedDate(
            order=(_DUE, each.number),
            foi_request=each,
            what="Reply due",
            was="Tue 3 Nov 2026",
            now="Wed 4 Nov 2026",
            because=because,
            of=f"{each.authority.official_name}: {each.title} ({each.reference})",
            url=f"{settings.SITE_URL}{each.get_absolute_url()}",
        )
        for each in (sample_request(), sample_request(14, "School policing budgets"))
    ]
