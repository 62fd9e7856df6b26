"""A real Chromium in front of the running program, signed in as a demo person, and axe to look at each page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.shots import sign_in
from tests.stack import Stack

CAMPAIGNER, STAFF = "campaigner@example.org", "staff@example.org"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium in place of Playwright's own."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium here (on Debian: apt install chromium)")
    return browser_type_launch_args | {"executable_path": chromium, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], stack: Stack) -> dict[str, Any]:
    """Paths are those of the running program: ``page.goto("/requests/")``."""
    return browser_context_args | {
        "base_url": stack.base_url,
        "locale": "en-GB",
        "timezone_id": "Europe/London",
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
def page_of(
    new_context: Callable[..., BrowserContext], session_of: Callable[[str], StorageState]
) -> Callable[..., Page]:
    """Open a page signed in as a person; further words are options of a browser context (java_script_enabled ...)."""

    def open_page(email: str, **options: Any) -> Page:
        return new_context(storage_state=session_of(email), **options).new_page()

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
def axe() -> Callable[[Page], list[str]]:
    """What axe finds wrong with a page, a line each: ``assert axe(page) == []``."""

    def look(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [
            f"{wrong['id']}: {wrong['help']} ({node['target'][0]})"
            for wrong in found
            for node in wrong["nodes"]
        ]

    return look
