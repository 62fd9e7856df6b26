"""The formulas that say what became of a request: data, in the words authorities use.

Patterns are matched within one sentence, whose dashes and quotation marks have been made alike; see ``families``. A
section of FOIA or FOISA that can be a ground is ``{G}``, a regulation ``{R}``.
"""

from __future__ import annotations

from requests_app.core.reading.families import Pattern

_GROUND = r"(?:sections?|ss?\.?|exemptions?|regulations?|regs?\.?) ?(?:1[34]|2[1-9]|3\d|4[0-4])(?![\d/])(?: ?\(\w{1,4}\))*"
_EXCEPTION = r"(?:regulations?|regs?\.?|r\.?) ?(?:12 ?\((?:4\) ?\([b-e]|5\) ?\([a-g])\)|13|10 ?\((?:4\) ?\([b-e]|5\) ?\([a-g])\)|11)(?: ?\(\w{1,3}\))*"
_ANY = rf"(?:{_GROUND}|{_EXCEPTION})"
_ACT = r"(?:FOIA?|FOISA|EIRs?|(?:the )?(?:FOI |Freedom of Information )?Act|the (?:legislation|Regulations))"

NCND = (
    Pattern(
        "any",
        r"neither (?:to )?(?:be )?confirm(?:ed|s|ing)? (?:n?or|and) den(?:y|ied|ies|ying)|neither confirmed (?:n?or) denied|NCND|(?:not|nor) (?:be )?(?:obliged|required) to confirm or deny|duty to confirm or deny does not|neither to confirm nor to deny",
        ("confirm", "ncnd"),
    ),
)
NOT_FOI = (
    Pattern(
        "any",
        r"falls? (?:under|within|into) (?:the )?normal (?:course of )?business|(?:is |be )?not (?:be(?:ing|en)? )?(?:dealt with|logged|handled|treated|considered)(?: \w+){0,2} (?:under|as) (?:a )?(?:the )?(?:FOI|FOIA|Freedom|Act)|(?:is|are|as) (?:a matter of )?(?:the )?normal business|normal course of business",
        ("business", "logged", "treated", "dealt", "handled", "considered"),
    ),
    Pattern(
        "any",
        rf"not (?:a )?(?:valid|recorded) (?:FOI |information )?request|(?:falls? |is |are |lies )?(?<!supplied\s)(?<!provided\s)(?<!released\s)outside (?:of )?(?:the )?(?:scope|remit|terms|provisions)? ?(?:of )?{_ACT}(?! (?:and )?as a gesture)|dealt with as (?:a )?(?:general enquiry|business as usual|subject access|correspondence)",
        ("valid", "outside", "recorded", "dealt with", "covered"),
    ),
    Pattern(
        "any",
        r"(?:not|n't|instead of|rather than) (?:actually |a |an |to |be |itself )*(?:request |question |ask(?:ing|s)? |seek(?:ing)? |made )*(?:for )(?:\w+ ){0,2}recorded information|(?:not|n't|rather than|instead of) (?:ask|seek|request|constitute|amount to)(?:ing)? (?:\w+ ){0,4}recorded information|(?:FOIA?|the Act|right of access) (?:is|are|applies|extends) (?:only )?(?:for|to) recorded information|(?:not|n't) (?:one|something|an? (?:question|matter|point|thing)) (?:\w+ ){0,9}under (?:the )?(?:Act|FOIA?|Freedom)\b|not (?:a )?valid (?:under|for) (?:the )?FOI|not covered by (?:the )?(?:FOI|Act|Freedom)|request for (?:an? |your )?(?:opinions?|comments?|explanation|justification|advice)|(?:is|are) (?:a |an )?(?:matters? of )?(?:opinion|general enquir(?:y|ies)|normal enquir(?:y|ies))|repl(?:y|ying|ied) informally|as an? (?:normal|general|ordinary) (?:enquiry|correspondence)|(?:not|n't) (?:required|obliged|oblige|require)(?: us| authorities)? to (?:create|give|provide|offer|answer) (?:an? )?(?:new information|opinions?|comments?|explanations?|questions?)",
        (
            "recorded",
            "under",
            "opinion",
            "comment",
            "explanation",
            "justification",
            "advice",
            "enquir",
            "informally",
            "correspondence",
            "valid",
            "covered",
            "constitut",
            "questions",
        ),
    ),
)
COST = (
    Pattern(
        "any",
        r"exceed(?:s|ed|ing)? (?:\W?[\w.]+\W? ){0,7}\W?(?:limits?|levels?|thresholds?|ceiling|\u00a3 ?\d{3}|\d\d(?:\.\d)? hours|\(cost)",
        ("exceed",),
    ),
    Pattern(
        "any",
        r"(?:limit|level|threshold|ceiling|(?:18|24|eighteen) hours) (?:\w+ ){0,4}(?:is|be|been|was|being)? ?(?:\w+ly )?exceeded|in excess of (?:\w+ ){0,4}(?:limit|level|threshold|amount|sum|\d\d hours|\u00a3 ?\d{3})|(?:over|beyond|above|past) (?:\w+ ){0,2}(?:appropriate |cost |fees? |time )*(?:limit|threshold|level|ceiling|18 hours|24 hours|\u00a3 ?(?:450|600))",
        ("exceeded", "excess", "over ", "beyond ", "above ", "past "),
    ),
    Pattern(
        "any",
        r"(?:take|taking|takes|took|be|over|exceeds?|than|spend|least) (?:\w+ ){0,6}(?:18|24) (?:working )?hours|would (?:\w+ ){0,3}(?:take|require|need|amount to|equate to|come to|be) (?:\w+ ){0,4}(?:1[89]|[2-9]\d|\d{3,4}|\d{1,3},\d{3})(?:\.\d+)? (?:\w+ )?hours|(?:within|under) (?:\w+ ){0,4}\W?(?:cost|time|fees?)\W?\)? ?(?:limit|level|threshold)|(?:within|under) the appropriate (?:\W?\w+\W? )?(?:limit|level)|(?:not|unable|n't) (?:\w+ ){0,6}within (?:the |those )?(?:18|24|eighteen|twenty.four) hours|without (?:opening|reading|examining|looking (?:at|through|into)|checking|going through|a manual) (?:\w+ ){0,3}(?:each|every|all|individual|search|review|trawl)|too costly|cost (?:\w+ ){0,4}(?:more than|over|in excess of|above|at least) \u00a3 ?(?:450|600)|(?:excess|excessive) costs?|sets? (?:the |a )?(?:ceiling|limit) (?:\w+ ){0,4}at",
        ("hours", "limit", "level", "threshold", "costly", "cost", "ceiling", "without "),
    ),
    Pattern(
        "any",
        r"not (?:\w+ )?(?:held|recorded|stored|available|kept) (?:\w+ )?in an? (?:\w+ )?(?:retrievable|searchable|reportable|extractable|accessible) (?:\w+ )?(?:format|form|manner|way)|not (?:readily |easily |centrally )(?:retrievable|reportable|searchable|extractable|available in a \w+ format)",
        ("retriev", "searchable", "reportable", "extractable", " format", "accessible "),
    ),
    Pattern(
        "any",
        r"(?:section|s\.?) ?12(?![\d.])(?: ?\(\d\))?(?! ?\([45]\)) (?:[\w()]+ ){0,8}(?:applies|apply|is engaged|engaged|to refuse|has been applied|relied|is relevant)|(?:refus\w+|exempt\w*|rel(?:y|ies|ying|ied)) (?:[\w()]+ ){0,8}(?:under|by virtue of|on|upon|in) (?:section|s\.?) ?12(?![\d.])(?! ?\([45]\))|by virtue of (?:section|s\.?) ?12(?![\d.])|(?:section|s\.?) ?12(?: ?\(\d\))? (?:of |-|\()|(?:part|element|question)s? of (?:a|the|your) request (?:\w+ ){0,4}(?:section|s\.?) ?12(?![\d.])|^\W{0,3}(?:under |per |refused ?[:-]? ?)?(?:section|s\.?) ?12(?: ?\(\d\))?\W{0,3}$",
        ("section 12", "s12", "s.12", "s 12", "s. 12", "section12"),
    ),
)
NOT_HELD = (
    Pattern(
        "any",
        r"(?:do|does|did|would)(?: not|n't) (?:\w+ly |actually |itself |now |in fact |also |therefore |thus |in any case )?(?:hold|have|possess|record|collect|collate|keep|retain|capture|gather|maintain|own)(?:,? (?:or|nor) (?:hold|collate|record|collect|keep))?\b(?! to\b)(?! any (?:plans?|objections?|comments?)\b)(?! \w+ing\b)",
        ("not ", "n't "),
    ),
    Pattern(
        "any",
        r"\bnot (?:currently |now |centrally |routinely |separately |specifically )?(?:held|recorded|collated|collected|captured|kept|retained|logged|monitored)\b(?! in a)(?! under)|\b(?:hold|holds|held|holding) (?:no|none|nothing)\b|\b(?:have|has|had|found|located|find|keep|keeps) no (?:\w+ ){0,3}(?:information|data|records?|figures?|documents?|details?|correspondence|minutes|copy|copies|paperwork|e-?mails?|such)\b|\bnothing (?:is |was |has been |further )?(?:held|recorded|found|located)|(?:there is|is) nothing held|\bnothing (?:that |which )?(?:we|I|it|the \w+) (?:hold|have|keep|record)s?\b|no (?:\w+ ){0,4}(?:information|data|records?|documents?|correspondence|minutes?|figures?|paperwork|e-?mails?) (?:is |are |was |were |has been |have been )?(?:held|found|located|recorded|about|kept|exists?|taken|made|identified)",
        ("not ", "no ", "none", "nothing"),
    ),
    Pattern(
        "any",
        r"^\W{0,3}none (?:is |are |was |were )?(?:held|recorded|found|known|kept)\b|^\W{0,3}no (?:recorded |relevant |such |further )*(?:information|data|records?|documents?)\b|there (?:is|are|was|were|has been|have been) no (?:\w+ ){0,2}(?:minutes|records?|recorded|information|documents?|drafts?|notes?|correspondence|copy|report|figures?|such)\b(?! to)|no such \w+ (?:\w+ ){0,3}(?:exists?|carried|made|held|produced|commissioned|prepared|taken)",
        (" no ", "none"),
    ),
    Pattern(
        "any",
        r"(?:formal )?notice (?:under|in terms of) section 17 ?\(1\)[^.]{0,60}(?:FOISA|Scotland|2002|not)|notice that (?:\w+ ){0,5}not held|information not held|(?:do|does) not have a figure|(?:is|are) a matter for (?:the )?\w+|(?:cannot|can't|unable to|could not) (?:find|locate|trace|identify) (?:any|the|a|such)|searches? (?:\w+ ){0,6}(?:located|found|identified) no(?:thing)?\b|no trace|no (?:\w+ ){0,3}(?:information|data|records?|documents?) (?:\w+ ){0,6}(?:was|were|is|are|has been|have been|could be) (?:held|found|located|identified)|(?:fail(?:ed|s)?|unable|not (?:been )?(?:able|possible)) to (?:locate|find|identify|trace)|no longer (?:held|exists?|retained|have|hold|available)|\bheld by [^.]{3,60} and not by\b|\bheld (?:centrally )?by (?:individual |the individual |each )?(?:schools?|contractors?|providers?|suppliers?)|(?:the|this) \w+ (?:does|do) not\b\.?$|\bwe do not\b\.?$",
        (
            "17",
            "notice",
            "held",
            "matter for",
            "figure",
            "find ",
            "locate",
            "trace",
            "identif",
            "searches",
            "fail",
            "no longer",
            " not",
            "no ",
        ),
    ),
)
REFUSED = (
    Pattern(
        "any",
        r"(?<!\bnot\s)\bexempt(?:ed|ing)?\b(?! from (?:charge|fees|payment|tax|the requirement))",
        ("exempt",),
    ),
    Pattern(
        "any",
        r"(?<!\bnot\s)(?<!\bnot\sbeen\s)\bwithh(?:eld|olding)\b(?! (?:tax|under review))|(?:to|must|will|shall|should) withhold\b|reasonable to (?:hold (?:it|this|them) back|withhold)",
        ("withh", "hold "),
    ),
    Pattern(
        "any",
        rf"(?:confidential|sensitive|prejudic\w+)[^.]{{0,60}}{_ANY}|{_ANY}(?:(?:(?!\bnot\b)[^.]){{0,80}}?\b(?:appl(?:y|ies|ied)|engaged|relied|relevant|exempt\w*|cited|used|upheld|as above(?! (?:does|do|is|are) not))\b)|(?:under|by virtue of|in terms of|per|rely(?:ing)? (?:up)?on|relies (?:up)?on|appl(?:y|ying|ied)|invok\w+|engages?|cite[sd]?|refus\w+|exempt\w*|claim\w*) (?:\w+ ){{0,3}}\W?{_ANY}",
        ("section", "regulation", " reg", " s1", " s2", " s3", " s4", "(s", " s.", " s ", " ss", "exemption"),
    ),
    Pattern(
        "any",
        rf"^\W{{0,3}}(?:under |per |see )?{_ANY}(?: of {_ACT})?\W{{0,3}}(?:[-:] ?)?(?:(?!(?:is|are|was|were|has|have|does|do|not)\b)[\w'&,/-]+ ?){{0,7}}$",
        ("section", "regulation", "reg", "s1", "s2", "s3", "s4", "s.", "s ", "exemption"),
    ),
    Pattern(
        "any",
        r"(?:following|an|this|the|these|that|those|such|which) (?:\w+ )?(?:exemption|exception)s? (?:\S+ ){0,8}(?:appl(?:y|ies)|applicable|(?:is|are) engaged|(?:is|are) relied)|subject to (?:an? )?(?:\w+ )?(?:exemption|exception)\b|exemption\(?s?\)? (?:that )?(?:I|we) (?:consider|believe|rely|relied)",
        ("exemption", "exception"),
    ),
    Pattern(
        "any",
        r"(?:am|are|is|have|has|to|been|must|will|uphold the) (?:\w+ )?refus(?:e|ing|ed|al)\b(?! notice)|refusal (?:notice )?for (?:questions?|parts?|requests?|points?|items?|your|this|these|those)\b|(?:not|n't) (?:be )?(?:going to |prepared to |willing to )(?:name|identify|say which|give out|hand over|pass on|reveal)\b|(?:will not|won't) be (?:giving out|naming|identifying|handing over|passing on|revealing)\b|(?:decided|going|able|intend\w*|will|shall) (?:to )?not (?:to )?(?:be )?(?:comply|process|answer|respond)(?:ing)?|not (?:to )?(?:be )?(?:comply|process)(?:ing)? (?:with )?(?:it|your|this|the)|withhold(?:ing)? (?:this|the|it|some|your)|upholds? (?:the |our )?(?:use|application|reliance|decision|refusal)",
        (
            "refus",
            "going to",
            "prepared to",
            "willing to",
            "not be ",
            "not comply",
            "not to ",
            " not be comply",
            "not be process",
            "not process",
            "not answer",
            "not respond",
            "not be answer",
            "withhold",
            "uphold",
        ),
    ),
    Pattern(
        "any",
        r"(?:deemed|consider\w*|are|is|request) (?:\w+ ){0,4}(?:to be )?vexatious|manifestly unreasonable|repeated request|rely(?:ing)? (?:up)?on (?:the )?(?:exemption|exception)",
        ("vexatious", "unreasonable", "repeated", "rely"),
    ),
    Pattern(
        "any",
        r"(?:already |reasonably )+(?:accessible|available)\b(?: to)?|accessible to you (?:by|via|through|at|on)|information accessible (?:to the applicant )?by other means|intended for future publication|otherwise accessible",
        ("accessible", "available", "publication", "publicly"),
    ),
    Pattern(
        "any",
        r"not obliged to (?:provide|give|send)\b|(?:unable|not able|not possible|cannot|can't|decline|not obliged|not (?:going|willing|prepared)|will not|shall not|won't) (?:to )?(?:\w+ ){0,3}(?:disclos\w+|releas\w+|suppl\w+|share)\b|(?:will|can|could|should|must|would|shall|is|are) not (?:be|being|be being) (?:\w+ )?(?:disclosed|disclosing|released|releasing|provided|supplied|shared|published)|(?:will|shall|are|am) not (?:be )?(?:disclosing|releasing|providing|supplying|sharing)",
        ("disclos", "releas", "suppl", "shar", "provid", "publish", "obliged"),
    ),
)
REDACTED = (
    Pattern(
        "any",
        r"redact(?:ed|ions?|ing)\b|(?:exemption|exception|section|regulation)s? (?:[\w().]+ ){0,8}appl(?:y|ies) to (?:some|part|certain|elements)|(?:some|names?|certain|(?<!\bform\s)(?<!\bforms\s)(?<!forming\s)parts? of|elements?|details?|lines?|sections of|scores?|pages|portions?|remainder|rest)(?! (?:requested|you))(?: (?!(?:this|it|these|they|which)\b)[\w'()-]+){0,12} (?:is |are |was |were |been |being )*(?:withheld|removed|exempt|blacked|taken out|left out|omitted|struck out|obscured|deleted)\b|(?:appendix|annex|schedule|paragraph|page|section)(?:es|s)? (?!\d\d\b)\w{1,3} (?:has|have|is|are|was|were) (?:been )?(?:removed|withheld|taken out|left out|omitted)\b|(?:taken out|removed|blanked|blacked) (?:\w+ ){0,3}(?:names?|details|personal|address)|with (?:\w+ ){0,4}(?:removed|taken out)",
        (
            "redact",
            "withheld",
            "removed",
            "exempt",
            "appl",
            "taken out",
            "left out",
            "omitted",
            "struck out",
            "black",
            "obscured",
            "deleted",
            "blank",
        ),
    ),
)
PARTLY = (
    Pattern(
        "any",
        r"(?:enclose|attach|provide|release|disclose|supply)(?:d|s|ing)? (?:you with )?(?:a copy of |copies of )?(?:some|most|part) of|not possible to provide (?:\w+ ){0,6}(?:in the (?:detail|format|form)|requested)|(?:cannot|can't|can not|not|unable to|n't) (?:to )?(?:be )?(?:disclos|releas|provid|suppl|answer)\w* (?:\w+ ){0,4}(?:in whole|in full|in its entirety|in their entirety|fully)\b|(?:held|disclosed|provided) in part|(?:hold|have|provide|disclose) (?:only )?some of|part(?:ly|ially)? (?:held|disclosed)|unable to (?:provide|give) (?:a|the|any) (?:\w+ )?(?:breakdown|detail|split)|(?:no|any) (?:means|way) of (?:counting|telling|knowing|splitting|separating)|(?:cannot|can't|not possible to|unable to) (?:be )?(?:break|split|broken|separate|distinguish)",
        (
            "not possible",
            "in part",
            "some of",
            " part",
            "breakdown",
            "detail",
            "split",
            "means of",
            "way of",
            "distinguish",
            "separate",
            "break",
            "broken",
            "in whole",
            "in full",
            "entirety",
            "fully",
        ),
    ),
)
WAITING = (
    Pattern(
        "any",
        r"(?:we |currently |now |still )*await(?:ing|s)?\b|(?:are|is) waiting (?:for|on)|(?:yet|still) to be (?:decided|confirmed|determined|agreed|published)|no decision has (?:yet )?been|subject to (?:a |any |future )?(?:decision|review|approval)|(?:under|subject to) (?:active )?(?:review|consideration)|to be confirmed|TBC|will (?:be sent|follow) (?:to you )?(?:under separate cover|shortly|in due course|separately|later)",
        (
            "await",
            "waiting",
            "yet to",
            "still to",
            "no decision",
            "subject to",
            "under ",
            "to be confirmed",
            "tbc",
            "cover",
            "follow",
            "separately",
            "due course",
            "later",
            "shortly",
        ),
    ),
)
BACK = (
    Pattern(
        "any",
        r"(?:please )?(?:see|refer to|as) (?:the |our |my )?(?:above|previous|earlier)(?: (?:answer|response|reply)s?)?|(?:as|see) (?:per )?(?:above|(?:answers?|responses?|questions?|q|points?|parts?)\.? ?(?:to |at )?(?:questions? ?|q)?\d{1,2}|\d{1,2}\b)|(?:as|same as) (?:for |per |in |at )?(?:the )?(?:above|(?:questions?|q|answers?|responses?|points?|parts?)\.? ?(?:to )?(?:questions? ?|q)?\d{1,2}|\d{1,2}\b)|(?:please )?(?:see|refer to) (?:our |the |my )?(?:response|answer|reply) (?:to|at|above|for|given)|(?:response|answer|reply|position) (?:to|at|on|for|given (?:to|at)) (?:questions?|q|points?|parts?|items?)\.? ?\d{1,2} (?:also |equally )?(?:applies|covers)|\bas above|\bditto\b|see attached (?:as )?above",
        ("see ", "refer", " as ", "same", "ditto", "applies", "covers"),
    ),
)
# A thing handed over.
GIVEN = (
    Pattern(
        "any",
        r"\b(?:see|find) (?:the )?(?:attached|enclosed|below|spreadsheet|tables?|annex|appendix|document|response below|link)",
        ("see ", "find "),
    ),
    Pattern(
        "any",
        r"(?:is|are) (?:attached|enclosed|provided|set out|shown|listed|given|below|at annex|in annex|at appendix)",
        ("attach", "enclos", "provided", "set out", "shown", "listed", "given", "below", "annex", "appendix"),
    ),
    Pattern(
        "any",
        r"\b(?:we|i) (?:can |am able to |are able to )?(?:enclose|attach|disclose|release|provide)\b",
        ("attach", "enclos", "disclos", "releas", "provide"),
    ),
    Pattern(
        "any",
        r"^\W?(?:attached|enclosed)|attached (?:reports?|documents?|spreadsheet|file|list|policy)",
        ("attached", "enclosed"),
    ),
    Pattern("any", r",? (?:both |all |also |now )?(?:attached|enclosed)\W{0,2}$", ("attached", "enclosed")),
    Pattern("any", r"following table|tables? below", ("following table", "below")),
    Pattern("any", r"\b(?:is|are|was|were) as follows", ("as follows",)),
    Pattern("any", r"(?:are|is) released|(?:is|are|be|been) disclosed to you", ("releas", "disclos")),
)
# What the law says of authorities in general: no formula, whatever sections it names.
LAW = (
    Pattern(
        "any",
        r"\b(?:(?:a |any |all )?public authority|an authority|any authority|(?:public )?authorities)\b(?: which| that| when)?[^.]{0,80}\b(?:may|need not|not obliged|not required|refuse|must|can|should|not have to|relying)\b|(?:does not oblige|allows?|lets?|permits?|enables?|requires?|entitles?|obliges?) (?:a |an |all |any )?(?:public )?authorit(?:y|ies)|we (?:are|do) (?:applying|apply) the (?:exemption|exception) (?:at|in|under) (?:section|s\.?) ?39 ?\(2\)|(?:puts|places|imposes|creates) (?:two |a )?(?:\w+ )?(?:duty|duties) on (?:public )?authorit",
        ("authorit", "39"),
    ),
    Pattern(
        "any",
        r"\b(?:a|any|each|every) requests? (?:which|that) (?:is|are|was|were|has been) refused\b",
        ("refused",),
    ),
)
