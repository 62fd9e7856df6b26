"""Messages of every kind: councils, police, schools, NHS, departments, Scotland, the EIR."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

ACKNOWLEDGEMENTS = [
    Case(
        "council with every right recited",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Hartley

Freedom of Information Act 2000 - Request ref: FOI/440871

Thank you for your request for information which was received on 4 March 2025.

Your request is being dealt with under the Freedom of Information Act 2000 and you should receive a response by 1 April 2025, which is 20 working days from the date of receipt.

If any of the information you have requested is exempt from disclosure we will explain which exemption applies and why. In some cases we may need to extend the deadline in order to consider the public interest test. Where a fee is payable we will issue a fees notice and the 20 working days will be suspended until payment is received. If the cost of complying exceeds £450 or 18 hours the council may refuse the request under section 12.

If you are unhappy with the way your request is handled you can ask for an internal review within 40 working days, and then complain to the Information Commissioner at Wycliffe House, Water Lane, Wilmslow SK9 5AF.

Yours sincerely
Information Governance Team
""",
        details={
            "reference": "FOI/440871",
            "received_on": date(2025, 3, 4),
            "promised_on": date(2025, 4, 1),
        },
    ),
    Case(
        "police, short",
        K.ACKNOWLEDGEMENT,
        """Dear Sir/Madam

Our Ref: 1187/25

I write to acknowledge receipt of your e-mail dated 12/05/2025 in which you request information from this force. Your request will now be considered in accordance with the legislation and you will receive a response within the statutory timescale of 20 working days.

Should the Constabulary require an extension of time to consider the public interest, you will be notified.

Regards
Disclosure Unit
""",
        details={"promised_working_days": 20},
    ),
    Case(
        "Met style",
        K.ACKNOWLEDGEMENT,
        """Freedom of Information Request Reference No: 01/FOI/25/044120

I write in connection with your request for information which was received by the Metropolitan Police Service (MPS) on 09/06/2025. I note you seek access to the following information:

How many stop and account encounters were recorded in each borough in 2024?

Your request will now be considered in accordance with the Freedom of Information Act 2000 (the Act). You will receive a response within the statutory timescale of 20 working days as defined by the Act, subject to the information not being exempt or containing a reference to a third party. In some circumstances the MPS may be unable to achieve this deadline. If this is likely you will be informed and given a revised time-scale at the earliest opportunity.

Some requests may also require either full or partial transference to another public authority in order to answer your query in the fullest possible way. Again, you will be informed if this is the case.
""",
        details={
            "reference": "01/FOI/25/044120",
            "received_on": date(2025, 6, 9),
            "promised_working_days": 20,
        },
    ),
    Case(
        "Scottish council",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Lennox

FREEDOM OF INFORMATION (SCOTLAND) ACT 2002
Request reference: 101000781234

Thank you for your information request. This was received on 14 January 2026 and has been passed to Education Services, who will respond to you directly by 11 February 2026.

Under FOISA we have to respond within 20 working days. A charge may apply, in which case we will send you a fees notice. If you are dissatisfied with our response you may ask us to review it, and thereafter apply to the Scottish Information Commissioner.

Kind regards
FOI Team
""",
        details={"received_on": date(2026, 1, 14), "promised_on": date(2026, 2, 11)},
    ),
    Case(
        "NHS trust under the EIR",
        K.ACKNOWLEDGEMENT,
        """Good morning,

We confirm receipt of your request under the Environmental Information Regulations 2004, which we received yesterday. It has been logged under reference EIR 2291 and we aim to reply by Friday 17 October 2025. Regulation 7 allows us to extend this period to 40 working days where a request is complex and voluminous; we will let you know should that be necessary.

Best wishes
Information Rights
""",
        details={"promised_on": date(2025, 10, 17)},
    ),
    Case(
        "school in one line",
        K.ACKNOWLEDGEMENT,
        """Dear Mrs Okafor,

Thank you for your Freedom of Information request, which we received today. We will respond within 20 school days.

Kind regards,
School Business Manager
""",
        details={"promised_working_days": 20},
    ),
    Case(
        "university case system",
        K.ACKNOWLEDGEMENT,
        """Your request has been logged. Your reference number is FOI-2025-318 and your request has been assigned to an information officer.

What happens next?
We will search for the information. You can expect to hear from us by 22 September 2025.
If we need clarification we will contact you. If we do not hold the information we will tell you. Exemptions may apply to some information.

Please quote the reference in any correspondence.
""",
        subject="Freedom of Information request received [FOI-2025-318]",
        details={"reference": "FOI-2025-318", "promised_on": date(2025, 9, 22)},
    ),
    Case(
        "an apology for acknowledging late is no holding reply",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Pryce

Please accept my apologies for the delay in acknowledging your request for information, which was received in this office on 3 November 2025. It has been allocated reference ATISN 25107 and a reply is due by 1 December 2025.

Yours sincerely
Freedom of Information Officer
""",
        details={
            "reference": "ATISN 25107",
            "received_on": date(2025, 11, 3),
            "promised_on": date(2025, 12, 1),
        },
    ),
    Case(
        "request for a review",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Hartley

I acknowledge receipt of your request for an internal review of our response to FOI/440871, received on 6 May 2025. The review will be carried out by an officer who was not involved in the original decision and we aim to let you have the outcome within 20 working days, by 4 June 2025.

Yours sincerely
Democratic Services
""",
        details={"about_review": True, "promised_on": date(2025, 6, 4)},
    ),
    Case(
        "requirement for review in Scotland",
        K.ACKNOWLEDGEMENT,
        """Thank you for your e-mail requesting a review of our decision on your request IM-FOI-2025-2280.

Your request for a review was received on 2 September 2025. The review will be conducted by a panel and you will receive its decision no later than 30 September 2025, in accordance with section 21(1) of the Freedom of Information (Scotland) Act 2002.
""",
        details={"about_review": True, "promised_on": date(2025, 9, 30)},
    ),
    Case(
        "automated, but it opens this very case",
        K.ACKNOWLEDGEMENT,
        """*** This is an automated e-mail, please do not reply ***

Dear Sam Doyle,

Thank you for submitting your Freedom of Information request to the Department. Your reference is FOI2025/11873.
We received your request on 18 February 2025. We will reply by 18 March 2025.
""",
        subject="FOI2025/11873: acknowledgement",
        headers={"Auto-Submitted": "auto-generated"},
        details={
            "reference": "FOI2025/11873",
            "received_on": date(2025, 2, 18),
            "promised_on": date(2025, 3, 18),
        },
    ),
    Case(
        "we hold it, and you shall have it",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Adeyemi,

Thank you for your request of 1 July. I can confirm that the Trust holds this information. It is being collated by our estates department and you will receive a full response by 29 July 2025.

Regards
FOI Office
""",
        details={"promised_on": date(2025, 7, 29)},
    ),
]

