"""Requests while they are written: kept version by version, never over another's words, never once they are sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from requests_app.core.errors import BadInput, StaleVersion, WrongState
from requests_app.core.states import Channel, Regime
from requests_app.core.writing.records import Asked, Written, written_from_json
from requests_app.models import CompositionVersion, DismissedAdvice, FoiRequest
from requests_app.models.campaign import Role
from requests_app.queries.compositions import current_of, version_of
from requests_app.usecases import compositions
from requests_app.usecases.compositions import Overtaken, save_composition, start_composition
from requests_app.usecases.details import correct_details
from requests_app.usecases.foi_requests import mark_sent
from tests import factories as make
from tests.factories import SENT_ON, noon

pytestmark = pytest.mark.django_db

NOW = noon(date(2026, 11, 20))
TAB, OTHER = UUID(int=1), UUID(int=2)


def save(foi_request: FoiRequest, written: Written, **fields: Any) -> CompositionVersion:
    """Save as its owner, from the version there is, in a tab of its own unless told otherwise."""
    now = make.fresh(foi_request)
    defaults: dict[str, Any] = {
        "authority": now.authority,
        "number": current_of(now).number,
        "seen": now.version,
        "tab": OTHER,
        "by": make.requester_of(now),
        "now": NOW,
    }
    return save_composition(foi_request=now, written=written, **defaults | fields)


def test_a_request_that_is_begun_is_a_draft_with_the_letter_of_its_preview() -> None:
    foi_request = make.fresh(make.a_composition())
    assert foi_request.state == "draft"
    assert foi_request.letter.startswith(f"Dear {foi_request.authority.official_name},")
    assert "1. How many officers worked in schools in 2024?\n   (a) by rank" in foi_request.letter
    assert "12 Mill Lane" not in foi_request.letter
    assert foi_request.requester_address == "12 Mill Lane, Ambleford"
    question = foi_request.questions.get(parent=None)
    assert (question.label, question.text) == ("1", "How many officers worked in schools in 2024?")
    assert [part.label for part in question.parts.all()] == ["(a)"]
    (version,) = CompositionVersion.objects.filter(foi_request=foi_request)
    assert (version.number, version.saved_by) == (1, make.requester_of(foi_request))


def test_each_save_is_a_version_and_one_that_changes_nothing_is_none() -> None:
    foi_request = make.a_composition()
    second = make.written(questions=(Asked("q1", "How many dogs?", (), "number"), Asked("q2")))
    assert save(foi_request, second).number == 2
    assert save(foi_request, second).number == 2
    now = make.fresh(foi_request)
    assert [one.text for one in now.questions.all()] == ["How many dogs?"]
    assert now.questions.get().format_wanted == "number"
    assert "How many dogs?" in now.letter
    before = version_of(now, 1)
    assert before is not None
    assert before.questions[0].text == "How many officers worked in schools in 2024?"


def test_a_plain_letter_is_kept_as_it_stands_and_its_questions_are_found() -> None:
    foi_request = make.a_composition()
    letter = "Dear Sirs,\n\n1. How many dogs?\n2.\n3. How many cats?\n\nJo Smith"
    save(foi_request, make.written(is_plain=True, letter=letter))
    now = make.fresh(foi_request)
    assert now.letter == letter
    assert [one.text for one in now.questions.all()] == ["How many dogs?", "How many cats?"]


def test_an_environmental_request_falls_under_the_regulations() -> None:
    authority = make.an_authority(environmental_regime=Regime.EIR)
    foi_request = make.fresh(make.a_composition(authority=authority, is_environmental=True))
    assert foi_request.regime == Regime.EIR
    assert "Under the Environmental Information Regulations 2004" in foi_request.letter


def test_the_later_of_two_tabs_is_told_and_nothing_is_written_over() -> None:
    foi_request = make.fresh(make.a_composition())
    seen = foi_request.version
    save(foi_request, make.written(period="2024"), number=1, seen=seen, tab=TAB)
    with make.refused(Overtaken, "You saved this request in another tab"):
        save(foi_request, make.written(period="2023"), number=1, seen=seen, tab=OTHER)
    assert issubclass(Overtaken, StaleVersion)


def test_somebody_else_is_named() -> None:
    foi_request = make.fresh(make.a_composition())
    other = make.a_member(foi_request.campaign, Role.EDITOR, name="Sam Carter")
    save(foi_request, make.written(period="2024"), number=1, by=other)
    with make.refused(Overtaken, "Sam Carter saved this request since you opened it."):
        save(foi_request, make.written(period="2023"), number=1, tab=TAB)


def test_what_was_not_looked_at_is_not_marked_as_sent() -> None:
    foi_request = make.fresh(make.a_composition())
    seen, by = foi_request.version, make.requester_of(foi_request)
    save(foi_request, make.written(period="2024"))
    with make.refused(StaleVersion, "changed since you opened this page"):
        mark_sent(
            foi_request=foi_request, sent_on=SENT_ON, channel=Channel.EMAIL, version=seen, by=by, now=NOW
        )


def test_what_a_tab_saved_by_itself_is_no_news_to_it() -> None:
    foi_request = make.fresh(make.a_composition())
    seen = foi_request.version
    save(foi_request, make.written(period="2024"), number=1, seen=seen, tab=TAB)
    assert save(foi_request, make.written(period="2023"), number=1, seen=seen, tab=TAB).number == 3
    save(foi_request, make.written(period="2022"), tab=OTHER)
    with pytest.raises(Overtaken):
        save(foi_request, make.written(period="2021"), number=1, seen=seen, tab=TAB)


def test_what_was_corrected_on_another_page_is_told_too() -> None:
    foi_request = make.fresh(make.a_composition())
    seen = foi_request.version
    by = make.requester_of(foi_request)
    correct_details(
        foi_request=foi_request,
        title="Dogs",
        requester_name="Alex Penrose",
        requester_address="12 Mill Lane, Ambleford",
        authority_reference="",
        version=seen,
        by=by,
        now=NOW,
    )
    with pytest.raises(Overtaken):
        save(foi_request, make.written(period="2024"), number=1, seen=seen)
    assert current_of(make.fresh(foi_request)).written.title == "Dogs"


def test_a_record_that_changed_without_its_words_is_no_news() -> None:
    foi_request = make.fresh(make.a_composition())
    FoiRequest.objects.filter(pk=foi_request.pk).update(version=99)
    assert save(foi_request, make.written(period="2024"), number=1, seen=1).number == 2


def test_a_draft_cannot_unsend_a_request() -> None:
    foi_request = make.a_composition()
    by = make.requester_of(foi_request)
    mark_sent(foi_request=foi_request, sent_on=SENT_ON, channel=Channel.EMAIL, by=by, now=NOW)
    with make.refused(WrongState, "was sent, so its letter stays as it went. What you typed is still here"):
        save(foi_request, make.written(period="2024"), number=1)
    with make.refused(WrongState, "was sent"):
        compositions.dismiss_advice(foi_request=foi_request, key="a:1", what="", reason="", by=by, now=NOW)
    with make.refused(WrongState, "was sent"):
        compositions.recall_advice(foi_request=foi_request, key="a:1", by=by)


def test_a_tab_begins_one_request() -> None:
    campaign = make.a_campaign()
    new = make.new_request(campaign)
    by = make.owner_of(campaign)
    start_composition(written=make.written(), new=new, tab=TAB, by=by, now=NOW)
    with make.refused(StaleVersion, "saved a moment ago"):
        start_composition(written=make.written(), new=new, tab=TAB, by=by, now=NOW)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": "  "}, "title"),
        ({"is_plain": True, "letter": " \n"}, "letter"),
        ({"is_plain": True, "letter": "Word " * 500_000}, "letter"),
        ({"questions": (Asked("q1", "What?", tuple("x" * 27)),)}, "question_1"),
        ({"opening": "x" * 20_001}, "questions"),
    ],
)
def test_what_can_not_be_kept_is_told(fields: dict[str, Any], field: str) -> None:
    foi_request = make.a_composition()
    written = make.written(**fields)
    with make.refused(BadInput, "", field=field):
        save(foi_request, written)
    with make.refused(BadInput, "", field=field):
        by = make.requester_of(foi_request)
        new = make.new_request(foi_request.campaign, authority=foi_request.authority)
        start_composition(written=written, new=new, tab=uuid4(), by=by, now=NOW)


def test_an_authority_outside_the_acts_or_gone_is_told() -> None:
    foi_request = make.a_composition()
    outside = make.an_authority(regime="")
    with make.refused(BadInput, "outside the Freedom of Information Acts", field="authority"):
        save(foi_request, make.written(), authority=outside)
    gone = make.an_authority(valid_to=date(2020, 1, 1))
    with make.refused(BadInput, "no longer exists", field="authority"):
        save(foi_request, make.written(), authority=gone)


def test_another_authority_may_be_chosen_until_it_is_sent() -> None:
    foi_request = make.a_composition()
    other = make.a_scottish_authority()
    save(foi_request, make.written(), authority=other)
    now = make.fresh(foi_request)
    assert now.authority == other
    assert now.regime == Regime.FOISA
    assert "Freedom of Information (Scotland) Act 2002" in now.letter
    assert current_of(now).written.authority == other.official_name


def test_old_versions_go_when_there_are_very_many() -> None:
    foi_request = make.a_composition()
    content = CompositionVersion.objects.get().content
    by = make.requester_of(foi_request)
    CompositionVersion.objects.bulk_create(
        CompositionVersion(
            foi_request=foi_request, number=number, content=content, tab=TAB, saved_by=by, saved_at=NOW
        )
        for number in range(2, 500)
    )
    assert save(foi_request, make.written(period="2024")).number == 500
    kept = CompositionVersion.objects.values_list("number", flat=True)
    assert (min(kept), max(kept)) == (101, 500)


def test_a_dismissal_is_kept_once_with_its_reason_and_can_be_recalled() -> None:
    foi_request = make.a_composition()
    by = make.requester_of(foi_request)
    for reason in ("first", " second\nreason "):
        compositions.dismiss_advice(
            foi_request=foi_request, key="no_period:1", what="No period.", reason=reason, by=by, now=NOW
        )
    row = DismissedAdvice.objects.get()
    assert (row.reason, row.dismissed_by, row.dismissed_at) == ("second reason", by, NOW)
    compositions.recall_advice(foi_request=foi_request, key="no_period:1", by=by)
    assert not DismissedAdvice.objects.exists()


def test_a_request_of_elsewhere_is_opened_as_a_plain_letter() -> None:
    foi_request = make.a_written_request()
    current = current_of(foi_request)
    assert (current.number, current.written.is_plain) == (0, True)
    assert current.written.letter == foi_request.letter
    saved = save(foi_request, replace(current.written, letter="1. How many dogs?"))
    assert saved.number == 1
    assert written_from_json(saved.content).letter == "1. How many dogs?"
