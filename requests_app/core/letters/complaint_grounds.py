"""What a complaint to the Commissioner is about, section by section, as far as the record shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from requests_app.core.dates import plural
from requests_app.core.letters.facts import Line
from requests_app.core.letters.printing import in_full
from requests_app.core.letters.telling import Said
from requests_app.core.letters.wording import WORDS
from requests_app.core.relied_on import Ground
from requests_app.core.states import Outcome, Regime

_NOT_HELD_LAW = {
    Regime.FOIA: "section 1(1)(a)",
    Regime.EIR: "regulation 12(4)(a)",
    Regime.FOISA: "section 17",
    Regime.EISR: "regulation 10(4)(a)",
}
_REVIEW_LAW = {
    Regime.FOIA: "code of practice under section 45",
    Regime.EIR: "regulation 11(4)",
    Regime.FOISA: "section 21(1)",
    Regime.EISR: "regulation 16(4)",
}


def complaint_grounds(
    regime: Regime,
    said: Sequence[Said],
    *,
    response_due_on: date | None,
    response_section: str,
    reply_on: date | None,
    working_days_late: int | None,
    review_asked_on: date | None = None,
    review_due_on: date | None = None,
    late_origin: str = "",
) -> tuple[Line, ...]:
    """Numbered grounds. ``reply_on`` is the final reply; ``working_days_late`` counts to today, without a reply.

    ``review_due_on`` is given where the review has had no outcome by that day.
    """
    lines = [
        *_lateness(response_section, response_due_on, reply_on, working_days_late, late_origin),
        *_withheld(said),
        *_not_held(regime, said),
        *_missing(regime, said, replied=reply_on is not None),
        *_silent_review(regime, review_asked_on, review_due_on),
    ]
    return tuple(Line(f"{number}. {line.text}", line.origin) for number, line in enumerate(lines, start=1))


def _lateness(
    section: str, due_on: date | None, reply_on: date | None, late: int | None, origin: str
) -> Iterator[Line]:
    if due_on is None or not section:
        return
    if reply_on is not None and reply_on > due_on:
        yield Line(
            f"{_capital(section)}: the reply was due by {in_full(due_on)} and is dated {in_full(reply_on)}.",
            origin,
        )
    elif reply_on is None and late:
        yield Line(
            f"{_capital(section)}: the reply was due by {in_full(due_on)}. Today is {plural(late, 'working day')}"
            " after that day and the request is not answered on my record.",
            origin,
        )


def _withheld(said: Sequence[Said]) -> Iterator[Line]:
    by_ground: dict[str, tuple[Ground, list[Said]]] = {}
    for each in said:
        for ground in each.grounds:
            if not ground.says_not_held and each.outcome is not Outcome.NOT_HELD:
                by_ground.setdefault(ground.cited, (ground, []))[1].append(each)
    for cited, (ground, about) in by_ground.items():
        done = "neither confirm nor deny" if ground.denies else "refuse"
        weighed = ", and whether the public interest was weighed rightly" if ground.is_qualified else ""
        yield Line(
            f"{_capital(cited)}: relied on to {done} {_parts(about)}. I ask whether it applies{weighed}.",
            about[0].origin,
        )


def _not_held(regime: Regime, said: Sequence[Said]) -> Iterator[Line]:
    about = [each for each in said if each.outcome is Outcome.NOT_HELD]
    if about:
        yield Line(
            f"{_capital(_NOT_HELD_LAW[regime])}: the reply says of {_parts(about)} that it is not held. I ask whether,"
            " on the balance of probabilities, that is so.",
            about[0].origin,
        )


def _missing(regime: Regime, said: Sequence[Said], *, replied: bool) -> Iterator[Line]:
    about = [each for each in said if each.what_is_missing]
    if about and replied:
        yield Line(
            f"{_capital(WORDS[regime]['right_law'])}: I find {_parts(about)} not answered, or not wholly.",
            about[0].origin,
        )


def _silent_review(regime: Regime, asked_on: date | None, due_on: date | None) -> Iterator[Line]:
    if asked_on is not None and due_on is not None:
        yield Line(
            f"{_capital(_REVIEW_LAW[regime])}: I asked for a review on {in_full(asked_on)}. On my record its outcome"
            f" was due by {in_full(due_on)}, and I have none.",
        )


def _parts(about: Sequence[Said]) -> str:
    names = [
        f"part of {each.question}" if each.outcome is Outcome.DISCLOSED_IN_PART else each.question
        for each in about
    ]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
