"""Advice as a whole: what a finding holds, what fixes do, and that any text can be advised on."""

from __future__ import annotations

import dataclasses
import json
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requests_app.core.advice import (
    RULES,
    AskedAuthority,
    DraftRequest,
    Severity,
    advice_to_json,
    advise,
)
from requests_app.core.reading import QuestionRead
from requests_app.core.states import AuthorityKind, Channel, Regime
from tests.core.advice.cases_asking import FIRES as ASKING
from tests.core.advice.cases_people import FIRES as PEOPLE
from tests.core.advice.drafts import (
    COMMISSIONER,
    COUNCIL,
    LIMITS,
    ON,
    POLICE,
    POLICE_SCOTLAND,
    findings,
    letter,
    one,
    rules,
)

# Letters in good order

CLEAN = (
    """Dear Essex Police,

Under the Freedom of Information Act 2000, please provide the following for the period 1 January 2023 to 31 December 2025.

1. The number of Safer Schools Officers (SSOs) employed by the force on 1 January of each year.
2. The number of schools with an SSO on the same dates.
3. The number of pupils searched by SSOs on school premises, by year, by ethnicity and by age band (10-13, 14-17).

By Safer Schools Officer I mean any officer who spends some of their time on a school site, whatever the title.

Please send the figures as a spreadsheet. If answering all of it would exceed the cost limit, please answer question 1 first
and tell me what could be provided within the limit.

Yours faithfully,

Amara Okafor
amara.okafor@example.org
""",
    """Hello,

I'm writing in the hope of getting information about reminders sent to councillors since 2019/20.

I'd prefer an Excel spreadsheet, and if you cannot provide all of it I would ask for as much as the cost limit allows.
If you need clarification or can suggest ways to refine the request I'd be grateful if you could contact me.

1. How many council tax reminders were sent to councillors between 2019/20 and 2022/23? Please break down by financial year.
2. How many councillors were summonsed in the same period? Again, please break down by financial year.

Kind regards,
Peter Mills
""",
    """Dear Police Scotland,

This is a request under the Freedom of Information (Scotland) Act 2002.

1. How many campus officers worked in schools on 31 March 2026?
2. Please send the current partnership agreement with each council.

I look forward to your reply within 20 working days.

Yours sincerely,
Morag MacDonald
""",
    """To: Information Governance, Anytown Borough Council
Subject: Freedom of Information request - penalty charge notices

Dear Information Governance,

Could you please tell me how many penalty charge notices were issued on Mill Lane between 1 April 2024 and 31 March 2025, and how
much income they brought?

Thank you for your help.

Sarah O'Neill
""",
)


@pytest.mark.parametrize("text", CLEAN)
def test_nothing_is_said_about_a_letter_in_good_order(text: str) -> None:
    assert advise(DraftRequest(letter=text), on=ON, limits=LIMITS) == ()


# What a finding holds


def test_a_finding_says_what_where_why_and_what_to_do() -> None:
    advice = one("why_question", "1. How many closed in 2023?\n2. Why was the youth centre closed in 2023?")
    text = letter("1. How many closed in 2023?\n2. Why was the youth centre closed in 2023?")
    assert text[advice.start : advice.end] == "Why was the youth centre closed in 2023?" == advice.excerpt
    assert advice.question == "2"
    assert advice.severity is Severity.WARNING
    assert advice.source == "FOIA s.1(1), s.84"
    assert advice.why
    assert advice.fix.sentence
    assert not advice.fix.is_concrete


def test_the_section_is_that_of_the_law_chosen() -> None:
    words = "1. How many complaints were received?"
    assert one("no_period", words, regime=Regime.FOISA).source.startswith("FOISA s.8(1)(c)")
    assert one("no_period", words, regime=Regime.EIR).source.startswith("EIR reg 9(2)")
    assert one("no_period", words, authority=POLICE_SCOTLAND).source.startswith("FOISA")


def test_the_limit_is_that_of_the_authority_on_the_day() -> None:
    words = "1. All documents relating to the new stadium."
    department = AskedAuthority(kind=AuthorityKind.CENTRAL_GOV)
    assert "18 hours (£450 at £25 an hour)" in one("all_correspondence", words, authority=POLICE).why
    assert "24 hours (£600 at £25 an hour)" in one("all_correspondence", words, authority=department).why
    assert "40 hours (£600 at £15 an hour)" in one("all_correspondence", words, authority=POLICE_SCOTLAND).why
    assert "hours" not in one("all_correspondence", words, regime=Regime.EIR).why


def test_a_dismissed_finding_is_known_again_when_the_text_around_it_moves() -> None:
    first = one("insult", "1. How many complaints in 2024? You are all liars.")
    later = one(
        "insult", "Thank you for the last reply.\n\n1. How many complaints in 2024? You  are all\tliars."
    )
    other = one("insult", "1. How many complaints in 2024? Shame on you.")
    assert first.start != later.start
    assert first.key == later.key != other.key


