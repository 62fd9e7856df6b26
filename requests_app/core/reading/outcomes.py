"""What became of a question, from the words of its answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading import formulas
from requests_app.core.reading.cues import cues, found, holds, lowered, shortest
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.memory import kept
from requests_app.core.states import Outcome

_NOT_FOI, _BACK, _GIVEN = cues(formulas.NOT_FOI), cues(formulas.BACK), cues(formulas.GIVEN)
_LAW = cues(formulas.LAW)
# In the order in which they win within a sentence.
_FORMULAS = tuple(
    (outcome, cues(rows))
    for outcome, rows in (
        (Outcome.NCND, formulas.NCND),
        (Outcome.DISCLOSED_IN_PART, formulas.PARTLY),
        (Outcome.COST_LIMIT, formulas.COST),
        (Outcome.DISCLOSED_IN_PART, formulas.REDACTED),
        (Outcome.REFUSED, formulas.REFUSED),
        (Outcome.NOT_HELD, formulas.NOT_HELD),
        (Outcome.UNANSWERED, formulas.WAITING),
    )
)
# Plain words of which one stands in every formula.
_HINTS = shortest(hint for _, rows in _FORMULAS for cue in rows for hint in cue.hints)
SENTENCE = re.compile(r"[^.?!\n]+(?:[.?!](?!\s|$)[^.?!\n]*)*[.?!]?")
_FIGURES = Folded(
    r"[\u00a3\d](?<![\w([./-].)(?!(?<=1)9\d\d\b|(?<=2)0\d\d\b)(?:(?<=\u00a3)\s?\d|(?<=\d))[\d,]*(?:\.\d+)?(?:%|[km]\b|bn\b)?(?![\w/(-])(?!\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)",
)
_LONGEST_SENTENCE = 1200  # characters; what goes on longer is read in pieces


def sentences(text: str) -> list[str]:
    """The sentences of a text; a number's point does not end one."""
    return list(_sentences(text))


@kept
def _sentences(text: str) -> tuple[str, ...]:
    out: list[str] = []
    for match in SENTENCE.finditer(text):
        sentence = match[0].strip()
        if sentence.strip(" ."):
            out.extend(
                sentence[at : at + _LONGEST_SENTENCE] for at in range(0, len(sentence), _LONGEST_SENTENCE)
            )
    return tuple(out)


def outcome_of(text: str) -> Outcome:
    """What an answer's words make of its question. A back reference is the caller's to follow."""
    if not text.strip(" .-:\n"):
        return Outcome.UNANSWERED
    read = [(sentence, kind_of(sentence)) for sentence in sentences(_without_labels(text))]
    if not read:
        return Outcome.DISCLOSED
    if is_not_foi(text):
        # What gives first, and then says of something else that it is no request, has answered.
        if is_not_foi(read[0][0]) or not _given(read, 0):
            return Outcome.NOT_FOI
        read = [(sentence, kind) for sentence, kind in read if not is_not_foi(sentence)]
    return combine(read)


_ONLY_FIGURES = re.compile(
    r"^[\s|]*(?:[<\u00a3]?\d[\d,.]*%?|[-*])(?:[\s|]+(?:[<\u00a3]?\d[\d,.]*%?|[-*]))+[\s|]*$"
)


def _without_labels(text: str) -> str:
    """The text without the labels of rows that a table wraps around its figures: "Other makes and", "not recorded"."""
    lines = text.split("\n")
    figures = [_ONLY_FIGURES.match(line) is not None for line in lines]
    if not any(figures):
        return text
    beside = [any(figures[max(place - 1, 0) : place + 2]) for place in range(len(lines))]
    return "\n".join(
        line
        for line, only, near in zip(lines, figures, beside, strict=True)
        if only or not near or len(line) > 60 or line.rstrip()[-1:] in ".:?!"
    )


_SHORTENED = Folded(r"\b(are|is|was|were|has|have|had|do|does|did|could|would|should)n['\u2019]t\b")


def _written_out(sentence: str) -> str:
    """The sentence with "aren't" as "are not": formulas say it either way."""
    if "n't" not in sentence and "n\u2019t" not in sentence:
        return sentence
    return _WONT.sub("will not", _CANT.sub("cannot", _SHORTENED.sub(r"\1 not", sentence)))


_WONT, _CANT = Folded(r"\bwon['\u2019]t\b"), Folded(r"\bcan['\u2019]t\b")


