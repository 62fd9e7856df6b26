"""What the environment may say, and the sentence that a wrong setting gets."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.exceptions import ImproperlyConfigured

from foitracker import env
from tests.stack import NOT_INHERITED

STRONG = "k" + "".join(chr(97 + number % 26) for number in range(60))


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """An environment that says nothing but where the data is."""
    for name in NOT_INHERITED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return monkeypatch


def test_an_empty_environment_gives_a_private_sqlite_and_a_broker_of_our_own(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = env.read()
    assert found.database["NAME"] == tmp_path / "data" / "foitracker.sqlite3"
    assert found.embedded_broker
    assert not found.debug
    assert found.email is None
    assert found.site_url == "http://127.0.0.1:8000"


def test_a_laptop_keeps_a_secret_of_its_own_that_nobody_else_can_read(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first, second = env.read(), env.read()
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 50
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "value"),
    [("HTTPS", "1"), ("ALLOWED_HOSTS", "foi.example.org"), ("DATABASE_URL", "postgres://db.example.org/foi")],
)
def test_a_server_without_a_secret_does_not_start(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    environment.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is missing or weak"):
        env.read()


@pytest.mark.parametrize("weak", ["short", "x" * 60])
def test_a_weak_secret_is_refused(environment: pytest.MonkeyPatch, weak: str) -> None:
    environment.setenv("SECRET_KEY", weak)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is missing or weak"):
        env.read()


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"PORT": "eighty"}, "PORT is 'eighty': set it to a number from 1 to 65535"),
        ({"PORT": "70000"}, "PORT is '70000'"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL is 'LOUD': set it to one of DEBUG"),
        ({"DATABASE_URL": "mysql://db/foi"}, "DATABASE_URL must start with one of sqlite://, postgres://"),
        ({"DATABASE_URL": "postgres://db:port/foi"}, "DATABASE_URL can't be read"),
        ({"REDIS_URL": "amqp://queue"}, "REDIS_URL must start with one of redis://"),
        ({"EMAIL_URL": "mail.example.org"}, "EMAIL_URL must start with one of smtp://"),
        ({"ALLOWED_HOSTS": "*"}, r"ALLOWED_HOSTS is \*: name the hosts"),
        ({"HTTPS": "1"}, "SITE_URL is missing or not https"),
        ({"HTTPS": "1", "SITE_URL": "http://foi.example.org"}, "SITE_URL is missing or not https"),
        (
            {"HTTPS": "1", "SITE_URL": "https://foi.example.org", "DEBUG": "1"},
            "DEBUG is on together with HTTPS",
        ),
    ],
)
def test_a_wrong_setting_is_named_with_what_would_do(
    environment: pytest.MonkeyPatch, settings: dict[str, str], sentence: str
) -> None:
    for name, value in ({"SECRET_KEY": STRONG} | settings).items():
        environment.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        env.read()


def test_a_data_folder_that_cannot_be_made_is_named(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    environment.setenv("DATA_DIR", str(tmp_path / "file" / "data"))
    with pytest.raises(ImproperlyConfigured, match=r"DATA_DIR .* can't be written to"):
        env.read()


def test_options_in_the_database_url_stay_beside_the_pool(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SECRET_KEY", STRONG)
    environment.setenv("DATABASE_URL", "postgres://foi@/foi?host=/run/postgresql&sslmode=require")
    options = env.read().database["OPTIONS"]
    assert options["host"] == "/run/postgresql"
    assert options["sslmode"] == "require"
    assert options["pool"]["max_size"] == 8


def test_a_folder_with_odd_characters_is_quoted_in_the_url_of_the_broker(
    environment: pytest.MonkeyPatch,
) -> None:
    # Not tmp_path: pytest's can be longer than a socket may be, and then the socket is somewhere else.
    with TemporaryDirectory() as folder:
        environment.setenv("DATA_DIR", f"{folder}/50% of it")
        assert env.read().redis_url.endswith("50%25%20of%20it/broker/valkey.sock")


def test_every_setting_is_explained_in_the_operations_page() -> None:
    source = Path(str(env.__file__)).read_text()
    names = set(re.findall(r'(?:env\.\w+\(|_url\(env, )"([A-Z_]+)"', source))
    assert len(names) > 10
    explained = set(
        re.findall(r"^\| `([A-Z_]+)` \|", (env.BASE_DIR / "docs" / "operations.md").read_text(), re.MULTILINE)
    )
    assert explained == names
