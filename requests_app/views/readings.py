"""The review of a reading: the reply on one side, what was read on the other; a person corrects it and confirms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from requests_app.core.errors import BadInput
from requests_app.core.reading.disagreements import Disagreement
from requests_app.core.reading.records import TableRead
from requests_app.core.states import MessageKind
from requests_app.forms.readings import (
    AnswerForm,
    ReadingForm,
    answer_form,
    initial_reading,
    restore,
)
from requests_app.models import FoiRequest, Message
from requests_app.queries.documents import file_notes, files_of
from requests_app.queries.reading_page import ReadingPage, caption_of, cells_in, of_table, reading_page
from requests_app.queries.readings import AnswerProposed, Proposal, initial_answer
from requests_app.queries.unsaved_readings import (
    Work,
    clock_time,
    confirmed_sentence,
    other_sentence,
    work_on,
)
from requests_app.usecases import received, unsaved_readings
from requests_app.usecases import replies as usecases
from requests_app.usecases.received import KindConfirmed
from requests_app.usecases.replies import AnswerConfirmed, ReadingConfirmed
from requests_app.views import gate
from requests_app.views.received import while_waiting

NOT_FIELDS = {"csrfmiddlewaretoken", "do"}


@dataclass(slots=True)
class AnswerShown:
    """One question of ours, what was read about it, and the form to correct it; its parts likewise."""

    proposed: AnswerProposed
    form: AnswerForm
    parts: list[AnswerShown]

    @property
    def has_part_answers(self) -> bool:
        """Whether some part is dealt with by itself."""
        return any(part.form["outcome"].value() for part in self.parts)


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table with its place on the page, a name no other has, what contradicts it, and whether it was left out."""

    place: str
    name: str
    table: TableRead
    disagreements: list[Disagreement]
    lit: frozenset[tuple[int | None, int | None]]
    is_dropped: bool


@dataclass(slots=True)
class Review:
    """The page: what was read, and the forms."""

    page: ReadingPage
    form: ReadingForm
    answers: list[AnswerShown]
    dropped: set[int]

    @property
    def answer_forms(self) -> list[AnswerForm]:
        """The forms of all questions and parts."""
        return [each.form for answer in self.answers for each in (answer, *answer.parts)]

    @property
    def read(self) -> Proposal:
        """What was read."""
        return self.page.read

    @property
    def tables(self) -> list[TableShown]:
        """The tables in their order."""
        tables = self.read.reading.tables
        return [
            TableShown(
                f"table-{place}",
                caption_of(table, place, tables),
                table,
                of_table(self.page.disagreements, place - 1),
                cells_in(self.page.disagreements, place - 1),
                place in self.dropped,
            )
            for place, table in enumerate(tables, start=1)
        ]

    def is_valid(self) -> bool:
        """Whether everything that the chosen kind asks for can be taken."""
        if not self.form.is_valid():
            return False
        if not self.form.cleaned_data["kind"].answers:
            return True
        wrong = [each for each in self.answer_forms if not each.is_valid()]
        return not wrong


def review_of(message: Message, *, data: QueryDict | None = None, kept: Mapping[str, list[str]]) -> Review:
    """The page of a message: from what was entered just now, or kept before, or from what was read."""
    page = reading_page(message)
    read = page.read
    about = [(answer.question.pk, f"Question {answer.name}") for answer in read.answers]
    form = ReadingForm(data, initial=initial_reading(message, read), questions=about)
    restore(form, kept)

    def shown(proposed: AnswerProposed) -> AnswerShown:
        initial = initial_answer(proposed)
        of_question = answer_form(proposed.question, proposed.name, data=data, initial=initial)
        restore(of_question, kept)
        return AnswerShown(proposed, of_question, [shown(part) for part in proposed.parts])

    entered = kept if data is None else dict(data.lists())
    dropped = {
        place for place, _ in enumerate(read.reading.tables, start=1) if entered.get(f"drop-table-{place}")
    }
    return Review(page, form, [shown(answer) for answer in read.answers], dropped)


