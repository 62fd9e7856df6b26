"""What the same messages say in plain words: a school office, a parish clerk, a portal's notice, a letter that avoids the
template. Data, as in ``kind_cues``.
"""

from __future__ import annotations

from requests_app.core.reading.kind_cues import Cue, Says, cue

_IT = r"(?:it|this|that|them|these|those|your (?:\w+ ){0,4}(?:requests?|e-?mail|letter|enquiry|FOI|EIR|questions?|message))"
_WE = r"(?:we|I|we've|I've|we're|I'm|the (?:council|panel|trust|university|department|board|school|office|force|college|authority))"

PLAIN_CUES: tuple[Cue, ...] = (
    # Mail that did not arrive
    cue(Says.BOUNCES, 1.0, "intended|recipient", r"(?:was|were|has been|is) not (?:passed|delivered|sent|forwarded|released) (?:on )?to (?:the |its |your )?(?:intended )?recipients?"),
    cue(Says.BOUNCES, 0.8, "message|e-mail|email", r"(?:your|the) (?:message|e-?mail) (?:has been|was) (?:blocked|quarantined|rejected|deleted|bounced|returned|stopped)"),
    cue(Says.BOUNCES, 0.6, "triggered|policy", r"^(?:rule|policy) triggered|blocked by (?:\w+ ){0,3}policy"),
    # Programs that answer
    cue(Says.AUTOMATIC, 1.0, "automatic", r"(?:produced|sent|created|issued|generated) automatically|automatically (?:produced|sent|created|issued)"),
    cue(Says.AUTOMATIC, 0.9, "mailbox|inbox|account", r"(?:message|e-?mail) has (?:arrived|been delivered) (?:in|to|at) (?:\W?\w+\W? ){0,8}(?:mailbox|inbox|account)"),
    cue(Says.AUTOMATIC, 0.8, "individual", r"(?:not|unable|cannot)(?: \w+){0,10} (?:confirm|reply|respond|acknowledge)(?: \w+){0,4} individually|not possible (?:\w+ ){0,8}individual(?:ly)? (?:reply|repl|acknowledg)"),
    # It has come
    cue(Says.ACKNOWLEDGES, 1.0, "treating|taking|handling|logging|numbered|request|reached|safely|landed", rf"(?:treating|taking|handling|logging) (?:what you (?:sent|wrote)|{_IT})(?: \w+){{0,5}} as (?:an? )?(?:FOI|freedom|EIR|request|environmental)|(?:have )?numbered {_IT}|(?:in possession of|now have) your (?:\w+ ){{0,3}}request|(?:which|it|that|request) (?:\w+ )?reached us (?:on|today|yesterday|this)|(?:safely|landed) (?:received|with us|in my)"),
    cue(Says.PROMISES, 0.9, "deadline|date", r"(?:our|the) (?:deadline|date for (?:answering|replying)) is (?:in |on |by |the )?(?:\w+ )?(?:\d|early|mid|late|the)"),
    cue(Says.PROMISES, 0.8, "hear", r"(?:can|should|will|may) expect to hear from (?:us|me)"),
    # More is needed
    cue(Says.ASKS, 1.0, "let|tell|give", r"(?:could|can|would|please|pls)(?: you)?(?: \w+){0,4} (?:let us have|let me have|give us|tell us|tell me|let us know|let me know)(?: \w+){0,6}? (?:names?|dates?|which|what|whether|the (?:mailbox|period|years?|area|type)|shorter|search|exactly|precisely|more (?:about|precisely|exactly)|how far back)"),
    cue(Says.ASKS, 1.0, "paused|hold|stopped|suspended", r"(?:paused|stopped|suspended|put on hold|on hold)(?: \w+){0,8} (?:while|until|till|pending) (?:\w+ ){0,6}(?:answer|hear|reply|response|clarif|information|come back|you (?:answer|reply|tell|let))|^(?:status|stage)?\W*(?:\w+ ){0,8}to on hold\b"),
    cue(Says.ASKS, 0.9, "chance|really|actually", r"chance to (?:tell|say|narrow|clarify|explain|refine)|what (?:it is )?you (?:really|actually) (?:need|want|mean|are after)"),
    cue(Says.ASKS, 0.9, "confirm|clarify|explain|say|specify", r"\b(?:pls|please|could you|can you) (?:just )?(?:confirm|clarify|explain|say|specify) (?:what|which|whether|the (?:period|dates|area|years))"),
    # Money first
    cue(Says.CHARGES, 1.0, "£|gbp|paid|payment|money|cleared|comes|fee|meet|pay|cover", r"(?:ask|need|have to ask) you (?:for|to pay) (?:£|GBP) ?\d|(?:comes to|amounts to|will be|would be|is|amount:?|fee:?) (?:£|GBP) ?\d[\d,.]*(?: \(|[^.]{0,60}(?:up front|in advance|before|first|copies|sides|postage|p&p))|(?:carry on|start|begin|get on with it|go ahead|proceed|continue)(?: \w+){0,5} (?:once|when|the day|as soon as|after) (?:\w+ ){0,6}(?:paid|payment|money|cleared|comes)|(?:suspended|stopped|paused|on hold)(?: \w+){0,3} (?:until|till|pending) (?:the )?(?:payment|fee|money)|(?:not had|without|failing) (?:the )?(?:money|payment)(?: \w+){0,6} (?:lapses?|closed|abandoned)|(?:willing|able|happy|prepared) to (?:do|carry out) (?:the|this) work if you (?:meet|pay|cover)|^(?:stage|status)\W+(?:awaiting )?(?:fee|payment)\b"),
    cue(Says.CHARGES, 0.9, "settle|pay|invoice|cheque", r"please (?:settle|pay)\b|(?:an? )?invoice (?:for £ ?\d[\d,.]*|is (?:attached|enclosed))|cheques? (?:payable )?to|^pay by\W"),
    cue(Says.CHARGES, 0.8, "pay|paid", r"(?:payment|pay|paid)(?: \w+){0,4} (?:does|will) not count towards|time (?:between|from|until)(?: \w+){0,6} (?:payment|pay|paid) (?:does|will|is) not"),
    # Not yet: the public interest, and its time
    cue(Says.EXTENDS, 1.0, "time|longer", r"(?:such|any) (?:further|additional|longer) time as is reasonable|(?:further|more|additional|longer) time (?:is|to|for|in which)(?: \w+){0,8} (?:public interest|balance|consider|weigh|decide)|need(?:s)? longer (?:to|for)(?: \w+){0,8} (?:public interest|balance|consider|weigh|decide)"),
    cue(Says.EXTENDS, 1.0, "view|decision|conclusion|considering|weigh|interest|balance", r"(?:not yet|still to|yet to|have still|before)(?: \w+){0,8} (?:come to a view|reach(?:ed)? a (?:view|decision|conclusion)|finish(?:ed)? (?:considering|weighing)|complete(?:d)? (?:\w+ ){0,3}public interest|(?:the )?balance (?:lies|can be struck)|weigh(?:ed|ing)?(?: \w+){0,5} public interest)|(?:where|which way) (?:that|the) balance lies"),
    cue(Says.EXTENDS, 1.0, "extended|due|target|response|day", r"^(?:new )?(?:status|stage)\W+(?:\w+ )?extended|^(?:revised|new|extended) (?:due|target|response)(?: date)?\W+\d|working day 40"),
    # Passed on
    cue(Says.TRANSFERS, 1.0, "sent|passed|passing|handed|transferred|forwarded|redirected", rf"(?:have|has|'ve|'s|been|am|are|is) (?:now |therefore |just )?(?:sent|passed|handed|forwarded|redirected) {_IT} (?:on |over |across )?to (?!(?:the|our|my|a) (?:\w+ ){{0,3}}(?:team|department|officer|colleague|manager|unit|service)s?\b)(?:the |their |its |our )?\w|passing (?:{_IT} )?(?:on )?to you (?:to|for you to) (?:answer|reply|respond|deal)|(?:has|have) been (?:transferred|redirected)(?: \w+){{0,4}} to\b|^(?:case |outcome|status|stage)[^.]{{0,40}}\b(?:transferred|redirected)\b"),
    cue(Says.TRANSFERS, 1.0, "receiving|they|who|dealing|direct|involvement", r"the receiving (?:body|authority|organisation) will|(?:they|who)(?:'ve| have)? (?:told|confirmed)(?: \w+){0,6} (?:write to you|has them|have (?:it|them)|logg)|will be dealing with it from (?:here|now)|write to you direct(?:ly)?\b|(?:regards?|considers?) (?:our|its|my) own involvement"),
    cue(Says.TRANSFERS, 0.6, "ours|with|responsib", r"(?:isn't|aren't|is not|are not) ours\b|(?:we|I) don't (?:run|hold|deal with|look after) (?:\w+ ){0,4}(?:those|these|that|they|it) (?:belongs?|sits?|are|is) with|sits with (?:the )?\w+|responsibility for (?:\w+ ){0,8}(?:moved|passed|transferred) to"),
    # Looked at again
    cue(Says.REVIEWED, 1.0, "part|reconsider|examined|again|afresh|representations|complaint|challenge|everything", r"(?:took|taken|had) no part in (?:the |your )?(?:\w+ )?(?:first|original|initial|earlier|response|decision|handling|reply)|(?:have|I've|has|we've)(?: \w+)? (?:reconsidered|re-?examined|looked (?:at (?:it|this|the matter) )?again|been through (?:the papers|it all|everything|this) again|gone into (?:the matter|this|it) afresh)|(?:on|having) look(?:ing|ed) (?:into|at) (?:it|this|the matter) again|following your (?:representations|complaint|challenge)|read everything that"),
    cue(Says.REVIEWED, 1.0, "decision|change|alter|disturb|depart|side|stands|find|right|withdrawn", r"decision (?:is |was )?(?:confirmed|upheld|substituted|overturned|varied|stands|maintained|reversed|modified)|(?:I|we) (?:do not|don't|am not going to|will not|won't|see no reason to) (?:change|alter|disturb|depart from) (?:what|the|his|her|that|our) (?:\w+ )?(?:decided|decision|outcome|conclusion)?|(?:come|came) down on the same side|(?:section|regulation) ?\d+(?:\(\w+\))*,? (?:therefore )?stands\b|I find that (?:we|the \w+) (?:breached|were|was|did|failed|ought)|(?:he|she|they|\w+) got it right\b|(?:we|I) have withdrawn (?:the|our) (?:charge|refusal|reliance|exemption)"),
    cue(Says.REVIEWED, 0.8, "stage|now", r"no further stage with us|(?:you|can|may) now (?:apply|go|complain|appeal) to the (?:scottish )?information commissioner"),
    # Some now, the rest later
    cue(Says.MORE_FOLLOWS, 1.2, "lot|batch|tranche|instalment|limb|answer|ahead|now|of", r"(?:first|next|second|last|another) (?:lot|batch|tranche|instalment|limb)\b(?! of (?:questions|e-?mails you))|answers? (?:that )?we have so far|(?:released|sent|given|provided) ahead of the (?:others|rest)|\b(?:1|one|part 1) of (?:2|3|two|three)\b|(?:ok|okay|enough|all (?:I|we) (?:have|can)) for now"),
    cue(Says.MORE_FOLLOWS, 1.0, "those|them|other|rest|remaining|summer|second|these|response|about", r"(?:I'll|we'll|will|shall|expect to|hope to)(?: \w+){0,2} (?:send|supply|let you have|provide|get|forward)(?: you)? (?:those|them|the (?:others?|rest|remaining|summer|second)|these)(?: \w+){0,4} (?:on|after|when|once|as soon as|by|within|in)|(?:will|'ll) (?:get|have) (?:those|our response to|the rest)(?: \w+){0,6} (?:in a|by|on|within|after)|writ(?:e|ing) to you about (?:that|those|the (?:second|other|rest|remaining))"),
    cue(Says.MORE_FOLLOWS, 0.9, "extracting|collating|reading|being|searching|pulling|not|still|awaiting", r"(?:are|is) (?:still )?(?:extracting|collating|reading through|being read|searching for|pulling together)\b|not (?:yet )?(?:reached|with) us|still (?:being|reading|to come|waiting|looking)|awaiting (?:search|results|figures|a reply|the)"),
    # Given
    cue(Says.GIVES, 1.0, "outcome|status|decision|result|completes|concludes|closed", r"^(?:outcome|status|decision|result)\W+(?:released|disclosed|provided|granted|information (?:provided|released|sent)|full|all information)|that (?:completes|concludes) (?:our|the|my) (?:response|reply|answer)|closed\W+information (?:provided|released|sent)"),
    cue(Says.ANSWERS, 0.9, "find|published", r"you(?:'ll| will| can) find (?:it|them|this|these|the \w+) (?:at|on|in|here)\b|(?:is|are|has been|have been) published (?:every|each|on|at|in|since)"),
    cue(Says.GIVES, 0.8, "promised|here", r"^(?:as promised|here (?:you (?:are|go)|are the|is the|it is))"),
    cue(Says.ANSWERS, 0.8, "£|times|all|altogether|cent|%|total", r"(?:they|it|we|that)(?: \w+){0,3} (?:charge|cost|paid|spent|pay|bought|came|comes|is|was|were)(?: \w+){0,6} (?:£ ?\d[\d,.]*|\d[\d,]* (?:times|in all|altogether|per cent|%))|(?:£ ?\d[\d,.]*|\d[\d,]*) (?:in all|altogether|in total)\b"),
    cue(Says.NOT_HELD, 0.9, "n't|not|never|record", r"(?:doesn't|does not|don't|do not|never) (?:record|keep|write down|note|log|count|collect)\b|(?:there's|there is) no record"),
    # Refused
    cue(Says.REFUSES, 1.0, "let|give|share|hand|giving|sending|deal|answering|processing|taking", r"(?:not going to|won't|will not|can't|cannot|not|unable)(?: be)?(?: able)?(?: to)? (?:let you have|give you|share|hand over|be (?:giving|sending|dealing with)|deal with) (?:the|this|that|it|any|your)|(?:won't|will not) be (?:dealing with|answering|processing|taking) (?:the|this|your)"),
    cue(Says.REFUSES, 1.0, "outcome|status|decision|result", r"^(?:outcome|status|decision|result)\W+(?:withheld|refused|exempt|rejected|not disclosed|declined)"),
    cue(Says.REFUSES, 0.9, "provision|exemption|exception|one|act|reasonable", r"(?:section|regulation|s\.?) ?\d+(?:\(\w+\))* is the (?:provision|exemption|exception|one)(?: \w+){0,3} (?:rely|relied|apply|use)|(?:bit|part) of the Act(?: \w+){0,4} (?:is|to quote)|reasonable to (?:hold|keep) (?:them|it|this) back"),
)  # fmt: skip

