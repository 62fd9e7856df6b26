"""A letter of ours on a page: each fact it states leads to where the fact comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from requests_app.core.letters.changes import FactPlace

register = template.Library()


@register.inclusion_tag("components/sheet.html")
def letter_sheet(
    text: str, places: Sequence[FactPlace], facts: Sequence[Mapping[str, str]], title: str = ""
) -> dict[str, object]:
    """``{% letter_sheet draft.body places facts title=draft.subject %}``: the letter on its sheet. Pointing at a fact
    or reaching it with the keyboard shows its origin; following it leads to the list of facts.
    """
    return {"text": _with_origins(text, places, facts), "title": title}


def _with_origins(text: str, places: Sequence[FactPlace], facts: Sequence[Mapping[str, str]]) -> SafeString:
    pieces: list[tuple[object]] = []
    at = 0
    for place in places:
        fact = facts[place.fact]
        pieces.append((text[at : place.start],))
        pieces.append(
            (
                format_html(
                    '<a class="origin" href="#fact-{}">{}<span class="origin-says"> ({}: {})</span></a>',
                    place.fact + 1,
                    text[place.start : place.end],
                    fact["name"],
                    fact["origin"],
                ),
            )
        )
        at = place.end
    pieces.append((text[at:],))
    return format_html_join("", "{}", pieces)
