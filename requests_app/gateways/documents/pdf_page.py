"""One page of a PDF, by PDFium's own functions: its words, and the lines and pictures drawn on it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from requests_app.gateways.documents.page_grids import MOST_EDGES, Box, Drawn
from requests_app.gateways.documents.page_words import Word

_MOST_LETTERS = 60_000
_MOST_OBJECTS = 20_000
_DEEPEST_FORM = 4

Turn = Callable[[float, float], tuple[float, float]]
_TURNS: dict[int, Turn] = {
    0: lambda x, y: (x, -y),
    90: lambda x, y: (y, x),
    180: lambda x, y: (-x, y),
    270: lambda x, y: (-y, -x),
}
"""From a page's own coordinates (upwards) to those of the page as it is shown (downwards)."""


def words_on(page: pypdfium2.PdfPage, black: Sequence[Box] = ()) -> tuple[list[Word], int]:
    """The words of a page with their places, and how many letters stand black under the boxes: somebody meant to take
    them out, and only painted over them. They are left out.
    """
    text = page.get_textpage()
    try:
        turn = _TURNS.get(page.get_rotation(), _TURNS[0])
        covered: list[int] = []
        return list(_words(text.raw, turn, black, covered)), len(covered)
    finally:
        text.close()


def _words(text: object, turn: Turn, black: Sequence[Box], covered: list[int]) -> Iterator[Word]:
    letters: list[str] = []
    left = top = right = bottom = base = tall = last = 0.0
    for letter in _letters(text, turn, black, covered):
        if letters and not (letter.left > last - 1.0 and _follows(letter, right, top, bottom, base)):
            yield Word(left, top, right, bottom, "".join(letters), base, tall)
            letters = []
        if not letter.text:
            continue
        if letters:
            right, top, bottom = max(right, letter.right), min(top, letter.top), max(bottom, letter.bottom)
            tall = max(tall, letter.tall)
        else:
            left, top, right, bottom, _, base, tall = letter
        last = letter.left
        letters.append(letter.text)
    if letters:
        yield Word(left, top, right, bottom, "".join(letters), base, tall)


def _letters(text: object, turn: Turn, black: Sequence[Box], covered: list[int]) -> Iterator[Word]:
    """The letters in the order of the file; an empty one, far away, where there is a space."""
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    ink_of, origin_of = pdfium.FPDFText_GetCharBox, pdfium.FPDFText_GetCharOrigin
    box = pdfium.FS_RECTF()
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    for place in range(min(pdfium.FPDFText_CountChars(text), _MOST_LETTERS)):
        code = unicode_of(text, place)
        if code in _SPACES or (code < 32 and code != 2) or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            yield _SPACE
            continue
        box_of(text, place, box)
        origin_of(text, place, x, y)
        ink_of(text, place, left, right, bottom, top)
        (x0, y0), (x1, y1) = turn(box.left, box.top), turn(box.right, box.bottom)
        base = turn(x.value, y.value)[1]
        ink = min(turn(left.value, top.value)[1], turn(right.value, bottom.value)[1])
        shown = "-" if code in (2, 0xAD) else chr(code)
        if black and _is_under((x0 + x1) / 2, (y0 + y1) / 2, black) and _is_dark_letter(text, place):
            covered.append(place)
            yield _SPACE
            continue
        yield Word(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), shown, base, base - ink)


def _is_under(across: float, down: float, boxes: Sequence[Box]) -> bool:
    return any(box.left <= across <= box.right and box.top <= down <= box.bottom for box in boxes)


def _is_dark_letter(text: object, place: int) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    return bool(pdfium.FPDFText_GetFillColor(text, place, *colour)) and _is_dark(colour)


def _is_dark(colour: Sequence[ctypes.c_uint]) -> bool:
    """Red, green, blue and how solid it is."""
    return sum(each.value for each in colour[:3]) < _DARK and colour[3].value > 200


_DARK = 3 * 90
_SPACES = frozenset((32, 0xA0, 0x2002, 0x2003, 0x2009, 0x200B, 0x202F))
_SPACE = Word(-1e9, -1e9, -1e9, -1e9, "", 0.0, 0.0)


def _follows(letter: Word, right: float, top: float, bottom: float, base: float) -> bool:
    """Whether a letter belongs to the word before it: on its line, and near its end. The letters of a ligature share
    one place.
    """
    height = max(bottom - top, 0.1)
    level = abs(letter.base - base) < 0.5 or min(bottom, letter.bottom) - max(top, letter.top) > 0.4 * min(
        height, max(letter.height, 0.1)
    )
    return level and letter.left - right < 0.3 * height


