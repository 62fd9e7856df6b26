"""What the composer's buttons do, beyond moving questions about (``core/writing/editing``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils import timezone

from requests_app.core.composing import MOST_PARTS
from requests_app.core.errors import FoiError
from requests_app.core.reading import questions_of
from requests_app.core.writing import editing, records
from requests_app.core.writing.comparing import merged_version
from requests_app.core.writing.letters import filled, with_fix
from requests_app.models import Authority, FoiRequest, TextTemplate
from requests_app.queries import compositions
from requests_app.queries.authorities import find_authorities
from requests_app.queries.composing_page import Sheet, named, periods, sheet_of
from requests_app.queries.text_templates import template_of
from requests_app.usecases.compositions import dismiss_advice, recall_advice
from requests_app.views import gate

if TYPE_CHECKING:
    from requests_app.views.composer import Desk

GONE = "The text has changed since: that advice no longer stands."
NONE_FOUND = "No questions were found in it. Write them as “How many ...?” or “Please send ...”, one a line."


def new_tab() -> UUID:
    """A name for a page that is opened."""
    return uuid4()


def place_of(foi_request: FoiRequest) -> str:
    """Where a draft is written."""
    return reverse("request_compose", args=[foi_request.reference])


def authority_named(name: str) -> Authority | None:
    """The one authority that goes by a name, if it is one."""
    found = find_authorities(name[:250], limit=2)
    return found[0] if len(found) == 1 else None


def values_for(desk: Desk, authority: Authority | None) -> dict[str, str]:
    """What the record knows of the fields of the letter on this page."""
    foi_request = desk.foi_request
    return compositions.values_of(
        desk.written,
        authority,
        campaign=foi_request.campaign.name if foi_request else "",
        reference=foi_request.reference if foi_request else "",
        on=gate.today(),
    )


def press(desk: Desk) -> None:
    """Do what the button says to what is written, before it is saved."""
    name, _, about = desk.sent.button.partition(":")
    act = _BEFORE.get(name)
    if act is not None:
        act(desk, about)
        return
    before = desk.written
    desk.rewrite(editing.done(before, desk.sent.button))
    desk.focus = _focus(name, about, before, desk.written)


def press_after(desk: Desk) -> None:
    """Do what the button says to the record, once it is saved: dismissals are kept with the request."""
    name, _, about = desk.sent.button.partition(":")
    act = _AFTER.get(name)
    if act is None:
        return
    if desk.foi_request is None:
        desk.error = (
            "Choose the authority and give it a title first: what you dismiss is kept with the request."
        )
        return
    try:
        act(desk, desk.foi_request, about)
    except FoiError as refusal:
        desk.error = refusal.sentence


def _sheet(desk: Desk) -> Sheet:
    authority = desk.authority
    return sheet_of(
        desk.written, authority, dismissed={}, values=values_for(desk, authority), on=gate.today()
    )


def _paste(desk: Desk, _: str) -> None:
    text = records.cleaned(desk.request.POST.get("paste", ""))
    _add_read(desk, text)


def _to_questions(desk: Desk, _: str) -> None:
    desk.rewrite(replace(desk.written, is_plain=False))
    _add_read(desk, desk.written.letter)


def _add_read(desk: Desk, text: str) -> None:
    before = len(desk.written.questions)
    desk.rewrite(records.with_read(desk.written, questions_of(text)))
    if len(desk.written.questions) > records.MOST_QUESTIONS:
        desk.rewrite(replace(desk.written, questions=desk.written.questions[: records.MOST_QUESTIONS]))
        desk.note = f"Only the first {records.MOST_QUESTIONS} questions were taken."
    if not any(not one.is_empty for one in desk.written.questions[min(before, 1) - 1 :]):
        desk.note = NONE_FOUND
    if desk.written.questions:
        desk.focus = f"id_question-{desk.written.questions[-1].id}"


def _to_letter(desk: Desk, _: str) -> None:
    """As a plain letter: the one of the preview, where anything is asked."""
    text = _sheet(desk).letter.text if desk.written.is_begun else desk.written.letter
    desk.rewrite(replace(desk.written, is_plain=True, letter=text))
    desk.focus = "id_letter"


def _take_set(desk: Desk, _: str) -> None:
    chosen = compositions.question_set(desk.request.POST.get("set", ""))
    if chosen is None:
        desk.note = "Choose one of the sets of questions first."
        return
    kept = tuple(one for one in desk.written.questions if not one.is_empty)
    if not kept:
        desk.rewrite(replace(records.from_set(chosen, desk.written), is_plain=False))
        return
    added = records.asked_of(chosen.questions, kept)
    definitions = (*desk.written.definitions, *chosen.definitions)
    desk.rewrite(replace(desk.written, is_plain=False, questions=(*kept, *added), definitions=definitions))


def _text(desk: Desk, _: str) -> None:
    """A text of one's own: a clause at the end, a whole request as questions, or as the letter where that is plain."""
    key = desk.request.POST.get("text", "")
    row = template_of(desk.user, int(key)) if key.isascii() and key.isdigit() and len(key) < 10 else None
    if row is None:
        desk.note = "Choose one of your texts first."
        return
    body, written = row.template.body, desk.written
    is_clause = row.template.kind == TextTemplate.Kind.CLAUSE
    if written.is_plain:
        body, _places = filled(body, values_for(desk, desk.authority))
        letter = f"{written.letter.rstrip()}\n\n{body}" if written.letter.strip() else body
        desk.rewrite(replace(written, letter=letter))
        desk.focus = "id_letter"
    elif is_clause:
        more = "\n\n".join(filter(None, (written.format_other.strip(), body.strip())))
        desk.rewrite(replace(written, format_other=more))
        desk.focus = "id_format_other"
    else:
        _add_read(desk, body)


