"""The requester's own words found again in the reply: an authority may cut a letter into clauses and answer each.

Used where the request itself stands in the text, as in a thread or below the signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from requests_app.core.reading.labels import Kind, Label, inline_parts, label_at
from requests_app.core.reading.lines import Line, Source, words_of, wrap_width
from requests_app.core.reading.paragraphs import merged
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.records import PartRead, QuestionRead
from requests_app.core.reading.wording import asks

_FEWEST = 3  # words of a line that count as repeated
_LEAST = 2  # questions that must be found


def repeated_lines(source: Source, own: Sequence[Line], printed: Sequence[Line]) -> list[Found]:
    """The clauses of the request that stand again in the reply, each with the lines below it in ``rest``; nothing
    unless two are found that have answers.
    """
    width = wrap_width(printed)
    words = [word for line in own for word in words_of(line.text)]
    text = f" {' '.join(words)} "
    runs: list[list[Line]] = []
    rests: list[list[Line]] = []
    at = -1
    for line in printed:
        mine = words_of(line.text)
        needle = f" {' '.join(mine)} "
        place = text.find(needle, max(at - 1, 0)) if len(mine) >= _FEWEST or (runs and not rests[-1]) else -1
        if place < 0 or not mine:
            if runs:
                rests[-1].append(line)
            continue
        if runs and not rests[-1] and place <= at and not _begins_question(line):
            runs[-1].append(line)
        else:
            runs.append([line])
            rests.append([])
        at = place + len(needle) - 1
    found = _with_parts(
        [
            _found(source, run, list(merged(source, rest, width=width)))
            for place, (run, rest) in enumerate(zip(runs, rests, strict=True))
            if rest or place + 1 == len(runs) or not _begins_question(runs[place + 1][0])
        ]
    )
    asking = [one for one in found if asks(one.read.text) or one.read.text[:1].islower()]
    if len(asking) < _LEAST or sum(bool(one.rest) for one in found) * 2 < len(found):
        return []
    return found


def _begins_question(line: Line) -> bool:
    label = label_at(line.body)
    return label is not None and label.kind in (Kind.NUMBER, Kind.WORD)


def _with_parts(found: Sequence[Found]) -> list[Found]:
    """Clauses under (b), (c) and so on are parts of the numbered question above them, whose own clause ended with (a)."""
    out: list[Found] = []
    for one in found:
        last = out[-1] if out else None
        lettered = one.label is not None and one.label.kind in (Kind.LETTER, Kind.ROMAN)
        if last is None or not lettered or not last.read.parts:
            out.append(one)
            continue
        part = PartRead(one.read.label, one.read.text, one.start, one.end)
        last.parted.append((part.label.strip(_MARKS).lower(), one.rest))
        last.rest.extend(one.rest)
        out[-1] = replace(last, read=replace(last.read, parts=(*last.read.parts, part)))
    return out


_MARKS = " ().[]-/:"


def _found(source: Source, run: Sequence[Line], rest: list[Line]) -> Found:
    label = label_at(run[0].body)
    first = label_at(run[-1].body) if len(run) > 1 else None
    if label and first and label.kind in (Kind.NUMBER, Kind.WORD) and first.kind in (Kind.LETTER, Kind.ROMAN):
        return _parted(source, run, rest, label, first)
    start, end = run[0].at, run[-1].end
    text = source.printed(start + (label.length if label else 0), end)
    read = QuestionRead(label.printed if label else "", text, _inline(source, start, end), start, end, 0.7)
    return Found(read, label, start, end, rest)


def _inline(source: Source, start: int, end: int) -> tuple[PartRead, ...]:
    """The parts labelled inside the clause."""
    return tuple(
        PartRead(
            part.label,
            source.printed(start + part.start, start + part.end).strip(" ,;"),
            start + part.start,
            start + part.end,
        )
        for part in inline_parts(source.text[start:end])
    )


def _parted(source: Source, run: Sequence[Line], rest: list[Line], label: Label, first: Label) -> Found:
    """A question whose clause ends with its first part."""
    start, end, last = run[0].at, run[-1].end, run[-1]
    part = PartRead(first.printed, source.printed(last.at + first.length, last.end), last.at, last.end)
    text = source.printed(start + label.length, run[-2].end)
    read = QuestionRead(label.printed, text, (part,), start, end, 0.7)
    return Found(read, label, start, end, rest, [(part.label.strip(_MARKS).lower(), [*rest])])