AUTOMATIC = [
    Case(
        "out of office",
        K.AUTOMATIC_REPLY,
        """I am currently out of the office and will return on Monday 4 August 2025. I will have limited access to e-mail.

In my absence please contact the switchboard on 0161 496 0000.
""",
        subject="Automatic reply: Freedom of Information request - bus lane cameras",
        headers={"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
        details={"send_to": ()},
    ),
    Case(
        "annual leave, no headers",
        K.AUTOMATIC_REPLY,
        """Hello

Thanks for your email. I am on annual leave until 12 May. I will deal with your message on my return. If it is urgent, please ring the office.

Paul
""",
        subject="Out of office: FOI request",
    ),
    Case(
        "team mailbox: general rules, no case",
        K.AUTOMATIC_REPLY,
        """Thank you for contacting the Information Governance Team.

This is an automated response to let you know your e-mail has arrived. If your e-mail is a request for information under the Freedom of Information Act 2000 or the Environmental Information Regulations 2004, we will respond within 20 working days of receipt. If your request is for personal data we will respond within one month.

We may need to ask you for clarification. Fees may be charged in certain circumstances.

Please do not reply to this automated message.
""",
        subject="Automatic reply: FOI request: agency teachers",
    ),
    Case(
        "dead mailbox with a redirect",
        K.AUTOMATIC_REPLY,
        """This mailbox is no longer monitored. Freedom of Information requests must be sent to information.requests@example.org instead. Your message has not been forwarded.
""",
        subject="Auto: FOI request",
        details={"send_to": ("information.requests@example.org",)},
    ),
    Case(
        "use our form",
        K.AUTOMATIC_REPLY,
        """Automatic reply

Requests are no longer accepted at this address. Please re-submit your request using the online form at https://www.example.org/foi-form. Requests that are not made through the form will not be processed.
""",
        details={"send_to": ("https://www.example.org/foi-form",)},
    ),
    Case(
        "school closed for the holidays",
        K.AUTOMATIC_REPLY,
        """Thank you for your e-mail. The school office is closed from 22 July until 2 September. Messages will not be read during this time. Your enquiry will be dealt with when we return.
""",
        subject="Automatic reply: Freedom of Information Request",
        headers={"X-Autoreply": "yes"},
    ),
    Case(
        "high volumes",
        K.AUTOMATIC_REPLY,
        """Thank you for contacting Brackenshire Police.

We are currently experiencing a high volume of enquiries. We will get back to you as soon as we can. In an emergency always dial 999.
""",
        headers={"Auto-Submitted": "auto-replied (vacation)"},
    ),
]

BOUNCES = [
    Case(
        "address unknown, Exchange",
        K.BOUNCE,
        """Delivery has failed to these recipients or groups:

foi@old-authority.example.org
The email address you entered couldn't be found. Please check the recipient's email address and try to resend the message.

Diagnostic information for administrators:
Generating server: mail.example.org
foi@old-authority.example.org
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'
""",
        subject="Undeliverable: Freedom of Information request",
        details={"undelivered": ("foi@old-authority.example.org",), "permanent": True},
    ),
    Case(
        "delivery status notification",
        K.BOUNCE,
        """This is the mail system at host mx.example.org.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients. It's attached below.

<requests@example.org>: host mail.example.org[192.0.2.7] said: 552 5.2.2 Mailbox is full (in reply to RCPT TO command)

Reporting-MTA: dns; mx.example.org
Final-Recipient: rfc822; requests@example.org
Action: failed
Status: 5.2.2
""",
        headers={"Content-Type": 'multipart/report; report-type="delivery-status"; boundary="x"'},
        details={"undelivered": ("requests@example.org",), "permanent": True},
    ),
    Case(
        "only delayed",
        K.BOUNCE,
        """This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours.

The address to which the message has not yet been delivered is:
  foi@example.org

No action is required on your part. Delivery attempts will continue for some time.

Action: delayed
Status: 4.4.1
""",
        subject="Warning: message delayed 24 hours",
        headers={"From": "Mail Delivery System <MAILER-DAEMON@mx.example.org>"},
        details={"undelivered": ("foi@example.org",), "permanent": False},
    ),
    Case(
        "Gmail's words",
        K.BOUNCE,
        """Address not found

Your message wasn't delivered to foi.team@example.org because the address couldn't be found, or is unable to receive mail.

The response from the remote server was:
550 5.1.1 <foi.team@example.org> User unknown
""",
        details={"undelivered": ("foi.team@example.org",), "permanent": True},
    ),
    Case(
        "X-Failed-Recipients only",
        K.BOUNCE,
        """A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:

  clerk@example.org
    unrouteable mail domain
""",
        headers={"X-Failed-Recipients": "clerk@example.org"},
        subject="Mail delivery failed: returning message to sender",
        details={"undelivered": ("clerk@example.org",), "permanent": True},
    ),
]

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

TEXTS = [
    *ACKNOWLEDGEMENTS, *AUTOMATIC, *BOUNCES, *CLARIFICATION, *FEES, *EXTENSIONS, *TRANSFERS, *PARTIAL, *REPLIES, *REFUSALS, *REVIEWS, *OTHERS,
]  # fmt: skip
