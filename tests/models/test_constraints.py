"""What must never be in the record, refused by the database itself: code that forgets to check changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from requests_app.core.reminding import Stage
from requests_app.core.states import Basis, Channel, LetterKind, Outcome, Party
from requests_app.models import (
    Announcement,
    Answer,
    Attachment,
    Authority,
    AuthorityAddress,
    AuthorityAlias,
    BankHoliday,
    Campaign,
    Clarification,
    Correction,
    DataTable,
    Deadline,
    Draft,
    Exemption,
    Figure,
    FoiRequest,
    Membership,
    Message,
    OutgoingEmail,
    Question,
    ReadRight,
    Recomputation,
    RegulatorFile,
    Reminder,
    Response,
    Source,
    Sweep,
    UnsavedReading,
    User,
)
from requests_app.models.campaign import Role
from requests_app.models.foi_request import FollowsAs
from tests import factories as make

pytestmark = pytest.mark.django_db

NOW = make.noon(make.SENT_ON)
CONSTRAINTS = {
    constraint.name: (model, constraint)
    for model in apps.get_app_config("requests_app").get_models()
    for constraint in model._meta.constraints
}


def refused(write: Callable[[], object], *, by: str) -> None:
    """Assert that the database refuses the write, and by what: a constraint's name, or ``Model.field``."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write()
    assert sign_of(by) in str(refusal.value).replace('"', ""), refusal.value


def sign_of(by: str) -> str:
    """What the database says when this constraint refuses: SQLite names columns where PostgreSQL names constraints."""
    if "." in by:
        label, field = by.split(".")
        model = apps.get_model("requests_app", label)
        column = model._meta.get_field(field).column
        return f"({column})" if connection.vendor == "postgresql" else f"{model._meta.db_table}.{column}"
    model, constraint = CONSTRAINTS[by]
    if connection.vendor == "postgresql" or not getattr(constraint, "fields", ()):
        return by
    columns = [model._meta.get_field(field).column for field in constraint.fields]
    return "UNIQUE constraint failed: " + ", ".join(f"{model._meta.db_table}.{each}" for each in columns)


def a_draft(foi_request: FoiRequest, **fields: object) -> Draft:
    defaults: dict[str, object] = {
        "kind": LetterKind.OVERDUE_CHASER,
        "cause": "response_due:2026-11-03",
        "subject": "Overdue",
        "body": "Please reply.",
        "suggested_body": "Please reply.",
        "created_at": NOW,
        "changed_at": NOW,
    }
    return Draft.objects.create(foi_request=foi_request, **defaults | fields)


def a_deadline(foi_request: FoiRequest, **fields: object) -> Deadline:
    defaults: dict[str, object] = {
        "kind": "review_due",
        "key": "review_due",
        "due_on": date(2026, 12, 1),
        "basis": Basis.CODE,
        "on_whom": Party.AUTHORITY,
        "section": "section 45 code",
        "source": "section 45 code, paragraph 5.4",
        "overdue_from": date(2026, 12, 2),
        "computed_at": NOW,
    }
    return Deadline.objects.create(foi_request=foi_request, **defaults | fields)


def a_message(foi_request: FoiRequest, **fields: object) -> Message:
    defaults: dict[str, object] = {
        "direction": Message.Direction.RECEIVED,
        "kind": Message.Kind.REPLY,
        "channel": Channel.EMAIL,
        "body": "A reply.",
        "sha256": "a" * 64,
        "recorded_at": NOW,
    }
    return Message.objects.create(foi_request=foi_request, **defaults | fields)


# Requests and their questions


def test_a_request_has_a_title_and_a_letter() -> None:
    foi_request = make.a_request()
    rows = FoiRequest.objects.filter(pk=foi_request.pk)
    refused(lambda: rows.update(title=""), by="a_request_has_a_title")
    refused(lambda: rows.update(letter=""), by="a_request_has_a_letter")


