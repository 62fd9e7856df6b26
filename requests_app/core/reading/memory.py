"""What is found out about a line is found out once in a reading, and forgotten with it.

Every way of reading a letter looks at the same lines, so the questions put to a line by its words alone (does it ask? does
it begin with a label?) are answered from memory the second time. Nothing of one reading is kept for the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
MOST = 8192  # answers kept of each kind; a thousand pages have more, and then the oldest are found out again
_KEPT: list[Any] = []


def kept(function: Callable[P, T]) -> Callable[P, T]:
    """Keep a function's answers until the reading ends. Its arguments must be hashable, its answers never changed."""
    cached = lru_cache(maxsize=MOST)(function)
    _KEPT.append(cached)
    return cached  # type: ignore[return-value]


@contextmanager
def forgetting() -> Iterator[None]:
    """A reading: sentences are looked at several times within it, and nothing of them outlives it."""
    try:
        yield
    finally:
        for cached in _KEPT:
            cached.cache_clear()
