"""What may be written to the log: ids and counts, never letters, addresses, secret links or what people typed.

Every line, ours or a library's, goes through ``SHARED`` and ends in ``private``, so that no caller has to remember.
"""

from __future__ import annotations

import re
import sys

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

LONGEST = 300  # characters: enough for a line of a traceback, too short for a letter
UNSAFE_KEYS = ("user_agent", "ip")
ADDRESS = re.compile(r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+")
REQUEST_LINE = re.compile(r"(?P<before>(?:^|\s)/)(?P<path>[^\s?]*)(?:\?\S*)?")
PLAIN_SEGMENT = re.compile(r"[a-z][a-z_.-]{0,30}|\d{1,12}|[A-Z]{2}-\d{1,9}")


def _plain_path(found: re.Match[str]) -> str:
    """Keep the words and record numbers of a path; a segment that may be a token becomes a star."""
    segments = (
        segment if not segment or PLAIN_SEGMENT.fullmatch(segment) else "*"
        for segment in found["path"].split("/")
    )
    return found["before"] + "/".join(segments)


def _without_people(text: str, *, traceback: bool) -> str:
    if not traceback and len(text) > LONGEST:
        return f"({len(text)} characters)"
    return ADDRESS.sub("(address)", "\n".join(line[:LONGEST] for line in text.split("\n")))


def private(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Drop who came from where, the query of a URL, secret parts of a path, e-mail addresses and long texts."""
    for key in UNSAFE_KEYS:
        event.pop(key, None)
    for key, value in event.items():
        if value is None or isinstance(value, bool | int | float):
            continue
        text = REQUEST_LINE.sub(_plain_path, str(value)) if key in ("request", "event") else str(value)
        event[key] = _without_people(text, traceback=key in ("exception", "stack"))
    return event


SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
]


def _renderers() -> list[Processor]:
    if sys.stderr.isatty():
        return [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    return [structlog.processors.JSONRenderer()]


def configure(level: str) -> dict[str, object]:
    """Set structlog up and return Django's LOGGING: one line an event on standard error, JSON unless a person
    is watching. ``level`` is the lowest level shown.
    """
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            private,
            *_renderers(),
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django.request": {"level": "ERROR"},  # the line that ends a request tells its 404 already
            "django.db.backends": {"level": "INFO"},  # its debug lines hold the values written
        },
    }
