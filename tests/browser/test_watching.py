"""The watch itself: each kind of trouble is noticed, so that its silence on every other page means something."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Error, Page

from tests.browser.watching import Troubles, axe, look_over
from tests.stack import free_port

pytestmark = pytest.mark.browser

INLINE = (
    "() => { const it = document.createElement('script'); it.textContent = '1'; document.head.append(it) }"
)


@pytest.mark.parametrize(
    ("brought_about", "event", "noticed"),
    [
        (INLINE, "console", "console: .* Content Security Policy"),
        ("() => fetch('/nowhere/').then(() => null)", "response", "answered 404: GET"),
        ("() => { setTimeout(() => { throw new Error('broken') }) }", "weberror", "script: .*broken"),
        ("() => { console.error('said so') }", "console", "console: said so"),
    ],
    ids=["a blocked script", "a failed request", "an exception", "an error in the console"],
)
def test_trouble_is_noticed(
    visitor: Page, troubles: Troubles, brought_about: str, event: str, noticed: str
) -> None:
    visitor.goto("/")
    assert troubles.unexpected() == []
    with visitor.context.expect_event(event):
        visitor.evaluate(brought_about)
    assert re.search(noticed, "\n".join(troubles.unexpected()))
    troubles.expect(".")


def test_a_request_that_leaves_for_another_host_is_noticed(visitor: Page, troubles: Troubles) -> None:
    elsewhere = f"http://localhost:{free_port()}/"
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        visitor.goto(elsewhere)
    assert f"another host: {elsewhere}" in troubles.unexpected()
    troubles.expect(elsewhere)


def test_axe_names_what_is_wrong_and_where(visitor: Page) -> None:
    visitor.goto("/")
    visitor.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [line for line in axe(visitor) if line.startswith("button-name: ")]


def test_a_page_wider_than_its_screen_is_noticed(visitor: Page) -> None:
    visitor.goto("/")
    visitor.evaluate(
        "document.querySelector('main').append(document.createElement('hr')); "
        "document.querySelector('main > hr').style.width = '2000px'"
    )
    with pytest.raises(AssertionError, match="<hr"):
        look_over(visitor, "Ask public authorities")
