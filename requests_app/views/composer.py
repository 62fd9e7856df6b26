"""The composer: one page on which a request is written, whether it is kept already or not.

Every button sends the whole page. The server does what the button says, saves what can be saved, and shows the page
again; with JavaScript only the part that changed. So the page works the same without.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from requests_app import permissions
from requests_app.core.errors import BadInput, FoiError
from requests_app.core.states import State
from requests_app.core.writing import records
from requests_app.core.writing.comparing import Difference, differences
from requests_app.core.writing.letters import uses
from requests_app.forms.composer import ComposerForm, Posted, initial_of, kept_json, posted
from requests_app.models import Authority, CompositionVersion, FoiRequest, User
from requests_app.models.campaign import Visibility
from requests_app.models.foi_request import FollowsAs
from requests_app.queries import compositions
from requests_app.queries.authorities import authority_choices
from requests_app.queries.composing_page import Near, Sheet, near_to, periods, sheet_of
from requests_app.queries.foi_requests import editable_campaigns
from requests_app.queries.text_templates import begun_with, templates_of
from requests_app.queries.unsaved_readings import clock_time
from requests_app.usecases import compositions as usecases
from requests_app.usecases.campaigns import own_campaign
from requests_app.usecases.foi_requests import NewRequest
from requests_app.views import composer_buttons, gate

NOT_YET = "Not saved yet: choose the authority and give it a title. Then it is kept as you type."


@login_required
@require_http_methods(["GET", "POST"])
def request_write(request: HttpRequest) -> HttpResponse:
    """Write a request that is not kept yet. A page of it that was kept meanwhile names its request."""
    if request.method == "POST":
        sent = posted(request.POST)
        reference = request.POST.get("reference", "")
        begun = gate.editable(request, reference) if reference else None
        begun = begun or compositions.begun_by(sent.tab, gate.person(request))
        return _answer(request, Desk(request, begun, sent))
    return _page(request, Desk(request, None, _fresh(request)))


@login_required
@require_http_methods(["GET", "POST"])
def request_compose(request: HttpRequest, reference: str) -> HttpResponse:
    """Go on with a request that is still to be sent."""
    foi_request = gate.editable(request, reference)
    if request.method == "POST":
        return _answer(request, Desk(request, foi_request, posted(request.POST)))
    if foi_request.state != State.DRAFT:
        messages.info(request, f"{foi_request.reference} was sent, so its letter stays as it went.")
        return redirect(foi_request)
    current = compositions.current_of(foi_request)
    opened = Posted(current.written, "", composer_buttons.new_tab(), current.number, foi_request.version, 0)
    return _page(request, Desk(request, foi_request, opened))


def _fresh(request: HttpRequest) -> Posted:
    """An empty page, or one that begins from a set of questions, a text of one's own, or another request."""
    user = gate.person(request)
    written = records.Written(
        requester_name=user.name,
        address=user.correspondence_address or user.email,
        authority=records.cleaned(request.GET.get("authority", ""))[:250],
    )
    chosen = compositions.question_set(request.GET.get("set", ""))
    text = begun_with(user, request.GET.dict(), on=gate.today()) if "template" in request.GET else ""
    source, narrowed = _source(request)
    if source is not None:
        written = _from_request(source, written, is_narrowed=narrowed, by=user)
    elif chosen is not None:
        written = records.from_set(chosen, written)
    elif text:
        written = replace(written, is_plain=True, letter=text)
    else:
        written = replace(written, questions=(records.Asked("q1"),))
    return Posted(written, "", composer_buttons.new_tab(), 0, 0, 0)


def _source(request: HttpRequest) -> tuple[FoiRequest | None, bool]:
    """The request that the new one begins from, and whether it goes to the same authority."""
    follows, follows_as = gate.followed(request)
    if follows is None and request.GET.get("from"):
        return gate.seen(request, request.GET["from"]), False
    return follows, follows_as is FollowsAs.NARROWED


def _from_request(
    source: FoiRequest, start: records.Written, *, is_narrowed: bool, by: User
) -> records.Written:
    """What another request says, in one's own name, for another authority unless it is asked again."""
    authority = source.authority.official_name if is_narrowed else start.authority
    is_ours = permissions.is_member(by, source.campaign)
    written = compositions.current_of(source).written if is_ours else compositions.as_questions(source)
    return replace(
        written,
        authority=authority,
        requester_name=start.requester_name,
        address=start.address,
        print_address=False,
    )


