"""Rules about who asks: a real name and an address for correspondence, where the law wants them (s.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit
from requests_app.core.advice.law import ENVIRONMENTAL
from requests_app.core.advice.layout import Span
from requests_app.core.advice.records import Fix, Severity
from requests_app.core.states import Channel

_TITLE = r"(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev(?:erend)?|sir|dame|lord|lady|cllr|councillor)\.?"
_INTRODUCED = re.compile(
    r"(?:\bmy\s+(?:full\s+)?name\s+is|^[ \t]{0,20}(?:full[ \t]+)?name[ \t]{0,9}:|^[ \t]{0,20}from[ \t]{0,9}:|\bon\s+behalf\s+of)\s+(?P<who>[^\n,.;<(]{3,80})|\b[Ii]\s+am\s+(?P<am>(?:[A-Z][\w'’-]+\s){1,3}[A-Z][\w'’-]+)|^(?P<titled>"
    + _TITLE
    + r"\s+[A-Z][^\n]{1,50})$",
    re.IGNORECASE | re.MULTILINE,
)
_PSEUDONYM = re.compile(
    r"\b(?:anon(?:ymous|ymously)?|(?:a\s+)?(?:very\s+)?(?:concerned|worried|angry|local|interested|curious|private)\s+(?:\w+\s+)?(?:citizen|parent|resident|taxpayer|mum|mother|dad|father|person|individual|member|neighbour|voter|teacher|student)|name\s+(?:withheld|supplied|and\s+address|redacted)|withheld|member\s+of\s+the\s+public|(?:a\s+)?(?:citizen|taxpayer|council\s+tax\s?payer|resident|whistleblower|concerned)$|a\.?\s?n\.?\s?other|joe\s+(?:bloggs|public)|john\s+q\.?\s+public|mickey\s+mouse|donald\s+duck|the\s+requester|requester)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"[\w.-]*(?:\d[\w.-]*[a-z_]|[a-z][\w.-]*\d|_)[\w.-]*$|@\w+$", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\W\d_][^\W\d_'’.-]*|[^\W\d_]+(?:['’.-][^\W\d_]+)*)\.?")
_ORGANISATION = re.compile(
    r"\b(?:trust|ltd|limited|llp|plc|association|campaign|network|group|union|foundation|society|charity|centre|institute|press|news|media|times|post|guardian|bbc|university|college|law|solicitors|project|alliance|coalition|party|club|forum|council|watch|action)\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE)
_SHORT_LINE = 60


def no_name(draft: DraftText) -> Iterator[Hit]:
    """No name, or one that is not the requester's own: then it is no valid request (s.8(1)(b)). Not under the EIR."""
    if draft.regime in ENVIRONMENTAL or draft.given.requester_name.strip():
        return
    found = []
    for span in _candidates(draft):
        if _is_real(span.text):
            return
        found.append(span)
    false = next(
        (span for span in found if _PSEUDONYM.search(span.text) or _HANDLE.match(span.text.strip())), None
    )
    if false is not None:
        yield Hit(
            false.start,
            false.end,
            f"'{false.text[:60]}' is no name under which a request counts.",
            Fix(
                "Sign with your own name: first name or initial, and surname. A title and surname, or the name of an organisation, will do too."
            ),
        )
    elif (first := _first_name(found)) is not None:
        yield Hit(
            first.start,
            first.end,
            f"'{first.text[:60]}' alone is not enough of a name.",
            Fix("Add your surname; an initial and the surname are enough."),
            severity=Severity.WARNING,
        )
    else:
        yield _unsigned(draft)


def _unsigned(draft: DraftText) -> Hit:
    at = len(draft.text.rstrip())
    is_letter = draft.layout.greeting is not None or draft.layout.closing is not None
    return Hit(
        at,
        at,
        "No name stands under this." if is_letter else "These questions have no name under them yet.",
        Fix(
            "Sign with your own name, first name or initial and surname, and an address for the reply; an e-mail address is one."
        ),
        severity=None if is_letter else Severity.WARNING,
    )


def _candidates(draft: DraftText) -> Iterator[Span]:
    """Where a name may stand: under the closing formula, and where the letter introduces its writer."""
    yield from (line for line in draft.layout.foot[:6] if len(line.text) <= _SHORT_LINE)
    for match in _INTRODUCED.finditer(draft.text):
        name = "who" if match["who"] else "am" if match["am"] else "titled"
        if name == "am" and not all(word[:1].isupper() for word in match["am"].split()):
            continue
        if draft.layout.greeting and match.start() == draft.layout.greeting.start:
            continue
        yield Span(match.start(name), match.end(name), match[name].strip())


def _is_real(line: str) -> bool:
    """Whether a line can be the name of a person or an organisation."""
    line = _EMAIL.sub("", line).strip(" ,.;:<>()-–")
    if not line or _PSEUDONYM.search(line) or _is_gap(line):
        return False
    words = [word for word in line.replace(",", " ").split() if word not in ("&", "and", "/")]
    if _ORGANISATION.search(line) and len(words) >= 2:
        return True
    names = [
        word for word in words if _WORD.fullmatch(word) and not re.fullmatch(_TITLE, word, re.IGNORECASE)
    ]
    titled = len(names) < len(words) and re.match(_TITLE + r"\s", line, re.IGNORECASE) is not None
    if len(words) > 7 or not names or len(names) + titled != len(words):
        return False
    return len(names) >= 2 or titled


def _is_gap(line: str) -> bool:
    return line.startswith(("[", "{", "<")) or line.endswith(("]", "}"))


def _first_name(found: list[Span]) -> Span | None:
    return next(
        (span for span in found if _WORD.fullmatch(span.text.strip(" ,.")) and not _is_gap(span.text)), None
    )


_BY_POST = re.compile(
    r"\b(?:repl(?:y|ies)|respond|answer|send|information)\b[^.?!]{0,60}\b(?:by\s+(?:post|letter)|to\s+my\s+(?:home\s+|postal\s+)?address|in\s+hard\s+copy)\b",
    re.IGNORECASE,
)


def no_address(draft: DraftText) -> Iterator[Hit]:
    """A letter that goes by post, or wants its answer so, and gives no address (s.8(1)(b))."""
    if draft.given.requester_address.strip() or draft.regime in ENVIRONMENTAL:
        return
    told = list(draft.sentences_with(("by post", "by letter", "address", "hard copy")))
    wish = next((match for _, match in draft.matches(_BY_POST, told)), None)
    if draft.given.channel not in (Channel.POST, Channel.HAND) and wish is None:
        return
    if _POSTCODE.search(draft.text) or (wish is None and _EMAIL.search(draft.text)):
        return
    start, end = (wish.start(), wish.end()) if wish else (len(draft.text.rstrip()),) * 2
    yield Hit(
        start,
        end,
        "There is no address for the reply.",
        Fix("Give one: an e-mail address is enough, a postal one where you want paper."),
    )
