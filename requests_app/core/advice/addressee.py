"""Rules about who is asked: under which law they answer, whether they answer at all, and whether they hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from requests_app.core.advice.bodies import body_named
from requests_app.core.advice.draft import DraftText, Hit
from requests_app.core.advice.law import ENVIRONMENTAL, SCOTTISH, cites_for
from requests_app.core.advice.records import Fix, Severity
from requests_app.core.regimes import NEVER_SCOTTISH_KINDS
from requests_app.core.states import AuthorityKind, Regime

_K = AuthorityKind


def _where(draft: DraftText) -> tuple[int, int]:
    """Where the letter names the body: its greeting, or its beginning."""
    greeting = draft.layout.greeting
    return (greeting.start, greeting.end) if greeting else (0, 0)


# The wrong law

_UK_ACT = re.compile(
    r"\b(?:Freedom\s+of\s+Information\s+Act(?:\s+2000)?|FOIA(?:\s+2000)?|FOI\s+Act(?:\s+2000)?)(?![\w(])",
    re.IGNORECASE,
)
_UK_REGULATIONS = re.compile(
    r"\bEnvironmental\s+Information\s+Regulations(?:\s+2004)?(?!\s*\()|\bEIR(?:\s+2004)?\b", re.IGNORECASE
)
_SCOTTISH_ACT = re.compile(
    r"\b(?:Freedom\s+of\s+Information\s+\(Scotland\)\s+Act(?:\s+2002)?|FOISA(?:\s+2002)?)", re.IGNORECASE
)
_ABROAD = re.compile(
    r"\b5\s+U\.?\s?S\.?\s?C\b|\bU\.?S\.?\s+Freedom\s+of\s+Information\s+Act\b|\b(?:fee\s+waiver|expedited\s+processing)\b",
    re.IGNORECASE,
)


def wrong_act(draft: DraftText) -> Iterator[Hit]:
    """The law the letter names is not the one this body answers under."""
    abroad = _ABROAD.search(draft.text)
    if abroad is not None:
        yield Hit(
            abroad.start(),
            abroad.end(),
            "This is American law.",
            Fix(f"Take it out; the law here is the {draft.cites.act}."),
        )
        return
    scottish = draft.authority.regime is Regime.FOISA
    if scottish:
        for pattern, regime in ((_UK_ACT, Regime.FOISA), (_UK_REGULATIONS, Regime.EISR)):
            match = pattern.search(draft.text)
            if match is not None and not _SCOTTISH_ACT.search(
                draft.text, max(0, match.start() - 5), match.end() + 20
            ):
                yield _renamed(
                    match, cites_for(regime).act, "A Scottish authority answers under Scotland's own law."
                )
                return
    match = _SCOTTISH_ACT.search(draft.text)
    if match is not None and _is_not_scottish(draft):
        yield _renamed(
            match,
            cites_for(Regime.FOIA).act,
            "This body answers under the Act of 2000, not under Scotland's.",
        )


def _is_not_scottish(draft: DraftText) -> bool:
    return draft.authority.kind in NEVER_SCOTTISH_KINDS or (
        draft.authority.regime is Regime.FOIA and draft.given.regime not in SCOTTISH
    )


def _renamed(match: re.Match[str], act: str, why: str) -> Hit:
    fix = Fix("Name the law that applies.", match.start(), match.end(), act)
    return Hit(
        match.start(), match.end(), f"'{match[0]}' is not the law this body answers under.", fix, why=why
    )


def scottish_body(draft: DraftText) -> Iterator[Hit]:
    """A Scottish authority, and nothing in the letter or the record shows that the person knows what differs."""
    if draft.authority.regime is not Regime.FOISA or draft.given.regime in SCOTTISH:
        return
    if _SCOTTISH_ACT.search(draft.text) or _UK_ACT.search(draft.text):
        return
    yield Hit(
        *_where(draft),
        f"{draft.authority.name or 'This body'} answers under Scotland's Act.",
        Fix(
            "Choose the Freedom of Information (Scotland) Act 2002 for this request, so that its dates are counted as that Act has them."
        ),
    )


# Nobody to answer


def not_covered(draft: DraftText) -> Iterator[Hit]:
    """A body outside the Acts."""
    name = draft.authority.name
    known = body_named(name) if name else None
    note = known.note if known else ""
    if draft.authority.covered is False:
        yield Hit(
            *_where(draft),
            f"{name or 'This body'} does not have to answer.",
            Fix(
                "Ask a body that is covered and works with it, or that pays or oversees it; it may hold the same information."
            ),
            why=note,
        )
    elif known is not None and known.regime is Regime.EIR and _is_not_environmental(draft):
        yield Hit(
            *_where(draft),
            f"{name} answers questions about the environment only.",
            Fix(
                "Ask for environmental information (water, discharges, land, works), or ask the regulator or the council."
            ),
            why=note,
        )


def _is_not_environmental(draft: DraftText) -> bool:
    return draft.given.regime not in ENVIRONMENTAL and environmental_words(draft) is None


# The environment

_ENVIRONMENT = re.compile(
    r"\b(?:air\s+(?:quality|pollution)|pollut(?:ion|ed|ants?|ing)|(?:carbon|greenhouse|vehicle|exhaust|co2|nox|carbon\s+dioxide)\s+(?:gas\s+)?(?:emissions?|footprint)|emissions|sewage|waste\s?water|(?:storm|combined\s+sewer)\s+overflows?|water\s+quality|drinking\s+water\s+quality|flood(?:ing|s|\s+(?:risk|defences?|plain|warnings?))|contaminated\s+land|landfill|incinerator|recycling|fly[\s-]?tipp(?:ing|ed)|household\s+waste|(?:hazardous|nuclear|radioactive|toxic)\s+(?:waste|substances?|spills?)|asbestos"
    r"|noise\s+(?:levels?|readings?|monitoring|assessments?|nuisance|complaints?|pollution|abatement)|(?:tree|lime|oak|hedge)s?\s+(?:felling|felled|preservation)|felling\s+of\s+(?:the\s+)?\w+|tree\s+preservation|trees?\s+(?:have\s+been\s+|were\s+)?(?:felled|cut\s+down|planted|removed)|biodiversity|wildlife|habitats?|bat\s+surveys?|badgers?|pesticides?|weed\s?killers?|chemicals\s+(?:were\s+|are\s+)?(?:used|sprayed|released|discharged)|glyphosate|herbicides?|green\s?belt|climate\s+(?:change|emergency)|net\s+zero|fracking|renewable\s+energy|solar\s+farm|wind\s+farm|air\s+sampling|radiation|environmental\s+(?:impact|information|permit|assessment)|salmon\s+farm|aquaculture|river\s+(?:pollution|water|levels?|bank|bed)|low\s+traffic\s+neighbourhoods?|clean\s+air\s+zones?|planning\s+(?:permission|applications?|enforcement)|landscap(?:e|ing)\s+plan|soil\s+(?:samples?|contamination|quality)|groundwater)\b",
    re.IGNORECASE,
)
_ENVIRONMENT_WORDS = (
    "air", "pollut", "emission", "footprint", "sewage", "waste", "overflow", "water", "flood", "contaminat", "landfill", "incinerat", "recycl", "tipp",
    "asbestos", "noise", "tree", "fell", "hedge", "biodivers", "wildlife", "habitat", "bat ", "badger", "pesticide", "weed", "chemical", "glyphosate",
    "herbicide", "belt", "climate", "net zero", "frack", "renewable", "solar", "wind farm", "radiation", "environmental", "salmon", "aquaculture", "river",
    "low traffic", "planning", "landscap", "soil",
)  # fmt: skip


def environmental_words(draft: DraftText) -> re.Match[str] | None:
    """The first words in a question that make it one about the environment (EIR reg 2(1))."""
    told = set(draft.sentences_with(_ENVIRONMENT_WORDS))
    asked = [sentence for sentence in draft.asked if sentence in told] if told else []
    return next((match for _, match in draft.matches(_ENVIRONMENT, asked)), None)


def environmental(draft: DraftText) -> Iterator[Hit]:
    """A question about the environment, in a request made under the Act."""
    if draft.regime in ENVIRONMENTAL or draft.given.regime in ENVIRONMENTAL:
        return
    regulations = Regime.EISR if draft.regime is Regime.FOISA else Regime.EIR
    if draft.has("environmental information"):
        return
    match = environmental_words(draft)
    if match is None:
        return
    act = cites_for(regulations).act
    yield Hit(
        match.start(),
        match.end(),
        f"'{match[0]}' is about the environment.",
        Fix(
            f"You need not change the letter. You may add: 'If any of this is environmental, please deal with it under the {act}.'"
        ),
        draft.question_at(match.start()),
        source=f"{'EI(S)R' if regulations is Regime.EISR else 'EIR'} reg 2(1), 5(1)-(2), 12(1)-(2)",
    )


# Somebody else holds it


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """What one kind of authority is asked for and another holds."""

    what: re.Pattern[str]
    asked_of: frozenset[AuthorityKind]
    holder: str
    unless: re.Pattern[str] | None = None


_POLICE = frozenset({_K.POLICE_EW, _K.POLICE_PSNI, _K.POLICE_SCOTLAND, _K.BTP})
_COUNCILS = frozenset({_K.COUNCIL, _K.COUNCIL_SCOT})
_OVERSIGHT = frozenset({_K.PCC, _K.MOPAC})
_SCHOOLS = frozenset({_K.SCHOOL_MAINTAINED, _K.ACADEMY, _K.UNIVERSITY})
_HEAD = r"(?:how\s+(?:many|much|often)|numbers?\s+of|amount\s+of|total|costs?\s+of|spend(?:ing)?\s+on|lists?\s+of|cop(?:y|ies)\s+of|what\s+(?:is|are|was|were)|details\s+of|rates?\s+of|average|figures\s+(?:for|on)|data\s+on|when\s+(?:is|are|was|were))\s+(?:the\s+|your\s+|all\s+|any\s+|each\s+|people\s+(?:were\s+|are\s+)?|times\s+(?:were\s+|was\s+)?)?(?:[\w-]+\s+){0,2}?"


def _topic(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_HEAD}(?:{words})\b", re.IGNORECASE)


_POLICE_WORDS = re.compile(
    r"\b(?:crimes?|criminal|offences?|arrest|incidents?|theft|stolen|fraud|investigat|officers?|force|victims?|burglar|assault|knife|knives|weapons?|police|damage|reported\s+to\s+you|calls?)\b",
    re.IGNORECASE,
)
_COUNCIL_WORDS = re.compile(
    r"\b(?:council|funded|licen[cs]|trading\s+standards|enforcement|cctv|parking|civil|environmental|noise|community\s+safety|staff|your)\b",
    re.IGNORECASE,
)
_ELSEWHERE = (
    _Elsewhere(_topic(r"council\s+tax(?!\s+precept)|(?:bin|refuse|rubbish)\s+collections?|planning\s+(?:permissions?|applications?)|school\s+(?:admissions?|places)|(?:resident\s+)?parking\s+permits?|housing\s+(?:benefit|waiting|register)|homeless\s+(?:households|people|applications)|social\s+workers|libraries|street\s+lights|blue\s+badges|foster\s+carers?|potholes?|care\s+homes?"), _POLICE, "the council for the area", _POLICE_WORDS),
    _Elsewhere(_topic(r"(?:permanent|fixed[\s-](?:term|period))\s+exclusions?|pupils?\s+(?:were\s+)?(?:permanently\s+)?excluded|school\s+exclusions?|suspensions?\s+from\s+school"), _POLICE, "the council, the school's trust or the Department for Education", _POLICE_WORDS),
    _Elsewhere(_topic(r"(?:a&e|hospital|gp|nhs)\s+(?:waiting|appointments?|admissions|beds)|ambulance\s+response|operations\s+cancelled"), _POLICE | _COUNCILS, "the NHS trust or NHS England", None),
    _Elsewhere(_topic(r"(?:universal\s+credit|pip|personal\s+independence|jobseeker|benefit\s+sanctions)\b"), _POLICE | _COUNCILS, "the Department for Work and Pensions", None),
    _Elsewhere(_topic(r"(?:prison\s+population|prisoners|custodial\s+sentences|sentences)\b"), _POLICE | _OVERSIGHT, "the Ministry of Justice", re.compile(r"\b(?:word|escape|wanted|recall|unlawfully|escort|transport|offen)", re.IGNORECASE)),
    _Elsewhere(_topic(r"driving\s+licences?\s+(?:issued|revoked)|visas?|asylum\s+(?:claims|applications)"), _POLICE | _COUNCILS, "the Home Office or the DVLA", _POLICE_WORDS),
    _Elsewhere(_topic(r"arrests?|arrested|stop[\s-]and[\s-]search(?:es)?|stopped\s+and\s+searched|recorded\s+crimes?|crimes?\s+(?:were\s+)?recorded|offences\s+(?:were\s+)?recorded|tasers?|knife\s+crimes?|burglaries|police\s+officers|safer\s+schools?\s+officers?|999\s+calls\s+to\s+the\s+police|people\s+(?:held\s+)?in\s+police\s+custody|strip\s+searches"), _COUNCILS | _SCHOOLS | {_K.NHS}, "the police force for the area", _COUNCIL_WORDS),
    _Elsewhere(_topic(r"arrests?|arrested|stop[\s-]and[\s-]search(?:es)?|stopped\s+and\s+searched|tasers?|people\s+in\s+custody|strip\s+searches|officers?\s+(?:are\s+|were\s+)?(?:based|deployed|suspended|in\s+schools)|safer\s+schools?\s+officers?|crimes?\s+(?:were\s+)?recorded"), _OVERSIGHT, "the police force itself", re.compile(r"\b(?:reports?\s+to|briefing|papers?|minutes|scrutiny|your\s+office)\b", re.IGNORECASE)),
    _Elsewhere(re.compile(r"\b(?:police\s+and\s+crime\s+plan|(?:police\s+)?precept|police\s+(?:and|,)\s+(?:fire\s+and\s+)?crime\s+panel|commissioner['’]s\s+(?:office|staff|expenses|salary)|independent\s+custody\s+visit(?:ors?|ing)|reviews?\s+of\s+(?:police\s+)?complaints?\s+outcomes?|complaint\s+reviews?)\b", re.IGNORECASE), _POLICE - {_K.POLICE_SCOTLAND, _K.POLICE_PSNI, _K.BTP}, "the police and crime commissioner (in London MOPAC)", None),
)  # fmt: skip


def held_elsewhere(draft: DraftText) -> Iterator[Hit]:
    """This kind of authority is asked for what another kind holds (RULES.md section 7)."""
    kind = draft.authority.kind
    if kind is None:
        return
    rows = [row for row in _ELSEWHERE if kind in row.asked_of]
    for sentence in draft.asked:
        for row in rows:
            match = row.what.search(sentence.text)
            if match is None or (row.unless and row.unless.search(sentence.text.replace(match[0], " "))):
                continue
            yield Hit(
                sentence.start + match.start(),
                sentence.start + match.end(),
                f"{draft.authority.name or kind.label} is unlikely to hold this.",
                Fix(f"Ask {row.holder}, as well or instead."),
                sentence.ask.name if sentence.ask else "",
                severity=Severity.NOTE if kind in _OVERSIGHT else None,
            )
            break