PLAIN_SUBJECTS: tuple[Cue, ...] = (
    cue(Says.BOUNCES, 1.2, "", r"(?:message|e-?mail|mail) (?:was )?(?:blocked|rejected|quarantined|bounced)|could not be delivered"),
    cue(Says.CHARGES, 0.4, "", r"fees? notice|payment (?:required|request|due)|charge notice|cost of complying"),
    cue(Says.EXTENDS, 0.4, "", r"public interest test|\bPIT\b|extended|extension"),
    cue(Says.TRANSFERS, 0.9, "", r"\btransfer(?:red)?\b|redirected|passed (?:on )?to (?:the |an)?\w+"),
    cue(Says.REVIEWED, 0.6, "", r"review of (?:the )?decision|reconsider(?:ation|ed)|^(?:re: )?internal review\b(?!.*(?:request|acknowledg|received))|your complaint about"),
    cue(Says.MORE_FOLLOWS, 0.8, "", r"first (?:batch|lot|part|tranche)|\((?:part )?1 of \d\)|interim (?:release|disclosure)|parts? \d (?:to|and|&|-) \d|part \d of \d"),
    cue(Says.ASKS, 0.5, "", r"too broad|awaiting (?:information|clarification|your)|on hold|query about your"),
    cue(Says.GIVES, 0.8, "", r"information (?:provided|released)|closed\W+information"),
    cue(Says.REFUSES, 0.5, "", r"\bsection 1[24]\b|withheld|refus"),
)  # fmt: skip
