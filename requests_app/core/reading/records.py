"""What a reading is made of, so that pages, use cases and the command speak of the same things.

A reading is a proposal (promise 7): every record here says what stands in the text, none says what is
true. Offsets count characters of the text that was given, ends excluded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from requests_app.core.states import Decision, MessageKind, Outcome

THRESHOLD = 0.6
"""What is read with less confidence than this is put to the person as a question."""


@dataclass(frozen=True, slots=True)
class PartRead:
    """A part of a question. ``label`` is as printed ("(i)", "a.", "•") and empty where none is."""

    label: str
    text: str
    start: int | None = field(default=None, compare=False)
    end: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class QuestionRead:
    """A question. ``label`` is as printed, without its full stop; empty where none is printed.

    Where it stands and how sure that is are ``None`` and 1 for a question nobody read in a text; they are no
    part of what it says and do not count when two are compared.
    """

    label: str
    text: str
    parts: tuple[PartRead, ...] = ()
    start: int | None = field(default=None, compare=False)
    end: int | None = field(default=None, compare=False)
    confidence: float = field(default=1.0, compare=False)


@dataclass(frozen=True, slots=True)
class AnswerRead:
    """What the reply says to one question, or to one part of it.

    ``label`` is the question's label, or its place in the list ("1", "2") where it has none of its own;
    ``part`` is the part's label, or empty when the answer is to the whole question. ``start`` and ``end``
    are ``None`` when nothing in the reply answers the question.
    """

    label: str
    part: str
    outcome: Outcome
    text: str
    sections: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    confidence: float = 1.0

    @property
    def key(self) -> str:
        """The name under which the outcome is reported: "1", "1a" for a part answered by itself, "1.1" for one so called."""
        if self.part[:1].isdigit() and "." in self.part.rstrip("."):
            return self.part
        return self.label + self.part.strip(" ().[]-–/:") if self.part else self.label


@dataclass(frozen=True, slots=True)
class TableCheck:
    """Whether printed figures agree with each other. A checker reports; it never corrects."""

    what: str
    agrees: bool
    detail: str


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table as printed: ``rows`` without header and total, every row as long as ``columns``
    unless a check says otherwise. ``units`` has one for each column ("£", "%", "km"), empty where none is
    printed in its heading, in the title or beside every figure.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total_row: tuple[str, ...] | None = None
    checks: tuple[TableCheck, ...] = ()
    units: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ClarificationRead:
    """A clarification that was exchanged. ``about`` is a question's label, or empty when the text does
    not say; ``asked`` and ``answered`` are empty where that side of it is not printed.
    """

    text: str
    about: str = ""
    asked: str = ""
    answered: str = ""


@dataclass(frozen=True, slots=True)
class AssistanceRead:
    """Advice or assistance that the reply offers (FOIA section 16, FOISA section 15, regulation 9)."""

    text: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that the figures of an estimate imply: what is worked out against what is printed."""

    what: str
    worked_out: float
    printed: float
    agrees: bool


@dataclass(frozen=True, slots=True)
class CostEstimateRead:
    """What the reply says that answering would take or cost; figures that are not printed are ``None``.

    ``hours`` is the estimate, ``limit_hours`` and ``limit`` (pounds) the appropriate limit as the reply gives it,
    ``rate`` pounds an hour, ``cost`` pounds. ``sums`` is what can be worked out from these and was.
    """

    text: str
    start: int
    end: int
    confidence: float
    hours: float | None = None
    minutes_each: float | None = None
    records: int | None = None
    rate: float | None = None
    cost: float | None = None
    limit_hours: float | None = None
    limit: float | None = None
    sums: tuple[Sum, ...] = ()

    @property
    def adds_up(self) -> bool | None:
        """Whether every sum agrees; ``None`` where nothing could be worked out."""
        return all(each.agrees for each in self.sums) if self.sums else None


