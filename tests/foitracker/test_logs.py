"""The log holds ids: whoever writes it, nobody's address, letter or secret link is in it."""

from __future__ import annotations

import io
import json
import logging
import logging.config
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from django.conf import settings
from django.test import Client

LETTER = "Dear Sir or Madam, please tell me how many complaints you received. " * 10


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the console would show, as the site's own settings write it."""
    output = io.StringIO()
    handler = logging.getLogger().handlers
    console = next(h for h in handler if isinstance(h, logging.StreamHandler) and h.formatter is not None)
    before = console.setStream(output)
    yield output
    if before is not None:
        console.setStream(before)


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_our_own_line_tells_event_level_and_ids(written: io.StringIO) -> None:
    structlog.get_logger("requests_app").warning("broker_away", task="send_email", email_id=7)
    [line] = lines(written)
    assert (line["event"], line["level"], line["task"], line["email_id"]) == (
        "broker_away",
        "warning",
        "send_email",
        7,
    )
    assert line["timestamp"].endswith("Z")


def test_an_address_never_reaches_the_log(written: io.StringIO) -> None:
    structlog.get_logger("requests_app").warning(
        "refused", to="foi@authority.example.org", all={"x@example.org": 550}
    )
    logging.getLogger("smtplib").error("Recipient <foi@authority.example.org> refused: %s", "x@example.org")
    assert "example.org" not in written.getvalue()
    assert len(lines(written)) == 2


def test_a_letter_is_only_counted(written: io.StringIO) -> None:
    structlog.get_logger("requests_app").warning("drafted", body=LETTER)
    assert lines(written)[0]["body"] == f"({len(LETTER)} characters)"


def test_a_failure_shows_its_frames_but_neither_values_nor_addresses(written: io.StringIO) -> None:
    try:
        fail_over(LETTER)
    except ValueError:
        structlog.get_logger("requests_app").exception("failed")
        logging.getLogger("celery").exception("failed too")
    for line in lines(written):
        assert "test_logs.py" in line["exception"]
        assert "x@example.org" not in line["exception"]
        assert LETTER not in line["exception"]


def fail_over(letter: str) -> None:
    raise ValueError(f"no such person: x@example.org, who wrote {letter}")


@pytest.mark.django_db
@pytest.mark.urls("tests.foitracker.any_url")
def test_a_request_is_told_by_its_path_without_query_secret_or_visitor(
    written: io.StringIO, client: Client
) -> None:
    secret = "accounts/password/reset/key/1-cq3f2x-9a8b7c6d5e/"
    with_query = f"/{secret}?q=my+neighbour&next=/requests/FT-00012/"
    client.get(with_query, headers={"user-agent": "Netscape"}, REMOTE_ADDR="192.0.2.7")
    text = written.getvalue()
    assert '"GET /accounts/password/reset/key/*/"' in text
    for private in ("cq3f2x", "neighbour", "Netscape", "192.0.2.7"):
        assert private not in text


def test_the_site_logs_one_json_line_an_event() -> None:
    assert settings.LOGGING["root"]["handlers"] == ["console"]
    assert settings.LOGGING["root"]["level"] == settings.LOG_LEVEL
