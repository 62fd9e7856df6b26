"""Sets one paper, given as JSON on standard input, and writes the PDF to standard output. Run by ``typeset`` alone."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

_PAPER = Path(__file__).resolve().parent / "paper.typ"
_TRIES = 4
_NOT_SHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_PLAIN = re.compile(r"[\n\t -~\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]")
_LONG_RUN = 8
_INVISIBLE = "\u200d\ufe0e\ufe0f"
_PROBE = b"""
#set document(title: "Letters")
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern"))
#for it in json(bytes(sys.inputs.letters)) { par(it); par(strong(it)) }
"""


def pdf_of(data: dict[str, Any], made_at: int) -> bytes:
    """Set a paper, with the letters that no font has put in words."""
    letters = sorted({letter for text in _texts(data) for letter in _PLAIN.sub("", text)})
    missing = set(_missing(letters)) if letters else set()
    for _ in range(_TRIES):
        try:
            return _set(_replaced(data, missing), made_at, ["ua-1"])
        except typst.TypstError as refusal:
            found = {letter for text in _named_in(refusal) for letter in text} - missing
            if not found:
                break
            missing |= found
    # What the standard refuses for a reason nobody foresaw is set without its promise, and tagged all the same.
    return _set(_replaced(data, missing), made_at, [])


def _set(data: dict[str, Any], made_at: int, standards: list[Any]) -> bytes:
    pdf = typst.compile(
        _PAPER.read_bytes(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs={"paper": json.dumps(data)},
        pdf_standards=standards,
        timestamp=made_at,
    )
    if not isinstance(pdf, bytes):
        raise TypeError
    return pdf


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Those of the wheel, and for what they lack those of the machine."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


def _missing(letters: list[str]) -> Iterator[str]:
    """The letters that no font here has: the typesetter itself is asked, in a document of these alone."""
    inputs = {"letters": json.dumps(letters)}
    try:
        typst.compile(_PROBE, format="pdf", font_paths=_fonts(), sys_inputs=inputs, pdf_standards=["ua-1"])
    except typst.TypstError as refusal:
        for text in _named_in(refusal):
            yield from text


def _named_in(refusal: typst.TypstError) -> Iterator[str]:
    for found in _NOT_SHOWN.finditer(str(getattr(refusal, "diagnostic", ""))):
        yield _ESCAPED.sub(lambda part: chr(int(part[1], 16)) if part[1] else part[2], found[1])


def _replaced(data: Any, missing: set[str]) -> Any:
    if not missing:
        return data
    any_of = f"[{re.escape(''.join(sorted(missing)))}]"
    run = re.compile(f"{any_of}(?:{any_of}|[{_INVISIBLE}])*")
    return _mapped(data, lambda text: run.sub(lambda found: _in_words(found[0]), text))


def _in_words(run: str) -> str:
    if len(run) > _LONG_RUN:
        return f"[{len(run)} characters for which there is no font here, from U+{ord(run[0]):04X}]"
    return "".join(f"[{_name(letter)}]" for letter in run if letter not in _INVISIBLE)


def _name(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return name.lower() if name and "IDEOGRAPH" not in name else f"U+{ord(letter):04X}"


def _mapped(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, list):
        return [_mapped(each, change) for each in data]
    if isinstance(data, dict):
        return {key: each if key == "kind" else _mapped(each, change) for key, each in data.items()}
    return data


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | dict):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)


def main() -> None:
    """One paper in, one PDF out."""
    given = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(pdf_of(given["paper"], given["made_at"]))


if __name__ == "__main__":
    main()
