"""Rules about slips of the pen: what a mail program or a template left, days that can't be, words nobody explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit
from requests_app.core.advice.periods import day_in_words, wrong_days_in
from requests_app.core.advice.records import Fix, Severity

# Left behind


def mail_chrome(draft: DraftText) -> Iterator[Hit]:
    """Header lines, quoted lines, footers of a mail program."""
    for block in draft.layout.chrome:
        yield Hit(
            block.start,
            block.end,
            "This comes from a mail program, not from you.",
            Fix("Take it out.", block.start, block.end, ""),
        )


_GAP = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{[a-z_]{3,30}\}|\[(?:insert|enter|add|your|name|names?\s+of|authority|public\s+authority|body|force|council|date|dates|period|time\s+period|year|years|topic|subject|address|e-?mail|telephone|phone|xx+|\.{2,}|[^\]\n]{0,40}\b(?:here|goes\s+here|as\s+appropriate|delete\s+as))[^\]\n]{0,60}\]"
    r"|<(?:insert|enter|your|name|authority|date|force|council|period|year)[^<>\n]{0,60}>|\b(?:XX/XX/(?:XX){1,2}|DD/MM/YYYY|20XX|X{4,}|T\.?B\.?C\b|lorem\s+ipsum)|_{5,}|\bdear\s+(?:\[[^\]\n]{1,60}\]|x{2,}\b|\.{3})|\bdelete\s+as\s+appropriate\b",
    re.IGNORECASE,
)
_REMOVED = re.compile(r"\b(?:removed|redacted|withheld|sic|name\s+and\s+address\s+supplied)\b", re.IGNORECASE)


def placeholder(draft: DraftText) -> Iterator[Hit]:
    """A gap of a template that nobody filled."""
    if not draft.has("[", "{", "<", "xx", "__", "tbc", "t.b.c", "dd/mm", "lorem", "delete as", "dear ..."):
        return
    for match in _GAP.finditer(draft.text):
        if _REMOVED.search(match[0]):
            continue
        yield Hit(
            match.start(),
            match.end(),
            f"'{match[0]}' was left from a template.",
            Fix("Put in what belongs here, or take it out."),
            draft.question_at(match.start()),
        )


# Days


def reversed_dates(draft: DraftText) -> Iterator[Hit]:
    """A period that ends before it begins."""
    for found in draft.ranges:
        if found.runs_backwards:
            (a, b), (c, d) = found.first, found.second
            text = draft.text
            turned = text[found.start : a] + text[c:d] + text[b:c] + text[a:b] + text[d : found.end]
            yield Hit(
                found.start,
                found.end,
                "This period ends before it begins.",
                Fix("Change the two about.", found.start, found.end, turned),
                draft.question_at(found.start),
            )


def impossible_date(draft: DraftText) -> Iterator[Hit]:
    """A day that no calendar has."""
    for wrong in wrong_days_in(draft.text):
        question = draft.question_at(wrong.start)
        if wrong.swapped is not None:
            words = day_in_words(wrong.swapped)
            fix = Fix("Write the month in words, so that nobody has to guess.", wrong.start, wrong.end, words)
            yield Hit(wrong.start, wrong.end, f"'{wrong.text}' has the month before the day.", fix, question)
        else:
            yield Hit(wrong.start, wrong.end, f"There is no {wrong.text}.", Fix("Check the day."), question)


def period_ahead(draft: DraftText) -> Iterator[Hit]:
    """A period that has not begun, or not ended: the Act gives what is held on the day the request comes."""
    for found in draft.ranges:
        if found.runs_backwards or found.ends <= draft.on:
            continue
        question = draft.question_at(found.start)
        if not question and draft.asks:
            continue
        begun = found.begins <= draft.on
        (c, d) = found.second
        if begun:
            fix = Fix("Let it end with the day you send this.", c, d, day_in_words(draft.on))
        else:
            fix = Fix("Ask for a period that has passed, or for recorded plans and budgets.")
        what = "This period goes on into the future." if begun else "This period has not begun."
        yield Hit(found.start, found.end, what, fix, question, severity=None if begun else Severity.WARNING)


# Words

_KNOWN = frozenset(
    """
    ABH ACAS ACC ACE ADHD AEP AGM AM AMHP ANPR APP ASB ASBO ASD ATM ATVS ATV BACS BAME BBC BCU BID BME BMI BTP BWV BWC CAD CAMHS CCG CCTV CD CDS CED CEO
    CFO CIN CIO CIPFA CLA COO COMAH COP COPD COVID CPA CPD CPO CPS CQC CRB CSE CSV CV CYP DBS DCC DCMS DCLG DEFRA DFE DFT DHSC
    DLUHC DMS DNA DNACPR DOB DOC DOCX DPA DPIA DPO DSAR DSO DVD DVLA DWP EA ECT ED EDI EEA EHC EHCP EHE EIA EIR EIRS EISR EMR EPA EPC ESFA ESOL EU EV
    EVS FAQ FAQS FGM FOI FOIA FOIS FOISA FPN FPNS FSM FTE FY GBH GCHQ GCSE GDPR GIS GLA GMP GP GPS GPDPR HE HGV HIV HM HMCTS HMIC HMICFRS HMO HMP HMRC HMT HO HR
    HRA HRMC HS HSE HTML HVAC IC ICB ICO ICT ID IM IOPC IPA IPCC IPR ISBN IT ITU IVF JPEG JSNA KPI KPIS KS KS1 KS2 LA LAC LADO LAS LEA LEP LFB LFR
    LGA LGBT LGBTQ LGO LLP LPA LSOA LTD LTN LTNS MAPPA MARAC MASH MCA MFL MHRA MI MIT MOD MOJ MOPAC MOT MP MPA MPS MPV MRI MRSA MS MSOA MSP NATO NB NCA NCND NDA NEET NGO NHS NHSE NI NICE NMC NPCC NQT NSPIS NVQ
    OFCOM OFSTED OH OK ONS OPCC OT PA PACE PAYE PC PCC PCN PCNS PCP PCS PCSO PCSOS PDF PE PEP PFCC PFI PHE PI PII PIP PM POCA PR PRU PRUS PSHE PSNI PTSD PSD PVG QA QC RAF RASSO RFI RIPA RNC RSPCA RTA RTC RUC SAC
    SAR SARS SATS SEN SENCO SEND SEPA SIAM SIC SIM SLA SLT SME SMS SNP SO SOP SPA SQL SRA SSP STI SUV SWAT TA TB TFL TPO TUC TV TVP UCAS UK UKHSA ULEZ UN UNICEF URL URN US USA USB VAT VAWG VIP VPN WC
    WDTK WEFO WMP WW XLS XLSX XML YJB YOT YOTS ASAP ATOC FAO PLC RE TO OR AND NOT ANY ALL EACH PER IF NO YES PLUS
    CO NOX PM10 UCU RMT GMB UNISON EHRC LGBTQIA LGBTI NEWS FREE DATA NOTE FRONTLINE TERF AI ML API IP ISP IE EG NA TBA TBC PS PPS
    """.split()  # noqa: SIM905
)
_CAPITALS = re.compile(r"(?<![\w./&'’-])([A-Z]{2,6}s?)(?![\w&'’/-]|\.\w)")
_ROMAN = re.compile(r"[IVXLC]+$")
_MOST_ABBREVIATIONS = 5


def abbreviation(draft: DraftText) -> Iterator[Hit]:
    """An abbreviation in a question that stands nowhere in full and that not everybody knows."""
    seen: set[str] = set()
    for ask in draft.asks:
        if _mostly_capitals(ask.read.text):
            continue
        for match in _CAPITALS.finditer(draft.text, ask.start, ask.end):
            word = match[1]
            bare = word.rstrip("s")
            if bare in seen or bare in _KNOWN or word in _KNOWN or _ROMAN.match(bare) or len(set(bare)) == 1:
                continue
            seen.add(bare)
            if (
                _is_shouted(draft.text, match)
                or _explained(bare, draft)
                or _is_a_name(draft, match)
                or len(seen) > _MOST_ABBREVIATIONS
            ):
                continue
            yield Hit(
                match.start(1),
                match.end(1),
                f"'{word}' stands nowhere in full.",
                Fix(f"Write it out the first time, with {word} in brackets after it."),
                ask.name,
            )


def _mostly_capitals(text: str) -> bool:
    letters = [letter for letter in text[:400] if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) * 3 > len(letters)


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether a word beside it is in capitals too: then it is a heading or a shout."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 24]
    return bool(re.search(r"\b[A-Z]{2,}[\s,:;/-]+$", before) or re.match(r"[\s,:;/-]+[A-Z]{2,}\b", after))


def _explained(word: str, draft: DraftText) -> bool:
    """Whether the letter says what it stands for: in brackets, after a dash or "means", or by its initials."""
    text = draft.text
    if re.search(
        rf"\(\s?(?:the\s|or\s|\"|'|“|‘)?{word}s?\b|\b{word}s?\s*(?:\(|[-–=:]\s|,?\s(?:means|stands\s+for|is\s+short))",
        text,
    ):
        return True
    initials = r"\W+(?:(?:of|and|the|for|in|&|to)\W+){0,2}".join(rf"{letter}\w*" for letter in word)
    return re.search(rf"\b{initials}\b", text[:20_000].replace(word, ""), re.IGNORECASE) is not None


def _is_a_name(draft: DraftText, match: re.Match[str]) -> bool:
    """Whether it belongs to a name or a number: "QA Limited", "ABC Primary School", "ref AB 123", the body's own."""
    after = draft.text[match.end() : match.end() + 24]
    before = draft.text[max(0, match.start() - 12) : match.start()]
    if re.match(
        r"\s+(?:Ltd|Limited|plc|LLP|Group|School|Academy|Trust|Holdings|Consult\w*|Services|Hospital|\d)|[-/]\d|\s?\d",
        after,
    ):
        return True
    if re.search(
        r"\b(?:ref|reference|no|number|postcode|room|code|form|use|called|branded)\.?:?\s*['\"“]?$|['\"“‘(]$",
        before,
        re.IGNORECASE,
    ):
        return True
    return re.search(rf"\b{match[1]}\b", draft.authority.name) is not None


