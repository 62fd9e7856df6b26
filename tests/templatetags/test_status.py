"""Every status is a word and a shape, and none is red."""

import pytest
from django.template import Context, Template

from requests_app.core.states import Decision, Labelled, Outcome, State
from requests_app.templatetags.shapes import status

ALL = [*State, *Outcome, *Decision]


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize("member", ALL, ids=lambda member: f"{type(member).__name__}.{member.name}")
def test_every_state_outcome_and_decision_has_a_mark_of_its_own(member: Labelled) -> None:
    label, mark = status(member)
    assert label == member.label
    assert mark.shape != "dot" or member is Outcome.NOT_FOI
    assert mark.tone != "risk"


def test_outcomes_are_told_apart_by_shape_alone() -> None:
    shapes = [status(outcome)[1].shape for outcome in Outcome]
    assert len(set(shapes)) == len(shapes)


def test_a_stored_string_reads_like_its_enum_member() -> None:
    assert status("awaiting_requester") == status(State.AWAITING_REQUESTER)
    assert status("not FOI") == status(Outcome.NOT_FOI)
    assert status("disclosed in full") == status(Decision.IN_FULL)


def test_a_word_nobody_knows_keeps_its_spelling() -> None:
    assert status("waiting_for_godot") == ("Waiting for godot", ("dot", "quiet"))
    assert status(None)[0] == "Not recorded"


def test_the_pill_shows_word_and_shape() -> None:
    html = render("{% pill state %}", state=State.RUNNING)
    assert "Waiting for a reply" in html
    assert "<svg" in html
    assert 'aria-hidden="true"' in html


def test_the_overdue_marker_appears_only_when_something_is_late() -> None:
    assert "5 working days late" in render("{% late 5 %}")
    assert render("{% late 0 %}{% late n %}", n=None).strip() == ""


def test_a_pill_escapes_what_it_shows() -> None:
    assert "<b>" not in render("{% pill word %}", word="<b>")