def _fix(desk: Desk, about: str) -> None:
    sheet = _sheet(desk)
    found = named(sheet.found, about)
    fixed = with_fix(desk.written, sheet.letter, found.advice) if found else None
    if found is None or fixed is None:
        desk.note = GONE
        return
    desk.rewrite(fixed)
    desk.focus = found.where


def _period(desk: Desk, _: str) -> None:
    """The last three full years for all questions, to be changed where others are meant."""
    if not desk.written.period.strip():
        desk.rewrite(replace(desk.written, period=periods(gate.today())[0]))
    desk.focus = "id_period"


def _totals(desk: Desk, about: str) -> None:
    question = about or desk.request.POST.get("totals_of", "")
    before = desk.written
    desk.rewrite(editing.totals_first(before, question))
    place = max(desk.written.place_of(question) - 1, 0)
    if desk.written.questions:
        desk.focus = f"id_question-{desk.written.questions[place].id}"


def _put_together(desk: Desk, _: str) -> None:
    """Put one's own and the other's version together as chosen, unless a third one came meanwhile."""
    if desk.foi_request is None:
        return
    current = compositions.current_of(desk.foi_request)
    if current.number != desk.sent.against:
        return
    chosen = {
        name.removeprefix("take-"): value
        for name, value in desk.request.POST.items()
        if name.startswith("take-") and isinstance(value, str)
    }
    base = compositions.version_of(desk.foi_request, desk.sent.number)
    desk.rewrite(merged_version(base, current.written, desk.written, chosen))
    desk.sent = replace(desk.sent, number=current.number, seen=desk.foi_request.version)
    desk.form = desk.form_of_written()


def _restore(desk: Desk, about: str) -> None:
    number = int(about) if about.isascii() and about.isdigit() and len(about) < 9 else 0
    earlier = compositions.version_of(desk.foi_request, number) if desk.foi_request else None
    if earlier is None:
        desk.note = "That version is no longer kept."
        return
    desk.rewrite(earlier)
    desk.form = desk.form_of_written()


def _dismiss(desk: Desk, foi_request: FoiRequest, about: str) -> None:
    found = named(_sheet(desk).found, about)
    if found is None:
        desk.note = GONE
        return
    reason = records.cleaned(desk.request.POST.get(f"reason-{about}", ""))
    dismiss_advice(
        foi_request=foi_request,
        key=found.advice.key,
        what=found.advice.what,
        reason=reason,
        by=desk.user,
        now=timezone.now(),
    )
    desk.focus = "id_advice"


def _recall(desk: Desk, foi_request: FoiRequest, about: str) -> None:
    recall_advice(foi_request=foi_request, key=about, by=desk.user)
    desk.focus = "id_advice"


_BEFORE: Mapping[str, Callable[[Desk, str], None]] = {
    "paste": _paste,
    "to-questions": _to_questions,
    "to-letter": _to_letter,
    "set": _take_set,
    "text": _text,
    "fix": _fix,
    "period": _period,
    "totals": _totals,
    "together": _put_together,
    "restore": _restore,
}
_AFTER: Mapping[str, Callable[[Desk, FoiRequest, str], None]] = {"dismiss": _dismiss, "recall": _recall}


def _focus(name: str, about: str, before: records.Written, after: records.Written) -> str:
    """The control to go on with after questions were moved about: what was added, or what was acted on."""
    question, _, part = about.partition(":")
    if "part" in name:
        return _focus_in_parts(name, question, part, after)
    if "definition" in name:
        added = name == "add-definition"
        return f"id_definition-{len(after.definitions) - 1}-0" if added else "id_add-definition"
    place = after.place_of(question)
    if name == "add":
        new = [one.id for one in after.questions if before.place_of(one.id) < 0]
        return f"id_question-{new[0]}" if new else ""
    if name == "remove":
        near = after.questions[max(before.place_of(question) - 1, 0) :][:1]
        return f"id_question-{near[0].id}" if near else "id_add"
    if name in ("up", "down") and place >= 0:
        turned = "down" if place == 0 else "up"
        return f"id_{turned if place in (0, len(after.questions) - 1) else name}-{question}"
    return f"id_question-{question}" if place >= 0 else ""


def _focus_in_parts(name: str, question: str, part: str, after: records.Written) -> str:
    place = after.place_of(question)
    if place < 0:
        return ""
    if name == "add-part":
        return f"id_part-{question}-{len(after.questions[place].parts) - 1}"
    if name == "remove-part":
        return f"id_add-part-{question}"
    to = int(part) + (1 if name == "part-down" else -1) if part.isdigit() else 0
    return f"id_part-{question}-{min(max(to, 0), MOST_PARTS)}"
