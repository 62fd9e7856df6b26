"""Requests while they are written: begun, saved as often as somebody stops typing, and never over another's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from requests_app.core.calendars import london_day
from requests_app.core.checks import check_text
from requests_app.core.errors import BadInput, StaleVersion, WrongState
from requests_app.core.reading import questions_of
from requests_app.core.states import Regime, State
from requests_app.core.writing.letters import WrittenLetter, letter_of
from requests_app.core.writing.records import Written, check_size, written_to_json
from requests_app.models import Authority, CompositionVersion, DismissedAdvice, FoiRequest, User
from requests_app.queries.compositions import Current, current_of, values_of, version_of
from requests_app.queries.outbox import waiting_letter
from requests_app.usecases.foi_requests import (
    WHAT_IT_IS,
    NewRequest,
    QuestionAsked,
    check_exists,
    regime_of,
    replace_questions,
    write_request,
)
from requests_app.usecases.record import open_for_change
from requests_app.usecases.search_texts import index_requests

MOST_KEPT = 400
"""Versions of one request that are kept; older ones go when there are a quarter more."""


class Overtaken(StaleVersion):
    """Somebody else, or another tab, saved the request meanwhile."""


@transaction.atomic
def start_composition(
    *, written: Written, new: NewRequest, tab: UUID, by: User, now: datetime
) -> CompositionVersion:
    """Keep a request that is begun. What ``new`` says of letter, questions, title and name is taken from ``written``.

    A tab begins one request: begun twice at once, the later one is refused with StaleVersion. Raises BadInput and
    NotPermitted besides.
    """
    written = replace(check_size(written), authority=new.authority.official_name)
    letter = _letter(written, new.authority, campaign=new.campaign.name, now=now)
    new = replace(
        new,
        title=written.title,
        letter=letter.text,
        questions=_asked(written, letter),
        requester_name=written.requester_name,
        requester_address=written.address,
        is_environmental=written.is_environmental,
    )
    foi_request = write_request(new=new, by=by, now=now)
    try:
        with transaction.atomic():
            return _keep(foi_request, written, 1, tab=tab, by=by, now=now)
    except IntegrityError as error:
        raise StaleVersion(
            "This request was saved a moment ago, from the same page. Open it from your list."
        ) from error


@transaction.atomic
def save_composition(
    *,
    foi_request: FoiRequest,
    written: Written,
    authority: Authority,
    number: int,
    seen: int,
    tab: UUID,
    by: User,
    now: datetime,
) -> CompositionVersion:
    """Save what is written. ``number`` is the saved version the tab had before it, ``seen`` the record's.

    Raises Overtaken where somebody else, or another tab, changed it since: nothing is written then, and
    ``core/writing/comparing`` says what differs. Raises WrongState once the request is sent, BadInput, NotPermitted.
    """
    foi_request = open_for_change(foi_request, by)
    if foi_request.state != State.DRAFT:
        raise WrongState(
            f"{foi_request.reference} was sent, so its letter stays as it went. What you typed is still here, to copy."
        )
    if waiting_letter(foi_request) is not None:
        raise WrongState(
            f"{foi_request.reference} is on its way by e-mail, so its letter stays as it is. Take it back in the outbox "
            "to go on writing. What you typed is still here, to copy."
        )
    check_size(written)
    current = current_of(foi_request)
    _check_not_overtaken(foi_request, current, number=number, seen=seen, tab=tab, by=by)
    written = replace(written, authority=authority.official_name)
    if current.version is not None and written_to_json(written) == written_to_json(current.written):
        current.version.foi_request = foi_request
        return current.version
    _write_down(foi_request, written, authority, now=now)
    return _keep(foi_request, written, current.number + 1, tab=tab, by=by, now=now)


def _check_not_overtaken(
    foi_request: FoiRequest, current: Current, *, number: int, seen: int, tab: UUID, by: User
) -> None:
    """Pass what a tab saved by itself, and what changed nothing of what is written (a date that moved)."""
    if current.number == number and foi_request.version == seen:
        return
    base = version_of(foi_request, number)
    if base is not None and written_to_json(base) == written_to_json(current.written):
        return
    later = CompositionVersion.objects.filter(foi_request=foi_request, number__gt=number)
    if later.exists() and not later.exclude(tab=tab).exists():
        return
    who = current.version.saved_by if current.version else None
    if who == by:
        begins = "You saved this request in another tab since you opened it here."
    else:
        begins = f"{(who.name or who.email) if who else 'Somebody'} saved this request since you opened it."
    raise Overtaken(f"{begins} Nothing of yours is lost: look at what changed, and put the two together.")


def _write_down(foi_request: FoiRequest, written: Written, authority: Authority, *, now: datetime) -> None:
    """The record of the request: what is stored as its letter is the letter of the preview."""
    check_exists(authority, on=london_day(now))
    regime = regime_of(authority, is_environmental=written.is_environmental)
    letter = _letter(
        written, authority, campaign=foi_request.campaign.name, reference=foi_request.reference, now=now
    )
    text = check_text(letter.text, field="letter", what=WHAT_IT_IS)
    title = " ".join(written.title.split())[:200]
    if not title:
        raise BadInput("Give the request a title, such as what it is about.", field="title")
    asks_anew = text != foi_request.letter
    retitled = title != foi_request.title
    foi_request.title, foi_request.letter, foi_request.authority = title, text, authority
    foi_request.regime = Regime(regime)
    foi_request.requester_name = " ".join(written.requester_name.split())[:200]
    foi_request.requester_address = written.address.strip()
    foi_request.version += 1
    foi_request.changed_at = now
    foi_request.save()
    if asks_anew:
        replace_questions(foi_request, _asked(written, letter))
    elif retitled:
        index_requests([foi_request.pk])


def _letter(
    written: Written, authority: Authority, *, campaign: str, reference: str = "", now: datetime
) -> WrittenLetter:
    values = values_of(written, authority, campaign=campaign, reference=reference, on=london_day(now))
    return letter_of(written, values)


def _asked(written: Written, letter: WrittenLetter) -> list[QuestionAsked]:
    """The questions as the record holds them. A number without words is none, and keeps no letter out."""
    forms = [one.format_wanted for one in written.questions if not one.is_empty]
    read = letter.questions
    if read is None:
        read, forms = tuple(one for one in questions_of(letter.text) if one.text.strip()), []
    forms += [""] * (len(read) - len(forms))
    return [
        QuestionAsked(
            one.label,
            one.text,
            tuple((part.label, part.text) for part in one.parts if part.text.strip()),
            form,
        )
        for one, form in zip(read, forms, strict=True)
    ]


def _keep(
    foi_request: FoiRequest, written: Written, number: int, *, tab: UUID, by: User, now: datetime
) -> CompositionVersion:
    if number % (MOST_KEPT // 4) == 0 and number > MOST_KEPT:
        CompositionVersion.objects.filter(foi_request=foi_request, number__lte=number - MOST_KEPT).delete()
    return CompositionVersion.objects.create(
        foi_request=foi_request,
        number=number,
        content=written_to_json(written),
        tab=tab,
        saved_by=by,
        saved_at=now,
    )


@transaction.atomic
def dismiss_advice(
    *, foi_request: FoiRequest, key: str, what: str, reason: str, by: User, now: datetime
) -> DismissedAdvice:
    """Keep that a person leaves a finding as it is, and why. Raises NotPermitted, WrongState once it is sent."""
    foi_request = _open_draft(foi_request, by)
    row, _ = DismissedAdvice.objects.update_or_create(
        foi_request=foi_request,
        key=key[:80],
        defaults={
            "what": what[:500],
            "reason": " ".join(reason.split())[:500],
            "dismissed_by": by,
            "dismissed_at": now,
        },
    )
    return row


@transaction.atomic
def recall_advice(*, foi_request: FoiRequest, key: str, by: User) -> None:
    """Show a finding again that was dismissed. Raises NotPermitted, WrongState once it is sent."""
    foi_request = _open_draft(foi_request, by)
    DismissedAdvice.objects.filter(foi_request=foi_request, key=key).delete()


def _open_draft(foi_request: FoiRequest, by: User) -> FoiRequest:
    foi_request = open_for_change(foi_request, by)
    if foi_request.state != State.DRAFT:
        raise WrongState(f"{foi_request.reference} was sent, so there is nothing to advise on any more.")
    return foi_request
