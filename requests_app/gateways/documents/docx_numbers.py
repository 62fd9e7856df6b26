"""The labels Word prints before numbered paragraphs, counted as Word counts them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from requests_app.gateways.documents.numbering import label_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = {
    "lowerLetter": "lower", "upperLetter": "upper", "lowerRoman": "roman", "upperRoman": "Roman",
}  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str
    start: int


class Numbers:
    """Counters of the lists of one file. ``label`` must be asked for every paragraph, in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._style_numbers: dict[str, tuple[str, int]] = {}
        self._based_on: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read_lists(numbering)
        if styles is not None:
            self._read_styles(styles)

    def label(self, paragraph: Element) -> str:
        """What Word prints before the paragraph: “1.”, “(a)”, a bullet, or nothing."""
        number, level = self._number_of(paragraph)
        known = self._lists.get(number)
        if known is None:
            return ""
        abstract, starts = known
        levels = self._abstract.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts[abstract]
        self._count(counts, number, level, levels, starts)
        return self._printed(levels, counts, level)

    def _count(
        self,
        counts: dict[int, int],
        number: str,
        level: int,
        levels: dict[int, _Level],
        starts: dict[int, int],
    ) -> None:
        """One more on this level; the levels below it begin anew. A list with a start of its own restarts once."""
        restarts = level in starts and (number, level) not in self._begun
        self._begun.add((number, level))
        if restarts or level not in counts:
            counts[level] = starts.get(level, levels[level].start)
        else:
            counts[level] += 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]

    @staticmethod
    def _printed(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
        at = levels[level]
        if at.style == "bullet":
            return "\u2022"
        if at.style == "none":
            return ""

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            one = levels.get(place, at)
            return label_of(_STYLES.get(one.style, "decimal"), counts.get(place, one.start))

        return _PLACE.sub(shown, at.text).strip()

    def _number_of(self, paragraph: Element) -> tuple[str, int]:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = self._of_style(style.get(f"{W}val", "") if style is not None else "")
        if own is None:
            return inherited
        number, level = _value(own, "numId"), _value(own, "ilvl")
        return number or inherited[0], int(level) if level.isdigit() else inherited[1]

    def _of_style(self, style: str) -> tuple[str, int]:
        for _ in range(20):
            if style in self._style_numbers or not style:
                break
            style = self._based_on.get(style, "")
        return self._style_numbers.get(style, ("", 0))

    def _read_lists(self, numbering: Element) -> None:
        for abstract in numbering.findall(f"{W}abstractNum"):
            self._abstract[abstract.get(f"{W}abstractNumId", "")] = dict(
                map(_level, abstract.findall(f"{W}lvl"))
            )
        for num in numbering.findall(f"{W}num"):
            starts = {}
            for override in num.findall(f"{W}lvlOverride"):
                start = _value(override, "startOverride")
                place = override.get(f"{W}ilvl", "0")
                if start.isdigit() and place.isdigit():
                    starts[int(place)] = int(start[:4])
            self._lists[num.get(f"{W}numId", "")] = (_value(num, "abstractNumId"), starts)

    def _read_styles(self, styles: Element) -> None:
        for style in styles.findall(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._based_on[name] = _value(style, "basedOn")
            own = style.find(f"{W}pPr/{W}numPr")
            if own is not None:
                level = _value(own, "ilvl")
                self._style_numbers[name] = (_value(own, "numId"), int(level) if level.isdigit() else 0)


def _level(element: Element) -> tuple[int, _Level]:
    start = _value(element, "start")
    place = element.get(f"{W}ilvl", "0")
    level = _Level(
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText"),
        int(start[:4]) if start.isdigit() else 1,
    )
    return int(place) if place.isdigit() else 0, level


def _value(element: Element, tag: str) -> str:
    found = element.find(f"{W}{tag}")
    return found.get(f"{W}val", "") if found is not None else ""
