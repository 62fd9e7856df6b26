"""A third lot, again written before the cues were looked at with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

TEXTS = [
    Case(
        "county council, numbered next steps",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Osei

Information request 18834

Your information request reached us on 6 January 2026. It is being looked after by Pat Lane in the Information Access Team.

What you can expect
* We should let you have the information, or tell you why we can't, by 3 February 2026.
* If your request is not clear we will ask you to explain it.
* If we think that there is an exemption we will weigh up the public interest. This can take longer, up to 40 working days.
* We do not usually charge. If we have to, we will send a fees notice and wait for your payment.

Unhappy? Ask for an internal review.
""",
        details={"received_on": date(2026, 1, 6), "promised_on": date(2026, 2, 3)},
    ),
    Case(
        "PSNI",
        K.ACKNOWLEDGEMENT,
        """FOI/21877

Dear Applicant,

I refer to your request under the Freedom of Information Act 2000 which was received by the Police Service of Northern Ireland on 8 September 2025. The PSNI Corporate Information Branch will process your request. The Act obliges us to respond within 20 working days, therefore you can expect a reply on or before 6 October 2025.

Please note that if further clarification is needed the 20 days will not start until it is received.
""",
        details={"reference": "FOI/21877", "received_on": date(2025, 9, 8), "promised_on": date(2025, 10, 6)},
    ),
    Case(
        "academy trust clerk",
        K.ACKNOWLEDGEMENT,
        """Good morning Ms Vance

Thanks for your email below. As it's half term I'm forwarding it to the Trust's data protection lead who'll pick it up when she is back. The 20 school days will count from today.

Kind regards
Clerk to Trustees
""",
    ),
    Case(
        "ack with a warning about aggregate cost",
        K.ACKNOWLEDGEMENT,
        """Your correspondence has been received and is being treated as a request under the Freedom of Information Act. Please be aware that where requests are made by persons acting in concert the estimated costs may be aggregated and could be refused under section 12. A reply will be sent to you by 22 August 2025 at the latest.
""",
        details={"promised_on": date(2025, 8, 22)},
    ),
    Case(
        "we have your e-mail of complaint, review in Scotland",
        K.ACKNOWLEDGEMENT,
        """I acknowledge your requirement for review under section 20 of FOISA, which came in on 9 March 2026. It will be considered by our Chief Officer, Legal. The Council will give notice of the review decision by 7 April 2026.
""",
        details={"about_review": True, "promised_on": date(2026, 4, 7)},
    ),
    Case(
        "Welsh and English",
        K.ACKNOWLEDGEMENT,
        """Annwyl Syr / Dear Sir

Diolch am eich cais. Thank you for your request for information, received 5 May 2025, which is being dealt with under reference 2025/0772. You will hear from us by 3 June 2025.

Croesewir gohebiaeth yn Gymraeg / Correspondence is welcomed in Welsh
""",
        details={"received_on": date(2025, 5, 5), "promised_on": date(2025, 6, 3)},
    ),
    Case(
        "not in the office, may be urgent",
        K.AUTOMATIC_REPLY,
        """Thank you for your message. I'm not in work today. My working days are Tuesday to Thursday and I will reply when I'm next in.
""",
        subject="Automatic reply: FOI request – parking",
        headers={"Auto-Submitted": "auto-replied"},
    ),
    Case(
        "MP style auto reply",
        K.AUTOMATIC_REPLY,
        """This is an automatic acknowledgement to let you know that we have received your e-mail. The department receives a very large number of e-mails and aims to answer within 15 working days where an answer is needed. If you have written about passports, please call the advice line.
""",
    ),
    Case(
        "left the organisation",
        K.AUTOMATIC_REPLY,
        """Dana Ricci no longer works for the Council. Please forward your e-mail to informationrights@example.org where it will be dealt with.
""",
        subject="Auto response",
        details={"send_to": ("informationrights@example.org",)},
    ),
    Case(
        "postfix",
        K.BOUNCE,
        """This is the mail system at host relay.example.net.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<foi@defunct.example.org>: Host or domain name not found. Name service error for
    name=defunct.example.org type=A: Host not found
""",
        subject="Undelivered Mail Returned to Sender",
        details={"undelivered": ("foi@defunct.example.org",), "permanent": True},
    ),
    Case(
        "blocked by policy",
        K.BOUNCE,
        """Your message to foi.officer@example.org has been blocked. See technical details below for more information.

The response was:
550-5.7.1 This message has been blocked by the organisation's policy
""",
        subject="Delivery Status Notification (Failure)",
        details={"undelivered": ("foi.officer@example.org",), "permanent": True},
    ),
    Case(
        "the request is ambiguous",
        K.CLARIFICATION_QUESTION,
        """Dear Ms Vance

Request 25/0991

We are writing because your request can be read in two ways. Do you want the number of fixed penalty notices, or the number of people who were given one? We will start work as soon as we know.
""",
    ),
    Case(
        "period missing",
        K.CLARIFICATION_QUESTION,
        """Your request does not say which years it covers. Kindly let us have the dates so that we may search our systems. Under section 1(3) we need not comply until you do.
""",
    ),
    Case(
        "narrow before refusing",
        K.CLARIFICATION_QUESTION,
        """As it stands your request would take us over the cost limit. Before we issue a formal refusal we would like to give you the chance to narrow it. Would you be willing to limit the period to 2024, or to choose three of the twelve wards? Please get back to us within 20 working days, otherwise we shall treat the request as it stands.
""",
    ),
    Case(
        "university, with a list",
        K.CLARIFICATION_QUESTION,
        """Thank you for your recent request (FOI 25-219). So that we can answer it, please explain:

(a) whether "staff" includes hourly-paid tutors;
(b) what is meant by "wellbeing spend".

The time limit for our response is suspended until we have heard from you.
""",
        details={"reference": "FOI 25-219"},
    ),
    Case(
        "EIR charge by a water company",
        K.FEES_NOTICE,
        """Thank you for your enquiry. Our schedule of charges applies to environmental information of this kind. The cost of supplying it will be £82.00. If you are content with this, please send us a purchase order or pay by card within 60 working days. We'll stop work on your request in the meantime.
""",
        details={"amount": Decimal("82.00")},
    ),
    Case(
        "advance payment with bank details",
        K.FEES_NOTICE,
        """FEES NOTICE under section 9 of FOIA

Amount: £18.40 (postage and copying)
Payable by: 2 December 2025

Account 00000000, sort code 00-00-00. Quote FOI 5521.
""",
        details={"amount": Decimal("18.40"), "pay_by": date(2025, 12, 2)},
    ),
    Case(
        "Cabinet Office manner",
        K.EXTENSION_NOTICE,
        """I refer to your request received on 2 April. I am writing to advise you that the time limit for responding to your request for information under the Freedom of Information Act 2000 needs to be extended. The Act allows a public authority up to 20 working days but this may be extended where there is a need to consider whether the public interest lies in disclosing or withholding. In your case the information engages section 35(1)(b). By 29 May we expect to have reached a view.
""",
        details={"exemptions": ("35(1)(b)",)},
    ),
    Case(
        "taking the forty days",
        K.EXTENSION_NOTICE,
        """Regulation 7 notice: owing to the size and complexity of the request it will not be practicable for us to reply within the initial 20 working days. Our reply will now be with you by 11 February 2026 (40 working days).
""",
        details={"extended_to": date(2026, 2, 11)},
    ),
    Case(
        "FOISA has none, they take it all the same",
        K.EXTENSION_NOTICE,
        """Due to the volume of requests we have received we will be unable to meet the 20 day deadline of 12 March 2026 and are taking a further ten working days. You can expect our response by 26 March 2026.
""",
        details={"extended_to": date(2026, 3, 26), "extended_working_days": 10},
    ),
    Case(
        "wrong council",
        K.TRANSFER,
        """Hello, it looks as though this is meant for Eastmoor Borough Council, who look after the bins in your street. I've sent it across to Eastmoor Borough Council for you and they'll be in touch.
""",
        details={"transferred_to": "Eastmoor Borough Council"},
    ),
    Case(
        "consent under the code",
        K.TRANSFER,
        """We do not hold this information but believe that the Ministry of Justice does. With your agreement we can transfer your request to the Ministry of Justice. Please let us know whether you agree to this.
""",
        details={"transferred_to": "Ministry of Justice", "asks_consent": True},
    ),
    Case(
        "three of four",
        K.PARTIAL_REPLY,
        """Further to your request, the answers to three of your four questions are below. We have not yet received the information needed for question 4 and will write to you again with it.

1. 88
2. 12
3. None
""",
    ),
    Case(
        "apology, some now",
        K.PARTIAL_REPLY,
        """I am sorry that we can't yet give you a complete answer. Attached is the data for 2022 and 2023. The 2024 data is being checked; we will send it to you before 30 June 2025.
""",
        details={"promised_on": date(2025, 6, 30)},
    ),
    Case(
        "NHS letter with table in words",
        K.REPLY,
        """Ref: FOI 9034

Please see the Trust's responses below in blue.

Q1 How many agency shifts were booked in March 2025?
2,310

Q2 What was the highest hourly rate paid?
£118.40

Should you be unhappy with this response you can request an internal review within 40 working days of its date.
""",
    ),
    Case(
        "nothing recorded",
        K.REPLY,
        """Dear Mr Osei,

We have checked with the relevant service. No such policy exists and so there is nothing we can send you.

Regards
""",
    ),
    Case(
        "links only",
        K.REPLY,
        """Thanks for your FOI. All our spending over £500 is published here: https://www.example.org/spend. The lines you want are under "Consultancy".
""",
    ),
    Case(
        "after payment",
        K.REPLY,
        """We have received your payment of £37.50, thank you. Copies of the 250 pages are enclosed with this letter.
""",
    ),
    Case(
        "after an extension",
        K.REPLY,
        """As we told you on 3 April we needed more time to consider the public interest in this case. This is now complete. The public interest favours disclosure and a copy of the briefing is attached.
""",
    ),
    Case(
        "school, chatty",
        K.REPLY,
        """Hi, yes we do have a counsellor, she works two days a week and the annual cost is £14,200. We don't keep a count of the sessions. Hope this helps.
""",
    ),
    Case(
        "environmental, part refused",
        K.REPLY,
        """EIR 25/18 - OUR DECISION

We are disclosing the noise readings (attached). We are withholding the landowners' names as regulation 13 applies to them.
""",
    ),
    Case(
        "confidential",
        K.REFUSAL,
        """I am afraid we can't let you have the witness statements. They were given to us in confidence, and section 41 of the Act therefore applies. This is an absolute exemption.
""",
    ),
    Case(
        "section 36 with an opinion",
        K.REFUSAL,
        """The Chief Constable, as the qualified person, is of the opinion that disclosure would be likely to inhibit the free and frank exchange of views. Section 36(2)(b)(ii) is engaged. Having balanced the public interest, I have concluded that it lies in maintaining the exemption and your request is accordingly refused.
""",
    ),
    Case(
        "health body, cost, kind",
        K.REFUSAL,
        """We're sorry but we won't be able to answer. Each of the 9,400 case notes would need to be opened by hand, about five minutes a time, some 783 hours of work. That's well in excess of the 18 hours set out in the Regulations, so section 12 applies. If you asked about one ward for one month we might be able to help.
""",
    ),
    Case(
        "SEPA withholds",
        K.REFUSAL,
        """SEPA has decided to withhold all of the information under regulation 10(5)(b) of the Environmental Information (Scotland) Regulations 2004, as its release would prejudice substantially the course of justice. The public interest in making it available is outweighed.
""",
    ),
    Case(
        "review letter, plain",
        K.REVIEW_OUTCOME,
        """Dear Mr Osei

You asked us to review our reply to 18834. I have gone through the file and spoken to the people who searched. My conclusion is that the original answer was right and there is nothing more to find. That completes our internal review.
""",
    ),
    Case(
        "review with apology",
        K.REVIEW_OUTCOME,
        """Internal review response: FOI 5521

Having reviewed the handling of your request I agree that we were late, which is a breach of section 10. I am sorry about that. On the substance I do not agree that more should have been disclosed, and the decision to apply section 31 stands.
""",
    ),
    Case(
        "chasing answered with a shrug",
        K.OTHER,
        """Hi Ms Vance, thanks for chasing. I'm afraid it is still with the department but I have reminded them. Hopefully not too long now.
""",
    ),
    Case(
        "please use another Act",
        K.OTHER,
        """Your message is about your own housing file. This is not a freedom of information matter and you can use the tenant portal to see it.
""",
    ),
]
