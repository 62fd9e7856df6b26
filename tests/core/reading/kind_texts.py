"""Acknowledgements, automatic replies and bounces: councils, police, schools, NHS, departments, Scotland, the EIR."""

from __future__ import annotations

from datetime import date

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

TEXTS = [*ACKNOWLEDGEMENTS, *AUTOMATIC, *BOUNCES]
