"""The wording of a letter as a person edits it: paragraphs with an empty line between them, gaps in braces, and above a
paragraph, where it stands only sometimes, what decides that.

    [if their_reference]
    Your reference: {their_reference}

    [if clarification_asked_on; unless clarification_needed, ask_by_on]
    Please read this by {today}.

One text is the wording under one regime. What a letter may print is what its shipped wording can print, under any regime,
so that a fact nobody gathers for it can't be asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import get_close_matches

from requests_app.core.checks import check_text
from requests_app.core.errors import BadInput
from requests_app.core.letters.facts import Facts
from requests_app.core.letters.gaps import ASK_FOR
from requests_app.core.letters.registry import LETTERS
from requests_app.core.letters.wording import ASKED, FOOT, HEAD, SUBJECT, WORDS, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

LONGEST = 50_000
"""Characters of one wording."""

_GAP = re.compile(r"\{(\w+)\}")
_CONDITION = re.compile(r"\[\s*(?:if\s+([^;\]]*))?\s*;?\s*(?:unless\s+([^;\]]*))?\s*\]", re.IGNORECASE)
_LOOKS_LIKE_ONE = re.compile(r"\[\s*(?:if|unless)\b", re.IGNORECASE)
_YES_OR_NO = frozenset(each.name for each in fields(Facts) if each.type == "bool")
_NEVER_MISSING = frozenset({"today"})
_NEVER_PRINTED = {"regime", "origins"}


@dataclass(frozen=True, slots=True)
class WordingText:
    """A wording under one regime, as it is edited: the subject line and the letter."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Printable:
    """What a letter may print under a regime: ``facts`` of the record, ``law`` words that are the same in each letter.
    ``conditions`` are the facts that a paragraph may hang on.
    """

    facts: frozenset[str]
    law: frozenset[str]
    conditions: frozenset[str]


def as_text(kind: LetterKind, regime: Regime, wording: Wording | None = None) -> WordingText:
    """The wording of a letter under a regime as text: the shipped one unless another is given."""
    wording = wording or LETTERS[kind].wording
    return WordingText(_joined(wording.subject, regime), _joined(wording.paragraphs, regime))


def _joined(paragraphs: tuple[Paragraph, ...], regime: Regime) -> str:
    return "\n\n".join(
        f"{_condition_of(paragraph)}{block}"
        for paragraph in paragraphs
        if regime in paragraph.regimes
        for block in re.split(r"\n{2,}", paragraph.text)
    )


def _condition_of(paragraph: Paragraph) -> str:
    parts = [
        f"{word} {', '.join(names.split())}"
        for word, names in (("if", paragraph.when), ("unless", paragraph.unless))
        if names.split()
    ]
    return f"[{'; '.join(parts)}]\n" if parts else ""


def printable(kind: LetterKind, regime: Regime) -> Printable:
    """What a letter may print under a regime, and what its paragraphs may hang on."""
    wording = LETTERS[kind].wording
    law = frozenset({*WORDS[regime], *wording.law.get(regime, {}), "act"})
    shipped = (*SUBJECT, *HEAD, *ASKED, *FOOT, *wording.subject, *wording.paragraphs)
    names = {name for paragraph in shipped for name in paragraph.names}
    conditions = {name for each in shipped for name in (*each.when.split(), *each.unless.split())}
    known = {each.name for each in fields(Facts)} - _NEVER_PRINTED
    facts = (names | conditions) & known
    return Printable(frozenset(facts - _YES_OR_NO), law, frozenset(facts))


def wording_from(kind: LetterKind, regime: Regime, text: WordingText) -> Wording:
    """The wording that a text stands for. Raises BadInput, for ``subject`` or ``body``, naming the line and what to do."""
    if regime not in LETTERS[kind].regimes:
        raise BadInput(f"There is no such letter under the {regime.label}.")
    allowed = printable(kind, regime)
    return Wording(
        subject=_parsed(text.subject, allowed, regime, field="subject", what="The subject line"),
        paragraphs=_parsed(text.body, allowed, regime, field="body", what="The letter"),
        law=LETTERS[kind].wording.law,
    )


