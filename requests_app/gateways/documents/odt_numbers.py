"""The labels of lists in OpenDocument texts, counted as LibreOffice counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from requests_app.gateways.documents.numbering import label_of

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_STYLES = {"1": "decimal", "a": "lower", "A": "upper", "i": "roman", "I": "Roman"}


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    before: str
    after: str
    start: int
    shown: int
    pattern: str = ""


class Numbers:
    """Counters of the lists of one file."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name", "")] = dict(map(_level, style))

    def begin(self, element: Element, style: str, level: int) -> None:
        """A list begins: it counts anew, unless it says that it goes on."""
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if level > 1 or not goes_on:
            for deeper in [each for each in self._counts[style] if each >= level]:
                del self._counts[style][deeper]

    def label(self, item: Element, style: str, level: int) -> str:
        """What is printed before an item: “1.”, “(a)”, a bullet, or nothing."""
        levels = self._styles.get(style, {})
        at = levels.get(level)
        if at is None:
            return ""
        counts = self._counts[style]
        start = item.get(f"{TEXT}start-value", "")
        counts[level] = int(start[:4]) if start.isdigit() else counts.get(level, at.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if at.style == "bullet":
            return "\u2022"
        if not at.style:
            return f"{at.before}{at.after}".strip()
        if at.pattern:
            return _patterned(at.pattern, levels, counts)
        first = max(1, level - at.shown + 1)
        shown = [
            label_of(_STYLES.get(levels[each].style, "decimal"), counts.get(each, levels[each].start))
            for each in range(first, level + 1)
            if each in levels
        ]
        return f"{at.before}{'.'.join(shown)}{at.after}".strip()


def _patterned(pattern: str, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    out = pattern
    for place, level in levels.items():
        number = label_of(_STYLES.get(level.style, "decimal"), counts.get(place, level.start))
        out = out.replace(f"%{place}%", number)
    return out.strip()


def _level(element: Element) -> tuple[int, _Level]:
    place, start, shown = (
        element.get(f"{TEXT}{what}", "1") for what in ("level", "start-value", "display-levels")
    )
    is_bullet = element.tag in (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image")
    level = _Level(
        style="bullet" if is_bullet else element.get(f"{STYLE}num-format", ""),
        before=element.get(f"{STYLE}num-prefix", ""),
        after=element.get(f"{STYLE}num-suffix", ""),
        start=int(start[:4]) if start.isdigit() else 1,
        shown=int(shown[:2]) if shown.isdigit() else 1,
        pattern="" if is_bullet else element.get(f"{_LOEXT}num-list-format", ""),
    )
    return int(place[:2]) if place.isdigit() else 1, level
