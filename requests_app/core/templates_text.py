"""Templates and clauses of one's own: ``{{ authority }}``, ``{{ period }}`` and their like, each filled exactly once.

What a value holds is never looked at again, so a name with braces in it stays what it is. A field nobody knows is an
error that names it and those there are, with the place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from requests_app.core.errors import BadInput, MissingFact

FIELDS: Mapping[str, str] = {
    "authority": "the authority's official name",
    "authority_short": "the authority's short name",
    "act": "the law the request is made under",
    "period": "the period asked about",
    "place": "the place or area asked about",
    "topic": "the subject asked about",
    "year": "the year in which the letter is written",
    "today": "the day of the letter",
    "requester": "the requester's name",
    "address": "the requester's address for the reply",
    "campaign": "the campaign's name",
    "our_reference": "our reference",
    "their_reference": "the authority's reference",
}
"""The fields there are, and what each stands for."""

LONGEST = 200_000
"""Characters of a template."""

_FIELD = re.compile(r"\{\{([^{}]*)\}\}")


class UnknownField(BadInput):
    """A field that does not exist. ``name`` is as written; ``line`` counts from 1."""

    def __init__(self, sentence: str, *, name: str, line: int) -> None:
        super().__init__(sentence, field="template")
        self.name = name
        self.line = line


@dataclass(frozen=True, slots=True)
class FieldAt:
    """A field as it stands in a template: from ``start`` to ``end``, braces included."""

    name: str
    start: int
    end: int


def fields_in(template: str, known: Mapping[str, str] = FIELDS) -> tuple[FieldAt, ...]:
    """The fields of a template in order.

    Raises UnknownField for one that is not in ``known``, BadInput for braces that open and don't close, or for a
    template longer than ``LONGEST``.
    """
    if len(template) > LONGEST:
        raise BadInput(
            f"A template may have up to {LONGEST:,} characters; this one has {len(template):,}.",
            field="template",
        )
    found = []
    for match in _FIELD.finditer(template):
        name = match[1].strip()
        if name not in known:
            raise _unknown(template, name, match.start(), known)
        found.append(FieldAt(name, match.start(), match.end()))
    _check_closed(template)
    return tuple(found)


def fill(template: str, values: Mapping[str, str], known: Mapping[str, str] = FIELDS) -> str:
    """The template with every field replaced by its value, once, from left to right.

    Raises as ``fields_in``, and MissingFact naming the first field whose value is absent or empty.
    """
    out, at = [], 0
    for field in fields_in(template, known):
        value = values.get(field.name, "")
        if not value.strip():
            raise MissingFact(field.name, f"Enter {known[field.name]}: the text has a place for it.")
        out += [template[at : field.start], value]
        at = field.end
    return "".join((*out, template[at:]))


def fill_known(template: str, values: Mapping[str, str], known: Mapping[str, str] = FIELDS) -> str:
    """The same for a preview: a field without a value stays as it stands. Raises as ``fields_in``."""
    out, at = [], 0
    for field in fields_in(template, known):
        value = values.get(field.name, "")
        out += [template[at : field.start], value if value.strip() else template[field.start : field.end]]
        at = field.end
    return "".join((*out, template[at:]))


def _unknown(template: str, name: str, at: int, known: Mapping[str, str]) -> UnknownField:
    line = template.count("\n", 0, at) + 1
    shown = name[:40] or "nothing"
    near = get_close_matches(name.lower().replace(" ", "_").replace("-", "_")[:40], known, n=1)
    hint = f" Did you mean {{{{ {near[0]} }}}}?" if near else ""
    return UnknownField(
        f"Line {line}: there is no field {{{{ {shown} }}}}.{hint} There are: {', '.join(sorted(known))}.",
        name=name,
        line=line,
    )


def _check_closed(template: str) -> None:
    """Raise BadInput where ``{{`` or ``}}`` stands without its other half."""
    rest = _FIELD.sub(lambda match: " " * len(match[0]), template)
    for braces, half in (("{{", "opens and does not close"), ("}}", "closes what was not opened")):
        at = rest.find(braces)
        if at >= 0:
            line = template.count("\n", 0, at) + 1
            raise BadInput(
                f"Line {line}: {braces} {half}. Write a field as {{{{ authority }}}}, and a brace of your own singly.",
                field="template",
            )
