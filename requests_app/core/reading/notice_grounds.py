"""Whether this authority can use each ground, and what the law asks where it does: an opinion, a place, a subsection."""

from __future__ import annotations

import re

from requests_app.core.exemptions import Exemption
from requests_app.core.reading.notice_case import Case, Ground
from requests_app.core.reading.notice_law import NOTICES
from requests_app.core.reading.notice_points import NoticeStatus
from requests_app.core.reading.passages import Passage
from requests_app.core.states import AuthorityKind, Regime

MET, MISSING, WRONG, NOTE, UNCLEAR = (
    NoticeStatus.MET,
    NoticeStatus.MISSING,
    NoticeStatus.WRONG,
    NoticeStatus.NOTE,
    NoticeStatus.UNCLEAR,
)
EXEMPTIONS = "exemptions.json"
# FOIA s.35, FOISA s.29: only departments, the Welsh Government, the Scottish Administration.
_GOVERNMENT_ONLY = {(Regime.FOIA, "35"), (Regime.FOISA, "29")}
_MAY_BE_GOVERNMENT = {
    AuthorityKind.CENTRAL_GOV,
    AuthorityKind.OTHER,
    AuthorityKind.ARCHIVES,
    AuthorityKind.KEEPER,
}
_QUALIFIED_PERSON = re.compile(r"qualified\s+person|reasonable\s+opinion", re.IGNORECASE)
_STATUTE = re.compile(
    r"\b(?-i:[A-Z][\w'&]+(?:\s+(?:[A-Z][\w'&]+|of|and|the|for|\([A-Z]\w+\)|\([A-Z]\w+\s\w+\)))*\s+(?:Act|Acts|Order|Rules|Regulations|Regulation|Directive|Convention|Code))\b(?:\s+\d{4})?|court\s+order|\bGDPR\b|contempt",
    re.IGNORECASE,
)
_OF_THE_ACT = re.compile(
    r"Freedom\s+of\s+Information|Environmental\s+Information|\bthe\s+Act\b", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"https?://|www\.|\b(?:available|found|published|accessed|viewed|obtained)\s+(?:\w+\s+){0,3}(?:at|on|from|via|through|in)\b",
    re.IGNORECASE,
)
_BOILERPLATE = {
    "information",
    "public",
    "authority",
    "authorities",
    "etc",
    "with",
    "under",
    "from",
    "other",
    "such",
}


def check_grounds(case: Case, *, asked_under: Regime) -> None:
    """Every ground by itself, then what holds between them."""
    if case.law.regime is not asked_under:
        _other_regime(case, asked_under)
    for ground in case.grounds:
        if not _known(case, ground):
            continue
        _government(case, ground)
        _opinion(case, ground)
        _accessible(case, ground)
        _prohibition(case, ground)
        _environmental(case, ground)
        _denial(case, ground)
    _both_investigations(case)


def _add(
    case: Case,
    key: str,
    status: NoticeStatus,
    what: str,
    sentence: str,
    section: str,
    ground: Ground,
    at: Passage | None = None,
    doubt: str = "",
) -> None:
    place = at or (
        (ground.start, ground.end) if ground.start is not None and ground.end is not None else None
    )
    case.add(key, status, what, sentence, section, ground=ground, at=place, doubt=doubt, source=EXEMPTIONS)


def _other_regime(case: Case, asked_under: Regime) -> None:
    case.add(
        "other_regime",
        NOTE,
        "The authority picks the law under which it answers.",
        f"You asked under {NOTICES[asked_under].act}; they answered under {case.law.act}. What follows is held against that.",
        case.law.claim,
    )


def _known(case: Case, ground: Ground) -> bool:
    """Whether the law answered under has such a ground at all."""
    law = case.law
    misfit = _misfit(case, ground)
    if misfit:
        what = f"The ground is one that {law.act} has."
        _add(case, "ground_of_this_law", WRONG, what, misfit, law.named, ground)
        return False
    if ground.exemption is None and not _numbers(case, ground):
        what = f"The ground is one that {law.act} has."
        sentence = f"{ground.name[0].upper()}{ground.name[1:]} is no {law.ground} of {law.act}."
        _add(case, "ground_of_this_law", WRONG, what, sentence, law.named, ground)
        return False
    other = _title_of_another(case, ground)
    if other:
        what = f"The ground is one that {law.act} has."
        _add(case, "ground_of_this_law", UNCLEAR, what, other, law.named, ground)
    return True


def _misfit(case: Case, ground: Ground) -> str:
    """A section in a reply under the Regulations, or the other way round, or those of the other country."""
    law = case.law
    if law.environmental and not ground.is_regulation:
        return f"The reply is made under {law.act}, of which {ground.name} is no part."
    if ground.is_regulation and not law.environmental:
        return f"The reply is made under {law.act}, and {ground.name} is of the Environmental Information Regulations."
    if law.regime is Regime.EISR and ground.number in {"12", "13"}:
        return f"{ground.name[0].upper()}{ground.name[1:]} is of the EIR; {law.act} have theirs in regulations 10 and 11."
    if law.regime is Regime.EIR and ground.number in {"10", "11"} and ground.steps:
        return f"{ground.name[0].upper()}{ground.name[1:]} is of the Scottish Regulations; the EIR have theirs in 12 and 13."
    return ""


