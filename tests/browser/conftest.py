"""A real Chromium in front of the running program, signed in as a demo person.

Every page opened here is watched: an error in its console, a request that fails or leaves for another host, an
answer nobody expected, each fails the test that met it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.shots import sign_in
from tests.browser.watching import Troubles
from tests.stack import Stack

CAMPAIGNER, STAFF = "campaigner@example.org", "staff@example.org"
PATIENCE = 15_000
"""Milliseconds a page may take: two cores may be busy with everything else."""


def pytest_runtest_setup() -> None:
    """Skip before the program is started for nothing."""
    if find_chromium() is None:
        pytest.skip("no Chromium here (on Debian: apt install chromium)")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium in place of Playwright's own."""
    return browser_type_launch_args | {"executable_path": find_chromium(), "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], stack: Stack) -> dict[str, Any]:
    """Paths are those of the running program: ``page.goto("/requests/")``. Nothing moves while axe looks."""
    return browser_context_args | {
        "base_url": stack.base_url,
        "locale": "en-GB",
        "timezone_id": "Europe/London",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def session_of(browser: Browser, stack: Stack) -> Callable[[str], StorageState]:
    """The cookies of a demo person, who signs in once for all tests."""
    known: dict[str, StorageState] = {}

    def cookies(email: str) -> StorageState:
        if email not in known:
            context = browser.new_context()
            sign_in(context.new_page(), stack.base_url, email, stack.logins[email])
            known[email] = context.storage_state()
            context.close()
        return known[email]

    return cookies


@pytest.fixture
def troubles(stack: Stack) -> Iterator[Troubles]:
    """What went wrong in any page of this test: nothing, or the test fails at its end."""
    troubles = Troubles(stack.base_url)
    yield troubles
    unexpected = troubles.unexpected()
    assert not unexpected, "\n".join(unexpected)


@pytest.fixture
def page_of(
    new_context: Callable[..., BrowserContext], session_of: Callable[[str], StorageState], troubles: Troubles
) -> Callable[..., Page]:
    """Open a page signed in as a person; further words are options of a browser context (java_script_enabled ...).

    An empty address opens the page of a visitor.
    """

    def open_page(email: str = "", **options: Any) -> Page:
        if email:
            options["storage_state"] = session_of(email)
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        troubles.watch(context)
        return context.new_page()

    return open_page


@pytest.fixture
def campaigner(page_of: Callable[..., Page]) -> Page:
    """A page of the signed-in demo campaigner."""
    return page_of(CAMPAIGNER)


@pytest.fixture
def staff(page_of: Callable[..., Page]) -> Page:
    """A page of the signed-in demo member of staff."""
    return page_of(STAFF)


@pytest.fixture
def visitor(page_of: Callable[..., Page]) -> Page:
    """A page of somebody who is not signed in."""
    return page_of()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def either_way(request: pytest.FixtureRequest, page_of: Callable[..., Page]) -> Page:
    """The campaigner's page, once with JavaScript and once without."""
    return page_of(CAMPAIGNER, java_script_enabled=request.param)
