"""Pages of requests: the list, one request, and what a person does with it before a reply comes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from requests_app import permissions
from requests_app.core.errors import FoiError
from requests_app.core.reading import questions_of
from requests_app.core.states import State
from requests_app.forms.foi_requests import (
    AcknowledgementForm,
    LogRequestForm,
    MarkSentForm,
    QuestionFormSet,
    WithdrawForm,
    questions_initial,
)
from requests_app.models import FoiRequest, User
from requests_app.models.campaign import Visibility
from requests_app.models.foi_request import FollowsAs
from requests_app.queries.aggregation import aggregation_of_draft
from requests_app.queries.authorities import authority_choices
from requests_app.queries.compositions import current_of, question_sets
from requests_app.queries.foi_requests import FILTERS, editable_campaigns, listed_page
from requests_app.queries.request_page import request_page
from requests_app.usecases import foi_requests as usecases
from requests_app.usecases.campaigns import own_campaign
from requests_app.usecases.sent_otherwise import request_sent_otherwise
from requests_app.views import gate

PER_PAGE = 25


@require_safe
def request_list(request: HttpRequest) -> HttpResponse:
    """Requests the person may see, filtered, soonest date first."""
    words, which = request.GET.get("q", "")[:200], request.GET.get("show", "")
    user = request.user if isinstance(request.user, User) else AnonymousUser()
    found = listed_page(
        user, words=words, which=which, today=gate.today(), page=request.GET.get("page"), per_page=PER_PAGE
    )
    return render(
        request,
        "requests_app/foi_request/list.html",
        {
            "page_obj": found,
            "words": words,
            "which": which,
            "filters": FILTERS,
            "today": gate.today(),
        },
    )


@require_safe
def request_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """One request: whose move it is, the clock, the questions, what came, what can be done."""
    foi_request = gate.seen(request, reference)
    user = request.user if isinstance(request.user, User) else AnonymousUser()
    is_member = permissions.is_member(user, foi_request.campaign)
    can_edit = permissions.can_edit(user, foi_request)
    page = request_page(foi_request, today=gate.today(), is_member=is_member, can_edit=can_edit)
    asked = [" ".join([one.text, *(part.text for part in one.parts)]) for one in page.questions]
    warning = aggregation_of_draft(foi_request, user, on=gate.today(), questions=asked) if is_member else None
    return render(
        request,
        "requests_app/foi_request/detail.html",
        {
            "page": page,
            "foi_request": foi_request,
            "is_member": is_member,
            "can_edit": can_edit,
            "aggregation": warning,
            "now": timezone.now(),
            "is_open": foi_request.state not in {State.DRAFT, State.WITHDRAWN},
            "is_waiting": foi_request.state
            in {State.SENT, State.RUNNING, State.EXTENDED, State.PARTIALLY_ANSWERED},
        },
    )


@login_required
@require_safe
def request_new(request: HttpRequest) -> HttpResponse:
    """Log one that was sent, or write one."""
    return render(request, "requests_app/foi_request/new.html", {"sets": question_sets()})


@login_required
@require_http_methods(["GET", "POST"])
def request_log(request: HttpRequest) -> HttpResponse:
    """Log a request that was sent already."""
    user = gate.person(request)
    follows, follows_as = gate.followed(request)
    initial = {"requester_name": user.name, "authority": request.GET.get("authority", "")}
    if follows is not None:
        initial |= {
            "title": follows.title,
            "letter": follows.letter,
            "campaign": str(follows.campaign_id),
            "visibility": follows.visibility,
            "authority": follows.authority.official_name if follows_as is FollowsAs.NARROWED else "",
        }
    form = LogRequestForm(request.POST or None, memberships=editable_campaigns(user), initial=initial)
    if request.method == "POST" and form.is_valid():
        foi_request = gate.act(form, lambda: _log(form, user, follows, follows_as))
        if foi_request is not None:
            messages.success(request, f"{foi_request.reference} is in your list. Check its questions.")
            return redirect("request_questions", foi_request.reference)
    context = {
        "form": form,
        "heading": "Log a request already sent",
        "authorities": authority_choices(),
        "follows": follows,
        "follows_as": follows_as,
    }
    return render(request, "requests_app/foi_request/form.html", context)


def _log(
    form: LogRequestForm, user: User, follows: FoiRequest | None, follows_as: FollowsAs | None
) -> FoiRequest:
    data = form.cleaned_data
    new = usecases.NewRequest(
        authority=data["authority"],
        campaign=data["campaign"] or own_campaign(user),
        title=data["title"],
        letter=data["letter"],
        questions=[_asked(question) for question in questions_of(data["letter"]) if question.text.strip()],
        requester_name=data["requester_name"],
        requester_address=user.correspondence_address or user.email,
        authority_reference=data["authority_reference"],
        visibility=Visibility(data["visibility"]),
        follows=follows,
        follows_as=follows_as,
    )
    return usecases.log_request(
        new=new,
        sent_on=data["sent_on"],
        channel=data["channel"],
        sent_to=data["sent_to"],
        by=user,
        now=timezone.now(),
    )


def _asked(question: Any) -> usecases.QuestionAsked:
    """A question as it was found. A number without words is none, and keeps no letter out."""
    parts = tuple((part.label, part.text) for part in question.parts if part.text.strip())
    return usecases.QuestionAsked(question.label, question.text, parts)


@login_required
@require_http_methods(["GET", "POST"])
def request_questions(request: HttpRequest, reference: str) -> HttpResponse:
    """Correct the questions that were found in the letter."""
    foi_request = gate.editable(request, reference)
    rows = list(foi_request.questions.order_by("position"))
    formset = QuestionFormSet(request.POST or None, initial=questions_initial(rows), prefix="questions")
    error, version = "", request.POST.get("version", foi_request.version)
    if request.method == "POST" and formset.is_valid():
        asked = [question for form in formset.forms if (question := form.asked())]
        try:
            usecases.correct_questions(
                foi_request=foi_request,
                questions=asked,
                version=int(version) if str(version).isdecimal() else 0,
                by=gate.person(request),
                now=timezone.now(),
            )
        except FoiError as refusal:
            error, version = refusal.sentence, foi_request.version
        else:
            messages.success(request, "The questions are saved.")
            return redirect(foi_request)
    context = {"foi_request": foi_request, "formset": formset, "error": error, "version": version}
    return render(request, "requests_app/foi_request/questions.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def request_sent(request: HttpRequest, reference: str) -> HttpResponse:
    """Mark a written request as sent."""
    foi_request = gate.editable(request, reference)
    written = current_of(foi_request).written
    initial = {"sent_on": gate.today(), "channel": written.channel, "version": foi_request.version}
    form = MarkSentForm(
        request.POST or None,
        request.FILES or None,
        initial=initial,
        cancel_url=foi_request.get_absolute_url(),
        by_phone=foi_request.regime in usecases.ASKED_IN_ANY_FORM,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data | {"scans": gate.uploads(form.cleaned_data["scans"])}
        done = gate.act(
            form,
            lambda: request_sent_otherwise(
                foi_request=foi_request, **data, by=gate.person(request), now=timezone.now()
            ),
        )
        if done is not None:
            messages.success(request, "Marked as sent. The clock is running.")
            return redirect(foi_request)
        form.seen_anew(foi_request.version)
    lede = "Sending is yours: copy the letter out, send it, then tell us when. The clock starts when it reaches them."
    return _action_page(request, foi_request, form, "Mark as sent", lede, letter=foi_request.letter)


@login_required
@require_http_methods(["GET", "POST"])
def request_acknowledged(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that they confirmed receipt."""
    foi_request = gate.editable(request, reference)
    form = AcknowledgementForm(request.POST or None, cancel_url=foi_request.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        done = gate.act(
            form,
            lambda: usecases.record_acknowledgement(
                foi_request=foi_request, **data, by=gate.person(request), now=timezone.now()
            ),
        )
        if done is not None:
            messages.success(
                request, "The acknowledgement is recorded. It is not an answer: the clock runs on."
            )
            return redirect(foi_request)
    lede = "An acknowledgement is no answer, so it does not stop the clock."
    return _action_page(request, foi_request, form, "Record an acknowledgement", lede)


@login_required
@require_http_methods(["GET", "POST"])
def request_withdrawn(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the person gave the request up."""
    foi_request = gate.editable(request, reference)
    form = WithdrawForm(request.POST or None, cancel_url=foi_request.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        done = gate.act(
            form,
            lambda: usecases.withdraw(
                foi_request=foi_request,
                on=form.cleaned_data["on"],
                by=gate.person(request),
                now=timezone.now(),
            ),
        )
        if done is not None:
            messages.success(request, "The request is withdrawn. Its dates no longer run.")
            return redirect(foi_request)
    lede = "Every date stops, and so does the right to a review of this request. You can always ask again."
    return _action_page(request, foi_request, form, "Withdraw this request", lede)


def _action_page(
    request: HttpRequest, foi_request: FoiRequest, form: Any, heading: str, lede: str, **more: object
) -> HttpResponse:
    context = {"foi_request": foi_request, "form": form, "heading": heading, "lede": lede, **more}
    return render(request, "requests_app/foi_request/action.html", context)
