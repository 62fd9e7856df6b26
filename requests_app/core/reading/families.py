"""What families of authorities print: data, so that a new house style is a row here and not a rule elsewhere.

Each row names the family it was seen in and, where it matters, since when. Patterns are matched without
regard to case against text whose dashes, quotation marks and spaces have been made alike
(``lines.source_of``); a space stands for any run of white space, so that sentences may wrap.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from requests_app.core.reading.folding import Folded


class Pattern(NamedTuple):
    """One thing a family prints. ``hints`` are plain words of which one stands wherever the pattern matches, in lower case
    with a space before and after the text; none: always searched.
    """

    family: str
    pattern: str
    hints: tuple[str, ...] = ("",)


def alternatives(rows: tuple[Pattern, ...], *, whole_line: bool = False) -> Folded:
    """One expression for all rows, anchored to the whole line when asked."""
    body = "|".join(f"(?:{spaced(row.pattern)})" for row in rows)
    return Folded(rf"^\s*(?:{body})\s*$" if whole_line else body, re.MULTILINE)


_SPACE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| [?*]| (?=\{)| ")


def spaced(pattern: str) -> str:
    """The pattern with each space standing for a run of white space, in sets for one such character."""

    def wider(match: re.Match[str]) -> str:
        token = match[0]
        if token.startswith("["):
            return token.replace(" ", r"\s")
        return {" ": r"\s+", " ?": r"\s*", " *": r"\s*"}.get(token, token)

    return _SPACE.sub(wider, pattern)


# Lines of a web page or a mail program that are no part of a letter.
FURNITURE = (
    Pattern("police.uk pages, 2020-", r"Quickly exit this site by pressing the Escape key.{0,40}"),
    Pattern("police.uk pages, 2020-", r"We use some essential cookies to make .{0,200}"),
    Pattern("police.uk pages, 2020-", r"You can manage your preferences and cookie settings .{0,300}"),
    Pattern("police.uk pages, 2020-", r"Your cookie preferences have been saved.{0,120}"),
    Pattern("police.uk pages, 2020-", r"Sorry, there was a technical problem\. Please try again\."),
    Pattern("police.uk pages, 2020-", r"This site is a beta, which means .{0,300}"),
    Pattern("web pages", r"Skip (?:to (?:main )?content|navigation)(?: \|.{0,300})?"),
    Pattern(
        "web pages", r"(?:Accessibility controls|Contrast|Main content area|Quick Links|Disclosure Details)"
    ),
    Pattern(
        "web pages", r"(?:Back to top|Print this page|Share this page|Share|Print|Tweet|Search|Menu|Home|Top)"
    ),
    Pattern("web pages", r"Last updated:?(?: .{0,40})?"),
    Pattern(
        "web pages",
        r"(?:Is|Was) this (?:page|information|article|answer|response) (?:useful|helpful|of use).{0,60}|Did you find what you were looking for\??|Rate this (?:page|article)|Report a problem with this page|Back to (?:the )?(?:FOI|disclosure|previous|search|list|log|all)\b.{0,40}|Return to (?:the )?(?:FOI|disclosure|log)\b.{0,40}|(?:Facebook|Twitter|LinkedIn|WhatsApp|Email|X)(?:[ |,]+(?:Facebook|Twitter|LinkedIn|WhatsApp|Email|X))+|Was this (?:page )?(?:useful|helpful)\? .{0,40}",
    ),
    Pattern(
        "web pages", r"(?:Forgotten password\?|Create Community Alerts Account|Forgotten your password\?)"
    ),
    Pattern(
        "council disclosure logs", r"See answers to previous information requests|How to search|See notes"
    ),
    Pattern("council disclosure logs", r"- (?:Select a year|Type a subject) .{0,120}"),
    Pattern("NHS disclosure logs", r"FOI Requests|FOI Disclosure Log|Disclosure Log"),
    Pattern("WhatDoTheyKnow", r"This is an HTML version of an attachment to .{0,200}"),
    Pattern("WhatDoTheyKnow", r"(?:show|hide) quoted sections?|Link to this|Reply to this message|Download"),
    Pattern(
        "WhatDoTheyKnow",
        r"The request (?:was|is) (?:partially |mostly )?(?:successful|refused|waiting).{0,80}",
    ),
    Pattern("Word converters", r"0x01 graphic|\[pic\]|\[image[^\]]{0,80}\]|\[cid:[^\]]{0,80}\]"),
    Pattern("PDF pages", r"Page \d{1,3}(?: of \d{1,3})?|- ?\d{1,3} ?-|\d{1,3} of \d{1,3}"),
    Pattern(
        "protective marking",
        r"(?:NOT PROTECTIVELY MARKED|OFFICIAL(?:[ :-]{1,3}(?:SENSITIVE|PUBLIC))?|UNCLASSIFIED|RESTRICTED)",
    ),
)

# Lines of a disclosure page that say what the page is about: never a question, though they may read like one.
METADATA = (
    Pattern(
        "gov.scot",
        r"(?:Publication - )?.{0,200}(?:FOI release|FOI/EIR release|EIR release)|Information request and response under .{0,120}",
    ),
    Pattern(
        "any",
        r"(?:- )?(?:Date (?:received|responded|published|of (?:request|response|reply)|closed)|Dated|Published|(?:FOI|EIR|Our|Your|Enquiry|TfL|My|Case)? ?Ref(?:erence)?(?: (?:no|number))?|Request (?:ID|Number|reference)|Freedom of Information Request ID|Category|Subject|Title|Directorate|Department|Service|Request:? FOI.{0,20})\b[ .:-].{0,160}",
    ),
    Pattern(
        "any",
        r"(?:- )?(?:Date (?:received|responded|published|of (?:request|response|reply)|closed)|Published|FOI reference|Freedom of Information Request ID|Details)",
    ),
    Pattern("Northumbria", r"Provision of information held by .{0,120}"),
    Pattern(
        "letters",
        r"(?:RE: ?)?Freedom of Information (?:Act )?(?:2000 )?(?:\(?FOIA?\)? ?)?-? ?Request.{0,80}|Request for Information - .{0,60}|FOI(?:A)? (?:request|APPEAL).{0,60}",
    ),
)

# Sentences that begin what follows every letter of a family, whatever was asked: the answers have ended.
CLOSING = (
    Pattern(
        "any",
        r"If you are (?:un(?:happy|satisfied)|dissatisfied|not (?:happy|satisfied)|still (?:dis|un|not ))",
    ),
    Pattern("any", r"If you have any (?:further )?(?:queries|questions|concerns|comments)"),
    Pattern("any", r"If you (?:require any further|would like (?:to discuss|further)|need (?:any )?further)"),
    Pattern("any", r"If you (?:believe|feel|think) (?:that )?your request has not been"),
    Pattern(
        "any",
        r"(?:Should you|If you) (?:wish to (?:complain|appeal|request an? (?:internal )?review)|(?:have|require) any further)",
    ),
    Pattern(
        "any",
        r"(?:COMPLAINT RIGHTS|Complaints? procedure|Your right (?:of|to) (?:appeal|review|complain)|Rights? of (?:appeal|review)"
        r"|Your right to request a review|Internal review(?: procedure)?|Appeals? procedure|Legal annex|Information Re-use|Copyright)(?=:? *$)",
    ),
    Pattern(
        "any", r"You (?:have|also have) (?:the|a) right (?:to|of) (?:request|ask|an? |complain|appeal|seek)"
    ),
    Pattern(
        "any",
        r"You (?:can|may|could|are entitled to|should|must|also have) (?:also )?(?:ask|request|apply|seek|complain|appeal|require)\b[^.\n]{0,80}\b(?:review|complain\w*|appeal|decision|commissioner)",
    ),
    Pattern(
        "any",
        r"(?:If|Should|Where) you\b[^.\n]{0,100}\b(?:(?:internal )?review\b|complain\w*|appeal|dissatisfied|unhappy|not (?:happy|content|satisfied))",
    ),
    Pattern(
        "any",
        r"(?:Your rights?|Complaint rights?|Review (?:procedure|process|rights?)|Right (?:of|to) (?:review|appeal|complain\w*)|Appeal rights?|How to (?:complain|appeal)|Internal review|Complaints?|Copyright|Re-?use of information)(?=:? *$)",
    ),
    Pattern("any", r"Please (?:quote|remember to quote) the (?:above )?reference"),
    Pattern("any", r"Please see the attached information sheet for details of your right"),
    Pattern(
        "any",
        r"The (?:information|material) (?:provided|supplied|contained|which follows|disclosed).{0,60}(?:re-?use|copyright|Copyright)",
    ),
    Pattern("any", r"This (?:concludes|completes) (?:our|my|the) response"),
    Pattern("any", r"I would like to take this opportunity to thank you for your interest"),
    Pattern("any", r"(?:The|Your) (?:attention is drawn|\w+ ?\w* ?Council will consider appeals)"),
    Pattern("police", r"Police forces in the United Kingdom are routinely required"),
    Pattern("police", r"Your attention is drawn to your right"),
    Pattern("gov.scot", r"About FOI(?= *$)"),
    Pattern("councils", r"This Email, and any attachments"),
    Pattern(
        "e-mail",
        r"(?:This|The information in this) (?:e-?mail|message|communication|transmission)\b.{0,80}(?:confidential|intended|privileged|may contain)",
    ),
    Pattern(
        "any",
        r"(?:Yours (?:sincerely|faithfully|truly)|Kind(?:est)? regards|Best (?:wishes|regards)|Many thanks|With regards|Regards)\b",
    ),
)

# How the request is introduced; what follows the match is the request.
LEAD_IN = (
    Pattern(
        "Met, Cumbria",
        r"I note (?:that )?you (?:seek|sought|are seeking|have sought) access to the following(?: information)?[ :;-]*",
    ),
    Pattern(
        "police letters",
        r"in which you (?:requested|request|asked(?: for)?|sought)(?: access to)?(?: details of)?(?: the)? following(?: information)?[ :;-]*",
    ),
    Pattern(
        "police letters",
        r"you (?:have )?(?:asked|requested|ask|request)(?: for| us to provide| that we provide)?(?: the)? following(?: \w+){0,3}[ :;-]*[:;-]",
    ),
    Pattern("police letters", r"you (?:wrote|stated|said|requested|asked|seek)(?: the following)?: *$"),
    Pattern("Sheffield", r"response to your request(?: is)? set out below[ :;-]*"),
    Pattern(
        "Police Scotland",
        r"your request(?: for information)? is (?:replicated|reproduced|repeated|set out|copied|shown|detailed) below,? (?:together with|along with|with|and) (?:the|our|my) (?:response|answer|reply)s?[.:]?",
    ),
    Pattern("NHS", r"set out below your request together with [^:\n]{0,60}:"),
    Pattern("Cleveland", r"Below is your request and our response\.?"),
    Pattern(
        "universities",
        r"(?:considered|regarding|received|concerning) your request (?:of|dated) [^:\n]{0,40} for (?:the following )?information[^:\n]{0,20}:",
    ),
    Pattern("TfL", r"Specifically,? you asked(?: for)?(?: us)?(?: the following)?[^:\n]{0,60}:"),
    Pattern(
        "letters",
        r"(?:your|the) request(?: for information)?(?: was| is|,? which was)? (?:as follows|for the following|reads?|shown below|set out below|copied below|below)[^:\n]{0,40}:",
    ),
    Pattern(
        "letters",
        r"(?:requested|asked for|requesting|asking for|seeking|request for) (?:details of |copies of )?the following(?: information| details)?[ :;-]*[:;-]",
    ),
    Pattern("letters", r"to provide you with the following information[ :;-]*:"),
    Pattern(
        "letters",
        r"\byou (?:have |had |also )?(?:asked|ask|requested|request|sought|seek|wrote|want|wanted|wish|enquired|stated|said|raised)\b[^.?!:]{0,120}(?::(?=\s)|-(?=[ \t]*\n))",
    ),
    Pattern(
        "letters",
        r"\byour (?:request|enquiry|questions?|e-?mail|letter)\b[^.?!:]{0,100}\b(?:following|below|as follows|reads?|is|are|was|were|for|about|seeking)\b[^.?!:]{0,40}:(?=\s)",
    ),
    Pattern(
        "DfE, letters",
        r"your questions? (?:is|are) (?:in (?:bold|italics)|(?:set out |repeated |reproduced |listed |shown )?below|set out|repeated|reproduced)[^.:\n]{0,80}[.:]",
    ),
    Pattern(
        "requesters",
        r"(?:respond|reply|answer)(?: to)? (?:these|the following|my) questions?[^.?!:]{0,60}:(?=\s)",
    ),
    Pattern("letters", r"for (?:the )?following information:"),
)
# The letters with which they begin.
LEAD_IN_BEGINS = (
    *(
        "i ",
        "i\n",
        "i\r",
        "i\t",
        "i\f",
        "in",
        "you",
        "response",
        "set",
        "below",
        "considered",
        "regarding",
        "received",
        "concerning",
        "specifically",
    ),
    *("the", "request", "asked", "asking", "seeking", "to", "reply", "respond", "answer", "for"),
)
LEAD_IN_HEADING = (
    Pattern(
        "Northumbria, ONS, TfL, Welsh Government", r"You (?:have )?asked(?: for)?(?: the following)?[: -]*"
    ),
    Pattern(
        "West Midlands, gov.scot, CPS, councils",
        r"(?:(?:FOI|Your|The|Information|Original|Details? of|FOIA|EIR) )?Request(?: for information| details| summary)?[: -]*",
    ),
    Pattern("gov.scot, Welsh Government", r"Information (?:requested|sought)[: -]*"),
    Pattern("PSNI", r"Request and Answer[: -]*"),
    Pattern(
        "disclosure logs",
        r"(?:Question|Questions|Request question|Information asked for|Summary of request|Description)[: -]*",
    ),
)
# Introductions after which every question is followed by its answer.
PAIRS = (
    Pattern("Sheffield", r"response to your request(?: is)? set out below"),
    Pattern("NHS", r"set out below your request together with"),
    Pattern(
        "Police Scotland",
        r"below,? (?:together with|along with|with|and) (?:the|our|my) (?:response|answer|reply)",
    ),
    Pattern("Cleveland", r"Below is your request and our response"),
    Pattern("PSNI", r"Request and Answer"),
    Pattern(
        "letters",
        r"(?:answers?|responses?|replies|reply) (?:is|are|to your \w+)?[^.\n]{0,30}(?:below|in turn|in (?:bold|red|blue|italics))",
    ),
)

# Where the authority begins to speak for itself, on a line of its own ...
REPLY_HEADING = (
    Pattern("Northumbria", r"In Response[: -]*"),
    Pattern(
        "West Midlands, gov.scot, CPS, Liverpool",
        r"(?:(?:Our|The|FOI|My|Your|Council|Trust|University)(?:'s)? )?(?:Response|Reply|Answers?)[: -]*",
    ),
    Pattern("ONS, TfL", r"We (?:said|answered|responded|replied)[: -]*"),
    Pattern(
        "letters",
        r"(?:DECISION|Findings|Reasons? for decision|Response to (?:your )?request|RESPONSE AND REASONS|Searches|Disclosure|Information disclosed)[: -]*",
    ),
    Pattern("Durham", r"Freedom of Information Act 2000[: -]*"),
    Pattern(
        "UEA",
        r"(?:Our|The) response(?: to (?:this|your) (?:question|request))?(?: is)?(?: as follows)?[: -]*",
    ),
)
# ... or in a sentence.
REPLY_SENTENCE = (
    Pattern("Met", r"I have (?:today|now|therefore)?,? ?decided to"),
    Pattern("Met", r"Having (?:located|found|considered|conducted|completed|carefully|weighed)\b"),
    Pattern("Met", r"Please find below (?:the )?information pursuant"),
    Pattern("Met", r"(?:DECISION|SEARCHES TO LOCATE INFORMATION|Following receipt of your request)"),
    Pattern(
        "Cumbria, PSNI",
        r"Your requests? (?:for information )?(?:below )?(?:has|have) (?:now )?been considered",
    ),
    Pattern("police letters", r"(?:After|Once|When|Since) your request (?:came|was|had)"),
    Pattern(
        "police letters",
        r"Section 1(?: ?\(1\))? of the (?:Freedom of Information Act|FOIA|Act)\b[^.\n]{0,30}(?:puts|places|requires|imposes)",
    ),
    Pattern("police letters", r"The (?:Freedom of Information )?Act (?:places|creates|gives|provides)"),
    Pattern(
        "any",
        r"(?:I|We|(?-i:The [A-Z]\w+(?: [A-Z]?\w+){0,3}|[A-Z]{2,8}|[A-Z]\w+(?: [A-Z]\w+){1,4}))(?: can| am able to| write to| are able to)?,?"
        r" (?:confirm|advise you|neither confirm|inform you|(?:do|does) (?:not )?(?:hold|have|record)|holds? (?:the|some|information|no))",
    ),
    Pattern("any", r"(?:I|We) (?:am|are) (?:able|unable|not able|sorry|refusing|withholding)"),
    Pattern(
        "any",
        r"(?:I|We) (?:have|has) (?:now |today |carefully )?(?:considered|concluded|searched|decided|dealt with|handled|treated|completed|conducted|processed|reviewed|carried out|looked|enclosed|attached|provided|set out)",
    ),
    Pattern("any", r"In (?:response|answer|reply),"),
    Pattern(
        "any",
        r"The (?:following|tables?|figures?|spreadsheet|list) (?:below |attached |overleaf )?(?:[\w'-]+ ){0,3}?(?:were|was|are|is|shows?|gives?|provides?|sets? out|details?|contains?)\b",
    ),
    Pattern("any", r"(?:Answers?|Responses?|A)\.? ?(?:to )?(?:questions? ?|q)?\d{1,2}\b"),
    Pattern(
        "any",
        r"(?:In (?:response|answer|reply|relation|respect|regard) (?:to|of)|With (?:regards?|reference) to|As (?:to|for|regards)|For|On) (?:your |the |this )?(?:first|second|third|fourth|last) (?:question|point|part|request|item)",
    ),
    Pattern("any", r"A search (?:for|of) "),
    Pattern("police letters", r"Section \d{1,2}(?: ?\(\d\))? of the (?:Freedom|FOI|Act)\b"),
    Pattern("any", r"(?:(?:Our|The) )?(?:Response|Reply|Answer)s? ?[:-] ?\S"),
    Pattern("Brentwood", r"(?:Our )?Ref(?:erence)?[.:] ?\S+|Letter confirming\b"),
    Pattern("letters", r"I (?:answer|respond|reply|refer|write)(?: in response)?(?: to)? (?:to )?your"),
    Pattern(
        "any", r"(?:In|To) (?:response|answer|reply) to (?:your|the|this) (?:request|questions?|points?)"
    ),
    Pattern("any", r"The (?:appeal|review) panel (?:met|has|considered)"),
    Pattern("any", r"Please (?:see|find) (?:the )?(?:attached|enclosed|below|above)"),
    Pattern(
        "any",
        r"(?:This|The) (?:information|request|data) (?:you (?:have )?(?:requested|asked for) )?(?:is|was|has been) (?:not )?(?:held|exempt|being|recorded|attached|published)",
    ),
    Pattern("any", r"Thank you for your (?:request|enquiry|e-?mail|letter|clarification)"),
)

# The status column of councils' disclosure logs, and the decision each status states.
LOG_STATUS = (
    (
        "Devon",
        r"all (?:the )?information (?:sent|supplied|provided|disclosed|released)|(?:supplied|disclosed|granted|released)(?: in full)?",
        "disclosed in full",
    ),
    (
        "Devon",
        r"(?:some|part of the|partial) information (?:sent|supplied|provided|disclosed|released).{0,80}|(?:disclosed|granted|supplied) in part|part(?:ial|ly) .{0,40}|.{0,30}\bpartial(?:ly)?\b.{0,60}",
        "disclosed in part",
    ),
    ("Devon", r"(?:no )?information not held|not held|no information held", "not held"),
    (
        "Devon",
        r".{0,60}(?:cost|fees?|appropriate|time) limit.{0,60}|.{0,40}(?:18 hours|section 12|s\.?12).{0,40}",
        "cost limit",
    ),
    ("Devon", r"neither confirm(?:ed)? (?:n?or) den.{0,20}|NCND", "NCND"),
    (
        "Devon",
        r"(?:all |information |request |fully )*(?:exempt|refused|withheld|vexatious).{0,60}|refus.{0,60}|.{0,40}exemption applied.{0,40}",
        "refused",
    ),
)
