"""What every template of ours keeps to: nothing inline, nothing foreign, and components that say what they take."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# HTML mail has no stylesheet to link to and no page policy to obey.
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "mail" not in path.parent.name)
SHEETS = sorted((ROOT / "requests_app" / "static").rglob("*.css"))
OWN = ("components", "foi")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_template_has_inline_style_or_script(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle\s*=", text)
    assert "<style" not in text
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize("path", [p for p in TEMPLATES if p.parent.name in OWN], ids=name)
def test_every_component_says_what_it_is(path: Path) -> None:
    assert re.match(r"\{#|\{% comment %\}|\{% load", path.read_text())


@pytest.mark.parametrize("path", SHEETS, ids=name)
def test_colours_are_named_in_the_tokens_alone(path: Path) -> None:
    text = path.read_text()
    assert "url(" not in text
    if path.name != "tokens.css":
        assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*;)", text)


def test_every_stylesheet_is_linked() -> None:
    linked = "".join(path.read_text() for path in TEMPLATES)
    assert [path.name for path in SHEETS if f"css/{path.name}" not in linked] == []
