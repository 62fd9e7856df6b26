"""What kind of message a text is: an acknowledgement is not an answer, however much law it recites.

Told by what its sentences do, by what mail programs put in headers and subject, and by what else was read in it.
It is a proposal: a person confirms it, and only then does anything follow.
"""

from __future__ import annotations

from collections.abc import Mapping

from requests_app.core.reading.kind_letters import kind_of_message
from requests_app.core.reading.records import KindRead, ReplyReading
from requests_app.core.reading.replies import read_reply


def read_kind(
    text: str,
    *,
    subject: str = "",
    headers: Mapping[str, str] | None = None,
    reading: ReplyReading | None = None,
) -> KindRead:
    """The kind of a message with what messages of that kind say. Any text gives one.

    ``subject`` and ``headers`` (names in any case) are the message's own where it came by mail. ``reading`` is what
    ``read_reply`` gives for the same text, where the caller has it already.
    """
    reading = reading or read_reply(text)
    if not subject and not headers:
        return reading.kind
    return kind_of_message(text, reading, subject=subject, headers=headers)
