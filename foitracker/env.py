"""Typed settings from the environment, read once and checked at start.

Every name a deployment may set stands here with its meaning and default; ``docs/operations.md`` lists them.
"""

from __future__ import annotations

import os
import re
import secrets
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
MAX_SOCKET_PATH = 100  # bytes; Linux allows 107, macOS 103
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

Options = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Env:
    """What the environment says. ``redis_url`` is the embedded broker's unless ``embedded_broker`` is false."""

    debug: bool
    demo: bool
    data_dir: Path
    secret_key: str
    allowed_hosts: list[str]
    database: Options
    embedded_broker: bool
    redis_url: str
    email: Options | None
    default_from_email: str
    reply_address: str
    reply_by_token: bool
    trusted_mail_server: str
    clamd: str
    inbox_url: str
    inbox_moved_to: str
    inbound_providers: dict[str, str]
    port: int
    site_url: str
    https: bool
    log_level: str
    bank_holidays_url: str


def broker_socket(data_dir: Path) -> Path:
    """Where the embedded broker listens for this data folder: inside it, or, where that path is too long
    for a socket, in the user's temporary folder under a name derived from it.
    """
    inside = data_dir / "broker" / "valkey.sock"
    if len(os.fsencode(inside)) <= MAX_SOCKET_PATH:
        return inside
    name = sha256(os.fsencode(data_dir)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"foitracker-{os.getuid()}-{name}" / "valkey.sock"


def read() -> Env:
    """Read and check the environment. Raises ImproperlyConfigured naming the setting at fault."""
    env = environ.Env()
    data_dir = Path(env.str("DATA_DIR", default="") or BASE_DIR / "var").resolve()
    https = env.bool("HTTPS", default=False)
    server = https or any(os.environ.get(name) for name in ("ALLOWED_HOSTS", "DATABASE_URL"))
    redis_url = _url(env, "REDIS_URL", ("redis", "rediss", "redis+socket"))
    email = _url(env, "EMAIL_URL", tuple(environ.Env.EMAIL_SCHEMES))
    port = _port(env)
    found = Env(
        debug=env.bool("DEBUG", default=False),
        demo=env.bool("DEMO", default=False),
        data_dir=data_dir,
        secret_key=_secret_key(env, data_dir, server=server),
        allowed_hosts=env.list("ALLOWED_HOSTS", default=[]) or ["127.0.0.1", "localhost", "[::1]"],
        database=_database(env, data_dir),
        embedded_broker=not redis_url,
        redis_url=redis_url or f"redis+socket://{quote(str(broker_socket(data_dir)))}",
        email=env.email_url("EMAIL_URL") if email else None,
        default_from_email=env.str("DEFAULT_FROM_EMAIL", default="foitracker@localhost"),
        reply_address=_reply_address(env),
        reply_by_token=env.bool("REPLY_BY_TOKEN", default=True),
        trusted_mail_server=env.str("TRUSTED_MAIL_SERVER", default="").strip(),
        clamd=_url(env, "CLAMD", ("unix", "tcp")),
        inbox_url=_url(env, "INBOX_URL", ("imap", "imaps")),
        inbox_moved_to=env.str("INBOX_MOVED_TO", default="").strip(),
        inbound_providers=_inbound(env),
        port=port,
        site_url=(env.str("SITE_URL", default="") or f"http://127.0.0.1:{port}").rstrip("/"),
        https=https,
        log_level=_log_level(env),
        bank_holidays_url=_url(env, "BANK_HOLIDAYS_URL", ("https", "http")),
    )
    _check_server(found)
    return found


def _check_server(found: Env) -> None:
    if "*" in found.allowed_hosts:
        raise ImproperlyConfigured("ALLOWED_HOSTS is *: name the hosts this server answers to.")
    if not found.https:
        return
    if found.debug:
        raise ImproperlyConfigured(
            "DEBUG is on together with HTTPS: a public server must run with DEBUG off."
        )
    if not found.site_url.startswith("https://"):
        raise ImproperlyConfigured(
            "SITE_URL is missing or not https: set it to the address people use, for example "
            "https://foi.example.org, since the links in mails are made from it."
        )


def _secret_key(env: environ.Env, data_dir: Path, *, server: bool) -> str:
    """SECRET_KEY, or the key kept in the data folder. A laptop makes that one by itself; a server (HTTPS,
    ALLOWED_HOSTS or DATABASE_URL is set) must be given one, so that its machines agree and restarts keep sessions.
    """
    kept = data_dir / "secret_key"
    key = str(env.str("SECRET_KEY", default=""))
    if not key and not server:
        _keep_new_secret(kept)
    if not key and kept.exists():
        key = kept.read_text().strip()
    if len(key) < 50 or len(set(key)) < 5:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or weak: set it to at least 50 random characters, for example from "
            "`python3 -c 'import secrets; print(secrets.token_urlsafe(64))'`."
        )
    return key