def _numbers(case: Case, ground: Ground) -> bool:
    """Whether the table has the section's number, with whatever subsection."""
    regime = case.law.regime
    lookup = Regime.EIR if case.law.environmental else regime
    number = (
        {"10": "12", "11": "13"}.get(ground.number, ground.number) if regime is Regime.EISR else ground.number
    )
    return any(
        each.regime is lookup and re.match(rf"{number}(?!\d|[A-Z])", each.section, re.IGNORECASE)
        for each in case.exemptions
    )


def _title_of_another(case: Case, ground: Ground) -> str:
    """The words after the section are the title that the other country's Act gives to it."""
    regime = case.law.regime
    sibling = {Regime.FOIA: Regime.FOISA, Regime.FOISA: Regime.FOIA}.get(regime)
    if sibling is None or ground.end is None:
        return ""
    follows = case.source.text[ground.end : ground.end + 90].split("\n")[0]
    words = _words(follows)
    own = max((len(words & _words(each.title)) for each in _entries(case, regime, ground)), default=0)
    others = [(len(words & _words(each.title)), each) for each in _entries(case, sibling, ground)]
    score, other = max(others, key=lambda pair: pair[0], default=(0, None))
    if own or not score or other is None:
        return ""
    return (
        f"{ground.name[0].upper()}{ground.name[1:]} is called {other.title.lower()} here, as in "
        f"{NOTICES[sibling].act}; in {case.law.act} it is something else."
    )


def _entries(case: Case, regime: Regime, ground: Ground) -> list[Exemption]:
    return [
        each
        for each in case.exemptions
        if each.regime is regime and re.match(rf"{ground.number}(?!\d|[A-Z])", each.section, re.IGNORECASE)
    ]


def _words(text: str) -> set[str]:
    found = re.findall(r"[a-z]{5,}", text.lower())
    return {word.rstrip("s") for word in found} - {word.rstrip("s") for word in _BOILERPLATE}


def _government(case: Case, ground: Ground) -> None:
    if (case.law.regime, ground.number) not in _GOVERNMENT_ONLY or ground.is_regulation:
        return
    kind = case.authority_kind
    if kind is AuthorityKind.CENTRAL_GOV:
        return
    status = UNCLEAR if kind in _MAY_BE_GOVERNMENT else WRONG
    who = (
        "a government department or the Welsh Government"
        if case.law.regime is Regime.FOIA
        else "the Scottish Administration"
    )
    doubt = " It is not known whether this authority is one." if status is UNCLEAR else ""
    _add(
        case,
        "usable",
        status,
        "The ground is one that this authority can use.",
        f"{ground.name[0].upper()}{ground.name[1:]} is open only to {who}.{doubt}",
        "FOIA s.35(1)" if case.law.regime is Regime.FOIA else "FOISA s.29(1)",
        ground,
    )


def _opinion(case: Case, ground: Ground) -> None:
    """FOIA s.36 rests on the reasonable opinion of a qualified person; FOISA s.30 does not."""
    if case.law.regime is not Regime.FOIA or ground.number != "36":
        return
    opinion = case.saying(_QUALIFIED_PERSON)
    _add(
        case,
        "qualified_person",
        MET if opinion else MISSING,
        "The notice says that a qualified person is of the opinion that the harm would or would be likely to occur.",
        ""
        if opinion
        else "The notice relies on section 36 and does not say that a qualified person gave the opinion on which it rests, "
        "who that was, or when (FOIA s.36(2), s.36(5)).",
        "FOIA s.36(2)",
        ground,
        opinion,
    )


def _accessible(case: Case, ground: Ground) -> None:
    """Reasonably accessible elsewhere: then the letter says where."""
    section = {Regime.FOIA: "21", Regime.FOISA: "25"}.get(case.law.regime)
    if ground.is_regulation or ground.number != section:
        return
    where = case.saying(_PUBLISHED)
    given = where is not None or bool(case.reading.published)
    _add(
        case,
        "where_accessible",
        MET if given else MISSING,
        "The letter says exactly where the information can be had.",
        ""
        if given
        else f"The letter relies on {ground.name} and does not say where the information can be found, so it is not shown "
        "to be reasonably accessible.",
        f"{case.law.regime} s.{section}(1); {case.law.advice}",
        ground,
        where,
    )


def _prohibition(case: Case, ground: Ground) -> None:
    section = {Regime.FOIA: "44", Regime.FOISA: "26"}.get(case.law.regime)
    if ground.is_regulation or ground.number != section:
        return
    near = case.near(ground)
    named = next(
        (each for each in near for match in _STATUTE.finditer(each.text) if not _OF_THE_ACT.search(match[0])),
        None,
    )
    _add(
        case,
        "prohibition_named",
        MET if named else MISSING,
        "The notice names the law or order that forbids disclosure.",
        ""
        if named
        else f"The notice relies on {ground.name} and does not name the enactment or order that forbids disclosure.",
        f"{case.law.regime} s.{section}(1)" if case.law.regime is Regime.FOIA else "FOISA s.26",
        ground,
        named,
    )