@dataclass
class Desk:
    """One look at the page: what was typed, the request it belongs to, and what became of saving it."""

    request: HttpRequest
    foi_request: FoiRequest | None
    sent: Posted
    saved: CompositionVersion | None = None
    note: str = ""
    error: str = ""
    focus: str = ""
    overtaken: tuple[Difference, ...] = ()
    is_overtaken: bool = False
    form: ComposerForm | None = None
    sheet: Sheet | None = None

    @property
    def user(self) -> User:
        """The person who writes."""
        return gate.person(self.request)

    @property
    def written(self) -> records.Written:
        """The request as it is on the page."""
        return self.sent.written

    def rewrite(self, written: records.Written) -> None:
        """Put another version on the page."""
        self.sent = replace(self.sent, written=written)

    def bound_form(self) -> ComposerForm:
        """The form with what was typed."""
        return self._form(self.request.POST)

    def form_of_written(self) -> ComposerForm:
        """The form with what is on the page now, to be held to what must be right."""
        kept = {name: self.request.POST.get(name, "") for name in ("campaign", "visibility")}
        return self._form(initial_of(self.written) | kept)

    def quiet_form(self) -> ComposerForm:
        """The form with what is on the page now, and no word of what is missing yet."""
        kept = ("campaign", "visibility")
        more = {name: self.request.POST[name] for name in kept if name in self.request.POST}
        return self._form(None, initial=self._initial() | initial_of(self.written) | more)

    def _form(self, data: Any, **more: Any) -> ComposerForm:
        is_new = self.foi_request is None
        memberships = editable_campaigns(self.user) if is_new else []
        return ComposerForm(data, is_new=is_new, memberships=memberships, **more)

    def _initial(self) -> dict[str, object]:
        source, _ = _source(self.request)
        if source is None or self.request.GET.get("from"):
            return {}
        return {"campaign": str(source.campaign_id), "visibility": source.visibility}

    @property
    def periods(self) -> list[str]:
        """Periods to choose from."""
        return periods(gate.today())

    @property
    def wants_topic(self) -> bool:
        """Whether some text has a place for the subject."""
        return uses(self.written, "topic")

    @property
    def kept(self) -> str:
        """The questions, brought along by a page that has a plain letter."""
        return kept_json(self.written)

    @property
    def authority(self) -> Authority | None:
        """The authority, where the page names one."""
        if self.form is not None and self.form.is_bound:
            found: Authority | None = self.form.cleaned_data.get("authority")
            return found
        same = self.foi_request and self.foi_request.authority.official_name == self.written.authority
        if self.foi_request and same:
            return self.foi_request.authority
        return composer_buttons.authority_named(self.written.authority)


