"""URLs of many rows of one page: to reverse each costs more than all else that is said of the row."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

_MARK = "FT-00000"


def request_urls(name: str = "request_detail") -> Callable[[str], str]:
    """Gives the URL of this name for a request's reference."""
    before, _, after = reverse(name, args=[_MARK]).partition(_MARK)
    return lambda reference: f"{before}{reference}{after}"


def row_urls(name: str) -> Callable[[str, int], str]:
    """Gives the URL of this name for a request's reference and the key of a row that belongs to it."""
    before, _, rest = reverse(name, args=[_MARK, 0]).partition(_MARK)
    between, _, after = rest.rpartition("0")
    return lambda reference, pk: f"{before}{reference}{between}{pk}{after}"
