"""The ways in which a letter may be read: where the request it quotes begins and ends, and what answers it.

No single rule says where a request ends: authorities announce it or not, quote it whole or question by question, before
their answer, between, or only below their signature. So every way that the letter's marks allow is tried, and
``weighing`` says which one explains the text best.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading import clarifications
from requests_app.core.reading.correspondence import Letter, Sender
from requests_app.core.reading.lines import Line, Source, wrap_width
from requests_app.core.reading.prose import asked_in_passing, only_question
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.questions import find_questions
from requests_app.core.reading.repeated import repeated_lines
from requests_app.core.reading.request_block import Lead, after, broken, leads_of, stops_of

MOST_QUESTIONS = 200  # no request has more; a text that seems to is something else
MOST_LETTERS = 3  # of the requester's own looked at
MOST_LEADS = 8  # tried; a letter announces its request once or twice


@dataclass(frozen=True, slots=True)
class Way:
    """One way of reading a letter. With ``pairs`` every question has its own answer in its ``rest`` and ``request``
    is all there is. ``announced`` says that words introduce the request, ``passed`` that they do and this way begins elsewhere; ``elsewhere`` that it stands in a letter of
    the requester's own, ``repeated`` that the questions are that letter's words found again.
    """

    found: tuple[Found, ...]
    request: tuple[Line, ...]
    reply: tuple[Line, ...]
    pairs: bool
    announced: bool
    passed: bool = False
    elsewhere: bool = False
    repeated: bool = False
    exchange: clarifications.Exchange | None = None


NOTHING = Way((), (), (), pairs=False, announced=False)


def ways_of(
    source: Source, letters: Sequence[Letter], letter: Letter, printed: Sequence[Line]
) -> Iterator[Way]:
    """Every way that the marks of the text allow, the plainest first. ``printed`` are the letter's lines unmended."""
    width = wrap_width(letter.lines)
    leads = leads_of(source, letter.lines)
    lines = broken(source, letter.lines)
    for lead in leads[: MOST_LEADS - 1]:
        if lead.announced:
            yield from _from_lead(source, lines, lead, width)
    owns = [one for one in letters if one.sender is Sender.REQUESTER and one is not letter and one.lines]
    for own in owns[:MOST_LETTERS]:
        yield _elsewhere(source, own, letter)
        again = _repeated(source, own, printed)
        if again is not None:
            yield again
    passing = asked_in_passing(source, letter.lines[0].start, letter.lines[-1].end) if letter.lines else []
    yield Way(tuple(passing), (), letter.lines, pairs=False, announced=False)
    for way in (way for lead in leads[-1:] for way in _from_lead(source, lines, lead, width)):
        yield replace(way, passed=len(leads) > 1)


def _from_lead(source: Source, lines: Sequence[Line], lead: Lead, width: int) -> Iterator[Way]:
    rest = after(source, lines, lead)
    stops = stops_of(rest)
    for stop, begin in stops:
        yield _way(source, rest[:stop], rest[begin:], lead, width, pairs=False)
    if not stops and rest:
        yield _way(source, rest, [], lead, width, pairs=False)
    pairs = _way(source, rest, [], lead, width, pairs=True)
    yield pairs
    yield from _reply_below(pairs)


def _reply_below(way: Way) -> Iterator[Way]:
    """The same questions with nothing under any but the last: what stands below it replies to all."""
    if way.found and way.found[-1].rest and not any(found.rest for found in way.found[:-1]):
        found = [*way.found[:-1], replace(way.found[-1], rest=[])]
        reply = tuple(way.found[-1].rest)
        request = tuple(line for line in way.request if line.start < reply[0].start)
        yield replace(way, found=tuple(found), request=request, reply=reply, pairs=False)


def _way(
    source: Source, request: Sequence[Line], reply: Sequence[Line], lead: Lead, width: int, *, pairs: bool
) -> Way:
    exchange, asked = _clarified(source, request)
    found = find_questions(source, asked, pairs=pairs, width=width, listed=lead.announced)[:MOST_QUESTIONS]
    if not found and lead.announced and not pairs:
        found = only_question(source, asked, width=width)
    return Way(tuple(found), tuple(request), tuple(reply), pairs, lead.announced, exchange=exchange)


def _clarified(
    source: Source, request: Sequence[Line]
) -> tuple[clarifications.Exchange | None, Sequence[Line]]:
    """A clarification within the request, and the request without it; most never use the word."""
    if not request or "clarif" not in source.text[request[0].start : request[-1].end].lower():
        return None, request
    return clarifications.within_request(source, request)


def _elsewhere(source: Source, own: Letter, letter: Letter) -> Way:
    found = find_questions(source, own.lines, width=wrap_width(own.lines))[:MOST_QUESTIONS]
    return Way(tuple(found), own.lines, letter.lines, pairs=False, announced=False, elsewhere=True)


def _repeated(source: Source, own: Letter, printed: Sequence[Line]) -> Way | None:
    """The requester's own words, found again in the reply line by line: what stands between them answers them."""
    found = repeated_lines(source, own.lines, printed)
    if not found:
        return None
    return Way(tuple(found), tuple(printed), (), pairs=True, announced=True, repeated=True)