def drawn_on(page: pypdfium2.PdfPage) -> Drawn:
    """The lines and boxes drawn on a page, and how much of it pictures cover."""
    drawn = Drawn()
    turn = _TURNS.get(page.get_rotation(), _TURNS[0])
    wide, high = page.get_size()
    covered = 0.0
    for kind, obj, matrix in _objects(page.raw):
        if len(drawn.level) + len(drawn.upright) > MOST_EDGES:
            break
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _path(obj, matrix, turn, drawn)
            if _is_black_box(obj):
                drawn.black.append(Box(*_bounds(obj, matrix, turn)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, top, right, bottom = _bounds(obj, matrix, turn)
            covered += (right - left) * (bottom - top)
    drawn.black.extend(_marked(page, turn))
    drawn.black = [
        box for box in drawn.black if box.right - box.left > _LEAST and box.bottom - box.top > _LEAST
    ]
    drawn.covered = min(covered / max(wide * high, 1.0), 1.0)
    return drawn


_LEAST = 4.0
_MOST_MARKS = 2_000


def _is_black_box(obj: object) -> bool:
    """Whether a path is filled with something dark."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(obj, fill, stroke) or fill.value == 0:
        return False
    colour = [ctypes.c_uint() for _ in range(4)]
    return bool(pdfium.FPDFPageObj_GetFillColor(obj, *colour)) and _is_dark(colour)


def _marked(page: pypdfium2.PdfPage, turn: Turn) -> Iterator[Box]:
    """Marks laid over the page: those meant for blackening, and boxes filled with something dark."""
    for place in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST_MARKS)):
        mark = pdfium.FPDFPage_GetAnnot(page.raw, place)
        if not mark:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(mark)
        colour = [ctypes.c_uint() for _ in range(4)]
        dark = kind == pdfium.FPDF_ANNOT_SQUARE and (
            pdfium.FPDFAnnot_GetColor(mark, pdfium.FPDFANNOT_COLORTYPE_InteriorColor, *colour)
            and _is_dark(colour)
        )
        rect = pdfium.FS_RECTF()
        if (kind == pdfium.FPDF_ANNOT_REDACT or dark) and pdfium.FPDFAnnot_GetRect(mark, ctypes.byref(rect)):
            (x0, y0), (x1, y1) = turn(rect.left, rect.top), turn(rect.right, rect.bottom)
            yield Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        pdfium.FPDFPage_CloseAnnot(mark)


Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _objects(page: object) -> Iterator[tuple[int, object, Matrix]]:
    """The objects of a page and of the forms in it, each with the matrix of its form."""
    left = _MOST_OBJECTS
    waiting: list[tuple[object, Matrix, int]] = [
        (pdfium.FPDFPage_GetObject(page, place), _SAME, 0)
        for place in range(min(pdfium.FPDFPage_CountObjects(page), left))
    ]
    while waiting and left:
        left -= 1
        obj, matrix, depth = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(obj)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield kind, obj, matrix
        elif depth < _DEEPEST_FORM:
            inner = _times(_matrix(obj), matrix)
            waiting.extend(
                (pdfium.FPDFFormObj_GetObject(obj, place), inner, depth + 1)
                for place in range(min(pdfium.FPDFFormObj_CountObjects(obj), left))
            )


def _matrix(obj: object) -> Matrix:
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(obj, ctypes.byref(own)):
        return _SAME
    return (own.a, own.b, own.c, own.d, own.e, own.f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r, a * q + b * s,
        c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _applied(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(obj: object, matrix: Matrix, turn: Turn) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(obj, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    one = turn(*_applied(matrix, left.value, bottom.value))
    other = turn(*_applied(matrix, right.value, top.value))
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _path(obj: object, matrix: Matrix, turn: Turn, drawn: Drawn) -> None:
    """A path's edges: those of its box where it is a line or a rectangle, each of its own level and upright lines
    where it draws a whole table at once.
    """
    segments = pdfium.FPDFPath_CountSegments(obj)
    if segments < 2:
        return
    if segments <= 6:
        if not any(_is_curve(obj, place) for place in range(segments)):
            drawn.box(*_bounds(obj, matrix, turn))
        return
    whole = _times(_matrix(obj), matrix)
    last = begun = (0.0, 0.0)
    for place in range(min(segments, MOST_EDGES)):
        segment = pdfium.FPDFPath_GetPathSegment(obj, place)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        at = turn(*_applied(whole, x.value, y.value))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = at
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            _edge(drawn, last, at)
            if pdfium.FPDFPathSegment_GetClose(segment):
                _edge(drawn, at, begun)
        last = at


def _is_curve(obj: object, place: int) -> bool:
    segment = pdfium.FPDFPath_GetPathSegment(obj, place)
    return bool(pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO)


def _edge(drawn: Drawn, one: tuple[float, float], other: tuple[float, float]) -> None:
    left, right = min(one[0], other[0]), max(one[0], other[0])
    top, bottom = min(one[1], other[1]), max(one[1], other[1])
    if right - left < 1 or bottom - top < 1:
        drawn.box(left, top, right, bottom)
