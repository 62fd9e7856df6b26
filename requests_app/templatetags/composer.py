"""Tags of the composer's page: the control that has the focus, and the words that changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from requests_app.core.composing import MOST_PARTS
from requests_app.core.costing import Activity

register = template.Library()


@register.simple_tag(takes_context=True)
def named(context: template.Context, *names: object) -> SafeString:
    """``{% named "question-" one.id %}``: the id of a control, and ``autofocus`` where the page was asked to go there."""
    control = "id_" + "".join(map(str, names))
    focus = " autofocus" if context.get("focus") == control else ""
    return format_html('id="{}"{}', control, focus)


@register.filter
def changed_words(pieces: Iterable[Any]) -> SafeString:
    """What somebody else added and took out, in ``<ins>`` and ``<del>``."""
    tags = {"added": "ins", "taken": "del"}
    return format_html_join(
        "",
        "{}",
        (
            (
                format_html("<{0}>{1}</{0}>", tags[piece.kind], piece.text)
                if piece.kind in tags
                else piece.text,
            )
            for piece in pieces
        ),
    )


@register.simple_tag
def activities() -> list[tuple[str, str]]:
    """The work that can count towards the cost limit: name and words."""
    return [(activity.value, activity.label) for activity in Activity]


@register.filter
def lookup(mapping: dict[str, str], name: str) -> str:
    """``{{ work|lookup:"records" }}``: what stands under a name, or nothing."""
    return mapping.get(name, "")


@register.filter
def part_letter(number: int) -> str:
    """``{{ forloop.counter|part_letter }}``: the letter of a part, from 1."""
    return chr(96 + number) if 1 <= number <= MOST_PARTS else str(number)
