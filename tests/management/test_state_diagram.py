"""docs/states.md is drawn from the transition table, and `make check` notices when it is not."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from requests_app.core.states import State
from requests_app.core.transitions import OPEN, TRANSITIONS
from requests_app.management.state_diagram import states_page

DRAWN = re.findall(r"```mermaid\n(.*?)```", states_page(), re.DOTALL)
ARROWS = [re.findall(r"^ +(\S+) --> (\S+) : (.+)$", drawing, re.MULTILINE) for drawing in DRAWN]


def test_the_page_in_docs_is_what_the_table_says() -> None:
    out = io.StringIO()
    call_command("state_diagram", "--check", stdout=out)


def test_a_page_that_differs_is_refused_with_what_to_do(tmp_path: Path) -> None:
    page = tmp_path / "states.md"
    with pytest.raises(CommandError, match=r"run `manage\.py state_diagram`"):
        call_command("state_diagram", "--check", "--file", str(page))
    call_command("state_diagram", "--file", str(page), stdout=io.StringIO())
    call_command("state_diagram", "--check", "--file", str(page))
    page.write_text(page.read_text().replace("tribunal_appeal", "tribunal_appeals"))
    with pytest.raises(CommandError, match="differs from the transition table"):
        call_command("state_diagram", "--check", "--file", str(page))


def test_the_table_has_a_line_for_every_row() -> None:
    lines = re.findall(r"^\| `(\w+)` \|", states_page(), re.MULTILINE)
    assert lines == [str(row.event) for row in TRANSITIONS]


def test_every_move_to_another_state_is_an_arrow_in_one_of_the_drawings() -> None:
    way, inside = ARROWS
    for row in TRANSITIONS:
        if row.target is None:
            continue
        drawn = inside if row.target in OPEN else way
        target = "replied" if str(row.target) in {"answered", "refused", "not_held"} else str(row.target)
        assert any(to == target and str(row.event) in said for _, to, said in drawn), row


def test_arrows_join_only_what_is_declared() -> None:
    for drawing, arrows in zip(DRAWN, ARROWS, strict=True):
        declared = set(re.findall(r'^ +state ".+" as (\w+)$', drawing, re.MULTILINE))
        assert {end for source, target, _ in arrows for end in (source, target)} <= declared
        assert declared <= {str(state) for state in State} | {"open", "replied", "many_states", "any_open"}