def _parsed(text: str, allowed: Printable, regime: Regime, *, field: str, what: str) -> tuple[Paragraph, ...]:
    if len(text) > LONGEST:
        raise BadInput(
            f"{what} has {len(text):,} characters; a wording may have up to {LONGEST:,}.", field=field
        )
    text = check_text(text, field=field, what=what)
    reader = _Reader(allowed, regime, field)
    return tuple(reader.paragraph(line, block) for line, block in _blocks(text))


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The blocks between empty lines, each with the number of its first line, from 1."""
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield number - len(block), block
            block = []


class _Reader:
    """Reads paragraphs, and says in sentences what is wrong with one."""

    def __init__(self, allowed: Printable, regime: Regime, field: str) -> None:
        self._allowed = allowed
        self._regime = regime
        self._field = field

    def paragraph(self, first: int, block: list[str]) -> Paragraph:
        """One paragraph, whose first line has the number ``first``. Raises BadInput."""
        when: list[str] = []
        unless: list[str] = []
        start = 0
        if _LOOKS_LIKE_ONE.match(block[0].strip()):
            when, unless = self._condition(first, block[0].strip())
            start = 1
        for offset, line in enumerate(block[start:], start):
            self._check_line(first + offset, line)
        text = "\n".join(block[start:])
        if not text.strip():
            raise self._bad(first, "nothing stands under this condition. Write the paragraph right below it.")
        for name in _GAP.findall(text):
            can_be_missing = name in self._allowed.facts - _NEVER_MISSING
            if can_be_missing and name not in ASK_FOR and name not in when:
                raise self._bad(
                    first, f"{{{name}}} may be missing. Write [if {name}] on the line above this paragraph."
                )
        return Paragraph(text, " ".join(when), " ".join(unless), frozenset({self._regime}))

    def _condition(self, number: int, line: str) -> tuple[list[str], list[str]]:
        found = _CONDITION.fullmatch(line)
        if found is None:
            raise self._bad(
                number,
                "this condition can't be read. Write it alone on its line as [if their_reference], [unless ask_by_on],"
                " or [if one, another; unless a_third].",
            )
        when, unless = (re.split(r"[\s,]+", (part or "").strip(" ,")) for part in found.groups())
        names = [name for name in (*when, *unless) if name]
        if not names:
            raise self._bad(number, "this condition names no fact.")
        for name in names:
            if name not in self._allowed.conditions:
                raise self._unknown(number, name, self._allowed.conditions)
        return [name for name in when if name], [name for name in unless if name]

    def _check_line(self, number: int, line: str) -> None:
        if "[[" in line or "]]" in line:
            raise self._bad(
                number,
                "[[ and ]] mark what a letter still lacks, so no wording may hold them. Use single brackets.",
            )
        if _LOOKS_LIKE_ONE.match(line.strip()):
            raise self._bad(number, "a condition stands above its paragraph. Leave an empty line before it.")
        for name in _GAP.findall(line):
            if name not in self._allowed.facts | self._allowed.law:
                raise self._unknown(number, name, self._allowed.facts | self._allowed.law)
        rest = _GAP.sub("", line)
        for brace, half in (("{", "opens and does not close"), ("}", "closes what was not opened")):
            if brace in rest:
                raise self._bad(number, f"{brace} {half}. Write a fact as {{title}}.")

    def _unknown(self, number: int, name: str, known: frozenset[str]) -> BadInput:
        near = get_close_matches(name.lower()[:40], known, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        if name in _YES_OR_NO and name in self._allowed.conditions:
            return self._bad(number, f"{name} is yes or no: it can stand in a condition, not in the text.")
        return self._bad(
            number, f"this letter knows no fact called {name[:40]}.{hint} All it knows are listed."
        )

    def _bad(self, number: int, sentence: str) -> BadInput:
        return BadInput(f"Line {number}: {sentence}", field=self._field)
