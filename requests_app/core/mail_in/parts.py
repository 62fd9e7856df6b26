"""The parts of a mail: which are the letter, which are files; each decoded, however badly it was encoded."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from email.message import Message
from urllib.parse import unquote_to_bytes

from requests_app.core.mail_in.alphabets import words_of
from requests_app.core.mail_in.headers import as_words, from_base64

MOST_PARTS = 1_000
"""Parts that are looked at; mails made to stop their reader have more."""
_LOGO = 30_000
"""Bytes of a picture within a page up to which it is a sign or a logo, not a scanned letter."""
_SEALS = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_TYPE = re.compile(r"\s*([\w.+*!#$&^-]{1,80})\s*/\s*([\w.+*!#$&^-]{1,127})")


def header(part: Message, name: str) -> str:
    """The raw value of a part's first header of this name; "" without one."""
    wanted = name.lower()
    return next((str(value) for key, value in part.raw_items() if key.lower() == wanted), "")


def type_of(part: Message) -> str:
    """The type that a part claims; plain text where it claims none, and where nobody could know it."""
    claimed = header(part, "Content-Type")
    found = _TYPE.match(claimed)
    if found:
        return f"{found[1]}/{found[2]}".lower()
    bare = claimed.partition(";")[0].strip().lower()
    return "text/html" if bare == "html" else "text/plain"


_PARAMETER = re.compile(
    r';\s{0,20}([\w-]{1,60})(?:\*(\d{1,3}))?(\*)?\s{0,5}=\s{0,5}(?:"((?:[^"\\]|\\.){0,2000})"?|([^;"\r\n]{0,1000}))'
)


def parameter(value: str, name: str) -> str:
    """A parameter of a header: in one piece or in several, in any alphabet, quoted or not."""
    flat = re.sub(r"\r?\n[ \t]*", " ", value[:20_000])
    pieces: dict[int, tuple[str, bool]] = {}
    for found in _PARAMETER.finditer(flat):
        if found[1].lower() == name:
            text = re.sub(r"\\(.)", r"\1", found[4]) if found[4] is not None else found[5].strip()
            pieces.setdefault(int(found[2] or 0), (text, bool(found[3])))
    if not pieces:
        return ""
    first, is_coded = pieces[min(pieces)]
    if not is_coded:
        return as_words("".join(text for _, (text, _) in sorted(pieces.items())))
    alphabet, _, rest = first.partition("'")
    rest = rest.partition("'")[2] if "'" in rest else first
    whole = rest + "".join(text for _, (text, _) in sorted(pieces.items())[1:])
    return " ".join(words_of(unquote_to_bytes(whole), alphabet).split())


def name_of(part: Message) -> str:
    """What a part calls itself as a file; "" for none."""
    return parameter(header(part, "Content-Disposition"), "filename") or parameter(
        header(part, "Content-Type"), "name"
    )


def disposition(part: Message) -> str:
    """Attachment, inline, or nothing."""
    return header(part, "Content-Disposition").partition(";")[0].strip().lower()


def content(part: Message) -> bytes:
    """A part's bytes, decoded as its header says, and where that can't be, as they came."""
    payload: object = getattr(part, "_payload", "")  # get_payload would guess at an alphabet, and lose bytes
    if isinstance(payload, list):
        return b"\r\n".join(as_bytes(each) for each in payload if isinstance(each, Message))
    data = str(payload or "").encode("utf-8", "surrogateescape")
    how = as_words(header(part, "Content-Transfer-Encoding")).lower().split(";")[0].strip().strip('"')
    if how in ("base64", "b", "base-64"):
        return _from_base64(data)
    if how in ("quoted-printable", "q", "quoted printable", "quotedprintable"):
        return quopri.decodestring(data)
    if how in ("x-uuencode", "uuencode", "x-uue", "uue"):
        files = [inner for _, inner, _, _ in uuencoded(data)]
        return files[0] if files else data
    return data


