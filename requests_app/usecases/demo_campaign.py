"""A campaign of invented requests in different states, made by the use cases people use, relative to the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction

from requests_app.core.calendars import LONDON, Calendar
from requests_app.core.reading import questions_of
from requests_app.core.states import Channel, Decision, Outcome
from requests_app.models import Authority, Campaign, FoiRequest, User
from requests_app.queries.holidays import calendar_of
from requests_app.usecases.campaigns import start_campaign
from requests_app.usecases.clarifications import answer_clarification, record_clarification_asked
from requests_app.usecases.foi_requests import (
    NewRequest,
    QuestionAsked,
    log_request,
    record_acknowledgement,
    write_request,
)
from requests_app.usecases.replies import (
    AnswerConfirmed,
    ReadingConfirmed,
    confirm_reading,
    receive_reply,
)

SLUG = "demo-safer-schools"
TITLE = "Officers in schools: numbers, plans and consultation"
LETTER = """Please provide the following information, for the current school year:

1. How many police officers and staff work in schools in your area, by
(a) the kind of school
(b) rank or role
2. Are there plans to add more in the next school year? If so, how many?
3. Which groups were consulted before officers were placed in schools?

I would like the figures as a spreadsheet. If part of this would cost too much, please tell me which part."""

REPLY = """Freedom of Information request reference: FOI-2026-0412

Thank you for your request. I can confirm that we hold some of the information you asked for. I have decided to
disclose some of the requested information. This letter serves as a Refusal Notice under Section 17 of the Act for
the rest, by virtue of the following exemptions:
Section 31(1) - Law Enforcement
Section 40(2) - Personal Information

Q1 - How many police officers and staff work in schools in your area, by
(a) the kind of school
(b) rank or role
There are 14 officers who work in secondary schools. No officers work in primary schools. A breakdown by rank is
exempt under Section 40(2), since so few officers could be identified.

Q2 - Are there plans to add more in the next school year? If so, how many?
This information is exempt under Section 31(1) of the Act.

Q3 - Which groups were consulted before officers were placed in schools?
Head teachers and governors of each school were consulted.

If you are dissatisfied with this response you may ask for an internal review within 40 working days."""

REFUSAL = """Our reference: FOI 2211/26

Your request has been considered. The information is already reasonably accessible to you and is therefore exempt
under Section 21 of the Act. Figures are published on our website.

You may ask for an internal review within 40 working days of this letter."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demo plays: its campaign, its person, its day."""

    campaign: Campaign
    person: User
    on: date
    calendar: Calendar

    def back(self, working_days: int) -> date:
        """The working day this many working days before the day."""
        day = self.on
        for _ in range(working_days):
            day = self.calendar.previous_working_day(day)
        return day

    def at(self, day: date) -> datetime:
        """Ten in the morning of a day in London."""
        return datetime.combine(day, time(10), tzinfo=LONDON)

    def log(self, slug: str, sent_on: date) -> FoiRequest | None:
        """Log the campaign's letter to one authority; None where that authority is not in the list."""
        new = self.new(slug)
        if new is None:
            return None
        return log_request(
            new=new, sent_on=sent_on, channel=Channel.EMAIL, by=self.person, now=self.at(self.on)
        )

    def new(self, slug: str) -> NewRequest | None:
        """The campaign's letter to one authority."""
        authority = Authority.objects.filter(slug=slug).first()
        if authority is None:
            return None
        questions = [
            QuestionAsked(found.label, found.text, tuple((part.label, part.text) for part in found.parts))
            for found in questions_of(LETTER)
        ]
        return NewRequest(
            authority=authority,
            campaign=self.campaign,
            title=TITLE,
            letter=LETTER,
            questions=questions,
            requester_name=self.person.name,
            requester_address=self.person.email,
        )


