"""Pages of texts to use again: the list, one to fill and take, write, change, copy, delete."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from requests_app.core.errors import BadInput
from requests_app.forms.text_templates import OWN, DeleteForm, FillForm, TemplateForm
from requests_app.models import TextTemplate
from requests_app.queries import text_templates as queries
from requests_app.queries.authorities import authority_choices
from requests_app.queries.foi_requests import editable_campaigns
from requests_app.usecases import text_templates as usecases
from requests_app.views import gate


def _seen(request: HttpRequest, pk: int) -> queries.TemplateRow:
    """The text, if the person may see it. Raises Http404."""
    row = queries.template_of(gate.person(request), pk)
    if row is None:
        raise Http404
    return row


def _editable(request: HttpRequest, pk: int) -> queries.TemplateRow:
    """The text, for somebody who may change it. Raises Http404, or PermissionDenied for mere users of it."""
    row = _seen(request, pk)
    if not row.can_edit:
        raise PermissionDenied
    return row


@login_required
@require_safe
def template_list(request: HttpRequest) -> HttpResponse:
    """Every text the person may use: theirs, their campaigns', ours."""
    context = {"rows": queries.templates_of(gate.person(request)), "ours": queries.our_texts()}
    return render(request, "requests_app/template/list.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def template_new(request: HttpRequest) -> HttpResponse:
    """Write a text to use again."""
    user = gate.person(request)
    form = TemplateForm(request.POST or None, user=user, memberships=editable_campaigns(user))
    if request.method == "POST" and form.is_valid():
        data = {name: form.cleaned_data[name] for name in ("campaign", "kind", "title", "body")}
        template = gate.act(form, lambda: usecases.keep_template(**data, by=user, now=timezone.now()))
        if template is not None:
            messages.success(request, "The text is kept.")
            return redirect(template)
    return render(
        request, "requests_app/template/form.html", {"form": form, "heading": "Write a text to use again"}
    )


@login_required
@require_safe
def template_use(request: HttpRequest, pk: int) -> HttpResponse:
    """One text: fill its fields, take it away, or begin a request with it."""
    row = _seen(request, pk)
    context = _filled(request, row.template.body)
    if row.template.kind == TextTemplate.Kind.REQUEST:
        given = {name: request.GET[name][:300] for name in context["names"] if request.GET.get(name)}
        context["write_url"] = f"{reverse('request_write')}?{urlencode({'template': pk, **given})}"
    return render(
        request, "requests_app/template/use.html", {"row": row, "template": row.template, **context}
    )


@login_required
@require_safe
def template_ours(request: HttpRequest, slug: str) -> HttpResponse:
    """One of our texts, to look at, use and copy."""
    text = queries.our_text(slug)
    if text is None:
        raise Http404
    write_url = f"{reverse('request_write')}?{urlencode({'set': slug})}"
    context = {"ours": text, "template": text, "write_url": write_url, **_filled(request, text.body)}
    return render(request, "requests_app/template/use.html", context)


def _filled(request: HttpRequest, body: str) -> dict[str, Any]:
    """The text with what was typed in its fields, and the form for them."""
    names = queries.asked_for(body)
    form = FillForm(request.GET or None, names=names)
    typed = {name: request.GET.get(name, "") for name in names}
    authority = form.cleaned_data.get("authority") if form.is_bound and form.is_valid() else None
    values = queries.values_for(gate.person(request), authority=authority, typed=typed, on=gate.today())
    try:
        text = queries.filled(body, values)
    except BadInput:
        text = body
    return {
        "form": form if names else None,
        "names": names,
        "text": text,
        "open_fields": queries.fields_of(text) if values else [],
        "authorities": authority_choices() if "authority" in names else [],
    }


@login_required
@require_http_methods(["GET", "POST"])
def template_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a text, or whose it is. ``?version=3`` puts an earlier version into the form."""
    row, user = _editable(request, pk), gate.person(request)
    template = row.template
    versions = list(template.versions.select_related("by"))
    chosen = request.GET.get("version", "")
    earlier = next((each for each in versions if str(each.number) == chosen), None)
    form = TemplateForm(
        request.POST or None,
        user=user,
        memberships=editable_campaigns(user),
        initial={
            "title": (earlier or template).title,
            "body": (earlier or template).body,
            "kind": template.kind,
            "campaign": OWN if row.is_own else str(template.campaign_id),
            "version": template.version,
        },
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data | {"version": form.cleaned_data["version"] or 0}
        done = gate.act(
            form, lambda: usecases.edit_template(template=template, **data, by=user, now=timezone.now())
        )
        if done is not None:
            messages.success(request, "The text is saved. What was written with it stays as it is.")
            return redirect("template_use", pk)
    context = {
        "form": form,
        "heading": "Change this text",
        "template": template,
        "versions": versions,
        "earlier": earlier,
        "is_stale": form.is_bound and form["version"].value() != str(template.version),
    }
    return render(request, "requests_app/template/form.html", context)


@login_required
@require_POST
def template_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a copy of one's own, to change."""
    row = _seen(request, pk)
    copy = usecases.copy_template(template=row.template, by=gate.person(request), now=timezone.now())
    messages.success(request, "This copy is yours alone. Change it as you like.")
    return redirect("template_edit", copy.pk)


@login_required
@require_POST
def template_copy_ours(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a copy of one of our texts."""
    if queries.our_text(slug) is None:
        raise Http404
    copy = usecases.copy_ours(slug=slug, by=gate.person(request), now=timezone.now())
    messages.success(request, "This copy is yours alone. Change it as you like.")
    return redirect("template_edit", copy.pk)


@login_required
@require_http_methods(["GET", "POST"])
def template_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a text, after asking."""
    row = _editable(request, pk)
    form = DeleteForm(request.POST or None, initial={"version": row.template.version})
    if request.method == "POST" and form.is_valid():
        version, by = form.cleaned_data["version"], gate.person(request)
        done = gate.act(form, lambda: _delete(row.template, version, by))
        if done:
            messages.success(request, "The text is deleted.")
            return redirect("template_list")
    return render(
        request, "requests_app/template/delete.html", {"row": row, "template": row.template, "form": form}
    )


def _delete(template: TextTemplate, version: int, by: Any) -> bool:
    usecases.delete_template(template=template, version=version, by=by)
    return True