@kept
def kind_of(sentence: str) -> Outcome:
    """What one sentence says; anything that gives no formula counts as disclosed."""
    sentence = _written_out(sentence)
    low = lowered(sentence)
    if not holds(low, _HINTS) or found(_LAW, sentence, low) or _NO_FORMULA.match(sentence):
        return Outcome.DISCLOSED
    said = (outcome for outcome, pattern in _FORMULAS if found(pattern, sentence, low))
    outcome = next(said, Outcome.DISCLOSED)
    if outcome is Outcome.DISCLOSED_IN_PART and _WOULD_HAVE_TO.search(sentence):
        return next(said, Outcome.DISCLOSED)  # the work that it would be, and nothing that was done
    return outcome


_WOULD_HAVE_TO = Folded(r"\bwould (?:\w+ ){0,2}(?:have|need) to be\b|\beven (?:with|if)\b")


def combine(read: Sequence[tuple[str, Outcome]]) -> Outcome:
    """One outcome for the sentences of one answer. What is given first and then limited is given in part."""
    said = [kind for _, kind in read]
    if set(said) <= {Outcome.UNANSWERED}:
        return Outcome.UNANSWERED
    if Outcome.DISCLOSED_IN_PART in said:
        return Outcome.DISCLOSED_IN_PART
    limits = [kind for kind in said if kind in _LIMITS]
    if not limits:
        return Outcome.DISCLOSED
    outcome = _strongest(limits)
    if outcome is Outcome.COST_LIMIT:
        # Figures in a refusal on cost are its estimate.
        limited = _opens_with_figures(read) or any(
            kind is Outcome.DISCLOSED and _hands_over(sentence) for sentence, kind in read
        )
    else:
        limited = outcome is not Outcome.NCND and any(_given(read, place) for place in range(len(read)))
    return Outcome.DISCLOSED_IN_PART if limited else outcome


# What would have to be searched is counted in a refusal on cost, and given by none.
_SEARCHED = Folded(
    r"\b(?:files?|records?|cases?|crimes?|logs?|entries|incidents?|offences?|emails?|e-mails?|documents?|papers?|occurrences?|reports?)\b",
)


def _opens_with_figures(read: Sequence[tuple[str, Outcome]]) -> bool:
    """Whether an answer begins with figures that are none of what would have to be searched."""
    sentence, _ = read[0]
    bare = _NAMES_WITH_NUMBERS.sub(" ", sentence)
    several = len(_FIGURES.findall(bare)) + len(_NUMBER_WORDS.findall(bare)) > 1
    return several and _given(read, 0) and _SEARCHED.search(sentence) is None


_LIMITS = frozenset({Outcome.NCND, Outcome.REFUSED, Outcome.COST_LIMIT, Outcome.NOT_HELD})


def _strongest(limits: Sequence[Outcome]) -> Outcome:
    """NCND over everything; cost over the refusal that follows from it; else what is said first."""
    for outcome in (Outcome.NCND, Outcome.COST_LIMIT):
        if outcome in limits:
            return outcome
    return limits[0]


_ESTIMATE = Folded(
    r"\b(?:would|estimate[ds]?|per\s+(?:file|record|hour|case)|minutes|hours|limit|manual\w*|section|act|regulations?|entries|article|within\s+\w+\s+(?:working\s+)?days)\b",
)
_RIGHTS = Folded(
    r"\b(?:refusal|notice|complain\w*|appeal|review|information\s+sheet|reasons?|explanation|public\s+interest|exemption)\b",
)
_ELSEWHERE = Folded(r"\b(?:publish\w*|web\s?(?:site|page)s?|www|https?|link|portal|online|scheme)\b")
_REFERENCE = Folded(r"^\W*(?:our|your|my|foi|enquiry|case)?\s*ref(?:erence)?\b")
_NAMES_WITH_NUMBERS = Folded(
    r"\b(?:questions?|requests?|parts?|points?|q|annex(?:es)?|appendix|tables?|pages?|paragraphs?|version|items?|numbers?|no\.|schedule|stage|tier|band|level|form|step)\s*\d[\d, &and-]*",
)
_NUMBER_WORDS = Folded(
    r"(?<!\bthe )(?<!\bthose )(?<!\bthese )\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|hundred|thousand)\b(?!\s+(?:working\s+)?(?:days?|weeks?|months?|years?))",
)
_ROW = re.compile(r"\S(?: {3,}|\s*\|\s*)\S[^\n]{0,300}?\S(?: {3,}|\s*\|\s*)\S")  # cells that stand apart
# "The firm is Broadmere Clinics."
_IS_NAMED = re.compile(
    r"^The (?:number|total|figure|answer|cost|sum|amount) (?:is|was|came to) (?:\u00a3\s?)?\d|\b(?:is|are|was|were)\s+(?:called\s+)?(?:\w+\s+by\s+)?(?!(?:The|This|That|These|Section|Regulation|Information|Freedom|Part|Article|Schedule|Commissioner)\b)[A-Z][\w&'-]+(?:\s+(?:[A-Z&][\w&'-]*|and)){1,5}\.?$|^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame)\.?\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*\s+(?:is|was|has)\b"
)
# "Not recorded | 3 | 1": a row of a table that counts, whatever it is called.
_NO_FORMULA = re.compile(r"^Notes?\s*:|^\|?[^|]{2,60}?(?: {3,}|\t|\|)[\s|]*(?:[<\u00a3]?\d[\d,.]*%?[\s|]*)+$")
_PLAINLY = Folded(r"^\W{0,3}(?:yes|none|nil|zero)\b[,.]?(?:\s|$)")


