"""The errors a person can act on: every one carries a sentence fit to be shown (promise 10)."""

from __future__ import annotations


class FoiError(Exception):
    """Something the program will not do, with a sentence that says what to do instead."""

    @property
    def sentence(self) -> str:
        """The message, fit to be shown to the person who caused it."""
        return str(self)


class BadInput(FoiError):
    """Input that can't be used. ``field`` names the form field or JSON name at fault, or is empty."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class ClockError(BadInput):
    """Events or facts from which no clock can be computed."""


class NotPermitted(FoiError):
    """The person may see the thing but not do this with it."""


class StaleVersion(FoiError):
    """Somebody changed the thing since the person opened it."""


class WrongState(FoiError):
    """The thing is not in a state in which this can be done."""


class MissingFact(FoiError):
    """A letter needs a fact the record does not hold. ``fact`` names it."""

    def __init__(self, fact: str, sentence: str) -> None:
        super().__init__(sentence)
        self.fact = fact
