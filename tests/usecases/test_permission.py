"""Who may do what: every use case that takes the person who acts refuses those who may not, and changes nothing."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import pytest

from requests_app import usecases
from requests_app.core.errors import NotPermitted
from requests_app.core.states import Channel, EventKind, LetterKind, MessageKind
from requests_app.models import Draft, FoiRequest, SearchText, User
from requests_app.models.campaign import Role, Visibility
from requests_app.models.foi_request import FollowsAs
from requests_app.usecases import (
    addresses,
    chasing_together,
    clarifications,
    compositions,
    details,
    drafts,
    enclosures,
    events,
    foi_requests,
    received,
    regulator_files,
    replies,
    reply_files,
    sent_otherwise,
    unsaved_readings,
)
from requests_app.usecases.replies import UploadedFile
from requests_app.usecases.search_texts import rebuild_index
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

NOW = noon(date(2026, 11, 20))
Act = Callable[[FoiRequest, User], object]


def on_written(act: Act) -> Act:
    """The act on a request of the same campaign that is still to be sent."""
    return lambda foi_request, by: act(foi_request.campaign.foi_requests.get(state="draft"), by)


def on_draft(do: Callable[..., Draft], *, approved: bool = False, **fields: object) -> Act:
    """The act on the request's chaser."""

    def act(foi_request: FoiRequest, by: User) -> object:
        draft = foi_request.drafts.get(kind=LetterKind.OVERDUE_CHASER)
        if approved:
            Draft.objects.filter(pk=draft.pk).update(
                state=Draft.State.APPROVED, approved_by=make.requester_of(foi_request)
            )
        return do(draft=draft, version=draft.version, by=by, now=NOW, **fields)

    return act


def on_clarification(do: Callable[..., object], **fields: object) -> Act:
    """The act on an open question of theirs."""

    def act(foi_request: FoiRequest, by: User) -> object:
        clarification = foi_request.clarifications.first() or make.asked_to_clarify(foi_request, on=LATE_ON)
        return do(clarification=clarification, answered="All.", by=by, now=NOW, **fields)

    return act


