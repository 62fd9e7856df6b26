"""Rich text as Outlook packs it into mails: [MS-OXRTFCP]."""

from __future__ import annotations

from struct import unpack_from

_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans "
    b"SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What the dictionary holds at first, by the specification (2.1.2.1): 207 bytes."""

_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_MOST = 20 * 1024 * 1024


def unpacked(data: bytes) -> bytes:
    """The rich text; nothing where it is damaged. At most 20 MB."""
    if len(data) < 16:
        return b""
    size, kind = unpack_from("<I", data, 4)[0], data[8:12]
    if kind == _PLAIN:
        return data[16 : 16 + size]
    if kind != _PACKED or size > _MOST:
        return b""
    return _unpack(data[16:], size)


def _unpack(data: bytes, size: int) -> bytes:
    window = bytearray(_START.ljust(_WINDOW, b"\0"))
    write = len(_START)
    out = bytearray()
    at = 0
    while at < len(data) and len(out) < size:
        control = data[at]
        at += 1
        for bit in range(8):
            if at >= len(data) or len(out) >= size:
                break
            if not control >> bit & 1:
                piece = data[at : at + 1]
                at += 1
            else:
                if at + 2 > len(data):
                    return bytes(out)
                token = data[at] << 8 | data[at + 1]
                at += 2
                offset, length = token >> 4, (token & 0xF) + 2
                if offset == write:
                    return bytes(out)
                piece = _from_window(window, offset, length, write)
            for byte in piece:
                window[write] = byte
                write = (write + 1) % _WINDOW
            out += piece
    return bytes(out)


def _from_window(window: bytearray, offset: int, length: int, write: int) -> bytes:
    """A run of the window. It may go on into what it writes itself."""
    piece = bytearray()
    for place in range(length):
        at = (offset + place) % _WINDOW
        ahead = (at - write) % _WINDOW
        piece.append(piece[ahead] if ahead < len(piece) else window[at])
    return bytes(piece)
