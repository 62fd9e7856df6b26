"""The arguments that a record offers for a letter, and the paragraphs of those that were ticked."""

from __future__ import annotations

from collections.abc import Sequence

from requests_app.core.arguments import TAKING_ARGUMENTS, Argument, arguments_for, ticked
from requests_app.core.letters.facts import Line
from requests_app.core.states import AuthorityKind, LetterKind
from requests_app.queries.law import phrases
from requests_app.queries.public_facts import public_facts
from requests_app.queries.record import Record


def arguments_of(record: Record, kind: LetterKind) -> tuple[Argument, ...]:
    """Every argument to tick for a letter; none for one that takes none. Two queries beside those of the record."""
    if kind not in TAKING_ARGUMENTS:
        return ()
    return arguments_for(
        kind,
        grounds=record.grounds_of(kind),
        points=record.points,
        public_facts=public_facts(record, kind),
        phrases=phrases(),
        regime=record.regime,
        authority_kind=AuthorityKind(record.foi_request.authority.kind),
    )


def ticked_lines(record: Record, kind: LetterKind, keys: Sequence[str] | None) -> tuple[Line, ...]:
    """The paragraphs of the ticked arguments; of the proposed ones where nobody has chosen."""
    return ticked(arguments_of(record, kind), keys)
