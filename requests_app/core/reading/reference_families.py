"""How families of authorities number their cases and what they print before the number: data for ``references``.

A pattern is matched without regard to case; a space stands for any run of white space.
"""

from __future__ import annotations

from requests_app.core.reading.families import Pattern

# Shapes that are a reference wherever they stand, most particular first.
SHAPES = (
    Pattern("Met page, 2022-", r"\d{2}\.FOI\.\d{2}\.\d{6}"),
    Pattern("Met and Humberside, inside texts", r"\d{2}/FOI/\d{2}/\d{6}(?:/[A-Z])?"),
    Pattern("Police Scotland", r"IM-FOI-\d{4}-\d{3,5}"),
    Pattern("gov.scot", r"FOI/(?:\d{2}/\d{5}|20\d{10})"),
    Pattern("PSNI", r"F-\d{4}-\d{5}|F-\d{6}|FOI/\d{5,8}"),
    Pattern("Welsh Government", r"ATISN ?\d{4,5}"),
    Pattern("Moray", r"10100\d{7}"),
    Pattern("TfL", r"FOI-\d{4}-\d{4}(?:/[A-Z]{2})?"),
    Pattern("ONS", r"FOI[/-]20\d{2}[/-]\d{3,6}"),
    Pattern("HMRC, DfE, Home Office", r"FOI20\d{2}/\d{4,6}|20\d{2}[/-]00\d{5}|T\d{4,5}/\d{2}|IR\.\d{2}\.\d{1,4}"),
    Pattern("ambulance trusts, colleges", r"(?:20)?\d{2}[-/_]FOI[-/_]\d{2,6}"),
    Pattern("councils", r"(?:FOIA?|EIR|LBH|RFI|IR|EIRA?) ?/ ?\d{2,8}(?: ?/ ?\d{2,8})?"),
    Pattern("police letters", r"(?:FOIA?|EIR)[ -]\d{2,8}[A-Z]?[-/]\d{2,8}(?:-\d{2})?|FOI[_-]\d{2}[_-]\d{2,4}"),
    Pattern("any", r"(?:[A-Z]{1,8}[/_.-])?(?:FOIA?|FOISA|EIR)(?:[/_.-][A-Z]{1,6})?[/_.-]?\d{2,8}(?:[/_.-]\d{1,8}){1,3}|(?:[A-Z]{1,8}[/_.-](?:FOIA?|EIR)|(?:FOIA?|EIR)[/_.-][A-Z]{1,6})[/_.-]?\d{3,8}"),
    Pattern("NHS, councils", r"(?:FOIA?|EIR) ?\d{4,8}|(?:FOIA?|RFI|EIR)-\d{3,8}(?:-\d{2,4})?"),
)  # fmt: skip

# What every shape holds but T1234/15, in lower case, at most nine characters after its beginning.
IN_SHAPES = ("foi", "eir", "rfi", "lbh", "atisn", "10100", "f-", "ir.", "ir/", "ir /", "/00", "-00")

# What may stand behind a label: a token with letters or separators, or one that spaces divide.
VALUES = (
    Pattern("Cleveland", r"\d{2,5} ?[-/] ?\d{2,4}(?![-\w])"),
    Pattern(
        "Manchester, councils",
        r"(?-i:[A-Z]{2,8}(?:/[A-Z]{2,5})?)(?: ?/ ?| )\d{2,10}(?: / ?\d{2,4}|(?:[/._-][A-Z0-9]+){0,4})",
    ),
    Pattern("any", r"[A-Z0-9&]{1,20}(?:[/._:-][A-Z0-9]{1,20}){0,6}"),
)

_REFERENCE = r"ref(?:erence)?s?\.?(?: (?:no|number|ID|code))?"
_ACTS = r"(?:FOIA?|FOISA|FOI\(S\)A|EIR|RFI|FOI/EIR|(?:Freedom of|Environmental|Access to) Information(?: \(Scotland\))?)(?: Act| Regulations)?(?: \(Scotland\))?(?: 20\d\d)?"

