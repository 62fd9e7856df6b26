"""What advice on a draft is made of: the draft and who it goes to on one side, findings and their fixes on the other.

A finding is a linter's: it says what, where, why and what to do, and a person may dismiss it. Offsets count
characters of the letter that was given, ends excluded, and always lie inside it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from requests_app.core.reading import QuestionRead
from requests_app.core.states import AuthorityKind, Channel, Labelled, Nation, Regime


class Severity(Labelled):
    """How much a finding matters. None of them keeps a person from sending."""

    ERROR = "error"  # as it stands the law lets them turn it away, or it reaches nobody
    WARNING = "warning"  # likely to cost an answer or a month
    NOTE = "note"  # good to know, or a way to make it better

    @property
    def label(self) -> str:
        """The severity in words."""
        return {"error": "Put right first", "warning": "Likely to cost you", "note": "Worth knowing"}[
            self.value
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAuthority:
    """The body a draft goes to, as far as the record knows it. Unknown is empty or ``None``.

    ``regime`` is the access law it answers under (FOIA or FOISA); ``covered`` is false for a body outside all of
    them (RULES.md 1.1).
    """

    name: str = ""
    kind: AuthorityKind | None = None
    nation: Nation | None = None
    regime: Regime | None = None
    covered: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRequest:
    """A request that was not sent yet. ``letter`` is the text as the authority would get it.

    ``questions`` are those a composer knows, with where they stand in ``letter``; ``None`` has them read from it.
    ``requester_name`` and ``requester_address`` go out with the letter even where they do not stand in its text.
    ``regime`` is the law the person chose, ``None`` where nobody chose; the Regulations are always a choice.
    """

    letter: str
    authority: AskedAuthority = AskedAuthority()
    questions: tuple[QuestionRead, ...] | None = None
    requester_name: str = ""
    requester_address: str = ""
    channel: Channel | None = None
    regime: Regime | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """What to do about a finding. Where it can be done for the person, ``replacement`` goes in place of the
    characters from ``start`` to ``end`` (an insertion where the two are the same).
    """

    sentence: str
    start: int | None = None
    end: int | None = None
    replacement: str | None = None

    @property
    def is_concrete(self) -> bool:
        """Whether the fix can be applied as it is."""
        return self.replacement is not None

    def apply(self, letter: str) -> str:
        """The letter with the fix made; unchanged where the fix is only a sentence."""
        if self.replacement is None or self.start is None or self.end is None:
            return letter
        return letter[: self.start] + self.replacement + letter[self.end :]


@dataclass(frozen=True, slots=True)
class Advice:
    """One finding. ``question`` is the label of the question it belongs to (its place where none is printed), empty
    for the letter as a whole; ``excerpt`` is what stands from ``start`` to ``end``.
    """

    rule: str
    what: str
    why: str
    source: str
    start: int
    end: int
    severity: Severity
    question: str
    fix: Fix
    excerpt: str = ""

    @property
    def key(self) -> str:
        """The same for the same finding however the text around it moves: what a dismissal is kept under."""
        words = " ".join(re.findall(r"\w+", self.excerpt.lower()))
        return f"{self.rule}:{hashlib.blake2s(words.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def advice_to_json(advice: Advice) -> dict[str, object]:
    """The shape of one finding in ``advise_request --json``."""
    fix = advice.fix
    return {
        "rule": advice.rule,
        "what": advice.what,
        "why": advice.why,
        "source": advice.source,
        "start": advice.start,
        "end": advice.end,
        "severity": advice.severity.value,
        "question": advice.question or None,
        "fix": {"do": fix.sentence, "start": fix.start, "end": fix.end, "replacement": fix.replacement},
    }
