"""Already asked, already published: the requests in this installation that ask what somebody is about to ask.

The database's full-text index finds candidates among what the person may see; ``core/similarity`` says how alike each of
their questions is. One function stands before FTS5 and PostgreSQL: nothing of what is typed reaches their languages but
words of letters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice, zip_longest

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Left

from requests_app.core.similarity import Fingerprint, fingerprint, likeness, telling_words
from requests_app.core.states import EventKind, Outcome, State
from requests_app.models import Authority, Event, FoiRequest, Question, SearchText, User

MOST_WORDS = 10
"""Words that are looked for at once: of several questions some of each."""

CANDIDATES = 20
"""Requests whose questions are compared one by one."""

NEAR = 0.08
"""Less alike than this is chance, where more than a few words were typed."""

_LONGEST_TYPED = 20_000  # characters of all texts together that are looked at
_LONGEST_COMPARED = 3_000  # characters of one question of a candidate
_FEW = 3  # words: so few are a search, and what the index finds for them is what they stand for
_LEAST_BEGINNING = 3  # letters from which on the last word may be unfinished
_OF_TITLE_TOO = 0.9  # what likeness with the help of the title counts


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A question like one that was typed. ``text`` holds its parts; ``outcome`` is empty until a reply has been read."""

    label: str
    text: str
    outcome: str
    likeness: float

    @property
    def outcome_label(self) -> str:
        """What became of it, in words."""
        return Outcome(self.outcome).label if self.outcome else ""


@dataclass(frozen=True, slots=True)
class AlreadyAsked:
    """A request like what was typed. ``questions`` are the nearest of it, the most alike first; empty where it has none.

    ``asked_on`` and ``answered_on`` are None where the record does not say; ``likeness`` goes from 0 to 1.
    """

    reference: str
    title: str
    url: str
    authority: str
    authority_id: int
    state: str
    asked_on: date | None
    answered_on: date | None
    likeness: float
    questions: list[QuestionAsked] = field(default_factory=list)

    @property
    def state_label(self) -> str:
        """Where the request stands, in words."""
        return State(self.state).label


def already_asked(
    user: User | AnonymousUser,
    texts: Sequence[str],
    *,
    authority: Authority | None = None,
    only_there: bool = False,
    except_for: FoiRequest | None = None,
    most: int = 6,
    most_questions: int = 3,
    least: float = NEAR,
) -> list[AlreadyAsked]:
    """The requests this person may see that are most like ``texts`` (questions, or a few words), the most alike first.

    With ``authority`` what it was asked comes first, or, ``only_there``, alone. ``except_for`` is the draft they belong
    to. Anything can be typed: what holds no word finds nothing. Three queries; one more where ``authority`` comes first.
    """
    typed = list(_cut(texts))
    looked_for = _looked_for(typed)
    if not looked_for:
        return []
    visible = FoiRequest.objects.visible_to(user)
    if except_for is not None:
        visible = visible.exclude(pk=except_for.pk)
    keys = _candidates(visible, looked_for, authority, only_there=only_there)
    compared = _compared(keys, [fingerprint(text) for text in typed], most_questions)
    near = [asked for asked in compared if asked.likeness >= least or len(looked_for) <= _FEW]
    near.sort(key=lambda asked: (authority is None or asked.authority_id != authority.pk, -asked.likeness))
    return near[:most]


def _cut(texts: Sequence[str]) -> Iterator[str]:
    """What is looked at of the texts: their beginning."""
    left = _LONGEST_TYPED
    for text in texts:
        if left <= 0:
            return
        if text.strip():
            yield text[:left]
            left -= len(text)


def _looked_for(typed: Sequence[str]) -> list[str]:
    """The words to look for, in turn from each text; the last one typed, where it may be unfinished, ends in ``*``."""
    by_text = [telling_words(text) for text in typed]
    in_turn = (word for word in chain.from_iterable(zip_longest(*by_text)) if word)
    words = list(islice(dict.fromkeys(in_turn), MOST_WORDS))
    end = re.search(r"[^\W\d_]+\Z", typed[-1]) if typed else None
    last = end[0].lower() if end else ""
    if last in words and len(last) >= _LEAST_BEGINNING and len(typed) == 1:
        words[words.index(last)] = f"{last}*"
    return words


def _candidates(
    visible: QuerySet[FoiRequest], words: Sequence[str], authority: Authority | None, *, only_there: bool
) -> list[int]:
    """Primary keys of the best matches, those of the authority first."""
    keys = _matches(visible.filter(authority=authority), words) if authority is not None else []
    if authority is None or not only_there:
        keys += _matches(visible, words)
    return list(dict.fromkeys(keys))


