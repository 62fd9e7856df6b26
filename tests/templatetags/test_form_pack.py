"""The form pack: label, hint, error, control; a summary that leads to each field."""

import re

from django import forms
from django.template import Context, Template

from requests_app.forms.layout import actions, form_helper, letter_field


class Sending(forms.Form):
    authority = forms.CharField(help_text="Start with the name.")
    channel = forms.ChoiceField(
        label="How did you send it?", choices=[("e", "E-mail")], widget=forms.RadioSelect
    )
    nation = forms.ChoiceField(choices=[("e", "England")])
    letter = forms.CharField(widget=forms.Textarea, error_messages={"required": "Paste the letter."})
    reference = forms.CharField(required=False)
    read = forms.BooleanField(label="I have read it")
    token = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> None:
        raise forms.ValidationError("It is logged already.")


def crispy(form: forms.Form, helper: object) -> str:
    source = "{% load crispy_forms_tags %}{% crispy form helper %}"
    return Template(source).render(Context({"form": form, "helper": helper, "csrf_token": "t"}))


def whole(form: forms.Form) -> str:
    return crispy(
        form,
        form_helper(
            "authority",
            "channel",
            "nation",
            letter_field("letter"),
            "reference",
            "read",
            "token",
            submit="Log it",
        ),
    )


def test_label_hint_and_error_stand_before_the_control_in_that_order() -> None:
    html = whole(Sending({}))
    field = html[html.index('<label for="id_authority"') :]
    order = [
        field.index(part) for part in ("</label>", "Start with the name.", "Please fill this in.", "<input")
    ]
    assert order == sorted(order)


def test_hint_and_error_are_tied_to_the_control() -> None:
    html = whole(Sending({}))
    described = re.search(r'<input[^>]*name="authority"[^>]*aria-describedby="([^"]+)"', html)
    assert described
    for target in described[1].split():
        assert f'id="{target}"' in html


def test_the_summary_links_to_the_first_control_of_every_wrong_field() -> None:
    html = whole(Sending({"nation": "x"}))
    links = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', html)
    assert links == [
        ("id_authority", "Authority: please fill this in."),
        ("id_channel_0", "How did you send it? Please choose."),
        ("id_nation", "Nation: please choose one from the list."),
        ("id_letter", "Letter: paste the letter."),
        ("id_read", "I have read it: please tick this before going on."),
    ]
    assert all(f'id="{target}"' in html for target, _ in links)
    assert "It is logged already." in html
    assert "autofocus" in html


def test_an_untouched_form_has_no_summary() -> None:
    assert "error-summary" not in whole(Sending())


def test_radios_stand_in_a_fieldset_with_a_legend() -> None:
    html = whole(Sending({}))
    assert re.search(
        r"<fieldset[^>]*aria-describedby=\"id_channel_error\"[^>]*>\s*<legend>How did you send it\?", html
    )


def test_only_what_may_be_left_out_says_so() -> None:
    html = whole(Sending())
    assert html.count("(optional)") == 1


def test_buttons_say_what_they_do_and_the_first_is_filled() -> None:
    html = crispy(
        Sending(),
        form_helper(
            "authority", actions("Log it", cancel_url="/requests/", others=(("save", "Save for later"),))
        ),
    )
    assert re.search(r'<button[^>]*class="btn btn-primary[^"]*"[^>]*>Log it</button>', html)
    assert re.search(r'<button[^>]*name="save"[^>]*class="btn"[^>]*>Save for later</button>', html)
    assert '<a class="btn btn-quiet" href="/requests/">Cancel</a>' in html


def test_a_helper_without_submit_leaves_form_and_token_to_the_page() -> None:
    html = crispy(Sending(), form_helper("authority"))
    assert "<form" not in html
    assert "csrfmiddlewaretoken" not in html


def test_a_form_that_posts_carries_its_token() -> None:
    assert 'name="csrfmiddlewaretoken" value="t"' in whole(Sending())