@transaction.atomic
def add_demo_campaign(*, person: User, on: date) -> int:
    """Make the campaign and its requests, unless it is there already. Returns how many requests were made."""
    if Campaign.objects.filter(slug=SLUG).exists():
        return 0
    campaign = start_campaign(
        slug=SLUG,
        name="Safer schools?",
        aim="Find out how many officers work in schools, what they do there, and who was asked.",
        owner=person,
    )
    stage = Stage(campaign, person, on, calendar_of("FOIA"))
    return sum(scene(stage) is not None for scene in _SCENES)


def _running(stage: Stage) -> FoiRequest | None:
    foi_request = stage.log("merseyside-police", stage.back(8))
    if foi_request:
        record_acknowledgement(
            foi_request=foi_request,
            on=stage.back(7),
            text="Thank you for your request, which is being dealt with.",
            authority_reference="",
            arrived_on=None,
            channel=Channel.EMAIL,
            by=stage.person,
            now=stage.at(stage.on),
        )
    return foi_request


def _due_soon(stage: Stage) -> FoiRequest | None:
    return stage.log("police-scotland", stage.back(18))


def _overdue(stage: Stage) -> FoiRequest | None:
    return stage.log("kent-police", stage.back(24))


def _clarification_wanted(stage: Stage) -> FoiRequest | None:
    foi_request = stage.log("lancashire-police", stage.back(11))
    if foi_request:
        record_clarification_asked(
            foi_request=foi_request,
            on=stage.back(3),
            asked="Please could you tell us which kinds of school you mean: state schools only, or all schools?",
            questions=list(foi_request.questions.filter(parent=None, position=1)),
            channel=Channel.EMAIL,
            by=stage.person,
            now=stage.at(stage.on),
        )
    return foi_request


def _clarified(stage: Stage) -> FoiRequest | None:
    foi_request = stage.log("essex-police", stage.back(19))
    if foi_request:
        clarification = record_clarification_asked(
            foi_request=foi_request,
            on=stage.back(14),
            asked="Do you want figures for the last school year or for the one before it?",
            channel=Channel.EMAIL,
            by=stage.person,
            now=stage.at(stage.on),
        )
        answer_clarification(
            clarification=clarification,
            answered="For the current school year, please, as the letter says.",
            on=stage.back(9),
            channel=Channel.EMAIL,
            by=stage.person,
            now=stage.at(stage.on),
        )
    return foi_request


def _reply_to_check(stage: Stage) -> FoiRequest | None:
    foi_request = stage.log("devon-and-cornwall-police", stage.back(17))
    if foi_request:
        receive_reply(
            foi_request=foi_request,
            text=REPLY,
            received_on=stage.back(1),
            channel=Channel.EMAIL,
            by=stage.person,
            now=stage.at(stage.on),
        )
    return foi_request


def _refused(stage: Stage) -> FoiRequest | None:
    """Refused so long ago that the time to ask for a review is nearly over."""
    replied_on = stage.back(38)
    foi_request = stage.log("northumbria-police", replied_on - timedelta(days=21))
    if foi_request:
        message = receive_reply(
            foi_request=foi_request,
            text=REFUSAL,
            received_on=replied_on,
            channel=Channel.EMAIL,
            by=stage.person,
            now=stage.at(stage.on),
        )
        confirmed = ReadingConfirmed(
            is_final=True,
            decision=Decision.REFUSED,
            decision_explicit=True,
            authority_reference="FOI 2211/26",
            issued_on=replied_on,
            received_on=replied_on,
            answers=[
                AnswerConfirmed(question, Outcome.REFUSED, "Already reasonably accessible.", ("21",))
                for question in foi_request.questions.filter(parent=None)
            ],
            tables=[],
            abbreviations={},
        )
        confirm_reading(message=message, confirmed=confirmed, by=stage.person, now=stage.at(stage.on))
    return foi_request


def _unsent(stage: Stage) -> FoiRequest | None:
    new = stage.new("west-yorkshire-police")
    return write_request(new=new, by=stage.person, now=stage.at(stage.on)) if new else None


_SCENES: tuple[Callable[[Stage], FoiRequest | None], ...] = (
    _running,
    _due_soon,
    _overdue,
    _clarification_wanted,
    _clarified,
    _reply_to_check,
    _refused,
    _unsent,
)
