"""What every use case promises, read from the code itself: one transaction, and a person who acts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "requests_app"
ROOM = ROOT / "usecases"

IN_STEPS = {
    "delivery": "claim, send, record: three steps, never one transaction",
    "mail": "claim, send, record: three steps, never one transaction",
    "sweep": "each request in a transaction of its own",
    "incoming": "keep, claim, read, record: steps, never one transaction",
}
"""Modules that talk to the world between two writes, or do much in small transactions."""

NOT_BY_THEMSELVES = {
    "record.open_for_change": "locks inside the transaction of the use case that begins with it",
    "record.check_new": "reads",
    "record.claim_reading": "one conditional UPDATE, inside the transaction of its use case",
    "record.append_event": "inside the transaction of its use case",
    "record.keep_message": "inside the transaction of its use case",
    "clock.recompute": "inside the transaction that locked the request",
    "clock.recompute_many": "inside the transaction of its batch, which locked the requests",
    "deadlines.align": "writes nothing",
    "deadlines.write": "inside the transaction of recompute",
    "deadlines.update_alike": "inside the transaction of recompute",
    "foi_requests.day_sent": "reads",
    "foi_requests.check_under_way": "reads",
    "clarifications.open_clarification": "locks inside the transaction of its use case",
    "clarifications.cause_of_letter": "reads",
    "clarifications.live_letters": "reads",
    "replies.reply_event_kind": "reads",
    "replies.message_kind": "reads",
    "reminders.remind": "inside the transaction of the requests being swept",
    "reminders.audience_of": "reads",
    "reminders.turns_of": "reads",
    "suggestions.suggest_letters": "inside the transaction of the requests being swept",
    "digests.mail_items": "inside the transaction that says what was told",
    "digests.send_mornings": "each person in a transaction of their own",
    "digests.digest_subject": "reads",
    "digests.foot_of": "reads",
    "digests.compose": "writes nothing",
    "recomputations.compose_moves": "writes nothing",
    "notices.tell_of_reply": "one call of tell",
    "notices.tell_of_question": "one call of tell",
    "notices.tell_of_moves": "inside the transaction of recompute",
    "drafts.new_draft": "writes nothing",
    "corrections.keep_corrections": "part of the confirmation of a message",
    "unsaved_readings.settle": "part of the confirmation of a message",
    "unsaved_readings.look_at_reading": "one INSERT that becomes an UPDATE where there is a row",
    "unsaved_readings.drop_reading": "one DELETE",
    "reply_files.read_attachment": "claims, reads and records: three steps, never one transaction",
    "reply_files.joined": "reads",
    "incoming_reading.made_of": "writes nothing",
    "incoming_reading.unreadable": "writes nothing",
    "incoming_reading.our_addresses": "reads",
    "incoming_reading.files_of_mail": "writes nothing",
    "incoming_recording.locked": "locks inside the transaction of its use case",
    "incoming_recording.put_with": "inside the transaction that places the mail",
    "mailbox.fetch_mail": "claims, fetches and records: three steps, never one transaction",
    "mailbox.record_position": "one conditional UPDATE, which is whole",
    "tray.accept": "has its files looked at first; then one transaction",
    "reply_files.give_up_lost_claims": "each lost file in a transaction of its own, then conditional UPDATEs",
    "holidays.compare_with": "fetches, and writes nothing",
    "holidays.refresh": "fetches before its one transaction, _apply",
    "recomputations.plan_for_holidays": "one call of _plan, which is a transaction",
    "recomputations.plan_for_authority": "one call of _plan, which is a transaction",
    "recomputations.plan_for_rules": "one call of _plan, which is a transaction",
    "recomputations.run_all": "each batch in a transaction of its own",
    "drafts.facts_kept": "reads",
    "drafts.record_draft_sent": "inside the transaction that marks the letter as sent",
    "foi_requests.record_request_sent": "inside the transaction that marks the request as sent",
    "letters_out.check_address": "reads",
    "letters_sent.why_not": "reads",
    "letters_sent.address_of": "reads",
    "letters_sent.record_letter": "inside the transaction that notes that the mail went",
    "drafts.open_draft": "locks inside the transaction of its use case",
    "drafts.save_draft": "one UPDATE, inside the transaction of its use case",
    "foi_requests.replace_questions": "inside the transaction of its use case",
    "foi_requests.check_exists": "reads",
    "foi_requests.regime_of": "reads",
    "other_requests.check_others": "reads",
    "other_requests.record_in_others": "inside the transaction that marks the letter as sent",
    "regulator_files.make_file": "claims, makes and records: three steps, never one transaction",
    "regulator_files.archive_of": "reads",
    "regulator_files.give_up_lost_files": "conditional UPDATEs, each of which is whole",
    "search_texts.rebuild_index": "each batch in a transaction of its own",
    "recomputations.finish": "each person's mail in a transaction of its own, then one conditional UPDATE",
}

NOBODY_ACTS = {
    "digests.send_morning": "the clock reminds",
    "notices.tell": "its caller knows who acts, and leaves them out",
    "notice_choices.stop_mail": "whoever holds the signed address of a mail",
    "snoozes.wake_due": "the clock wakes",
    "drafts.suggest_draft": "the clock suggests",
    "bounces.note_bounce": "a mail server says so",
    "incoming_recording.record": "a mail came",
    "recomputations.run_batch": "the clock recomputes",
    "search_texts.index_requests": "called by the use case that changes what is asked, which knows who acts",
    "seed.add_missing": "a command",
    "seed.add_demo_person": "a command",
    "seed.recompute_fixtures": "a command",
    "staff.save_record": "the admin has checked that staff may",
    "staff.delete_record": "the admin has checked that staff may",
    "staff.delete_records": "the admin has checked that staff may",
    "staff.save_authority": "the admin has checked that staff may",
    "holidays.save_holiday": "the admin has checked that staff may",
    "holidays.delete_holidays": "the admin has checked that staff may",
}
"""Use cases without a person who acts."""

PEOPLE = {"by", "user", "owner", "person"}


def public_functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in sorted(ROOM.glob("*.py")):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield f"{path.stem}.{node.name}", node


FUNCTIONS = dict(public_functions())


def is_atomic(function: ast.FunctionDef) -> bool:
    return any(ast.unparse(decorator) == "transaction.atomic" for decorator in function.decorator_list)


def arguments(function: ast.FunctionDef) -> set[str]:
    return {each.arg for each in (*function.args.args, *function.args.kwonlyargs)}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_use_case_is_one_transaction(name: str) -> None:
    excused = name in NOT_BY_THEMSELVES or name.partition(".")[0] in IN_STEPS
    assert is_atomic(FUNCTIONS[name]) or excused, (
        f"{name} is no transaction. Decorate it, make it private, or excuse it here with the reason."
    )


@pytest.mark.parametrize("name", [name for name, function in FUNCTIONS.items() if is_atomic(function)])
def test_a_use_case_is_told_who_acts(name: str) -> None:
    excused = name in NOBODY_ACTS or name.partition(".")[0] in IN_STEPS
    assert arguments(FUNCTIONS[name]) & PEOPLE or excused, f"{name} does not say who acts."


def test_nothing_is_excused_that_is_not_there_or_needs_no_excuse() -> None:
    atomic = {name for name, function in FUNCTIONS.items() if is_atomic(function)}
    assert set(NOT_BY_THEMSELVES) <= set(FUNCTIONS) - atomic
    assert set(NOBODY_ACTS) <= {name for name in atomic if not arguments(FUNCTIONS[name]) & PEOPLE}
