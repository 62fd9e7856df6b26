"""A fourth lot, of short and plain letters, written like the third."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

TEXTS = [
    Case(
        "parish clerk",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Flint, I have received your FOI letter and will put it to the next meeting of the parish council. You will have an answer within the 20 working days. Yours, the Clerk
""",
        details={"promised_working_days": 20},
    ),
    Case(
        "ministry, all caveats",
        K.ACKNOWLEDGEMENT,
        """Thank you for your e-mail of 9 June which was received on 10 June 2025. Your request has been given the reference FOI2025/06612 and is being handled by the Rail Directorate.

The Act entitles the Department to withhold information where an exemption in Part II applies. If we rely on a qualified exemption we may extend the 20 working day limit. The Department may also decline to answer where doing so would cost more than £600, or where a request is vexatious. If we think another body holds the information we will tell you.

We will write again by 8 July 2025.
""",
        details={
            "received_on": date(2025, 6, 10),
            "promised_on": date(2025, 7, 8),
            "reference": "FOI2025/06612",
        },
    ),
    Case(
        "form confirmation",
        K.ACKNOWLEDGEMENT,
        """Freedom of information request submitted

Reference: FOI-987123
Date received: 30/09/2025
Response due: 28/10/2025

What you asked: Please state whether any of your schools refused entry to inspectors, and attach the letters.
""",
        details={
            "reference": "FOI-987123",
            "received_on": date(2025, 9, 30),
            "promised_on": date(2025, 10, 28),
        },
    ),
    Case(
        "hospital",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Reed – RFI 7702

Your request for information has been received by the Trust and forwarded to the appropriate department to obtain the information. As soon as this is available we shall contact you. The Trust has until 19 November 2025 to reply.
""",
        details={"promised_on": date(2025, 11, 19)},
    ),
    Case(
        "police and the review",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Reed

Internal review request 0482/25

I can confirm that your appeal has been received and that a review of the way your request was handled is under way. The College of Policing's guidance asks that reviews are done within 20 working days, and I shall aim for 3 June 2025.
""",
        details={"about_review": True, "promised_on": date(2025, 6, 3)},
    ),
    Case(
        "acknowledging an answer to their question",
        K.ACKNOWLEDGEMENT,
        """Many thanks for getting back to us with the dates. We've now started on your request again and the new deadline is 15 August 2025.
""",
        details={"promised_on": date(2025, 8, 15)},
    ),
    Case(
        "bank holiday closure",
        K.AUTOMATIC_REPLY,
        """The Council is closed for Christmas and will re-open on 2 January. Your e-mail will be read then. A Happy Christmas to all our residents.
""",
        subject="Automatic reply: FOI",
    ),
    Case(
        "jury service",
        K.AUTOMATIC_REPLY,
        """I am away from 3 to 14 March on jury service and won't be reading mail. For anything that can't wait please speak to my colleague Lee.
""",
        headers={"X-Autorespond": "yes"},
    ),
    Case(
        "thank you for contacting, with list of links",
        K.AUTOMATIC_REPLY,
        """Thank you for contacting Customer Services. We have received your e-mail and will reply as soon as possible, normally within five working days. You may find what you need on our website: council tax, bins, planning, jobs. Freedom of information requests have to be sent to foi@example.org.

Please don't reply to this message as it has been generated automatically.
""",
        details={"send_to": ("foi@example.org",)},
    ),
    Case(
        "exim",
        K.BOUNCE,
        """This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  foi@eastmoor.example.org
    host mx.eastmoor.example.org [192.0.2.9]
    SMTP error from remote mail server after RCPT TO:<foi@eastmoor.example.org>:
    550 No such user here
""",
        details={"undelivered": ("foi@eastmoor.example.org",), "permanent": True},
    ),
    Case(
        "greylisted",
        K.BOUNCE,
        """Delivery incomplete

There was a temporary problem delivering your message to clerk@example.org. We will retry for 47 more hours. You'll be notified if the delivery fails permanently.

451 4.7.1 Greylisting in action, please come back later
""",
        subject="Delivery Status Notification (Delay)",
        details={"undelivered": ("clerk@example.org",), "permanent": False},
    ),
    Case(
        "do you mean",
        K.CLARIFICATION_QUESTION,
        """Hello. Quick query on your request - is it primary schools only, or secondary too? And when you ask for "last year", is that the academic year? Once you tell me I'll get the figures pulled.
""",
    ),
    Case(
        "formal, unable to identify",
        K.CLARIFICATION_QUESTION,
        """Having considered your request I am not able to identify the information you seek from the description given. Under section 16 of the Act I would advise you to describe the documents more precisely, for instance by naming the project or giving a date range. I look forward to hearing from you and will take no further action until then.
""",
    ),
    Case(
        "EISR, more particulars",
        K.CLARIFICATION_QUESTION,
        """Your request has been considered under the EI(S)Rs. It is formulated in too general a manner. In accordance with regulation 9 we ask that you supply more particulars in relation to it, namely the loch or lochs of interest and whether you seek laboratory results.
""",
    ),
    Case(
        "copies at a price",
        K.FEES_NOTICE,
        """We have the plans you want to see. Copying them will cost £26.00. If you'd like us to go ahead please ring 01632 960000 to pay, or send a cheque to the address above. The request will lapse if we don't have your payment by 1 March 2026.
""",
        details={"amount": Decimal("26.00"), "pay_by": date(2026, 3, 1)},
    ),
    Case(
        "PIT, plain",
        K.EXTENSION_NOTICE,
        """I wrote on 3 May to acknowledge your request. We hold relevant information but believe section 24 may apply to it, and that calls for a careful look at the public interest. I must therefore tell you that we will need until 27 June 2025 to finish, as section 10(3) permits.
""",
        details={"extended_to": date(2025, 6, 27)},
    ),
    Case(
        "extra days, EIR",
        K.EXTENSION_NOTICE,
        """Given how many records there are we have decided to use the longer period that regulation 7 gives us. The new date for our answer is 5 December 2025.
""",
        details={"extended_to": date(2025, 12, 5)},
    ),
    Case(
        "redirected for you",
        K.TRANSFER,
        """As requested, I have redirected your questions to Transport for Brackenshire, as they run the trams. Expect to hear from them direct.
""",
        details={"transferred_to": "Transport for Brackenshire"},
    ),
    Case(
        "shared services",
        K.TRANSFER,
        """Payroll for the school is run by Brackenshire County Council. Your request has been sent to Brackenshire County Council for response, and our part in it is ended.
""",
        details={"transferred_to": "Brackenshire County Council"},
    ),
    Case(
        "all but one",
        K.PARTIAL_REPLY,
        """Answers to your questions 1 to 5 are given underneath. Question 6 needs input from our contractor; you'll get that answer separately by 10 July 2025.

1) 14
2) 9
3) Yes
4) No
5) £2,300
""",
        details={"promised_on": date(2025, 7, 10)},
    ),
    Case(
        "full answer in one sentence",
        K.REPLY,
        """Dear Mr Flint, the parish council paid £612 for the Jubilee bench. Yours, the Clerk
""",
    ),
    Case(
        "answers at length",
        K.REPLY,
        """Dear Ms Reed – RFI 7702

You asked about interpreters. The Trust has a contract with Lingua Ltd that began in April 2022. It covers forty languages. Last year 3,418 sessions were booked, of which 211 were cancelled on the day. Wards book by telephone. Complaints about interpreters are not coded separately from other complaints and so can't be counted.

I trust that this is of assistance.
""",
    ),
    Case(
        "redacted e-mails",
        K.REPLY,
        """You will see from the attached bundle that junior officers' names have been blacked out (section 40). Everything else within scope is there.
""",
    ),
    Case(
        "Scottish Government page",
        K.REPLY,
        """Information requested

Number of officials working on ferries at 1 April 2025.

Response

The answer to your question is 38.

About FOI

The Scottish Government is committed to publishing all information released in response to Freedom of Information requests.
""",
    ),
    Case(
        "no record, kindly",
        K.REPLY,
        """I'm sorry to say that we can't help: the school was built by a predecessor body and its papers were destroyed in 1998. You could try the county archive.
""",
    ),
    Case(
        "refused in one line",
        K.REFUSAL,
        """We refuse your request under section 38(1)(a) and (b). Disclosure would put staff in danger, and the public interest is against it.
""",
    ),
    Case(
        "long police NCND",
        K.REFUSAL,
        """Northshire Police will neither confirm nor deny whether it holds any information. Section 30(3) and section 31(3) are relied upon. To confirm or deny would show criminals where resources are thin.

Harm
Modern policing is intelligence led...

Balance
On balance the need to protect operations outweighs openness.

No inference can be drawn from this refusal.
""",
    ),
    Case(
        "personal data of one",
        K.REFUSAL,
        """Because fewer than five pupils are involved, giving the figure would identify them. We are therefore withholding it as exempt personal information under section 40(2). Releasing it would be unfair to the pupils and breach the first data protection principle.
""",
    ),
    Case(
        "manifestly unreasonable",
        K.REFUSAL,
        """Dealing with your request would place a disproportionate burden on a small team. The Council regards it as manifestly unreasonable and relies on the exception in regulation 12(4)(b). It has applied the presumption in favour of disclosure and finds that the public interest lies in upholding the exception.
""",
    ),
    Case(
        "review allowed",
        K.REVIEW_OUTCOME,
        """I have looked into your complaint about our refusal. You are right: the report is not exempt. Our earlier letter is withdrawn and the report comes with this one. The internal review is closed.
""",
    ),
    Case(
        "review refused out of time",
        K.OTHER,
        """Your request for an internal review was made more than 40 working days after our response and we will not carry one out. You can go to the Information Commissioner.
""",
    ),
    Case(
        "apology only",
        K.OTHER,
        """Please accept our apologies that you have not had a reply. I am looking into this and will let you know more this week.
""",
    ),
]
