"""The one table of rules: what each is called, how much it matters, why it is given, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from requests_app.core.advice import (
    addressee,
    burden,
    business,
    claims,
    manner,
    people,
    private,
    scope,
    signature,
    slips,
    tone,
)
from requests_app.core.advice.draft import DraftText, Finder
from requests_app.core.advice.law import Cites
from requests_app.core.advice.records import Severity

_S = Severity
MOSTLY = "mySociety, what groups found after a year of requests"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``source`` is a text or the section of the regime that applies; ``alone`` rules give way to an earlier
    one of the same name that speaks of the same words. ``words`` (in lower case): without one of them there is nothing
    to find.
    """

    name: str
    find: Finder
    severity: Severity
    why: str
    source: str | Callable[[Cites], str]
    alone: str = ""
    more: Callable[[DraftText], str] | None = None
    words: tuple[str, ...] = ()


RULES: tuple[Rule, ...] = (
    Rule(
        "nothing_asked", scope.nothing_asked, _S.ERROR,
        "A request has to describe the information that is wanted, so that it can be looked for.",
        lambda cites: cites.describes,
    ),
    Rule("too_long", scope.too_long, _S.WARNING, "A request this long is read by nobody and costs you the answer.", lambda cites: cites.burden),
    # Who asks
    Rule(
        "no_name", signature.no_name, _S.ERROR,
        "A request counts only with the requester's real name; without one no time runs and nobody can order an answer.",
        lambda cites: cites.name,
    ),
    Rule("no_address", signature.no_address, _S.ERROR, "A request needs an address for the reply.", lambda cites: cites.name),
    Rule(
        "private_details", private.private_details, _S.WARNING,
        "The law asks for a name and an address for correspondence, no more; an e-mail address is one. The rest is seen by everybody the letter is copied to.",
        lambda cites: cites.name,
    ),
    # Who is asked
    Rule(
        "not_covered", addressee.not_covered, _S.ERROR,
        "The Acts reach public authorities; nobody else has to reply, and no Commissioner can order it.",
        "FOIA s.3, Sch 1; FOISA s.3, sch 1",
    ),
    Rule("wrong_act", addressee.wrong_act, _S.WARNING, "The authority applies the right law whatever you write, but a wrong one invites a question back.", "FOIA s.3; FOISA s.3"),
    Rule(
        "scottish_body", addressee.scottish_body, _S.NOTE,
        "There only Scottish bank holidays are left out, a review comes before the Commissioner even when nobody answers, and the limit is £600 at £15 an hour.",
        "FOISA s.1, s.20, s.73; SSI 2004/467",
    ),
    Rule(
        "environmental", addressee.environmental, _S.NOTE,
        "Then the Environmental Information Regulations apply: no real name is needed, there is no cost limit, everything is presumed to be disclosed, and a review has 40 working days.",
        "EIR reg 2(1), 5(1)-(2), 12(1)-(2)",
    ),
    Rule("held_elsewhere", addressee.held_elsewhere, _S.WARNING, "They would answer after a month that it is not held.", lambda cites: f"{cites.help}; s.45 code"),
    # What is asked for
    Rule("own_data", people.own_data, _S.WARNING, "What is about yourself is exempt from disclosure to the world, and is yours by another right, free and within a month.", lambda cites: cites.own, alone="manner"),
    Rule(
        "personal_data", people.personal_data, _S.WARNING,
        "An answer under the Act is an answer to the whole world, so facts about people who can be identified are nearly always withheld.",
        lambda cites: cites.personal,
        alone="manner",
    ),
    Rule(
        "normal_business", business.normal_business, _S.WARNING,
        "The Act gives information that is recorded. The Metropolitan Police told a requester of such a question: 'This question falls under normal business, and is not dealt with under FOIA.'",
        lambda cites: f"{cites.recorded}; 01.FOI.23.033120, question C",
        alone="manner",
    ),
    Rule("opinion", manner.opinion, _S.WARNING, "Nobody has to form or give a view; only what is recorded is held.", lambda cites: cites.recorded, alone="manner"),
    Rule("why_question", manner.why_question, _S.WARNING, "Nobody has to write an explanation that isn't there already.", lambda cites: cites.recorded, alone="manner"),
    Rule("future", manner.future, _S.NOTE, "Nothing is held about what nobody has written down; 'no decision has been made' is the usual reply.", lambda cites: cites.recorded, alone="manner"),
    Rule("yes_no", manner.yes_no, _S.NOTE, "A bare answer meets the question, and asking on is a new request with a new month.", MOSTLY, alone="manner"),
    Rule("no_period", scope.no_period, _S.WARNING, "They must ask you back, and the 20 working days begin afresh; or they search all years and refuse for cost.", lambda cites: f"{cites.describes}; {cites.cost.split(';')[0]}"),
    Rule("period_ahead", slips.period_ahead, _S.NOTE, "A request reaches what is held on the day it arrives.", lambda cites: cites.recorded),
    Rule("several_in_one", scope.several_in_one, _S.NOTE, "One answer to several things leaves some unanswered, and nobody can point to which.", MOSTLY),
    Rule("not_numbered", scope.not_numbered, _S.NOTE, "Officers answer by number; what has none is missed easily.", MOSTLY),
    Rule("too_many", scope.too_many, _S.WARNING, "All questions of a letter on one subject share one cost limit, and one that takes too long can sink them all.", lambda cites: cites.cost, more=burden.limit_in_words),
    # What it costs
    Rule(
        "all_correspondence", burden.all_correspondence, _S.WARNING,
        "Mailboxes have to be searched one by one and every hit read.",
        lambda cites: f"{cites.describes}; {cites.cost}", alone="burden", more=burden.limit_in_words,
    ),
    Rule("free_text", burden.free_text, _S.WARNING, "Reading each record counts towards the cost limit: it is retrieving and extracting.", lambda cites: cites.cost, alone="burden", more=burden.limit_in_words),
    Rule("record_by_record", burden.record_by_record, _S.WARNING, "Finding, opening and copying out each record is what the limit counts; and many details of one case can identify a person.", lambda cites: cites.cost, alone="burden", more=burden.limit_in_words),
    Rule("long_period", burden.long_period, _S.WARNING, "The cost grows with each year, and old records are the dearest.", lambda cites: cites.cost, more=burden.limit_in_words),
    # How it is put
    Rule("insult", tone.insult, _S.WARNING, "A request may be refused as vexatious for its tone and history, and help is given more freely to a plain question.", lambda cites: f"{cites.burden}; Dransfield [2015] EWCA Civ 454", alone="tone"),
    Rule("argument", tone.argument, _S.NOTE, "The reasons for a request don't count; the people who look for the answer didn't make the decision.", lambda cites: cites.burden, alone="tone"),
    Rule("threat", tone.threat, _S.NOTE, "Nothing is late yet, and a threat is read as the beginning of a quarrel.", lambda cites: cites.burden, alone="tone"),
    Rule("wrong_time", claims.wrong_time, _S.NOTE, "The reply is due promptly, and by the twentieth working day after the day it was received.", lambda cites: cites.reply),
    Rule("false_demand", claims.false_demand, _S.NOTE, "A demand the law doesn't make weakens those it does.", "FOIA s.10, s.17, s.77; s.45 code"),
    Rule("wrong_year", claims.wrong_year, _S.NOTE, "The right name of the law shows that you know it.", "FOIA 2000; FOISA 2002; EIR 2004"),
    # Slips
    Rule("placeholder", slips.placeholder, _S.ERROR, "The authority can't tell what you meant to write here.", lambda cites: cites.describes),
    Rule("mail_chrome", slips.mail_chrome, _S.NOTE, "It hides the request, and may show addresses of other people.", "Alaveteli and WhatDoTheyKnow on pasted mail"),
    Rule("reversed_dates", slips.reversed_dates, _S.WARNING, "They must ask you which way round you meant it, and the 20 working days begin afresh.", lambda cites: cites.describes),
    Rule("impossible_date", slips.impossible_date, _S.WARNING, "They must ask you which day you meant, and the 20 working days begin afresh.", lambda cites: cites.describes),
    Rule("abbreviation", slips.abbreviation, _S.NOTE, "The person who reads this first may not work in that field, and may have to ask you back.", lambda cites: cites.describes),
    Rule("no_format", slips.no_format, _S.NOTE, "You may say in which form you want the answer, and they must follow where that is reasonable.", lambda cites: cites.form),
)  # fmt: skip
"""Every rule, in the order in which they speak."""