def _from_base64(data: bytes) -> bytes:
    """Words that only claim to be base64 are left as words."""
    bare = data.strip()
    lines = bare.splitlines()
    is_spaced = any(b" " in line.strip() for line in lines)
    if is_spaced and len(re.findall(rb"[^A-Za-z0-9+/=\s]", bare)) * 20 > len(bare):
        return data
    # Foot lines that servers put below what was encoded are no part of it.
    kept = [line for line in lines if b" " not in line.strip()]
    return from_base64(b"\n".join(kept if len(kept) < len(lines) and kept else lines))


_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,200})\r?\n", re.MULTILINE)


def uuencoded(data: bytes) -> Iterator[tuple[str, bytes, int, int]]:
    """Files in the words of a mail, as old programs put them there: name, bytes, and from where to where they stand."""
    at = 0
    while found := _BEGIN.search(data, at):
        lines, at = [], found.end()
        ended = False
        for line in re.finditer(rb"[^\r\n]{0,200}(?:\r?\n|\r|$)", data[at:]):
            text = line[0].rstrip(b"\r\n")
            if text.strip() == b"end" or (not text and line.end() >= len(data) - at):
                at, ended = at + line.end(), True
                break
            if text.strip() not in (b"", b"`"):
                piece = _uu_line(text)
                if piece is None:
                    at += line.start()
                    break
                lines.append(piece)
        if lines and (ended or len(lines) > 1):
            yield as_words(found[1].decode("ascii", "replace")), b"".join(lines), found.start(), at


def _uu_line(line: bytes) -> bytes | None:
    """One line decoded; None where it is none. Some programs say too much of its length, others drop blanks at its end."""
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        count = (line[0] - 32) & 63
        needed = (count + 2) // 3 * 4 + 1
        try:
            return binascii.a2b_uu(line.ljust(needed)[:needed])
        except binascii.Error:
            return None


def leaves(message: Message) -> Iterator[tuple[Message, tuple[Message, ...]]]:
    """The parts that hold something, in order, each with the multiparts it lies in, the outermost first. A mail within a
    mail is one part.
    """
    waiting: list[tuple[Message, tuple[Message, ...]]] = [(message, ())]
    count = 0
    while waiting and count < MOST_PARTS:
        part, around = waiting.pop()
        payload = getattr(part, "_payload", None)
        if isinstance(payload, list) and type_of(part).startswith("multipart/"):
            children = [child for child in payload if isinstance(child, Message)]
            waiting.extend((child, (*around, part)) for child in reversed(children))
        else:
            count += 1
            yield part, around


def is_seal(part: Message) -> bool:
    """The seal of a signed mail."""
    return type_of(part) in _SEALS


def is_logo(part: Message, around: tuple[Message, ...], size: int) -> bool:
    """A small picture that a page of the same mail shows, such as a crest below a signature."""
    return (
        type_of(part).startswith("image/")
        and disposition(part) != "attachment"
        and bool(header(part, "Content-ID"))
        and any(type_of(each) == "multipart/related" for each in around)
        and size < _LOGO
    )


def as_bytes(message: Message) -> bytes:
    """A mail within a mail as a file of its own."""
    lines = [f"{name}: {value}" for name, value in message.raw_items()]
    head = "\r\n".join(line.replace("\r\n", "\n").replace("\n", "\r\n") for line in lines)
    return head.encode("utf-8", "surrogateescape") + b"\r\n\r\n" + _payload_bytes(message)


def _payload_bytes(message: Message) -> bytes:
    payload: object = getattr(message, "_payload", "")
    if not isinstance(payload, list):
        return str(payload or "").encode("utf-8", "surrogateescape")
    if not type_of(message).startswith("multipart/"):
        return b"".join(as_bytes(each) for each in payload if isinstance(each, Message))
    mark = parameter(header(message, "Content-Type"), "boundary").encode("utf-8", "replace")
    inner = [
        b"--" + mark + b"\r\n" + as_bytes(each) + b"\r\n" for each in payload if isinstance(each, Message)
    ]
    return b"".join(inner) + b"--" + mark + b"--\r\n"
