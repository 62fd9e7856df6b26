"""Labels of numbered lists, which word processors and web pages count by themselves and never write down."""

from __future__ import annotations

_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip


def label_of(style: str, number: int) -> str:
    """The number in one of the styles decimal, lower, upper (letters), roman, Roman; bare, without points."""
    if number < 1 or number > 4000:
        return str(number)
    if style in ("lower", "upper"):
        letter = _letters(number)
        return letter if style == "lower" else letter.upper()
    if style in ("roman", "Roman"):
        numeral = _roman(number)
        return numeral if style == "roman" else numeral.upper()
    return str(number)


def _letters(number: int) -> str:
    """Word's way: a to z, then aa, bb ..."""
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def _roman(number: int) -> str:
    out = ""
    for value, numeral in _ROMAN.items():
        while number >= value:
            out += numeral
            number -= value
    return out
