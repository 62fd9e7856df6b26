"""Messages as authorities and mail programs write them, and what kind each is: invented, in the manner of the real ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from requests_app.core.states import MessageKind as K


@dataclass(frozen=True)
class Case:
    """A message, its kind, and the details that have to be read in it."""

    name: str
    kind: K
    text: str
    subject: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)
