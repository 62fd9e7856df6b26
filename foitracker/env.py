"""Typed settings from the environment, read once and checked at start.

Every name a deployment may set stands here with its meaning and default; ``docs/operations.md`` lists them.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
MAX_SOCKET_PATH = 100  # bytes; Linux allows 107, macOS 103


@dataclass(frozen=True, slots=True)
class Env:
    """What the environment says. ``production`` means: nobody asked for DEBUG and this is no test run."""

    debug: bool
    demo: bool
    data_dir: Path
    secret_key: str
    allowed_hosts: list[str]
    database: dict[str, object]
    redis_url: str
    email: dict[str, object] | None
    default_from_email: str
    site_url: str
    https: bool
    log_level: str


def broker_socket(data_dir: Path) -> Path:
    """Where the embedded broker listens for this data folder: inside it, or, where that path is too long
    for a socket, in the user's temporary folder under a name derived from it.
    """
    inside = data_dir / "valkey.sock"
    if len(os.fsencode(inside)) <= MAX_SOCKET_PATH:
        return inside
    name = sha256(os.fsencode(data_dir)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"foitracker-{os.getuid()}-{name}" / "valkey.sock"


def _secret_key(env: environ.Env, data_dir: Path) -> str:
    kept = data_dir / "secret_key"
    key = str(env.str("SECRET_KEY", default=""))
    if not key and kept.exists():
        key = kept.read_text().strip()
    served = any(env.str(name, default="") for name in ("DATABASE_URL", "ALLOWED_HOSTS", "HTTPS", "SITE_URL"))
    if not key and not served:
        # An unconfigured checkout: commands such as `clock` need no lasting key, and serving keeps one.
        key = secrets.token_urlsafe(64)
    if len(key) < 50 or len(set(key)) < 5:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing or weak: set it to at least 50 random characters. "
            "`make run` makes one for you; on a server, put it in the environment."
        )
    return key


def _database(env: environ.Env, data_dir: Path) -> dict[str, object]:
    config: dict[str, object] = env.db_url(
        "DATABASE_URL", default=f"sqlite:///{data_dir / 'foitracker.sqlite3'}"
    )
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
        }
    elif config["ENGINE"] == "django.db.backends.postgresql":
        config["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8}}
        config["CONN_HEALTH_CHECKS"] = True
    return config


def read() -> Env:
    """Read and check the environment. Raises ImproperlyConfigured naming the setting at fault."""
    env = environ.Env()
    debug = env.bool("DEBUG", default=False)
    data_dir = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
    email = env.str("EMAIL_URL", default="")
    return Env(
        debug=debug,
        demo=env.bool("DEMO", default=False),
        data_dir=data_dir,
        secret_key=_secret_key(env, data_dir),
        allowed_hosts=env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"]),
        database=_database(env, data_dir),
        redis_url=env.str("REDIS_URL", default="") or f"redis+socket://{broker_socket(data_dir)}",
        email=env.email_url("EMAIL_URL") if email else None,
        default_from_email=env.str("DEFAULT_FROM_EMAIL", default="foitracker@localhost"),
        site_url=env.str("SITE_URL", default=f"http://127.0.0.1:{env.str('PORT', default='8000')}").rstrip(
            "/"
        ),
        https=env.bool("HTTPS", default=False),
        log_level=env.str("LOG_LEVEL", default="INFO"),
    )
