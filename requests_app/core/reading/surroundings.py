"""What stands around the answers of a family's letters: words that announce them, and what follows them all.

Data, as in ``families``.
"""

from __future__ import annotations

from requests_app.core.reading.families import Pattern

# What only announces the answers.
INTRODUCTION = (
    Pattern(
        "any",
        r"please (?:find|see) (?:below|the (?:following|information below))|(?:our|the)? ?(?:response|reply|answers?)(?: to \w+ \w+)? ?(?:is|are|as)? ?(?:as follows|below|set out)? ?:?$|in response:?$|we (?:said|answered):?$|thank you for your|dear\b|(?:our|your|my|tfl|foi)? ?ref(?:erence)?\b|with reference to your|(?:i|we) (?:write|refer|respond|reply|answer your|am writing|are writing)\b|i (?:am|was|do|don't|did|only|just)(?: not| n't)? (?:ask|want|need|mean|requir|interest)\w*",
    ),
    Pattern(
        "any",
        r"(?:I|we) can (?:also )?confirm that (?:[\w'\u2019() ]+ )?(?:does |do )?(?:hold|holds)s? (?:some |the |all |most )?(?:of the )?(?:information|data)[^.]{0,80}\.?$",
    ),
    Pattern(
        "any",
        r"(?:following receipt of your request|your requests? (?:for information )?(?:has|have) (?:now )?been (?:considered|handled|dealt|processed)|to locate the information|searches (?:were|have been) (?:made|conducted|carried)|the searches located|we have now had the opportunity|a search for the information has)",
    ),
)
# What follows the answers and belongs to no single one: reasons for all of them, boilerplate, annexes.
AFTER_ANSWERS = (
    Pattern(
        "police letters",
        r"Section 17(?: ?\(\d\))? of the (?:Freedom of Information )?Act(?: 2000)? (?:requires|provides)|Section \d{1,2}(?: ?\(\d\))? (?:notice\b|states\b)|Withholding information$|This (?:letter|response|e-?mail) (?:also )?(?:acts|serves|represents|constitutes|is)(?: as)? (?:an? )?(?:partial |part )?refusal notice(?! (?:for|of|in respect of|to) (?:this|part|question|request \d))|(?:In accordance with|Under) [^.]{0,60}(?:this (?:letter|response)|this) (?:acts|serves|represents)(?! (?:as )?an? (?:partial )?refusal notice (?:for|of|in respect of|to) (?:this|part|question|request \d))",
    ),
    Pattern(
        "police letters",
        r"(?:Reasons? for (?:the )?decision|Evidence of harm|Harm(?: test)?|Overall harm|Public interest (?:test|considerations?)|(?:Factors|Considerations|Arguments) (?:favouring|for|against|in favour)|Balanc(?:e|ing) test|Prejudice test)(?:\b[^.]{0,60})?[ :]*$|(?:Harm|Factors? (?:favouring|for|against)|Balance test|For disclosure|Public interest test)\b[^.:]{0,50}:",
    ),
    Pattern(
        "police letters",
        r"(?:Please note|It should be noted|Every effort)\b.{0,4}(?:-|,|:)? ?(?:that )?(?:every (?:effort|care)|police forces|these data|the (?:detail|figures) collected|this data|whilst every)",
    ),
    Pattern(
        "police letters",
        r"In addition(?: to (?:the above|this|that))?,? [^.]{0,90}neither confirms? n?or den(?:y|ies)|(?:In addition(?: to (?:the above|this|that))?,? )?[^.]{0,60}neither confirms? n?or den(?:y|ies) (?:that|whether) (?:it|we|they) holds? any other information",
    ),
    Pattern("West Midlands", r"Attachments?$|\S+_(?:response|attachment)\S*\.(?:csv|xlsx?|pdf|docx?)"),
    Pattern(
        "Welsh Government, letters",
        r"(?:Next steps|Fees? (?:estimate|notice)|Annex(?: [A-Z\d])?|Appendix(?: [A-Z\d])?|Notes?|Legal annex|Advice and assistance|Accompanying notes?|Further information|Background|Explanation of exemptions?|Exemptions? applied|Explanatory notes?)(?: ?[-:].{0,80})?$",
    ),
    Pattern(
        "any",
        r"(?:\d{1,2}\.? )?Conclusions?$|Sections? \d{1,2}[A-Z]?[^.]{0,40} (?:is|are) (?:an? )?(?:\w+[ -]+){0,4}(?:qualified|absolute|class|prejudice)|Exemptions? explained|(?:I|We) (?:hope|trust) (?:that )?(?:this|the above)|Under section 16\b|Our duty to advise|As part of our (?:commitment|duty)|Every effort has been made|The (?:figures|data|information) (?:above )?(?:is|are|has been|have been) (?:provided|taken|extracted) (?:from|as)",
    ),
)
