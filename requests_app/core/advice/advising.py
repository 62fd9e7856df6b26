"""The linter itself: every rule of the table over one draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from requests_app.core.advice.draft import DraftText, Hit, read_draft
from requests_app.core.advice.records import Advice, DraftRequest, Fix
from requests_app.core.advice.table import RULES, Rule
from requests_app.core.cost_limits import CostLimit

MOST_PER_RULE = 12
"""Findings one rule may make about one draft: more say nothing new."""


def advise(draft: DraftRequest, *, on: date, limits: Iterable[CostLimit] = ()) -> tuple[Advice, ...]:
    """Every finding about a draft, in the order of its text. Any text can be advised on; no error is raised.

    ``on`` is the day in London, for periods that reach beyond it; ``limits`` are the dated cost limits
    (``core/cost_limits``), for what a refusal for cost would rest on.
    """
    read = read_draft(draft, on=on, limits=tuple(limits))
    taken: dict[str, list[tuple[int, int]]] = {}
    found = [advice for rule in RULES for advice in _of_rule(rule, read, taken)]
    return tuple(sorted(found, key=lambda advice: (advice.start, advice.end)))


def _of_rule(rule: Rule, read: DraftText, taken: dict[str, list[tuple[int, int]]]) -> Iterator[Advice]:
    """What one rule finds; where rules speak of the same words in the same way, the earlier one alone is heard."""
    if rule.words and not read.has(*rule.words):
        return
    for hit in islice(rule.find(read), MOST_PER_RULE):
        if rule.alone:
            spans = taken.setdefault(rule.alone, [])
            if any(start < hit.end and hit.start < end for start, end in spans):
                continue
            spans.append((hit.start, hit.end))
        yield _advice(rule, hit, read)


def _advice(rule: Rule, hit: Hit, read: DraftText) -> Advice:
    length = len(read.text)
    start, end = min(max(0, hit.start), length), min(max(0, hit.end), length)
    source = rule.source if isinstance(rule.source, str) else rule.source(read.cites)
    more = rule.more(read) if rule.more else ""
    return Advice(
        rule=rule.name,
        what=hit.what,
        why=" ".join(part for part in (hit.why or rule.why, more) if part),
        source=hit.source or source,
        start=start,
        end=max(start, end),
        severity=hit.severity or rule.severity,
        question=hit.question,
        fix=_inside(hit.fix, length),
        excerpt=read.text[start : max(start, end)],
    )


def _inside(fix: Fix, length: int) -> Fix:
    """The fix, as a mere sentence where its place does not lie in the text."""
    if fix.start is None or fix.end is None or 0 <= fix.start <= fix.end <= length:
        return fix
    return Fix(fix.sentence)
