"""The house itself (HOUSE.md section 1): its rooms, what may stand in them, and who asks what day it is."""

from __future__ import annotations

import ast
import sys
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
ROOT = TOP / "requests_app"
MODULES_OF_OURS = sorted(path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)


def name_of(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


# Rooms


def contracts() -> list[dict[str, object]]:
    config = tomllib.loads((TOP / "pyproject.toml").read_text())
    found: list[dict[str, object]] = config["tool"]["importlinter"]["contracts"]
    return found


def test_every_room_has_a_floor() -> None:
    """import-linter holds imports to the floors; here, that nothing stands beside the house."""
    (floors,) = [contract for contract in contracts() if contract["type"] == "layers"]
    assert floors["exhaustive"] is True
    layers, ignored = floors["layers"], floors["exhaustive_ignores"]
    assert isinstance(layers, list)
    assert isinstance(ignored, list)
    known = {room.strip(" ()") for layer in layers for room in layer.split("|")} | set(ignored)
    rooms = {path.stem for path in ROOT.glob("*.py")} | {
        path.parent.name for path in ROOT.glob("*/__init__.py")
    }
    assert rooms - {"__init__"} <= known


@pytest.mark.parametrize("path", sorted((ROOT / "core").rglob("*.py")), ids=name_of)
def test_the_core_knows_the_standard_library_only(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        for name in names:
            first = name.split(".")[0]
            assert first in sys.stdlib_module_names or name.startswith("requests_app.core"), name
    assert "open(" not in path.read_text().replace("_open(", "").replace("reopen(", "")


@pytest.mark.parametrize("path", MODULES_OF_OURS, ids=name_of)
def test_a_module_says_why_it_exists_and_is_no_drawer_for_odds_and_ends(path: Path) -> None:
    tree = ast.parse(path.read_text())
    assert ast.get_docstring(tree) or not tree.body, "no docstring"
    assert path.stem not in {"utils", "helpers", "common", "misc", "services", "signals"}


@pytest.mark.parametrize("path", MODULES_OF_OURS, ids=name_of)
def test_nothing_happens_by_signal(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert node.module not in {"django.dispatch", "django.db.models.signals"}
        elif isinstance(node, ast.Import):
            assert not any(alias.name.startswith("django.dispatch") for alias in node.names)


# Time is an argument

ENTRY_ROOMS = {
    "views",
    "api",
    "admin",
    "management",
    "templatetags",
    "middleware.py",
    "tasks.py",
    "checks.py",
    "migrations",
}
"""Who reads the clock, and hands the time down."""

CLOCKS = {"now", "today", "localdate", "localtime", "utcnow", "time", "time_ns", "gmtime", "ctime"}
MODULES = {"timezone", "datetime", "date", "time", "dt"}
EXCUSED = {
    "gateways/broker.py": "waits for the broker to start or stop, by time.monotonic and time.sleep",
}


def clocks_read(source: str) -> list[str]:
    """The calls that ask what time or day it is, and fields that do so by themselves."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            owner, _, name = called.rpartition(".")
            if name in CLOCKS and owner.rpartition(".")[2] in MODULES:
                found.append(called)
        elif isinstance(node, ast.ImportFrom) and node.module in {"django.utils.timezone", "time"}:
            found += [f"{node.module}.{each.name}" for each in node.names if each.name in CLOCKS]
        elif (
            isinstance(node, ast.Attribute) and node.attr in CLOCKS and ast.unparse(node.value) == "timezone"
        ):
            found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("timezone.now()", True),
        ("django.utils.timezone.localdate()", True),
        ("datetime.datetime.now(tz)", True),
        ("date.today()", True),
        ("time.time()", True),
        ("from django.utils.timezone import now", True),
        ("Field(default=timezone.now)", True),
        ("clock.today(now)", False),
        ("london_day(now)", False),
        ("datetime.combine(day, time(9))", False),
    ],
)
def test_a_reader_of_the_clock_is_found(source: str, expected: bool) -> None:
    assert bool(clocks_read(source)) is expected


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES_OF_OURS if path.relative_to(ROOT).parts[0] not in ENTRY_ROOMS],
    ids=name_of,
)
def test_nothing_below_the_entry_rooms_asks_what_day_it_is(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    assert clocks_read(path.read_text()) == [] or name in EXCUSED, name
