"""Facts in, letter out. A draft states nothing that is not in the record, and says of each fact where it came
from (promise 6). The letters are in ``core/letters``; here is the merge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from requests_app.core.errors import MissingFact, WrongState
from requests_app.core.letters.facts import Facts, FactUsed
from requests_app.core.letters.gaps import ASK_FOR, Gap, gaps_in
from requests_app.core.letters.printing import SUBJECT_LENGTH, one_line, printed, shortened, used_of
from requests_app.core.letters.registry import LETTERS
from requests_app.core.letters.wording import WORDS, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Letter:
    """A letter as suggested, with the facts it states in the order in which it first states them."""

    kind: LetterKind
    subject: str
    body: str
    facts: tuple[FactUsed, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What it lacks, marked in the text: until that is there it can't be approved."""
        return gaps_in(f"{self.subject}\n{self.body}")


def draft_letter(
    kind: LetterKind, facts: Facts, *, with_gaps: bool = False, wording: Wording | None = None
) -> Letter:
    """Write the letter that these facts support, in the shipped wording unless another is given.

    Raises ``MissingFact`` naming a fact that is not known, unless gaps are to be marked in the text
    (``with_gaps``); and ``WrongState`` where the facts are known and do not support the letter: a reply that is not
    overdue, days that contradict each other, a regime without wording.
    """
    letter = LETTERS[kind]
    if facts.regime not in letter.regimes:
        instead = f" {letter.elsewhere}" if facts.regime is not Regime.UKGDPR else ""
        raise WrongState(f"There is no such letter under the {facts.regime.label}.{instead}")
    letter.check(facts)
    wording = wording or letter.wording
    merge = _Merge(facts, {**WORDS[facts.regime], **letter.wording.law[facts.regime]}, with_gaps=with_gaps)
    subject = shortened(one_line(merge.paragraphs(wording.subject)), SUBJECT_LENGTH)
    body = merge.paragraphs(wording.paragraphs)
    drafted = Letter(kind, subject, body + "\n", tuple(dict.fromkeys(merge.used)))
    if drafted.gaps and not with_gaps:
        raise MissingFact(drafted.gaps[0].name, drafted.gaps[0].sentence)
    return drafted


class _Merge:
    """Fills gaps once, from left to right: what a fact says is never looked at for further gaps."""

    def __init__(self, facts: Facts, law: Mapping[str, str], *, with_gaps: bool) -> None:
        self._facts = facts
        self._law = law
        self._with_gaps = with_gaps
        self.used: list[FactUsed] = []

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> str:
        """The paragraphs that stand, filled, with an empty line between them."""
        return "\n\n".join(self._fill(paragraph.text) for paragraph in paragraphs if self._stands(paragraph))

    def _stands(self, paragraph: Paragraph) -> bool:
        return (
            self._facts.regime in paragraph.regimes
            and all(self._known(name) for name in paragraph.when.split())
            and not any(self._known(name) for name in paragraph.unless.split())
        )

    def _known(self, name: str) -> bool:
        value = getattr(self._facts, name)
        return value if isinstance(value, bool) else bool(printed(name, value))

    def _fill(self, text: str) -> str:
        return _GAP.sub(lambda gap: self._value(gap[1]), text)

    def _value(self, name: str) -> str:
        if name == "act":
            return self._facts.regime.label
        if name in self._law:
            return self._law[name]
        value = printed(name, getattr(self._facts, name))
        if not value:
            gap = ASK_FOR[name]
            if not self._with_gaps:
                raise MissingFact(name, gap.sentence)
            return gap.mark
        self.used.extend(used_of(name, self._facts, value))
        return value