ACTS: dict[str, Act] = {
    "foi_requests.write_request": lambda foi_request, by: foi_requests.write_request(
        new=make.new_request(foi_request.campaign, authority=foi_request.authority), by=by, now=NOW
    ),
    "foi_requests.log_request": lambda foi_request, by: foi_requests.log_request(
        new=make.new_request(foi_request.campaign, authority=foi_request.authority),
        sent_on=SENT_ON,
        channel=Channel.EMAIL,
        by=by,
        now=NOW,
    ),
    "foi_requests.mark_sent": on_written(
        lambda foi_request, by: foi_requests.mark_sent(
            foi_request=foi_request, sent_on=SENT_ON, channel=Channel.EMAIL, by=by, now=NOW
        )
    ),
    "compositions.start_composition": lambda foi_request, by: compositions.start_composition(
        written=make.written(),
        new=make.new_request(foi_request.campaign, authority=foi_request.authority),
        tab=uuid4(),
        by=by,
        now=NOW,
    ),
    "compositions.save_composition": on_written(
        lambda foi_request, by: compositions.save_composition(
            foi_request=foi_request,
            written=make.written(title="Another title"),
            authority=foi_request.authority,
            number=0,
            seen=foi_request.version,
            tab=uuid4(),
            by=by,
            now=NOW,
        )
    ),
    "compositions.dismiss_advice": on_written(
        lambda foi_request, by: compositions.dismiss_advice(
            foi_request=foi_request, key="no_period:1", what="No period.", reason="", by=by, now=NOW
        )
    ),
    "compositions.recall_advice": on_written(
        lambda foi_request, by: compositions.recall_advice(
            foi_request=foi_request, key="why_question:1", by=by
        )
    ),
    "foi_requests.record_acknowledgement": lambda foi_request, by: foi_requests.record_acknowledgement(
        foi_request=foi_request,
        on=SENT_ON,
        text="Thanks.",
        authority_reference="",
        arrived_on=None,
        channel=Channel.EMAIL,
        by=by,
        now=NOW,
    ),
    "foi_requests.correct_questions": lambda foi_request, by: foi_requests.correct_questions(
        foi_request=foi_request, questions=[], version=foi_request.version, by=by, now=NOW
    ),
    "foi_requests.withdraw": lambda foi_request, by: foi_requests.withdraw(
        foi_request=foi_request, on=LATE_ON, by=by, now=NOW
    ),
    "clarifications.record_clarification_asked": lambda foi_request, by: (
        clarifications.record_clarification_asked(
            foi_request=foi_request, on=LATE_ON, asked="Which?", channel=Channel.EMAIL, by=by, now=NOW
        )
    ),
    "clarifications.answer_clarification": on_clarification(
        clarifications.answer_clarification, on=LATE_ON, channel=Channel.EMAIL
    ),
    "drafts.draft_clarification_reply": on_clarification(drafts.draft_clarification_reply),
    "drafts.start_draft": lambda foi_request, by: drafts.start_draft(
        foi_request=foi_request.campaign.foi_requests.get(title="Late"),
        kind=LetterKind.REVIEW_SILENCE,
        by=by,
        now=NOW,
    ),
    "details.correct_details": lambda foi_request, by: details.correct_details(
        foi_request=foi_request,
        title="Another title",
        requester_name="Alex Penrose",
        requester_address="alex@example.org",
        authority_reference="",
        version=foi_request.version,
        by=by,
        now=NOW,
    ),
    "drafts.edit_draft": on_draft(drafts.edit_draft, subject="Overdue", body="Please reply."),
    "drafts.approve_draft": on_draft(drafts.approve_draft),
    "chasing_together.chase_together": on_draft(chasing_together.chase_together, others=()),
    "drafts.reopen_draft": on_draft(drafts.reopen_draft, approved=True),
    "drafts.dismiss_draft": on_draft(drafts.dismiss_draft),
    "drafts.mark_draft_sent": on_draft(
        drafts.mark_draft_sent, approved=True, on=LATE_ON, channel=Channel.EMAIL
    ),
    "regulator_files.ask_for_file": lambda foi_request, by: regulator_files.ask_for_file(
        draft=foi_request.drafts.get(), enclosed=(), by=by, now=NOW
    ),
    "replies.receive_reply": lambda foi_request, by: replies.receive_reply(
        foi_request=foi_request, text="A reply.", received_on=LATE_ON, channel=Channel.EMAIL, by=by, now=NOW
    ),
    "reply_files.receive_files": lambda foi_request, by: reply_files.receive_files(
        foi_request=foi_request,
        uploads=[replies.UploadedFile("reply.pdf", "application/pdf", b"%PDF-")],
        received_on=LATE_ON,
        channel=Channel.EMAIL,
        by=by,
        now=NOW,
    ),
    "reply_files.give_words": lambda foi_request, by: reply_files.give_words(
        message=foi_request.messages.get(kind="reply"), text="Their words.", by=by, now=NOW
    ),
    "replies.confirm_reading": lambda foi_request, by: replies.confirm_reading(
        message=foi_request.messages.get(kind="reply"),
        confirmed=make.a_reading(foi_request, on=LATE_ON),
        by=by,
        now=NOW,
    ),
    "unsaved_readings.keep_reading": lambda foi_request, by: unsaved_readings.keep_reading(
        message=foi_request.messages.get(kind="reply"), fields={"decision": ["refused"]}, by=by, now=NOW
    ),
    "received.confirm_kind": lambda foi_request, by: received.confirm_kind(
        message=foi_request.messages.get(kind="reply"),
        confirmed=received.KindConfirmed(MessageKind.ACKNOWLEDGEMENT, received_on=LATE_ON),
        by=by,
        now=NOW,
    ),
    "events.record_event": lambda foi_request, by: events.record_event(
        foi_request=foi_request,
        kind=EventKind.RECEIVED,
        on=SENT_ON,
        details={},
        text="",
        channel=Channel.EMAIL,
        by=by,
        now=NOW,
    ),
    "events.correct_event": lambda foi_request, by: events.correct_event(
        event=foi_request.events.get(kind=EventKind.SENT), on=date(2026, 10, 7), reason="", by=by, now=NOW
    ),
    "events.void_event": lambda foi_request, by: events.void_event(
        event=foi_request.events.get(kind=EventKind.OTHER_CORRESPONDENCE), reason="", by=by, now=NOW
    ),
}

