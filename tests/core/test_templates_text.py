"""Own templates: fields filled once, and a sentence for every field that can't be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.errors import BadInput, MissingFact
from requests_app.core.templates_text import FIELDS, LONGEST, UnknownField, fields_in, fill, fill_known

MET = {"authority": "Metropolitan Police Service", "period": "1 January 2025 to 31 December 2025"}


def test_fields_are_filled_wherever_they_stand() -> None:
    template = "Dear {{ authority }},\n\nFor {{period}} and again {{  period  }}."
    assert fill(template, MET) == (
        "Dear Metropolitan Police Service,\n\nFor 1 January 2025 to 31 December 2025 and again 1 January 2025 to 31 December 2025."
    )


def test_a_value_that_holds_braces_is_not_expanded_again() -> None:
    values = {"authority": "{{ period }} Council {{ nonsense }} {", "period": "2025"}
    assert (
        fill("To {{ authority }} for {{ period }}", values)
        == "To {{ period }} Council {{ nonsense }} { for 2025"
    )


def test_single_braces_are_text() -> None:
    assert fill("a { b } {c} {{ period }} {", MET) == "a { b } {c} 1 January 2025 to 31 December 2025 {"


def test_an_unknown_field_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownField) as error:
        fill("Dear {{ authority }},\n\nin {{ perriod }}", MET)
    assert (error.value.name, error.value.line) == ("perriod", 2 + 1)
    assert error.value.sentence.startswith(
        "Line 3: there is no field {{ perriod }}. Did you mean {{ period }}? There are: act, address, authority,"
    )


@pytest.mark.parametrize("name", ["", " ", "a.b", "authority|upper", "__class__", "AUTHORITY", "x" * 500])
def test_what_looks_like_a_template_language_is_no_field(name: str) -> None:
    with pytest.raises(UnknownField):
        fill(f"{{{{ {name} }}}}", MET)


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("a {{ authority", "Line 1: {{ opens and does not close"),
        ("a\n\nb }} c", "Line 3: }} closes what was not opened"),
        ("{{ {{ authority }} }}", "Line 1: {{ opens and does not close"),
    ],
)
def test_braces_without_their_other_half_are_refused(template: str, sentence: str) -> None:
    with pytest.raises(BadInput) as error:
        fill(template, MET)
    assert error.value.sentence.startswith(sentence)


def test_a_field_without_a_value_is_a_missing_fact() -> None:
    with pytest.raises(MissingFact) as error:
        fill("{{ authority }} {{ place }}", {**MET, "place": "  "})
    assert error.value.fact == "place"
    assert "the place or area asked about" in error.value.sentence


def test_a_preview_leaves_a_field_without_a_value_as_it_stands() -> None:
    assert fill_known("{{ authority }} in {{ place }}", MET) == "Metropolitan Police Service in {{ place }}"


def test_a_template_of_any_length_is_not_taken() -> None:
    with pytest.raises(BadInput, match="up to 200,000 characters"):
        fill("a" * (LONGEST + 1), MET)


def test_fields_are_given_with_their_place() -> None:
    (field,) = fields_in("To {{ authority }}")
    assert ("To {{ authority }}"[field.start : field.end], field.name) == ("{{ authority }}", "authority")


@given(st.text(alphabet="{} ab\n", max_size=60))
def test_any_template_without_fields_stays_as_it_is_or_is_refused(template: str) -> None:
    try:
        filled = fill(template, {})
    except BadInput:
        assert "{{" in template or "}}" in template
    else:
        assert filled == template


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text(min_size=1, max_size=40), min_size=1))
def test_values_arrive_whole_and_in_order(values: dict[str, str]) -> None:
    names = [name for name, value in values.items() if value.strip()]
    template = "|".join(f"{{{{ {name} }}}}" for name in names)
    assert fill(template, values) == "|".join(values[name] for name in names)
