"""People, campaigns, authorities and requests for tests, made by the use cases people use wherever there is one.

The days are plain ones: a request e-mailed on Tue 6 Oct 2026 is due on Tue 3 Nov 2026, with no holiday between.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import count
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps

from requests_app.core.calendars import LONDON
from requests_app.core.errors import BadInput, FoiError
from requests_app.core.states import AuthorityKind, Channel, Decision, LetterKind, Nation, Outcome, Regime
from requests_app.core.writing.records import Asked, Written
from requests_app.models import (
    Authority,
    Campaign,
    Clarification,
    Deadline,
    Draft,
    FoiRequest,
    IncomingEmail,
    Message,
    OutgoingEmail,
    Question,
    Response,
    TextTemplate,
    User,
)
from requests_app.models.campaign import Role, Visibility
from requests_app.usecases import clarifications, foi_requests, incoming, replies
from requests_app.usecases.campaigns import join, start_campaign
from requests_app.usecases.compositions import dismiss_advice, start_composition
from requests_app.usecases.drafts import approve_draft, suggest_draft
from requests_app.usecases.foi_requests import NewRequest, QuestionAsked
from requests_app.usecases.mail import queue_email
from requests_app.usecases.replies import AnswerConfirmed, ReadingConfirmed, UploadedFile
from requests_app.usecases.staff import save_person
from requests_app.usecases.text_templates import keep_template

SENT_ON = date(2026, 10, 6)
DUE_ON = date(2026, 11, 3)
LATE_ON = date(2026, 11, 4)
"""The first day on which a reply to a request e-mailed on ``SENT_ON`` is late."""

PASSWORD = "correct-horse-battery"
LETTER = """Please tell me:

1. How many officers work in schools, by
(a) the kind of school
(b) rank
2. Who was consulted before they were placed there?"""
QUESTIONS = (
    QuestionAsked(
        "1", "How many officers work in schools, by", (("(a)", "the kind of school"), ("(b)", "rank"))
    ),
    QuestionAsked("2", "Who was consulted before they were placed there?"),
)
REPLY = """Our reference: FOI-2026-0412

Q1 - How many officers work in schools, by
There are 14 officers in secondary schools.

Q2 - Who was consulted before they were placed there?
Head teachers were consulted."""

LAW = {"bankholiday", "exemption", "historicalbankholiday", "historicalexemption"}

_numbers = count(1)


def noon(on: date) -> datetime:
    """Twelve o'clock in London on a day."""
    return datetime.combine(on, time(12), tzinfo=LONDON)


def a_person(name: str = "Alex Penrose", **fields: Any) -> User:
    """A person with a confirmed address at example.org and the password ``PASSWORD``."""
    fields.setdefault("email", f"person{next(_numbers)}@example.org")
    user = User(name=name, correspondence_address="12 Mill Lane, Ambleford", **fields)
    user.set_password(PASSWORD)
    save_person(user=user)
    return user


def a_campaign(owner: User | None = None) -> Campaign:
    """A campaign with its owner."""
    number = next(_numbers)
    return start_campaign(
        slug=f"campaign-{number}", name=f"Campaign {number}", aim="Find out.", owner=owner or a_person()
    )


def a_member(campaign: Campaign, role: Role = Role.VIEWER, **fields: Any) -> User:
    """A person who is in the campaign."""
    user = a_person(**fields)
    join(campaign=campaign, user=user, role=role)
    return user


def owner_of(campaign: Campaign) -> User:
    """The campaign's first owner, freshly read: permission is remembered with the person."""
    return User.objects.get(
        pk=campaign.memberships.filter(role=Role.OWNER).order_by("pk").values_list("user", flat=True)[0]
    )


def an_authority(name: str = "", **fields: Any) -> Authority:
    """An invented police force under FOIA."""
    number = next(_numbers)
    name = name or f"Ambleford Constabulary {number}"
    defaults: dict[str, Any] = {
        "slug": f"authority-{number}",
        "official_name": name,
        "short_name": name,
        "kind": AuthorityKind.POLICE_EW,
        "nation": Nation.ENGLAND,
        "regime": Regime.FOIA,
    }
    return Authority.objects.create(**defaults | fields)


def a_scottish_authority(**fields: Any) -> Authority:
    """An invented force under FOISA."""
    defaults = {"kind": AuthorityKind.POLICE_SCOTLAND, "nation": Nation.SCOTLAND, "regime": Regime.FOISA}
    return an_authority(**defaults | fields)


