"""What authorities and mail programs write in each kind of message: data, a cue a row.

A cue is looked for in one sentence at a time. One of the ``hints`` stands in every match (a test sees to that), so that
most rows cost no more than a look.
A cue counts only where the sentence does it: "if a fee is payable we will send you a notice" sends none. Spaces stand
for any white space.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from requests_app.core.reading.families import spaced
from requests_app.core.reading.folding import Folded


class Says(StrEnum):
    """What a sentence does: narrower than a kind of message, which may do several of these."""

    BOUNCES = "bounces"
    AWAY = "away"
    AUTOMATIC = "automatic"
    ACKNOWLEDGES = "acknowledges"
    PROMISES = "promises"
    ACKNOWLEDGES_REVIEW = "acknowledges a review"
    ASKS = "asks"
    QUESTIONS = "questions"
    CHARGES = "charges"
    EXTENDS = "extends"
    DELAYS = "delays"
    TRANSFERS = "transfers"
    REVIEWED = "reviewed"
    ANSWERS = "answers"
    GIVES = "gives"
    REFUSES = "refuses"
    HOLDS = "holds"
    MORE_FOLLOWS = "more follows"
    NOT_HELD = "not held"


class Cue(NamedTuple):
    """One way of saying something. ``weight`` 1 settles the matter where nothing speaks against it."""

    says: Says
    weight: float
    hints: tuple[str, ...]
    pattern: Folded


def cue(says: Says, weight: float, hint: str, pattern: str) -> Cue:
    """A cue; ``hint`` has the words of which one stands in every match, parted by bars."""
    hints = tuple(hint.split("|"))
    return Cue(says, weight, hints, Folded(spaced(pattern)))


_WE = r"(?:we|I|the (?:council|trust|force|department|authority|university|school|team|office|board|college|agency|commission))"
_REQUEST = r"(?:your|this|the) (?:\w+ ){0,5}?(?:requests?|enquir(?:y|ies)|e-?mail|correspondence|letter|application|FOIA?|EIR|submission|message)"
_NUMBER = r"(?:\d{1,3}|ten|fifteen|twenty|thirty|forty|sixty)"
_REPLY_NOUN = r"(?:response|reply|answer|decision)"
_SOON = r"(?:will|shall|should|aim to|aims to|must|intend to|hope to|expect to|have to|are required to|is required to|am required to|are obliged to|endeavour to|try to|need to|would expect to)"

CUES: tuple[Cue, ...] = (
    # Mail that did not arrive
    cue(Says.BOUNCES, 0.8, "address|mailbox|unknown|delivery|destination|unrouteable|mailer-daemon|undeliverable", r"mail delivery (?:sub)?system|mail delivery software|mailer-daemon|unknown address|address unknown|bad destination|no mailbox here|unrouteable|undeliverable"),
    cue(Says.BOUNCES, 0.4, "", r"(?<![\d.])[45]\.[0-7]\.\d{1,3}\b(?! (?:of|to|and))|(?<![\d.£])5[05]\d[ -][5'\"]"),
    cue(Says.BOUNCES, 1.0, "deliver", r"(?:could not|couldn't|cannot|can't|was not|wasn't|not able to|unable to|has not been|failed to) (?:be )?deliver(?:ed)?(?: (?:your|the) (?:message|e-?mail|mail))?(?: to)?"),
    cue(Says.BOUNCES, 1.0, "delivery", r"delivery (?:has |to (?:the following|these) (?:recipients?|address(?:es)?)(?: or groups)? (?:has )?)?(?:failed|is delayed|has been delayed|failure|status notification|incomplete|unsuccessful)"),
    cue(Says.BOUNCES, 1.0, "following", r"following (?:e-?mail )?(?:address(?:es)?|recipients?)(?:\(es\))? (?:has |have )?failed"),
    cue(Says.BOUNCES, 1.5, "-recipient:", r"(?:final|original)-recipient: *rfc822;"),
    cue(Says.BOUNCES, 1.0, "action:", r"^action: *(?:failed|delayed)"),
    cue(Says.BOUNCES, 1.0, "", r"(?<![\d.])(?:5\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}|#?[45]\.\d\.\d{1,3} (?:smtp|<|user|mailbox|recipient|address|message|bad|unknown|the email)|status: *[45]\.\d\.\d)"),
    cue(Says.BOUNCES, 0.8, "mailbox", r"mailbox (?:is |was )?(?:full|unavailable|not found|disabled|over quota|does not exist)|(?:recipient|user)'s mailbox"),
    cue(Says.BOUNCES, 0.8, "recipient", r"recipient (?:address )?(?:rejected|not found|unknown)|(?:unknown|no such|invalid) recipient"),
    cue(Says.BOUNCES, 0.8, "such|unknown", r"(?:user unknown|unknown user|no such user)"),
    cue(Says.BOUNCES, 0.8, "address", r"(?:e-?mail )?address (?:you entered )?(?:couldn't|could not|cannot|can't|was not|wasn't) (?:be )?found|address not found"),
    cue(Says.BOUNCES, 0.8, "permanent", r"this is a permanent error|permanent(?:ly)? (?:failed|failure|fatal errors?)"),
    cue(Says.BOUNCES, 0.8, "will|message|delivery", r"(?:will|delivery will) (?:be |keep |continue )?(?:to )?(?:retr(?:y|ied|ying)|try(?:ing)? again)|message will be retried"),
    cue(Says.BOUNCES, 0.6, "undeliver", r"undeliver(?:able|ed)"),
    # Programs that answer
    cue(Says.AUTOMATIC, 0.9, "left|read|when|work|until|longer|office|checked|available|enquiries|monitored", r"no longer works? (?:for|at|with|here)|(?:has|have) (?:now )?left (?:the|this|our|us)\b|(?:isn't|is not|are not|aren't) (?:being )?(?:checked|read|monitored)|(?:not|n't) (?:be )?(?:in work|at work|working|available|in the office) (?:today|until|on|this)|my working (?:days|hours)|(?:when|until) I(?:'m| am) (?:next in|back)|general enquiries within"),
    cue(Says.AWAY, 1.0, "away|office", r"(?:(?:I am|I'm|I will be|am) (?:currently |now )?)?out of (?:the )?office|away from (?:the|my) (?:office|desk)|office (?:is|will be) (?:now )?closed (?:from|until|for|between)"),
    cue(Says.AWAY, 1.0, "leave", r"(?:I am|I'm|I will be|am) (?:currently |now )?(?:away )?on (?:annual |maternity |paternity |sick |study |extended )?leave\b"),
    cue(Says.AWAY, 0.7, "will|shall", r"(?:I (?:will|shall)|and will|will) (?:be )?(?:return(?:ing)?|back)(?: to (?:the )?(?:office|work|my desk))?(?: in the office)? (?:on|in) "),
    cue(Says.AWAY, 0.6, "absence", r"in my absence"),
    cue(Says.AUTOMATIC, 1.0, "auto", r"this is an automat(?:ed|ic)(?:ally generated)? (?:\w+ )?(?:response|reply|message|acknowledge?ment|e-?mail|receipt|notification|confirmation)|automatic(?:ally)? (?:generated|reply|response)|auto(?:mated)?[ -]?(?:response|reply|acknowledgement)"),
    cue(Says.AUTOMATIC, 0.8, "reply|unmonitored", r"(?:please )?do not reply to this (?:automated )?(?:e-?mail|message)|this (?:e-?mail|message) (?:was|is) sent from an unmonitored"),
    cue(Says.AUTOMATIC, 0.9, "monitored", r"(?:mailbox|inbox|e-?mail (?:address|account)|address|account) (?:is|was) (?:no longer|not|only) (?:being |regularly )?monitored"),
    cue(Says.AUTOMATIC, 0.9, "longer", r"(?:mailbox|inbox|e-?mail address|address|account) (?:is|was|will be)(?: \w+)? no longer (?:in use|used|active|valid|accept\w*|monitored)|no longer (?:accepts?|processes) (?:\w+ ){0,4}(?:by e-?mail|requests)"),
    cue(Says.AUTOMATIC, 0.7, "thank", r"^(?:dear \w+[, ]+)?thank you for (?:contacting|e-?mailing|getting in touch with|your e-?mail to|writing to) (?!us (?:about|regarding|on) \d)"),
    cue(Says.AUTOMATIC, 0.5, "number|volume", r"(?:due to|because of|experiencing) (?:\w+ ){0,4}(?:high|large|unprecedented|exceptional) (?:volumes?|numbers?) of (?:e-?mails|enquiries|correspondence|contacts|messages)"),
    # It has arrived, it will be answered
    cue(Says.ACKNOWLEDGES_REVIEW, 1.2, "review", r"(?:received|receipt of|acknowledge|thank you for)\b[^.]{0,90}\b(?:ask|asks|asked|asking|request|requesting|requested)\b[^.]{0,40}\breview\b"),
    cue(Says.ACKNOWLEDGES, 0.8, "sent|passed|request|assigned|referred|allocated|forwarded", r"\b(?:and|then|now|also) (?:been )?(?:passed|forwarded|sent|allocated|assigned|referred) (?:on )?to (?:(?:the|our|my|an?) )?(?:[\w&']+,? (?:and )?){0,5}?(?:team|department|dept|section|officers?|unit|directorate|colleagues?|services?|manager|division|branch|staff|office|lead)\b|request(?: \w+){0,2} (?:submitted|received|registered|logged)$|(?:started|begun|starting) (?:work )?on your request"),
    cue(Says.PROMISES, 0.9, "aim|due|have|reply|until|target|deadline|received|response|available", r"(?:has|have|had) until (?:\w+day,? )?(?:the )?\d[^.]{0,30}(?:to (?:reply|respond|answer))|^(?:date received|received|response due|due(?: date| by)?|reply due|target date|deadline) ?:? ?\d|(?:aim|aiming) for (?:\w+day,? )?(?:the )?\d|you (?:will|'ll|should) have (?:an?|our|the|your) (?:answer|reply|response|decision)|as soon as this is available"),
    cue(Says.ACKNOWLEDGES_REVIEW, 1.2, "review|received", r"(?:appeal|complaint|review)\b[^.]{0,40} (?:has|have) been received\b|review of\b[^.]{0,60} (?:is|are) (?:now )?under ?way"),
    cue(Says.ACKNOWLEDGES, 0.7, "look|pick|being|passing|process|sending|forwarding", r"(?:is|are) (?:now )?being (?:looked after|handled|dealt with|treated|considered)|(?:passing|forwarding|sending) (?:it|this|your \w+)(?: on)? to|(?:will|shall|'ll) (?:pick (?:it|this) up|look (?:at|into) (?:it|this)|process your (?:\w+ )?request)"),
    cue(Says.PROMISES, 0.5, "days", r"(?:20|twenty) (?:working|school) days (?:will )?(?:count|run|start|begin)s? (?:from|on)"),
    cue(Says.ACKNOWLEDGES, 0.8, "came|your|arrived|reached|receipt|receiving", r"(?:is|are) receiving (?:our |my )?attention|(?:have|has|I've|we've) (?:now |got |received |safely )*(?:got|received|had) your (?:\w+ ){0,6}(?:request|FOIA?|EIR|e-?mail|enquiry|letter|form|submission)|(?:request|e-?mail|letter|it|enquiry|form)(?: has| have)? (?:now )?(?:reached (?:us|the|this|our)|arrived|came (?:in|to us))|(?:in|now in) receipt of your"),
    cue(Says.ACKNOWLEDGES, 0.8, "sent|passed|passing|sending|assigned|referred|allocated|forwarded|circulated|forwarding|transferred", r"(?:have|has|been|am|are|is|being)(?: \w+){0,2}? (?:passed|passing|forwarded|forwarding|sent|referred|allocated|assigned|circulated|transferred|sending|passing)(?: (?:your|this|the|it|on|request|enquiry|FOI|e-?mail|with))* to (?:(?:the|our|my|an?|\w+'s) )?(?:[\w&']+,? (?:and )?){0,5}?(?:team|department|dept|section|officers?|unit|directorate|colleagues?|services?|manager|division|branch|staff|office|lead|headteacher|clerk|governors|bursar)\b"),
    cue(Says.PROMISES, 1.0, "hear|repl|touch|answer|respon|outcome|decision|information", r"\b(?:will|shall|we'll|I'll|aim|aims|expect|endeavour|anticipate|hope|should|intend|due|deadline|required|obliged|have|has)\b[^.]{0,110}?\b(?:respon\w+|repl\w+|answer\w*|hear|be in touch|information|outcome|decision)\b[^.]{0,60}?\b(?:by|within|no later than|not later than|before|until)\b(?:[^.\d]{0,40})(?:\d{1,2}(?:st|nd|rd|th)?\b|twenty|working|statutory|the end|next|then)"),
    cue(Says.PROMISES, 0.9, "re|date|target|working|deadline", r"(?:deadline|target date|due date|date for (?:a |our )?(?:response|reply))(?: \w+){0,6}?(?: is| falls on|:) ?(?:\w+day,? )?(?:the )?\d|has (?:20|twenty) working days (?:in which )?to (?:respond|reply)|(?:response|reply) (?:date|due)\W{1,3}\d"),
    cue(Says.ACKNOWLEDGES_REVIEW, 1.2, "review", r"(?:logged|treated|treating|taken|taking|recorded|accepted|registered|passed|considered|treat|handled?|dealing with (?:this|it))(?: \w+){0,4} as (?:a |your |an )?(?:formal )?(?:request for )?(?:an? )?(?:internal )?review|(?:complete|completing|conduct|conducting|carry out|undertake|aim for) (?:your |the |this |our |these |all )?(?:internal )?reviews? (?:within|by|in)"),
    cue(Says.ACKNOWLEDGES, 1.0, "receipt|acknowledg", r"(?:acknowledge|acknowledges|acknowledging|confirm|acknowledgement of) (?:safe )?(?:the )?receipt|(?:writing|e-?mail|letter|wish|like|is) to acknowledge|(?:we|I) (?:hereby )?acknowledge (?:your|that)|acknowledge?ment (?:of|for) your (?:\w+ ){0,4}(?:request|e-?mail|enquiry|letter)|^acknowledge?ment\b"),
    cue(Says.ACKNOWLEDGES, 1.0, "confirm", r"(?:confirm|confirms|confirming|confirmation of|this is to confirm) (?:safe )?(?:the )?receipt of"),
    cue(Says.ACKNOWLEDGES, 0.8, "confirm", r"confirm(?:s|ing)? (?:that )?(?:we have|I have|the \w+ has|your (?:\w+ ){0,4}request (?:has been|was)) (?:now )?received|confirm(?:s|ing)? (?:that )?your (?:\w+ ){0,6}(?:has been|was) (?:received|logged|registered|submitted)"),
    cue(Says.ACKNOWLEDGES, 0.5, "received", rf"{_REQUEST}(?:,? (?:dated|of|reference|ref)\W[^,.]{{1,40}},?)? (?:has been|have been|was|were)(?: \w+)? received(?! (?:and (?:has|have) (?:now )?been (?:considered|processed|answered)))|(?:we|I) (?:have )?(?:now )?received {_REQUEST}"),
    cue(Says.ACKNOWLEDGES, 0.9, "given|logged|assigned|recorded|allocated|registered", r"(?:request|enquiry|it|this|e-?mail|correspondence|which|application|letter|case|been|we have|I have)(?: \w+){0,4}? (?:has been|have been|was|were|have|is|and) (?:now |formally )?(?:been )?(?:logged|registered|recorded|allocated|assigned|given)(?: as| on| with| under| the| to| your)?(?: (?:a|the|an|our|FOI|EIR|following|unique|case|reference|freedom|request|request for|environmental|information|to|officer|handler))*"),
    cue(Says.ACKNOWLEDGES, 0.8, "being|process", rf"(?:{_REQUEST}|it) (?:is|are) (?:now |currently )?(?:being|in the process of being) (?:dealt with|processed|handled|considered|progressed|looked (?:at|into)|actioned|reviewed|assessed|investigated|treated)(?! (?:outside|as (?:normal|business)))"),
    cue(Says.ACKNOWLEDGES, 0.8, "been|have|being", r"(?:has been|have been|have|is being|been) (?:passed|forwarded|sent|referred|allocated|assigned|circulated) (?:on )?(?:this |your request |it )?to (?:the |our |an? )?(?:relevant|appropriate|responsible|correct|information|FOI|freedom|data|colleagues|team|officer|\w+ (?:department|team|service|directorate|officer|section|unit)s?\b)"),
    cue(Says.PROMISES, 0.9, "will|shall", r"(?:request|it|enquiry|this) (?:will|shall) (?:now |then )?(?:be )?(?:dealt with|handled|processed|considered|progressed|answered|responded to|treated|actioned|looked into|managed)"),
    cue(Says.PROMISES, 1.0, "days", rf"{_WE} {_SOON} (?:\w+ ){{0,4}}?(?:respond|reply|answer|provide|send|let you have|be in touch|issue|deal|supply|process|comply|write|get back|come back|contact you|have)(?: \w+){{0,12}}? (?:within|in|by|not later than|no later than) (?:the )?(?:(?:statutory|next|required|legal|maximum of|a period of|a further) )*{_NUMBER}(?: \(?\d+\)?)? (?:working|school|calendar|business)?[ -]?days"),
    cue(Says.PROMISES, 1.0, "back|come|have|send|issue|reply|write|answer|provide|respond", rf"{_WE} {_SOON} (?:\w+ ){{0,4}}?(?:respond|reply|answer|provide|send|let you have|issue|write|get back|come back|have)(?: \w+){{0,14}}? (?:by|before|on or before|no later than|not later than)(?: the)?(?: (?:\w+day|close of (?:play|business)(?: on)?),?)?(?: the)? (?:\d|end of|january|february|march|april|may|june|july|august|sept|october|november|december)"),
    cue(Says.PROMISES, 1.0, "you", rf"you (?:will|should|can|may|shall) (?:therefore |normally |usually )?(?:\w+ )?(?:expect(?: to)?|receive|hear|have|get)(?: (?:to|a|an|our|receive|hear|full|formal|substantive|written|from|us|the|have|get))* ?(?:{_REPLY_NOUN}|information|from us|back)?[^.;]{{0,60}}? (?:within|by|no later than|not later than|on or before|before|in due course)"),
    cue(Says.PROMISES, 0.9, "is|are|will|shall", rf"(?:{_REPLY_NOUN}|reply|it|information|request) (?:is|will be|shall be|are) (?:now )?(?:due|provided|sent|issued|with you|available)(?: to (?:be|you)(?: \w+)?)? (?:by|on|within|no later than|not later than|before)"),
    cue(Says.PROMISES, 0.9, "ate|eadline", r"(?:target|due|response|deadline|reply|expected response|statutory) (?:date|deadline)(?: for (?:a |our |the )?(?:response|reply|completion))?(?: (?:is|will be|falls on))?[ :-]+(?:\w+day,? )?(?:the )?\d"),
    cue(Says.PROMISES, 0.9, "due|target|deadline|statutory", r"(?:deadline|statutory deadline|target) (?:for (?:a |our |this |your )?(?:response|reply|request) )?(?:is|will be|falls on)|(?:response|reply)(?: is)? due(?: by| date| on)?[ :-]+(?:\w+day,? )?\d"),
    cue(Says.PROMISES, 0.6, "will|shall", r"(?:will|shall) (?:be in (?:touch|contact)|contact you|get back to you|come back to you|respond to you|reply to you|respond (?:as soon as|in due course|in line|in accordance)|write to you again)"),
    cue(Says.PROMISES, 0.5, "dealing|looking|working|collating|gathering|preparing|searching|processing|considering", r"(?:are|is|am) (?:currently |now )?(?:working on|preparing|collating|gathering|searching|processing|looking into|dealing with|considering) (?:\w+ )?(?:your|a|the|this)"),
    cue(Says.PROMISES, 0.4, "working", r"within (?:the )?(?:statutory )?(?:period of )?(?:20|twenty) (?:\(20\) )?working days(?: of| from| to| as| following|\.|$)"),
    cue(Says.ACKNOWLEDGES, 0.6, "please", r"please quote (?:this|the|your|reference)(?: \w+){0,4}(?: in| on| when| if|:)"),
    cue(Says.ACKNOWLEDGES, 0.7, "request", r"thank you for (?:submitting|making|sending (?:us )?) ?(?:us )?(?:your|an?) (?:\w+ ){0,5}request"),
    cue(Says.ACKNOWLEDGES, 0.7, "our|the", r"(?:your|the|our) (?:\w+ ){0,3}(?:reference|ref|case|request|enquiry)(?: (?:number|no\.?|code|id))? (?:is|for (?:this|your) (?:\w+ ){0,3}(?:request|enquiry|case) is)\W{1,3}(?=\S*\d)"),
    cue(Says.ACKNOWLEDGES_REVIEW, 1.2, "review|request|internal|complaint|requirement", r"(?:acknowledge|confirm|confirming|thank you for|received|receipt of) (?:\w+ ){0,5}?(?:your|the) (?:\w+ ){0,6}(?:internal review|review (?:request|of)|request for (?:an? )?(?:internal )?review|requirement for review|complaint about)(?! (?:has (?:now )?(?:been )?(?:completed|concluded|upheld)))"),
    cue(Says.ACKNOWLEDGES_REVIEW, 1.2, "review", r"(?:internal )?review (?:has been (?:received|logged|registered|allocated|assigned|passed)|will (?:now )?be (?:carried out|conducted|undertaken|completed|considered|dealt with)|is (?:now )?(?:being|under ?way))(?: (?:by|within))?"),
    # They ask before they search
    cue(Says.QUESTIONS, 0.7, "or|you", r"\b(?:you|your|you're)\b[^.?]{0,120}\?$|^(?:\S+ ){0,6}(?:is|are|do|does|did) (?:it|that|this|these|they|you)\b[^.?]{0,100}\bor\b[^.?]{0,60}\?"),
    cue(Says.ASKS, 1.0, "able|more|can't|cannot|detail|possible|difficult|particulars", r"(?:not (?:been )?able|unable|cannot|can't|difficult|not possible)(?: for us)?(?: to)? (?:identify|establish|determine|tell|ascertain|understand|work out|be sure|say)\b[^.]{0,60}\b(?:you|your|request|information)\b|(?:describe|specify|identify|define|explain|state)\b[^.]{0,60}\b(?:more (?:precisely|fully|clearly|specifically|exactly|closely)|in more detail)|(?:suppl(?:y|ied)|provid(?:e|ed)|giv(?:e|en)) (?:us )?(?:with )?(?:more|further|additional) particulars"),
    cue(Says.ASKS, 0.5, "once|soon|when|quick|until", r"(?:once|when|as soon as) you (?:have |'ve )?(?:tell|told|confirm|confirmed|let|reply|replied|clarif)|(?:no further action|nothing (?:more|further))[^.]{0,30}until|quick (?:query|question) (?:on|about|regarding)"),
    cue(Says.ASKS, 1.0, "read|meant|taken|request|meanings|understood|interpreted|interpretation", r"request (?:does not|doesn't|did not|didn't) (?:say|state|specify|make (?:it )?clear|indicate|identify|include|explain)|can be (?:read|interpreted|understood|taken) in (?:\w+ )?(?:two|more|several|different|a number)|(?:what|whatever) is meant by|open to (?:more than one )?interpretation|two (?:possible )?(?:meanings|interpretations|readings)"),
    cue(Says.ASKS, 1.0, "can|could|focus|limit|would|kindly|narrow|please|reduce|refine|reword|clarify|explain|rephrase", r"(?:kindly|please|could you|would you|can you)(?: please)? (?:let (?:us|me) have|give (?:us|me)|send (?:us|me)|tell (?:us|me)|explain|set out)\b[^.?]{0,80}\b(?:so that|so as|to enable|to allow|to help|in order|before)\b|would you be (?:willing|able|prepared|happy) to (?:limit|narrow|reduce|refine|restrict|choose|shorten|focus|amend|specify|confirm|say)|(?:chance|opportunity|invite you|ask you|asking you|like you) to (?:narrow|refine|clarify|reduce|limit|focus|reword|rephrase)|please explain ?:?$"),
    cue(Says.ASKS, 0.7, "once|soon|clock|limit|until|period|deadline", r"(?:until|as soon as|once) (?:we|I) (?:have |know|hear)(?:heard|know|hear|your|more)?|(?:time limit|clock|deadline|period)[^.]{0,60}(?:suspended|stopped|paused|on hold|not start|begin|restart|start afresh)"),
    cue(Says.ASKS, 1.0, "detail|information|particulars", r"\b(?:need|needs|require|requires|requiring)\b(?: you)?(?: to (?:give|provide|supply|send)(?: us| me)?)? (?:with )?(?:(?:some|a little|the following|any) )*(?:further|additional|more) (?:information|particulars|details?)(?=[^.]{0,60}\b(?:order|identify|locate|find|process|before|from you|so that|to (?:help|enable|answer|respond|progress))\b)"),
    cue(Says.ASKS, 0.9, "know|tell|state|advise|clarify|confirm|specify|indicate", r"(?:please|could you|can you|would you)(?: please)? (?:advise|confirm|specify|state|indicate|tell us|let us know|clarify)(?: \w+){0,5}? ?:$"),
    cue(Says.ASKS, 1.0, "name|your|address|details", r"(?:have|has|did) not (?:given|provided|stated|included|supplied|give|provide|state|include)(?: us| me)?(?: with)? (?:your |a |an |any )(?:\w+ ){0,3}(?:name|address|details)|(?:full|real|first|last) name(?=[^.]{0,80}\b(?:please|can you|could you|need|require|must be provided)\b)|(?:please|can you|could you|need|require)\b[^.]{0,60}\byour (?:full |real |own )*name\b"),
    cue(Says.ASKS, 0.7, "able|can't|cannot|possible", r"(?:unable|not able|cannot|can't|not possible)(?: to)? (?:progress|process|proceed|take|action|answer|begin|start|deal|move|go|continue|identify|search)(?: [\w']+){0,8}? (?:until|unless|without|because you|as you|as it is|since you|at present)"),
    cue(Says.ASKS, 1.0, "", r"which (?:one |ones )?of (?:them|these|those|the)(?: \w+){0,6}? (?:is|are|do|does|did|would|you|your)\b[^.]{0,60}\b(?:you|your)\b|(?:do|did) you (?:also |just |only )?(?:mean|want|require|need|wish|have (?:in mind|a particular))\b|are you (?:asking|looking|seeking|interested|referring|after|requesting)\b|(?:is|are) (?:it|they|this|that|these) (?:\w+ )?(?:you|what you) (?:want|mean|require|are)"),
    cue(Says.ASKS, 0.9, "help|sure|what|clear|assist|useful|certain", r"(?:un(?:clear|sure|certain)|not (?:\w+ )?(?:clear|sure|certain))(?: \w+){0,8}? (?:you|your|meant|request)\b|(?:help|helpful|useful|assist)(?: us| me)?(?: to know)? (?:if|to know|which|what|whether)(?: you| we knew)?(?: could)?(?: \w+){0,8}? (?:you|your)\b|what you (?:would like|mean|want|are (?:asking|seeking|looking)|have in mind|require|need)"),
    cue(Says.ASKS, 0.9, "lack|wide|broad|vague|enough|general|insufficient", r"(?:too (?:broad|vague|general|wide)|insufficient(?:ly)? (?:detail|clear|specific)|not enough (?:detail|information) (?:to|for)|lacks? (?:detail|clarity))"),
    cue(Says.ASKS, 1.0, "clarif", r"(?:require|requires|need|needs|seek|seeking|requesting|request|asking (?:you )?for|like|grateful for|in need of) (?:some |further |additional |your |more |to (?:ask|seek|request)(?: you)?(?: for| some)? ?)*(?:clarif\w+)|clarification (?:is|was) (?:required|needed|requested)|(?:could|can|would|will) you (?:please |kindly |also |therefore )*clarify|(?:please|kindly)(?: could you| can you)?(?: \w+)? clarify|(?:ask|asking|invite|inviting|like) you to (?:please )?clarify|subject to (?:your )?clarification|^clarification (?:required|requested|needed)|if you (?:could|would|can) (?:please )?clarify"),
    cue(Says.ASKS, 1.0, "you", r"(?:could|can|would|will) you (?:please |kindly |also |therefore )*(?:confirm|specify|explain|tell (?:me|us)|let (?:me|us) (?:know|have)|advise(?: (?:me|us))?|indicate|say|be more specific|narrow|define|expand)(?: (?:to|if|on|exactly|precisely|us|me|as to))*(?: (?:what|which|whether|how|the|when|where|if|your|more))?(?=[^.]{0,140}\b(?:you(?:r|'re)?|request|information)\b)"),
    cue(Says.ASKS, 0.8, "please", r"please (?:could you |can you |would you )?(?:also |therefore )?(?:confirm|specify|explain|tell (?:me|us)|let (?:me|us) know|advise|indicate|define) (?:exactly |precisely )?(?:what|which|whether you (?:mean|want|require|are)|the (?:time ?frame|period|dates?|years?|area|location|type|specific|timescale)|how you|where you|who you)"),
    cue(Says.ASKS, 1.0, "detail|information|particulars", r"(?:we|I) (?:will |would |do )?(?:require|need|are seeking|am seeking|request) (?:some |you to provide |the following )?(?:further|additional|more|the following) (?:\w+ )?(?:information|details?|particulars)(?: from you)?(?= (?:from you|in order|to (?:help|enable|identify|locate|process|respond|answer|deal|proceed|be able|assist|progress|action)|before|about (?:what|which)|so (?:that )?we)|\.|:)"),
    cue(Says.ASKS, 1.0, "more|further|additional", r"(?:please|could you|can you|would you|ask that you|asked to) (?:please )?(?:provide|supply|send|give|let (?:us|me) have) (?:us |me )?(?:with )?(?:some |any )?(?:further|more|additional) (?:\w+ )?(?:information|details?|clarification|particulars)(?= (?:about|on|as to|regarding|to (?:help|enable|identify|assist|locate)|so|in order|of|which|that would))"),
    cue(Says.ASKS, 1.0, "order", r"in order (?:to|for us to|that we (?:can|may)|that I (?:can|may)) (?:\w+ )?(?:process|progress|respond|answer|identify|locate|deal|proceed|continue|search|comply|provide|establish|determine|conduct|help|assist|carry)(?: \w+){0,14}?,? (?:please|could you|can you|would you|we (?:will )?(?:need|require)|I (?:need|require)|you (?:will )?need)"),
    cue(Says.ASKS, 0.9, "before", r"before (?:we|I|the \w+) can (?:\w+ )?(?:process|progress|respond|answer|identify|locate|deal|proceed|continue|search|start|begin|action|take)(?: \w+){0,12}?,? (?:please|could you|can you|would you|we (?:will )?(?:need|require)|I (?:need|require)|you (?:will )?need)"),
    cue(Says.ASKS, 0.9, "sure|what|clear|uncertain", r"what (?:do|did) you mean|what you mean by|what (?:is|was|do) (?:it )?(?:you |exactly you )(?:are )?(?:meant|mean|looking|seeking|asking)|(?:unclear|not (?:entirely |completely |quite )?clear|unsure|uncertain|not sure)(?: \w+){0,4}? (?:what|which|whether|exactly|as to|to us|how|about|from your)"),
    cue(Says.ASKS, 0.9, "request", r"(?:your|the) request(?: as (?:it is )?(?:worded|currently worded|it stands))?,? is (?:currently |quite |too |rather |very |not |considered )*(?:broad|vague|general|unclear|ambiguous|wide|clear enough|sufficiently clear|specific enough|clear)\b"),
    cue(Says.ASKS, 0.7, "(3)", r"(?:section|s\.?) ?1 ?\(3\)"),
    cue(Says.ASKS, 0.7, "regulation", r"regulation 9 ?\((?:2|3|4)\)"),
    cue(Says.ASKS, 0.8, "hold|clock", r"(?:placed|put|is|been|remain|remains) on hold (?:until|pending|whilst|while)|clock (?:has been |has |is |will be )?(?:stopped|paused|on hold)"),
    cue(Says.ASKS, 0.8, "recei", r"(?:once|when|as soon as|until|upon|on) (?:we |I )?(?:have )?(?:receiv(?:e|ed|ing)|receipt of) (?:this|your|that|the|such) (?:\w+ )?(?:clarification|additional information|further information|details|reply|response|information from you)"),
    cue(Says.ASKS, 0.8, "hear|receive", r"if (?:we|I) (?:do not|don't|have not) (?:hear(?:d)?|receive(?:d)?)(?: \w+){0,8}? (?:within|by)(?: \w+){0,10}? (?:assume|close|closed|withdrawn|lapse|consider|treat)"),
    cue(Says.ASKS, 1.0, "give|supply|confirm|provide", r"(?:please|could you|can you|need you to|require you to|ask you to|asked to) (?:please )?(?:provide|supply|confirm|give)(?: us with| us| me)? (?:your|a|the) (?:full |real |first |last )*(?:name|address|identity|proof of)"),
    cue(Says.ASKS, 0.8, "scope|request|question", r"(?:rephrase|reword|resubmit|re-?submit|refine|narrow) (?:the |your |this )(?:\w+ )?(?:request|scope|question)"),
    # They ask for money
    cue(Says.CHARGES, 0.6, "call|cost|ring|phone", r"\bcosts? £ ?\d|(?:ring|call|phone|telephone)\b[^.]{0,40}\bto (?:make )?pay"),
    cue(Says.CHARGES, 0.6, "ahead|lapse|cheque|proceed|continue", r"send (?:us )?a cheque|(?:go ahead|proceed|continue)\b[^.]{0,60}\b(?:pay|cheque|payment|fee)|lapse[^.]{0,40}\b(?:pay|payment|fee)"),
    cue(Says.CHARGES, 0.9, "of|for|bank|card|sort|phone|cheque|payable|purchase|transfer", r"(?:cost|charge|fee|price) (?:of|for) (?:supplying|providing|producing|copying|sending|meeting|complying|answering|the|your|this)\b[^.]{0,60}(?:is|will be|would be|comes to|amounts to) £ ?\d|purchase order|pay by (?:card|cheque|bank|phone)|payable by\b|sort code|bank transfer"),
    cue(Says.CHARGES, 0.6, "fees|stop|charges|published|reasonable", r"(?:schedule|scale|list) of (?:fees|charges)|(?:reasonable|published) (?:charge|fee)s? (?:applies|apply|is|are|of)|stop work"),
    cue(Says.CHARGES, 1.0, "fee|sum|cost|made|must|paid|amount|charge|payable|payment|charging|received", r"(?:charge|fee|sum|amount|cost|payment|charges)\b[^.]{0,60}?£ ?\d[\d,.]*\b[^.]{0,40}?\b(?:must be paid|is payable|are payable|is due|to be paid|should be paid|needs to be paid|is required)|(?:sum|fee|charge|amount|payment) (?:should|must|needs to|has to) be (?:paid|made|received)|(?:we are|are|be|is|am) charging\b[^.]{0,40}£|£ ?\d[\d,.]*[^.]{0,30}(?:must be paid|payable in advance)"),
    cue(Says.CHARGES, 1.0, "can|pay|you|able|will|shall", r"(?:will|shall|cannot|can|able to)(?: not)?\b[^.]{0,80}\b(?:until|once|on|upon|after|within \w+ (?:working )?days of)(?: we| the \w+)?(?: have| has)?(?: received| receipt of| been)?(?: your| the| this)? (?:payment|fee|charge|remittance)\b|pay (?:online|by card|by cheque|by bank|at www)|you can pay\b"),
    cue(Says.CHARGES, 1.2, "notice", r"(?:this (?:letter|e-?mail|is) (?:is )?(?:a|our|the) |enclosed |attached |find (?:our |the |a )?|issue (?:you with )?(?:a|this) |following )fees? notice|^fees? notice\b"),
    cue(Says.CHARGES, 1.0, "fee|sum|cost|amount|charge|payment|disbursement", r"(?:fee|charge|charges|cost|payment|amount|sum|disbursements?)(?: \w+){0,10}? (?:of|is|at|be|to|totals?|payable|due)[ :]{1,2}£ ?\d[\d,.]*(?= (?:is|will be|are|must be|needs to be|should be|for (?:the )?(?:photocopying|copying|postage|printing|supply|providing|disbursements|this)|to (?:cover|be paid)|in (?:advance|respect)|\(|before|plus|including|payable))"),
    cue(Says.CHARGES, 1.0, "is|are|fee|have|need|will|asked|charg|amount|asking|liable|obliged|payment|required", r"(?:required|asked|need|have|asking you|obliged|liable) to pay(?: \w+){0,8}? £ ?\d|(?:total )?(?:fee|charge|amount)(?: \w+){0,3} (?:payable|due|to pay|required)(?: \w+){0,3}(?: is| of|:)? ?£ ?\d|(?:charge|charging) (?:you )?(?:a fee of )?£ ?\d|£ ?\d[\d,.]* (?:is|will be|are) (?:payable|chargeable|charged|required|due)|payment of £ ?\d"),
    cue(Says.CHARGES, 1.0, "fee|send|payment", r"(?:upon|on|once|until|after|following|when|as soon as|pending)(?: we)?(?: have)?(?: \w+){0,2}? (?:receipt of|receiv\w+|cleared|the) (?:your |this |the |full )?(?:payment|fee)|payment (?:should|must|can|may) be (?:made|sent|received)|make (?:a )?payment|payment is (?:received|required)|send (?:us )?(?:a |your )?(?:cheque|payment|remittance)"),
    cue(Says.CHARGES, 0.9, "payable", r"cheques?(?: for £[\d.]+)? (?:should be |to be |must be )?(?:made )?payable to"),
    cue(Says.CHARGES, 0.8, "within", r"(?:fee|payment|pay|paid|cheque)(?: \w+){0,12} within (?:three|3) months|within (?:three|3) months(?: \w+){0,14} (?:fee|payment|pay|paid|lapse)"),
    cue(Says.CHARGES, 0.8, "ahead|proceed|continue", r"(?:if you (?:wish|want|would like) (?:us |the \w+ )?to (?:proceed|continue|go ahead)|to proceed)(?:[^.]{0,60}) (?:pay|payment|fee|remit)"),
    cue(Says.CHARGES, 0.5, "of|regulation", r"(?:section|s\.?) ?9(?: ?\(\d\))? of|regulation 8(?: ?\(\d\))? of"),
    # They take longer
    cue(Says.EXTENDS, 0.5, "that", r"(?:we|I|the \w+) (?:consider|believe|am satisfied|are satisfied)s? that (?:this|it|regulation 7\S*) (?:applies|is the case)"),
    cue(Says.EXTENDS, 1.0, "time|limit|until|period", r"(?:need|needs|require|take|have|is|be|extended) until (?:\w+day,? )?(?:the )?\d[^.]{0,40}|(?:longer|extended|extra|full) (?:period|time|time ?limit)\b"),
    cue(Says.EXTENDS, 1.0, "further|working|regulation|practicable", r"(?:im|not (?:be )?(?:reasonably )?|un)practicable\b[^.]{0,60}(?:reply|respond|comply|provide|within|working days)|regulation 7 notice|(?:take|taking|allow|allowing|use|using|require|need) (?:us )?(?:the full |up to |a total of )?(?:40|forty) working days|\((?:40|forty) working days\)|(?:take|taking|took|requir\w+|need\w*) a further"),
    cue(Says.EXTENDS, 1.0, "interest", r"(?:yet to|not yet|still|continuing to|unable to|not been (?:able|possible) to|not (?:yet )?(?:able|possible) to|further time|more time|additional time)\b[^.]{0,90}\bpublic interest(?: test)?\b|public interest(?: test)?\b[^.]{0,50}\b(?:(?:has|have|is|are) (?:still|yet)|not (?:yet )?(?:been )?(?:complete|concluded|finished|reached)|ongoing|under (?:way|consideration))"),
    cue(Says.EXTENDS, 0.8, "been|date|target|deadline|timescale", r"(?:revised|new|amended) (?:response |target |due |reply )?(?:date|deadline|timescale|target)|(?:date|deadline|timescale) (?:has|have) been (?:revised|moved|amended|changed)"),
    cue(Says.EXTENDS, 1.0, "more|beyond|longer|working", r"(?:extend|extending|extended|extension)\b[^.]{0,60}\b(?:20|twenty|40|forty|\d\d) working days|(?:beyond|more than|longer than) (?:the )?(?:statutory |usual |normal )?(?:20|twenty)[ -](?:working[ -])?days?"),
    cue(Says.EXTENDS, 0.5, "now", r"now (?:expect|hope|aim|intend|anticipate|plan)(?:s|ing)? to (?:reply|respond|answer|be able|provide|send|let|complete|have|issue)"),
    cue(Says.EXTENDS, 1.0, "time", r"(?:need|needs|require|requires|requiring|take|taking|needing|allow(?:ing)?) (?:(?:some|a little|us|for|to take|you to allow us) )*(?:more|further|additional|extra|longer) time(?! (?:than|to pay))|(?:more|further|additional|extra) time (?:is|will be) (?:needed|required)"),
    cue(Says.EXTENDS, 1.0, "exten", r"(?:extend(?:ed|ing)?|extension (?:of|to|for)) (?:(?:by|the|this|your|our|of|for|statutory|original|20|twenty|working|day|normal|initial) )*(?:time(?:scale|frame|limit|[ -]limit)?s?|deadline|period|response(?: time| date)?|date|limit|target|days)(?! (?:to|for) (?:ask|request|appeal))"),
    cue(Says.EXTENDS, 1.0, "extended|extension", r"(?:deadline|time ?limit|timescale|period|response (?:time|date)|date)\b[^.;]{0,120}? (?:has|have|is|will|must|needs to|need to) (?:therefore |now |been |be |being )*(?:extended|to be extended)|(?:apply|applying|require|requires|need|needs|claim|claiming|invoke|seek|giving notice of|notice of) (?:\w+ )?(?:an? )?(?:\w+ )?extension"),
    cue(Says.EXTENDS, 0.8, "(3)", r"(?:section|s\.?) ?10 ?\(3\)"),
    cue(Says.EXTENDS, 0.8, "regulation", r"regulation 7(?: ?\(\d\))?"),
    cue(Says.EXTENDS, 1.0, "working", rf"(?:a|an) (?:further|additional|extra) (?:period of )?(?:up to )?{_NUMBER}(?: \(?\d+\)?)? working days(?! (?:to ask|to request|in which to (?:ask|appeal)))"),
    cue(Says.EXTENDS, 0.7, "interest", r"(?:yet to|not yet|still|continuing to|unable to|time to|need to|currently|in order to|while we|whilst we|are) (?:\w+ )?(?:reach(?:ed)?|complete[d]?|consider(?:ing)?|conclude[d]?|weigh(?:ing)?|decide[d]?|assess(?:ing)?|make|made|determine[d]?|finalise[d]?)(?: \w+){0,8} (?:balance of )?(?:the )?public interest"),
    cue(Says.DELAYS, 1.0, "delay|taken|there|lateness|apologies", r"(?:apologise|apologies|sorry|regret)(?: \w+){0,6} (?:the|this|any|our|a|for|ongoing|continued)(?: \w+){0,2} (?:delay|lateness|time taken)|(?:has|have) been (?:unavoidably )?delayed|^(?:our |my |please accept our |please accept my )?apologies for (?:this|any)\b|there (?:is|has been|will be) (?:a|some) (?:\w+ )?delay"),
    cue(Says.DELAYS, 1.0, "able|will|possible", r"(?:not (?:been )?able|unable|not (?:be )?possible|will not be able)(?: \w+){0,3} (?:to )?(?:respond|reply|provide (?:you with )?(?:a|our|the) (?:full )?(?:response|reply)|meet|answer)(?: \w+){0,8} (?:within|by|in time|deadline|today|timescale)"),
    # They pass it on
    cue(Says.TRANSFERS, 0.6, "regulation", r"regulation 10(?: ?\(\d\))?(?! ?\([45])"),
    # They looked at it again
    cue(Says.REVIEWED, 1.0, "look|first|earlier|initial|internal|original|previous", r"(?:original|earlier|first|initial|previous) (?:letter|decision|refusal|response|reply)\b[^.]{0,30}(?:withdrawn|set aside|replaced|overturned|revised|amended)|(?:looked|looking) (?:in)?to your (?:complaint|appeal)|internal review is (?:now )?(?:closed|ended|over)"),
    cue(Says.REVIEWED, 1.1, "first|having|review|earlier|initial|refusal|decision|original", r"(?:original|initial|first|earlier) (?:answer|decision|response|reply|refusal) (?:was|is|remains|stands|should|cannot|were)|(?:completes|concludes|is the end of|ends) (?:our|the|my|this|your) (?:internal )?review|having (?:now |carefully )?(?:reviewed|re-?examined|reconsidered) (?:the|our|your|this|how|whether)|(?:decision|refusal)(?: \w+){0,8} (?:stands|is (?:maintained|confirmed|upheld|overturned|set aside))"),
    cue(Says.REVIEWED, 0.8, "again|review|seeking|internal", r"you (?:have )?(?:asked|requested|wrote|required)(?: \w+){0,4}? (?:to review|for a review|to look again|for an internal review|a review)|seeking a review of"),
    cue(Says.REVIEWED, 1.0, "gain|fresh|panel|appeal|result|review|applied|decision", r"(?:review|appeals?) panel (?:met|decided|considered|concluded|has)|^(?:FOI|EIR|internal) (?:appeal|review)\W*$|(?:looked|looking|considered) (?:again|afresh) at|(?:wrongly|incorrectly|correctly|properly) applied\b[^.]{0,80}(?:but|section|exemption)|(?:confirm|modify|uphold|overturn|substitute|vary)(?:ed|ied|s)?(?: the| our| its)? (?:original |earlier |first )?decision|as a result of (?:the|my|this|our) review"),
    cue(Says.REVIEWED, 1.2, "review|response", r"(?:outcome|result|results|conclusion|conclusions|findings) of (?:the|our|my|your|this|an|that) (?:\w+ )?(?:internal )?review|(?:internal )?review (?:outcome|decision|response|findings)\b|response to (?:your )?(?:\w+ ){0,3}(?:request for (?:an? )?(?:internal )?review|requirement for review)"),
    cue(Says.REVIEWED, 1.2, "review", r"(?:I|we|panel|officer|review)(?: \w+)? (?:have |has )?(?:now |since |recently )?(?:been )?(?:completed|concluded|conducted|undertaken|carried out|finished) (?:an |the |my |our |your |this |a |that )?(?:\w+ )?(?:internal |full |thorough )*review(?! (?:within|by))|(?:internal )?review (?:is|has) (?:now )?(?:been )?(?:complete|completed|concluded)"),
    cue(Says.REVIEWED, 1.0, "review", r"(?:my|our|the|this|internal) review (?:has |have )?(?:found|finds|concluded|concludes|upheld|upholds|considered|determined|established|confirms|confirmed|supports|agrees|overturns|decided)"),
    cue(Says.REVIEWED, 1.0, "first|earlier|initial|original|previous", r"(?:uphold|upheld|upholding|overturn(?:ed|ing)?|maintain(?:ed|ing)?|confirm(?:ed|ing)?|revise[d]?|amend(?:ed)?|support(?:ed|ing)?|agree(?:d)? with|substitut\w+|satisfied (?:that|with)) (?:\w+ ){0,4}?(?:the|our|its|their|this|that) (?:original|initial|first|earlier|previous) (?:decision|response|reply|refusal|handling)"),
    cue(Says.REVIEWED, 1.0, "upheld|uphold|overturn|dismissed", r"(?:your|the) (?:complaint|appeal|review)(?: \w+){0,6}? (?:is|has been|was|are) (?:therefore )?(?:not |partially |partly |fully )?(?:upheld|dismissed)|(?:decided|decision is|determined) to (?:partially |partly |fully )?(?:uphold|overturn)"),
    cue(Says.REVIEWED, 0.8, "section", r"section 21 ?\([4-9]\) of (?:the )?(?:FOISA|Freedom of Information \(Scotland\))"),
    # They answer
    cue(Says.ANSWERS, 0.45, "had|was|have|were|applied|attended", r"(?<![\d/.:(])\b\d[\d,]*(?: \w+){1,4} (?:were|was|have been|had|attended|applied)\b(?! (?:received|sent) (?:on|by))"),
    cue(Says.ANSWERS, 0.9, "this|below|answer|attached|enclosed", r"answers?\b[^.]{0,40} (?:is|are) (?:given|set out|provided|shown|listed|underneath|below)|(?:you will|you'll) (?:see|find)\b[^.]{0,40}(?:attached|enclosed|below)|(?:trust|hope) (?:that )?this (?:is|will be|has been) (?:\w+ )?(?:of )?(?:assistance|help|use)"),
    cue(Says.NOT_HELD, 0.9, "able|kept|can't|coded|cannot|logged|counted|deleted|captured|disposed|recorded|shredded|collected|destroyed", r"(?:were|was|have been|has been) (?:destroyed|deleted|shredded|disposed of)|(?:can't|cannot|not able to|unable to) (?:be counted|be extracted|help)\b|(?:is|are) not (?:coded|counted|recorded|kept|logged|collected|captured)\b"),
    cue(Says.MORE_FOLLOWS, 1.0, "by|next|later|course|follow|shortly|separately", r"\b(?:that|this|the|its|your) (?:answer|response|figures?|data|information|part|question)\b[^.]{0,60}(?:separately|later on|at a later date|in due course)|(?:questions?|parts?|points?|q) ?\d+\b[^.]{0,80}\b(?:(?:will|'ll|to) [^.]{0,40}by (?:\w+day )?\d|separately|later|to follow|in due course|next week|shortly)"),
    cue(Says.GIVES, 1.0, "is|are|been|below|attach|enclose|sending|enclosing|providing|releasing|supplying", r"(?:are|am|is) (?:now |therefore |today )?(?:disclosing|releasing|providing|supplying|enclosing|attaching|sending)\b|(?:information|data|figures?|minutes|documents?|copy|copies|contract|report|policy|spreadsheet|table|list|answers?|e-?mails|readings|pages)\b[^.]{0,40} (?:is|are) (?:attached|enclosed|below|set out|shown)|(?:I|we) (?:now )?(?:attach|enclose)\b|\((?:attached|enclosed|below)\)|(?:attached|enclosed) (?:is|are) (?:the|a|our|copies|all|some)|(?:have|has) been (?:disclosed|released|provided) to you"),
    cue(Says.ANSWERS, 0.6, "no|yes|hope|such|available|published", r"hope (?:that |this |these |it )+(?:helps|answers|is (?:helpful|useful|of (?:help|use|assistance))|assists)|published (?:here|at|on|online|under)\b|available (?:here|at|from|on (?:our|the)|online)\b|^(?:yes|no),? (?:we|the|it|there|this|she|he|they|I)\b|nothing (?:more |further )?(?:we can|to) (?:send|find|disclose|provide)|no such (?:\w+ ){1,3}(?:exist|is|has|was|are)s?\b"),
    cue(Says.NOT_HELD, 0.9, "do", r"(?:don't|doesn't|do not|does not) (?:keep|have|hold|record|collect|collate|count|log|capture) (?:a |any |the |this |that |these |such |an? )?(?:count|record|log|list|figures?|data|information|policy|document|breakdown|details?|it|them|that|this)\b"),
    cue(Says.REFUSES, 1.0, "able|appl|will|can't|going|won't|cannot|excess|exemption", r"(?:can't|cannot|won't|will not|not able to|unable to|not going to|not be able to) (?:therefore )?(?:let you have|give you|disclose|release|share|supply|be able to (?:answer|provide|supply|disclose|comply)|comply with|provide you with (?:the|this|any))(?! (?:until|before|within|by))|(?:section|regulation) \d+[\w() ]{0,30}? (?:therefore |also |accordingly |then )*appl(?:y|ies)|absolute exemption|in excess of (?:the )?(?:18|24|£450|£600|appropriate|cost)"),
    cue(Says.MORE_FOLLOWS, 1.0, "been|give|have|send|answer|supply|provide|receive|respond|complete|available", r"(?:not|n't|cannot|unable to|have) yet (?:to )?(?:\w+ )?(?:give|provide|received?|answer|complete|have|available|been (?:able|provided|received|completed)|send|supply|respond)"),
    cue(Says.MORE_FOLLOWS, 1.0, "items|parts|points|requests|questions", r"(?:one|two|three|four|five|six|some|most|several|\d+) of (?:your|the) (?:\w+ )?(?:questions|parts|points|requests|items)"),
    cue(Says.MORE_FOLLOWS, 1.0, "being", r"(?:is|are) (?:still )?being (?:checked|collated|compiled|prepared|finalised|gathered|verified|redacted)"),
    cue(Says.ANSWERS, 1.0, "here|below|attached|enclosed|overleaf", r"(?:find|see|enclose[ds]?|attach(?:ed|es)?)(?: (?!leaflet|guide|factsheet)[\w']+){0,10}? (?:attached|enclosed|below|here|overleaf)(?![^.]{0,40}\b(?:leaflet|fact ?sheet|information sheet|guide|guidance|forms?|acknowledge?ment|privacy|procedure|your rights?)\b)(?! (?:for|about|regarding) (?:your )?(?:rights?|how))"),
    cue(Says.ANSWERS, 1.0, "answer|replies|request|response", r"request (?:is|has been|was|can be) (?:therefore )?(?:granted|met|fulfilled|complied with)|answers? (?:your|the|these|all) (?:\w+ )?(?:questions?|request|enquiry)|(?:answers?|responses?|replies) (?:are |is )?(?:in|shown in|given in|marked in) (?:red|blue|bold|green|italics|turn|capitals)|the answers? (?:to|is|are)\b"),
    cue(Says.ANSWERS, 0.8, "", r"\?\)?[ -]+(?:£ ?)?\d[\d,.]*%?(?!\w|[.):] ?[A-Z])|\? +(?:yes|no|none|nil|not held|n/a)\b"),
    cue(Says.ANSWERS, 0.45, "", r"\b(?:there (?:are|were|is|was|have been|has been) (?:a total of )?(?:no |\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten)\b|(?:spent|paid|cost|recorded|employed?s?|employs|bought|received|issued|totall?ed|amounted to|(?:total|number|figure|amount|budget)(?: \w+){0,8} (?:was|is|were|are)) (?:a total of )?£? ?\d[\d,.]*(?! (?:working|calendar|school|business) days))"),
    cue(Says.ANSWERS, 0.9, "that", r"(?:can|able to|pleased to|happy to) (?:now )?(?:tell|inform|advise) you that\b(?! (?:your request (?:has|was|is)|we (?:have )?received))"),
    cue(Says.ANSWERS, 0.8, "provid|releas|disclos", r"(?:are|is|have been|has been|being) (?:now )?(?:releas|disclos|provid)(?:ing|ed) (?:\w+ ){0,6}(?:information|documents?|data|to you|in full|in part|with|them)"),
    cue(Says.REFUSES, 1.0, "refuse|obliged|refusal", r"^refusal notice\b|\brefuses? (?:it|to (?:comply|disclose|provide|confirm|answer|release|supply))|\band refuses\b|not obliged to (?:comply|confirm|provide|answer|disclose)(?! (?:\w+ )*until)"),
    cue(Says.REFUSES, 1.0, "cit|rely|apply|engag|invok|under|relies|applied|applies|section|projected|regulation", r"(?:apply|applying|applied|applies|relying on|relies on|rely on|cit(?:e|ing)|invok(?:e|ing)|under|engag(?:e|ing))(?: \w+){0,4}? (?:section|regulation|s\.?) ?(?:1[24]|2[1-9]|3\d|4[0-4])(?: ?\(\w+\))+|projected cost|(?:section|regulation) \d+(?: ?\(\w+\))* (?:applies|has been applied)"),
    cue(Says.REFUSES, 0.8, "exempt", r"(?:information|data|names?|details?|this|which|it)(?: [\w()]+){0,6},? (?:is )?(?:personal data,? )?exempt (?:under|by virtue|from disclosure|in terms)"),
    cue(Says.NOT_HELD, 1.0, "information", r"holds? no (?:\w+ )?information|no (?:further |other )?information is held|(?:do|does) not (?:record|hold) (?:the|this|that) information"),
    cue(Says.MORE_FOLLOWS, 1.1, "part|batch|first|stages|initial|tranche|instalment", r"(?:first|initial) (?:batch|tranche|instalment|bundle|release)\b|in (?:stages|batches|tranches|instalments)\b|(?:batch|tranche|part|instalment) (?:one|1|two|2|\d) of"),
    cue(Says.MORE_FOLLOWS, 1.0, "next|rest|follow|second|remainder|remaining|outstanding", r"(?:will|to) follow (?:next|by|in|as soon|shortly|when|separately|later|within|under)|\b(?:remaining|remainder|outstanding|rest|second|next)(?: \w+){0,4} (?:by (?=(?:\w+day )?(?:\d|the end|january|february|march|april|may|june|july|august|sept|october|november|december))|will be|to follow|in due course|next (?:week|month)|shortly)"),
    cue(Says.ANSWERS, 1.0, "attach|enclos", r"(?:please (?:find|see)|find|see|have|is|are|I|we)(?: \w+){0,2}? (?:attach(?:ed|ing)?|enclos(?:e|ed|ing))(?: to this (?:e-?mail|letter|message))?(?: please find)?(?: is| are)? ?(?:a |an |the |our |my |your |copies of |copy of |some |full |formal |final |requested |letter |document |information |containing |with |in |of |from |council's |trust's |force's |force |council |trust )*(?:response|reply|answers?|information|spreadsheet|data|disclosure|documents?|requested|refusal|decision|report|table|figures|copy|letter in response)(?! (?:leaflet|sheet|about how|on how|on your rights|regarding your right))"),
    cue(Says.ANSWERS, 1.0, "below|follows", r"(?:please (?:find|see)|find|see)(?: \w+){0,3} below|(?:response|reply|answers?|information|details|figures)(?: \w+){0,8}? (?:is|are) (?:set out |provided |given |shown |as follows |listed |detailed |outlined )?(?:in the (?:table )?)?below|(?:is|are) as follows|below (?:is|are) (?:our|the|my) (?:response|reply|answers?|information)"),
    cue(Says.ANSWERS, 1.0, "made|taken|decided", r"(?:have|has|am|are|been|decision)(?: \w+){0,3}? (?:today |now |therefore )?(?:decided|taken|made) (?:(?:the|a) decision )?to (?:disclose|release|provide|grant|refuse|withhold|not)"),
    cue(Says.ANSWERS, 0.9, "reply|answer|response", r"(?:(?:our|my|the|this|its) (?:\w+ )?(?:response|reply|answer)|(?:in|by way of) (?:response|reply|answer))(?: to (?:your|each|the|this)(?: \w+){0,4})? (?:is|are|follows)\b(?! (?:due|being|not|delayed|overdue|available|to be|subject|expected|likely|now due|suspended|on hold|still|currently|with the))|^(?:in (?:response|answer|reply)|our response|response|answer|reply)\b ?[:,-]"),
    cue(Says.ANSWERS, 0.9, "able|write|pleased|writing", r"(?:writing|write|pleased|able) (?:in response|in reply|to respond|to reply|to inform you of the (?:outcome|decision|result)|to advise you of the (?:outcome|decision)|with (?:the|our|my) (?:response|reply|outcome|decision))"),
    cue(Says.ANSWERS, 1.0, "send|reply|advise|answer|confirm|provide|release|respond|disclose", r"(?:I|we|it) (?:can|is able to|am able to|are able to) now (?:respond|reply|answer|provide|confirm|advise|send|release|disclose)|(?:can|am|are) now (?:able to )?(?:respond|reply|answer|provide)"),
    cue(Says.ANSWERS, 1.0, "follows", r"(?:respond|reply|answer|response|information|details|figures|answers|data)(?: \w+){0,8}? (?:is |are )?as follows"),
    cue(Says.ANSWERS, 0.9, "find|attached|enclosed", r"find (?:\w+ ){1,6}(?:attached|enclosed)(?! (?:leaflet|information sheet|sheet))|(?:is|are) (?:now )?(?:attached|enclosed)\b"),
    cue(Says.ANSWERS, 0.9, "able|happy|pleased|position", r"(?:am|are|is) (?:\w+ )?(?:able|pleased|happy|now in a position) to (?:provide|disclose|release|supply|confirm|send|advise|inform|answer|tell)(?! that your request (?:has been|was) (?:received|logged))(?! receipt)"),
    cue(Says.ANSWERS, 0.9, "dealt|answered|finished|completed|concluded|fulfilled|processed|considered", r"(?:requests?|it)(?: for information)?(?: below)? (?:has|have) (?:now )?(?:been )?(?:considered|processed|completed|concluded|answered|fulfilled|dealt with)|(?:have|has) (?:now )?(?:completed|concluded|finished) (?:our|the|my|its|a) (?:search|searches|consideration|enquiries|processing|response)"),
    cue(Says.ANSWERS, 0.8, "this", r"this (?:concludes|completes) (?:our|my|the) (?:response|reply)"),
    cue(Says.ANSWERS, 0.7, "", r"(?:^|\n)\W{0,3}(?:response|answer|reply) to (?:question|q|part|request) ?\w{1,3}\b|(?:^|\n)\W{0,3}a(?:nswer)? ?\d{1,2}[.:)]"),
    cue(Says.ANSWERS, 0.6, "data|figures|document|material|information", r"(?:information|material|data|figures|document)s?(?: \w+){0,4}? (?:provided|supplied|disclosed|released|enclosed|attached) (?:with|in|to you|is|are|under|has)"),
    cue(Says.ANSWERS, 0.8, "said|reply|answer|replied|decision|findings|response|responded|information", r"(?:^|\n)\W{0,3}(?:decision|our decision|findings|(?:my|our|the|full) (?:response|reply|answer)|response|we (?:said|answered|responded|replied)|in response|answers?|information (?:disclosed|released|provided))\W{0,3}$"),
    cue(Says.HOLDS, 0.5, "hold|confirm", r"(?:can |am able to )?confirm(?:s)? (?:that )?(?:\W?\w+ ){1,9}?(?:does |do |did )?(?:hold|holds|held)\b|(?:we|I|council|trust|department|police|force|authority|university|school|service|constabulary|office)(?: \w+)? (?:do |does )?holds? (?:the|some|this|all|part|information|relevant|recorded|it)\b"),
    cue(Says.NOT_HELD, 1.0, "have|held|hold|keep|record|retain|collate|collect|possess|information", r"(?:do|does|did) not (?:currently |actually |centrally )?(?:hold|have|record|collate|collect|possess|keep|retain)(?:,? (?:or|nor) \w+)* (?:any |the |this |that |these |such |a |an |recorded |relevant |requested |specific )*(?:information|data|records?|figures?|documents?|details|it|policy|report|statistics|correspondence)|(?:is|are) not held\b|information not held"),
    cue(Says.NOT_HELD, 1.0, "have|hold|found|located|information", r"(?:no (?:recorded |relevant |such )*information (?:is |was )?(?:held|found|located))|(?:hold|holds|have|found|located) no (?:recorded |relevant |such )*(?:information|records?|data|documents?)"),
    cue(Says.NOT_HELD, 1.0, "section", r"(?:formal )?notice (?:under|in terms of|for the purposes of) section 17 ?\(1\)"),
    cue(Says.REFUSES, 1.0, "exempt|virtue|ception|emption", r"(?:is|are|considered|therefore|deemed|remains?)(?: \w+){0,3}? exempt(?:ed)?\b(?! (?:or not|from the (?:20|time)))|(?:following|these|this|the)(?: \w+){0,2} (?:exemption|exception)s?(?: [\w().]+){0,8} (?:appl(?:y|ies)|(?:is|are|has been|have been) (?:engaged|applied))|(?:exemption|exception)s? (?:[\w().]+ ){0,8}(?:appl(?:y|ies)|(?:is|are|has been|have been) (?:engaged|applied))|by virtue of (?:the following )?(?:exemption|section)"),
    cue(Says.REFUSES, 1.2, "refus", r"(?:am|are|is|have|has|been|must|decided to|therefore)(?: \w+){0,2}? refus(?:e|ing|ed)\b(?! (?:by|in part by you))|(?:this (?:letter|e-?mail|response|is)|which|acts|serves|constitutes|as)(?: \w+){0,6} (?:refusal notice|notice of refusal)|refusal notice (?:for|under|in)"),
    cue(Says.REFUSES, 1.0, "withh", r"(?:is|are|am|being|been|have|has|decided to|therefore|must)(?: \w+){0,2}? withh(?:eld|old|olding)\b"),
    cue(Says.REFUSES, 1.0, "exceed", r"(?:would|will|to|it|this|cost|estimate[ds]?)(?: \w+){0,6}? exceeds? (?:the )?(?:\W?\w+ ){0,3}?(?:appropriate|cost|limit|£|18|24|eighteen|threshold)"),
    cue(Says.REFUSES, 1.0, "neither", r"(?:can |will |does |do |to )?neither (?:be )?confirms?(?:ed)? (?:n?or) den(?:y|ies|ied)"),
    cue(Says.REFUSES, 1.0, "section|vexatious", r"(?:request|it|this|considers?|deemed|is|are|be|as)(?: \w+){0,4}? vexatious\b|(?:under|by) section 14"),
    cue(Says.REFUSES, 0.7, "engaged", r"(?:section|regulation|s\.?) ?\d{1,2}(?: ?\(\w+\))*(?: \w+){0,6} (?:is|are) (?:therefore )?engaged"),
    cue(Says.MORE_FOLLOWS, 1.2, "part|interim|request", r"(?:partial|interim|part) (?:response|reply)\b(?! (?:to follow|will))|(?:response|reply) (?:to|in respect of) part of your request|in part,? with the (?:rest|remainder)"),
    cue(Says.MORE_FOLLOWS, 1.2, "rest|remainder|remaining|outstanding", r"\b(?:remaining|remainder|rest|outstanding)(?: \w+){0,10}? (?:will|shall|to) (?:follow|be (?:sent|provided|answered|supplied|dealt|forwarded|with you|disclosed)|respond)|(?:respond|reply|response|answer|write|provide|send)(?: \w+){0,12}? (?:to|of|on|for|with) (?:the )?(?:your )?(?:remaining|remainder|rest|outstanding)|(?:remaining|outstanding) (?:questions?|parts?|information|elements?|points?|data)(?: \w+){0,6} (?:is|are) (?:still |currently |being )"),
    cue(Says.MORE_FOLLOWS, 1.0, "will|follow", r"(?:question|questions|part|parts|q|answer|response|information|figures|data|point)s?(?: [\w()]+){0,10}? (?:will|to|shall|should) follow\b(?! the)|(?:a )?(?:further|second|full|fuller) (?:response|reply)(?: \w+){0,10}? (?:will (?:be|follow)|to follow|shall follow)"),
    cue(Says.MORE_FOLLOWS, 1.0, "still|currently", r"(?:still|currently) (?:await(?:ing)?|collat(?:e|ing)|waiting|considering|gathering|searching|working|compiling)(?: \w+){0,10}? (?:question|part|remaining|rest|outstanding|q ?\d|point|response to)"),
)  # fmt: skip

# Subjects of messages, which say what a mail program or a case system takes the message for.
SUBJECTS: tuple[Cue, ...] = (
    cue(Says.BOUNCES, 1.5, "", r"undeliver(?:able|ed)|delivery status notification|mail delivery (?:failed|failure|subsystem|system)|returned mail|failure notice|delivery (?:has )?failed|(?:message|mail|e-?mail) (?:not|could not be|was not) delivered|delivery (?:delayed|incomplete|failure)|mail system error|non-?delivery"),
    cue(Says.AWAY, 1.2, "", r"out of (?:the )?office|^away\b|on (?:annual )?leave"),
    cue(Says.AUTOMATIC, 1.2, "", r"^(?:automatic|auto(?:mated)?)[ -]?(?:reply|response|acknowledge?ment)?\b ?[:-]?|auto-?(?:reply|response|matic reply)|do not reply"),
    cue(Says.ACKNOWLEDGES_REVIEW, 1.2, "", r"acknowledg\w+(?: \w+){0,6} (?:internal )?review|(?:internal )?review(?: \w+){0,4}\W{0,3}acknowledg"),
    cue(Says.ACKNOWLEDGES, 0.8, "", r"acknowledg|(?:request|enquiry|e-?mail) (?:has been )?received|receipt of (?:your )?|case (?:logged|created|opened)|^thank you for your (?:request|e-?mail|enquiry)"),
    cue(Says.ASKS, 0.8, "", r"clarif(?:ication|y)|(?:further|more|additional) information (?:required|needed|requested)|request on hold"),
    cue(Says.CHARGES, 0.8, "", r"fees? notice|payment (?:required|request)|charge notice"),
    cue(Says.EXTENDS, 0.8, "", r"extension|extended (?:deadline|time)|public interest test|time extension|PIT extension"),
    cue(Says.TRANSFERS, 0.8, "", r"transfer(?:red)? (?:of|request|your)|request transfer"),
    cue(Says.REVIEWED, 0.6, "", r"review (?:outcome|decision|response|result|complete)|outcome of (?:the |your )?(?:internal )?review"),
    cue(Says.MORE_FOLLOWS, 0.7, "", r"(?:partial|interim|part) (?:response|reply)"),
    cue(Says.REFUSES, 0.5, "", r"refusal"),
    cue(Says.ANSWERS, 0.4, "", r"(?:final |FOI |EIR )?(?:response|disclosure|reply|decision)(?: to| for| letter| -|:|$| \()"),
)  # fmt: skip

# Headers that programs set (RFC 3834, RFC 3464 and the older habits): name, pattern of the value, what it says.
HEADERS: tuple[tuple[str, Folded, Says, float], ...] = (
    ("auto-submitted", Folded(r"^\s*auto-(?:replied|generated|notified)"), Says.AUTOMATIC, 1.0),
    ("x-autoreply", Folded(r"^\s*(?:yes|true|1|\S+@)"), Says.AUTOMATIC, 1.0),
    ("x-autorespond", Folded(r"\S"), Says.AUTOMATIC, 1.0),
    ("x-autoresponder", Folded(r"\S"), Says.AUTOMATIC, 1.0),
    ("x-auto-reply", Folded(r"\S"), Says.AUTOMATIC, 1.0),
    ("precedence", Folded(r"^\s*auto[-_]?reply"), Says.AUTOMATIC, 1.0),
    ("precedence", Folded(r"^\s*(?:bulk|junk)"), Says.AUTOMATIC, 0.4),
    ("x-auto-response-suppress", Folded(r"\b(?:all|OOF|AutoReply)\b"), Says.AUTOMATIC, 0.3),
    ("x-failed-recipients", Folded(r"\S"), Says.BOUNCES, 1.5),
    ("content-type", Folded(r"report-type\s*=\s*\"?delivery-status"), Says.BOUNCES, 1.5),
    ("from", Folded(r"mailer-?daemon|postmaster@"), Says.BOUNCES, 1.0),
    ("return-path", Folded(r"^\s*<\s*>"), Says.AUTOMATIC, 0.4),
)  # fmt: skip

# What makes a sentence speak of cases and not of this one.
CONDITION = Folded(
    spaced(
        r"\b(?:if|should (?:you|we|the|this|any|it|there)|unless|in the event|in cases? where|where (?:we|the|a|an|any|it|this|you|information|there|such|required|necessary|appropriate)|whenever|when (?:we|you|a|an|the|making|considering)|whether|in (?:some|certain|exceptional) (?:cases|circumstances)|sometimes|occasionally|(?-i:may)|might|could|can (?:also )?be|would be (?:required|asked)|depending|please note that (?:some|any)|entitled to|allows? (?:us|authorities|public)|permits?|not always)\b"
    ),
)
# Sentences about what one may do next, at the foot of every letter: nothing in them is what the message is.
RIGHTS = Folded(
    spaced(
        r"(?:if|should) you (?:are|remain|were) (?:\w+ ){0,3}(?:dis|un|not )|right (?:to|of) (?:appeal|complain|ask|request|seek|an? )|(?:ask|request|apply|write|asking) (?:\w+ ){0,4}for an? (?:internal )?review|complain(?:t)?s? (?:to|procedure)|information commissioner|(?:internal )?reviews? (?:should|must|requests?|can|may|procedure|will normally)|re-use|copyright"
    ),
)
# Asking whether the request may be passed on.
ASKS_CONSENT = Folded(
    spaced(
        r"\b(?:consent|permission|agree|agreement|happy for us|content for us|would you like us|do you wish|if you would like|are you (?:happy|content)|please (?:confirm|let))\b"
    ),
)
