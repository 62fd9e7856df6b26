"""``receive_email`` as a mail server calls it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from requests_app.management.commands import receive_email
from requests_app.models import IncomingEmail

pytestmark = pytest.mark.django_db
RAW = b"Subject: \xa3\r\n\r\nWords\r\n"


class _Piped:
    buffer = io.BytesIO(RAW)


def test_a_mail_from_a_file_and_from_standard_input_is_kept_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(RAW)
    call_command("receive_email", str(file))
    monkeypatch.setattr("sys.stdin", _Piped)
    call_command("receive_email")
    kept = IncomingEmail.objects.get()
    assert (bytes(kept.raw), kept.source, kept.state) == (RAW, "pipe", "stored")


def test_a_file_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("receive_email", str(tmp_path / "none.eml"))
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)


def test_a_mail_that_can_not_be_kept_is_to_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(**_: object) -> None:
        raise OperationalError

    file = tmp_path / "a.eml"
    file.write_bytes(RAW)
    monkeypatch.setattr(receive_email, "store_email", away)
    with pytest.raises(CommandError) as refused:
        call_command("receive_email", str(file))
    assert refused.value.returncode == 75
