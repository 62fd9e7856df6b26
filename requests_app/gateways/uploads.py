"""Uploads refused by their size before they are read."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from requests_app.gateways.documents.limits import MEGABYTE, TOGETHER_BYTES

BESIDES = 3 * MEGABYTE
"""For what is sent beside the files: the form's text, and the wrapping of each part."""


class UploadTooBig(RequestDataTooBig):
    """Says in words how much is taken."""


class BoundedUpload(FileUploadHandler):
    """The first of the upload handlers: takes nothing itself, and lets nothing through that is too large as a whole."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],  # noqa: N803  Django's name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Raise UploadTooBig by the length the browser announces: no more than that is read."""
        if content_length > TOGETHER_BYTES + BESIDES:
            raise UploadTooBig(f"{TOGETHER_BYTES // MEGABYTE} MB of files")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Leave it to the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave it to the next handler."""
