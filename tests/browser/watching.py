"""What every page must be, whatever it shows: reachable for everybody, as wide as its screen, and without errors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, expect

SCREENS = ({"width": 390, "height": 844}, {"width": 1280, "height": 900})
WIDER_THAN_SCREEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
STICKING_OUT = """() => [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 5).map((one) => one.outerHTML.slice(0, 120))"""


@dataclass
class Troubles:
    """What went wrong while pages were open. ``expect`` says what a test brings about on purpose."""

    base_url: str
    found: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to everything that the pages of a context load and say."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.found.append(f"script: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)

    def expect(self, pattern: str) -> None:
        """Let troubles that match a regular expression pass, from the start of the test."""
        self.expected.append(pattern)

    def unexpected(self) -> list[str]:
        """What nobody brought about."""
        return [line for line in self.found if not any(re.search(each, line) for each in self.expected)]

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.found.append(f"console: {message.text} ({message.location['url']})")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.base_url}/", "data:")):
            self.found.append(f"another host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what becomes of a page that turns out to be a download
            self.found.append(f"failed: {request.url} ({request.failure})")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.found.append(f"answered {response.status}: {response.request.method} {response.url}")


def axe(page: Page) -> list[str]:
    """What axe finds wrong with a page as it is now, a line each."""
    page.evaluate(f"if (!window.axe) {{ {AXE_SCRIPT} }}")
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [
        f"{wrong['id']}: {wrong['help']} ({' '.join(map(str, node['target']))})"
        for wrong in found
        for node in wrong["nodes"]
    ]


def has_script(page: Page) -> bool:
    """Whether the page's own scripts run. axe needs them: it waits for its own promises."""
    return bool(page.evaluate("matchMedia('(scripting: enabled)').matches"))


def look_over(page: Page, title: str, *, dark: bool = False) -> None:
    """Hold the page of this title to what every page must be: at both widths, in the light, and in the dark too."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    page.wait_for_load_state()
    for screen in SCREENS:
        page.set_viewport_size(screen)  # type: ignore[arg-type]
        assert page.evaluate(WIDER_THAN_SCREEN) <= 0, (page.url, screen, page.evaluate(STICKING_OUT))
        if has_script(page):
            assert axe(page) == [], (page.url, screen)
    if dark and has_script(page):
        page.emulate_media(color_scheme="dark")
        assert axe(page) == [], (page.url, "dark")
        page.emulate_media(color_scheme="light")
