"""Replies, refusals, outcomes of reviews, and what is none of these."""

from __future__ import annotations

from datetime import date

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

REPLIES = [
    Case(
        "begins like an acknowledgement",
        K.REPLY,
        """Dear Ms Hartley

Thank you for your request for information, received on 4 March 2025, which has been dealt with under the Freedom of Information Act 2000.

You asked:
1. How many library staff were employed on 1 January 2025?
2. How many libraries were open on that day?

Our response:
1. 143
2. 17

If you are dissatisfied you may ask for an internal review within 40 working days. We will acknowledge your request for a review within five working days and aim to respond within 20 working days.
""",
        details={"received_on": date(2025, 3, 4)},
    ),
    Case(
        "covering e-mail",
        K.REPLY,
        """Good afternoon

Please find attached our response to your Freedom of Information request ref 7719.

Kind regards
FOI Team
""",
        subject="RE: Freedom of Information request - 7719",
    ),
    Case(
        "not held",
        K.REPLY,
        """Thank you for your request which was received on 14 January 2026. Following a search of our records I can confirm that the Council does not hold the information you have requested. Registration of deaths is a matter for the county council, and you may wish to redirect your request to them.
""",
    ),
    Case(
        "in part, and that is all",
        K.REPLY,
        """I am writing in response to your request.

I attach a copy of the contract. Some of the information has been withheld under section 43(2) of the Act because disclosure would be likely to prejudice the commercial interests of the supplier. The public interest in transparency is outweighed by the interest in fair competition. This partial disclosure concludes our response to your request.
""",
    ),
    Case(
        "Scotland, not held by notice",
        K.REPLY,
        """Response to your request

Police Scotland does not record the information in the way you describe. In terms of section 17 of the Freedom of Information (Scotland) Act 2002, this letter serves as notice that the information you seek is not held by Police Scotland.

To be of assistance, the number of recorded incidents for the year is 312.
""",
    ),
    Case(
        "with figures and no phrase",
        K.REPLY,
        """Dear Ms Walker,

Number of laptops bought, by year:

Year | Number | Cost |
2022 | 120 | 60000 |
2023 | 90 | 47000 |
2024 | 65 | 35500 |

Regards
IT
""",
    ),
    Case(
        "late, with an apology",
        K.REPLY,
        """Please accept our apologies for the delay in responding to your request. Having completed our enquiries I am now able to provide you with the information you asked for. The total paid to agencies in 2024/25 was £312,455.
""",
    ),
    Case(
        "after clarification and extension, at last",
        K.REPLY,
        """You clarified your request on 3 June 2025, and we wrote to you on 1 July 2025 to extend the time limit so that we could consider the public interest. I can now respond as follows.

The contract was awarded to Alder Systems for £1.2 million. Please find the contract attached.
""",
    ),
]

REFUSALS = [
    Case(
        "section 12",
        K.REFUSAL,
        """Dear Mr Pryce

Your request has now been considered. I estimate that it would take 62 hours to locate and extract the information, as 1,240 files would have to be read at 3 minutes each. This exceeds the appropriate limit of 18 hours and the Council is therefore refusing your request under section 12(1) of the Act.

You may wish to narrow your request, for example to one year. Any new request will be treated as such.
""",
    ),
    Case(
        "NCND",
        K.REFUSAL,
        """The Constabulary can neither confirm nor deny that it holds any information relevant to your request, by virtue of the following exemptions: Section 23(5), Section 24(2), Section 31(3). This letter serves as a refusal notice under section 17 of the Freedom of Information Act 2000.
""",
    ),
    Case(
        "vexatious",
        K.REFUSAL,
        """I write with regard to your recent request. The Council considers that your request is vexatious and it is refused under section 14(1) of the Freedom of Information Act. There is no right to further correspondence on this topic.
""",
    ),
    Case(
        "EIR exception",
        K.REFUSAL,
        """We have considered your request under the Environmental Information Regulations. The draft report is material in the course of completion and is excepted from disclosure under Regulation 12(4)(d). We have therefore decided to withhold it. In reaching this decision we weighed the public interest, and consider that the balance favours maintaining the exception. The report will be published by 31 March 2026.
""",
    ),
]

REVIEWS = [
    Case(
        "upheld",
        K.REVIEW_OUTCOME,
        """Dear Ms Hartley

I have now completed my internal review of the Council's response to your request FOI/440871.

I have considered whether section 43(2) was correctly applied. I find that the information is commercially sensitive and I uphold the original decision. Your complaint is not upheld.

If you remain dissatisfied you may complain to the Information Commissioner.
""",
    ),
    Case(
        "overturned, with information",
        K.REVIEW_OUTCOME,
        """Response to requirement for review

I write with the outcome of the review of our handling of your request. The panel decided to overturn the original decision and the information is attached.
""",
        subject="Internal review outcome",
    ),
]

OTHERS = [
    Case(
        "holding reply",
        K.OTHER,
        """Dear Mr Pryce

I am sorry for the delay in responding to your request, which is due to staff absence. We hope to send you our response by 19 December 2025.
""",
        details={"promised_on": date(2025, 12, 19)},
    ),
    Case(
        "thanks",
        K.OTHER,
        """Thank you for letting me know. I am glad that the information was useful to you.

Best wishes
""",
    ),
    Case(
        "a survey",
        K.OTHER,
        """How did we do? We would be grateful if you could spare two minutes to answer a short survey about our service. Your feedback helps us to improve.
""",
    ),
]

TEXTS = [*REPLIES, *REFUSALS, *REVIEWS, *OTHERS]
