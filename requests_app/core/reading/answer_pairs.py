"""Answers that stand each below its question, and below its parts."""

from __future__ import annotations

from collections.abc import Sequence

from requests_app.core.reading.addresses import Addresses
from requests_app.core.reading.answer_units import Unit, is_afterword
from requests_app.core.reading.correspondence import is_closing
from requests_app.core.reading.division import Division
from requests_app.core.reading.lines import Line
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.request_block import is_heading


def pair_units(division: Division) -> list[Unit]:
    """Each question with the lines below it; a question with nothing below it shares the next one's answer
    when that says so ("Answers 2 & 3").
    """
    units: list[Unit] = []
    addresses = Addresses(division.found)
    for index, question in enumerate(division.found):
        if question.parted:
            units.extend(Unit([(index, part)], lines) for part, lines in _parted(question, index, division))
            continue
        lines = _closed(question.rest, last=index == len(division.found) - 1)
        headed = False
        for line in lines:
            address = addresses.of(line.body, index - 1)
            joint = address is not None and (address.headed or len(address.targets) > 1)
            if address is not None and joint and any(target == index for target, _ in address.targets):
                piece = division.source.piece(line.at + address.length, line.end, gap=line.gap)
                units.append(Unit(list(address.targets), [piece] if piece.body else [], headed=True))
                headed = True
            elif headed:
                units[-1].lines.append(line)
            elif not is_heading(line):
                _unheaded(units, index).lines.append(line)
    answered = {target[0] for unit in units for target in unit.targets}
    units.extend(Unit([(index, "")]) for index in range(len(division.found)) if index not in answered)
    return units


def _parted(question: Found, index: int, division: Division) -> list[tuple[str, list[Line]]]:
    """What stands under each part of a question; under the last part of the last question without the letter's closing."""
    last = index == len(division.found) - 1
    return [
        (part, _closed(lines, last=last and place == len(question.parted) - 1))
        for place, (part, lines) in enumerate(question.parted)
    ]


def _unheaded(units: list[Unit], index: int) -> Unit:
    if not units or units[-1].headed or units[-1].targets != [(index, "")]:
        units.append(Unit([(index, "")]))
    return units[-1]


def _closed(lines: Sequence[Line], *, last: bool) -> list[Line]:
    """The lines of an answer; of the last only those before what closes the letter."""
    if not last:
        return list(lines)
    for place, line in enumerate(lines):
        said = any(not is_heading(earlier) for earlier in lines[1:place])
        if is_closing(line) or (said and is_afterword(line)):
            return list(lines[:place])
    return list(lines)