def test_no_two_requests_have_one_number() -> None:
    first, second = make.a_request(), make.a_request()
    assert first.number != second.number
    refused(
        lambda: FoiRequest.objects.filter(pk=second.pk).update(number=first.number), by="FoiRequest.number"
    )


def test_no_two_requests_have_one_uid() -> None:
    first, second = make.a_request(), make.a_request()
    refused(lambda: FoiRequest.objects.filter(pk=second.pk).update(uid=first.uid), by="FoiRequest.uid")


def test_a_request_that_follows_another_says_why() -> None:
    first, second = make.a_request(), make.a_request()
    rows = FoiRequest.objects.filter(pk=second.pk)
    refused(lambda: rows.update(follows=first), by="what_follows_says_why")
    refused(lambda: rows.update(follows_as=FollowsAs.values[0]), by="what_follows_says_why")
    assert rows.update(follows=first, follows_as=FollowsAs.values[0]) == 1


def test_a_request_keeps_its_authority_and_its_campaign() -> None:
    foi_request = make.a_request()
    with pytest.raises(ProtectedError):
        foi_request.authority.delete()
    with pytest.raises(ProtectedError):
        foi_request.campaign.delete()


def test_a_part_has_its_question() -> None:
    foi_request = make.a_request()
    refused(
        lambda: Question.objects.create(
            foi_request=foi_request, level=Question.Level.PART, position=9, label="(a)", text="the kind"
        ),
        by="a_part_has_its_question",
    )


def test_a_question_stands_by_itself() -> None:
    foi_request = make.a_request()
    refused(
        lambda: Question.objects.create(
            foi_request=foi_request,
            level=Question.Level.QUESTION,
            parent=make.question(foi_request),
            position=9,
            text="How many?",
        ),
        by="a_part_has_its_question",
    )


def test_no_two_questions_stand_in_one_place() -> None:
    foi_request = make.a_request()
    refused(
        lambda: Question.objects.create(foi_request=foi_request, position=1, text="Again?"),
        by="one_question_a_place",
    )
    refused(
        lambda: Question.objects.create(
            foi_request=foi_request,
            level=Question.Level.PART,
            parent=make.question(foi_request),
            position=1,
            text="again",
        ),
        by="one_part_a_place",
    )


def test_a_part_may_have_the_place_of_a_question() -> None:
    foi_request = make.a_request()
    assert make.question(foi_request).parts.filter(position=1).exists()


def test_a_question_has_words() -> None:
    foi_request = make.a_request()
    refused(
        lambda: Question.objects.create(foi_request=foi_request, position=9, text=""),
        by="a_question_has_words",
    )


# Letters


def test_a_cause_has_one_live_draft() -> None:
    foi_request = make.a_request()
    a_draft(foi_request)
    for state in (Draft.State.SUGGESTED, Draft.State.EDITED):
        refused(lambda state=state: a_draft(foi_request, state=state), by="one_live_draft_a_cause")


def test_a_second_draft_may_follow_a_dismissed_one_another_cause_or_another_request() -> None:
    foi_request = make.a_request()
    a_draft(foi_request, state=Draft.State.DISMISSED)
    a_draft(foi_request)
    a_draft(foi_request, cause="response_due:2026-12-03")
    a_draft(foi_request, kind=LetterKind.CLARIFICATION_REPLY)
    a_draft(make.a_request())
    assert Draft.objects.count() == 5


@pytest.mark.parametrize("state", [Draft.State.APPROVED, Draft.State.QUEUED, Draft.State.SENT])
def test_no_letter_is_approved_by_nobody(state: Draft.State) -> None:
    foi_request = make.a_request()
    refused(lambda: a_draft(foi_request, state=state), by="no_letter_without_a_person")
    assert a_draft(foi_request, state=state, approved_by=make.a_person()).pk


def test_who_approved_a_letter_stays() -> None:
    person = make.a_person()
    a_draft(make.a_request(), state=Draft.State.SENT, approved_by=person)
    with pytest.raises(ProtectedError):
        person.delete()