ACTS |= {
    "sent_otherwise.request_sent_otherwise": on_written(
        lambda foi_request, by: sent_otherwise.request_sent_otherwise(
            foi_request=foi_request, sent_on=SENT_ON, channel=Channel.POST, by=by, now=NOW
        )
    ),
    "sent_otherwise.letter_sent_otherwise": on_draft(
        sent_otherwise.letter_sent_otherwise, approved=True, on=LATE_ON, channel=Channel.POST
    ),
    "enclosures.enclose": on_written(
        lambda foi_request, by: enclosures.enclose(
            foi_request=foi_request,
            draft=None,
            uploads=[UploadedFile("map.png", "image/png", b"png")],
            by=by,
            now=NOW,
        )
    ),
    "addresses.add_address": lambda foi_request, by: addresses.add_address(
        foi_request=foi_request, address="foi@example.org", source="their page", by=by, now=NOW
    ),
}

ELSEWHERE = {
    "addresses.confirm_address": "needs an address: tests/usecases/test_bounces.py says who may",
    "enclosures.take_out": "needs a file: tests/usecases/test_letters_out.py says who may",
    "letters_out.queue_letter": "needs an address: tests/usecases/test_letters_out.py says who may",
    "letters_out.queue_first_letter": "needs an address: tests/usecases/test_letters_out.py says who may",
    "letters_out.undo_letter": "needs a letter on its way: tests/usecases/test_letters_out.py says who may",
    "letters_out.letter_went": "needs a letter in doubt: tests/usecases/test_letters_out.py says who may",
    "tray.refuse": "needs a mail of the tray: tests/usecases/test_tray.py says who may",
    "tray.move": "needs a mail of the tray: tests/usecases/test_tray.py says who may",
    "snoozes.snooze": "a person's own: what others are told of does not change; tests/usecases/test_mornings.py says who may",
    "snoozes.wake": "a person's own: what others are told of does not change; tests/usecases/test_mornings.py says who may",
    "notice_choices.choose": "a person's own: what others are told of does not change; tests/usecases/test_mornings.py says who may",
    "calendar_feeds.make_address": "a person's own: tests/usecases/test_mornings.py says who may",
    "calendar_feeds.end_address": "a person's own: nobody can name another's",
    "text_templates.keep_template": "not of a request: tests/usecases/test_text_templates.py says whose text is whose",
    "text_templates.edit_template": "not of a request: tests/usecases/test_text_templates.py says whose text is whose",
    "text_templates.copy_template": "not of a request: tests/usecases/test_text_templates.py says whose text is whose",
    "text_templates.copy_ours": "not of a request: tests/usecases/test_text_templates.py says whose text is whose",
    "text_templates.delete_template": "not of a request: tests/usecases/test_text_templates.py says whose text is whose",
    "letter_wordings.save_wording": "not of a request: tests/usecases/test_letter_wordings.py says who may",
    "letter_wordings.reset_wording": "not of a request: tests/usecases/test_letter_wordings.py says who may",
    "mail.release_email": "not of a request: tests/usecases/test_mail.py says whose mail is whose",
    "mail.discard_email": "not of a request: tests/usecases/test_mail.py says whose mail is whose",
}