def new_request(campaign: Campaign | None = None, **fields: Any) -> NewRequest:
    """What a request is made of before it has a number."""
    defaults: dict[str, Any] = {
        "authority": fields.pop("authority", None) or an_authority(),
        "campaign": campaign or a_campaign(),
        "title": "Officers in schools",
        "letter": LETTER,
        "questions": QUESTIONS,
        "requester_name": "Alex Penrose",
        "requester_address": "12 Mill Lane, Ambleford",
    }
    return NewRequest(**defaults | fields)


def a_written_request(campaign: Campaign | None = None, *, on: date = SENT_ON, **fields: Any) -> FoiRequest:
    """A request that is still to be sent."""
    new = new_request(campaign, **fields)
    return foi_requests.write_request(new=new, by=owner_of(new.campaign), now=noon(on))


def written(**fields: Any) -> Written:
    """What the composer holds of a small request."""
    defaults: dict[str, Any] = {
        "title": "Officers in schools",
        "requester_name": "Alex Penrose",
        "address": "12 Mill Lane, Ambleford",
        "questions": (Asked("q1", "How many officers worked in schools in 2024?", ("by rank",)),),
    }
    return Written(**defaults | fields)


def a_composition(
    campaign: Campaign | None = None,
    *,
    on: date = SENT_ON,
    visibility: Visibility = Visibility.PRIVATE,
    authority: Authority | None = None,
    **fields: Any,
) -> FoiRequest:
    """A request that is written in the composer, saved once."""
    new = new_request(campaign, visibility=visibility, authority=authority)
    version = start_composition(
        written=written(**fields), new=new, tab=uuid4(), by=owner_of(new.campaign), now=noon(on)
    )
    return version.foi_request


def dismissed(foi_request: FoiRequest, *, key: str) -> FoiRequest:
    """The request with a finding that its owner decided to leave."""
    by = requester_of(foi_request)
    dismiss_advice(foi_request=foi_request, key=key, what="A finding.", reason="", by=by, now=noon(SENT_ON))
    return foi_request


def a_request(
    campaign: Campaign | None = None,
    *,
    sent_on: date | None = SENT_ON,
    channel: Channel = Channel.EMAIL,
    logged_on: date | None = None,
    **fields: Any,
) -> FoiRequest:
    """A request that was sent; logged on the same day unless another is given."""
    new = new_request(campaign, **fields)
    return foi_requests.log_request(
        new=new,
        sent_on=sent_on,
        channel=channel,
        by=owner_of(new.campaign),
        now=noon(logged_on or sent_on or SENT_ON),
    )


def a_public_request(**fields: Any) -> FoiRequest:
    """A request anybody may read."""
    return a_request(visibility=Visibility.PUBLIC, **fields)


def requester_of(foi_request: FoiRequest) -> User:
    """The owner of the request's campaign."""
    return owner_of(foi_request.campaign)


def a_reply(
    foi_request: FoiRequest, *, on: date | None, text: str = REPLY, upload: UploadedFile | None = None
) -> Message:
    """A reply that is still to be confirmed."""
    return replies.receive_reply(
        foi_request=foi_request,
        text=text,
        received_on=on,
        channel=Channel.EMAIL,
        upload=upload,
        by=requester_of(foi_request),
        now=noon(on or DUE_ON),
    )


def a_reading(
    foi_request: FoiRequest,
    *outcomes: Outcome,
    on: date | None,
    is_final: bool = True,
    decision: Decision | None = None,
    **fields: Any,
) -> ReadingConfirmed:
    """What a person confirms: one outcome for each question, all disclosed unless others are given."""
    questions = list(foi_request.questions.filter(parent=None).order_by("position"))
    given = outcomes or (Outcome.DISCLOSED,) * len(questions)
    defaults: dict[str, Any] = {
        "decision_explicit": decision is not None,
        "authority_reference": "",
        "issued_on": on,
        "received_on": on,
        "answers": [
            AnswerConfirmed(question, outcome, text=f"Answer to {question.label}")
            for question, outcome in zip(questions, given, strict=True)
        ],
        "tables": [],
        "abbreviations": {},
    }
    return ReadingConfirmed(is_final=is_final, decision=decision, **defaults | fields)


def answered(
    foi_request: FoiRequest, *outcomes: Outcome, on: date, text: str = REPLY, **reading: Any
) -> Response:
    """The request with a reply received and confirmed on one day."""
    message = a_reply(foi_request, on=on, text=text)
    return replies.confirm_reading(
        message=message,
        confirmed=a_reading(foi_request, *outcomes, on=on, **reading),
        by=requester_of(foi_request),
        now=noon(on),
    )


