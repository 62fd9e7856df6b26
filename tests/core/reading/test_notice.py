"""A refusal held against section 17 and its equivalents: what is met, missing, wrong, or left open, and why."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requests_app.core.cost_limits import cost_limits_from_json
from requests_app.core.exemptions import load
from requests_app.core.reading import read_reply
from requests_app.core.reading.notice import check_notice
from requests_app.core.reading.notice_points import NoticePoint, NoticeStatus
from requests_app.core.states import AuthorityKind, Regime
from tests.core.reading import kind_texts, kind_texts_asking

DATA = Path(__file__).parents[3] / "requests_app" / "data"
EXEMPTIONS = load(json.loads((DATA / "exemptions.json").read_text(encoding="utf-8")))
LIMITS = cost_limits_from_json(json.loads((DATA / "cost_limits.json").read_text(encoding="utf-8")))
R, K = Regime, AuthorityKind
MET, MISSING, WRONG, NOTE, UNCLEAR = (
    NoticeStatus.MET,
    NoticeStatus.MISSING,
    NoticeStatus.WRONG,
    NoticeStatus.NOTE,
    NoticeStatus.UNCLEAR,
)

RIGHTS = (
    "If you are dissatisfied you may ask for an internal review within 40 working days, by writing to review@example.org. If you remain "
    "dissatisfied you may complain to the Information Commissioner within six weeks of our final response."
)
SCOTTISH_RIGHTS = (
    "If you are dissatisfied you may require a review of this decision within 40 working days, by writing to review@example.org. "
    "You may then apply to the Scottish Information Commissioner within six months."
)
BALANCE = "The public interest in openness is outweighed by the public interest in maintaining the exemption, as the tender is live."


def letter(*paragraphs: str, rights: str = RIGHTS) -> str:
    body = "\n\n".join(("Your request for the report has now been considered.", *paragraphs, rights))
    return f"Dear Ms Penrose\n\n{body}\n\nYours sincerely\nInformation Officer\n"


def checked(
    text: str, regime: Regime = R.FOIA, kind: AuthorityKind = K.COUNCIL, **facts: Any
) -> tuple[NoticePoint, ...]:
    return check_notice(
        read_reply(text),
        text,
        regime=regime,
        authority_kind=kind,
        exemptions=EXEMPTIONS,
        cost_limits=LIMITS,
        **facts,
    )


def point(points: tuple[NoticePoint, ...], key: str, ground: str | None = None) -> NoticePoint | None:
    return next((each for each in points if each.key == key and ground in (None, each.ground)), None)


def status(
    text: str, key: str, regime: Regime = R.FOIA, kind: AuthorityKind = K.COUNCIL, **facts: Any
) -> NoticeStatus | None:
    found = point(checked(text, regime, kind, **facts), key)
    return found.status if found else None


COMMERCIAL = (
    "The contract is exempt from disclosure under section 43(2) of the Freedom of Information Act, because its release would be likely to "
    "prejudice the commercial interests of the supplier."
)
INVESTIGATION = "The file is exempt under section 30(1)(a) of the Act as it was held for an investigation."


def test_a_notice_with_everything_has_nothing_to_complain_of() -> None:
    points = checked(letter(COMMERCIAL, BALANCE))
    assert [each for each in points if each.status is not MET] == []
    assert {each.key for each in points} >= {
        "stated", "exemption_named", "reasons", "public_interest", "review", "review_window", "complaint", "complaint_window",
    }  # fmt: skip


def test_what_is_met_is_shown_where_it_stands() -> None:
    text = letter(COMMERCIAL, BALANCE)
    points = checked(text)
    for key, words in {
        "exemption_named": "43(2)",
        "reasons": "would be likely to prejudice",
        "public_interest": "outweighed",
        "complaint": "Information Commissioner",
    }.items():
        found = point(points, key)
        assert found is not None
        assert found.start is not None
        assert words in text[found.start : found.end]


def test_what_is_missing_is_a_sentence_with_its_section() -> None:
    points = checked(
        letter(
            "The contract is exempt under section 43(2) of the Act.", rights="Thank you for your interest."
        )
    )
    missing = {each.key: each.sentence for each in points if each.status is MISSING}
    assert missing == {
        "reasons": "The notice does not say why section 43(2) applies to this information (FOIA s.17(1)(c)).",
        "public_interest": "The notice relies on section 43(2), which is subject to the public interest test, and gives no reasons for the balance (FOIA s.17(3); FOIA s.2(2)(b)).",
        "review": "The notice does not say how to ask for an internal review, or that there is no procedure for one (FOIA s.17(7)(a)).",
        "complaint": "The notice does not tell of the right to go to the Information Commissioner (FOIA s.17(7)(b)).",
    }
    assert all(each.status.is_ground for each in points if each.key in missing)


@pytest.mark.parametrize(
    ("text", "regime", "kind", "key", "expected"),
    [
        # Which exemption
        (letter("We refuse your request and the report is withheld."), R.FOIA, K.COUNCIL, "exemption_named", MISSING),
        (letter("Names are withheld under section 40 as they are personal data."), R.FOIA, K.COUNCIL, "exemption_named", MISSING),
        (letter("Names are withheld under section 40(2) as they are personal data."), R.FOIA, K.COUNCIL, "exemption_named", MET),
        (letter("The advice is exempt under section 42 as it is legal advice.", BALANCE), R.FOIA, K.COUNCIL, "exemption_named", MET),
        (letter("Tactics are exempt under section 31 as release would assist offenders.", BALANCE), R.FOIA, K.POLICE_EW, "exemption_named", MISSING),
        # Why
        (letter(COMMERCIAL, BALANCE), R.FOIA, K.COUNCIL, "reasons", MET),
        (letter("It is exempt under section 40(2)."), R.FOIA, K.COUNCIL, "reasons", UNCLEAR),
        # The balance
        (letter(COMMERCIAL), R.FOIA, K.COUNCIL, "public_interest", MISSING),
        (letter(COMMERCIAL, "We have applied the public interest test."), R.FOIA, K.COUNCIL, "public_interest", UNCLEAR),
        (letter("It is withheld under section 41 as it was given in confidence."), R.FOIA, K.COUNCIL, "public_interest", None),
        (letter("The photographs are withheld under section 41, as they were given in confidence.", "The public interest in section 41 favours withholding."), R.FOIA, K.COUNCIL, "absolute_weighed", NOTE),
        (letter("The photographs are withheld under section 41, as they were given in confidence. Section 41 is absolute and needs no public interest test."), R.FOIA, K.COUNCIL, "absolute_weighed", None),
        (letter(COMMERCIAL, "We will write to you by 3 July 2025 with our view of the public interest."), R.FOIA, K.COUNCIL, "public_interest", MET),
        (letter(COMMERCIAL, "We will write to you again with our view of the public interest."), R.FOIA, K.COUNCIL, "public_interest", MISSING),
        (letter("The paper is exempt under section 30(c) because it would prejudice the service.", "We will write to you again with our view of the public interest.", rights=SCOTTISH_RIGHTS), R.FOISA, K.COUNCIL_SCOT, "public_interest", WRONG),
        # What an authority can use
        (letter("The paper is exempt under section 35(1)(a) because it relates to policy.", BALANCE), R.FOIA, K.POLICE_EW, "usable", WRONG),
        (letter("The paper is exempt under section 35(1)(a) because it relates to policy.", BALANCE), R.FOIA, K.CENTRAL_GOV, "usable", None),
        (letter("The paper is exempt under section 35(1)(a) because it relates to policy.", BALANCE), R.FOIA, K.OTHER, "usable", UNCLEAR),
        (letter("The minutes are exempt under section 36(2)(b)(i) because disclosure would inhibit advice.", BALANCE), R.FOIA, K.NHS, "qualified_person", MISSING),
        (letter("The minutes are exempt under section 36(2)(b)(i) because, in the reasonable opinion of the Vice-Chancellor, the qualified person, disclosure would inhibit advice.", BALANCE), R.FOIA, K.UNIVERSITY, "qualified_person", MET),
        (letter("The list is withheld under section 50A(1) as it relates to stock."), R.FOIA, K.COUNCIL, "ground_of_this_law", None),
        (letter("The list is exempt under section 21 as it is already accessible."), R.FOIA, K.COUNCIL, "where_accessible", MISSING),
        (letter("The list is exempt under section 21 as it is already published at https://www.example.org/list."), R.FOIA, K.COUNCIL, "where_accessible", MET),
        (letter("The tapes are exempt under section 44 as disclosure is prohibited."), R.FOIA, K.POLICE_EW, "prohibition_named", MISSING),
        (letter("The tapes are exempt under section 44 as disclosure is prohibited by the Investigatory Powers Act 2016."), R.FOIA, K.POLICE_EW, "prohibition_named", MET),
        (letter("The survey is exempt under section 39 of the Act because it is environmental.", BALANCE), R.FOIA, K.COUNCIL, "environmental", NOTE),
        (letter("Both are exempt, under section 30(1)(a) and section 31(1)(a), because disclosure would prejudice the case.", BALANCE), R.FOIA, K.POLICE_EW, "both_30_and_31", UNCLEAR),
        # Neither confirming nor denying
        (letter("We neither confirm nor deny that information is held, by virtue of section 31.", "The public interest in confirming or denying is outweighed."), R.FOIA, K.POLICE_EW, "denial_subsection", MISSING),
        (letter("We neither confirm nor deny that information is held, by virtue of section 31(3).", "The public interest in confirming or denying is outweighed."), R.FOIA, K.POLICE_EW, "denial_subsection", MET),
        (letter("We neither confirm nor deny that information is held, by virtue of section 21(1)."), R.FOIA, K.POLICE_EW, "denial_subsection", WRONG),
        (letter("We neither confirm nor deny that we hold it. Section 40(5B) applies as the duty would identify people."), R.FOIA, K.COUNCIL, "denial_subsection", MET),
        (letter("We neither confirm nor deny that information is held, by virtue of section 31(3).", "The public interest in disclosure is outweighed by policing."), R.FOIA, K.POLICE_EW, "public_interest_denial", UNCLEAR),
        # Vexatious
        (letter("Your request is vexatious and is refused under section 14(1)."), R.FOIA, K.COUNCIL, "claim", MET),
        (letter("Your request is vexatious and is refused under section 14(1)."), R.FOIA, K.COUNCIL, "public_interest", None),
        (letter("Your request is vexatious and is refused under section 14(1)."), R.FOIA, K.COUNCIL, "reasons", None),
        # The Regulations
        (letter("The e-mails are excepted under regulation 12(4)(e) because they are internal communications.", BALANCE), R.EIR, K.COUNCIL, "exemption_named", MET),
        (letter("The e-mails are exempt under section 43(2) because disclosure would prejudice sales.", BALANCE), R.EIR, K.COUNCIL, "ground_of_this_law", WRONG),
        (letter("The e-mails are excepted under regulation 12(4)(e) because they are internal communications.", BALANCE), R.FOIA, K.COUNCIL, "other_regime", NOTE),
        (letter("We estimate that this exceeds the appropriate limit of £450 and refuse your request under section 12 of the Act."), R.EIR, K.COUNCIL, "ground_of_this_law", WRONG),
        (letter("The samples are excepted under regulation 10(5)(b) because of the case.", BALANCE, rights=SCOTTISH_RIGHTS), R.EISR, K.COUNCIL_SCOT, "exemption_named", MET),
        (letter("The samples are excepted under regulation 12(5)(b) because of the case.", BALANCE, rights=SCOTTISH_RIGHTS), R.EISR, K.COUNCIL_SCOT, "ground_of_this_law", WRONG),
        # Scotland
        (letter("The paper is exempt under section 30(b)(ii) because disclosure would inhibit views.", BALANCE, rights=SCOTTISH_RIGHTS), R.FOISA, K.COUNCIL_SCOT, "complaint", MET),
        (letter("The paper is exempt under section 30(b)(ii) because disclosure would inhibit views.", BALANCE), R.FOISA, K.COUNCIL_SCOT, "complaint", WRONG),
        (letter("The paper is exempt under section 30(b)(ii) because disclosure would inhibit views.", BALANCE, rights=SCOTTISH_RIGHTS), R.FOISA, K.COUNCIL_SCOT, "qualified_person", None),
        (letter("The paper is exempt under section 29(1)(a) because it relates to policy.", BALANCE, rights=SCOTTISH_RIGHTS), R.FOISA, K.COUNCIL_SCOT, "usable", WRONG),
        (letter("The figure is exempt under section 43(2) because disclosure would prejudice sales.", BALANCE, rights=SCOTTISH_RIGHTS), R.FOISA, K.COUNCIL_SCOT, "ground_of_this_law", WRONG),
        (letter("Names are exempt under section 38(1)(b) - Personal information.", rights=RIGHTS), R.FOIA, K.COUNCIL, "ground_of_this_law", UNCLEAR),
        (letter("We neither confirm nor deny that it is held, under section 35(1)(a) and section 18 of the Act.", BALANCE, rights=SCOTTISH_RIGHTS), R.FOISA, K.POLICE_SCOTLAND, "denial_subsection", MET),
        (letter("We neither confirm nor deny that it is held, under section 35(1)(a) of the Act.", BALANCE, rights=SCOTTISH_RIGHTS), R.FOISA, K.POLICE_SCOTLAND, "denial_subsection", MISSING),
        (letter(COMMERCIAL, BALANCE, rights=SCOTTISH_RIGHTS), R.FOIA, K.COUNCIL, "complaint", WRONG),
    ],
)  # fmt: skip
def test_a_point_of_a_notice(
    text: str, regime: Regime, kind: AuthorityKind, key: str, expected: NoticeStatus | None
) -> None:
    assert status(text, key, regime, kind) is expected


ESTIMATE = (
    "We estimate that it would take 5 minutes to read each of 1,200 files, a total of 100 hours. This exceeds the appropriate limit of £450, or 18 hours at "
    "£25 an hour, and your request is refused under section 12(1) of the Act. You could narrow your request to one month."
)


@pytest.mark.parametrize(
    ("text", "regime", "kind", "key", "expected"),
    [
        (letter(ESTIMATE), R.FOIA, K.COUNCIL, "cost_estimate", MET),
        (letter(ESTIMATE), R.FOIA, K.COUNCIL, "cost_arithmetic", None),
        (letter(ESTIMATE), R.FOIA, K.COUNCIL, "cost_limit", None),
        (letter(ESTIMATE), R.FOIA, K.COUNCIL, "advice", MET),
        (letter(ESTIMATE), R.FOIA, K.CENTRAL_GOV, "cost_limit", WRONG),
        (letter(ESTIMATE), R.FOIA, K.OTHER, "cost_limit", None),
        (letter(ESTIMATE.replace("£450, or 18 hours", "£600, or 24 hours")), R.FOIA, K.COUNCIL, "cost_limit", WRONG),
        (letter(ESTIMATE.replace("£450, or 18 hours", "£600, or 24 hours")), R.FOIA, K.OTHER, "cost_limit", UNCLEAR),
        (letter(ESTIMATE.replace("100 hours", "140 hours")), R.FOIA, K.COUNCIL, "cost_arithmetic", WRONG),
        (letter(ESTIMATE.replace("a total of 100 hours", "a total of 100 hours, of which 10 hours for redacting names")), R.FOIA, K.COUNCIL, "cost_counts_redaction", WRONG),
        (letter(ESTIMATE, "This does not include the time for redaction."), R.FOIA, K.COUNCIL, "cost_counts_redaction", None),
        (letter("We estimate that it would take 5 minutes to read each of 120 files, a total of 10 hours. This exceeds the appropriate limit of £450 and section 12(1) applies."), R.FOIA, K.COUNCIL, "cost_below_limit", WRONG),
        (letter("It would exceed the appropriate limit and is refused under section 12(1) of the Act."), R.FOIA, K.COUNCIL, "cost_estimate", MISSING),
        (letter("It would exceed the appropriate limit and is refused under section 12(1) of the Act."), R.FOIA, K.COUNCIL, "advice", MISSING),
        (letter("It would exceed the appropriate limit and is refused under section 12(1) of the Act."), R.FOIA, K.COUNCIL, "public_interest", None),
    ],
)  # fmt: skip
def test_a_refusal_for_cost(
    text: str, regime: Regime, kind: AuthorityKind, key: str, expected: NoticeStatus | None
) -> None:
    assert status(text, key, regime, kind) is expected


def test_an_estimate_is_no_part_of_the_notice_itself_and_the_doubt_says_so() -> None:
    found = point(
        checked(
            letter("It would exceed the appropriate limit and is refused under section 12(1) of the Act.")
        ),
        "cost_estimate",
    )
    assert found is not None
    assert "need only state the claim (FOIA s.17(5))" in found.doubt


@pytest.mark.parametrize(
    ("rights", "regime", "key", "expected"),
    [
        ("You may ask for an internal review within 40 working days. You may complain to the Information Commissioner.", R.FOIA, "review_window", MET),
        ("You may ask for an internal review within 20 working days of this letter. You may complain to the Information Commissioner.", R.FOIA, "review_window", WRONG),
        ("You may ask for an internal review within 28 days of this letter. You may complain to the Information Commissioner.", R.EIR, "review_window", WRONG),
        ("You may ask for an internal review within two months of this letter. You may complain to the Information Commissioner.", R.FOIA, "review_window", NOTE),
        ("You may ask for an internal review. You may complain to the Information Commissioner.", R.FOIA, "review_window", None),
        ("You may ask for an internal review. You may complain to the Information Commissioner.", R.FOIA, "complaint_window", NOTE),
        ("You may ask for an internal review. You may complain to the Information Commissioner within three months.", R.FOIA, "complaint_window", NOTE),
        ("You may ask for an internal review. You may complain to the Information Commissioner within six weeks.", R.FOIA, "complaint_window", MET),
        ("You may require a review. You may apply to the Scottish Information Commissioner within three months.", R.FOISA, "complaint_window", WRONG),
        ("You may require a review. You may apply to the Scottish Information Commissioner within six months.", R.FOISA, "complaint_window", MET),
        ("You may ask us for an internal review; we aim to respond to reviews within 60 working days. You may complain to the Information Commissioner.", R.FOIA, "review_answer", WRONG),
        ("You may ask us for an internal review; we aim to respond to reviews within 20 working days. You may complain to the Information Commissioner.", R.FOIA, "review_answer", None),
        ("You may ask us to review this decision; we will respond within 40 working days. You may apply to the Scottish Information Commissioner.", R.FOISA, "review_answer", WRONG),
        ("There is no internal review procedure. You may complain to the Information Commissioner.", R.FOIA, "review", MET),
        ("Your rights to a review and to complain are set out in the attached information sheet.", R.FOIA, "complaint", UNCLEAR),
    ],
)  # fmt: skip
def test_the_rights_of_a_notice(rights: str, regime: Regime, key: str, expected: NoticeStatus | None) -> None:
    ground = {
        R.FOIA: COMMERCIAL,
        R.EIR: "It is excepted under regulation 12(4)(e) because it is internal.",
        R.FOISA: "It is exempt under section 33(1)(b) because disclosure would prejudice sales substantially.",
    }[regime]
    kind = K.COUNCIL_SCOT if regime is R.FOISA else K.COUNCIL
    assert status(letter(ground, BALANCE, rights=rights), key, regime, kind) is expected


@pytest.mark.parametrize(
    ("issued_on", "due_on", "expected"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), MET),
        (date(2026, 11, 4), date(2026, 11, 3), WRONG),
        (None, date(2026, 11, 3), None),
        (date(2026, 11, 4), None, None),
    ],
)
def test_a_late_notice_is_late_where_both_days_are_known(
    issued_on: date | None, due_on: date | None, expected: NoticeStatus | None
) -> None:
    text = letter(COMMERCIAL, BALANCE)
    found = point(checked(text, issued_on=issued_on, due_on=due_on), "in_time")
    assert (found.status if found else None) is expected
    if expected is WRONG:
        assert found is not None
        assert found.sentence.startswith(
            "The notice is dated Wed 4 Nov 2026; it was due by Tue 3 Nov 2026, 1 day earlier"
        )


def test_a_second_notice_about_vexatious_requests_is_not_needed() -> None:
    text = letter("Your request is vexatious and is refused under section 14(1).")
    assert status(text, "claim_again", given_before=True) is NOTE
    assert status(text, "claim_again") is None


@pytest.mark.parametrize("regime", [R.EIR, R.FOISA, R.EISR])
def test_what_was_not_checked_against_the_text_is_said_with_every_point(regime: Regime) -> None:
    text = letter(
        "It is withheld under regulation 12(4)(e) because it is internal."
        if regime is R.EIR
        else "It is withheld under regulation 10(4)(e) because it is internal."
        if regime is R.EISR
        else "It is exempt under section 30(c) because it would prejudice the service."
    )
    points = checked(text, regime, K.COUNCIL if regime is R.EIR else K.COUNCIL_SCOT)
    assert points
    assert all("not checked" in each.doubt for each in points)


def test_of_a_page_that_is_no_whole_letter_nothing_is_said_to_be_missing() -> None:
    text = "I have today decided to withhold the report. It is exempt under section 43(2) of the Act."
    points = checked(text)
    assert {each.status for each in points} <= {MET, UNCLEAR}
    found = point(points, "review")
    assert found is not None
    assert "may not be the whole letter" in found.doubt


@pytest.mark.parametrize(
    "case", kind_texts.ACKNOWLEDGEMENTS + kind_texts_asking.FEES, ids=lambda case: str(case.name)
)
def test_what_refuses_nothing_has_no_notice(case: Any) -> None:
    assert checked(case.text) == ()


def test_a_reply_that_gives_everything_or_holds_nothing_has_no_notice() -> None:
    assert checked(letter("The report is attached.")) == ()
    assert checked(letter("The Council does not hold this information.")) == ()
    assert checked(letter(COMMERCIAL), R.UKGDPR) == ()


TIME = "We hold information and need further time to consider the public interest"


@pytest.mark.parametrize(
    ("text", "regime", "expected"),
    [
        (f"{TIME} under section 43(2). We will reply by 3 July 2025.", R.FOIA, {"extension_exemption": MET, "extension_estimate": MET}),
        (f"{TIME}. We will reply by 3 July 2025.", R.FOIA, {"extension_exemption": MISSING, "extension_estimate": MET}),
        (f"{TIME} under section 43(2).", R.FOIA, {"extension_exemption": MET, "extension_estimate": MISSING}),
        (f"{TIME} under section 41. We will reply by 3 July 2025.", R.FOIA, {"extension_exemption": WRONG, "extension_estimate": MET}),
        (f"{TIME} under section 40(2). We will reply by 3 July 2025.", R.FOIA, {"extension_exemption": UNCLEAR, "extension_estimate": MET}),
        (f"{TIME} under section 30(c). We will reply by 3 July 2025.", R.FOISA, {"extension_allowed": WRONG}),
        ("We are extending the time limit to 40 working days under regulation 7(1) because of the complexity and volume of the request.", R.EIR, {"extension_reason": MET}),
        ("We are extending the time limit to 40 working days under regulation 7(1) because of the volume of the request.", R.EISR, {"extension_reason": MISSING}),
        ("We are extending the time limit to 40 working days under regulation 7(1).", R.FOIA, {"extension_reason": MISSING}),
        ("We need to extend the time for your internal review to 3 July 2025.", R.FOIA, {}),
    ],
)  # fmt: skip
def test_a_notice_that_takes_more_time(text: str, regime: Regime, expected: dict[str, NoticeStatus]) -> None:
    points = checked(f"Dear Ms Penrose\n\n{text}\n\nYours sincerely\nInformation Officer\n", regime)
    assert {each.key: each.status for each in points} == expected


def test_a_late_extension_is_late() -> None:
    text = (
        f"Dear Ms Penrose\n\n{TIME} under section 43(2). We will reply by 3 July 2025.\n\nYours sincerely\n"
    )
    assert status(text, "in_time", issued_on=date(2025, 6, 4), due_on=date(2025, 6, 3)) is WRONG


PIECES = st.sampled_from(
    [
        "section 31", "section 40(2)", "s.12", "regulation 12(4)(b)", "Regulation 13", "neither confirm nor deny", "is exempt under", "withheld", "public interest",
        "outweighs", "because", "would prejudice", "internal review within 20 working days", "Information Commissioner", "Scottish Information Commissioner", "18 hours",
        "£450", "1,000 files at 3 minutes each", "Dear Sir", "Yours sincerely", "refused", "section 14(1)", "section 36", ". ", "\n\n", "section 44 of the Act", "1. How many?",
    ]
)  # fmt: skip


@settings(max_examples=120)
@given(
    st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25).map(" ".join),
    st.sampled_from(list(Regime)),
    st.sampled_from(list(AuthorityKind)),
)
def test_any_text_can_be_held_against_the_law(text: str, regime: Regime, kind: AuthorityKind) -> None:
    points = checked(text, regime, kind, issued_on=date(2026, 11, 4), due_on=date(2026, 11, 3))
    for each in points:
        assert each.section
        assert each.what
        assert (each.start is None) == (each.end is None)
        assert each.start is None or each.end is None or 0 <= each.start <= each.end <= len(text)
        assert each.sentence or each.status is MET
    assert len(
        {(each.key, each.ground, each.start) for each in points if not each.key.startswith("cost")}
    ) == len([each for each in points if not each.key.startswith("cost")])
