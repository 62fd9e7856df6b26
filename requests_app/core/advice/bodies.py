"""Bodies told by their names, as far as advice needs it: which law they answer under, or that none covers them.

A name says little and this claims no more: kinds of names, not a register. What the record knows of an authority
goes before it. RULES.md 1.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from requests_app.core.states import AuthorityKind, Nation, Regime


@dataclass(frozen=True, slots=True)
class KnownBody:
    """What a name tells. ``note`` says why a body is outside the Acts, or what it answers under instead."""

    name: str
    kind: AuthorityKind | None = None
    nation: Nation | None = None
    regime: Regime | None = None
    covered: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Names:
    pattern: re.Pattern[str]
    kind: AuthorityKind | None = None
    nation: Nation | None = None
    regime: Regime | None = None
    covered: bool | None = None
    note: str = ""


def _names(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)


_SCOTTISH_COUNCILS = (
    r"aberdeen city|aberdeenshire|angus|argyll (?:and|&) bute|(?:city of )?edinburgh(?: city)?|clackmannanshire|dumfries (?:and|&) galloway"
    r"|dundee city|east ayrshire|east dunbartonshire|east lothian|east renfrewshire|falkirk|fife|glasgow city|(?:the )?highland"
    r"|inverclyde|midlothian|(?:the )?moray|north ayrshire|north lanarkshire|orkney islands|perth (?:and|&) kinross|renfrewshire"
    r"|scottish borders|shetland islands|south ayrshire|south lanarkshire|stirling|west dunbartonshire|west lothian"
)
_SCOTTISH_BOARDS = (
    r"ayrshire|borders|dumfries|fife|forth valley|grampian|greater glasgow|highland|lanarkshire|lothian|orkney|shetland|tayside"
    r"|western isles|national services scotland|education for scotland|24"
)
_SCOTTISH_UNIVERSITIES = r"edinburgh|glasgow|aberdeen|dundee|st\.? andrews|stirling|strathclyde|the highlands and islands|the west of scotland"
_NO_ACT = "It is not a public authority under the Freedom of Information Act (it is not in Schedule 1)."
_OWN_LAW = "It is outside the United Kingdom's Acts and has a law of its own."
_COMPANY = "A company is outside the Act unless it is wholly owned by public authorities (FOIA s.6) or listed in Schedule 1."

# In order: the first that fits decides.
_KNOWN: tuple[_Names, ...] = (
    _Names(
        _names(r"office of the (?:secretary of state|advocate general) for scotland|scotland office"),
        regime=Regime.FOIA,
    ),
    _Names(
        _names(r"police scotland|police service of scotland"),
        AuthorityKind.POLICE_SCOTLAND,
        Nation.SCOTLAND,
        Regime.FOISA,
    ),
    _Names(
        _names(rf"(?:{_SCOTTISH_COUNCILS}) council|city of edinburgh council|comhairle nan eilean siar"),
        AuthorityKind.COUNCIL_SCOT,
        Nation.SCOTLAND,
        Regime.FOISA,
    ),
    _Names(
        _names(r"keeper of the records of scotland|national records of scotland"),
        AuthorityKind.KEEPER,
        Nation.SCOTLAND,
        Regime.FOISA,
    ),
    _Names(_names(rf"nhs (?:{_SCOTTISH_BOARDS})"), AuthorityKind.NHS, Nation.SCOTLAND, Regime.FOISA),
    _Names(
        _names(
            rf"university of (?:{_SCOTTISH_UNIVERSITIES})|glasgow caledonian university|(?:robert gordon|heriot[- ]watt|edinburgh napier|abertay|queen margaret) university"
        ),
        AuthorityKind.UNIVERSITY,
        Nation.SCOTLAND,
        Regime.FOISA,
    ),
    _Names(
        _names(
            r"scottish (?:government|ministers|parliament|police authority|prison service|ambulance service|fire and rescue service|qualifications authority|water|environment protection agency|funding council|courts and tribunals service|legal aid board|enterprise|children['’]s reporter administration|housing regulator|social services council|information commissioner)"
            r"|police investigations and review commissioner|transport scotland|historic environment scotland|social security scotland|public health scotland|education scotland"
            r"|crown office and procurator fiscal service|naturescot|sepa|audit scotland|revenue scotland|creative scotland|sportscotland|visitscotland"
        ),
        nation=Nation.SCOTLAND,
        regime=Regime.FOISA,
    ),
    _Names(
        _names(r"national crime agency"),
        covered=False,
        note="The National Crime Agency is outside the Act; what it supplied to others is exempt there too (FOIA s.23(3)).",
    ),
    _Names(
        _names(
            r"mi5|mi6|security service|secret intelligence service|gchq|government communications headquarters"
        ),
        covered=False,
        note="The security and intelligence services are outside the Act (FOIA s.23(3), s.84).",
    ),
    _Names(
        _names(
            r"royal household|buckingham palace|clarence house|kensington palace|duchy of (?:cornwall|lancaster)"
        ),
        covered=False,
        note=_NO_ACT,
    ),
    _Names(
        _names(
            r"(?:government of jersey|states of (?:jersey|guernsey)|isle of man (?:government|constabulary)|(?:states of )?(?:jersey|guernsey) police|guernsey (?:government|border))"
        ),
        covered=False,
        note=_OWN_LAW,
    ),
    _Names(
        _names(
            r"(?:the )?(?:labour|conservative|liberal democrat|green|reform uk|scottish national) party|reform uk|ukip"
        ),
        covered=False,
        note=_NO_ACT,
    ),
    _Names(
        _names(r"(?:rt\.? hon\.? )?[\w'’. -]{3,60}[ ,]+mp|member of parliament|my mp|local mp"),
        covered=False,
        note="A single Member of Parliament is not a public authority; the House of Commons is.",
    ),
    _Names(
        _names(r"(?:crown|county|magistrates['’]?|high|family) court"),
        covered=False,
        note="Courts and tribunals are not public authorities; the Ministry of Justice answers for HM Courts & Tribunals Service, and court records are exempt (FOIA s.32).",
    ),
    _Names(
        _names(r"rspca|nspcc|oxfam|shelter|barnardo['’]?s|british red cross|victim support|crimestoppers"),
        covered=False,
        note="A charity is outside the Act, also where it works for an authority.",
    ),
    _Names(
        _names(
            r"(?:thames|anglian|severn trent|southern|south west|wessex|yorkshire|northumbrian|affinity|portsmouth|south east|welsh|hafren dyfrdwy|bristol|cambridge|ses|sutton and east surrey) water|united utilities|d[wŵ]r cymru|national grid electricity|uk power networks"
        ),
        regime=Regime.EIR,
        note="It is outside the Freedom of Information Act and answers under the Environmental Information Regulations only.",
    ),
    _Names(
        _names(
            r"royal mail|british gas|bt group|virgin media|vodafone|serco|g4s|capita|sodexo|mitie|atos|amazon|google|facebook|meta|microsoft|palantir|tesco|sainsbury['’]?s|asda|uber|deliveroo|axon"
        ),
        covered=False,
        note=_COMPANY,
    ),
    _Names(_names(r"british transport police(?! authority)"), AuthorityKind.BTP, Nation.UK, Regime.FOIA),
    _Names(
        _names(r"police service of northern ireland|psni"),
        AuthorityKind.POLICE_PSNI,
        Nation.NORTHERN_IRELAND,
        Regime.FOIA,
    ),
    _Names(
        _names(r"mayor['’]?s office for policing and crime|mopac"),
        AuthorityKind.MOPAC,
        Nation.ENGLAND,
        Regime.FOIA,
    ),
    _Names(
        _names(r"(?:police,? (?:fire,? )?(?:and|&) crime commissioner|pcc|pfcc|opcc)(?:'s office)?"),
        AuthorityKind.PCC,
        None,
        Regime.FOIA,
    ),
    _Names(_names(r"ministry of defence police|civil nuclear constabulary"), None, Nation.UK, Regime.FOIA),
    _Names(
        _names(
            r"metropolitan police(?: service)?|met police|(?:dyfed-powys|gwent|north wales|south wales) police|(?:city of london|greater manchester|west midlands|west yorkshire|south yorkshire|north yorkshire|thames valley|west mercia|devon (?:and|&) cornwall|avon (?:and|&) somerset) (?:police|constabulary)|[a-z]{4,20} (?:police|constabulary)(?! (?:and|authority|box|chiefs|federation|complaints|ombudsman))"
        ),
        AuthorityKind.POLICE_EW,
        None,
        Regime.FOIA,
    ),
    _Names(
        _names(
            r"(?:department (?:for|of)|ministry of|home office|cabinet office|hm treasury|foreign, commonwealth|hm revenue (?:and|&) customs|hmrc|dvla|dwp|hm courts|hm prison)(?: [\w ]{0,40})?"
        ),
        AuthorityKind.CENTRAL_GOV,
        None,
        Regime.FOIA,
    ),
    _Names(
        _names(
            r"nhs england|[\w' -]{3,60} (?:nhs (?:foundation )?trust|integrated care board|university health board)"
        ),
        AuthorityKind.NHS,
        None,
        Regime.FOIA,
    ),
    _Names(
        _names(r"university of [a-z]{3,20}|[a-z]{4,20} university"),
        AuthorityKind.UNIVERSITY,
        None,
        Regime.FOIA,
    ),
    _Names(_names(r"[\w'’& -]{3,60} academy(?: trust)?"), AuthorityKind.ACADEMY, None, Regime.FOIA),
    _Names(
        _names(
            r"(?:london borough of [a-z]{3,20}|royal borough of [a-z]{3,20}|[a-z][\w'’& -]{2,50} (?:city|county|borough|district|metropolitan|parish|town) council|[a-z]{4,20} council)(?! tax)"
        ),
        AuthorityKind.COUNCIL,
        None,
        Regime.FOIA,
    ),
)
_OWNED = _names(
    r"network rail|high speed two|hs2|post office|student loans company|national highways|channel four|nhs [\w ]{2,40}|transport for london|east west rail|ofgem|located|homes england"
)
_COMPANY_NAME = re.compile(
    r"[A-Z][\w&'’.-]{1,30}(?: [\w&'’().-]{1,30}){0,5} (?:ltd|limited|plc|llp)\b", re.IGNORECASE
)
_ABROAD = re.compile(r"\bNCA\b")


def body_named(name: str) -> KnownBody | None:
    """What ``name`` (or a line that holds it) tells of the body, or ``None``."""
    line = " ".join(name[:160].replace("_", " ").split()).strip(" ,.;:")
    if not line:
        return None
    if _ABROAD.search(line):
        return body_named("National Crime Agency")
    for names in _KNOWN:
        match = names.pattern.search(line)
        if match is not None:
            return KnownBody(match[0], names.kind, names.nation, names.regime, names.covered, names.note)
    company = _COMPANY_NAME.search(line)
    if company is not None and not _OWNED.search(line):
        return KnownBody(company[0], covered=False, note=_COMPANY)
    return None