# Dates and reminders


def test_a_key_has_one_live_date() -> None:
    foi_request = make.a_request()
    a_deadline(foi_request)
    for status in ("open", "missed", "met", "met_late", "lapsed"):
        refused(
            lambda status=status: a_deadline(foi_request, status=status),
            by="one_live_date_a_key",
        )


def test_dates_that_moved_stay_beside_the_live_one() -> None:
    foi_request = make.a_request()
    a_deadline(foi_request, status=Deadline.Status.MOVED)
    a_deadline(foi_request, status=Deadline.Status.MOVED)
    a_deadline(foi_request)
    assert foi_request.deadlines.filter(key="review_due").count() == 3


@pytest.mark.parametrize("missing", ["section", "source"])
def test_a_date_cites_its_law(missing: str) -> None:
    foi_request = make.a_request()
    refused(lambda: a_deadline(foi_request, **{missing: ""}), by="a_date_cites_its_law")


def test_nobody_is_told_the_same_stage_of_a_date_twice() -> None:
    foi_request = make.a_request()
    person, deadline = make.a_person(), make.due(foi_request)

    def tell(**fields: object) -> Reminder:
        defaults: dict[str, object] = {"user": person, "deadline": deadline, "stage": Stage.PASSED}
        return Reminder.objects.create(state=Reminder.State.QUEUED, on=make.LATE_ON, **defaults | fields)

    tell()
    refused(tell, by="nobody_is_told_twice")
    refused(
        lambda: tell(email=make.an_email(person)),
        by="nobody_is_told_twice",
    )
    tell(stage=Stage.ON_THE_DAY)
    tell(user=make.a_person())
    tell(stage=Stage.WEEKLY, turn=1)
    tell(stage=Stage.WEEKLY, turn=2)
    assert Reminder.objects.count() == 5


def test_nobody_is_told_of_one_recomputation_twice() -> None:
    person = make.a_person()
    cause = Recomputation.objects.create(
        cause=Recomputation.Cause.HOLIDAYS, because="a holiday was proclaimed", planned_at=NOW
    )
    Announcement.objects.create(user=person, recomputation=cause)
    refused(
        lambda: Announcement.objects.create(user=person, recomputation=cause),
        by="nobody_is_told_of_a_cause_twice",
    )


def test_a_day_is_swept_once() -> None:
    Sweep.objects.create(on=make.LATE_ON, started_at=NOW)
    refused(lambda: Sweep.objects.create(on=make.LATE_ON, started_at=NOW), by="Sweep.on")


# Messages and replies


def test_the_same_thing_is_received_once() -> None:
    foi_request = make.a_request()
    a_message(foi_request)
    refused(lambda: a_message(foi_request), by="the_same_thing_once")
    a_message(make.a_request())
    a_message(foi_request, kind=Message.Kind.ACKNOWLEDGEMENT)


def test_the_same_letter_may_be_sent_twice() -> None:
    foi_request = make.a_request()
    for _ in range(2):
        a_message(foi_request, direction=Message.Direction.SENT, kind=Message.Kind.CHASER)
    assert foi_request.messages.filter(kind=Message.Kind.CHASER).count() == 2


def test_a_message_holds_a_file_once() -> None:
    message = a_message(make.a_request())

    def attach() -> Attachment:
        return Attachment.objects.create(
            message=message, filename="a.txt", content_type="text/plain", size=1, sha256="b", content=b"b"
        )

    attach()
    refused(attach, by="an_attachment_once")
    with pytest.raises(ProtectedError):
        message.delete()


def test_a_reply_is_confirmed_once() -> None:
    foi_request = make.a_request()
    message = a_message(foi_request)

    def confirm() -> Response:
        return Response.objects.create(foi_request=foi_request, message=message, confirmed_at=NOW)

    confirm()
    refused(confirm, by="Response.message")