def test_a_finding_as_json_has_the_promised_fields() -> None:
    (advice,) = findings("1. How many complaints were received?")
    assert set(advice_to_json(advice)) == {
        "rule", "what", "why", "source", "start", "end", "severity", "question", "fix",
    }  # fmt: skip
    assert advice_to_json(advice)["question"] == "1"


def test_every_rule_has_a_name_of_its_own_and_says_why() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.why.endswith((".", "'")) for rule in RULES)


# Fixes


@pytest.mark.parametrize(
    ("words", "becomes"),
    [
        (
            "1. How many complaints were received?",
            "1. How many complaints were received between 1 January 2023 and 31 December 2025?",
        ),
        (
            "1. How many complaints were received in recent years?",
            "1. How many complaints were received between 1 January 2023 and 31 December 2025?",
        ),
        (
            "1. How many officers were suspended in 2024 and how many complaints were upheld in 2024?",
            "1. (a) How many officers were suspended in 2024?\n(b) How many complaints were upheld in 2024?",
        ),
        (
            "1. Do you have a policy on searches of children?",
            "1. Do you have a policy on searches of children? If so, please send a copy.",
        ),
        (
            "1. Are there any plans to increase the number of officers?",
            "1. Please send any recorded plan, proposal or decision to increase the number of officers?",
        ),
        (
            "1. How many complaints were received from 31 December 2024 to 1 January 2023?",
            "1. How many complaints were received from 1 January 2023 to 31 December 2024?",
        ),
        ("1. How many were there on 12/25/2024?", "1. How many were there on 25 December 2024?"),
        (
            "1. What was spent from 1 April 2026 to 31 March 2027?",
            "1. What was spent from 1 April 2026 to 22 November 2026?",
        ),
        (
            "1. How many complaints in 2024?\nPlease reply within 20 days.",
            "1. How many complaints in 2024?\nPlease reply within 20 working days.",
        ),
        (
            "Under the Freedom of Information Act 2005:\n1. How many complaints in 2024?",
            "Under the Freedom of Information Act 2000:\n1. How many complaints in 2024?",
        ),
        (
            "1. How many complaints in 2024?\nCall me on 07700 900123.",
            "1. How many complaints in 2024?\nCall me on .",
        ),
    ],
)
def test_a_concrete_fix_makes_the_letter_say_it_right(words: str, becomes: str) -> None:
    (advice,) = [each for each in findings(words) if each.fix.is_concrete]
    assert advice.fix.apply(letter(words)) == letter(becomes)


@pytest.mark.parametrize(
    "words",
    [case for cases in (ASKING, PEOPLE) for rows in cases.values() for case in rows if len(case) < 5_000],
)
def test_a_fix_that_was_made_is_not_asked_for_again(words: str) -> None:
    text = letter(words)
    for advice in advise(DraftRequest(letter=text), on=ON, limits=LIMITS):
        if not advice.fix.is_concrete:
            continue
        mended = advice.fix.apply(text)
        again = advise(DraftRequest(letter=mended), on=ON, limits=LIMITS)
        assert advice.key not in {each.key for each in again}, advice


# Facts from the record


def test_a_name_the_record_sends_with_the_letter_need_not_stand_in_it() -> None:
    words = "Dear Anyshire Police,\n\n1. How many complaints were received in 2024?\n"
    assert "no_name" in rules(words)
    assert "no_name" not in rules(words, requester_name="Jo Smith")


def test_no_name_is_needed_under_the_environmental_regulations() -> None:
    words = "Dear Sir,\n\n1. Please send the air quality readings for 2024.\n\nYours,\nAnonymous"
    assert "no_name" in rules(words)
    assert "no_name" not in rules(words, regime=Regime.EIR)


def test_questions_without_any_letter_around_them_lack_a_name_less_gravely() -> None:
    (advice,) = advise(DraftRequest(letter="1. How many complaints were received in 2024?"), on=ON)
    assert (advice.rule, advice.severity) == ("no_name", Severity.WARNING)


def test_a_letter_by_post_needs_an_address_and_may_have_one() -> None:
    bare = "Dear Sir,\n\n1. How many complaints were received in 2024?\n\nYours,\nJo Smith"
    full = f"{bare}\n1 Mill Lane\nAnytown AB1 2CD"
    assert rules(bare, channel=Channel.POST) == {"no_address"}
    assert rules(bare, channel=Channel.POST, requester_address="1 Mill Lane, Anytown AB1 2CD") == set()
    assert rules(full, channel=Channel.POST) == set()
    assert rules(full) == {"private_details"}
    assert rules(full, requester_address="1 Mill Lane\nAnytown AB1 2CD") == set()


