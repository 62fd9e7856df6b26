"""Arguments from the record, for a person to tick: what the authority must show, what its notice did not show, what may
be answered, and what is public already. Ticked ones become paragraphs of a review letter.

Nothing here asks for public interests to be weighed one by one: where several qualified exemptions apply, those
against disclosure may be added together (DBT v Information Commissioner [2025] UKSC 27; RULES.md section 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from requests_app.core.errors import BadInput
from requests_app.core.exemptions import Exemption, is_procedural
from requests_app.core.letters.facts import Line
from requests_app.core.letters.gaps import ASK_FOR
from requests_app.core.letters.printing import in_full, one_line, shortened
from requests_app.core.letters.wording import WORDS
from requests_app.core.reading.notice_points import NoticePoint
from requests_app.core.relied_on import Ground
from requests_app.core.states import AuthorityKind, Labelled, LetterKind, Outcome, Regime

QUOTED_FACT = 300
"""Characters of a public fact that an argument quotes."""

_LAW: Mapping[Regime, Mapping[str, str]] = {
    Regime.EIR: {
        "presumption_law": "regulation 12(2)",
        "emissions_law": "regulation 12(9)",
        "completing_law": "regulation 14(4)",
    },
    Regime.EISR: {
        "presumption_law": "regulation 10(2)(b)",
        "emissions_law": "regulation 10(6)",
        "completing_law": "regulation 13",
    },
}


class ArgumentKind(Labelled):
    """Where an argument comes from."""

    NOT_SHOWN = "not_shown"
    MUST_SHOW = "must_show"
    COUNTER = "counter"
    OTHER_AUTHORITY = "other_authority"
    SAID_BEFORE = "said_before"
    PUBLIC_RECORD = "public_record"

    @property
    def label(self) -> str:
        """The source in words."""
        return _LABELS[self]


_LABELS = {
    ArgumentKind.NOT_SHOWN: "What their notice does not show",
    ArgumentKind.MUST_SHOW: "What they have to show",
    ArgumentKind.COUNTER: "What you can answer",
    ArgumentKind.OTHER_AUTHORITY: "What others disclosed to the same question",
    ArgumentKind.SAID_BEFORE: "What they said before",
    ArgumentKind.PUBLIC_RECORD: "What the public record says",
}


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument to tick. ``choice`` is what the person reads, ``paragraph`` what the letter then says.

    ``asserts``: it states what only the person can know, so it is for them to say that it is true. ``proposed``: it
    is true of the record as it stands. ``origin`` names the row or the message it rests on.
    """

    key: str
    kind: ArgumentKind
    ground: str
    choice: str
    paragraph: str
    origin: str
    asserts: bool = False
    proposed: bool = False

    @property
    def line(self) -> Line:
        """The argument as a fact of a letter."""
        return Line(self.paragraph, self.origin)


