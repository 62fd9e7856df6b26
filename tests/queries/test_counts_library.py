"""How many SQL queries the pages of texts, of what was asked already, and of wordings make: as many for much as for little."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.urls import reverse

from requests_app.models import Campaign, LetterWording, TextTemplate
from requests_app.models.campaign import Visibility
from requests_app.usecases.foi_requests import QuestionAsked
from requests_app.usecases.text_templates import edit_template
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, noon
from tests.queries.test_counts import MOST, Fill, looking, queries_of

pytestmark = pytest.mark.django_db

TASERS = [QuestionAsked("1", "How many times was a Taser drawn in 2023?")]


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


def texts_full(campaign: Campaign, number: int) -> str:
    for _ in range(number):
        make.a_template(campaign)
    return reverse("template_list")


def a_text_to_use(campaign: Campaign, number: int) -> str:
    texts_full(campaign, number)
    return f"{make.a_template(campaign).get_absolute_url()}?period=2025"


def a_text_to_change(campaign: Campaign, number: int) -> str:
    """A text of this many versions."""
    template, by = make.a_template(campaign), make.owner_of(campaign)
    for place in range(number):
        template = edit_template(
            template=template,
            campaign=campaign,
            kind=TextTemplate.Kind.REQUEST,
            title=template.title,
            body=f"Version {place}",
            version=template.version,
            by=by,
            now=noon(SENT_ON),
        )
    return reverse("template_edit", args=[template.pk])


def asked_already(campaign: Campaign, number: int) -> str:
    for _ in range(number):
        make.a_request(campaign, title="Tasers", questions=TASERS, visibility=Visibility.PUBLIC)
    return f"{reverse('already_asked')}?q=Taser+drawn"


def a_draft_after_others(campaign: Campaign, number: int) -> str:
    """A draft that may be costed with this many requests."""
    authority = make.an_authority()
    for _ in range(number):
        make.a_request(campaign, authority=authority, questions=TASERS)
    return make.a_written_request(campaign, authority=authority, questions=TASERS).get_absolute_url()


def wordings_in_admin(campaign: Campaign, number: int) -> str:
    """A letter worded this often; the page of one of them."""
    owner = make.owner_of(campaign)
    last = LetterWording.objects.filter(kind="thanks", regime="FOIA").count()
    for place in range(number):
        LetterWording.objects.create(
            kind="thanks",
            regime="FOIA",
            version=last + place + 1,
            subject="x",
            body=f"{place}",
            by=owner,
            at=noon(SENT_ON),
        )
    return reverse("admin:requests_app_letterwording_edit", args=["thanks", "FOIA"])


def list_of_wordings(campaign: Campaign, number: int) -> str:
    wordings_in_admin(campaign, number)
    return reverse("admin:requests_app_letterwording_changelist")


PINNED: list[tuple[Fill, str, int]] = [
    (texts_full, "owner", 3),
    (texts_full, "viewer", 3),
    (a_text_to_use, "owner", 5),
    (a_text_to_change, "owner", 5),
    (asked_already, "owner", 7),
    (asked_already, "visitor", 5),
    (a_draft_after_others, "owner", 12),
    (wordings_in_admin, "staff", 4),
    (list_of_wordings, "staff", 4),
]
"""Queries of each page by who looks, session and person included. A number that grows is argued for here."""


@pytest.mark.parametrize(
    ("fill", "who", "pinned"), PINNED, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_a_page_of_the_library_makes_few_queries_and_as_many_for_much_as_for_little(
    fill: Fill, who: str, pinned: int
) -> None:
    counts = []
    for size in (2, 15):
        campaign = make.a_campaign()
        url = fill(campaign, size)
        counts.append(queries_of(looking(campaign, who), url))
    little, much = counts
    assert much == little
    assert much <= MOST
    assert much == pinned
