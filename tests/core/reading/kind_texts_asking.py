"""Messages that ask for something or take time: clarification, fees, extensions, transfers, replies in part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

CLARIFICATION = [
    Case(
        "section 1(3) in full",
        K.CLARIFICATION_QUESTION,
        """Dear Ms Hartley

FOI 3391

Thank you for your request for information received on 4 March 2025.

In order to process your request we require further clarification from you. Please could you confirm:

1. Which financial years you would like the figures for?
2. Do you mean all schools in the borough, or only those maintained by the council?

Section 1(3) of the Freedom of Information Act allows us to ask for further particulars. Your request has been placed on hold until we hear from you. The 20 working day period will begin once we have received your clarification. If we do not hear from you within two months we will assume that you no longer require the information and close your request.

Yours sincerely
""",
        details={"received_on": date(2025, 3, 4)},
    ),
    Case(
        "one question, no law",
        K.CLARIFICATION_QUESTION,
        """Hi Sam,

Thanks for this. Just so that we search for the right thing: when you say "security staff", do you mean contractors as well as our own employees? Could you let me know which you want included in your request?

Thanks
Jo
""",
    ),
    Case(
        "too broad",
        K.CLARIFICATION_QUESTION,
        """Dear Mr Lennox

I refer to your request for all correspondence about the Riverside development.

Your request as currently worded is very broad. To help us identify and locate the information, please would you specify the time period you are interested in and the officers whose correspondence you wish us to search.

On receipt of your reply the statutory period of 20 working days will start afresh.

Yours sincerely
""",
    ),
    Case(
        "under the EIR",
        K.CLARIFICATION_QUESTION,
        """Dear Mr Adeyemi

Your request falls under the Environmental Information Regulations 2004. Regulation 9(2) provides that where a request is formulated in too general a manner the authority shall ask the applicant for more particulars. Could you please clarify which site your request relates to, and whether you are seeking monitoring data or the permits themselves?
""",
    ),
    Case(
        "who are you",
        K.CLARIFICATION_QUESTION,
        """Thank you for your e-mail.

For a request to be valid under section 8 of the Freedom of Information Act it must state the name of the applicant. Please provide your full name so that we can process your request.

FOI Officer
""",
    ),
    Case(
        "acknowledged and asked in one",
        K.CLARIFICATION_QUESTION,
        """Thank you for your request, which was received on 2 October 2025 and has been logged as 7719.

Before we can proceed, we need you to clarify what you mean by "incidents" in part 2 of your request. Would you like the number of calls, or the number of recorded crimes? Please note that the clock has been stopped until we receive this clarification.
""",
        details={"received_on": date(2025, 10, 2)},
    ),
]

FEES = [
    Case(
        "fees notice under section 9",
        K.FEES_NOTICE,
        """Dear Ms Hartley

FOI/440871 - FEES NOTICE

We have located the information you asked for. The Council has decided to charge for disbursements under section 9 of the Freedom of Information Act 2000.

The fee payable is £37.50, being 250 sheets at 10p per sheet (£25.00) and postage of £12.50.

Please send a cheque made payable to Brackenshire Council, to reach us by 30 June 2025. If the fee is not paid within three months of the date of this notice your request will lapse. The information will be sent to you on receipt of payment.
""",
        details={"amount": Decimal("37.50"), "pay_by": date(2025, 6, 30)},
    ),
    Case(
        "Scottish fees notice",
        K.FEES_NOTICE,
        """Dear Mr Lennox

This letter is a fees notice in terms of section 9(1) of the Freedom of Information (Scotland) Act 2002.

We estimate the cost of providing the information at £320. The first £100 is free and you are charged 10% of the remainder: the amount payable is £22.00. Once we receive your payment we will send you the information. You have three months to pay the fee.
""",
        details={"amount": Decimal("22.00")},
    ),
    Case(
        "EIR charge in advance",
        K.FEES_NOTICE,
        """Under regulation 8 of the Environmental Information Regulations 2004 we may make a reasonable charge. A charge of £60.00 is payable in advance for the supply of the property records you asked for. Please make payment by card on 0161 496 0001 by 5 January 2026, after which we will provide the records.
""",
        details={"amount": Decimal("60.00"), "pay_by": date(2026, 1, 5)},
    ),
    Case(
        "over the limit, but they offer to go on for money",
        K.FEES_NOTICE,
        """Dear Mr Pryce