_SQLITE = """
    SELECT rowid AS foi_request_id FROM requests_app_search
    WHERE requests_app_search MATCH %s AND +rowid IN ({visible})
    ORDER BY bm25(requests_app_search) LIMIT %s
"""
_POSTGRES = """
    SELECT foi_request_id FROM requests_app_searchtext, to_tsquery('english', %s) AS wanted
    WHERE words_index @@ wanted AND foi_request_id IN ({visible})
    ORDER BY ts_rank(words_index, wanted, 1) DESC, foi_request_id LIMIT %s
"""


def _matches(visible: QuerySet[FoiRequest], words: Iterable[str]) -> list[int]:
    """The primary keys of the requests that hold one of these words, the best first. One query."""
    inner, parameters = visible.order_by().values("pk").query.sql_with_params()
    if connection.vendor == "postgresql":
        query = " | ".join(f"{word[:-1]}:*" if word.endswith("*") else word for word in words)
        rows = SearchText.objects.raw(_POSTGRES.format(visible=inner), [query, *parameters, CANDIDATES])
    else:
        query = " OR ".join(f'"{word[:-1]}" *' if word.endswith("*") else f'"{word}"' for word in words)
        rows = SearchText.objects.raw(_SQLITE.format(visible=inner), [query, *parameters, CANDIDATES])
    return [row.foi_request_id for row in rows]


def _compared(keys: list[int], typed: Sequence[Fingerprint], most: int) -> list[AlreadyAsked]:
    """The candidates with how alike they are, in the order in which they were found. Two queries."""
    questions = _questions_of(keys)
    sent = Event.objects.standing().filter(foi_request=OuterRef("pk"), kind=EventKind.SENT)
    rows = (
        FoiRequest.objects.filter(pk__in=keys)
        .select_related("authority")
        .only("number", "title", "state", "authority__short_name")
        .annotate(
            beginning=Left("letter", _LONGEST_COMPARED),
            asked_on=Subquery(sent.order_by("-on").values("on")[:1]),
            answered_on=Max(Coalesce("responses__issued_on", "responses__received_on")),
        )
    )
    by_key = {row.pk: row for row in rows}
    return [_asked(by_key[key], questions.get(key, []), typed, most) for key in keys if key in by_key]


@dataclass(slots=True)
class _Found:
    """A question with the words of its parts."""

    label: str
    text: str
    outcome: str


def _questions_of(keys: list[int]) -> dict[int, list[_Found]]:
    """The questions of these requests in order, each with its parts. One query."""
    found: dict[int, list[_Found]] = defaultdict(list)
    by_pk: dict[int, _Found] = {}
    rows = Question.objects.filter(foi_request__in=keys).order_by(
        "-level", "position"
    )  # questions, then parts
    wanted = ("pk", "foi_request", "parent", "position", "label", "text", "outcome")
    for pk, key, parent, position, label, text, outcome in rows.values_list(*wanted):
        if parent is None:
            by_pk[pk] = _Found(label or str(position), text, outcome)
            found[key].append(by_pk[pk])
        else:
            by_pk[parent].text += f" {label} {text}"
    return found


def _asked(
    row: FoiRequest, questions: Sequence[_Found], typed: Sequence[Fingerprint], most: int
) -> AlreadyAsked:
    title = fingerprint(row.title if questions else f"{row.title}\n{getattr(row, 'beginning', '')}")
    by_title = max(likeness(each, title) for each in typed) * (_OF_TITLE_TOO if questions else 1.0)
    compared = sorted(
        (
            QuestionAsked(each.label, each.text, each.outcome, _likeness(typed, title, each.text))
            for each in questions
        ),
        key=lambda question: -question.likeness,
    )
    return AlreadyAsked(
        reference=row.reference,
        title=row.title,
        url=row.get_absolute_url(),
        authority=row.authority.short_name,
        authority_id=row.authority_id,
        state=row.state,
        asked_on=getattr(row, "asked_on", None),
        answered_on=getattr(row, "answered_on", None),
        likeness=round(max([by_title, *(question.likeness for question in compared)]), 4),
        questions=_nearest(compared)[:most],
    )


def _nearest(compared: list[QuestionAsked]) -> list[QuestionAsked]:
    """The most alike of them, and those not much less."""
    if not compared:
        return []
    return [question for question in compared if question.likeness >= compared[0].likeness / 2]


def _likeness(typed: Iterable[Fingerprint], title: Fingerprint, text: str) -> float:
    """How alike a question is to the nearest of what was typed, by itself or read under the title of its request."""
    alone = fingerprint(text[:_LONGEST_COMPARED])
    together = Fingerprint(alone.words | title.words, alone.pairs | title.pairs)
    near = [each for each in typed if not each.words.isdisjoint(together.words)]
    by_itself = max((likeness(each, alone) for each in near), default=0.0)
    under_title = max((likeness(each, together) for each in near), default=0.0)
    return round(max(by_itself, under_title * _OF_TITLE_TOO), 4)
