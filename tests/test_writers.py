"""Nothing outside use cases writes. Read from the syntax tree, so that no write hides behind a mock or an import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parent.parent / "requests_app"
ROOMS = sorted(
    path
    for path in APP.rglob("*.py")
    if path.relative_to(APP).parts[0] not in {"usecases", "migrations", "core"}
)

ALWAYS_A_WRITE = {
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "acreate",
    "asave",
    "adelete",
    "aupdate",
    "save_m2m",
}
"""Methods that nothing but the ORM has."""

WRITES_ON_THE_ORM = {"create", "save", "update", "delete", "set", "add", "remove", "clear"}
"""Methods that other things have too: a write where the thing they are called on is a manager, a queryset or a record."""

NO_RECORDS = {
    "self",
    "super",
    "data",
    "cache",
    "context",
    "initial",
    "fields",
    "sources",
    "by_year",
    "seen",
    "parser",
    "calendar",
    "event",
    "alarm",
    "headers",
    "kept",
    "_kept",
    "environment",
    "settings",
    "digest",
    "edges",
    "supervisor",
    "titles",
    "years",
}
"""Names of plain dicts, sets and library objects on which these methods are called."""

EXCUSED = {
    ("models/user.py", "save"): "the UserManager that Django's own createsuperuser calls",
    (
        "admin/base.py",
        "save",
    ): "the one ModelAdmin base, which takes the formset's rows unsaved (commit=False)",
    ("admin/base.py", "save_m2m"): "the same: what the formset holds beside its rows",
}


def writes(source: str) -> Iterator[tuple[str, int]]:
    """Calls that write through the ORM: the method's name and the line."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        name, owner = node.func.attr, ast.unparse(node.func.value)
        if name in ALWAYS_A_WRITE or (name in WRITES_ON_THE_ORM and _may_be_a_record(owner)):
            yield name, node.lineno


def _may_be_a_record(owner: str) -> bool:
    return owner.split("(")[0].split(".")[0].split("[")[0] not in NO_RECORDS or ".objects" in owner


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: str(path.relative_to(APP)))
def test_nothing_outside_use_cases_writes(path: Path) -> None:
    room = path.relative_to(APP).as_posix()
    found = [(name, line) for name, line in writes(path.read_text()) if (room, name) not in EXCUSED]
    assert not found, f"{room} writes: {found}. Make it a use case, or excuse it here with the reason."


@pytest.mark.parametrize(
    "line",
    [
        "FoiRequest.objects.create(title='x')",
        "foi_request.save()",
        "Draft.objects.filter(pk=1).update(state='sent')",
        "message.delete()",
        "foi_request.drafts.all().delete()",
        "clarification.questions.set([])",
        "campaign.members.add(user)",
        "Reminder.objects.bulk_create([])",
        "User.objects.get_or_create(email='a@example.org')",
    ],
)
def test_each_kind_of_write_is_seen(line: str) -> None:
    assert list(writes(line))


@pytest.mark.parametrize("line", ["seen.add(3)", "context.update(x=1)", "FoiRequest.objects.filter(pk=1)"])
def test_plain_python_is_no_write(line: str) -> None:
    assert not list(writes(line))


def test_no_excuse_is_left_over() -> None:
    used = {
        (path.relative_to(APP).as_posix(), name) for path in ROOMS for name, _ in writes(path.read_text())
    }
    assert set(EXCUSED) <= used


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """The functions of a module."""
    yield from (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef))


ENTRY_ROOMS = {"views", "admin", "tasks.py", "management", "middleware.py", "api", "checks.py"}
BELOW = sorted(
    path for path in APP.rglob("*.py") if path.relative_to(APP).parts[0] not in ENTRY_ROOMS | {"migrations"}
)


@pytest.mark.parametrize("path", BELOW, ids=lambda path: str(path.relative_to(APP)))
def test_nothing_below_the_entry_rooms_asks_what_day_it_is(path: Path) -> None:
    asked = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (
            node.func.attr in {"now", "today", "utcnow"}
            or (node.func.attr.startswith("local") and not node.args)
        )
        and ast.unparse(node.func.value)
        in {"timezone", "datetime", "date", "datetime.datetime", "datetime.date", "dt"}
    ]
    assert not asked
