"""One chaser for several overdue requests to one authority, where the person wants that (RULES.md section 6, L2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.drafting import Letter, draft_letter
from requests_app.core.errors import BadInput, WrongState
from requests_app.core.letters.facts import Facts
from requests_app.core.states import LetterKind
from requests_app.models import Draft, User
from requests_app.queries.chasing_together import may_join, overdue_lines
from requests_app.queries.facts import facts_of
from requests_app.queries.letter_wordings import wording_in_force
from requests_app.queries.record import record_of, situation_of
from requests_app.usecases.drafts import EDITABLE, facts_kept, open_draft, save_draft


@transaction.atomic
def chase_together(*, draft: Draft, others: Sequence[int], version: int, by: User, now: datetime) -> Draft:
    """Write a chaser anew, about these further requests (their keys) as well; about none, it is of its own again.

    Their own chasers stay as they are until this one is sent. Raises BadInput, NotPermitted, StaleVersion, WrongState,
    and WrongState where the wording was changed: writing it anew would lose that.
    """
    draft = open_draft(draft, by, version=version, states=EDITABLE)
    if draft.kind != LetterKind.OVERDUE_CHASER:
        raise WrongState("Only the first chaser can be about several requests.")
    if draft.body.strip() != draft.suggested_body.strip():
        raise WrongState(
            "You have changed the wording of this letter, and putting requests in or out writes it anew. Keep your"
            " words somewhere, dismiss this letter and start it again; or chase the others by letters of their own."
        )
    today = london_day(now)
    possible = {each.pk: each for each in may_join(draft, today=today)}
    chosen = [possible[pk] for pk in dict.fromkeys(others) if pk in possible]
    if len(chosen) != len(set(others)):
        raise BadInput(
            "One of these requests can't be chased any more: it was answered, or chased, meanwhile. Look at the list"
            " again.",
            field="others",
        )
    record = record_of(draft.foi_request, today=today)
    facts = facts_of(record, LetterKind.OVERDUE_CHASER, situation=situation_of(record))
    letter = _letter(replace(facts, also_overdue=overdue_lines(chosen, today=today)))
    draft.subject, draft.body, draft.suggested_body = letter.subject, letter.body, letter.body
    draft.facts = facts_kept(letter)
    draft.state = Draft.State.SUGGESTED
    draft.also_about.set(chosen)
    return save_draft(draft, now=now)


def _letter(facts: Facts) -> Letter:
    """In the wording in force; in the shipped one where an edited wording names no further requests."""
    kind = LetterKind.OVERDUE_CHASER
    letter = draft_letter(kind, facts, with_gaps=True, wording=wording_in_force(kind, facts.regime))
    if all(line.text in letter.body for line in facts.also_overdue):
        return letter
    return draft_letter(kind, facts, with_gaps=True)
