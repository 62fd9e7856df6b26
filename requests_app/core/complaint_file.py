"""The regulator's file: everything a complaint or an application needs, as one document in the order in which it is read.

The letter, what happened with its working days, how each day was counted and what was skipped, the correspondence with
its headers, what a refusal must say held against what this one says, the grounds, the remedy, the files (RULES.md
section 6, L12 and L16).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from requests_app.core.letters.facts import Line
from requests_app.core.letters.printing import in_full
from requests_app.core.paper import Block, Heading, NewPage, Pairs, Paper, Points, Rows, Words, left_out
from requests_app.core.reading.notice_points import NoticePoint

LETTER, HAPPENED, COUNTED = "The letter", "What happened, day by day", "How the working days were counted"
CORRESPONDENCE, CHECKLIST = "The correspondence", "What a refusal must say, held against this one"
GROUNDS, REMEDY, FILES = (
    "The grounds, by section",
    "What is asked for",
    "The files that came with the correspondence",
)
SECTIONS = (LETTER, HAPPENED, COUNTED, CORRESPONDENCE, CHECKLIST, GROUNDS, REMEDY, FILES)
"""The headings of the file, in their order."""

ON_A_NEW_PAGE = (LETTER, HAPPENED, CORRESPONDENCE, CHECKLIST)

LONGEST_IN_PRINT = 1_100_000
"""Characters of one message, or of one file's words, that are printed: some 350 pages. The archive has all of them."""
MOST_IN_PRINT = 2_500_000
"""Characters of all messages and files together that are printed: what the worker can set in ten seconds."""

_WORKING_DAY = re.compile(r"^(.*?)(?: \((working day [^)]*)\))?$")


