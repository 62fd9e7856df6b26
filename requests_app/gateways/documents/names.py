"""File names from elsewhere, made fit to be shown and kept."""

from __future__ import annotations

from pathlib import PurePath


def safe_name(filename: str) -> str:
    """The name without folders and control characters, at most 120 characters long."""
    bare = filename.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    shown = "".join(ch for ch in bare if ch.isprintable()).strip()
    if not shown.strip("."):
        shown = "file"
    return shown if len(shown) <= 120 else f"{shown[:100]}…{shown[-19:]}"


def ending_of(name: str) -> str:
    """The ending in lower case without its dot, or nothing."""
    return PurePath(name).suffix.lower().removeprefix(".")