_HOLDS = Folded(
    r"^\W{0,3}(?:we|I|the (?:\w+ ){1,4}?)\s?(?:do )?(?:holds?|have located|have identified|located|identified)\b"
)
_OF_IT_ALL = Folded(r"^\W{0,3}(?:they|these|it|this|all|each|both|the information|the documents?)\b")


def _hands_over(sentence: str) -> bool:
    """Whether a sentence says that something is handed over, or is a row of figures."""
    if len(_FIGURES.findall(sentence)) >= 3 and not _ESTIMATE.search(sentence):
        return True
    return found(_GIVEN, sentence, lowered(sentence)) and not (
        _RIGHTS.search(sentence) or _ELSEWHERE.search(sentence)
    )


def _only_held(read: Sequence[tuple[str, Outcome]], place: int) -> bool:
    """Whether a sentence only says that something is held, all of which the next withholds: "We hold six. They are exempt." """
    told, later = read[place + 1] if place + 1 < len(read) else ("", Outcome.DISCLOSED)
    return later in _LIMITS and bool(_OF_IT_ALL.match(told)) and bool(_HOLDS.match(read[place][0]))


def _given(read: Sequence[tuple[str, Outcome]], place: int) -> bool:
    """Whether a sentence of an answer gives something: a thing attached, or figures that are no estimate of work. What
    opens an answer needs one figure, what follows a refusal several: reasons are full of dates and numbers.
    """
    sentence, kind = read[place]
    if kind is not Outcome.DISCLOSED:
        return False
    if found(_GIVEN, sentence, lowered(sentence)):
        return not _RIGHTS.search(sentence) and not _ELSEWHERE.search(sentence)
    if _ESTIMATE.search(sentence) or _REFERENCE.match(sentence):
        return False
    if _ROW.search(sentence):
        return True
    bare = _NAMES_WITH_NUMBERS.sub(" ", sentence)
    figures = len(_FIGURES.findall(bare)) + len(_NUMBER_WORDS.findall(bare))
    if _IS_NAMED.search(sentence):
        return True
    if _only_held(read, place):
        return False
    opens = not any(earlier in _LIMITS for _, earlier in read[:place])
    if _ELSEWHERE.search(sentence):
        return figures >= 3
    return figures >= 2 or (opens and (figures >= 1 or _PLAINLY.match(sentence) is not None))


@kept
def is_formula(text: str) -> bool:
    """Whether words state what became of a request."""
    return is_not_foi(text) or any(kind_of(sentence) is not Outcome.DISCLOSED for sentence in sentences(text))


_STOP = re.compile(r"[.?!]")  # none of these formulas runs over one


@kept
def is_not_foi(text: str) -> bool:
    """Whether words take something out of the Act: normal business, opinions, ordinary correspondence."""
    return any(found(_NOT_FOI, piece, lowered(piece)) for piece in _STOP.split(text))


@kept
def gives(text: str) -> bool:
    """Whether words hand something over: a thing attached, or figures."""
    read = [(sentence, kind_of(sentence)) for sentence in sentences(text)]
    return any(_given(read, place) for place in range(len(read)))


def is_back_reference(text: str) -> bool:
    """Whether an answer only points to another one."""
    if len(text) >= 200 or not found(_BACK, text, lowered(text)):
        return False
    read = [(sentence, kind_of(sentence)) for sentence in sentences(text)]
    own = [found(_BACK, sentence, lowered(sentence)) for sentence, _ in read]
    return not any(_given(read, place) and not pointing for place, pointing in enumerate(own))
