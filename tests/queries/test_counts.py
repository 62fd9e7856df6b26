"""How many SQL queries each page makes: at most twelve in all, and as many for much as for little."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from requests_app.core.states import Channel, EventKind, LetterKind
from requests_app.core.writing.records import Asked
from requests_app.models import (
    Attachment,
    Campaign,
    DataTable,
    Draft,
    Event,
    Figure,
    Message,
    RegulatorFile,
    Source,
    User,
)
from requests_app.models.campaign import Role, Visibility
from requests_app.queries.regulator_files import record_mark
from requests_app.usecases.foi_requests import QuestionAsked
from requests_app.usecases.regulator_files import ask_for_file
from requests_app.usecases.replies import UploadedFile
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

MOST = 12
REFUSAL = """Our reference: FOI-2026-0412

I have decided to refuse your request. This letter is a refusal notice under section 17 of the Act.

The information is exempt under section 31(1)(a). You can ask for an internal review within 40 working days."""
Fill = Callable[[Campaign, int], str]
"""Puts so much into a campaign, and returns the address of the page that shows it."""


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    """The pages are looked at on the day on which a reply is first late."""
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


def requests_of_all_sorts(campaign: Campaign, number: int) -> None:
    """Requests overdue with a chaser, about to be due, with a reply to check, and asked to clarify."""
    authority = make.an_authority()
    for place in range(number):
        sent_on = SENT_ON + timedelta(days=(0, 3, 8, 14)[place % 4])
        foi_request = make.a_request(campaign, authority=authority, sent_on=sent_on)
        if place % 4 == 2:
            make.a_reply(foi_request, on=date(2026, 11, 2))
        elif place % 4 == 3:
            make.asked_to_clarify(foi_request, on=date(2026, 11, 2))


def today_full(campaign: Campaign, number: int) -> str:
    requests_of_all_sorts(campaign, number)
    sweep(on=LATE_ON, now=noon(LATE_ON))
    return reverse("today")


def list_full(campaign: Campaign, number: int) -> str:
    requests_of_all_sorts(campaign, number)
    return reverse("request_list")


def outbox_full(campaign: Campaign, number: int) -> str:
    foi_request, person = make.a_request(campaign), make.owner_of(campaign)
    for _ in range(number):
        make.an_email(person, foi_request=foi_request)
    return reverse("outbox")


def evidence_full(campaign: Campaign, number: int) -> str:
    foi_request = make.a_request(campaign, visibility=Visibility.PUBLIC)
    response = make.answered(foi_request, on=LATE_ON)
    for place in range(number):
        source = Source.objects.create(
            slug=f"{campaign.slug}-{place}", title=f"Source {place}", publisher="P"
        )
        Figure.objects.bulk_create(
            Figure(
                source=source, position=n, metric=f"Metric {n}", value=place, unit="officers", year=2009 + n
            )
            for n in range(1, 4)
        )
        DataTable.objects.create(response=response, position=place + 1, columns=["Year"], rows=[["2021"]])
    return reverse("evidence")


def a_running_thread(campaign: Campaign, number: int) -> str:
    """As ``a_thread``, for a request of which some questions are still to be answered."""
    return a_thread(campaign, number, is_final=False)


def a_thread(campaign: Campaign, number: int, *, is_final: bool = True) -> str:
    """A request with this many messages and as many events, four of them replies with answers."""
    foi_request = make.a_request(campaign)
    clarification = make.asked_to_clarify(foi_request, on=date(2026, 10, 7))
    make.clarified(clarification, on=date(2026, 10, 7))
    for place in range(1 if number < 10 else 4):
        make.answered(foi_request, on=date(2026, 10, 8), text=f"Reply {place}", is_final=is_final)
    written = foi_request.messages.count()
    for place in range(written, number):
        message = Message.objects.create(
            foi_request=foi_request,
            direction=Message.Direction.RECEIVED,
            kind=Message.Kind.OTHER,
            channel=Channel.EMAIL,
            body=f"Holding reply {place}. " * 50,
            happened_on=date(2026, 10, 9),
            sha256=sha256(str(place).encode()).hexdigest(),
            recorded_at=noon(LATE_ON),
        )
        Event.objects.create(
            foi_request=foi_request,
            kind=EventKind.OTHER_CORRESPONDENCE,
            on=message.happened_on,
            sentence="They wrote",
            message=message,
            recorded_at=noon(LATE_ON),
        )
    assert foi_request.messages.count() >= number
    return foi_request.get_absolute_url()


def requests_in_admin(campaign: Campaign, number: int) -> str:
    requests_of_all_sorts(campaign, number)
    return reverse("admin:requests_app_foirequest_changelist")


def authorities_in_admin(_campaign: Campaign, number: int) -> str:
    for _ in range(number):
        make.an_authority().aliases.create(name="Also called")
    return reverse("admin:requests_app_authority_changelist")


def people_in_admin(campaign: Campaign, number: int) -> str:
    for _ in range(number):
        make.a_member(campaign, Role.VIEWER)
    return reverse("admin:requests_app_user_changelist")


def mail_in_admin(campaign: Campaign, number: int) -> str:
    outbox_full(campaign, number)
    return reverse("admin:requests_app_outgoingemail_changelist")


def a_reply_to_check(campaign: Campaign, number: int) -> str:
    """A reply to a request of this many questions."""
    asked = [
        QuestionAsked(str(place), f"How many in year {place}?", (("(a)", "x"),)) for place in range(number)
    ]
    foi_request = make.a_request(campaign, questions=asked)
    message = make.a_reply(foi_request, on=LATE_ON, text=REFUSAL)
    return reverse("reply_review", args=[foi_request.reference, message.pk])


def questions_to_correct(campaign: Campaign, number: int) -> str:
    asked = [
        QuestionAsked(str(place), f"How many in year {place}?", (("(a)", "x"),)) for place in range(number)
    ]
    foi_request = make.a_request(campaign, questions=asked)
    return reverse("request_questions", args=[foi_request.reference])


def a_letter_to_read(campaign: Campaign, number: int) -> str:
    """A chaser of a request with this many messages."""
    a_thread(campaign, number)
    foi_request = make.a_request(campaign)
    draft = make.a_chaser(foi_request)
    Event.objects.bulk_create(
        Event(
            foi_request=foi_request,
            kind=EventKind.OTHER_CORRESPONDENCE,
            sentence=f"They wrote {place}",
            recorded_at=noon(LATE_ON),
        )
        for place in range(number)
    )
    return reverse("draft_detail", args=[foi_request.reference, draft.pk])


def a_file_to_take(campaign: Campaign, number: int) -> str:
    """The file of an approved complaint, made, about a request with this many messages that hide something."""
    foi_request = make.a_request(campaign)
    on = date(2026, 11, 20)
    for place in range(number):
        upload = UploadedFile(f"{place}.txt", "text/plain", f"Figures {place}".encode())
        make.a_reply(foi_request, on=LATE_ON, text=f"Please see {place}.", upload=upload)
    Attachment.objects.update(notes=[{"kind": "hidden", "sentence": "It has a hidden sheet."}])
    draft = Draft.objects.create(
        foi_request=foi_request,
        kind=LetterKind.ICO_COMPLAINT,
        cause="silence",
        subject="Complaint",
        body="Please decide.",
        suggested_body="Please decide.",
        state=Draft.State.APPROVED,
        approved_by=make.requester_of(foi_request),
        created_at=noon(on),
        changed_at=noon(on),
    )
    asked = ask_for_file(draft=draft, enclosed=(), by=make.requester_of(foi_request), now=noon(on))
    RegulatorFile.objects.filter(pk=asked.pk).update(
        state=RegulatorFile.State.MADE,
        record_mark=record_mark(draft),
        pdf=b"%PDF",
        archive=b"PK",
        made_at=noon(on),
    )
    return reverse("regulator_file", args=[foi_request.reference, draft.pk])


def tray_full(campaign: Campaign, number: int) -> str:
    foi_request = make.a_request(campaign)
    for _ in range(number):
        make.a_mail_in_the_tray(foi_request)
    return reverse("tray")


def a_message_to_read(campaign: Campaign, number: int) -> str:
    a_thread(campaign, number)
    message = Message.objects.filter(foi_request__campaign=campaign, kind=Message.Kind.OTHER).last()
    assert message is not None
    return reverse("message_detail", args=[message.foi_request.reference, message.pk])


def a_form_to_log(_campaign: Campaign, number: int) -> str:
    for _ in range(number):
        make.an_authority().aliases.create(name="Also called")
    return reverse("request_log")


def a_request_to_write(campaign: Campaign, number: int) -> str:
    """A draft with so many questions, saved so many times, with as much advice dismissed and as many texts to use."""
    asked = tuple(Asked(f"q{place}", f"How many {place}?", ("by age",)) for place in range(1, number + 1))
    foi_request = make.a_composition(campaign, questions=asked)
    version = foi_request.versions.get()
    for place in range(2, number + 2):
        version.pk, version.number = None, place
        version.save(force_insert=True)
        make.dismissed(foi_request, key=f"rule:{place}")
        make.a_template(campaign)
    return reverse("request_compose", args=[foi_request.reference])


def a_page_to_write_on(campaign: Campaign, number: int) -> str:
    """An empty page, with so many names to suggest and texts to use."""
    for _ in range(number):
        make.an_authority().aliases.create(name="Also called")
        make.a_template(campaign)
    return reverse("request_write")


SIZES: dict[Fill, tuple[int, int]] = {
    today_full: (12, 24),
    list_full: (4, 28),
    a_thread: (3, 100),
    a_running_thread: (3, 100),
    outbox_full: (1, 28),
    tray_full: (1, 10),
    evidence_full: (1, 20),
    requests_in_admin: (4, 24),
    authorities_in_admin: (1, 24),
    people_in_admin: (1, 24),
    mail_in_admin: (1, 24),
    a_reply_to_check: (1, 20),
    questions_to_correct: (1, 24),
    a_letter_to_read: (10, 30),
    a_file_to_take: (2, 12),
    a_message_to_read: (10, 30),
    a_form_to_log: (1, 24),
    a_request_to_write: (1, 20),
    a_page_to_write_on: (1, 24),
}
"""How little and how much of each page's things is tried."""