We estimate that answering would take 31 hours, which exceeds the appropriate limit of £450. The authority is however willing to comply on payment. If you wish us to proceed, a fee of £775.00 is payable. Please send payment within three months of this letter; work will begin once the payment is received.
""",
        details={"amount": Decimal("775.00")},
    ),
]

EXTENSIONS = [
    Case(
        "section 10(3) with two exemptions",
        K.EXTENSION_NOTICE,
        """Dear Ms Hartley

Thank you for your request of 4 March 2025. I can confirm that the Department holds information within the scope of your request.

The Act requires us to respond within 20 working days. However, where a qualified exemption applies and more time is needed to consider the balance of the public interest, section 10(3) allows that time to be extended. We are considering the exemptions at section 35(1)(a) and section 43(2), and we need further time to consider the public interest. We therefore plan to let you have a full response by 1 May 2025.
""",
        details={"exemptions": ("35(1)(a)", "43(2)"), "extended_to": date(2025, 5, 1)},
    ),
    Case(
        "police, twenty more days",
        K.EXTENSION_NOTICE,
        """I am writing further to your request 1187/25.

Unfortunately the force is not yet able to reach a decision on the public interest. The information falls within section 31(1)(a) and (b) Law Enforcement. I am therefore extending the time limit by a further 20 working days in accordance with section 17(2) and section 10(3). It is expected that a decision will be reached by 8 July 2025.
""",
        details={"extended_working_days": 20, "extended_to": date(2025, 7, 8)},
    ),
    Case(
        "EIR regulation 7",
        K.EXTENSION_NOTICE,
        """Dear Mr Adeyemi

Because of the complexity and volume of the information you have requested, it is impracticable to comply within 20 working days. We are extending the deadline to 40 working days under Regulation 7(1) of the Environmental Information Regulations 2004. You will receive our response by 14 November 2025.
""",
        details={"extended_to": date(2025, 11, 14), "exemptions": ("Regulation 7(1)",)},
    ),
    Case(
        "more time for no reason the law knows",
        K.EXTENSION_NOTICE,
        """Dear Mr Lennox,

I am sorry but due to staff absence we require additional time to respond to your request and have extended the deadline by 10 working days. We hope to be able to send you our reply by 6 March 2026.
""",
        details={"extended_to": date(2026, 3, 6), "extended_working_days": 10},
    ),
    Case(
        "extension of a review",
        K.EXTENSION_NOTICE,
        """Your internal review is more complex than we first thought and we need to extend the time for the review. We now expect to complete the internal review and write to you by 3 July 2025.
""",
        details={"about_review": True, "extended_to": date(2025, 7, 3)},
    ),
]

TRANSFERS = [
    Case(
        "transferred to the county",
        K.TRANSFER,
        """Dear Ms Hartley

Thank you for your request about potholes. Highways are the responsibility of the county. We have therefore transferred your request to Brackenshire County Council, who will reply to you directly. We have now closed our file.
""",
        details={"transferred_to": "Brackenshire County Council"},
    ),
    Case(
        "may we",
        K.TRANSFER,
        """Dear Mr Pryce

The information you seek is not held by the Trust. We believe that it is held by NHS Northshire Integrated Care Board. Would you be content for us to transfer your request to NHS Northshire Integrated Care Board on your behalf? Please confirm.
""",
        details={"transferred_to": "NHS Northshire Integrated Care Board", "asks_consent": True},
    ),
    Case(
        "EIR regulation 10",
        K.TRANSFER,
        """We do not hold the flood data you asked for. In accordance with Regulation 10 of the Environmental Information Regulations, your request has been transferred to the Environment Agency today. The 20 working days run from the day on which they receive it.
""",
        details={"transferred_to": "Environment Agency"},
    ),
]

PARTIAL = [
    Case(
        "first two now",
        K.PARTIAL_REPLY,
        """Dear Ms Hartley

Please find below our response to questions 1 and 2 of your request. This is a partial response.

1. How many exclusions were there in 2023/24?
There were 41 exclusions.

2. How many of these were permanent?
Six were permanent.

We are still awaiting figures for question 3, and the response to the remaining question will be sent to you by 12 September 2025.
""",
        details={"promised_on": date(2025, 9, 12)},
    ),
    Case(
        "the rest is weighed",
        K.PARTIAL_REPLY,
        """Please find attached the information in response to parts 1, 2 and 4 of your request.

With regard to part 3, we need further time to consider the public interest in relation to section 43(2). We will respond on the remaining part by 20 October 2025.
""",
    ),
]

TEXTS = [*CLARIFICATION, *FEES, *EXTENSIONS, *TRANSFERS, *PARTIAL]
