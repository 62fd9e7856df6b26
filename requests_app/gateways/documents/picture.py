"""A picture of a page: a photograph or a scan saved by itself."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from requests_app.core.errors import BadInput
from requests_app.gateways.documents import ocr
from requests_app.gateways.documents.limits import PICTURE_PIXELS
from requests_app.gateways.documents.page_text import right_margin, text_lines
from requests_app.gateways.documents.page_words import lines_of
from requests_app.gateways.documents.recognise import kind_of
from requests_app.gateways.documents.records import Document, Note, NoteKind

_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP")
_DOTS = 300


def read_picture(name: str, content: bytes) -> Document:
    """A picture, its words recognised where Tesseract is installed. Raises BadInput where it is too large."""
    kind = kind_of(name, content)
    empty = Document(name, kind, is_picture=True, pages=1)
    what = f"“{name}”"
    if kind == "heic" or not ocr.is_installed():
        return empty.with_notes(ocr.picture_note(what))
    picture = _grey(name, content)
    lines = lines_of(ocr.words_of(picture, dots=_DOTS))
    text = "\n".join(text_lines(lines, right=right_margin(lines)))
    if not text.strip():
        return empty.with_notes(ocr.picture_note(what))
    told = Note(
        NoteKind.UNSURE,
        "Words recognised in a picture. Check them, figures above all, against the file.",
    )
    return Document(name, kind, text, is_picture=True, pages=1, notes=(told,))


def _grey(name: str, content: bytes) -> ocr.Picture:
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
            if opened.width * opened.height > PICTURE_PIXELS:
                raise BadInput(
                    f"“{name}” is too large a picture to be read. Save it smaller and upload that."
                )
            grey = opened.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadInput(f"“{name}” is damaged: the picture can't be opened.") from error
    return ocr.Picture(b"P5 %d %d 255\n" % grey.size + grey.tobytes(), _DOTS / 72)
