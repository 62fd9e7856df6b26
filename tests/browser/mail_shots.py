"""``python -m tests.browser.mail_shots``: a picture of every mail the program can send, as on a phone, into docs/mail/.

Run against a program of its own, or against one that runs already: ``SHOTS_URL=... SHOTS_DATA=...``.
"""

from __future__ import annotations

import re
from io import BytesIO

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.shots import program, sign_in
from tests.stack import ROOT

OUT = ROOT / "docs" / "mail"
LARGEST = 100_000
"""Bytes of one picture."""


def main() -> None:
    """Take them all: the HTML at 390 pixels, light and for the digest dark too; the text where there is no HTML."""
    OUT.mkdir(exist_ok=True)
    with program() as (base_url, logins), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 600})
            page = context.new_page()
            sign_in(page, base_url, "staff@example.org", logins["staff@example.org"])
            page.goto(f"{base_url}/mail/")
            for slug in re.findall(r'href="/mail/([a-z-]+)/"', page.content()):
                if scheme == "dark" and slug != "digest":
                    continue
                name = f"{slug}-dark.png" if scheme == "dark" else f"{slug}.png"
                answer = page.goto(f"{base_url}/mail/{slug}/html/")
                if answer is not None and answer.ok:
                    picture = page.screenshot(full_page=True)
                else:
                    page.goto(f"{base_url}/mail/{slug}/")
                    picture = page.locator(".sheet").first.screenshot()
                Image.open(BytesIO(picture)).convert("RGB").quantize(32).save(OUT / name, optimize=True)
                assert (OUT / name).stat().st_size < LARGEST, name
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