def _environmental(case: Case, ground: Ground) -> None:
    section = {Regime.FOIA: "39", Regime.FOISA: "39"}.get(case.law.regime)
    if ground.is_regulation or ground.number != section or case.law.environmental:
        return
    if case.law.regime is Regime.FOISA and ground.steps[:1] == ("1",):
        return  # health and safety
    _add(
        case,
        "environmental",
        NOTE,
        "Environmental information is dealt with under the Regulations.",
        f"They rely on {ground.name}: the information is environmental, and what counts is whether the Regulations were "
        "applied, with their presumption for disclosure.",
        f"{case.law.regime} s.39",
        ground,
    )


def _denial(case: Case, ground: Ground) -> None:
    """Neither confirming nor denying is a subsection of its own, which differs from one exemption to the next."""
    if not case.denies or (ground.exemption is not None and ground.exemption.status.startswith("procedural")):
        return
    if case.law.regime is Regime.FOISA:
        _denial_in_scotland(case, ground)
        return
    denial = _denials(case, ground)
    if not _all_denied(case) and not any(tuple(ground.steps[: len(steps)]) == steps for steps in denial):
        return  # another question is denied, under another ground
    what = "Neither confirming nor denying is claimed under the subsection that allows it."
    if any(tuple(ground.steps[: len(steps)]) == steps for steps in denial):
        _add(case, "denial_subsection", MET, what, "", case.law.named, ground)
    elif not denial:
        sentence = f"{ground.name[0].upper()}{ground.name[1:]} has no subsection under which an authority may neither confirm nor deny."
        _add(
            case,
            "denial_subsection",
            WRONG if ground.exemption else UNCLEAR,
            what,
            sentence,
            case.law.named,
            ground,
        )
    else:
        right = " or ".join(
            f"{ground.number}{''.join(f'({step})' for step in steps)}" for steps in sorted(denial)
        )
        kind = "regulation" if ground.is_regulation else "section"
        sentence = f"The letter neither confirms nor denies under {ground.name}; what would allow that is {kind} {right}, which it does not name."
        _add(case, "denial_subsection", MISSING, what, sentence, case.law.named, ground)


def _all_denied(case: Case) -> bool:
    """Whether nothing is given or plainly withheld beside the denial: then every ground has to be one of denying."""
    given = {answer.outcome.value for answer in case.reading.answers} - {"NCND", "unanswered", "not FOI"}
    return not given


def _denials(case: Case, ground: Ground) -> set[tuple[str, ...]]:
    """The subsections of the ground's number that allow neither confirming nor denying, as steps: {("5b",)}."""
    out: set[tuple[str, ...]] = set()
    entries = [ground.exemption] if ground.exemption is not None else _entries(case, case.law.regime, ground)
    regime = Regime.EIR if case.law.environmental else case.law.regime
    siblings = [
        each
        for each in case.exemptions
        if each.regime is regime and re.match(rf"{ground.number}(?!\d|[A-Z])", each.section, re.IGNORECASE)
    ]
    for each in (*entries, *siblings):
        for cited in re.finditer(
            rf"\b{ground.number}((?:\(\w+\))+)(?:-((?:\(\w+\))+))?", each.ncnd if each else ""
        ):
            for part in cited.groups():
                if part:
                    out.add(tuple(step.lower() for step in re.findall(r"\((\w+)\)", part)))
    return out


def _denial_in_scotland(case: Case, ground: Ground) -> None:
    eighteen = next(
        (
            each
            for each in case.passages
            if re.search(r"\bsection\s*18\b|\bs\.?\s?18\b", each.text, re.IGNORECASE)
        ),
        None,
    )
    if any(point.key == "denial_subsection" for point in case.points):
        return
    _add(
        case,
        "denial_subsection",
        MET if eighteen else MISSING,
        "In Scotland neither confirming nor denying is claimed under section 18, with an exemption that it allows.",
        ""
        if eighteen
        else "The letter neither confirms nor denies and does not rely on section 18 of the Act.",
        "FOISA s.18(1)",
        ground,
        eighteen,
        doubt="The text of FOISA section 18 was not checked word for word.",
    )


def _both_investigations(case: Case) -> None:
    """FOIA ss.30 and 31 cannot both cover the same information (s.31(1))."""
    if case.law.regime is not Regime.FOIA:
        return
    by_number = {ground.number: ground for ground in case.grounds if not ground.is_regulation}
    if {"30", "31"} <= set(by_number) and not case.denies:
        _add(
            case,
            "both_30_and_31",
            UNCLEAR,
            "Sections 30 and 31 are not claimed for the same information.",
            "The letter relies on sections 30 and 31 and does not say which information falls under which; the same "
            "information can't fall under both (FOIA s.31(1)).",
            "FOIA s.31(1)",
            by_number["31"],
        )
