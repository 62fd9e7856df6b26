"""More messages, written after the cues were, to see what they are worth on words they were not written for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

TEXTS = [
    Case(
        "police with crime figures in the request",
        K.ACKNOWLEDGEMENT,
        """NOT PROTECTIVELY MARKED

Dear Requester,

REQUEST FOR INFORMATION – 0482/25

Thank you for your e-mail dated 17th February 2025 requesting information regarding knife crime. We can confirm it reached the Force Disclosure Unit on 18th February 2025.

You requested the following:
a) How many offences were refused a charge?
b) Were any of the officers exempt from carrying a camera?

We will endeavour to have an answer with you no later than 18th March 2025. There are situations in which we can refuse: for instance where an exemption applies or where the cost limit of 18 hours would be exceeded. Should either be so we shall set out our reasons in a refusal notice.

Force Disclosure Unit
""",
        details={"promised_on": date(2025, 3, 18), "reference": "0482/25"},
    ),
    Case(
        "department, terse",
        K.ACKNOWLEDGEMENT,
        """Ref: IR 2025/09914

Thank you for your enquiry, which is receiving attention. If it is a request under the FOI Act the Department has 20 working days in which to respond.
""",
    ),
    Case(
        "fire service",
        K.ACKNOWLEDGEMENT,
        """Hi

Just to let you know that we've got your FOI and I have passed it to our Community Safety team for a response. The deadline for this is 9 May 2025. Your unique ref is FRS/FOI/0231.

Cheers
Ali
""",
        details={"promised_on": date(2025, 5, 9)},
    ),
    Case(
        "housing association in Scotland",
        K.ACKNOWLEDGEMENT,
        """Dear Miss Baird

We write to confirm that your information request was received by us on Tuesday, 7 October 2025. The Association is required by the Freedom of Information (Scotland) Act 2002 to reply promptly and in any event within twenty working days, that is by Tuesday, 4 November 2025.

