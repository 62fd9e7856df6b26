"""What the composer's page shows beside the fields: the letter, what is found in it, and what it may cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from requests_app.core.advice import Advice, AskedAuthority, DraftRequest, advise
from requests_app.core.costing import Activity, CostEstimate, Work, estimate_cost
from requests_app.core.errors import BadInput
from requests_app.core.reading import questions_of
from requests_app.core.states import AuthorityKind, Channel, Nation, Regime
from requests_app.core.writing.letters import WrittenLetter, letter_of, with_fix
from requests_app.core.writing.records import Written
from requests_app.models import Authority, Campaign, DismissedAdvice, FoiRequest, User
from requests_app.queries.aggregation import AggregationShown, aggregation_with
from requests_app.queries.already_asked import AlreadyAsked, already_asked
from requests_app.queries.compositions import regime_asked
from requests_app.queries.law import cost_limits, limit_of

_MARKS = {"error": "first", "warning": "check", "note": "note"}
_FAMILIES = {"error": "ground", "warning": "unsure", "note": "fact"}


@dataclass(frozen=True, slots=True)
class Found:
    """One finding as the page shows it. ``where`` is the field's control, ``button`` what names the finding when its
    fix is taken; ``can_fix`` where that can be done for the person.
    """

    number: int
    advice: Advice
    button: str
    where: str
    where_label: str
    can_fix: bool
    dismissed: DismissedAdvice | None

    @property
    def start(self) -> int:
        """Where it begins in the letter."""
        return self.advice.start

    @property
    def end(self) -> int:
        """Where it ends in the letter."""
        return self.advice.end

    @property
    def label(self) -> str:
        """What the mark in the letter says."""
        return _MARKS[self.advice.severity.value]

    @property
    def family(self) -> str:
        """Which colours and lines mark it."""
        return _FAMILIES[self.advice.severity.value]

    @property
    def unsure(self) -> bool:
        """A finding is a proposal, and says so itself."""
        return False

    @property
    def targets(self) -> tuple[str, ...]:
        """The card of the finding."""
        return (f"advice-{self.number}",)


@dataclass(frozen=True, slots=True)
class Near:
    """What was asked already, and what may be costed together with the request."""

    asked: list[AlreadyAsked]
    warning: AggregationShown | None


def near_to(
    written: Written,
    letter: WrittenLetter,
    user: User,
    authority: Authority | None,
    campaign: Campaign | None,
    *,
    foi_request: FoiRequest | None,
    on: date,
) -> Near:
    """What this person may see of others' requests like this one. Eight queries; none while nothing is asked."""
    texts = _asked_texts(written, letter)
    if not texts:
        return Near([], None)
    asked = already_asked(user, texts, authority=authority, except_for=foi_request)
    warning = None
    if authority is not None:
        warning = aggregation_with(
            user,
            authority=authority,
            campaign=campaign,
            questions=texts,
            regime=regime_asked(written, authority),
            on=on,
            except_for=foi_request,
        )
    return Near(asked, warning)


