"""Nothing outside use cases writes. Read from the syntax tree, so that no write hides behind a mock or an import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "requests_app"
NOT_LOOKED_AT = {
    "usecases": "the only code that writes",
    "migrations": "make and change the tables",
    "core": "knows no Django: import-linter holds it to that",
}
ROOMS = sorted(
    [path for path in APP.rglob("*.py") if path.relative_to(APP).parts[0] not in NOT_LOOKED_AT]
    + [*(ROOT / "foitracker").rglob("*.py")]
)

ALWAYS_A_WRITE = {
    *("create", "save", "delete", "get_or_create", "update_or_create", "bulk_create", "bulk_update"),
    *("acreate", "asave", "adelete", "aget_or_create", "aupdate_or_create", "abulk_create", "abulk_update"),
    *("aupdate", "aset", "aadd", "aremove", "aclear"),
    *("save_base", "save_m2m", "_raw_delete", "_update", "_insert", "execute", "executemany"),
}
"""Methods that write whatever they are called on: nothing else of ours has methods of these names."""

WRITES_ON_RECORDS = {"update", "set", "add", "remove", "clear"}
"""Methods that dicts, sets and lists have too: no write where the thing is made or annotated as one of these here."""

PLAIN = {
    *("dict", "set", "list", "defaultdict", "Counter", "OrderedDict", "deque", "frozenset"),
    *("Dict", "Set", "List", "MutableMapping", "MutableSet", "Mapping"),
}

EXCUSED = {
    ("requests_app/models/user.py", "user.save"): "the UserManager, which Django's own createsuperuser calls",
    ("requests_app/models/event.py", "super().save"): "the event itself, which only lets itself be added",
    (
        "requests_app/admin/base.py",
        "formset.save",
    ): "the one ModelAdmin base takes rows unsaved (commit=False)",
    (
        "requests_app/admin/base.py",
        "formset.save_m2m",
    ): "the same base: what the formset holds beside its rows",
    ("foitracker/settings.py", "vars().update"): "settings are names of a module",
    ("foitracker/celery.py", "app.steps['worker'].add"): "Celery's own set of start-up steps",
    ("requests_app/forms/events.py", "self.fields.update"): "the fields of a form",
    ("requests_app/management/static_files.py", "digest.update"): "a hash of file names",
    ("requests_app/management/commands/up.py", "supervisor.add"): "a child process",
    ("requests_app/management/state_diagram.py", "edges.add"): "lines of a drawing",
    ("requests_app/management/processes.py", "self.children.clear"): "child processes",
    ("requests_app/gateways/word_file.py", "document.save"): "a Word file in memory",
    ("requests_app/gateways/inbox.py", "box.folder.create"): "a folder of a mailbox",
    ("requests_app/gateways/calendar_file.py", "calendar.add"): "a line of an iCalendar file",
    ("requests_app/gateways/calendar_file.py", "event.add"): "a line of an iCalendar file",
    ("requests_app/gateways/calendar_file.py", "alarm.add"): "a line of an iCalendar file",
}
"""Calls that look like writes through the ORM and are none, or are the one place that may: each with its reason."""


def calls(source: str) -> Iterator[str]:
    """Calls that may write through the ORM, as they stand: ``foi_request.save``."""
    tree = ast.parse(source)
    plain = set(_plain(tree))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr in ALWAYS_A_WRITE or (
            node.func.attr in WRITES_ON_RECORDS and not _is_plain(node.func.value, plain)
        ):
            yield ast.unparse(node.func)


def _plain(tree: ast.AST) -> Iterator[str]:
    """The names that the module makes or annotates as dicts, sets or lists."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg):
            target, annotation = (
                (node.target, node.annotation) if isinstance(node, ast.AnnAssign) else (node, node.annotation)
            )
            if annotation is not None and _names_plain(annotation):
                yield target.arg if isinstance(target, ast.arg) else ast.unparse(target)
        elif isinstance(node, ast.Assign) and _makes_plain(node.value):
            yield from (ast.unparse(target) for target in node.targets)


def _names_plain(annotation: ast.expr) -> bool:
    written = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return ast.unparse(written).rpartition(".")[2] in PLAIN


def _makes_plain(value: ast.expr) -> bool:
    if isinstance(value, ast.Dict | ast.Set | ast.List | ast.DictComp | ast.SetComp | ast.ListComp):
        return True
    return isinstance(value, ast.Call) and ast.unparse(value.func).rpartition(".")[2] in PLAIN


def _is_plain(owner: ast.expr, plain: set[str]) -> bool:
    """Whether a thing is a plain collection, or something held in one: ``titles[day]``, ``kept.setdefault(k, set())``."""
    while True:
        if ast.unparse(owner) in plain or _makes_plain(owner):
            return True
        if isinstance(owner, ast.Subscript):
            owner = owner.value
        elif (
            isinstance(owner, ast.Call)
            and isinstance(owner.func, ast.Attribute)
            and owner.func.attr == "setdefault"
        ):
            owner = owner.func.value
        else:
            return False


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_outside_use_cases_writes(path: Path) -> None:
    room = path.relative_to(ROOT).as_posix()
    found = [call for call in calls(path.read_text()) if (room, call) not in EXCUSED]
    assert not found, f"{room} writes: {found}. Make it a use case, or excuse it here with the reason."


def test_no_excuse_is_left_over() -> None:
    used = {(path.relative_to(ROOT).as_posix(), call) for path in ROOMS for call in calls(path.read_text())}
    assert set(EXCUSED) <= used


@pytest.mark.parametrize(
    "line",
    [
        "FoiRequest.objects.create(title='x')",
        "foi_request.save()",
        "event.save()",
        "self.instance.save()",
        "data.delete()",
        "Draft.objects.filter(pk=1).update(state='sent')",
        "Draft.objects.update(state='sent')",
        "message.delete()",
        "foi_request.drafts.all().delete()",
        "clarification.questions.set([])",
        "campaign.members.add(user)",
        "campaign.members.remove(user)",
        "campaign.members.clear()",
        "Reminder.objects.bulk_create([])",
        "Reminder.objects.bulk_update([], ['state'])",
        "User.objects.get_or_create(email='a@example.org')",
        "await User.objects.aget_or_create(email='a@example.org')",
        "super().save(*args)",
        "connection.cursor().execute('delete from requests_app_event')",
        "seen = {}; seen['x'].members.add(user)",
        "rows = list(Draft.objects.all()); rows[0].foi_request.drafts.update(state='sent')",
    ],
)
def test_each_kind_of_write_is_seen(line: str) -> None:
    assert list(calls(f"async def view():\n    {line}"))


@pytest.mark.parametrize(
    "line",
    [
        "seen = set(); seen.add(3)",
        "context: dict[str, int] = make(); context.update(x=1)",
        "titles = defaultdict(set); titles[day].add('x')",
        "known: set[int] = set(); known.setdefault(1, set()).add(3)",
        "FoiRequest.objects.filter(pk=1).exists()",
        "FoiRequest.objects.select_for_update().get(pk=1)",
    ],
)
def test_plain_python_and_reads_are_no_writes(line: str) -> None:
    assert not list(calls(line))
