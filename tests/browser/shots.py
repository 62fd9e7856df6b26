"""``make shots``: a picture of every page, at 390 and 1280 pixels, light and dark, into ``shots/``.

Run against a program of its own, or against one that runs already: ``SHOTS_URL=... SHOTS_DATA=...``.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.stack import ROOT, running_stack

WIDTHS = (390, 1280)
OPEN_PAGES = {
    "welcome": "/",
    "login": "/accounts/login/",
    "public-request": "/requests/FT-00001/",
    "gone": "/nowhere/",
    "asked": "/asked/?q=school-based+officers",
    "clock": "/clock/",
    "clock-answer": "/clock/?kind=council&on=2026-03-08&e1-what=refusal&e1-on=2026-04-10",
    "clock-range": "/clock/?kind=school_maintained&on=2026-07-14",
    "clock-wrong": "/clock/?kind=council&on=31/2/2026&e1-what=review_outcome&e1-on=2026-03-31",
}
PAGES = {
    "today": "/",
    "requests": "/requests/",
    "requests-none": "/requests/?q=nothing+like+this",
    "evidence": "/evidence/",
    "outbox": "/outbox/",
    "profile": "/profile/",
    "new": "/requests/new/",
    "log": "/requests/new/log/",
    "write": "/requests/new/write/",
    "write-set": "/requests/new/write/?set=safer-schools-officers",
    "texts": "/texts/",
    "text-new": "/texts/new/",
    "text-ours": "/texts/ours/safer-schools-officers/?period=2025",
    "met-1": "/requests/FT-00001/",
    "met-2": "/requests/FT-00002/",
}
BY_AUTHORITY = {
    "running": "Merseyside",
    "overdue": "Kent",
    "clarify": "Lancashire",
    "clarified": "Essex",
    "unread": "Devon",
    "refused": "Northumbria",
    "scotland": "Scotland",
    "unsent": "West Yorkshire",
}


def sign_in(page: Page, base_url: str, email: str, password: str) -> None:
    """Sign in as a person would."""
    page.goto(f"{base_url}/accounts/login/")
    page.locator("[name=login]").fill(email)
    page.locator("[name=password]").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{base_url}/")


@contextmanager
def program() -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a running program and its logins."""
    url = os.environ.get("SHOTS_URL")
    if url:
        logins = json.loads((Path(os.environ["SHOTS_DATA"]) / "demo_logins.json").read_text())
        yield url.rstrip("/"), logins
        return
    with tempfile.TemporaryDirectory() as folder, running_stack(Path(folder)) as stack:
        yield stack.base_url, stack.logins


def pages_of(page: Page, base_url: str) -> dict[str, str]:
    """Every page of the signed-in person: those with a fixed address and those found by clicking."""
    found = dict(PAGES)
    for name, authority in BY_AUTHORITY.items():
        page.goto(f"{base_url}/requests/?q={authority}")
        link = page.locator("table a").first
        if not link.count():
            continue
        path = str(link.get_attribute("href"))
        found[name] = path
        page.goto(base_url + path)
        for button in page.locator("main a[href]").all():
            target = str(button.get_attribute("href"))
            if re.match(re.escape(path) + ".", target) and target not in found.values():
                found[f"{name}-{target.removeprefix(path).strip('/').replace('/', '-')}"] = target
    return found


def main() -> None:
    """Take them all."""
    out = ROOT / "shots"
    out.mkdir(exist_ok=True)
    only = sys.argv[1:]
    with program() as (base_url, logins), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme)
            page = context.new_page()
            take(page, base_url, OPEN_PAGES, out, scheme, only)
            sign_in(page, base_url, "campaigner@example.org", logins["campaigner@example.org"])
            take(page, base_url, pages_of(page, base_url), out, scheme, only)
            context.close()
        browser.close()


def take(page: Page, base_url: str, pages: dict[str, str], out: Path, scheme: str, only: list[str]) -> None:
    """One picture of each page at each width."""
    for name, path in pages.items():
        if only and not any(name.startswith(each) for each in only):
            continue
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(base_url + path)
            page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)


if __name__ == "__main__":
    main()