def _answer(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One POST: the button, the saving, the page."""
    desk.form = desk.bound_form()
    desk.form.full_clean()
    if desk.sent.button == "near":
        return render(
            request, "requests_app/composer/_near.html", {"near": _near(desk), "written": desk.written}
        )
    composer_buttons.press(desk)
    form = desk.form
    if form.is_valid():
        _save(desk)
    elif not desk.sent.is_save:
        desk.note = desk.note or _why_not_yet(desk, form)
    composer_buttons.press_after(desk)
    if desk.sent.is_save:
        if desk.saved is not None:
            return _leave(request, desk)
        if desk.error:
            form.add_error(None, desk.error)
        return _page(request, desk, form=form)
    return _page(request, desk)


def _why_not_yet(desk: Desk, form: ComposerForm) -> str:
    """Why what is on the page can't be saved as it is; nobody asked for that yet, so it is no error."""
    missing = next((str(errors[0]) for errors in form.errors.values()), "")
    return f"Not saved since. {missing}" if desk.foi_request is not None and missing else NOT_YET


def _save(desk: Desk) -> None:
    """Save what is on the page, if it can be; else say why not."""
    try:
        desk.saved = _begin(desk) if desk.foi_request is None else _save_again(desk, desk.foi_request)
    except usecases.Overtaken as late:
        desk.error, desk.is_overtaken = late.sentence, True
    except FoiError as refusal:
        desk.error = refusal.sentence
        field = refusal.field if isinstance(refusal, BadInput) else ""
        if desk.sent.is_save and desk.form and field in desk.form.fields:
            desk.form.add_error(field, refusal.sentence)
            desk.error = ""
        return
    if desk.saved is not None:
        desk.foi_request = desk.saved.foi_request
        desk.sent = replace(desk.sent, number=desk.saved.number, seen=desk.foi_request.version)
        desk.note = desk.note or f"Saved at {clock_time(desk.saved.saved_at)}."


def _begin(desk: Desk) -> CompositionVersion:
    data = desk.form.cleaned_data if desk.form else {}
    follows, follows_as = gate.followed(desk.request)
    new = NewRequest(
        authority=data["authority"],
        campaign=data["campaign"] or own_campaign(desk.user),
        title=data["title"],
        letter="",
        questions=(),
        requester_name=data["requester_name"],
        visibility=Visibility(data["visibility"]),
        follows=follows,
        follows_as=follows_as,
    )
    written = replace(desk.written, title=data["title"])
    return usecases.start_composition(
        written=written, new=new, tab=desk.sent.tab, by=desk.user, now=timezone.now()
    )


def _save_again(desk: Desk, foi_request: FoiRequest) -> CompositionVersion:
    return usecases.save_composition(
        foi_request=foi_request,
        written=desk.written,
        authority=desk.form.cleaned_data["authority"] if desk.form else foi_request.authority,
        number=desk.sent.number,
        seen=desk.sent.seen,
        tab=desk.sent.tab,
        by=desk.user,
        now=timezone.now(),
    )


def _leave(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Saved as asked: on to the request, or to the questions that were found in a plain letter."""
    if desk.foi_request is None:
        raise Http404
    if desk.written.is_plain:
        messages.success(request, f"{desk.foi_request.reference} is in your list. Check its questions.")
        return redirect("request_questions", desk.foi_request.reference)
    messages.success(request, f"{desk.foi_request.reference} is saved and in your list.")
    return redirect(desk.foi_request)


def _page(request: HttpRequest, desk: Desk, *, form: ComposerForm | None = None) -> HttpResponse:
    """The whole page, or the part of it that a script asked for."""
    desk.sheet = _sheet(desk)
    if desk.is_overtaken and desk.foi_request is not None:
        base = compositions.version_of(desk.foi_request, desk.sent.number)
        current = compositions.current_of(desk.foi_request)
        desk.overtaken = differences(base, current.written, desk.written)
        desk.sent = replace(desk.sent, against=current.number)
    is_script = bool(request.headers.get("HX-Request"))
    if is_script and desk.sent.button == "live":
        return _with_place(render(request, "requests_app/composer/_live.html", _shown(desk)), desk)
    context = _shown(desk) | {
        "near": _near(desk) if request.method == "POST" and not is_script else None,
        "form": form or desk.quiet_form(),
        "sets": compositions.question_sets(),
        "texts": templates_of(desk.user),
        "versions": compositions.earlier_versions(desk.foi_request) if desk.foi_request else [],
    }
    if is_script:
        return _with_place(render(request, "requests_app/composer/_desk.html", context), desk)
    context |= {"authorities": authority_choices()}
    return render(request, "requests_app/composer/compose.html", context)


def _sheet(desk: Desk) -> Sheet:
    authority = desk.authority
    return sheet_of(
        desk.written,
        authority,
        dismissed=compositions.dismissed_in(desk.foi_request) if desk.foi_request else {},
        values=composer_buttons.values_for(desk, authority),
        on=gate.today(),
    )


def _near(desk: Desk) -> Near:
    """What was asked already, by others too: a search apart from the rest, which a script asks for when the page is
    there and after a longer pause in typing. Without scripts it comes with the preview.
    """
    sheet, authority = desk.sheet or _sheet(desk), desk.authority
    campaign = desk.foi_request.campaign if desk.foi_request else None
    if campaign is None and desk.form is not None and desk.form.is_bound:
        campaign = desk.form.cleaned_data.get("campaign")
    return near_to(
        desk.written,
        sheet.letter,
        desk.user,
        authority,
        campaign,
        foi_request=desk.foi_request,
        on=gate.today(),
    )


def _shown(desk: Desk) -> dict[str, object]:
    follows, follows_as = gate.followed(desk.request)
    return {
        "desk": desk,
        "sheet": desk.sheet,
        "written": desk.written,
        "foi_request": desk.foi_request,
        "focus": desk.focus,
        "follows": follows,
        "follows_as": follows_as,
        "action": desk.request.get_full_path(),
    }


def _with_place(response: HttpResponse, desk: Desk) -> HttpResponse:
    """Tell the browser where a request that was kept just now lives, so that a reload finds it."""
    match = desk.request.resolver_match
    if desk.foi_request is not None and match is not None and match.url_name == "request_write":
        response["HX-Replace-Url"] = composer_buttons.place_of(desk.foi_request)
    return response