def _asked_texts(written: Written, letter: WrittenLetter) -> list[str]:
    """Each question with its parts; of a plain letter those that are found in it, else the letter."""
    if not written.is_begun:
        return []
    read = letter.questions if letter.questions is not None else questions_of(letter.text)
    texts = [" ".join((one.text, *(part.text for part in one.parts))) for one in read]
    return [text for text in texts if text.strip()] or [letter.text]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One look at a request: its letter and what stands beside it. ``error`` says why there is no letter."""

    letter: WrittenLetter
    found: list[Found]
    estimate: CostEstimate | None
    estimate_error: str
    error: str = ""

    @property
    def live(self) -> list[Found]:
        """The findings that nobody has dismissed."""
        return [one for one in self.found if one.dismissed is None]

    @property
    def dismissed(self) -> list[Found]:
        """The findings that somebody has dismissed."""
        return [one for one in self.found if one.dismissed is not None]

    @property
    def marks(self) -> list[Found]:
        """The findings to mark in the letter."""
        return [one for one in self.live if one.start < one.end]


def sheet_of(
    written: Written,
    authority: Authority | None,
    *,
    dismissed: Mapping[str, DismissedAdvice],
    values: Mapping[str, str],
    on: date,
) -> Sheet:
    """The letter, the findings and the estimate. Asks nothing of the database."""
    error = estimate_error = ""
    estimate = None
    try:
        letter = letter_of(written, values)
    except BadInput as wrong:
        letter, error = WrittenLetter("", None, ()), wrong.sentence
    try:
        estimate = estimate_of(written, authority, on=on)
    except BadInput as wrong:
        estimate_error = wrong.sentence
    found = [] if error else found_in(written, letter, authority, dismissed=dismissed, on=on)
    return Sheet(letter, found, estimate, estimate_error, error)


def found_in(
    written: Written,
    letter: WrittenLetter,
    authority: Authority | None,
    *,
    dismissed: Mapping[str, DismissedAdvice],
    on: date,
) -> list[Found]:
    """The findings about a request, numbered as they stand in its letter. Nothing is found while nothing is asked."""
    if not written.is_begun:
        return []
    draft = DraftRequest(
        letter=letter.text,
        authority=asked_authority(authority, written.authority),
        questions=letter.questions,
        # A plain letter holds what its writer signed it with, and nothing goes out beside it.
        requester_name="" if written.is_plain else written.requester_name,
        requester_address=written.address if written.print_address and not written.is_plain else "",
        channel=Channel(written.channel) if written.channel in set(Channel) else None,
        regime=regime_asked(written, authority) if authority and written.is_environmental else None,
    )
    seen: dict[str, int] = {}
    found = []
    for number, advice in enumerate(advise(draft, on=on, limits=cost_limits()), 1):
        place = seen[advice.key] = seen.get(advice.key, -1) + 1
        field = letter.field_at(advice.start, advice.end)
        found.append(
            Found(
                number=number,
                advice=advice,
                button=f"{advice.key}:{place}",
                where=control_of(field),
                where_label=_where(written, field),
                can_fix=with_fix(written, letter, advice) is not None,
                dismissed=dismissed.get(advice.key),
            )
        )
    return found


def named(found: Iterable[Found], button: str) -> Found | None:
    """The finding a button is about, while it is still there."""
    return next((one for one in found if one.button == button), None)


def asked_authority(authority: Authority | None, typed: str) -> AskedAuthority:
    """The body as advice knows it: from the record, or by the name that was typed."""
    if authority is None:
        return AskedAuthority(name=typed.strip())
    return AskedAuthority(
        name=authority.official_name,
        kind=AuthorityKind(authority.kind),
        nation=Nation(authority.nation),
        regime=Regime(authority.regime) if authority.regime else None,
        covered=bool(authority.regime),
    )


def control_of(field: str) -> str:
    """The id of the control in which a field is written; empty for what has none."""
    return f"id_{field.replace(':', '-')}" if field else ""


def _where(written: Written, field: str) -> str:
    kind, *about = field.split(":")
    if kind in ("question", "part"):
        label = f"Question {_printed_place(written, about[0])}"
        return f"{label}, part {chr(97 + int(about[1]))}" if kind == "part" and int(about[1]) < 26 else label
    if kind == "definition":
        return "Definitions"
    return {"letter": "The letter", "requester_name": "Your name", "address": "Your address"}.get(
        field, field.replace("_", " ").capitalize()
    )


def _printed_place(written: Written, question_id: str) -> int:
    """The number a question has in the letter, where empty ones have none."""
    asked = [one.id for one in written.questions if not one.is_empty]
    return asked.index(question_id) + 1 if question_id in asked else 0


def periods(on: date) -> list[str]:
    """Periods that authorities keep figures by, the last full ones: years, financial years, school years."""
    ended = on.year - 1
    financial = on.year if (on.month, on.day) > (3, 31) else ended
    school = on.year if (on.month, on.day) > (8, 31) else ended
    return [
        f"1 January {ended - 2} to 31 December {ended}",
        f"1 January {ended} to 31 December {ended}",
        f"1 April {financial - 3} to 31 March {financial}",
        f"1 April {financial - 1} to 31 March {financial}",
        f"1 September {school - 1} to 31 August {school}",
    ]


def estimate_of(written: Written, authority: Authority | None, *, on: date) -> CostEstimate | None:
    """What the request would cost as far as the estimator was filled in; ``None`` where nothing was entered, or no
    authority is known. Raises BadInput naming the figure that can't be.
    """
    work = written.work
    if authority is None or not any(value.strip() for value in work.values()):
        return None
    regime = regime_asked(written, authority)
    if regime is None:
        return None
    rate, limit = _number(work, "hourly_rate"), limit_of(authority, regime, on=on)
    return estimate_cost(
        Work(
            records=int(_number(work, "records") or 0),
            minutes=_minutes(work, "minutes"),
            once=_minutes(work, "once"),
            years=int(_number(work, "years") or 1),
            hourly_rate=rate or None,
        ),
        regime=regime,
        kind=AuthorityKind(authority.kind),
        on=on,
        limits=cost_limits(),
        cost_class=limit.cost_class if limit else None,
    )


def _minutes(work: Mapping[str, str], name: str) -> dict[Activity, Decimal]:
    found = {activity: _number(work, f"{name}_{activity}") for activity in Activity}
    return {activity: number for activity, number in found.items() if number is not None}


def _number(work: Mapping[str, str], name: str) -> Decimal | None:
    text = work.get(name, "").replace(",", "").replace("£", "").strip()
    if not text:
        return None
    try:
        number = Decimal(text) if len(text) < 20 else Decimal("NaN")
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number < 0:
        raise BadInput(f"“{text[:30]}” is no number. Write figures alone, such as 1080 or 2.5.", field=name)
    return number