def test_what_the_record_knows_of_an_authority_goes_before_its_name() -> None:
    words = "1. How many arrests were made in 2024?"
    assert "held_elsewhere" in rules(words, authority=COUNCIL)
    assert "held_elsewhere" not in rules(words, authority=POLICE)
    assert one("held_elsewhere", words, authority=COMMISSIONER).severity is Severity.NOTE
    company = AskedAuthority(
        name="Acme Schools Limited", kind=AuthorityKind.OTHER, regime=Regime.FOIA, covered=True
    )
    assert "not_covered" not in rules(words, authority=company)
    assert "not_covered" in rules(words, authority=dataclasses.replace(company, covered=False))


def test_a_scottish_authority_is_told_of_once_and_not_where_its_law_was_chosen() -> None:
    words = "1. How many complaints were received in 2024?"
    assert rules(words, authority=POLICE_SCOTLAND) == {"scottish_body"}
    assert rules(words, authority=POLICE_SCOTLAND, regime=Regime.FOISA) == set()


def test_questions_a_composer_knows_are_taken_as_they_are() -> None:
    text = "Dear Sir,\n\nA. Number of complaints received\n\nYours,\nJo Smith"
    at = text.index("A.")
    known = QuestionRead("A", "Number of complaints received", start=at, end=at + 32)
    found = advise(DraftRequest(letter=text, questions=(known,)), on=ON)
    assert [(each.rule, each.question) for each in found] == [("no_period", "A")]


def test_one_sentence_is_spoken_of_once_for_how_it_asks() -> None:
    assert rules("1. Why do you think that the youth centre closed in 2023?") & {
        "why_question",
        "opinion",
    } == {"opinion"}


def test_a_rule_says_no_more_than_a_dozen_things() -> None:
    text = "\n".join(f"{n}. Why was centre {n} closed in 2023?" for n in range(1, 60))
    assert sum(each.rule == "why_question" for each in findings(text)) == 12


# Any text

PIECES = st.sampled_from(
    [
        "Dear Anyshire Police,", "Dear Police Scotland,", "Hello", "Yours faithfully,", "Jo Smith", "1. How many", "2) Which", "(a) one (b) two",
        "- item", "Why was it?", "Do you think", "all e-mails", "for each incident please list a, b, c, d, e", "since 1990", "from 2024 to 2020",
        "31/02/2024", "between 31 December 2024 and 1 January 2020", "07700 900123", "943 476 5919", "AB12 3CD", "my file", "about me", "PC Brown",
        "[insert", "{{ x }}", "> quoted", "From: a@b.example", "Sent: today", "within 20 days", "section 77", "!!!", "QZP", "Act 2005", "\ud800", "\x00",
        "\ufeff", "\xa0", "İİİ", "ß", "\u202e", "1." * 40, "(" * 50, "how many and " * 20, "a b c d e f g h i j k l m n o p" * 3,
    ]
)  # fmt: skip
TEXTS = st.lists(
    st.tuples(
        st.one_of(PIECES, st.text(max_size=30)), st.sampled_from(["\n", " ", "\n\n", "\r\n", "\t", ""])
    ),
    max_size=40,
).map(lambda pairs: "".join(part for pair in pairs for part in pair))


@settings(max_examples=200)
@given(TEXTS, st.sampled_from([None, *Regime]), st.sampled_from([None, *AuthorityKind]))
def test_any_text_can_be_advised_on(text: str, regime: Regime | None, kind: AuthorityKind | None) -> None:
    draft = DraftRequest(letter=text, regime=regime, authority=AskedAuthority(kind=kind))
    for advice in advise(draft, on=ON, limits=LIMITS):
        assert 0 <= advice.start <= advice.end <= len(text)
        assert text[advice.start : advice.end] == advice.excerpt
        assert advice.what
        assert advice.why
        assert advice.source
        fixed = advice.fix.apply(text)
        assert fixed != text or not advice.fix.is_concrete
        json.dumps(advice_to_json(advice))


@settings(max_examples=60)
@given(TEXTS, st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_the_same_text_gets_the_same_advice(text: str, on: date) -> None:
    draft = DraftRequest(letter=text)
    assert advise(draft, on=on, limits=LIMITS) == advise(draft, on=on, limits=LIMITS)


@pytest.mark.parametrize(
    "text",
    ["1. " * 30_000, "? " * 40_000, "how many and " * 6_000, "\n" * 70_000, "(" * 70_000, "A" * 70_000, "1 January 2020 to " * 4_000,
     "0" * 70_000, "07700 900123 " * 6_000, "[" * 70_000, "my " * 30_000, "all e-mails, " * 6_000, "> \n" * 20_000, "name of the " * 6_000,
     "for each incident " * 4_000, "1. Why? " * 9_000, "A. B. " * 12_000, "www " * 20_000, "within 20 days to respond " * 3_000],
)  # fmt: skip
def test_no_text_takes_for_ever(text: str) -> None:
    began = time.process_time()
    advise(DraftRequest(letter=text), on=ON, limits=LIMITS)
    assert time.process_time() - began < 2