There may be circumstances where we are unable to provide information, for example where it is exempt in terms of Part 2 of the Act.
""",
        details={"received_on": date(2025, 10, 7), "promised_on": date(2025, 11, 4)},
    ),
    Case(
        "with an attachment about rights",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Khan,

Your request for information – our ref 25-0443

Your request was received on 20 May 2025 and is currently being processed. I attach a leaflet that explains how we deal with requests and what you can do if you are dissatisfied with our response, including how to ask for an internal review.

We will be in touch again in due course and in any case by 18 June 2025.
""",
        details={"received_on": date(2025, 5, 20), "promised_on": date(2025, 6, 18)},
    ),
    Case(
        "treated under the regulations instead",
        K.ACKNOWLEDGEMENT,
        """Dear Dr Ness

We acknowledge your request of 3 June. As it concerns emissions to air we will handle it under the Environmental Information Regulations 2004 rather than the Freedom of Information Act. The time limit is the same, 20 working days; we expect to reply by 1 July 2025.
""",
        details={"promised_on": date(2025, 7, 1)},
    ),
    Case(
        "complaint to the force about silence, taken as review",
        K.ACKNOWLEDGEMENT,
        """Thank you for your email of 9 July expressing dissatisfaction with the response to your request. This has been logged as a request for an internal review, reference IR/25/066, and allocated to a reviewer. We aim to complete reviews within 20 working days; you should hear from us by 6 August 2025.
""",
        details={"about_review": True, "promised_on": date(2025, 8, 6)},
    ),
    Case(
        "maternity cover",
        K.AUTOMATIC_REPLY,
        """I have now left on maternity leave. Please re-send your request to foi@example.org as this inbox isn't checked.
""",
        subject="Automatic reply: Request for information",
        details={"send_to": ("foi@example.org",)},
    ),
    Case(
        "portal notice without a case",
        K.AUTOMATIC_REPLY,
        """** Please do not reply - this mailbox is not monitored **

Your message has been received by Eastmoor District Council. We aim to answer general enquiries within ten working days. For bins, planning and parking see our website.
""",
        headers={"auto-submitted": "auto-generated", "Precedence": "bulk"},
    ),
    Case(
        "not auto-submitted says the header, and it is a person",
        K.REPLY,
        """Dear Ms Ford, the school spent £4,310 on supply cover in the autumn term of 2024. I hope that answers your question. Regards, Mr Bell, Headteacher
""",
        headers={"Auto-Submitted": "no"},
    ),
    Case(
        "quota",
        K.BOUNCE,
        """Your message to information@example.org couldn't be delivered.

information's mailbox is full and can't accept messages now. Please try resending your message later, or contact the recipient directly.

554 5.2.2 mailbox full; STOREDRV.Deliver.Exception
""",
        subject="Undeliverable: FOI request",
        details={"undelivered": ("information@example.org",)},
    ),
    Case(
        "spam filter",
        K.BOUNCE,
        """Mail Delivery Subsystem

The following message to <foi@council.example.org> was undeliverable.
The reason for the problem:
5.1.0 - Unknown address error 550-'5.7.1 blocked'
""",
        details={"undelivered": ("foi@council.example.org",), "permanent": True},
    ),
    Case(
        "they cannot find what is meant",
        K.CLARIFICATION_QUESTION,
        """Dear Mr Quill,

Further to your FOI request of 2 May. I have spoken with colleagues in Highways who are uncertain what you would like to see. There are three schemes that have been called "the northern bypass". Which of them is your request about? It would also help to know if you want costs to date or the whole budget.

We cannot take this further until you reply.
""",
    ),
    Case(
        "Scottish section 1(3)",
        K.CLARIFICATION_QUESTION,
        """In terms of section 1(3) of the Freedom of Information (Scotland) Act 2002 the Board requires further information in order to identify and locate the information you want. Please advise:

- the hospital or hospitals concerned
- the period to be covered

The Board is not obliged to give the requested information until it has this further information.
""",
    ),
    Case(
        "address wanted",
        K.CLARIFICATION_QUESTION,
        """We are unable to progress your request at present because you have not given your full name. Can you please supply this? Requests made under a pseudonym are not valid under section 8(1)(b).
""",
    ),
    Case(
        "clarify politely, with the rights",
        K.CLARIFICATION_QUESTION,
        """Dear Ms Sato

FOI 25/771 – Translation services

I would be grateful for clarification on the following before we begin our search:

1. By "translation", do you also mean face-to-face interpreting?
2. Is the calendar year or the financial year required?

If you are unhappy with this letter you may request an internal review.
""",
    ),
    Case(
        "invoice",
        K.FEES_NOTICE,
        """Dear Ms Hale,

Environmental Information Regulations – property search 4471

Before the Council can release the records you have asked for, our published charge of £45.60 including VAT must be paid. You can pay online at www.example.org/pay quoting 4471. We'll send the records within two days of payment. Payment is due no later than 14 August 2025.
""",
        details={"amount": Decimal("45.60"), "pay_by": date(2025, 8, 14)},
    ),
    Case(
        "copies on paper",
        K.FEES_NOTICE,
        """You asked for paper copies. There are 640 pages and under the Fees Regulations we are charging £64.00 for photocopying plus £11.20 postage, a total of £75.20. We will not copy the documents until we have received the fee. This sum should be paid within three months.
""",
        details={"amount": Decimal("75.20")},
    ),
    Case(
        "extension named after a hint of refusal",
        K.EXTENSION_NOTICE,
        """Dear Mr Quill

I regret to inform you that we need to extend the deadline for our response. The Council considers that section 36(2)(b)(i) and (ii) is engaged, and the public interest test has still to be completed. We estimate that this will take until 27 June 2025. We will let you know the result, and if we decide to withhold the information you will be sent a refusal notice.
""",
        details={"extended_to": date(2025, 6, 27)},
    ),
    Case(
        "second extension",
        K.EXTENSION_NOTICE,
        """Further to our letter of 3 March, I am afraid that we are still considering where the balance of the public interest lies in relation to section 27(1)(a), and it has not been possible to conclude this by the date we gave you. I now expect to reply in full by 2 May 2025.
""",
        details={"extended_to": date(2025, 5, 2), "exemptions": ("27(1)(a)",)},
    ),
    Case(
        "EISR",
        K.EXTENSION_NOTICE,
        """The information you seek amounts to some 900 documents. In terms of regulation 7(1) of the Environmental Information (Scotland) Regulations 2004 SEPA is extending the period for its response by a further 20 working days. The revised date is 30 April 2026.
""",
        details={"extended_working_days": 20, "extended_to": date(2026, 4, 30)},
    ),
    Case(
        "sent on to the police and crime commissioner",
        K.TRANSFER,
        """Dear Ms Ford

Complaints reviews are dealt with by the Office of the Police and Crime Commissioner for Brackenshire. I have today forwarded your request to the Office of the Police and Crime Commissioner for Brackenshire, which will respond to you under its own reference.
""",
        details={"transferred_to": "Office of the Police and Crime Commissioner for Brackenshire"},
    ),
    Case(
        "passed within the house is no transfer",
        K.ACKNOWLEDGEMENT,
        """Thank you for your email. I have transferred your request to our Legal Services team, who will respond to you within 20 working days.
""",
    ),
    Case(
        "advised to ask elsewhere is no transfer",
        K.REPLY,
        """Having consulted colleagues I can tell you that this authority holds no information on ambulance response times. You should direct your request to Northshire Ambulance Service, whose details are below.

foi@ambulance.example.org
""",
    ),
    Case(
        "interim",
        K.PARTIAL_REPLY,
        """This is an interim reply to your request of 8 May.

Q1. How many cameras? There are 212 cameras.
Q2. What did they cost? £1,402,000.

The answer to question 3 is with our finance department and will follow next week.
""",
    ),
    Case(
        "tranche one of three",
        K.PARTIAL_REPLY,
        """Please see attached the first batch of e-mails within the scope of your request. Because of the number of documents we are releasing them in stages, and will send you the remaining documents by 31 July 2025.
""",
        details={"promised_on": date(2025, 7, 31)},
    ),
    Case(
        "partial in the sense of redacted",
        K.REPLY,
        """Your request is granted in part. The minutes are enclosed. Names of junior staff have been removed: this is personal data, exempt under section 40(2). No further information is held.
""",
    ),
    Case(
        "answered between the questions",
        K.REPLY,
        """Hello Kim, answers in red.

How many pupils were excluded in 2023? 14
How many of those had an EHCP? 5
How many returned? 12
""",
    ),
    Case(
        "Met, full disclosure",
        K.REPLY,
        """Freedom of Information Request Reference No: 01.FOI.24.037001

I note you seek access to the following information:

Number of horses owned by the force on 1 January 2024.

I have today decided to disclose the located information to you in full.

There were 104 horses.

Further, you may be interested to know that acknowledgements of requests are now sent automatically.
""",
    ),
    Case(
        "reply about acknowledgements",
        K.REPLY,
        """In response to your questions:

1. How many requests were acknowledged within two days? 871
2. How many automatic replies were sent? 1,204
3. How many extension notices under section 10(3)? 36
4. How many fees notices were issued? None.
""",
    ),
    Case(
        "section 21",
        K.REFUSAL,
        """The information is already reasonably accessible to you. It is therefore exempt under section 21 of the Act and we are not required to provide it. You will find it at www.example.org/spend.
""",
    ),
    Case(
        "future publication",
        K.REFUSAL,
        """I am writing to advise you that your request is refused. The workforce report you have asked for will be published in September, and is being withheld by virtue of section 22(1) (information intended for future publication). The public interest favours waiting for the planned date.
""",
    ),
    Case(
        "Scotland, excessive cost",
        K.REFUSAL,
        """REFUSAL NOTICE

The projected cost of compliance is £2,340, which exceeds the sum of £600 prescribed in the Fees Regulations. In terms of section 12(1) of the Freedom of Information (Scotland) Act 2002 the Council is not obliged to comply with your request and refuses it.
""",
    ),
    Case(
        "repeated",
        K.REFUSAL,
        """As you made a substantially similar request on 4 April, to which we replied on 1 May, we are applying section 14(2) and will not be responding further to this repeated request.
""",
    ),
    Case(
        "review, partly upheld",
        K.REVIEW_OUTCOME,
        """Dear Mr Pryce

Internal Review – IR.25.114

Your complaint was passed to me as I had no part in the first decision. Having looked again at the matter I have concluded that section 12 was wrongly applied to part 1 but correctly applied to part 2. Your complaint is therefore partly upheld, and the answer to part 1 is given below.

In 2024 there were 61 incidents.
""",
        subject="Outcome of internal review IR.25.114",
    ),
    Case(
        "review panel in Scotland",
        K.REVIEW_OUTCOME,
        """I refer to your requirement for review dated 4 September 2025. The Review Panel met on 18 September. It decided to confirm the original decision without modification in terms of section 21(4)(a) of the Freedom of Information (Scotland) Act 2002. You may now apply to the Scottish Information Commissioner within six months.
""",
    ),
    Case(
        "holding reply with an excuse",
        K.OTHER,
        """Unfortunately we have not been able to meet the deadline for your request because the officer concerned is away. Apologies for this. We anticipate sending the reply before 3 October 2025.
""",
        details={"promised_on": date(2025, 10, 3)},
    ),
    Case(
        "the regulator writes",
        K.OTHER,
        """Dear Ms Hartley

Case reference IC-301444-K2L8

Your complaint about Brackenshire Council has been accepted as eligible for further consideration and will be allocated to a case officer as soon as possible. We will contact you once it has been.

Information Commissioner's Office
""",
    ),
    Case(
        "a telephone call is offered",
        K.OTHER,
        """Hi Sam, would you be free for a quick call on Thursday? Best, Jo""",
    ),
    Case(
        "reply with our own letter quoted below",
        K.REPLY,
        """Dear Sam

The answer to your question is 27.

Regards
Facilities

From: Sam Doyle
Sent: 03 March 2025 09:12
To: Facilities
Subject: FOI request

Dear Council
Please can you acknowledge receipt of this request and tell me how many defibrillators you own? I understand you must respond within 20 working days.
""",
    ),
    Case(
        "acknowledgement with our own letter quoted below",
        K.ACKNOWLEDGEMENT,
        """Dear Sam

I acknowledge receipt of your FOI request.

Regards
Facilities

-----Original Message-----
From: Sam Doyle
Sent: 03 March 2025 09:12
To: Facilities
Subject: FOI request

Please find below my questions. Our response to your survey is attached.
1. How many defibrillators do you own?
2. Could you please clarify what they cost?
""",
    ),
    Case(
        "thank you for clarifying",
        K.ACKNOWLEDGEMENT,
        """Thank you for clarifying your request. We received your clarification on 11 June 2025 and will now process the request as revised. You will receive our response by 9 July 2025.
""",
        details={"promised_on": date(2025, 7, 9)},
    ),
    Case(
        "withdraw?",
        K.OTHER,
        """As we have not heard from you since our e-mail of 3 March we have closed your request. Please contact us if you wish to make a new one.
""",
    ),
]
