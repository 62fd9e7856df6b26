"""The wordings of letters: the one in force, those there were, what one would say, and how it differs from the shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db.models import Max

from requests_app.core.drafting import Letter, draft_letter
from requests_app.core.errors import BadInput
from requests_app.core.letters.never import warnings_about
from requests_app.core.letters.printing import printed
from requests_app.core.letters.registry import LETTERS
from requests_app.core.letters.sample import sample_facts
from requests_app.core.letters.wording import WORDS, Wording
from requests_app.core.letters.wording_text import WordingText, as_text, printable, wording_from
from requests_app.core.states import LetterKind, Regime
from requests_app.models import LetterWording


def latest_wording(kind: LetterKind, regime: Regime) -> LetterWording | None:
    """The newest version, by whoever made it; None where nobody ever edited this letter. One query."""
    return (
        LetterWording.objects.filter(kind=kind.value, regime=regime.value)
        .select_related("by")
        .order_by("-version")
        .first()
    )


def wording_in_force(kind: LetterKind, regime: Regime) -> Wording | None:
    """The edited wording of a letter; None where the shipped one is in force. One query.

    A wording that this version of the program can't read any more gives way to the shipped one: letters go on.
    """
    latest = latest_wording(kind, regime)
    if latest is None or latest.is_shipped:
        return None
    try:
        return wording_from(kind, regime, WordingText(latest.subject, latest.body))
    except BadInput:
        return None


def text_in_force(kind: LetterKind, regime: Regime, latest: LetterWording | None) -> WordingText:
    """What is edited: the newest version, or the shipped text."""
    if latest is None or latest.is_shipped:
        return as_text(kind, regime)
    return WordingText(latest.subject, latest.body)


def trouble_with(latest: LetterWording | None) -> str:
    """Why an edited wording is not in force although it is the newest; empty where it is."""
    if latest is None or latest.is_shipped:
        return ""
    try:
        wording_from(LetterKind(latest.kind), Regime(latest.regime), WordingText(latest.subject, latest.body))
    except BadInput as refusal:
        return refusal.sentence
    return ""


@dataclass(frozen=True, slots=True)
class WordingRow:
    """One letter in the list: each of its regimes with the newest version, or None, and why that is not in force."""

    kind: LetterKind
    regimes: list[tuple[Regime, LetterWording | None, str]]


def wordings_page() -> list[WordingRow]:
    """Every letter under every regime that has it. Two queries."""
    newest = LetterWording.objects.order_by().values("kind", "regime").annotate(last=Max("version"))
    last = {(row["kind"], row["regime"]): row["last"] for row in newest}
    rows: Mapping[tuple[str, str, int], LetterWording] = {
        (row.kind, row.regime, row.version): row
        for row in LetterWording.objects.filter(version__in=set(last.values())).select_related("by")
    }
    found = {(kind, regime): rows.get((kind, regime, version)) for (kind, regime), version in last.items()}
    return [
        WordingRow(
            kind,
            [
                (regime, latest, trouble_with(latest))
                for regime in Regime
                if regime in letter.regimes
                for latest in [found.get((kind.value, regime.value))]
            ],
        )
        for kind, letter in LETTERS.items()
    ]


def versions_of(kind: LetterKind, regime: Regime) -> list[LetterWording]:
    """Every version, the newest first. One query."""
    return list(
        LetterWording.objects.filter(kind=kind.value, regime=regime.value)
        .select_related("by")
        .order_by("-version")
    )


@dataclass(frozen=True, slots=True)
class Preview:
    """A wording over the made-up record, and what no letter should say."""

    letter: Letter
    warnings: tuple[str, ...]


def preview_of(kind: LetterKind, regime: Regime, text: WordingText) -> Preview:
    """How the letter would read. Raises BadInput, for ``subject`` or ``body``."""
    wording = wording_from(kind, regime, text)
    letter = draft_letter(kind, sample_facts(kind, regime), with_gaps=True, wording=wording)
    return Preview(letter, warnings_about(f"{letter.subject}\n{letter.body}", regime))


@dataclass(frozen=True, slots=True)
class NameShown:
    """A name that can stand in braces, with what it would print in the made-up record."""

    name: str
    example: str
    in_conditions: bool


def names_of(kind: LetterKind, regime: Regime) -> list[NameShown]:
    """Everything that a wording of this letter may name, facts first."""
    allowed, facts = printable(kind, regime), sample_facts(kind, regime)
    law = {**WORDS[regime], **LETTERS[kind].wording.law[regime], "act": regime.label}
    shown = [
        NameShown(name, printed(name, getattr(facts, name)), in_conditions=True)
        for name in sorted(allowed.facts)
    ]
    shown += [
        NameShown(name, "yes or no", in_conditions=True)
        for name in sorted(allowed.conditions - allowed.facts)
    ]
    return shown + [NameShown(name, law[name], in_conditions=False) for name in sorted(allowed.law)]


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph of a comparison: ``sign`` is "added" (only in the edited text), "removed" (only in the shipped), "same",
    or "gap" where paragraphs that are the same in both are left out.
    """

    sign: str
    text: str


def differences(shipped: WordingText, edited: WordingText) -> list[Difference]:
    """How an edited text differs from the shipped one, paragraph by paragraph, with the one before and the one after each
    change; empty where it does not.
    """
    before, after = _blocks(shipped), _blocks(edited)
    if before == after:
        return []
    shown: list[Difference] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            shown += _around(before[a:b], is_first=a == 0, is_last=b == len(before))
        else:
            shown += [Difference("removed", text) for text in before[a:b]]
            shown += [Difference("added", text) for text in after[c:d]]
    return shown


def _around(same: list[str], *, is_first: bool, is_last: bool) -> list[Difference]:
    """What stays the same between two changes: its beginning and its end."""
    head, tail = ([] if is_first else same[:1]), ([] if is_last else same[-1:])
    if len(same) <= len(head) + len(tail):
        return [Difference("same", text) for text in same]
    return [
        *(Difference("same", text) for text in head),
        Difference("gap", ""),
        *(Difference("same", text) for text in tail),
    ]


def _blocks(text: WordingText) -> list[str]:
    return [block.strip() for block in (text.subject, *text.body.split("\n\n")) if block.strip()]
