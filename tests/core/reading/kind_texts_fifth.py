"""A fifth lot: formal letters, written like the fourth."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

TEXTS = [
    Case(
        "city council template",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Abara

Freedom of Information Act 2000 – Information Request
Our reference: FOI 2025-1180

Thank you for your request for information about street lighting that was received on 11 August 2025 and that is being processed under the terms of the Freedom of Information Act 2000.

In line with the Act, the Council will aim to provide the information you have requested within 20 working days of receipt, that is no later than 9 September 2025.

There are exemptions under the Act which prevent the release of certain classes of information. If an exemption applies we will tell you so. There is also a fee provision, in which case you will be informed and asked to pay before the information is released.

If you are not satisfied with the handling of your request you may use our internal review procedure.
""",
        details={
            "reference": "FOI 2025-1180",
            "received_on": date(2025, 8, 11),
            "promised_on": date(2025, 9, 9),
        },
    ),
    Case(
        "force template",
        K.ACKNOWLEDGEMENT,
        """I acknowledge receipt of your request for information, received by Northshire Police on 02/10/2025, which is being dealt with under reference 0913/25.

You will receive a response to your request as soon as possible, no later than 30/10/2025.

There may be occasions when the force needs to clarify a request, extend the time for response or refuse to confirm or deny; if so you will be told.
""",
        details={"received_on": date(2025, 10, 2), "promised_on": date(2025, 10, 30), "reference": "0913/25"},
    ),
    Case(
        "Scottish Government template",
        K.ACKNOWLEDGEMENT,
        """Our Reference: 202500478812

Thank you for your request dated 1 September 2025 under the Freedom of Information (Scotland) Act 2002 (FOISA).

We will respond in accordance with FOISA by 29 September 2025. If you have any queries please contact me quoting case number 202500478812.
""",
        details={"promised_on": date(2025, 9, 29), "reference": "202500478812"},
    ),
    Case(
        "Welsh health board",
        K.ACKNOWLEDGEMENT,
        """Thank you for your email dated 13th June 2025. The Health Board is dealing with your enquiry in line with the Freedom of Information Act. Please be advised that we have twenty working days to answer, and that an answer should be with you by 11th July 2025.
""",
        details={"promised_on": date(2025, 7, 11)},
    ),
    Case(
        "regulator acknowledges a review",
        K.ACKNOWLEDGEMENT,
        """We have received your correspondence of 3 May in which you ask us to carry out an internal review of the way we handled request IRQ0871234. We will send you the result of our review by 2 June 2025, twenty working days from the day after we received it.
""",
        details={"about_review": True, "promised_on": date(2025, 6, 2)},
    ),
    Case(
        "mailbox",
        K.AUTOMATIC_REPLY,
        """Thank you for your email to the Freedom of Information mailbox. This is an automated response. We will acknowledge valid requests within two working days. We aim to respond to all requests within the statutory limit of 20 working days.
""",
        headers={"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "DR, OOF, AutoReply"},
    ),
    Case(
        "clinician away",
        K.AUTOMATIC_REPLY,
        """Thank you for your email. I am away from the office until Tuesday 9th September with no access to email. If your query concerns Freedom of Information please contact foi@example.org.
""",
    ),
    Case(
        "Outlook NDR",
        K.BOUNCE,
        """Your message couldn't be delivered to the recipients shown below.

foi@example.org
Couldn't be delivered because the recipient's mailbox isn't set up to accept messages from outside the organisation.

Error: 550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup
""",
        details={"undelivered": ("foi@example.org",), "permanent": True},
    ),
    Case(
        "clarification letter, borough",
        K.CLARIFICATION_QUESTION,
        """Dear Miss Rowe

Request for information: FOI/551209

I write further to your request for "details of all contracts". In its present form the request does not describe the information in enough detail for us to identify it. Under section 1(3) of the Act I am therefore asking you to be more specific. It would help if you could say:

• which service area you are interested in
• whether you want contracts above a certain value

Once I have this I will be able to begin. Until then the time for compliance does not run. If I have not heard from you by 4 August 2025 I will treat the request as withdrawn.
""",
        details={"reference": "FOI/551209"},
    ),
    Case(
        "ministry asks which documents",
        K.CLARIFICATION_QUESTION,
        """Thank you for your request. I am writing to seek further clarification of it. You ask for "correspondence with industry". Please confirm which companies or trade bodies you have in mind and the dates you would like us to search between. In the absence of a reply within 28 days we will consider your request closed.
""",
    ),
    Case(
        "fees by a university",
        K.FEES_NOTICE,
        """Fees Notice

In accordance with Section 9 of the Freedom of Information Act 2000 the University requires a fee of £22.80 for providing the information. This covers photocopying of 228 pages. The fee must be received within three months beginning with the date of this notice, failing which the University will not be obliged to comply. Cheques should be made payable to the University.
""",
        details={"amount": Decimal("22.80")},
    ),
    Case(
        "police extension",
        K.EXTENSION_NOTICE,
        """I am writing to inform you that it will not be possible to respond to your request within the cited timescale as we are currently considering the public interest test. The exemptions under consideration are Section 24(1) National Security and Section 31(1) Law Enforcement. I can now advise you that the amended date for a response is 14 November 2025.
""",
        details={"extended_to": date(2025, 11, 14), "exemptions": ("24(1)", "31(1)")},
    ),
    Case(
        "EIR extension by a county",
        K.EXTENSION_NOTICE,
        """Regulation 7(1) of the EIR allows the Council to extend the period of 20 working days to 40 working days where the complexity and volume of the information requested means that it is impracticable either to comply with the request within the earlier period or to make a decision to refuse to do so. We consider that this applies to your request. We will respond no later than 6 January 2026.
""",
        details={"extended_to": date(2026, 1, 6), "exemptions": ("Regulation 7(1)",)},
    ),
    Case(
        "transfer by a department",
        K.TRANSFER,
        """The Department does not hold the information you have requested. However, responsibility for this lies with the Maritime and Coastguard Agency and I have transferred your request to the Maritime and Coastguard Agency to answer.
""",
        details={"transferred_to": "Maritime and Coastguard Agency"},
    ),
    Case(
        "part answered",
        K.PARTIAL_REPLY,
        """In response to your request of 1 May please find attached the information in relation to questions 1-3. We are unable to provide the information for questions 4 and 5 at this time; a further response to those questions will be provided by 13 June 2025.
""",
        details={"promised_on": date(2025, 6, 13)},
    ),
    Case(
        "Liverpool manner",
        K.REPLY,
        """Dear Mr Abara

Your request and our response are set out below -

1. The number of taxi licences issued in 2024
1,482

2. The number refused
Information not held in that format. To find it each file would have to be opened.

The City Council will consider appeals, referrals or complaints in respect of your Freedom of Information request. You must submit these in writing within 28 days of receiving your response.
""",
    ),
    Case(
        "ONS",
        K.REPLY,
        """You asked

How many people work from home in Wales?

We said

Thank you for your request. Estimates of homeworking in Wales are published in our release Homeworking in the UK. Please see table 3. In 2024 there were 312,000.
""",
    ),
    Case(
        "nothing held, formal",
        K.REPLY,
        """Your request for information has been considered and I can advise that, following searches conducted with our Fleet department, Northshire Police hold no information in respect of your request.
""",
    ),
    Case(
        "already published",
        K.REFUSAL,
        """Section 21 of the Act exempts information that is reasonably accessible to the applicant by other means. The figures that you seek are published on our website and Section 21 therefore applies. This letter acts as a refusal notice for your request.
""",
    ),
    Case(
        "confidential, Scotland",
        K.REFUSAL,
        """The Council considers that the information is exempt in terms of section 36(2) of the Freedom of Information (Scotland) Act 2002, as it was obtained from another person and its disclosure would be an actionable breach of confidence. It is accordingly withheld in full.
""",
    ),
    Case(
        "review, police",
        K.REVIEW_OUTCOME,
        """I refer to your email of 3 June in which you requested a review of the response to FOI 0913/25. The review has been conducted by a person not previously involved. It is the reviewer's finding that Section 31 was correctly engaged and the original decision is upheld.
""",
    ),
    Case(
        "please wait",
        K.OTHER,
        """I am sorry that you have not yet received a response to your request. We are waiting for information from two departments and will reply as soon as we can. Please accept our apologies for the delay.
""",
    ),
]
