"""One way to lay a form out: fields in order, then the buttons, the one that does the thing first.

Every form of ours takes its helper from here, so that buttons, error summary and width look alike.
"""

from __future__ import annotations

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Layout, Submit
from django.utils.html import format_html


def letter_field(name: str, *, rows: int = 18) -> Field:
    """A textarea for a letter or a reply: in the serif of sheets, tall enough to read what was pasted."""
    return Field(name, css_class="letter", rows=rows)


def actions(submit: str, *, cancel_url: str = "", others: tuple[tuple[str, str], ...] = ()) -> Div:
    """The row of buttons: ``submit`` is the sentence on the filled one; ``others`` are (name, label) of further
    submit buttons, which arrive in POST under their name; ``cancel_url`` adds a plain way out.
    """
    buttons: list[object] = [Submit("do", submit)]
    for name, label in others:
        other = Submit(name, label)
        other.field_classes = "btn"
        buttons.append(other)
    if cancel_url:
        buttons.append(HTML(format_html('<a class="btn btn-quiet" href="{}">Cancel</a>', cancel_url)))
    return Div(*buttons, css_class="actions")


def form_helper(*fields: object, submit: str = "", cancel_url: str = "", action: str = "") -> FormHelper:
    """A helper for ``{% crispy form %}``: the fields (names or layout objects) and, when ``submit`` is given, the
    buttons. Without ``submit`` no <form> tag is written either: the page holds the form itself, and its summary
    of errors.
    """
    helper = FormHelper()
    helper.form_tag = bool(submit)
    helper.form_show_errors = bool(submit)
    helper.disable_csrf = not submit
    helper.form_action = action
    parts = [*fields]
    if submit:
        parts.append(actions(submit, cancel_url=cancel_url))
    helper.layout = Layout(*parts)
    return helper
