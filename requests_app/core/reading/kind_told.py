"""What the readers of a message's details are given, and where they put what they find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from requests_app.core.reading.kind_weighing import Weighed
from requests_app.core.reading.lines import Line, Source, squeeze
from requests_app.core.reading.passages import Passage
from requests_app.core.reading.records import Finding, ReplyReading


@dataclass(frozen=True, slots=True)
class Told:
    """What the readers of details are given: the letter's sentences and what was read and weighed of them."""

    source: Source
    lines: Sequence[Line]
    passages: Sequence[Passage]
    said: Weighed
    reading: ReplyReading

    def passage_at(self, at: int) -> Passage | None:
        """The sentence in which an offset of the text lies."""
        return next((each for each in self.passages if each.start <= at < each.end), None)


@dataclass(slots=True)
class Details:
    """Values by the name of the field of ``KindRead``, and where they stand."""

    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def put(self, name: str, value: object, text: str, start: int, end: int, confidence: float) -> None:
        """Set a single value, the first one found."""
        if name not in self.values:
            self.values[name] = value
            self.findings.append(Finding(name, squeeze(text)[:200], start, end, confidence))

    def also(self, name: str, value: str, start: int, end: int, confidence: float) -> None:
        """Add one of several values."""
        if value not in self.values.get(name, ()):
            self.values[name] = (*self.values.get(name, ()), value)
            self.findings.append(Finding(name, value[:200], start, end, confidence))