PINNED: list[tuple[Fill, str, int]] = [
    (today_full, "owner", 12),  # one asks what the person has put off
    (today_full, "viewer", 9),
    (today_full, "visitor", 1),
    (list_full, "owner", 4),
    (list_full, "visitor", 1),
    (a_thread, "owner", 10),
    (a_thread, "viewer", 10),
    (a_running_thread, "owner", 11),
    (outbox_full, "owner", 4),
    (outbox_full, "staff", 4),
    (evidence_full, "owner", 5),
    (evidence_full, "visitor", 3),
    (requests_in_admin, "staff", 4),
    (authorities_in_admin, "staff", 4),
    (people_in_admin, "staff", 4),
    (mail_in_admin, "staff", 4),
    (a_reply_to_check, "owner", 9),
    (questions_to_correct, "owner", 4),
    (
        a_letter_to_read,
        "owner",
        12,
    ),  # three ask which other overdue requests it chases, or could, or which letter does
    (a_message_to_read, "owner", 6),  # one asks how it came: who sent it, and whether that could be checked
    (tray_full, "owner", 6),
    (tray_full, "staff", 6),
    (a_file_to_take, "owner", 9),
    (a_form_to_log, "owner", 5),
    (a_request_to_write, "owner", 9),
    (a_page_to_write_on, "owner", 6),
]
"""Queries of each page by who looks, session and person included. A number that grows is argued for here."""


def looking(campaign: Campaign, who: str) -> Client:
    """The browser of somebody in this relation to the campaign."""
    client = Client()
    people: dict[str, Callable[[], User]] = {
        "owner": lambda: make.owner_of(campaign),
        "viewer": lambda: make.a_member(campaign, Role.VIEWER),
        "staff": lambda: make.a_person(is_staff=True, is_superuser=True),
    }
    if who in people:
        client.force_login(people[who]())
    return client


def queries_of(client: Client, url: str) -> int:
    """Queries of one page once the process is warm: the holiday table and content types are kept."""
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    ("fill", "who", "pinned"), PINNED, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_a_page_makes_few_queries_and_as_many_for_much_as_for_little(
    fill: Fill, who: str, pinned: int
) -> None:
    counts = []
    for size in SIZES[fill]:
        campaign = make.a_campaign()
        url = fill(campaign, size)
        counts.append(queries_of(looking(campaign, who), url))
    little, much = counts
    assert much == little
    assert much <= MOST
    assert much == pinned