# Letters with which ``_ACTS`` begin.
_OF_ACTS = ("foi", "eir", "rfi", "freedom", "environmental", "access")

# Labels with how much a number behind them weighs, and with the letters that each begins with.
LABELS = (
    (0.85, Pattern("any", rf"(?:Our|My) {_REFERENCE}"), ("our", "my")),
    (0.8, Pattern("TfL, ONS, trusts", rf"(?:TfL|ONS|Trust|Council|University|Internal|Unique|Review) {_REFERENCE}"), ("tfl", "ons", "trust", "council", "university", "internal", "unique", "review")),
    (0.8, Pattern("any", rf"{_ACTS}(?: Act)?(?: request| enquiry| case| review)?(?: for information)? (?:{_REFERENCE}|ID|number|no)"), _OF_ACTS),
    (0.75, Pattern("Met", rf"(?:request|enquiry|case|application|information request|log|file|disclosure) (?:{_REFERENCE}|ID|number|no)"), ("request", "enquiry", "case", "application", "information", "log", "file", "disclosure")),
    (0.72, Pattern("any", r"ref(?:erence)?\.?(?: (?:no|number|ID|code))?(?=\s*[:.#|-]|\s+(?:is|was)\b|\s*\n)"), ("ref",)),
    (0.7, Pattern("any", rf"(?:quote|quoting)(?: the| our| this)?(?: above| following)?(?: \w+)? {_REFERENCE}"), ("quot",)),
    (0.7, Pattern("PSNI, NHS", rf"(?:Request|{_ACTS} request)(?= ?[:-])"), ("request", *_OF_ACTS)),
    (0.6, Pattern("any", r"ref(?:erence)?(?: (?:no|number))?"), ("ref",)),
    (0.55, Pattern("letters", rf"{_ACTS} (?:request|enquiry|review)"), _OF_ACTS),
)  # fmt: skip

# What a line says that has nothing but the number after it.
UNLABELLED = (
    Pattern("Moray, councils", rf"(?:{_ACTS} ?-? ?)?(?:Request|Review|Enquiry|Case|Application|Complaint)(?: for information)?"),
    Pattern("letters", rf"(?:RE:? ?|Subject: ?)?{_ACTS}(?: Act)?(?: 20\d\d)?(?: request| response)?(?: for information)?"),
    Pattern("Welsh Government, police letters", r"(?:RE:? ?)?(?:Request for Information|Information (?:Act )?Request)"),
)  # fmt: skip

# What ends the title of a disclosure page, in brackets or after a dash.
TITLES = (
    Pattern("West Midlands, Northumbria, Avon and Somerset", r"\d{2,6}[A-Z]?[/_]\d{2,4}"),
    Pattern("Moray", r"10100\d{7}"),
)

# Words just before a number that make it somebody else's, or an earlier case's ...
ELSEWHERE = (
    Pattern("any", r"(?:further to|relating to|regarding|refers? to|on|about|see)(?: an?| the)?(?: earlier)?(?: case| reference| FOI| ref| number){0,3}"),
    Pattern("any", r"as per|Statutory Instrument|SI|S\.I\.|section|subject access|SAR|DUNS|NHS number|telephone|tel|fax"),
)  # fmt: skip
# ... and words that do so a few words before it.
EARLIER = (
    Pattern("any", r"previous(?:ly)?|earlier|original(?:ly)?|as per|follow(?:s|ing|ed)?[ -]?(?:up|on)?(?: from| to)|may wish to see|see also"),
    Pattern("any", r"also:|linked|related|duplicate of|similar(?:ly)?|same as|acknowledged under|portal|superseded"),
    Pattern("any", r"complaint|ICO|OSIC|Commissioner(?:'s)?|tribunal|court|crime (?:ref|no|number)|planning|company|charity|contract|subject access"),
)  # fmt: skip
