"""Draws the transition table of the core as docs/states.md, so that the page can't say anything the program doesn't do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from requests_app.core.states import State
from requests_app.core.transitions import OPEN, REPLIED, TRANSITIONS, Transition

HEAD = """\
# The states of a request

Made from the transition table in `requests_app/core/transitions.py` by `manage.py state_diagram`. Don't edit it: `make check` fails
when the two differ.

A request's state is never set by hand. It follows from its events, taken by day and on one day in the order of the list in
[clock.md](clock.md); an event that no row accepts contradicts the record and is refused by name. "Overdue" is no state: it follows from
the day on which one looks. Words are explained in [glossary.md](glossary.md).
"""
WAY = """\
## The whole way

"Open" stands for every state in which the authority still owes a reply, "Replied" for answered, refused and not held. "Many states"
is not a state: the table below says exactly which, and also which events move nothing.
"""
INSIDE = """\
## While it is open

"Any open state" means that the event does the same in all of them. Rows for one event are tried in the order of the table: a fee paid
while a question is unanswered leads back to the question.
"""
TABLE = """\
## Every row

In order; the first row whose condition holds is taken. A row without a condition always holds.
"""

_GROUPS: dict[str, tuple[str, tuple[State, ...]]] = {
    "open": ("Open", OPEN),
    "replied": ("Replied", REPLIED),
}
_GROUP_OF = {state: name for name, (_, members) in _GROUPS.items() for state in members}
_ANY, _MANY = "any_open", "many_states"
MANY = 5  # arrows from so many places are drawn as one, and the table says which


def states_page() -> str:
    """The whole of docs/states.md."""
    parts = [HEAD, WAY, _drawn(_way()), INSIDE, _drawn(_inside()), TABLE, "\n".join(_table()) + "\n"]
    return "\n".join(parts)


def _drawn(lines: Iterable[str]) -> str:
    return "\n".join(["```mermaid", "stateDiagram-v2", *(f"    {line}" for line in lines), "```", ""])


def _way() -> Iterator[str]:
    """Groups as single nodes. What happens alike in many of them comes from one more node."""
    nodes = dict.fromkeys(_GROUP_OF.get(state, str(state)) for state in State)
    edges = _Edges()
    for row in TRANSITIONS:
        target = _GROUP_OF.get(row.target, str(row.target)) if row.target else None
        sources = dict.fromkeys(_GROUP_OF.get(state, str(state)) for state in row.sources)
        sources.pop(target or "", None)
        for source in [_MANY] if len(sources) >= MANY else sources:
            if target:
                edges.add(source, target, row, _part_of(source, row))
    for node in nodes:
        yield f'state "{_GROUPS[node][0] if node in _GROUPS else State(node).value}" as {node}'
    yield f'state "many states" as {_MANY}'
    yield "[*] --> draft"
    yield from edges.drawn()


def _part_of(source: str, row: Transition) -> str:
    """Which states of a group have the edge, where not all of them do."""
    members = _GROUPS[source][1] if source in _GROUPS else ()
    part = [str(state) for state in members if state in row.sources]
    return f"from {' or '.join(part)}" if len(part) < len(members) else ""


def _inside() -> Iterator[str]:
    """The open states one by one; what all of them do alike comes from one node."""
    edges = _Edges()
    for row in TRANSITIONS:
        if row.target in OPEN:
            alike = set(OPEN) <= set(row.sources)
            for source in [_ANY] if alike else [str(state) for state in row.sources]:
                edges.add(source, str(row.target), row)
    yield "direction LR"
    for state in (State.DRAFT, *OPEN):
        yield f'state "{state}" as {state}'
    yield f'state "any open state" as {_ANY}'
    yield "[*] --> draft"
    yield from edges.drawn()


class _Edges:
    """Arrows by where they lead; events that share a condition share a line."""

    def __init__(self) -> None:
        self.lines: dict[tuple[str, str], dict[str, list[str]]] = {}

    def add(self, source: str, target: str, row: Transition, part: str = "") -> None:
        """One more event on the arrow from ``source`` to ``target``."""
        limits = ", ".join(limit for limit in (part, row.condition and f"if {row.condition}") if limit)
        self.lines.setdefault((source, target), {}).setdefault(limits, []).append(str(row.event))

    def drawn(self) -> Iterator[str]:
        """The arrows as mermaid has them."""
        for (source, target), by_limit in self.lines.items():
            # What always holds comes first; what depends on something begins a line of its own.
            said = [
                ", ".join(events) + (f" ({limit})" if limit else "")
                for limit, events in sorted(by_limit.items(), key=lambda each: each[0] != "")
            ]
            yield f"{source} --> {target} : {'<br>'.join(said)}"


def _table() -> Iterator[str]:
    yield "| event | in | leads to | when |"
    yield "|---|---|---|---|"
    for row in TRANSITIONS:
        target = f"`{row.target}`" if row.target else "stays"
        yield f"| `{row.event}` | {_sources(row.sources)} | {target} | {row.condition} |"


def _sources(sources: tuple[State, ...]) -> str:
    """The states of a row in words, groups by their name."""
    if set(sources) == set(State):
        return "any state"
    rest, said = list(sources), []
    for label, members in _GROUPS.values():
        if set(members) <= set(rest):
            said.append(label)
            rest = [state for state in rest if state not in members]
    return ", ".join([*said, *(f"`{state}`" for state in rest)])