def test_a_reply_answers_a_question_once_and_with_an_outcome() -> None:
    foi_request = make.a_request()
    response = Response.objects.create(
        foi_request=foi_request, message=a_message(foi_request), confirmed_at=NOW
    )
    question = make.question(foi_request)
    refused(
        lambda: Answer.objects.create(response=response, question=question, outcome=""),
        by="an_answer_has_an_outcome",
    )
    Answer.objects.create(response=response, question=question, outcome=Outcome.DISCLOSED)
    refused(
        lambda: Answer.objects.create(response=response, question=question, outcome=Outcome.REFUSED),
        by="one_answer_a_question",
    )
    with pytest.raises(ProtectedError):
        question.delete()


def test_no_two_tables_of_a_reply_stand_in_one_place() -> None:
    foi_request = make.a_request()
    response = Response.objects.create(
        foi_request=foi_request, message=a_message(foi_request), confirmed_at=NOW
    )

    def table() -> DataTable:
        return DataTable.objects.create(response=response, columns=["Year"], rows=[["2021"]])

    table()
    refused(table, by="one_table_a_place")


def test_what_was_made_of_a_finding_is_kept_once_and_says_what_it_changed() -> None:
    message = a_message(make.a_request())

    def correct(**fields: object) -> Correction:
        return Correction.objects.create(message=message, what="reference", at=NOW, **fields)

    for fields in ({"change": "dropped", "made": "7/26"}, {"change": "added", "proposed": "7/26"}):
        refused(lambda fields=fields: correct(**fields), by="a_correction_says_what_it_changed")
    correct(change="changed", proposed="7/26", made="8/26")
    refused(lambda: correct(change="added", made="9/26"), by="one_correction_a_finding")
    ReadRight.objects.create(message=message, what="outcome", number=2, at=NOW)
    refused(
        lambda: ReadRight.objects.create(message=message, what="outcome", number=3, at=NOW),
        by="one_count_a_kind",
    )


def test_a_person_has_one_unfinished_reading_of_a_message() -> None:
    message, person = a_message(make.a_request()), make.a_person()

    def work() -> UnsavedReading:
        return UnsavedReading.objects.create(message=message, person=person, seen_at=NOW)

    work()
    refused(work, by="one_unsaved_reading_a_person")


# Clarification


def test_a_request_has_one_open_clarification() -> None:
    foi_request = make.a_request()
    first = Clarification.objects.create(foi_request=foi_request, asked="Which schools?")
    refused(
        lambda: Clarification.objects.create(foi_request=foi_request, asked="Which year?"),
        by="one_open_clarification",
    )
    Clarification.objects.filter(pk=first.pk).update(is_answered=True, answered="All.")
    assert Clarification.objects.create(foi_request=foi_request, asked="Which year?").pk


def test_an_answer_to_their_question_has_words() -> None:
    foi_request = make.a_request()
    refused(
        lambda: Clarification.objects.create(foi_request=foi_request, is_answered=True),
        by="an_answer_has_words",
    )


# People and campaigns


def test_one_address_is_one_person_however_it_is_written() -> None:
    person = make.a_person(email="robin@example.org")
    refused(lambda: User.objects.create(email="Robin@Example.org"), by="one_person_per_address")
    assert User.objects.get_by_natural_key("ROBIN@example.org") == person


def test_a_person_needs_an_address() -> None:
    with pytest.raises(ValueError, match="needs an e-mail address"):
        User.objects.create_user("")


def test_an_administrator_may_use_the_admin() -> None:
    user = User.objects.create_superuser("Root@Example.ORG", "a long password")
    assert (user.email, user.is_staff, user.is_superuser) == ("root@example.org", True, True)
    assert user.check_password("a long password")


def test_a_person_is_in_a_campaign_once() -> None:
    campaign = make.a_campaign()
    refused(
        lambda: Membership.objects.create(campaign=campaign, user=make.owner_of(campaign), role=Role.VIEWER),
        by="one_membership_each",
    )