def asked_to_clarify(foi_request: FoiRequest, *, on: date, **fields: Any) -> Clarification:
    """The authority asked what is meant."""
    defaults: dict[str, Any] = {"asked": "Which kinds of school do you mean?", "channel": Channel.EMAIL}
    return clarifications.record_clarification_asked(
        foi_request=foi_request, on=on, by=requester_of(foi_request), now=noon(on), **defaults | fields
    )


def clarified(clarification: Clarification, *, on: date, answered: str = "All schools.") -> Clarification:
    """Their question, answered."""
    return clarifications.answer_clarification(
        clarification=clarification,
        answered=answered,
        on=on,
        channel=Channel.EMAIL,
        by=requester_of(clarification.foi_request),
        now=noon(on),
    )


def a_chaser(foi_request: FoiRequest, *, on: date = LATE_ON) -> Draft:
    """The chaser the sweep suggests for an overdue request."""
    draft = suggest_draft(
        foi_request=foi_request,
        kind=LetterKind.OVERDUE_CHASER,
        cause=f"response_due:{due(foi_request).due_on}",
        today=on,
        now=noon(on),
    )
    assert draft is not None
    return draft


def an_approved_chaser(foi_request: FoiRequest, *, on: date = LATE_ON) -> Draft:
    """A chaser that a person has approved."""
    draft = a_chaser(foi_request, on=on)
    return approve_draft(draft=draft, version=draft.version, by=requester_of(foi_request), now=noon(on))


def a_template(campaign: Campaign | None = None, **fields: Any) -> TextTemplate:
    """A text of a campaign to use again."""
    campaign = campaign or a_campaign()
    defaults: dict[str, Any] = {
        "kind": TextTemplate.Kind.REQUEST,
        "title": "Ask about schools",
        "body": "Dear {{ authority }},\n\n1. How many officers worked in schools in {{ period }}?\n\n{{ requester }}",
    }
    return keep_template(campaign=campaign, by=owner_of(campaign), now=noon(SENT_ON), **defaults | fields)


def an_email(user: User | None = None, **fields: Any) -> OutgoingEmail:
    """A reminder in the outbox."""
    user = user or a_person()
    defaults: dict[str, Any] = {
        "kind": OutgoingEmail.Kind.REMINDER,
        "to_address": user.email,
        "subject": "Reply due",
        "text": "The reply is due.",
        "user": user,
        "now": noon(SENT_ON),
    }
    return queue_email(**defaults | fields)


def due(foi_request: FoiRequest) -> Deadline:
    """The live date of the reply."""
    return foi_request.deadlines.exclude(status=Deadline.Status.MOVED).get(key="response_due")


def fresh(foi_request: FoiRequest) -> FoiRequest:
    """The request as the database has it."""
    return FoiRequest.objects.get(pk=foi_request.pk)


def question(foi_request: FoiRequest, position: int = 1) -> Question:
    """One question of a request."""
    return foi_request.questions.get(parent=None, position=position)


@contextmanager
def refused(
    error: type[FoiError], sentence: str, *, field: str | None = None
) -> Iterator[pytest.ExceptionInfo[FoiError]]:
    """Assert that a use case refuses with this error, these words and this field, and that it changes nothing."""
    before = everything()
    with pytest.raises(error) as refusal:
        yield refusal
    assert sentence in refusal.value.sentence
    if field is not None:
        assert isinstance(refusal.value, BadInput)
        assert refusal.value.field == field
    assert everything() == before


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every record of ours except the law's, by model: to show that nothing was changed."""
    models = apps.get_app_config("requests_app").get_models(include_auto_created=True)
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in models
        if model._meta.model_name not in LAW
    }


def a_mail_in_the_tray(foi_request: FoiRequest, *, subject: str = "Officers in schools") -> IncomingEmail:
    """A mail that names our reference of a request, and nothing that would be certain."""
    raw = (
        f"From: FOI Team <foi@elsewhere.example>\nSubject: {subject}\nMessage-ID: <{next(_numbers)}@elsewhere.example>\n"
        f"Date: Tue, 3 Nov 2026 09:00:00 +0000\n\nThis answers {foi_request.reference}.\n"
    )
    mail = incoming.store_email(raw=raw.encode(), source="pipe", now=noon(DUE_ON))
    incoming.take_in(incoming_id=mail.pk, now=noon(DUE_ON))
    return IncomingEmail.objects.get(pk=mail.pk)