@dataclass(frozen=True, slots=True)
class FileHeld:
    """A file that came with a message. ``key`` is that of its row, ``number`` that of its message and its own; ``path``
    says where the archive has it.

    ``words`` are what was read in it and does not stand in its message; ``notes`` what people must know of it.
    ``left_out`` says why it is not in the zip, or is empty.
    """

    key: int
    number: str
    name: str
    size: int
    sha256: str
    path: str
    headers: tuple[tuple[str, str], ...] = ()
    words: str = ""
    notes: tuple[str, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message with what is known of it. ``path`` is where the zip has it."""

    number: int
    title: str
    headers: tuple[tuple[str, str], ...]
    text: str
    path: str
    files: tuple[FileHeld, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """One day that was counted out: its working, and the weekdays that did not count."""

    name: str
    on: date
    ground: str
    steps: tuple[str, ...] = ()
    skipped: tuple[tuple[date, str], ...] = ()
    weekend_days: int = 0
    uncertain: str = ""


@dataclass(frozen=True, slots=True)
class NoticeHeld:
    """One reply held against what a refusal must say."""

    title: str
    points: tuple[NoticePoint, ...]


@dataclass(frozen=True)
class ComplaintFile:
    """What the file says. ``decided_by`` is the regulator's name; ``subject`` and ``body`` are the letter as approved."""

    title: str
    decided_by: str
    act: str
    authority: str
    our_reference: str
    their_reference: str
    requester: str
    made_on: date
    subject: str
    body: str
    chronology: tuple[Line, ...]
    counts: tuple[Count, ...]
    exchanges: tuple[Exchange, ...]
    notices: tuple[NoticeHeld, ...]
    grounds: str
    remedy: str

    @property
    def files(self) -> tuple[FileHeld, ...]:
        """Every file, in the order of the messages."""
        return tuple(file for exchange in self.exchanges for file in exchange.files)


def paper_of(file: ComplaintFile) -> Paper:
    """The whole file as a document with a page of contents."""
    numbered = iter(range(1, len(SECTIONS) + 1))
    blocks: list[Block] = []
    for title, parts in zip(SECTIONS, _parts(file), strict=True):
        apart = [NewPage()] if title in ON_A_NEW_PAGE else []
        blocks += [*apart, Heading(f"{next(numbered)}. {title}"), *parts]
    return Paper(
        title=file.title,
        author=file.requester,
        running=f"{file.our_reference}: {file.title}"[:110],
        contents=True,
        opening=(front(file),),
        blocks=tuple(blocks),
    )


def front(file: ComplaintFile) -> Pairs:
    """What the first page says before the contents."""
    left = sum(bool(each.left_out) for each in file.files)
    rows = [
        ("To", file.decided_by),
        ("From", file.requester),
        ("Authority", file.authority),
        ("Its reference", file.their_reference),
        ("My reference", file.our_reference),
        ("Law", file.act),
        ("Made on", in_full(file.made_on)),
        ("Messages", str(len(file.exchanges))),
        (
            "Files",
            f"{len(file.files)}{f', of which {left} not enclosed: section 8 says why' if left else ''}",
        ),
    ]
    return Pairs(tuple((name, value) for name, value in rows if value))


def contents_text(file: ComplaintFile, paths: Sequence[tuple[str, str]]) -> str:
    """The zip's own page of contents: what the front says, and each file in it with what it is."""
    lines = [file.title, "=" * min(len(file.title), 78), ""]
    lines += [f"{name}: {value}" for name, value in front(file).rows]
    lines += ["", "In this archive, in order:", ""]
    lines += [f"{path}\n    {what}" for path, what in paths]
    left = [each for each in file.files if each.left_out]
    if left:
        lines += [
            "",
            "Not enclosed:",
            "",
            *(f"{each.number} {each.name}\n    {each.left_out}" for each in left),
        ]
    return "\n".join(lines) + "\n"


def grounds_in(body: str, facts: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The grounds as they stand in the letter as it was approved, and the paragraph that says what is asked for.

    ``facts`` are names and values of what the letter was made of. Each is empty where the letter has none.
    """
    pieces = [piece.strip() for piece in _APART.split(body.replace("\r\n", "\n")) if piece.strip()]
    flat = [_flat(piece) for piece in pieces]
    stated = [
        _flat(each)
        for name, value in facts
        if name in _GROUNDS
        for each in _APART.split(value)
        if each.strip()
    ]
    places = [at for at, piece in enumerate(flat) if any(each in piece for each in stated)]
    asks = next((at for at, piece in enumerate(flat) if piece.lower().startswith(_ASKS)), None)
    if not places:
        return "", pieces[asks] if asks is not None else ""
    first, last = places[0], places[-1]
    if asks is None and last < len(pieces) - 1:
        asks = last + 1
    if first and pieces[first - 1].endswith(":"):
        first -= 1
    end = asks if asks is not None and asks > last else last + 1
    return "\n\n".join(pieces[first:end]), pieces[asks] if asks is not None else ""


_APART = re.compile(r"\n[ \t]*\n")
_GROUNDS = {"complaint_grounds", "review_grounds", "still_dissatisfied"}
_ASKS = ("what i ask for", "i ask that", "remedy")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _parts(file: ComplaintFile) -> Iterator[Iterable[Block]]:
    yield (Heading(file.subject, 2, listed=False), Words(file.body))
    yield (_happened(file.chronology),)
    yield _counts(file.counts)
    yield correspondence(file.exchanges)
    yield _notices(file.notices)
    yield (Words(file.grounds or "The letter says them: section 1."),)
    yield (Words(file.remedy or "The letter says it: section 1."),)
    yield _files(file.files)


def _happened(lines: tuple[Line, ...]) -> Block:
    rows = []
    for line in lines:
        when, _, words = line.text.partition(": ")
        found = _WORKING_DAY.match(when)
        day, number = (found[1], found[2] or "") if found else (when, "")
        rows.append((_capital(day), number.removeprefix("working day "), _capital(words)))
    if not rows:
        return Words("The record holds no event.")
    return Rows(("Day", "Working day", "What happened"), tuple(rows), (4, 2, 6))


def _counts(counts: tuple[Count, ...]) -> Iterator[Block]:
    if not counts:
        yield Words(
            "No day could be counted: the record does not say when the request reached the authority."
        )
    for count in counts:
        yield Heading(f"{count.name}: {in_full(count.on)}", 2)
        yield Words(_capital(count.ground))
        if count.steps:
            yield Points(count.steps)
        if count.skipped or count.weekend_days:
            named = tuple(f"{in_full(on)}: {why}" for on, why in count.skipped)
            yield Words("Days between that were not counted:")
            yield Points((*named, _weekends(count.weekend_days)) if count.weekend_days else named)
        if count.uncertain:
            yield Words(f"Not certain: {count.uncertain}")


def _weekends(number: int) -> str:
    return "one day of a weekend" if number == 1 else f"{number} days of weekends"


def correspondence(exchanges: Iterable[Exchange]) -> Iterator[Block]:
    """The messages as they are printed: what is too long is cut, and says where the rest is."""
    room = MOST_IN_PRINT
    for exchange in exchanges:
        for block in exchange_blocks(exchange):
            if not isinstance(block, Words) or not block.quoted:
                yield block
                continue
            shown = block.text[: min(LONGEST_IN_PRINT, room)]
            room -= len(shown)
            if shown:
                yield Words(shown, quoted=True)
            left = len(block.text) - len(shown)
            if left:
                yield Words(f"[The rest, {left:,} characters, stands in the archive: {exchange.path}]")


def exchange_blocks(exchange: Exchange) -> Iterator[Block]:
    """One message whole: its headers, its words, and the words of its files that it does not hold itself."""
    yield Heading(f"{exchange.number}. {exchange.title}", 2)
    yield Pairs(exchange.headers)
    yield from _words(exchange.text, "No words of it are recorded.")
    for file in exchange.files:
        if file.words or file.headers:
            yield Heading(f"{file.number} {file.name}", 3)
            if file.headers:
                yield Pairs(file.headers)
            yield from _words(file.words, "Its words stand in the message above.")


def _words(text: str, without: str) -> Iterator[Block]:
    if not text.strip():
        yield Words(without)
        return
    missing = left_out(text)
    if missing:
        yield Words(missing)
    yield Words(text, quoted=True)


def _notices(notices: tuple[NoticeHeld, ...]) -> Iterator[Block]:
    if not notices:
        yield Words("No refusal is on record that could be held against what the law asks of one.")
    for notice in notices:
        yield Heading(notice.title, 2)
        yield Rows(
            ("Found", "What has to be there, and what was found", "Law"),
            tuple(
                (
                    f"{point.status.label}{f', {point.ground}' if point.ground else ''}",
                    "\n".join(each for each in (point.what, point.sentence) if each),
                    point.section,
                )
                for point in notice.points
            ),
            (3, 8, 3),
        )
        doubts = tuple(dict.fromkeys(point.doubt for point in notice.points if point.doubt))
        if doubts:
            yield Words("What is not certain of these rules:")
            yield Points(doubts)


def _files(files: tuple[FileHeld, ...]) -> Iterator[Block]:
    if not files:
        yield Words("No file came with the correspondence.")
        return
    yield Words(
        "The numbers are those of the messages in section 4. The archive holds the files as they came."
    )
    yield Rows(
        ("No.", "File", "In the archive as"),
        tuple(
            (
                file.number,
                "\n".join(
                    (
                        file.name,
                        f"{file.size:,} bytes",
                        f"SHA-256 {file.sha256[:32]} {file.sha256[32:]}",
                        *file.notes,
                    )
                ),
                f"Not enclosed. {file.left_out}" if file.left_out else file.path,
            )
            for file in files
        ),
        (2, 8, 5),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
