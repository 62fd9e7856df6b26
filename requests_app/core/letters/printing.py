"""Facts as letters print them: days in full, lists line by line, quotations marked as such."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from requests_app.core.dates import plural
from requests_app.core.letters.facts import Facts, FactUsed, Line, PartGiven

QUOTED_LENGTH = 240
"""Characters of one question quoted in a chaser: enough to know it by."""

QUOTED_QUESTIONS = 10
"""Questions quoted in one letter: of a longer request the first ones, and how many more there are."""

SUBJECT_LENGTH = 300
"""Characters of a subject line: what ``Draft.subject`` holds."""

_LEFT_OUT = " [...]"
_LONG_WORD = 30
_QUOTATIONS = {"reasons_given", "cost_estimate"}
_PARAGRAPHS = {"arguments", "complaint_grounds"}
_BLOCKS = {"authority_address", "requester_address", "regulator_address"}
_OWN_WORDS = {"narrowed_to", "why_it_should_exist", "purpose", "still_dissatisfied"}


def printed(name: str, value: object) -> str:
    """A fact as letters print it; empty when it is not known."""
    if value is None:
        return ""
    if isinstance(value, date):
        return in_full(value)
    if isinstance(value, int):
        return plural(value, "working day")
    if isinstance(value, tuple):
        return _LISTS[name](value) if name in _LISTS else _lines_of(name, value)
    return _text(name, str(value))


def used_of(name: str, facts: Facts, value: str) -> Iterator[FactUsed]:
    """What a printed fact states, each with its origin: a list gives its lines one by one."""
    held = getattr(facts, name)
    if isinstance(held, tuple) and held and isinstance(held[0], Line | PartGiven):
        for line in held:
            if shown := printed(name, (line,)):
                yield FactUsed(name, shown, line.origin)
    else:
        yield FactUsed(name, value, facts.origins.get(name, ""))


def in_full(on: date) -> str:
    """``Tuesday 6 December 2022``."""
    return f"{on:%A} {on.day} {on:%B %Y}"


def one_line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())


def shortened(text: str, length: int) -> str:
    """The text, or as much of its beginning as fits, with a mark that the rest is left out."""
    if len(text) <= length:
        return text
    cut = text[: length - len(_LEFT_OUT)]
    head, _, tail = cut.rpartition(" ")
    return (head if len(tail) < _LONG_WORD else cut) + _LEFT_OUT


def _text(name: str, text: str) -> str:
    if name == "clarification_question":
        return _quoted(text)
    if name in _BLOCKS:
        return "\n".join(line for line in _lines(text) if line)
    if name in _OWN_WORDS:
        return "\n".join(_lines(text))
    return one_line(text)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _lines(text))


def _lines_of(name: str, lines: tuple[Line, ...]) -> str:
    known = [line.text for line in lines if line.text.strip()]
    if name in _QUOTATIONS:
        return "\n\n".join(_quoted(text) for text in known)
    if name in _PARAGRAPHS:
        return "\n\n".join("\n".join(_lines(text)) for text in known)
    return "\n".join(f"- {one_line(text)}" for text in known)


def _in_a_row(lines: tuple[Line, ...]) -> str:
    """``section 31(1), section 40(2) and section 24(1)``."""
    names = list(dict.fromkeys(one_line(line.text) for line in lines if line.text.strip()))
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _days(days: tuple[tuple[date, str], ...]) -> str:
    return "\n".join(f"- {in_full(on)}: {one_line(name)}" for on, name in sorted(days))


def _questions(questions: tuple[tuple[str, str], ...]) -> str:
    rows = [
        f"{_list_label(label)} {shortened(one_line(text), QUOTED_LENGTH)}"
        for label, text in questions
        if text.strip()
    ]
    left = len(rows) - QUOTED_QUESTIONS
    if left > 1:
        rows = [*rows[:QUOTED_QUESTIONS], f"[... and {left} more]"]
    return "\n".join(rows)


def _list_label(label: str) -> str:
    label = one_line(label)
    if not label:
        return "-"
    return f"{label}." if label.isalnum() else label


def _answers(answers: tuple[tuple[str, str], ...]) -> str:
    return "\n\n".join(
        _named(label) + "\n".join(_lines(answer)) for label, answer in answers if answer.strip()
    )


def _named(label: str) -> str:
    label = one_line(label).rstrip(".:")
    if not label:
        return ""
    if re.match(r"(?i)q|part", label):
        return f"{label}: "
    several = "s" if "," in label else ""
    return f"Part{several} {label}: " if label.startswith("(") else f"Question{several} {label}: "


def _parts(parts: tuple[PartGiven, ...]) -> str:
    return "\n\n".join(
        "\n".join(
            (
                f"{_named(part.name).removesuffix(': ') or 'My question'}",
                f"   Asked: {shortened(one_line(part.asked), QUOTED_LENGTH)}",
                f"   Given: {shortened(one_line(part.given), QUOTED_LENGTH) or 'nothing that I can find'}",
                *([f"   Missing: {one_line(part.missing)}"] if part.missing else []),
            )
        )
        for part in parts
    )


_LISTS: Mapping[str, Callable[[Any], str]] = {
    "days_skipped": _days,
    "questions": _questions,
    "clarification_answers": _answers,
    "parts": _parts,
    "qualified_grounds": _in_a_row,
    "denied_qualified": _in_a_row,
}
