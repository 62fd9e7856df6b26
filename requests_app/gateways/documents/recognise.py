"""What a file is: by its content first, by its name where the content leaves it open."""

from __future__ import annotations

import re

from requests_app.gateways.documents.names import ending_of
from requests_app.gateways.documents.plain import decoded, is_binary

PICTURES = ("png", "jpg", "tif", "gif", "webp", "bmp", "heic")
READABLE = ("txt", "html", "eml", "msg", "pdf", "docx", "rtf", "odt", "xlsx", "xls", "ods", "csv", "zip")
"""Kinds with words in them, by their usual ending."""

_STARTS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ", "xz"),
    (b"MZ", "exe"),
    (b"\x7fELF", "exe"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|div|br|table|tr|td|span|ul|li|h[1-6]|strong|a)\b[^<>]{0,500}>", re.IGNORECASE)
_HEADER = re.compile(
    r"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.ASCII
)  # RFC 5322: a name without spaces, a colon, a value that may go on in the next line
_MAIL_NAMES = re.compile(
    r"^(?:from|to|subject|date|received|message-id|mime-version|return-path|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_SAME = {
    "htm": "html",
    "xhtml": "html",
    "text": "txt",
    "log": "txt",
    "md": "txt",
    "jpeg": "jpg",
    "tiff": "tif",
}
_SAME |= {"xlsm": "xlsx", "xltx": "xlsx", "docm": "docx", "dotx": "docx", "tsv": "csv", "mht": "eml"}
_SAME |= {"mhtml": "eml", "xlsb": "xlsx", "ott": "odt"}


def kind_of(name: str, content: bytes) -> str:
    """The kind by its usual ending (``pdf``, ``docx`` ...), or the ending of the name where nobody here reads it.

    An archive of one's own kind (.docx, .xlsx, .odt) is told from a .zip by what lies in it.
    """
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        return _kind_of_ole(name, content)
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    if content[4:8] == b"ftyp":
        return "heic" if content[8:12] in (b"heic", b"heix", b"mif1") else "mp4"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    return _kind_of_text(name, content)


def _kind_of_text(name: str, content: bytes) -> str:
    ending = _SAME.get(ending_of(name), ending_of(name))
    begin = decoded(content[:65_536])
    if is_binary(begin):
        return "unknown"
    if ending != "txt":
        header = _HEADER.match(begin.replace("\r\n", "\n"))
        if header and len(_MAIL_NAMES.findall(header[0])) >= 2:
            return "eml"
        if _HTML.search(begin[:4096]) or (ending == "html" and _TAGS.search(begin)):
            return "html"
    if ending in ("csv", "html", "eml"):
        return ending
    return "txt"


def looks_like_markup(text: str) -> bool:
    """Whether a pasted text is the source of a web page rather than its words."""
    begin = text[:20_000]
    return _HTML.search(begin[:4096]) is not None or len(_TAGS.findall(begin)) >= max(4, len(begin) // 400)


def _kind_of_zip(content: bytes) -> str:
    tail = content[-262_144:] + content[:4096]  # the list of what lies in it stands at the end
    if b"word/document" in tail or b"word/styles" in tail:
        return "docx"
    if b"xl/workbook" in tail or b"xl/worksheets" in tail:
        return "xlsx"
    if b"ppt/presentation" in tail:
        return "pptx"
    mimetype = content[30:120]
    if b"opendocument.text" in mimetype:
        return "odt"
    if b"opendocument.spreadsheet" in mimetype:
        return "ods"
    return "zip"


def _kind_of_ole(name: str, content: bytes) -> str:
    """By the names of the streams, which are UTF-16 in the directory."""
    for stream, kind in (
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("__properties_version1.0", "msg"),
        ("PowerPoint Document", "ppt"),
        ("EncryptedPackage", "locked"),
    ):
        if stream.encode("utf-16-le") in content:
            return kind
    if "Book".encode("utf-16-le") + b"\x00\x00" in content:
        return "xls"
    return _SAME.get(ending_of(name), ending_of(name)) or "unknown"


_WHAT_TO_DO = {
    "doc": "is in Word's format of before 2007. Open it, save it as .docx or PDF, and upload that",
    "ppt": "is a set of slides. Save it as PDF and upload that",
    "pptx": "is a set of slides. Save it as PDF and upload that",
    "rar": "is an archive we can't open. Unpack it and upload the files in it",
    "7z": "is an archive we can't open. Unpack it and upload the files in it",
    "gz": "is an archive we can't open. Unpack it and upload the files in it",
    "bz2": "is an archive we can't open. Unpack it and upload the files in it",
    "xz": "is an archive we can't open. Unpack it and upload the files in it",
    "exe": "is a program, not a reply. Nothing in it was run",
    "locked": "is locked with a password. Open it, save it without one, and upload that",
    "mp4": "is a film. Write down what it says and paste that",
}


def refusal(name: str, kind: str) -> str:
    """The sentence for a file that nobody here reads, with what to do instead."""
    if kind in _WHAT_TO_DO:
        return f"“{name}” {_WHAT_TO_DO[kind]}."
    ending = ending_of(name)
    if ending in ("txt", "csv", "html", "htm"):
        return (
            f"“{name}” is not text, whatever its name says. Open it in the program it was made with and paste "
            "its words instead."
        )
    return (
        f"“{name}” is of a kind that can't be read here. Open it in the program it was made with, save it as PDF, "
        ".docx or .txt and upload that, or paste its words instead."
    )