@dataclass(frozen=True, slots=True)
class PublishedRead:
    """Where the reply says that information can be had already. ``place`` is the address as printed, or the words
    for it; ``question`` the key of the answer it stands in, empty where that is not known.
    """

    place: str
    text: str
    question: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class RightRead:
    """A right that the reply states: a review by the authority, or a complaint to the regulator.

    ``within`` is the time limit for using it as printed ("40 working days"), ``amount`` and ``unit`` the same
    taken apart ("working days", "days", "weeks", "months"); ``answered_within`` the time in which the other side
    promises its answer. Empty and ``None`` where the reply does not say. ``to`` is the address or the name printed.
    """

    kind: str
    text: str
    to: str
    within: str
    amount: int | None
    unit: str
    answered_within: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class RightsRead:
    """What the reply says of review and complaint; ``None`` where it says nothing."""

    review: RightRead | None = None
    complaint: RightRead | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Where something was read and how sure that is, from 0 to 1."""

    what: str
    text: str
    start: int
    end: int
    confidence: float

    @property
    def is_question(self) -> bool:
        """Whether it is too unsure to be shown as read: then the person is asked."""
        return self.confidence < THRESHOLD


@dataclass(frozen=True, slots=True)
class KindRead:
    """What kind of message a text is, and what messages of that kind say; empty and ``None`` where this one doesn't.

    ``why`` is what speaks for the kind and ``rival`` the next likely one. ``details`` says where each of the other
    values stands: ``Finding.what`` is the name of the field here. What was read in a header or a subject stands
    nowhere in the text: start and end are both 0.
    """

    kind: MessageKind = MessageKind.OTHER
    confidence: float = 0.0
    why: tuple[Finding, ...] = ()
    details: tuple[Finding, ...] = ()
    rival: MessageKind | None = None
    learned: bool = False  # told by what its words are like, though the cues say ``rival``
    reference: str = ""
    received_on: date | None = None  # the day on which they say our request came
    promised_on: date | None = None  # the day by which they promise the answer, or the rest of it
    promised_working_days: int | None = None  # the same where they give a number of days and no day
    about_review: bool = False  # an acknowledgement or extension of a review, not of the request
    asked: tuple[str, ...] = ()  # what they want to know before they search, sentence by sentence
    amount: Decimal | None = None  # the fee in pounds
    pay_by: date | None = None
    exemptions: tuple[
        str, ...
    ] = ()  # what an extension names as its reason: sections or regulations as printed
    extended_to: date | None = None
    extended_working_days: int | None = None  # as printed: "a further 20 working days" is 20
    transferred_to: str = ""
    asks_consent: bool = False  # they ask whether they may pass it on, and have not done so
    send_to: tuple[str, ...] = ()  # where an automatic reply says that requests have to go instead
    undelivered: tuple[str, ...] = ()  # addresses that could not be reached
    permanent: bool | None = None  # whether a bounce is for good


@dataclass(frozen=True, slots=True)
class ReplyReading:
    """Everything read in one reply.

    ``decision_explicit`` is false when the decision follows from the answers and is not written down.
    ``exemptions`` are the grounds relied on, as printed. ``warnings`` are sentences for a person.
    """

    reference: str | None = None
    date_received: date | None = None
    date_responded: date | None = None
    questions: tuple[QuestionRead, ...] = ()
    clarification: ClarificationRead | None = None
    decision: Decision | None = None
    decision_explicit: bool = False
    answers: tuple[AnswerRead, ...] = ()
    exemptions: tuple[str, ...] = ()
    tables: tuple[TableRead, ...] = ()
    assistance: tuple[AssistanceRead, ...] = ()
    cost_estimates: tuple[CostEstimateRead, ...] = ()
    published: tuple[PublishedRead, ...] = ()
    rights: RightsRead = RightsRead()
    abbreviations: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    kind: KindRead = KindRead()

    @property
    def per_question_outcomes(self) -> dict[str, Outcome]:
        """Outcome by question label, or by label and part ("1a") where a part is answered by itself."""
        return {answer.key: answer.outcome for answer in self.answers}

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """The findings to put to the person as questions, in the order of the text."""
        return tuple(sorted((f for f in self.findings if f.is_question), key=lambda f: (f.start, f.end)))