@pytest.fixture
def foi_request() -> FoiRequest:
    """An overdue public request with a chaser, a reply to confirm and an acknowledgement; another still to be sent."""
    foi_request = make.a_public_request()
    make.dismissed(make.a_written_request(foi_request.campaign), key="why_question:1")
    make.a_request(foi_request.campaign, title="Late")
    make.a_chaser(foi_request)
    make.a_reply(foi_request, on=LATE_ON)
    by = make.requester_of(foi_request)
    foi_requests.record_acknowledgement(
        foi_request=foi_request,
        on=LATE_ON,
        text="We have it.",
        authority_reference="",
        arrived_on=None,
        channel=Channel.EMAIL,
        by=by,
        now=NOW,
    )
    return make.fresh(foi_request)


def outsiders(foi_request: FoiRequest) -> list[User]:
    elsewhere = make.a_campaign()
    return [
        make.a_member(foi_request.campaign, Role.VIEWER),
        make.a_person(),
        make.a_member(elsewhere, Role.OWNER),
        make.a_person(is_staff=True, is_superuser=True),
    ]


@pytest.mark.parametrize("name", ACTS)
def test_only_editors_of_its_campaign_change_a_request(name: str, foi_request: FoiRequest) -> None:
    if "clarification" in name and "asked" not in name:
        make.asked_to_clarify(foi_request, on=LATE_ON)
    people = outsiders(foi_request)
    if name in {"drafts.reopen_draft", "drafts.mark_draft_sent", "sent_otherwise.letter_sent_otherwise"}:
        Draft.objects.update(state=Draft.State.APPROVED, approved_by=make.requester_of(foi_request))
    if name == "regulator_files.ask_for_file":
        foi_request.drafts.update(
            kind=LetterKind.ICO_COMPLAINT,
            state=Draft.State.APPROVED,
            approved_by=make.requester_of(foi_request),
        )
    if name == "reply_files.give_words":
        foi_request.messages.filter(kind="reply").update(body="")
    before = make.everything()
    for person in people:
        with pytest.raises(NotPermitted) as refusal:
            ACTS[name](foi_request, person)
        assert refusal.value.sentence.endswith(".")
    assert make.everything() == before
    editor = make.a_member(foi_request.campaign, Role.EDITOR)
    ACTS[name](foi_request, editor)
    assert make.everything() != before
    # Whatever changes what a request asks keeps the words by which it is found (usecases/search_texts).
    found_by = list(SearchText.objects.order_by("pk").values())
    rebuild_index()
    assert list(SearchText.objects.order_by("pk").values()) == found_by


def test_every_use_case_that_takes_the_person_who_acts_is_tried() -> None:
    modules = [path.stem for path in Path(usecases.__file__).parent.glob("[a-z]*.py")]
    acting = {
        f"{module}.{name}"
        for module in modules
        for name, function in vars(import_module(f"requests_app.usecases.{module}")).items()
        if inspect.isfunction(function)
        and not name.startswith("_")
        and function.__module__ == f"requests_app.usecases.{module}"
        and "by" in inspect.signature(function).parameters
        and hasattr(function, "__wrapped__")
    }
    assert acting == set(ACTS) | set(ELSEWHERE)


def test_nothing_is_noted_in_a_request_of_others_by_one_that_follows_it(foi_request: FoiRequest) -> None:
    stranger = make.owner_of(make.a_campaign())
    new = make.new_request(
        stranger.campaigns.get(),
        authority=foi_request.authority,
        follows=foi_request,
        follows_as=FollowsAs.values[0],
    )
    before = make.everything()
    with pytest.raises(NotPermitted):
        foi_requests.write_request(new=new, by=stranger, now=NOW)
    assert make.everything() == before


def test_a_private_request_is_seen_by_its_campaign_alone() -> None:
    private, public = make.a_request(), make.a_public_request()
    member = make.a_member(private.campaign, Role.VIEWER)
    staff, stranger = make.a_person(is_staff=True, is_superuser=True), make.a_person()
    assert set(FoiRequest.objects.visible_to(member)) == {private, public}
    for person in (staff, stranger, make.a_person(is_active=False)):
        assert set(FoiRequest.objects.visible_to(person)) == {public}
    assert set(FoiRequest.objects.worked_on_by(member)) == {private}
    assert private.visibility == Visibility.PRIVATE