@dataclass(frozen=True, slots=True)
class PublicFact:
    """Something said in public that bears on a question: by another authority, by this one before, or in print.

    ``question`` is the label of ours it bears on, ``what`` the words or the figure, ``reference`` the other's own
    reference. ``outcome`` is what that question got there; ``None`` for what stands in print.
    """

    kind: ArgumentKind
    who: str
    origin: str
    what: str = ""
    on: date | None = None
    reference: str = ""
    question: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a hint of the table of exemptions reads in a letter. Without a paragraph it is advice, never printed."""

    paragraph: str
    asserts: bool = False
    not_for: frozenset[AuthorityKind] = frozenset()
    only_exemptions: bool = False

    def fits(self, ground: Ground, authority_kind: AuthorityKind) -> bool:
        """Whether a letter to such an authority on this ground can say it."""
        procedural = ground.exemption is not None and is_procedural(ground.exemption)
        return (
            bool(self.paragraph)
            and authority_kind not in self.not_for
            and not (self.only_exemptions and procedural)
        )


def phrases_from_json(obj: object) -> Mapping[str, Phrase]:
    """The phrases of ``data/arguments.json``, by hint. Raises BadInput naming what is wrong."""
    wordings = obj.get("wordings") if isinstance(obj, Mapping) else None
    if not isinstance(wordings, Mapping):
        raise BadInput('The table of arguments must be an object with an object called "wordings".')
    try:
        return {
            hint: Phrase(
                entry["paragraph"] or "",
                bool(entry.get("asserts")),
                frozenset(AuthorityKind(kind) for kind in entry.get("not_for", ())),
                bool(entry.get("only_exemptions")),
            )
            for hint, entry in wordings.items()
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput(f"The table of arguments can't be read: {error!r}.") from error


def arguments_for(
    kind: LetterKind,
    *,
    grounds: Sequence[Ground],
    points: Sequence[NoticePoint],
    public_facts: Sequence[PublicFact],
    phrases: Mapping[str, Phrase],
    regime: Regime,
    authority_kind: AuthorityKind,
) -> tuple[Argument, ...]:
    """Every argument that fits this letter, ground by ground, then what is public.

    ``grounds`` are those the confirmed replies rely on, ``points`` what their notice was held against.
    """
    if kind not in TAKING_ARGUMENTS:
        return ()
    found: list[Argument] = []
    fitting = [ground for ground in grounds if _fits(kind, ground)]
    for ground in fitting:
        found.extend(_not_shown(points, ground, regime))
        found.extend(_hints(ground, phrases, regime, authority_kind))
    found.extend(_of_the_whole_letter(kind, points, fitting, regime))
    found.extend(_public(public_facts))
    return tuple({argument.key: argument for argument in found}.values())


def _fits(kind: LetterKind, ground: Ground) -> bool:
    return {
        LetterKind.REVIEW_EXEMPTION: ground.withholds or ground.is_cost,
        LetterKind.REVIEW_NOT_HELD: ground.says_not_held,
        LetterKind.REVIEW_NCND: ground.denies,
        LetterKind.REVIEW_NO_BALANCING: ground.is_qualified and ground.withholds,
        LetterKind.VEXATIOUS_REPLY: ground.is_conduct,
    }.get(kind, False)


def _not_shown(points: Iterable[NoticePoint], ground: Ground, regime: Regime) -> Iterator[Argument]:
    """What the notice lacks on this ground: true of the reply as it was read, so proposed."""
    for point in points:
        if point.status.is_ground and point.ground and _same(point.ground, ground):
            yield _of_point(point, ground.cited, regime)


def _of_the_whole_letter(
    kind: LetterKind, points: Iterable[NoticePoint], grounds: Sequence[Ground], regime: Regime
) -> Iterator[Argument]:
    """What the notice lacks whatever the ground; no letter but these is about the notice itself."""
    if kind in {LetterKind.REVIEW_EXEMPTION, LetterKind.REVIEW_NCND, LetterKind.VEXATIOUS_REPLY} and grounds:
        for point in points:
            if point.status.is_ground and not point.ground and _concerns(point, grounds):
                yield _of_point(point, "", regime)


BALANCE = "public_interest"
"""The key of the point about the public interest (``core.reading.notice_balance``)."""


def _concerns(point: NoticePoint, grounds: Sequence[Ground]) -> bool:
    """Whether a point about the whole letter is about these grounds: one balance is struck for some of them only."""
    return point.key != BALANCE or any(ground.printed in point.sentence for ground in grounds)


def _of_point(point: NoticePoint, cited: str, regime: Regime) -> Argument:
    origin = f"reading {point.start}-{point.end}" if point.start is not None else "reading"
    return Argument(
        key=f"notice:{point.key}:{point.ground}",
        kind=ArgumentKind.NOT_SHOWN,
        ground=cited,
        choice=f"{point.what} {point.doubt}".strip(),
        paragraph=_to_them(one_line(point.sentence)),
        origin=f"{origin}, {point.section}" if point.section else origin,
        proposed=True,
    )


_THEIRS = re.compile(r"^The (?:notice|letter|reply)\b")
_THEIRS_TOO = re.compile(r"\bthe (?:notice|letter|reply)\b")


def _to_them(sentence: str) -> str:
    """What is said of a notice, said to its authority."""
    return _THEIRS_TOO.sub("your reply", _THEIRS.sub("Your reply", sentence))


def _same(printed: str, ground: Ground) -> bool:
    def plain(text: str) -> str:
        return "".join(sign for sign in text.lower() if sign.isalnum() or sign in "()")

    return plain(printed).endswith(plain(ground.printed))


def _hints(
    ground: Ground, phrases: Mapping[str, Phrase], regime: Regime, authority_kind: AuthorityKind
) -> Iterator[Argument]:
    if ground.exemption is None:
        return
    told = (
        (ArgumentKind.MUST_SHOW, ground.exemption.authority_must_show),
        (ArgumentKind.COUNTER, ground.exemption.counter_arguments),
    )
    for kind, hints in told:
        for place, hint in enumerate(hints, start=1):
            phrase = phrases.get(hint, Phrase(hint, asserts=True))
            if phrase.fits(ground, authority_kind):
                yield Argument(
                    key=f"{kind}:{ground.exemption.id}:{place}",
                    kind=kind,
                    ground=ground.cited,
                    choice=hint,
                    paragraph=_filled(phrase.paragraph, ground, regime),
                    origin=f"exemption {ground.exemption.id}",
                    asserts=phrase.asserts,
                )


def _filled(paragraph: str, ground: Ground, regime: Regime) -> str:
    cited = ground.cited
    if ground.denies and ground.exemption is not None:
        cited = f"{cited.partition(' ')[0]} {_own_section(ground.exemption, regime)}"
    fitting = {
        **WORDS[regime],
        **_LAW.get(regime, {}),
        "section": cited,
        "Section": cited[0].upper() + cited[1:],
        "evidence": ASK_FOR["evidence"].mark,
    }
    presumption = fitting.get("presumption_law", "")
    fitting["Presumption_law"] = presumption[:1].upper() + presumption[1:]
    for name, value in fitting.items():
        paragraph = paragraph.replace(f"{{{name}}}", value)
    return paragraph


def _own_section(exemption: Exemption, regime: Regime) -> str:
    """The exemption itself, where a ground names its subsection on denying. The Scottish Regulations count otherwise."""
    if regime is Regime.EISR:
        return exemption.section.replace("12(", "10(", 1)
    return exemption.section


def _public(public_facts: Iterable[PublicFact]) -> Iterator[Argument]:
    for fact in public_facts:
        yield Argument(
            key=f"fact:{fact.origin}",
            kind=fact.kind,
            ground="",
            choice=_paragraph_of(fact),
            paragraph=_paragraph_of(fact),
            origin=fact.origin,
        )


def _paragraph_of(fact: PublicFact) -> str:
    """The fact in a sentence that says whose it is and when; what stands there is quoted, not told again."""
    on = f" on {in_full(fact.on)}" if fact.on else ""
    reference = f" (its reference {one_line(fact.reference)})" if fact.reference else ""
    words = shortened(one_line(fact.what), QUOTED_FACT)
    quoted = f": “{words}”{'' if words[-1] in '.?!' else '.'}" if words else "."
    about = f" my question {one_line(fact.question)}" if fact.question else " the same question"
    who = one_line(fact.who)
    if fact.kind is ArgumentKind.SAID_BEFORE:
        return f"You answered{about} before{on}{reference}{quoted}"
    if fact.kind is ArgumentKind.OTHER_AUTHORITY:
        part = " in part" if fact.outcome is Outcome.DISCLOSED_IN_PART else ""
        return f"{who} disclosed what{about} asks for{part}{on}{reference}{quoted}"
    return f"{who} {'published' if fact.on else 'has published'} this{on}{quoted}"


_WITHHELD = frozenset({Outcome.REFUSED, Outcome.COST_LIMIT, Outcome.DISCLOSED_IN_PART})
OUTCOMES_OF: Mapping[LetterKind, frozenset[Outcome]] = {
    LetterKind.REVIEW_EXEMPTION: _WITHHELD,
    LetterKind.REVIEW_INCOMPLETE: frozenset({Outcome.UNANSWERED, Outcome.DISCLOSED_IN_PART}),
    LetterKind.REVIEW_NOT_HELD: frozenset({Outcome.NOT_HELD}),
    LetterKind.REVIEW_NCND: frozenset({Outcome.NCND}),
    LetterKind.REVIEW_NO_BALANCING: _WITHHELD,
    LetterKind.VEXATIOUS_REPLY: _WITHHELD,
}
"""What the questions got that a letter is about: a public fact helps only there."""

TAKING_ARGUMENTS = frozenset(OUTCOMES_OF)
"""The letters that ticked arguments become paragraphs of."""


def ticked(arguments: Iterable[Argument], keys: Iterable[str] | None) -> tuple[Line, ...]:
    """The paragraphs of the ticked arguments; of the proposed ones where nobody has ticked yet.

    Where they are about several grounds, each ground is named before its own.
    """
    wanted = None if keys is None else set(keys)
    chosen = [
        argument
        for argument in arguments
        if (argument.proposed if wanted is None else argument.key in wanted)
    ]
    if len({argument.ground for argument in chosen if argument.ground}) < 2:
        return tuple(argument.line for argument in chosen)
    lines: list[Line] = []
    for ground, together in groupby(chosen, key=lambda argument: argument.ground):
        headed = list(together)
        lines.append(Line(f"On {ground}:" if ground else "On the whole:", headed[0].origin))
        lines.extend(argument.line for argument in headed)
    return tuple(lines)
