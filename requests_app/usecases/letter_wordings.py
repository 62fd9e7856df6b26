"""Staff word the letters: a new version each time, and the shipped wording one step away."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from requests_app import permissions
from requests_app.core.checks import check_text
from requests_app.core.errors import BadInput, StaleVersion, WrongState
from requests_app.core.letters.wording_text import WordingText, as_text, wording_from
from requests_app.core.states import LetterKind, Regime
from requests_app.models import LetterWording, User
from requests_app.queries.letter_wordings import latest_wording, text_in_force

_STALE = (
    "Somebody changed this wording while you had it open. What you typed is still here: compare it with the wording as"
    " it is now, then save again."
)


@transaction.atomic
def save_wording(
    *,
    kind: LetterKind,
    regime: Regime,
    subject: str,
    body: str,
    version: int,
    by: User,
    now: datetime,
) -> LetterWording:
    """Put a wording in force: letters drafted from now on use it. ``version`` is the one they edited, 0 for the shipped.

    Raises BadInput naming the line at fault, NotPermitted, StaleVersion.
    """
    permissions.check_word_letters(by)
    wording_from(kind, regime, WordingText(subject, body))
    text = WordingText(
        check_text(subject, field="subject", what="The subject line"),
        check_text(body, field="body", what="The letter"),
    )
    latest = latest_wording(kind, regime)
    if text == text_in_force(kind, regime, latest):
        raise BadInput("Nothing was changed in this wording.", field="body")
    if text == as_text(kind, regime):
        text = WordingText("", "")
    return _add(kind, regime, text, latest, version=version, by=by, now=now)


@transaction.atomic
def reset_wording(
    *, kind: LetterKind, regime: Regime, version: int, by: User, now: datetime
) -> LetterWording:
    """Put the shipped wording back in force. Every version stays. Raises NotPermitted, StaleVersion, WrongState."""
    permissions.check_word_letters(by)
    latest = latest_wording(kind, regime)
    if latest is None or latest.is_shipped:
        raise WrongState("The shipped wording is in force already.")
    return _add(kind, regime, WordingText("", ""), latest, version=version, by=by, now=now)


def _add(
    kind: LetterKind,
    regime: Regime,
    text: WordingText,
    latest: LetterWording | None,
    *,
    version: int,
    by: User,
    now: datetime,
) -> LetterWording:
    last = latest.version if latest else 0
    if version != last:
        raise StaleVersion(_STALE)
    try:
        with transaction.atomic():
            return LetterWording.objects.create(
                kind=kind.value,
                regime=regime.value,
                version=last + 1,
                subject=text.subject,
                body=text.body,
                by=by,
                at=now,
            )
    except IntegrityError as raced:
        raise StaleVersion(_STALE) from raced
