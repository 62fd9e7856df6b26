"""The words and shapes of our pages: filters for dates and numbers, and tags for components with some logic.

A template builtin (settings), so pages need no ``{% load %}``. Components without logic are plain includes
from templates/components/, each saying at its top what it takes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BoundField, MultiWidget
from django.forms.widgets import ChoiceWidget
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from requests_app.templatetags import days as words
from requests_app.templatetags.charts import bars_of
from requests_app.templatetags.passages import marked
from requests_app.templatetags.shapes import Mark, status
from requests_app.templatetags.strips import item, marks, sentence, weeks
from requests_app.templatetags.wrongs import wrongs

register = template.Library()


@register.filter
def day(value: object) -> str:
    """``{{ d|day }}``: "Tue 6 Dec 2022", or "not stated"."""
    return words.day_of(value)


@register.filter
def short_day(value: object) -> str:
    """``{{ d|short_day }}``: "Tue 6 Dec", or "not stated"."""
    return words.short_day_of(value)


@register.filter
def moment(value: object) -> str:
    """``{{ at|moment }}``: "Tue 6 Dec 2022, 14:05" in London, or "not stated"."""
    return words.moment_of(value)


@register.filter
def day_time(value: object) -> SafeString:
    """``{{ d|day_time }}``: the day inside a ``<time>`` element that never breaks across lines."""
    if not isinstance(value, date):
        return format_html('<span class="unknown">{}</span>', words.day_of(value))
    return format_html('<time datetime="{}">{}</time>', words.iso_of(value), words.day_of(value))


@register.filter
def working_days(number: int) -> str:
    """``{{ n|working_days }}``: "1 working day", "3 working days"."""
    return words.counted(number)


@register.filter
def distance(number: int | None) -> str:
    """``{{ n|distance }}`` with working days from today: "in 3 working days", "today", "5 working days late"."""
    return words.distance_of(number)


@register.filter
def initials(name: object) -> str:
    """``{{ user.name|initials }}``: the first letters of the first and the last word, "?" when there are none."""
    parts = str(name or "").split("@")[0].replace(".", " ").split()
    return "".join(part[0] for part in dict.fromkeys((parts[0], parts[-1]))).upper() if parts else "?"


def drawn(component: str, /, **values: str) -> SafeString:
    """A component that depends on nothing but a few short words, drawn once and kept: a list shows hundreds of the same
    few statuses, and naming twenty stylesheets by their hashes was a tenth of the time of a short page.
    """
    draw = _drawn if settings.DEBUG else _drawn_once
    return draw(component, tuple(values.items()))


def _drawn(component: str, values: tuple[tuple[str, str], ...]) -> SafeString:
    return render_to_string(component, dict(values))


_drawn_once = lru_cache(maxsize=512)(_drawn)


@register.simple_tag
def constant(name: str) -> SafeString:
    """``{% constant "components/styles.html" %}``: a component that takes nothing."""
    return drawn(name)


def drawn_shape(shape: str) -> SafeString:
    """The drawing of components/shape.html."""
    return drawn("components/shape.html", shape=shape)


def _drawn_pill(label: str, mark: Mark) -> SafeString:
    return drawn("components/pill.html", label=label, drawing=drawn_shape(mark.shape), tone=mark.tone)


@register.simple_tag
def pill(value: object, label: str = "", tone: str = "", shape: str = "") -> SafeString:
    """``{% pill foi_request.state %}``: a status as word and shape. Takes a State, Outcome or Decision, or the
    string a model field holds; ``label``, ``tone`` (accent, due, quiet, ink) and ``shape`` override.
    """
    said, mark = status(value)
    return _drawn_pill(label or said, Mark(shape or mark.shape, tone or mark.tone))


@register.simple_tag
def late(number: int | None) -> SafeString:
    """``{% late 5 %}``: the overdue marker, "5 working days late". Nothing for None, 0 or less."""
    said = f"{words.counted(number)} late" if number and number > 0 else ""
    return _drawn_pill(said, Mark("flag", "due"))


@register.inclusion_tag("components/strip.html")
def strip(days: Iterable[Any], label: str = "Working days counted") -> dict[str, object]:
    """``{% strip days %}``: days as marks, a week at a time, with the same in words for screen readers. Each day
    has ``on``, ``number``, ``why_skipped``, ``is_weekend`` and, where known, ``done``, ``is_last``, ``is_today``.
    """
    drawn = marks(days or ())
    kinds = {mark.kind for mark in drawn}
    kinds |= {
        name for mark in drawn for name, here in (("last", mark.is_last), ("today", mark.is_today)) if here
    }
    return {
        "label": label,
        "weeks": weeks(drawn),
        "sentence": sentence(drawn),
        "kinds": kinds,
        "has_weekend": any(mark.column > 5 and mark.kind != "weekend" for mark in drawn),
    }


@register.inclusion_tag("components/sheet.html")
def sheet(
    text: str,
    marks: Sequence[Any] = (),
    folds: Sequence[Any] = (),
    title: str = "",
    meta: str = "",
    html_id: str = "",
) -> dict[str, object]:
    """``{% sheet message.text marks=read.marks folds=read.folds title="Their reply" %}``: a letter on its own sheet,
    line breaks kept, findings marked where they stand, what is set apart folded (``passages.marked``).
    """
    return {"text": marked(text or "", marks, folds), "title": title, "meta": meta, "html_id": html_id}


def _cells(
    row: Sequence[object], place: int | None, lit: Collection[tuple[int | None, int | None]]
) -> list[tuple[object, bool]]:
    """A row's cells, and whether each is lit."""
    whole = (place, None) in lit
    return [(cell, whole or (place, column) in lit) for column, cell in enumerate(row)]


