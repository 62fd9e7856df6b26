"""A zip archive of files that people and authorities named: in the order given, each under a name of its own."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from requests_app.core.calendars import LONDON

_EARLIEST = 1980


class Archive:
    """Filled file by file. ``listed`` are the paths with what each is, in their order."""

    def __init__(self, *, made_at: datetime) -> None:
        self._buffer = io.BytesIO()
        self._zip = zipfile.ZipFile(self._buffer, "w", zipfile.ZIP_DEFLATED)
        moment = made_at.astimezone(LONDON).timetuple()[:6]
        self._moment = moment if moment[0] >= _EARLIEST else (_EARLIEST, 1, 1, 0, 0, 0)
        self.listed: list[tuple[str, str]] = []

    def put(self, path: str, content: bytes | str, what: str) -> None:
        """Put one file in. Raises ValueError for a path that is there already, or leads out of the archive."""
        if path.startswith("/") or ".." in path.split("/") or path in self._zip.NameToInfo:
            raise ValueError(path)
        entry = zipfile.ZipInfo(path, self._moment)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, content.encode() if isinstance(content, str) else content)
        self.listed.append((path, what))

    def close(self) -> bytes:
        """The whole archive."""
        self._zip.close()
        return self._buffer.getvalue()
