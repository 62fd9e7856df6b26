"""A letter on its sheet keeps every character, and findings stand where they were found."""

from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from requests_app.templatetags.passages import passages

LETTER = "Reference no: 01.FOI.23.033120\n\nI have decided to disclose it <in full>."


def finding(words: str, **more: object) -> dict[str, object]:
    start = LETTER.index(words)
    return {"start": start, "end": start + len(words), "what": "decision", **more}


@given(st.text(), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_cutting_a_text_at_any_findings_loses_nothing(text: str, spans: list[tuple[int, int]]) -> None:
    cut = passages(text, [{"start": start, "end": end, "what": "x"} for start, end in spans])
    assert "".join(passage.text for passage in cut) == text


def test_findings_are_numbered_in_the_order_of_the_letter() -> None:
    cut = passages(LETTER, [finding("disclose it"), finding("01.FOI.23.033120")])
    assert [(p.number, p.text) for p in cut if p.number] == [(1, "01.FOI.23.033120"), (2, "disclose it")]


def test_a_finding_may_bring_its_own_number() -> None:
    assert [p.number for p in passages(LETTER, [finding("disclose it", number=7)]) if p.number] == [7]


def test_a_finding_inside_another_gives_way() -> None:
    cut = passages(LETTER, [finding("disclose it <in full>"), finding("in full")])
    assert [p.text for p in cut if p.number] == ["disclose it <in full>"]


def test_the_sheet_escapes_the_letter_and_keeps_its_line_breaks() -> None:
    html = Template("{% sheet text findings=found %}").render(
        Context({"text": LETTER, "found": [finding("disclose it", tone="due")]})
    )
    assert "&lt;in full&gt;" in html
    assert "033120\n\nI have decided" in html
    assert 'id="finding-1"' in html
    assert "mark-tone-due" in html


def test_a_letter_without_findings_is_plain_text() -> None:
    html = Template("{% sheet text %}").render(Context({"text": LETTER}))
    assert "<mark" not in html