# The form of the answer

_FORMAT = re.compile(
    r"\b(?:spread\s?sheets?|excel|xlsx?|csv|machine[\s-]readable|electronic(?:ally)?|digital|by\s+e-?mail|pdf|word\s+document|hard\s+copy|paper\s+cop|in\s+(?:a\s+)?table|tabular|template|format|(?:table|columns?)\s+below)\b",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(
    r"\b(?:broken?\s+(?:it\s+|this\s+|them\s+|these\s+)?down|breakdown|split|separat\w+|disaggregat\w+|by\s+(?:year|month|borough|school|rank|ethnicity|age|gender|sex|ward|type|area|station|department|category|each|quarter|reason|region|district|outcome)|(?:for|in)\s+each\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?(?:years?|months?|schools?|boroughs?|wards?|quarters?|financial|calendar|academic)|per\s+(?:year|month|school|ward|borough)|list\s+of|raw\s+data)\b",
    re.IGNORECASE,
)
_LEAST_BROKEN_DOWN = 2


def no_format(draft: DraftText) -> Iterator[Hit]:
    """Figures broken down several ways, and no word on the form they are wanted in (s.11)."""
    broken = [ask for ask in draft.asks if _BREAKDOWN.search(draft.text, ask.start, ask.end)]
    ways = sum(
        len(_BREAKDOWN.findall(draft.text, ask.start, ask.end)) + len(ask.read.parts) for ask in broken
    )
    if not broken or ways < _LEAST_BROKEN_DOWN or _FORMAT.search(draft.text):
        return
    at = draft.asks[-1].end
    line = "\n\nPlease send the figures as a spreadsheet (.xlsx or .csv), not as a PDF or picture."
    yield Hit(
        at,
        at,
        "The letter does not say in which form you want the figures.",
        Fix("Ask for a spreadsheet: figures in a PDF have to be typed again.", at, at, line),
    )