@register.inclusion_tag("components/data_table.html")
def data_table(
    table: Any, caption: str = "", html_id: str = "", lit: Collection[tuple[int | None, int | None]] = ()
) -> dict[str, object]:
    """``{% data_table table %}``: columns, rows, total row and checks of a DataTable, an object or mapping with
    ``title``, ``columns``, ``rows``, ``total_row`` (or ``totals``) and ``checks`` (``text``, ``agrees``). ``lit`` are cells
    that something contradicts, as row and column from 0: None is the total row, or the whole row.
    """
    columns: Sequence[object] = item(table, "columns") or ()
    checks = [
        {
            "text": item(check, "text", "") or item(check, "detail", "") or item(check, "what", ""),
            "agrees": bool(item(check, "agrees", item(check, "ok", default=False))),
        }
        for check in (item(table, "checks") or ())
    ]
    return {
        "caption": caption or item(table, "title") or "Table",
        "columns": columns,
        "rows": [_cells(row, place, lit) for place, row in enumerate(item(table, "rows") or ())],
        "total_row": _cells(item(table, "total_row") or item(table, "totals") or (), None, lit),
        "checks": checks,
        "all_agree": bool(checks) and all(check["agrees"] for check in checks),
        "html_id": html_id,
    }


@register.inclusion_tag("components/bars.html")
def bars(figures: Iterable[Any], label: str) -> dict[str, object]:
    """``{% bars metric.figures label="Officers" %}``: a bar for each figure, with its number."""
    drawn, height = bars_of(figures)
    return {"bars": drawn, "height": height, "label": label}


@register.inclusion_tag("components/pagination.html")
def pagination(page: Page[Any], query: Any = None, label: str = "Pages") -> dict[str, object]:
    """``{% pagination page_obj request.GET %}``: links to the pages of a list, other parameters kept."""
    kept = [
        (key, value) for key, values in (query.lists() if query else ()) if key != "page" for value in values
    ]
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "numbers": list(numbers),
        "gap": page.paginator.ELLIPSIS,
        "base": f"?{urlencode([*kept, ('page', '')])}",
        "label": label,
    }


@register.simple_tag(takes_context=True)
def nav_link(context: template.Context, name: str, label: str, *families: str) -> SafeString:
    """``{% nav_link "request_list" "Requests" "request_" %}``: a link of the main menu, marked as current on its own
    page, and on every page whose URL name begins with one of ``families``.
    """
    request = context.get("request")
    match = request.resolver_match if isinstance(request, HttpRequest) else None
    here = match.url_name or "" if match else ""
    inside = any(here.startswith(family) for family in families)
    current = "page" if here == name else "true" if inside else ""
    return drawn("components/nav_link.html", name=name, label=label, current=current)


@register.inclusion_tag("components/notice.html")
def mail_held() -> dict[str, object]:
    """``{% mail_held %}``: says that nothing is sent from this installation, when no mail server is set."""
    if settings.MAIL_CONFIGURED:
        return {}
    return {
        "tone": "quiet",
        "title": "Nothing is sent from this installation.",
        "text": "No mail server is set, so mail is held here until a person releases it.",
    }


@register.filter
def error_target(field: BoundField) -> str:
    """The id an error summary links to: the first control of a group, else the field's own."""
    widget = field.field.widget
    grouped = isinstance(widget, MultiWidget) or (isinstance(widget, ChoiceWidget) and field.use_fieldset)
    return f"{field.auto_id}_0" if grouped else field.auto_id


@register.filter
def sentences(field: BoundField) -> list[str]:
    """What is wrong with a field, as sentences a person can act on; stands beside the field."""
    return wrongs(field, control(field))


@register.filter
def summary_lines(field: BoundField) -> list[str]:
    """The same for the summary at the top, each line led by the field's label."""
    label = str(field.label or "")
    if label.endswith("?"):
        return [f"{label} {said}" for said in sentences(field)]
    return [f"{label}: {said[:1].lower()}{said[1:]}" for said in sentences(field)]


@register.filter
def control(field: BoundField) -> str:
    """Which way a field is laid out: ``hidden``, ``checkbox``, ``group`` (radios, checkboxes, split inputs) or ``plain``."""
    if field.is_hidden:
        return "hidden"
    if getattr(field.field.widget, "input_type", "") == "checkbox" and not field.use_fieldset:
        return "checkbox"
    return "group" if field.use_fieldset else "plain"
