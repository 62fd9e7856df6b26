"""The shipped record says what the documents say (shared/seeds/FACTS.md), and no more."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from requests_app.core.states import Channel, Decision, EventKind, Outcome, Regime, State
from requests_app.models import (
    Answer,
    Attachment,
    Authority,
    AuthorityAddress,
    AuthorityAlias,
    Campaign,
    Clarification,
    DataTable,
    Deadline,
    Event,
    Figure,
    FoiRequest,
    Message,
    Question,
    Response,
    Source,
)
from requests_app.models.campaign import Visibility

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
FIRST, SECOND = "01.FOI.22.024173", "01.FOI.23.033120"
SEEDS = {FIRST: "000_686bd99622577a9e.txt", SECOND: "002_652f35db160209f5.txt"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def authorities() -> None:
    call_command("loaddata", FIXTURES / "authorities.json", verbosity=0)


@pytest.fixture
def met(authorities: None) -> dict[str, FoiRequest]:
    call_command("loaddata", FIXTURES / "met_requests.json", verbosity=0)
    return {foi_request.authority_reference: foi_request for foi_request in FoiRequest.objects.all()}


@pytest.fixture
def evidence() -> None:
    call_command("loaddata", FIXTURES / "evidence.json", verbosity=0)


# The authorities


def test_there_are_the_99_bodies_of_the_list(authorities: None) -> None:
    assert Authority.objects.count() == 99
    assert Counter(Authority.objects.values_list("kind", flat=True)) == {
        "police_ew": 43,
        "police_psni": 1,
        "police_scotland": 1,
        "btp": 1,
        "mopac": 1,
        "pcc": 37,
        "council": 1,
        "other": 14,
    }
    assert Counter(Authority.objects.values_list("regime", flat=True)) == {"FOIA": 95, "FOISA": 3, "": 1}


def test_each_authority_and_its_names_pass_their_own_checks(authorities: None) -> None:
    for model in (Authority, AuthorityAlias, AuthorityAddress):
        for row in model._default_manager.all():
            row.full_clean()


@pytest.mark.shared
def test_every_body_has_the_names_nation_and_law_of_the_list(authorities: None, shared: Path) -> None:
    listed = json.loads((shared / "law" / "police_forces.json").read_text(encoding="utf-8"))["forces"]
    limits = {450: "450", 600: "600_scot"}
    for body in listed:
        authority = Authority.objects.get(slug=body["id"].replace("_", "-"))
        assert authority.official_name == body["official_name"]
        assert authority.short_name == body["short_name"]
        assert authority.regime == (body["regime"] or "")
        assert authority.environmental_regime == (body["environmental_regime"] or "")
        limit = body["cost_limit"]
        assert authority.cost_limit_class == (limits[limit["limit_gbp"]] if limit else "")
        contact = body.get("contact") or {}
        emails = [contact["foi_email_unverified"]] if contact.get("foi_email_unverified") else []
        assert [address.address for address in authority.addresses.all()] == emails
        if body["nation"] in ("England", "Wales", "Scotland", "Northern Ireland"):
            assert authority.get_nation_display() == body["nation"]
        else:
            assert authority.get_nation_display() == "United Kingdom"


def test_scotland_has_its_own_act_and_its_own_cost_limit(authorities: None) -> None:
    scottish = Authority.objects.filter(nation="scotland")
    assert {a.slug for a in scottish} == {"police-scotland", "scottish-police-authority", "pirc"}
    assert {(a.regime, a.environmental_regime, a.cost_limit_class) for a in scottish} == {
        ("FOISA", "EISR", "600_scot")
    }
    elsewhere = Authority.objects.exclude(nation="scotland").exclude(slug="nca")
    assert set(elsewhere.values_list("cost_limit_class", flat=True)) == {"450"}


def test_a_body_outside_the_acts_has_no_regime_and_says_so(authorities: None) -> None:
    agency = Authority.objects.get(slug="nca")
    assert (agency.regime, agency.environmental_regime, agency.cost_limit_class) == ("", "", "")
    assert "Outside FOIA" in agency.notes


def test_nobody_has_checked_any_address(authorities: None) -> None:
    addresses = AuthorityAddress.objects.all()
    assert len(addresses) == 29
    assert {(a.checked_on, a.checked_by, a.channel) for a in addresses} == {(None, None, Channel.EMAIL)}
    for address in addresses:
        assert "must be checked" in address.source
        assert "pnn.police.uk" not in address.address


def test_a_name_leads_to_one_authority(authorities: None) -> None:
    names: dict[str, set[str]] = {}
    for authority in Authority.objects.prefetch_related("aliases"):
        known = {authority.official_name, authority.short_name, *(a.name for a in authority.aliases.all())}
        for name in known:
            names.setdefault(name.casefold(), set()).add(authority.slug)
    assert {name: slugs for name, slugs in names.items() if len(slugs) > 1} == {}


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Met", "the-met"),
        ("MPS", "the-met"),
        ("met police", "the-met"),
        ("Metropolitan Police", "the-met"),
        ("TVP", "thames-valley-police"),
        ("Heddlu De Cymru", "south-wales-police"),
        ("Hampshire Constabulary", "hampshire-police"),
        ("Kent Police and Crime Commissioner", "kent-pcc"),
        ("Cumbria PCC", "cumbria-pfcc"),
    ],
)
def test_people_find_an_authority_by_the_name_they_use(authorities: None, typed: str, slug: str) -> None:
    assert Authority.objects.get(aliases__name__iexact=typed).slug == slug


def test_loading_the_authorities_again_undoes_nobodys_work(authorities: None) -> None:
    """Aliases and addresses have no key of their own: a second load fails whole and leaves what staff checked."""
    address = AuthorityAddress.objects.filter(authority__slug="the-met").get()
    AuthorityAddress.objects.filter(pk=address.pk).update(checked_on="2026-11-22")
    with pytest.raises(IntegrityError), transaction.atomic():
        call_command("loaddata", FIXTURES / "authorities.json", verbosity=0)
    address.refresh_from_db()
    assert address.checked_on is not None


# The two Met requests


def test_both_met_requests_are_in_a_public_campaign_nobody_owns(met: dict[str, FoiRequest]) -> None:
    assert [met[FIRST].reference, met[SECOND].reference] == ["FT-00001", "FT-00002"]
    for foi_request in met.values():
        assert foi_request.authority.official_name == "Metropolitan Police Service"
        assert foi_request.regime == Regime.FOIA
        assert foi_request.visibility == Visibility.PUBLIC
        assert foi_request.state == State.ANSWERED
        assert foi_request.requester_name == ""
        foi_request.full_clean()
    campaign = Campaign.objects.get()
    assert campaign.personal_of is None
    assert not campaign.memberships.exists()


def test_every_row_of_the_met_requests_passes_its_own_checks(met: dict[str, FoiRequest]) -> None:
    for model in (Message, Attachment, Question, Clarification, Response, Answer, DataTable, Event):
        for row in model._default_manager.all():
            row.full_clean()


def test_a_record_without_days_has_none(met: dict[str, FoiRequest]) -> None:
    assert {event.on for event in Event.objects.all()} == {None}
    assert {(m.happened_on, m.written_on) for m in Message.objects.all()} == {(None, None)}
    assert {(r.issued_on, r.received_on) for r in Response.objects.all()} == {(None, None)}
    assert {(c.asked_on, c.answered_on) for c in Clarification.objects.all()} == {(None, None)}
    assert {(r.response_due_on, r.next_deadline_on) for r in met.values()} == {(None, None)}
    assert not Deadline.objects.exists()


def test_what_happened_is_in_order(met: dict[str, FoiRequest]) -> None:
    kinds = [EventKind.SENT, EventKind.CLARIFICATION_REQUESTED, EventKind.CLARIFICATION_RECEIVED]
    assert [e.kind for e in met[FIRST].events.order_by("pk")] == [*kinds, EventKind.FINAL_RESPONSE]
    assert [e.kind for e in met[SECOND].events.order_by("pk")] == [EventKind.SENT, EventKind.FINAL_RESPONSE]
    for event in Event.objects.all():
        assert event.sentence
        assert event.source
        assert event.message is not None


def test_the_first_request_asks_three_questions_with_their_parts(met: dict[str, FoiRequest]) -> None:
    one, two, three = met[FIRST].questions.filter(parent=None)
    assert [one.label, two.label, three.label] == ["1", "2", "3"]
    assert one.text.startswith("How many school-based police officers (including Safer Schools")
    assert two.text == (
        "Are there plans to introduce or add more in the 2022/2023 academic year, if so, how many?"
    )
    assert three.text.startswith("Has there been any consultation with any of the listed")
    assert _parts(one) == [
        ("(i)", "The name of the school"),
        ("(ii)", "The number of officers based at the school currently"),
    ]
    assert _parts(two) == []
    assert _parts(three) == [
        ("", "School governors"),
        ("", "Parents and carers of school children"),
        ("", "School children"),
        ("", "Local community groups"),
    ]


def test_the_clarification_is_about_question_1(met: dict[str, FoiRequest]) -> None:
    clarification = Clarification.objects.get()
    assert clarification.foi_request == met[FIRST]
    assert [question.label for question in clarification.questions.all()] == ["1"]
    assert clarification.asked == ""
    assert clarification.answered.startswith("Re Q1. Thanks for your reply.")
    assert clarification.answered.endswith("the amount of school officers by borough.")
    assert clarification.is_answered
    assert clarification.answered_in is not None
    assert clarification.answered_in.body == clarification.answered


def test_the_second_request_asks_three_questions(met: dict[str, FoiRequest]) -> None:
    questions = met[SECOND].questions.all()
    assert [(question.label, question.text) for question in questions] == [
        ("A", "If the police comes to school to explain their roles etc,"),
        ("B", "How they are helping the people etc?"),
        ("C", "Would it be something possible to arrange?"),
    ]


def test_both_replies_say_in_so_many_words_that_they_disclose_in_full(met: dict[str, FoiRequest]) -> None:
    for reference, foi_request in met.items():
        response = foi_request.responses.get()
        assert response.decision == Decision.IN_FULL
        assert response.decision_explicit
        assert response.is_final
        assert response.authority_reference == reference
        assert "disclose the located information to you in full" in response.message.body


@pytest.mark.parametrize(
    ("reference", "outcomes"),
    [
        (FIRST, {"1": Outcome.DISCLOSED_IN_PART, "2": Outcome.UNANSWERED, "3": Outcome.DISCLOSED}),
        (SECOND, {"A": Outcome.DISCLOSED, "B": Outcome.DISCLOSED, "C": Outcome.NOT_FOI}),
    ],
)
def test_each_question_has_its_outcome(
    met: dict[str, FoiRequest], reference: str, outcomes: dict[str, Outcome]
) -> None:
    answers = Answer.objects.filter(response__foi_request=met[reference])
    assert {answer.question.label: answer.outcome for answer in answers} == outcomes
    assert {q.label: q.outcome for q in met[reference].questions.filter(parent=None)} == outcomes
    for answer in answers:
        assert answer.text in answer.response.message.body
        assert answer.sections == []


def test_the_answers_say_what_the_replies_say(met: dict[str, FoiRequest]) -> None:
    said = {answer.question.label: answer for answer in Answer.objects.all()}
    assert "(i) BCU(Borough Command Unit)" in said["1"].text
    assert "part (ii) is left out" in said["1"].note
    assert "no exemption is cited" in said["1"].note
    assert said["2"].text.startswith("We await the publishing of the Mayors PCP")
    assert "whether information is held" in said["2"].note
    assert "surveys that are prepared by MOPAC every 3 years" in said["3"].text
    assert said["B"].text.count("•") == 6
    assert said["C"].text.startswith("This question falls under normal business")
    assert "local force" in said["C"].text


def test_the_abbreviations_are_those_of_the_block(met: dict[str, FoiRequest]) -> None:
    assert met[FIRST].responses.get().abbreviations == {
        "PCP": "Police & Crime Plan",
        "S&Y": "Schools & Youth",
        "SSO": "Safer Schools Officer",
        "YEDO": "Youth Engagement & Diversion Officer",
        "VPCC": "Volunteer Police Cadet Coordinators",
    }
    assert met[SECOND].responses.get().abbreviations == {}


TABLE = """\
AS - Central South|27|4|2|33
AW - Central West|23|28|3|54
CE - Central East|25|5|2|32
CN - Central North|31|6|2|39
EA - East Area|35|3|3|41
NA - North Area|37|2|2|41
NE - North East|34|3|2|39
NW - North West|29|9|3|41
SE - South East|36|7|3|46
SN - South Area|29|6|3|38
SW - South West|37|4|4|45
WA - West Area|30|7|3|40"""


def test_the_table_has_its_twelve_rows_and_its_totals(met: dict[str, FoiRequest]) -> None:
    table = DataTable.objects.get()
    assert table.response.foi_request == met[FIRST]
    assert table.question is not None
    assert table.question.label == "1"
    assert table.title == "S&Y CONTSTABLES"
    assert table.columns == ["BCU", "SSO", "YEDO", "VPCC", "S&Y Total"]
    assert table.rows == [line.split("|") for line in TABLE.splitlines()]
    assert table.total_row == ["MPS Total", "373", "84", "32", "489"]


def test_the_checks_of_the_table_say_what_adding_it_up_says(met: dict[str, FoiRequest]) -> None:
    table = DataTable.objects.get()
    figures = [[int(cell) for cell in row[1:]] for row in table.rows]
    totals = [int(cell) for cell in table.total_row[1:]]
    assert [sum(column) for column in zip(*figures, strict=True)] == totals
    assert all(sum(row[:-1]) == row[-1] for row in [*figures, totals])
    assert [(check["what"], check["agrees"]) for check in table.checks] == [
        ("column totals", True),
        ("row totals", True),
    ]


def test_a_reply_is_kept_byte_for_byte_and_shown_without_page_furniture(met: dict[str, FoiRequest]) -> None:
    for reference in SEEDS:
        message = Message.objects.get(foi_request=met[reference], kind=Message.Kind.REPLY)
        assert message.body.startswith(f"Freedom of information request reference no: {reference}")
        assert "cookie" not in message.body
        attachment = message.attachments.get()
        raw = bytes(attachment.content)
        assert sha256(raw).hexdigest() == attachment.sha256 == message.sha256
        assert len(raw) == attachment.size
        assert raw.decode().endswith(message.body)


@pytest.mark.shared
def test_the_replies_are_the_published_ones(met: dict[str, FoiRequest], shared: Path) -> None:
    for reference, name in SEEDS.items():
        attachment = Attachment.objects.get(message__foi_request=met[reference])
        assert bytes(attachment.content) == (shared / "seeds" / name).read_bytes()
        assert met[reference].letter in attachment.extracted_text


# The public record

HISTORY = "mps-history-of-safer-school-partnerships"
REPORT = "mpa-policing-in-schools-2004"
NEWS = "police-oracle-officers-in-schools"

FIGURES = {
    HISTORY: [
        ("2002", 100, "police officers"),
        ("2002", 10, "boroughs"),
        ("2009-10", 118, "police constables"),
        ("2010-11", 183, "police constables"),
        ("2010-11", 102, "community support officers"),
        ("2012", 218, "police constables"),
        ("2012", 253, "police constables"),
        ("2012", 295, "secondary schools"),
        ("2013", 238, "officers"),
        ("2013", 425, "secondary schools"),
        ("2015", 270, "officers"),
        ("2015", 550, "secondary schools"),
        ("2017", 294, "officers"),
        ("2017", 639, "secondary schools"),
        ("2018", 319, "officers"),
        ("2018", 600, "officers"),
        ("2021", 287, "officers"),
        ("2021", 570, "schools"),
        ("2022", 377, "officers"),
        ("2022", 622, "secondary schools"),
        ("2022", 374, "schools"),
        ("2023", 311, "officers"),
    ],
    REPORT: [
        ("from April 2002", 44, "police officers"),
        ("from April 2002", 15, "boroughs"),
        ("by July 2002", 30, "police officers"),
        ("by the end of 2002", 14, "police officers"),
        ("12 July 2004", 117, "police officers"),
        ("12 July 2004", 192, "secondary schools"),
        ("12 July 2004", 63, "police officers"),
        ("12 July 2004", 240_000, "pounds"),
        ("2003/04", 5_006_898, "pounds"),
        ("2003/04", 2_696_022, "pounds"),
    ],
    NEWS: [("", 979, "police officers"), ("", 50, "per cent"), ("", 4, "recommendations")],
}


@pytest.mark.parametrize("slug", FIGURES)
def test_every_figure_of_a_source_is_there_with_its_unit_and_period(evidence: None, slug: str) -> None:
    figures = Figure.objects.filter(source__slug=slug).order_by("position")
    assert [(f.period, f.value, f.unit) for f in figures] == [
        (period, Decimal(value), unit) for period, value, unit in FIGURES[slug]
    ]


def test_every_source_and_figure_passes_its_own_checks(evidence: None) -> None:
    for row in [*Source.objects.all(), *Figure.objects.all()]:
        row.full_clean()


def test_only_the_report_has_a_date(evidence: None) -> None:
    days = {source.slug: source.published_on for source in Source.objects.all()}
    assert {slug: str(day) if day else None for slug, day in days.items()} == {
        HISTORY: None,
        REPORT: "2004-07-12",
        NEWS: None,
    }


def test_only_the_figure_printed_with_around_is_approximate(evidence: None) -> None:
    assert [int(figure.value) for figure in Figure.objects.filter(is_approximate=True)] == [311]


def test_each_quote_prints_its_figure(evidence: None) -> None:
    words = {50: "half", 4: "Four"}
    for figure in Figure.objects.all():
        value = int(figure.value)
        printed = words.get(value) if figure.source.slug == NEWS else None
        assert (printed or f"{value:,}") in figure.quote


def test_both_costs_come_to_the_same_for_an_officer(evidence: None) -> None:
    costs = Figure.objects.filter(metric__startswith="Notional cost").order_by("position")
    assert [figure.value / officers for figure, officers in zip(costs, (117, 63), strict=True)] == [
        42_794
    ] * 2
    assert all("42,794" in figure.note for figure in costs)


@pytest.mark.parametrize(
    ("metric", "expected"),
    [("Officers in the 2002 pilot", {100, 44}), ("Boroughs in the 2002 pilot", {10, 15})],
)
def test_sources_that_disagree_stand_under_one_metric(
    evidence: None, metric: str, expected: set[int]
) -> None:
    assert {int(figure.value) for figure in Figure.objects.filter(metric=metric)} == expected


def test_a_figure_the_disclosure_contradicts_says_so(evidence: None) -> None:
    for value, contradicted_by in ((377, "373"), (979, "489"), (600, "489")):
        assert contradicted_by in Figure.objects.get(value=value).note


@pytest.mark.shared
def test_every_quote_stands_in_its_source(evidence: None, shared: Path) -> None:
    names = {
        HISTORY: "001_71687463a3420f59.txt",
        REPORT: "003_1868d556e3d95608.txt",
        NEWS: "004_bf5b5db1ecabe282.txt",
    }
    for figure in Figure.objects.select_related("source"):
        text = (shared / "seeds" / names[figure.source.slug]).read_text(encoding="utf-8")
        assert figure.quote in text


def _parts(question: Question) -> list[tuple[str, str]]:
    return [(part.label, part.text) for part in question.parts.all()]
