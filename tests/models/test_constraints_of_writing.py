"""The same for what people write with: drafts in the composer, texts to use again, wordings of letters."""

from __future__ import annotations

from uuid import uuid4

import pytest

from requests_app.models import (
    CompositionVersion,
    DismissedAdvice,
    LetterWording,
    TextTemplate,
    TextTemplateVersion,
)
from tests import factories as make
from tests.models.test_constraints import NOW, refused

pytestmark = pytest.mark.django_db


def test_a_draft_has_one_version_of_a_number_and_a_tab_begins_one_request() -> None:
    first, other = make.a_composition(), make.a_composition()
    version = CompositionVersion.objects.get(foi_request=first)
    fields = {"content": {}, "saved_by": version.saved_by, "saved_at": NOW}

    def add(foi_request: object, number: int, tab: object) -> object:
        return CompositionVersion.objects.create(foi_request=foi_request, number=number, tab=tab, **fields)

    refused(lambda: add(first, 1, uuid4()), by="one_version_a_number")
    CompositionVersion.objects.filter(foi_request=other).delete()
    refused(lambda: add(other, 1, version.tab), by="a_tab_begins_one_request")
    assert add(first, 2, version.tab)


def test_a_finding_is_dismissed_once() -> None:
    foi_request = make.dismissed(make.a_composition(), key="no_period:1")
    row = DismissedAdvice.objects.get()
    fields = {"what": "x", "dismissed_by": row.dismissed_by, "dismissed_at": NOW}
    refused(
        lambda: DismissedAdvice.objects.create(foi_request=foi_request, key="no_period:1", **fields),
        by="advice_is_dismissed_once",
    )
    assert DismissedAdvice.objects.create(foi_request=foi_request, key="no_period:2", **fields)


def test_a_text_to_use_again_has_words_and_each_version_once() -> None:
    template = make.a_template()
    rows = TextTemplate.objects.filter(pk=template.pk)
    refused(lambda: rows.update(body=""), by="a_template_has_words")
    refused(lambda: rows.update(title=""), by="a_template_has_words")
    fields = {"template": template, "title": "x", "body": "y", "by": template.created_by, "at": NOW}
    refused(lambda: TextTemplateVersion.objects.create(number=1, **fields), by="one_text_a_version")
    assert TextTemplateVersion.objects.create(number=2, **fields)


def test_a_wording_is_whole_and_each_version_there_once() -> None:
    fields = {"kind": "thanks", "regime": "FOIA", "by": make.a_person(), "at": NOW}
    add = LetterWording.objects.create
    refused(lambda: add(version=1, subject="x", body="", **fields), by="a_wording_is_whole")
    refused(lambda: add(version=1, subject="", body="x", **fields), by="a_wording_is_whole")
    assert add(version=1, subject="x", body="y", **fields)
    refused(lambda: add(version=1, subject="", body="", **fields), by="one_wording_a_version")
    assert add(version=2, subject="", body="", **fields)