def _keep_new_secret(kept: Path) -> None:
    """Write a random key, readable by its owner alone, unless one is there; two at once agree on one."""
    if kept.exists():
        return
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = kept.with_name(f"secret_key.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64))
        try:
            os.link(draft, kept)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    except OSError as error:
        raise ImproperlyConfigured(
            f"DATA_DIR {kept.parent} can't be written to ({error.strerror}): set DATA_DIR to a folder of your own."
        ) from error


def _database(env: environ.Env, data_dir: Path) -> Options:
    if not env.str("DATABASE_URL", default=""):
        return _sqlite({"ENGINE": "django.db.backends.sqlite3", "NAME": data_dir / "foitracker.sqlite3"})
    _url(env, "DATABASE_URL", ("sqlite", "postgres", "postgresql"))
    try:
        config: Options = env.db_url("DATABASE_URL")
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL can't be read: {error}.") from error
    if config["ENGINE"] == "django.db.backends.sqlite3":
        return _sqlite(config)
    options = config.get("OPTIONS", {}) | {"pool": {"min_size": 1, "max_size": 8}}
    return config | {"OPTIONS": options, "CONN_HEALTH_CHECKS": True}


def _sqlite(config: Options) -> Options:
    return config | {
        # Opening the file and reading its schema took 3 ms of every page: a thread keeps its connection a while.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
        },
    }


def _inbound(env: environ.Env) -> dict[str, str]:
    """INBOUND: providers whose webhooks are taken, each with its secret, as ``mailgun=key-1,postmark=user:password``."""
    found: dict[str, str] = {}
    for each in env.list("INBOUND", default=[]):
        name, equals, secret = str(each).strip().partition("=")
        if not equals or len(secret) < 8:
            raise ImproperlyConfigured(
                "INBOUND must be a list such as postmark=user:password, each provider with a secret of at least 8 characters."
            )
        found[name.strip().lower()] = secret
    return found


def _url(env: environ.Env, name: str, schemes: tuple[str, ...]) -> str:
    value = str(env.str(name, default=""))
    if value and value.partition(":")[0] not in schemes:
        raise ImproperlyConfigured(f"{name} must start with one of {', '.join(f'{s}://' for s in schemes)}")
    return value


def _reply_address(env: environ.Env) -> str:
    """REPLY_ADDRESS: one plain address, whose mailbox takes ``prefix+anything@domain`` too, or empty."""
    value = str(env.str("REPLY_ADDRESS", default="")).strip()
    if value and not re.fullmatch(r"[A-Za-z0-9._-]{1,40}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", value):
        raise ImproperlyConfigured(
            "REPLY_ADDRESS must be one plain address, such as foi@example.org: each request gets its own from it, "
            "such as foi+2abc3def@example.org."
        )
    return value


def _port(env: environ.Env) -> int:
    value = str(env.str("PORT", default="") or "8000")
    if not value.isdecimal() or not 1 <= int(value) <= 65535:
        raise ImproperlyConfigured(f"PORT is {value!r}: set it to a number from 1 to 65535, such as 8000.")
    return int(value)


def _log_level(env: environ.Env) -> str:
    value = str(env.str("LOG_LEVEL", default="") or "INFO").upper()
    if value not in LOG_LEVELS:
        raise ImproperlyConfigured(f"LOG_LEVEL is {value!r}: set it to one of {', '.join(LOG_LEVELS)}.")
    return value
