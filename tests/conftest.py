"""What every test may ask for, and the rule that CI skips nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from hypothesis import settings

from tests.stack import Stack, running_stack

ROOT = Path(__file__).resolve().parent.parent
ON_POSTGRES = "postgresql" in django_settings.DATABASES["default"]["ENGINE"]
ROOMS_ON_BOTH = ("models", "queries", "usecases")
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True, max_examples=50)
settings.load_profile("ci" if IN_CI else "dev")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts, law and seeds beside this checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return folder


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The whole program with the demo record, running; one for all tests that don't break it."""
    with running_stack(tmp_path_factory.mktemp("stack")) as running:
        yield running


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On PostgreSQL the rooms of records are its tests too. With xdist, all that use the one stack stay together."""
    for item in items:
        room = item.path.relative_to(ROOT / "tests").parts[0]
        if ON_POSTGRES and room in ROOMS_ON_BOTH:
            item.add_marker(pytest.mark.postgres)
        if "stack" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("stack"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs PostgreSQL where the database is SQLite."""
    if item.get_closest_marker("postgres") and not ON_POSTGRES:
        pytest.skip("needs PostgreSQL: `make test` finds or starts one")


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"CI allows no skip. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skip into a failure in CI."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """Turn the skip of a whole module into a failure in CI."""
    report = yield
    _refuse_skip(report)
    return report
