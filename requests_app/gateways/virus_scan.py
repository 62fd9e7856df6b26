"""ClamAV, where an installation has it: files are shown to its daemon, piece by piece (INSTREAM), before anybody gets them."""

from __future__ import annotations

import socket
from struct import pack
from urllib.parse import urlsplit

_PIECE = 1 << 16
_SECONDS = 60.0
_LONGEST_ANSWER = 4096


class ScannerAway(Exception):
    """The scanner can't be reached, or gave no answer that says yes or no."""


def virus_in(content: bytes, address: str) -> str:
    """The name of what the scanner found in some bytes; "" where they are clean.

    ``address`` is ``unix:///run/clamav/clamd.ctl`` or ``tcp://127.0.0.1:3310``. Raises ScannerAway.
    """
    try:
        with _connected(address) as connection:
            connection.sendall(b"zINSTREAM\0")
            for at in range(0, len(content), _PIECE):
                piece = content[at : at + _PIECE]
                connection.sendall(pack("!I", len(piece)) + piece)
            connection.sendall(pack("!I", 0))
            answer = _answer(connection)
    except (OSError, ValueError) as error:
        raise ScannerAway(f"The virus scanner can't be reached ({type(error).__name__}).") from error
    if answer.endswith("FOUND"):
        return answer.removeprefix("stream:").removesuffix("FOUND").strip() or "a virus"
    if answer.endswith("OK"):
        return ""
    raise ScannerAway(f"The virus scanner says: {answer[:200] or 'nothing'}.")


def _connected(address: str) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme == "unix":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(_SECONDS)
        try:
            connection.connect(parts.path)
        except OSError:
            connection.close()
            raise
        return connection
    return socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 3310), timeout=_SECONDS)


def _answer(connection: socket.socket) -> str:
    told = b""
    while len(told) < _LONGEST_ANSWER:
        piece = connection.recv(1024)
        if not piece:
            break
        told += piece
        if b"\0" in piece:
            break
    return told.partition(b"\0")[0].decode("utf-8", "replace").strip()