@login_required
@require_http_methods(["GET", "POST"])
def reply_review(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The reply on one side, the reading on the other; confirm when it is right."""
    foi_request = gate.editable(request, reference)
    message = _message(foi_request, pk)
    waiting = while_waiting(request, message)
    if waiting is not None:
        return waiting
    by, now = gate.person(request), timezone.now()
    if request.method == "POST":
        return _posted(request, message, now)
    work = work_on(message, by, now=now)
    is_confirmed = message.reading_state == Message.ReadingState.CONFIRMED
    if is_confirmed and not work.fields:
        messages.info(request, "This reply has been confirmed.")
        return redirect("message_detail", reference, pk)
    if not is_confirmed:
        unsaved_readings.look_at_reading(message=message, by=by, now=now)
    return _page(request, message, review_of(message, kept=work.fields), work)


def _message(foi_request: FoiRequest, pk: int) -> Message:
    """A received message with something to read. Raises Http404."""
    received = Message.objects.select_related("response__confirmed_by").filter(
        foi_request=foi_request, direction=Message.Direction.RECEIVED, reading_state__gt=""
    )
    message: Message = get_object_or_404(received, pk=pk)
    message.foi_request = foi_request
    return message


def _page(request: HttpRequest, message: Message, review: Review, work: Work) -> HttpResponse:
    context = {
        "foi_request": message.foi_request,
        "message": message,
        "review": review,
        "page": review.page,
        "read": review.read,
        "form": review.form,
        "work": work,
        "all_forms": [review.form, *review.answer_forms],
        "others": [other_sentence(other) for other in work.others],
        "confirmed": confirmed_sentence(message),
        "notes": file_notes(files_of(message)),
    }
    return render(request, "requests_app/reply/review.html", context)


def _posted(request: HttpRequest, message: Message, now: datetime) -> HttpResponse:
    """One of the buttons: confirm, keep it for later, show another kind's fields, start afresh."""
    by, reference, do = gate.person(request), message.foi_request.reference, request.POST.get("do", "")
    if do == "fresh":
        unsaved_readings.drop_reading(message=message, by=by)
        is_confirmed = message.reading_state == Message.ReadingState.CONFIRMED
        messages.info(request, "Thrown away." if is_confirmed else "You start afresh from what we read.")
        return redirect("reply_review", reference, message.pk)
    review = review_of(message, data=request.POST, kept={})
    if do in ("later", "stay", "show"):
        kept = gate.act(review.form, lambda: _keep(request, message, review, now))
        if kept is not None and do == "later":
            messages.success(request, "Saved. What you entered waits for you; nothing is confirmed yet.")
            return redirect(message.foi_request)
        if kept is not None:
            return redirect("reply_review", reference, message.pk)
    elif review.is_valid():
        done = gate.act(review.form, lambda: _confirm(request, message, review, now))
        if done is not None:
            messages.success(request, "Confirmed. The questions and the clock follow from it.")
            return redirect(message.foi_request)
        if Message.objects.filter(pk=message.pk, reading_state=Message.ReadingState.CONFIRMED).exists():
            gate.act(review.form, lambda: _keep(request, message, review, now))
    return _page(request, message, review, Work({}, None, work_on(message, by, now=now).others))


def _keep(request: HttpRequest, message: Message, review: Review, now: datetime) -> object:
    """Keep what differs from what was proposed."""
    return unsaved_readings.keep_reading(
        message=message, fields=_changed(request.POST, review), afresh=True, by=gate.person(request), now=now
    )


def _changed(data: QueryDict, review: Review) -> dict[str, list[str]]:
    """What was entered otherwise than it was proposed, by its name in the page."""
    changed = {
        form.add_prefix(name): data.getlist(form.add_prefix(name))
        for form in (review.form, *review.answer_forms)
        for name in form.changed_data
    }
    return changed | {f"drop-table-{place}": ["on"] for place in review.dropped}


def _confirm(request: HttpRequest, message: Message, review: Review, now: datetime) -> object:
    """Confirm what the message is and says, by its kind."""
    by = gate.person(request)
    if review.form.cleaned_data["kind"].answers:
        return usecases.confirm_reading(message=message, confirmed=_reply(review), by=by, now=now)
    return received.confirm_kind(message=message, confirmed=_other(review), by=by, now=now)


def _reply(review: Review) -> ReadingConfirmed:
    data, reading = review.form.cleaned_data, review.read.reading
    spans = data["spans"]
    decision = data["decision"] or None
    return ReadingConfirmed(
        kind=data["kind"],
        is_final=data["kind"] is not MessageKind.PARTIAL_REPLY,
        decision=decision,
        decision_explicit=reading.decision_explicit and decision == reading.decision,
        authority_reference=data["authority_reference"],
        issued_on=data["issued_on"],
        received_on=data["received_on"],
        answers=list(_answers(review, spans)),
        tables=[shown.table for shown in review.tables if not shown.is_dropped],
        abbreviations=reading.abbreviations,
        spans=_by_value(spans),
    )


def _other(review: Review) -> KindConfirmed:
    data = review.form.cleaned_data
    grounds = [ground.strip() for ground in data["extension_grounds"].split(",")]
    return KindConfirmed(
        kind=data["kind"],
        authority_reference=data["authority_reference"],
        issued_on=data["issued_on"],
        received_on=data["received_on"],
        their_received_on=data["their_received_on"],
        promised_on=data["promised_on"],
        about_review=data["about_review"],
        asked=data["asked"].strip(),
        asked_about=[
            answer.proposed.question
            for answer in review.answers
            if answer.proposed.question.pk in data["asked_about"]
        ],
        was_needed=data["was_needed"],
        amount=data["amount"],
        pay_by=data["pay_by"],
        extension_grounds=tuple(ground for ground in grounds if ground),
        extended_to=data["extended_to"],
        transferred_to=data["transferred_to"].strip(),
        asks_consent=data["asks_consent"],
        consented=None if data["consented"] in (None, "") else data["consented"],
        spans=_by_value(data["spans"]),
    )


def _by_value(spans: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Where words were chosen, by the name under which a value is read and not that of its field."""
    return {SPANS.get(field, field): span for field, span in spans.items()}


SPANS = {"authority_reference": "reference"}


def _answers(review: Review, spans: Mapping[str, tuple[int, int]]) -> Iterator[AnswerConfirmed]:
    for answer in review.answers:
        for each in (answer, *answer.parts):
            given = each.form.confirmed(each.proposed.question)
            if given is not None:
                yield replace(given, span=spans.get(each.form.add_prefix("text")))


@login_required
@require_POST
def reply_work(request: HttpRequest, reference: str, pk: int) -> JsonResponse:
    """Keep what somebody has entered so far, sent by the page's script; tells who else is there."""
    message = _message(gate.editable(request, reference), pk)
    by, now = gate.person(request), timezone.now()
    try:
        fields = _sent(request.body)
        if fields:
            unsaved_readings.keep_reading(message=message, fields=fields, by=by, now=now)
        else:
            unsaved_readings.look_at_reading(message=message, by=by, now=now)
    except BadInput as refusal:
        return JsonResponse({"error": refusal.sentence}, status=400)
    work = work_on(message, by, now=now)
    return JsonResponse(
        {
            "saved_at": clock_time(work.saved_at) if work.saved_at else "",
            "others": [other_sentence(other) for other in work.others],
            "confirmed": confirmed_sentence(message),
        }
    )


def _sent(body: bytes) -> dict[str, list[str]]:
    """``{"fields": {name: [value, ...]}}``. Raises BadInput."""
    try:
        sent = json.loads(body)["fields"]
        fields = {str(name): [str(value) for value in values] for name, values in sent.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadInput("What you entered could not be read. Load the page again.") from error
    return {name: values for name, values in fields.items() if name not in NOT_FIELDS}
