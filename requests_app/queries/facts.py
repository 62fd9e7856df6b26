"""The facts of one request as letters take them, each with the event, message or row it comes from (promise 6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from requests_app.core.arguments import TAKING_ARGUMENTS
from requests_app.core.dates import in_words
from requests_app.core.letters.facts import Facts
from requests_app.core.letters.printing import one_line
from requests_app.core.letters.situation import Situation
from requests_app.core.states import LetterKind
from requests_app.models import Draft, Event
from requests_app.queries import facts_of_days as days
from requests_app.queries import facts_of_replies as replies
from requests_app.queries.arguments import ticked_lines
from requests_app.queries.facts_of_days import Found
from requests_app.queries.record import Record, whole_text

Gather = Callable[[Record, LetterKind, Situation], Found]

_K = LetterKind
_ALWAYS: tuple[Gather, ...] = (days.of_authority, days.of_sending, days.of_asking, days.of_reply_day)
_REPLY: tuple[Gather, ...] = (replies.of_reply, replies.of_review)
_REGULATOR: tuple[Gather, ...] = (*_REPLY, replies.of_history, replies.of_purpose, replies.of_regulator)
_GATHERED: Mapping[LetterKind, tuple[Gather, ...]] = {
    _K.OVERDUE_CHASER: (days.of_part_answered,),
    _K.SECOND_CHASER: (days.of_part_answered, days.of_chaser, replies.of_regulator),
    _K.CLARIFICATION_REPLY: (days.of_clarification,),
    _K.NARROWING: (*_REPLY, replies.of_cost),
    _K.REVIEW_SILENCE: (days.of_part_answered,),
    _K.REVIEW_EXEMPTION: (*_REPLY, replies.of_cost, replies.of_purpose),
    _K.REVIEW_INCOMPLETE: _REPLY,
    _K.REVIEW_NOT_HELD: _REPLY,
    _K.REVIEW_NCND: _REPLY,
    _K.REVIEW_NO_BALANCING: (*_REPLY, replies.of_balance, replies.of_purpose),
    _K.ICO_COMPLAINT: _REGULATOR,
    _K.THANKS: (*_REPLY, replies.of_gift),
    _K.EXTENSION_OVERDUE: (days.of_extension, replies.of_regulator),
    _K.REVIEW_OVERDUE: (replies.of_review, replies.of_regulator),
    _K.SIC_APPLICATION: _REGULATOR,
    _K.VEXATIOUS_REPLY: (*_REPLY, replies.of_conduct, replies.of_purpose),
    _K.FEE_QUERY: (replies.of_fee,),
}


def facts_of(
    record: Record,
    kind: LetterKind,
    *,
    situation: Situation,
    ticked: Sequence[str] | None = None,
    own_words: Mapping[str, str] | None = None,
) -> Facts:
    """Gather what the record says for one letter. Missing days and texts stay missing: the letter says what it lacks.

    ``ticked`` are keys of arguments (None: those that are proposed), ``own_words`` what only the person can say, by
    the name of the fact.
    """
    foi_request = record.foi_request
    facts = Facts(
        authority_name=foi_request.authority.official_name,
        our_reference=foi_request.reference,
        their_reference=foi_request.authority_reference,
        regime=record.regime,
        title=foi_request.title,
        requester_name=foi_request.requester_name,
        requester_address=foi_request.requester_address,
        questions=tuple(
            (question.label, whole_text(question, parts)) for question, parts in record.questions
        ),
        today=record.today,
    )
    all_found = [gather(record, kind, situation) for gather in (*_ALWAYS, *_GATHERED.get(kind, ()))]
    values = {name: value for found in all_found for name, value in found.values.items()}
    origins = {name: origin for found in all_found for name, origin in found.origins.items()}
    if kind in TAKING_ARGUMENTS:
        values["arguments"] = ticked_lines(record, kind, ticked)
    for name, words in (own_words or {}).items():
        values[name], origins[name] = words.strip(), "what you wrote"
    return replace(facts, **values, origins=origins)


def facts_shown(draft: Draft) -> list[dict[str, str]]:
    """The facts a letter was made of, each with where it comes from in words, and whether a person has taken it out
    of the letter since (``gone``). One query.
    """
    events = {f"event {event.pk}": event for event in draft.foi_request.events.all()}
    text = one_line(f"{draft.subject} {draft.body}")
    return [
        {
            "name": fact["name"].replace("_", " ").capitalize(),
            "value": fact["value"],
            "origin": _in_words(fact["origin"], events),
            "gone": "" if one_line(fact["value"]) in text else "Not in the letter any more.",
        }
        for fact in draft.facts
    ]


def _in_words(origin: str, events: Mapping[str, Event]) -> str:
    """Where a fact comes from, as a person would say it."""
    event = events.get(origin)
    if event is not None:
        return f"{event.sentence}, {in_words(event.on)}"
    return _ROWS.get(origin.partition(" ")[0], "the request's own record")


_ROWS = {
    "deadline": "the dates worked out from the history",
    "message": "a message of the correspondence",
    "answer": "what the reply says to this question",
    "question": "the question as it was asked",
    "reading": "what was read in the reply",
    "exemption": "the table of exemptions",
    "table": "a table of the reply",
    "figure": "the public record",
    "campaign": "the aim of the campaign",
    "request": "another request of this campaign",
    "address": "the record of the authority",
    "what": "what you wrote",
}
