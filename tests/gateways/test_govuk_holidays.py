"""GOV.UK's list from a file or a server: read as it stands, or refused in one sentence."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from requests_app.core.errors import BadInput
from requests_app.gateways import govuk_holidays
from requests_app.gateways.govuk_holidays import parse_feed, read_feed
from tests.feeds import a_feed, saved, with_day

ANSWERS = {
    "/good.json": (200, json.dumps(a_feed()).encode()),
    "/broken.json": (500, b"oops"),
    "/page.html": (200, b"<!doctype html><title>Sorry, there is a problem</title>"),
    "/nothing.json": (200, b""),
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved.json":
            self.send_response(302)
            self.send_header("Location", "/good.json")
            self.end_headers()
            return
        status, body = ANSWERS[self.path]
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a server on this machine."""
    server = HTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def refusal(raw: object) -> str:
    with pytest.raises(BadInput) as caught:
        parse_feed(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    assert not caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence
    return caught.value.sentence


def test_a_list_gives_the_days_and_titles_of_each_division(tmp_path: Path) -> None:
    feed = read_feed(saved(a_feed(2026), tmp_path))
    assert set(feed) == {"england-and-wales", "scotland", "northern-ireland"}
    assert feed["scotland"][date(2026, 11, 30)] == "St Andrew's Day"
    assert date(2026, 11, 30) not in feed["england-and-wales"]
    assert [len(days) for days in feed.values()] == [8, 10, 10]


def test_divisions_we_do_not_know_and_a_day_said_twice_do_no_harm() -> None:
    given = with_day(a_feed(2026), "scotland", date(2026, 11, 30), "The same again")
    given["isle-of-man"] = {"division": "isle-of-man", "events": []}
    feed = parse_feed(json.dumps(given).encode())
    assert "isle-of-man" not in feed
    assert feed["scotland"][date(2026, 11, 30)] == "St Andrew's Day"


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert parse_feed(b"\xef\xbb\xbf" + json.dumps(a_feed()).encode()) == parse_feed(
        json.dumps(a_feed()).encode()
    )


def test_a_server_is_asked_and_a_redirect_followed(site: str, tmp_path: Path) -> None:
    from_file = read_feed(saved(a_feed(), tmp_path))
    assert read_feed(f"{site}/good.json") == from_file
    assert read_feed(f"{site}/moved.json") == from_file


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("broken.json", "the server answered 500 Internal Server Error"),
        ("page.html", "it is not JSON"),
        ("nothing.json", "it is empty"),
    ],
)
def test_a_server_that_gives_no_list_is_refused_with_what_it_said(site: str, path: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_feed(f"{site}/{path}")


def test_a_server_that_is_not_there_is_said_to_be_out_of_reach() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        free = taken.getsockname()[1]
    with pytest.raises(BadInput, match="the server can't be reached"):
        read_feed(f"http://127.0.0.1:{free}/bank-holidays.json")


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(govuk_holidays, "TIMEOUT", 0.2)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent, pytest.raises(BadInput, match="reached"):
        read_feed(f"http://127.0.0.1:{silent.getsockname()[1]}/bank-holidays.json")


def test_a_file_that_is_not_there_or_far_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BadInput, match=r"it can't be read \(No such file"):
        read_feed(str(tmp_path / "none.json"))
    with pytest.raises(BadInput, match="it can't be read"):
        read_feed(str(tmp_path))
    monkeypatch.setattr(govuk_holidays, "MOST_BYTES", 100)
    with pytest.raises(BadInput, match="larger than any list"):
        read_feed(saved(a_feed(), tmp_path))


@pytest.mark.parametrize("scheme", ["ftp", "file", "gopher"])
def test_only_web_addresses_are_fetched_anything_else_is_a_file_name(scheme: str) -> None:
    with pytest.raises(BadInput, match="No such file"):
        read_feed(f"{scheme}://127.0.0.1/bank-holidays.json")


@pytest.mark.parametrize("raw", [b"{", b"\x00\xff", b"[" * 100_000])
def test_what_is_not_json_is_refused(raw: bytes) -> None:
    assert refusal(raw) == "it is not JSON"


@pytest.mark.parametrize("given", [[], "text", 3, None, True])
def test_json_of_another_shape_is_refused(given: object) -> None:
    assert refusal(given) == "it is not an object of divisions"


def test_a_missing_division_is_named() -> None:
    feed = a_feed()
    del feed["northern-ireland"]
    assert refusal(feed) == "it has no northern-ireland"


@pytest.mark.parametrize("empty", [{"events": []}, {"events": {}}, {}, [], None, "none"])
def test_an_empty_division_is_named(empty: object) -> None:
    assert refusal({**a_feed(), "scotland": empty}) == "it has no events for scotland"


@pytest.mark.parametrize("on", ["2026-02-30", "15/06/2026", "", None, 20260615, ["2026-06-15"]])
def test_a_date_that_is_none_is_named_with_its_holiday(on: object) -> None:
    feed = a_feed()
    feed["scotland"]["events"][3]["date"] = on
    said = refusal(feed)
    assert said.startswith(f"the date of {feed['scotland']['events'][3]['title']} for scotland is {on!r}")
    assert "2026-06-15" in said


@pytest.mark.parametrize("title", ["", "  ", None, 7, "x" * 121])
def test_a_holiday_without_a_name_is_refused(title: object) -> None:
    feed = a_feed()
    feed["scotland"]["events"][0]["title"] = title
    assert "has no title that can be used" in refusal(feed)


@pytest.mark.parametrize("event", ["2026-06-15", None, 5])
def test_an_event_that_is_no_object_is_refused(event: object) -> None:
    feed = a_feed()
    feed["scotland"]["events"].append(event)
    assert "has no title" in refusal(feed)
