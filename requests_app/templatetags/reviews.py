"""What the review of a reply needs of its templates: things by their place, and which kinds of message ask for a field."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

from requests_app.core.reading.differences import Difference
from requests_app.core.reading.disagreements import Disagreement
from requests_app.core.reading.notice_points import NoticeStatus
from requests_app.core.states import MessageKind
from requests_app.forms.readings import FIELDS_OF
from requests_app.queries.reading_page import is_sure as found_for_sure
from requests_app.templatetags.foi import drawn_shape

register = template.Library()


@register.filter
def at(things: Mapping[str, object], place: str) -> object:
    """``{{ places|at:"reference" }}``: what stands at a place, or nothing."""
    return things.get(place, ())


@register.simple_tag
def for_kinds(kind: MessageKind, field: str) -> dict[str, object]:
    """Which kinds ask for a field, and whether this kind does: ``{% for_kinds form.shown_kind "amount" as shown %}``."""
    kinds = [each for each, names in FIELDS_OF.items() if field in names]
    return {"kinds": " ".join(each.value for each in kinds), "here": kind in kinds}


@register.simple_tag
def for_answers(kind: MessageKind) -> dict[str, object]:
    """The same for what only messages that answer the questions say."""
    return {"kinds": " ".join(each.value for each in MessageKind if each.answers), "here": kind.answers}


@register.filter
def places_named(names: str) -> list[str]:
    """``{% for place in "clarification send_to"|places_named %}``: places of the page that have no field."""
    return names.split()


@register.filter
def is_sure(found: Difference | Disagreement) -> bool:
    """``{{ found|is_sure }}``: whether it is said as found, and not asked about."""
    return found_for_sure(found)


_POINTS = {
    NoticeStatus.MET: ("disc", "accent"),
    NoticeStatus.MISSING: ("flag", "due"),
    NoticeStatus.WRONG: ("flag", "due"),
    NoticeStatus.NOTE: ("box", "quiet"),
    NoticeStatus.UNCLEAR: ("ring", "quiet"),
}


@register.inclusion_tag("components/pill.html")
def point_status(status: NoticeStatus) -> dict[str, object]:
    """``{% point_status point.status %}``: how a refusal stands to one point, as word and shape."""
    shape, tone = _POINTS[status]
    return {"label": status.label, "drawing": drawn_shape(shape), "tone": tone}