def test_a_person_has_one_campaign_of_their_own() -> None:
    person = make.a_person()
    Campaign.objects.create(slug="own", name="Own", personal_of=person)
    refused(
        lambda: Campaign.objects.create(slug="own-2", name="Own again", personal_of=person),
        by="Campaign.personal_of",
    )


# Authorities, law, evidence


def test_an_alias_is_kept_once_however_it_is_written() -> None:
    authority = make.an_authority()
    AuthorityAlias.objects.create(authority=authority, name="Ambleford Police")
    refused(
        lambda: AuthorityAlias.objects.create(authority=authority, name="AMBLEFORD police"),
        by="an_alias_once",
    )
    AuthorityAlias.objects.create(authority=make.an_authority(), name="Ambleford Police")


def test_a_check_of_an_address_has_its_day() -> None:
    authority, person = make.an_authority(), make.a_person()

    def address(**fields: object) -> AuthorityAddress:
        return AuthorityAddress.objects.create(
            authority=authority, address="foi@ambleford.example.org", **fields
        )

    refused(lambda: address(checked_by=person), by="a_check_has_its_day")
    checked = address(checked_by=person, checked_on=make.SENT_ON)
    refused(address, by="an_address_once")
    assert str(checked) == "foi@ambleford.example.org"
    checked.checked_on = None
    assert str(checked) == "foi@ambleford.example.org (not checked)"


def test_an_authority_with_a_heir_is_kept() -> None:
    heir = make.an_authority()
    make.an_authority(successor=heir)
    with pytest.raises(ProtectedError):
        heir.delete()
    assert Authority.objects.get_by_natural_key(heir.slug) == heir


def test_a_bank_holiday_and_a_section_are_listed_once() -> None:
    holiday = BankHoliday.objects.filter(division="scotland").first()
    assert holiday is not None
    refused(
        lambda: BankHoliday.objects.create(on=holiday.on, division="scotland", title="Again"),
        by="a_holiday_once",
    )
    exemption = Exemption.objects.filter(regime="FOIA").first()
    assert exemption is not None
    refused(
        lambda: Exemption.objects.create(
            key="again", regime="FOIA", section=exemption.section, title="Again", basis="x", status="x"
        ),
        by="a_section_once",
    )


def test_no_two_figures_of_a_source_stand_in_one_place() -> None:
    source = Source.objects.create(slug="a-paper", title="A paper", publisher="A publisher")

    def figure() -> Figure:
        return Figure.objects.create(source=source, position=1, metric="Officers", value=14, unit="officers")

    figure()
    refused(figure, by="one_figure_a_place")


def test_a_regulators_file_that_is_made_is_there() -> None:
    draft = a_draft(make.a_request())
    file = RegulatorFile.objects.create(draft=draft, asked_at=NOW)
    rows = RegulatorFile.objects.filter(pk=file.pk)
    refused(lambda: rows.update(state=RegulatorFile.State.MADE), by="what_is_made_is_there")
    made = {"pdf": b"%PDF", "archive": b"PK", "made_at": NOW}
    assert rows.update(state=RegulatorFile.State.MADE, **made) == 1


# Mail


def test_mail_that_was_sent_has_its_moment() -> None:
    email = make.an_email()
    rows = OutgoingEmail.objects.filter(pk=email.pk)
    refused(lambda: rows.update(state=OutgoingEmail.State.SENT), by="sent_mail_has_its_moment")
    assert rows.update(state=OutgoingEmail.State.SENT, sent_at=NOW) == 1


def test_no_two_mails_have_one_message_id() -> None:
    first, second = make.an_email(), make.an_email()
    refused(
        lambda: OutgoingEmail.objects.filter(pk=second.pk).update(message_id=first.message_id),
        by="OutgoingEmail.message_id",
    )


# All of them


def test_every_constraint_of_every_record_is_tried() -> None:
    folder = Path(__file__).parent
    text = "".join(path.read_text() for path in sorted(folder.glob("test_*.py")))
    assert [name for name in CONSTRAINTS if f'"{name}"' not in text] == []
