"""Messages by a writer who saw no code: offices large and small. All are invented."""

from __future__ import annotations

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

TEXTS = [
    Case(
        "m01 Out of office Re: Collections disposed of since 2015",
        K.AUTOMATIC_REPLY,
        """Hello

I have now left the Tidewater Museum. For loans and acquisitions please contact Oswin Hartley (o.hartley@example.org); for Freedom of Information please write to info.rights@example.org. Your message has not been forwarded.

Marguerite Sloane
(formerly) Registrar""",
        subject="Out of office Re: Collections disposed of since 2015",
        headers={"Auto-Submitted": "auto-replied", "Precedence": "bulk"},
    ),
    Case(
        "m02 FOI 26/0772 - first part of our answer",
        K.PARTIAL_REPLY,
        """Dear Ms Calloway

Please find attached the figures for questions 1 to 4 (spreadsheet, two tabs).

Question 5, on the cost of legal advice, is still with our solicitors. I hope to send it by the end of next week.

Sorry to do it in two goes, but I thought you would rather have something now.

Kind regards
Ibrahim Sayle
Governance Support
Fenlight Learning Trust""",
        subject="FOI 26/0772 - first part of our answer",
    ),
    Case(
        "m03 Mail delivery failed: returning message to sender",
        K.BOUNCE,
        """This message was created automatically by mail delivery software.

A message that you sent has not yet reached everyone it was meant for. No more attempts will be made for:

  clerk@netherwickham.example.org
    Domain netherwickham.example.org has exceeded the max emails per hour; message discarded

------ This is a copy of the message, including all the headers. ------

To: clerk@netherwickham.example.org
Subject: Internal review please

Dear Clerk,

I am asking for an internal review of your refusal dated 4 May. Section 14 does not apply because there is nothing vexatious in asking what the pavilion door cost.

Yours
P. Snelgrove""",
        subject="Mail delivery failed: returning message to sender",
    ),
    Case(
        "m04 Re: Re: potholes",
        K.CLARIFICATION_QUESTION,
        """Hi Danuta

Quick one - when you say "the bottom end of Mill Lane", do you mean between the Co-op and the bridge or the bit past the allotments? They're different maintenance zones so I want to be sure I pull the right inspection sheets.

Cheers
Kev
Highways, Ashcombe District""",
        subject="Re: Re: potholes",
    ),
    Case(
        "m05 Request under FOISA - custody nurses - 26-1740",
        K.CLARIFICATION_QUESTION,
        """Dear Sir/Madam

I refer to your recent application to the Police Service of Caledon in the following terms:

"How many incidents involving nurses in custody have there been in recent years and what was done?"

In terms of section 1(3) of the Freedom of Information (Scotland) Act 2002, I would be obliged if you could specify:

* what you would wish us to regard as an incident. Our systems record, for instance, assaults on staff, clinical errors, complaints and near misses, each held separately;
* the years in question; and
* whether "nurses in custody" means healthcare staff at work in our custody suites or persons of that profession who were detained.

Until that is known I am unable to identify what you seek and the Service isn't obliged to proceed. I should add, so as to be of assistance, that if all incident logs had to be read the cost would very likely go beyond £600 and a refusal would follow; a single year and one category would in all likelihood be manageable.

Yours faithfully

Disclosure Officer 4417
Information Management""",
        subject="Request under FOISA - custody nurses - 26-1740",
    ),
    Case(
        "m06 Action needed on your request 00219845",
        K.CLARIFICATION_QUESTION,
        """Your request 00219845 is ON HOLD.
Reason: further details required.
Officer's message: Please state date range and name of ward(s).
Reply by this e-mail without changing the subject line.""",
        subject="Action needed on your request 00219845",
    ),
    Case(
        "m07 RE: FOI request body worn video complaints",
        K.TRANSFER,
        """Good morning

This isn't one for us (we're the Commissioner's office, not the force) so with the OK you gave me on the phone on Monday I've forwarded it to the force's own disclosure team, disclosure@example.org, and copied you in. They will give you a reference.

Kind regards,
Lowri
Office of the Police and Crime Commissioner for Fellshire""",
        subject="RE: FOI request body worn video complaints",
    ),
    Case(
        "m08 Letter about boiler servicing at Oakhanger Academy",
        K.TRANSFER,
        """Dear Mr Pemberly,

The head has handed me your letter. Since we joined the Fenlight Learning Trust it is the Trust that looks after all buildings paperwork and deals with FOI for us, so I popped your letter in the internal post to Mrs Devi at Trust HQ this afternoon and she'll be the one replying. Hope that's all right.

Yours sincerely,
Sandra Whitebeam
Office Manager, Oakhanger Academy""",
        subject="Letter about boiler servicing at Oakhanger Academy",
    ),
    Case(
        "m09 FOI request - ministerial submissions: more time required",
        K.EXTENSION_NOTICE,
        """Dear Mr Lachance

Our ref: DRI/26/0518

I am writing about the request for information you made on 2 March 2026.

We hold information falling within what you describe. It is covered by sections 35(1)(a) (formulation of government policy) and 43(2) (commercial interests), both of which are qualified. We must therefore decide whether, in all the circumstances, the public interest in keeping the exemption up outweighs that in disclosure.

The Act allows us to go beyond 20 working days while we do so, where that is reasonable (section 10(3)). We have not yet come to a view and estimate that a decision will be reached by 29 April 2026. We shall write to you by then whichever way it goes.

If you are not content with the handling of your request you can ask for an internal review within two months. Should you remain unhappy, you may apply to the Information Commissioner.

Yours sincerely

Private Office and Transparency Unit
Department for Regional Infrastructure""",
        subject="FOI request - ministerial submissions: more time required",
    ),
    Case(
        "m10 Closure of request 00219845",
        K.OTHER,
        """Dear requester

On 12 June we asked you for a date range and for the name of the wards you had in mind. As two months have gone by with no word from you, the case has been closed and we will take no more action on it.

You are welcome to make a fresh request whenever you like.

Harrowmere Borough Council
Information Rights""",
        subject="Closure of request 00219845",
    ),
    Case(
        "m11 EIR 26/331 - river gauge data",
        K.EXTENSION_NOTICE,
        """Hi Ms Thackray,

Update on your request. Having pulled everything together there are just over 11,000 files across four systems, many of them technical, and there's no way we can go through them properly in 20 working days. The Regulations (it's reg 7) let us take up to 40 where a request is both big and complicated, and this one is, so we're doing that. The new date is 21 July 2026. If we manage sooner you'll get it sooner.

Thanks for your patience!

Gethin
Environment Team""",
        subject="EIR 26/331 - river gauge data",
    ),
    Case(
        "m12 Delivery Status Notification (Failure)",
        K.BOUNCE,
        """The recipient's inbox is full: dpo@fenlight.example.org
452 4.2.2 Over quota. Gave up after 72 hours. The message was not delivered.""",
        subject="Delivery Status Notification (Failure)",
        headers={
            "Content-Type": "multipart/report; report-type=delivery-status",
            "X-Failed-Recipients": "dpo@fenlight.example.org",
        },
    ),
    Case(
        "m13 Internal review of FOI 26/0458 - IR/26/014",
        K.REVIEW_OUTCOME,
        """Dear Mr Okonjo

I have now finished looking again at how your request was dealt with. I had no part in the first decision.

You said that (1) we took too long and (2) we were wrong to hold back the vehicle fault logs under section 38.

On (1), you are right. The answer was sent on the 26th working day. That was a breach of section 10(1) and I apologise.

On (2), I have read all 61 logs. I do not think that letting the public see when a pump had a flat battery would put anyone's health or safety in danger. I am overturning the decision, and the logs are attached with drivers' names removed (section 40(2)).

I therefore uphold your complaint.

If you are still not content you may take the matter to the Information Commissioner within six weeks.

Yours sincerely

Area Manager U. Castellan
Wrexholt Fire and Rescue Service""",
        subject="Internal review of FOI 26/0458 - IR/26/014",
    ),
    Case(
        "m14 Message blocked",
        K.BOUNCE,
        """Your message was not passed to its recipient because it broke our e-mail policy:

  Reason: attachment type not allowed (.zip)
  Recipient: information.access@example.org
  Subject: FOI request with previous correspondence

The message has been deleted. Take out the attachment and send it again.

Secure Mail Gateway""",
        subject="Message blocked",
    ),
    Case(
        "m15 FOI 26-2091 Refusal Notice",
        K.REFUSAL,
        """Dear Mr Achterberg

Thank you for your request of 24 February 2026 for copies of all e-mails sent or received by the Chief Planning Officer in 2025 containing the word "viability".

We estimate that it would take more than 18 hours to comply. A search of the mailbox brings back 9,412 items; at a cautious one minute each to see whether they fall within your request, the work would take 156 hours. This goes beyond the appropriate limit of £450 set for local authorities, and section 12(1) of the Act means we don't have to comply.

Under our duty to advise and assist, we suggest that you might limit the request to a single development or to correspondence with one named company over a period of not more than two months. Any refined request will be handled as new.

This letter acts as a refusal notice under section 17(5).

You may ask for an internal review by replying to this message within 40 working days. You may also contact the Information Commissioner's Office.

Yours sincerely

K. Featherstonehaugh
Harrowmere Borough Council""",
        subject="FOI 26-2091 Refusal Notice",
    ),
    Case(
        "m16 Freedom of Information request ref 2026-04418",
        K.REPLY,
        """Dear Mr Vandermeer

Thank you for your request, received on 15 January 2026, in which you asked for the following:

  1. The number of blue badge applications made in 2023, 2024 and 2025.
  2. The number turned down.
  3. The number of appeals and how they ended.
  4. The names of the assessors.
  5. Any equality impact assessment of the 2024 change of policy.

We have handled it under the Freedom of Information Act 2000. I confirm that the Council holds some of the information. My response is as follows.

1 and 2.

   Year    Applications   Turned down
   2023        6,118          702
   2024        6,540          911
   2025        6,377          864

3. There is no appeal as such. Applicants may ask for a second look; our system does not log these, and so no recorded information is held.

4. We are withholding the names. They are third party personal data and giving them out would breach the first data protection principle. Section 40(2) and (3A)(a) applies. This is an absolute exemption and there's no public interest test. Please take this as a refusal notice under section 17 as regards question 4.

5. Attached (EqIA 24-17, 9 pages). It's also on our website.

Please accept our apologies for answering a day later than we ought to have.

This concludes your request. If you are unhappy with the service you have received and wish to ask for an internal review, please write within 40 working days to the Monitoring Officer. If you are not satisfied with the result you may apply directly to the Information Commissioner for a decision; generally the Commissioner can't take a case until the internal procedure has been used.

Most of the information we provide is subject to copyright but you are free to use it for your own purposes, including non-commercial research and news reporting. Any other re-use needs permission of the copyright owner.

Yours sincerely

Florian Greaves
Information Rights Team
Stanmoor County Council""",
        subject="Freedom of Information request ref 2026-04418",
    ),
    Case(
        "m17 Invoice and covering letter - records of land disposals",
        K.FEES_NOTICE,
        """Dear Mr Ebbsworth

I attach invoice no. 0033871 for £18.60, being the cost of photocopying (186 pages at 10p). As soon as your remittance has cleared, the copies, which are ready on my desk, will be put in the post to you.

Yours sincerely

Phyllida Cray
Estates Department, Carrowdale Health Board""",
        subject="Invoice and covering letter - records of land disposals",
    ),
    Case(
        "m18 Undelivered Mail Returned to Sender",
        K.BOUNCE,
        """This is the mail system at host mx3.example.org.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

For further assistance, please send mail to postmaster.

                   The mail system

<foi@harrowmere.example.org>: host mail.harrowmere.example.org[192.0.2.25] said:
    550 5.1.1 <foi@harrowmere.example.org>: Recipient address rejected: User
    unknown in virtual mailbox table (in reply to RCPT TO command)""",
        subject="Undelivered Mail Returned to Sender",
        headers={
            "From": "MAILER-DAEMON@mx3.example.org",
            "Content-Type": "multipart/report; report-type=delivery-status",
            "Auto-Submitted": "auto-replied",
        },
    ),
    Case(
        "m19 Your complaint about our response - ICB/FOI/26/205",
        K.REVIEW_OUTCOME,
        """Dear Mr Rahimi

I am replying to your e-mail of 3 July, in which you told us you did not believe that we held no minutes of the Winter Pressures Group.

I asked the Corporate Office to search once more, this time under the group's former name (Seasonal Resilience Cell), together with the personal drives of the two chairs. Nothing else came to light. Both chairs have confirmed in writing that the group kept an action list, which you have, and that minutes were never taken.

On the balance of probabilities I am satisfied that our original response was correct and that no further information is held.

You have the right to apply to the Information Commissioner for a decision under section 50.

Yours sincerely

Henrietta Plumtree
Director of Corporate Affairs
Caldbrook and Vale Integrated Care Board

---- Your e-mail ----
> I would like an internal review. It is inconceivable that a body spending this
> much kept no minutes. Please search again and tell me where you looked.""",
        subject="Your complaint about our response - ICB/FOI/26/205",
    ),
    Case(
        "m20 01/FOI/26/7734",
        K.REFUSAL,
        """Dear Sir or Madam

In accordance with the Freedom of Information Act 2000, this letter represents a Refusal Notice.

Fellshire Constabulary neither confirms nor denies that it holds any information relevant to your request by virtue of section 23(5) (information supplied by, or concerning, certain security bodies), section 24(2) (national security) and section 31(3) (law enforcement).

Overall harm in complying with section 1(1)(a): to say whether or not equipment of the kind you name is owned or has been used would tell those minded to break the law what they may safely do and where.

Factors favouring confirmation: the public would be better informed as to how money is spent; debate on privacy would be better founded.
Factors against: tactics would be weakened; resources would be diverted; more crime would be committed.

Balance test: the Constabulary will not disclose anything which could put the safety of the public at risk. On balance, the case for neither confirming nor denying is made out.

No inference can be taken from this refusal that information does or does not exist.

Your attention is drawn to the enclosed complaints leaflet.

Decision Maker
Legal Compliance""",
        subject="01/FOI/26/7734",
    ),
    Case(
        "m21 RE: I want somebody else to look at this please",
        K.REVIEW_OUTCOME,
        """Dear Wendell

As promised, I've been back over it with a fresh pair of eyes. I'm afraid I come out at the same place as Anneliese did: the tender scores are commercially sensitive while the second lot is still out to competition, and the public interest favours keeping them back until then. So no change, I'm sorry.

That's the end of the road as far as the University goes. The ICO is your next port of call.

Best wishes,
Prof. Ludo Marchetti
University Secretary""",
        subject="RE: I want somebody else to look at this please",
    ),
    Case(
        "m22 Your request of 11 August regarding nurse staffing on Ward 7",
        K.PARTIAL_REPLY,
        """Dear Mrs Nwosu

Thank you for waiting. I can now answer most of what you asked.

Rosters (point 1): enclosed, with staff names taken out under section 40(2) because they are personal data of junior employees.

Sickness figures (point 2): enclosed.

The report by Professor Gale (point 3): we do not hold this; it was commissioned by the Integrated Care Board.

Agency spend (point 4): I'm afraid the finance system was being upgraded for the whole of last week. The data has been promised to me for Wednesday and I'll write again the moment it arrives.

If any of this is unclear please ring me on extension 5512.

Yours sincerely

Callista Bright
Freedom of Information Lead
Caldbrook and Vale NHS Foundation Trust""",
        subject="Your request of 11 August regarding nurse staffing on Ward 7",
    ),
    Case(
        "m23 Freedom of Information Request 26/FOI/09912",
        K.EXTENSION_NOTICE,
        """Dear Requester

I write in connection with your request for information dated 7 September 2026, which I note seeks access to the following:

"All reviews, briefing papers and lessons-learned documents on the use of drones by the force at public gatherings since January 2024."

Unfortunately the Constabulary is not in a position to give you a substantive answer within the time first advised. Sections 24(1) and 31(1) are engaged and the arguments on each side have yet to be weighed by the Head of Operations.

This is our second letter of this kind: we wrote on 5 October to say that an outcome was hoped for by 2 November. For the reasons above that is no longer possible. We now intend to finish by 16 November 2026. I'm sorry for the further delay.

May I apologise for any inconvenience this may cause.

Yours sincerely

Temi Adeyinka
Decision Maker, Legal Compliance
Fellshire Constabulary

Fellshire Constabulary in complying with its statutory duty under sections 1 and 11 of the Act to release the enclosed information will not breach the Copyright, Designs and Patents Act 1988.""",
        subject="Freedom of Information Request 26/FOI/09912",
    ),
    Case(
        "m24 FOI 2026/1187 - Acknowledgement",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Abernethy

FREEDOM OF INFORMATION ACT 2000
Our reference: FOI 2026/1187

I write further to your correspondence, which reached this office on 9 March 2026, concerning the hire of agency social workers.

Your request has been allocated to the relevant directorate. You may expect to hear from us no later than 8 April 2026.

In certain circumstances a charge may be payable, in which event you will be told in advance. If we need anything further from you in order to find what you want we shall be in touch.

Please quote the reference above should you need to contact us.

Yours sincerely

D. R. Whitlock
Information Governance Officer
Stanmoor County Council""",
        subject="FOI 2026/1187 - Acknowledgement",
    ),
    Case(
        "m25 FOISA request 2026-0663: charge",
        K.FEES_NOTICE,
        """Dear Ms Drever

Thank you for your request for papers on the closure of the ferry ticket office.

We have worked out that finding and putting together the papers would take our staff 27 hours. At the hourly rate of £15 laid down by the Scottish Ministers, that comes to £405. The first £100 is free to you and we may ask for one tenth of what is left, namely £30.50.

Would you please let us know whether you wish to go ahead on that footing and, if so, let us have £30.50 by 14 December 2026? We are not obliged to hand over the information before then. Should you prefer to bring the figure down, leaving out the e-mails from 2019 would reduce the time to below seven hours and there would be nothing to pay.

You may ask us to review this notice within 40 working days.

Yours sincerely
Magnus Isbister
Isles of Sandray Council""",
        subject="FOISA request 2026-0663: charge",
    ),
    Case(
        "m26 Attachment would not open - request about school transport a",
        K.CLARIFICATION_QUESTION,
        """Dear Mrs Vance

Your e-mail of Sunday came through to us but the letter attached to it is a .pages file, which our system strips out. All we can see is the subject line, so we don't yet know what information you want.

Would you be so kind as to paste the text into an ordinary e-mail, or send it as Word or PDF? We'll get started the day it arrives.

With kind regards
Olumide Farrant
Democratic Services""",
        subject="Attachment would not open - request about school transport appeals",
    ),
    Case(
        "m27 Request for information: draft harbour masterplan",
        K.REFUSAL,
        """Dear Ms Kirkbride,

Thanks so much for your interest in the harbour! I've had a word with the project team and I'm sorry to say we aren't able to let you have the draft masterplan just yet. It is still being worked on, and the regulations (reg. 10(4)(d) of the Scottish EIRs) say we needn't share material that's still in the course of completion. We did think about whether it was nonetheless in the public interest, but putting out half-finished drawings would only cause confusion, and everybody will get a chance to comment when the consultation opens in September 2026.

If you feel we've got this wrong you can ask us to look at it again within 40 working days, and after that you have a right of appeal to the Scottish Information Commissioner.

Warmest wishes,
Catriona Bain
Harbour Regeneration
Lochcarron Council""",
        subject="Request for information: draft harbour masterplan",
    ),
    Case(
        "m28 Automatic response from foi@example.org [Ref: your e-mail of",
        K.AUTOMATIC_REPLY,
        """This is an automated message to let you know your e-mail has arrived in the Freedom of Information inbox at Caldbrook and Vale NHS Foundation Trust.

A member of the team will look at it and write to you separately with a reference number. Owing to vacancies it is taking us up to five working days to log new requests. You don't need to send it again.

If you are trying to reach Patient Advice and Liaison, please use pals@example.org.

Caldbrook and Vale NHS Foundation Trust
Caring together

This e-mail and any attachment are confidential and meant only for the addressee. If it has reached you by mistake please delete it.""",
        subject="Automatic response from foi@example.org [Ref: your e-mail of 02/11/2026 23:41]",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "m29 Your request for information (our ref 26-0932/HK)",
        K.ACKNOWLEDGEMENT,
        """Good afternoon,

Thank you for your message of 4 May, in which you ask about the University's investments in fossil fuel companies.

As part of what you ask for may be environmental information, we will look at it under the Environmental Information (Scotland) Regulations 2004 as well as the Freedom of Information (Scotland) Act 2002. We have asked the Finance Office and the Court Office to look for the material.

A response will be issued to you by Tuesday 2 June 2026.

Kind regards

Hamish Kerr
Records Manager
University of Strathlowrie

-----Original Message-----
From: Leonie Faulds
Sent: 04 May 2026 16:20
Subject: Freedom of information request - investments

Dear University, please send me a list of all direct holdings in companies whose main business is coal, oil or gas, for each financial year since 2019. If this would cost too much please tell me how I might narrow it. If you refuse any part, please say under which section.""",
        subject="Your request for information (our ref 26-0932/HK)",
    ),
    Case(
        "m30 We've got your message",
        K.AUTOMATIC_REPLY,
        """*** PLEASE DO NOT ANSWER THIS E-MAIL - NOBODY READS THIS MAILBOX ***

You have written to the Information Rights mailbox of Harrowmere Borough Council.

What happens next depends on why you wrote:

- Freedom of Information or environmental requests: we normally answer within 20 working days.
- Requests for your own records: one calendar month.
- Complaints about how a request was dealt with (internal review): up to 40 working days.
- Planning comments, bins, council tax: we cannot help, please use the main website.

If your request is not clear we may come back to you. If it would cost too much we may refuse it or ask you for a fee. Some information is exempt.

The mailbox is looked at Monday to Friday, 9.00 to 16.30.""",
        subject="We've got your message",
    ),
    Case(
        "m31 How did we do?",
        K.OTHER,
        """You recently had dealings with our Access to Information team (case FOI-2026-118).

We'd love to know what you thought! The survey has four questions and shouldn't take longer than two minutes:

https://survey.example.org/ati

Were you told when you'd get your answer? Was the reply easy to follow? Did we explain any refusal? Would you know how to ask for a review?

Your views are anonymous. Closing date 30 September.

Customer Insight""",
        subject="How did we do?",
    ),
    Case(
        "m32 Payment requested: case EIR-7718",
        K.FEES_NOTICE,
        """EIR-7718 Property search - land charges data
Amount: 96.00 GBP
Due before information is released. Pay online or by phone.
Case clock stopped 11/09/2026.""",
        subject="Payment requested: case EIR-7718",
    ),
    Case(
        "m33 IR-2290: reconsidered",
        K.REVIEW_OUTCOME,
        """IR-2290 (original case 71120)
Result: PARTIALLY UPHELD. s22 withdrawn; s21 maintained.
Document 2 released (attached). Next step: ICO.""",
        subject="IR-2290: reconsidered",
    ),
    Case(
        "m34 RE: FOI Request: Section 106 money, Alderholt",
        K.OTHER,
        """Dear Mr Fotheringay

Thank you for your e-mail. Section 106 agreements for that area are entered into and monitored by the County rather than by us, and we have no involvement. We suggest you put your question to Stanmoor County Council, whose address is foi@stanmoor.example.org.

Regards
Reception Team
Ashcombe District Council""",
        subject="RE: FOI Request: Section 106 money, Alderholt",
    ),
    Case(
        "m35 FOI-2026-118 CLOSED",
        K.REPLY,
        """Outcome: Information disclosed in full
Documents: 1 (FOI-2026-118_response.pdf)
Log in to download. Documents are kept for 90 days.
If dissatisfied use the button 'Ask for a review'.""",
        subject="FOI-2026-118 CLOSED",
    ),
    Case(
        "m36 Response to your request - FOI2026/345 (interim)",
        K.PARTIAL_REPLY,
        """Dear Mr Hathersage

Request for information - e-scooter seizures

You asked:
1. How many privately owned e-scooters were seized in each of the last three calendar years?
2. How many were destroyed, sold or given back?
3. All internal guidance to officers on seizure.

Our decision

1. 2023: 214; 2024: 377; 2025: 402.

2. 2023: 180 destroyed, 34 returned. 2024: 331 destroyed, 46 returned. 2025: 355 destroyed, 47 returned. None was sold.

3. We hold the guidance. It engages section 31(1)(a) and (b). In line with section 10(3) we need further time to weigh the public interest for this question alone and expect to give you a decision by 4 December 2026.

You have the right to ask for an internal review of our answers to 1 and 2 within 40 working days of this letter and, after that, to go to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF.

Yours sincerely

R. Entwhistle
Information Disclosure Unit""",
        subject="Response to your request - FOI2026/345 (interim)",
    ),
    Case(
        "m37 Re: Minutes of the vice-chancellor's remuneration panel",
        K.EXTENSION_NOTICE,
        """Dear Bettina

Just to let you know where we are. Most of what you want might prejudice the conduct of our affairs and our qualified person (the Vice-Chancellor) has given his opinion under s.36. What's left is to work out where the balance of the public interest lies, and for that we need another 15 working days, so please look out for our answer on or before 12 June.

Kind regards

Information Compliance
Wendbridge University""",
        subject="Re: Minutes of the vice-chancellor's remuneration panel",
    ),
    Case(
        "m38 Your request - nothing found",
        K.REPLY,
        """Dear Ms Inchbald

We have searched the accession registers, the director's correspondence and the shared drive for "Pallister" and "bronze" and spoken with the two longest-serving curators. We have come across no record of any such loan. I can therefore only tell you that the Museum does not hold the information.

The County Record Office took in the papers of the old Philosophical Society in 1974 and you may like to try there.

You can ask the Director for a review of this answer within two months, and the ICO after that.

Yours sincerely

Oswin Hartley
Tidewater Museum""",
        subject="Your request - nothing found",
    ),
    Case(
        "m39 Request REQ-8812 reassigned",
        K.TRANSFER,
        """REQ-8812 has been transferred to: Ashcombe District Council (external).
Transferred by: Stanmoor County Council Customer Hub
Date: 22/06/2026
Do not reply to this message.""",
        subject="Request REQ-8812 reassigned",
    ),
    Case(
        "m40 your request for the drainage drawings",
        K.FEES_NOTICE,
        """Dear Callum,

We've found the drawings - all 38 of them! They're too big for our scanner so they have to go out to the print shop, who charge £4.50 a sheet, i.e. £171 altogether. We're allowed to ask for a reasonable charge for this sort of thing (it's in our published schedule under the Environmental Information Regulations).

If you're happy with that, let me know and I'll send a payment link; you've got 60 working days. Or you're very welcome to come in and look at them for nothing, any weekday, just give us a day's notice.

All the best,
Roisin Tully
Flood & Coastal team""",
        subject="your request for the drainage drawings",
    ),
    Case(
        "m41 RE: Statue cleaning",
        K.REPLY,
        """Dear Petra, we spent £2,340 on cleaning the statue in 2025 and nothing in the two years before. Hope that helps.

Jean Ormerod, Clerk""",
        subject="RE: Statue cleaning",
    ),
    Case(
        "m42 bundle 1 of 3",
        K.PARTIAL_REPLY,
        """Hello again Fergus,

Here's the first lot - everything from January to April, with mobile numbers blacked out. Two more bundles to come, May-August on Friday I hope and the rest the week after. The big files kept bouncing so I've put it in a shared folder, link below (expires in 30 days).

https://files.example.org/s/7hqz2

Mhairi x
PS nothing from March, he was off sick!""",
        subject="bundle 1 of 3",
    ),
    Case(
        "m43 Your EIR request - passed on",
        K.TRANSFER,
        """Dear Mr Sandhu

We don't hold the flood modelling for the Lower Ebble but we know who does. Under regulation 10 of the Environmental Information Regulations 2004 we have today sent your request on to the River Ebble Drainage Commissioners, who'll answer you direct. Their 20 working days run from when it reaches them.

There's nothing you need to do and we have closed the file at our end.

Regards
Winifred Aske
Ebble Vale District Council""",
        subject="Your EIR request - passed on",
    ),
    Case(
        "m44 FEES NOTICE - FOI/26/2207",
        K.FEES_NOTICE,
        """Dear Dr Quaile

Freedom of Information Act 2000, section 9

I am able to confirm that the Council holds the licensing registers you describe and that they can be made available to you.

They exist only as bound volumes. Under regulation 6 of the Freedom of Information and Data Protection (Appropriate Limit and Fees) Regulations 2004 we may pass on the cost of copying and postage, as follows:

    412 sheets A3 at 10p      £41.20
    Packing and tracked post   £9.85
    TOTAL                     £51.05

Please send a cheque payable to "Thornley Metropolitan Council", or telephone the cash office quoting FOI/26/2207. The Council will not go on with the request until the money has been received. If it is not paid within three months, starting with the date of this notice (3 February 2026), the request will be treated as withdrawn.

The time between the issue of this notice and receipt of your payment does not count towards the twenty working days.

If you think the charge is wrong you may ask for it to be reconsidered by writing to the Head of Legal Services at the address above and, thereafter, complain to the Information Commissioner.

Yours sincerely

S. Mbeki-Rowe (Mrs)
Thornley Metropolitan Council""",
        subject="FEES NOTICE - FOI/26/2207",
    ),
    Case(
        "m45 REQUIREMENT FOR REVIEW - 2026-0663R",
        K.REVIEW_OUTCOME,
        """Dear Ms Drever

Your requirement for review under section 20 of the Freedom of Information (Scotland) Act 2002 was received on 11 May 2026. You were dissatisfied since no response had been issued to your request of 2 April within the time allowed.

The review panel met on 26 May. Having regard to section 21(4)(c), it has reached a decision where none had been reached before.

The panel finds that the Council ought to have replied by 30 April 2026 and failed to. It was overlooked during a change of staff. The panel regrets this.

As to the information, the papers on the ticket office are enclosed (Annex A), save for two paragraphs of legal advice (Annex A, page 14), which are withheld in terms of section 36(1), the public interest in confidentiality of communications prevailing.

Should you be dissatisfied with the outcome, you have six months to apply to the Scottish Information Commissioner, Kinburn Castle, Doubledykes Road, St Andrews. Appeal against the Commissioner's decision lies to the Court of Session on a point of law only.

Yours sincerely

Clerk to the Review Panel
Isles of Sandray Council""",
        subject="REQUIREMENT FOR REVIEW - 2026-0663R",
    ),
    Case(
        "m46 Undeliverable: Freedom of Information request - cycle lane a",
        K.BOUNCE,
        """Your message to freedomofinfo@example.org couldn't be delivered.

freedomofinfo wasn't found at example.org.

you                    Office 365                 freedomofinfo
Action Required                                   Recipient

Unknown To address

How to Fix It
The address may be misspelled or may not exist. Retype the entire recipient address and send again.

Original Message Details
Created Date: 06/07/2026 08:14:33
Subject: Freedom of Information request - cycle lane audits""",
        subject="Undeliverable: Freedom of Information request - cycle lane audits",
    ),
    Case(
        "m47 Re: FOI - Appliances off the run",
        K.REPLY,
        """Hi Jolyon,

Sorry it's taken a while, our data person has been on paternity leave! Answers in blue under your questions:

> How many times in 2025 was a pump off the run for lack of crew?

1,206 shifts out of 13,870, mostly on-call stations during the day.

> Which station was worst?

Station 14 (Brindle).

> Is there a plan to fix it?

Yes, the On-Call Improvement Plan, on page 31 of the Authority papers for 12 February: https://papers.example.org/feb12.pdf

> Do you write down the reason each time?

We don't, no. It's just a yes/no box.

That's the lot, I think. Shout if anything's missing. I'm obliged to say you can ask for an internal review if you don't like any of this, and go to the ICO if you don't like that.

Cheers
Marnie Oakes
Performance & Planning, Wrexholt Fire and Rescue Service""",
        subject="Re: FOI - Appliances off the run",
    ),
    Case(
        "m48 Re: ponds",
        K.ACKNOWLEDGEMENT,
        """Hiya Tomasz,

Got this, thanks! I'm only in Tuesdays and Thursdays so bear with me, but I've put it on my list and will dig the pond survey stuff out of the cupboard. Should be with you well before the end of the month.

Best
Jean Ormerod
Clerk to Nether Wickham Parish Council""",
        subject="Re: ponds",
    ),
    Case(
        "m49 Your FOI request 26/0881 - apology for delay",
        K.OTHER,
        """Dear Ms Lindgren

I am sorry that you have not had an answer from us to your request of 20 July, which fell due on 17 August. The service has had to deal with a cyber incident and your request is one of many affected.

We are working on it and I hope to be able to reply in full by 11 September. Thank you for bearing with us.

Yours sincerely

Information Governance
Stanmoor County Council""",
        subject="Your FOI request 26/0881 - apology for delay",
    ),
    Case(
        "m50 REF 90455 - part response issued",
        K.PARTIAL_REPLY,
        """REF 90455
Part A (contracts register): RELEASED - see attachment 90455-A.csv
Part B (site visit notes): PENDING - service area, expected 18/05/2026""",
        subject="REF 90455 - part response issued",
    ),
    Case(
        "m51 Internal review request - IR/26/014",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Okonjo

Thank you for your e-mail of 19 June saying that you are unhappy with our reply to FOI 26/0458 on response vehicles.

I have registered this as a request for an internal review under reference IR/26/014. It will be carried out by somebody who had no hand in the first decision. We aim to let you have the result by 17 July 2026.

Yours sincerely

Station Manager (Information) B. Lindqvist
Wrexholt Fire and Rescue Service""",
        subject="Internal review request - IR/26/014",
    ),
    Case(
        "m52 Automatic reply: Grit bin locations - request for records",
        K.AUTOMATIC_REPLY,
        """Thanks for your e-mail. I'm on leave until Tuesday 14 April with no access to messages. Anything that can't wait, try highways.admin@example.org.

Priti""",
        subject="Automatic reply: Grit bin locations - request for records",
        headers={"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
    ),
    Case(
        "m53 Environmental information request: peat extraction consents",
        K.TRANSFER,
        """Dear Ms Galbraith

ENVIRONMENTAL INFORMATION (SCOTLAND) REGULATIONS 2004
Ref: LC/EIR/2026/77

I refer to your request received on 13 April 2026 for the consents given for peat extraction at Moss of Auchenleck between 1998 and 2010.

Having made enquiries, I can advise that Lochcarron Council does not hold the information. The files went to the Nature and Landscape Agency for Scotland when responsibility moved in 2011. Believing as we do that the Agency holds what you want, and that you would wish it, we have transferred your request to it in line with regulation 14. A copy of our letter to the Agency is enclosed for your records. The Agency must respond to you within 20 working days of getting it.

If you are dissatisfied with this decision, you may require the Council to review it by writing to me within 40 working days. If still dissatisfied thereafter you can apply to the Scottish Information Commissioner, and on a point of law to the Court of Session.

Yours sincerely

Eilidh Noble
Solicitor to the Council""",
        subject="Environmental information request: peat extraction consents",
    ),
    Case(
        "m54 can you give me a bell?",
        K.OTHER,
        """Hi Anselm

Could you ring me about your FOI when you've got five mins? Easier to talk than type. 0113 496 0123, I'm about till 4.

Ta
Desmond (Licensing)""",
        subject="can you give me a bell?",
    ),
    Case(
        "m55 Request logged: RFI-40771",
        K.ACKNOWLEDGEMENT,
        """Case: RFI-40771
Status: Open - assigned
Received: 17/08/2026
Target: 15/09/2026
You can follow this case in the portal.""",
        subject="Request logged: RFI-40771",
    ),
    Case(
        "m56 Case 71120 decision",
        K.REFUSAL,
        """Case 71120 - Decision: Exempt (s21 reasonably accessible, s22 future publication). No information released.
Appeal: use form IR1 within 2 months.""",
        subject="Case 71120 decision",
    ),
    Case(
        "m57 FOI-3391 - we need a little more from you",
        K.CLARIFICATION_QUESTION,
        """Dear Mr Prosser,

Thank you for your request about "contracts with consultants".

As things stand we can't tell what you're after: the Department has more than forty business areas, each of which buys in outside help, and the word covers anything from IT to architects. Could you let us know:

(a) which kind of consultancy interests you;
(b) the period; and
(c) whether you want the contracts themselves or just names and values?

We will put the request to one side until you reply. Once we hear from you the twenty working days will begin again from that date. If nothing has reached us by 30 October 2026 we shall take it that you no longer want to go ahead.

Yours sincerely

Knowledge and Information Team
Department for Regional Infrastructure""",
        subject="FOI-3391 - we need a little more from you",
    ),
    Case(
        "m58 RE: FOI - supply teacher spending",
        K.AUTOMATIC_REPLY,
        """School is closed for half term and reopens on Monday 1 June. The office inbox is not being checked during the break.

If you have a safeguarding worry about a child please ring Children's Services on the number on our website or 999 in an emergency.

Have a lovely break!

Bramblefield Primary School
(part of the Fenlight Learning Trust)""",
        subject="RE: FOI - supply teacher spending",
    ),
    Case(
        "m59 Re: Another FOI",
        K.REFUSAL,
        """Dear Mr Snelgrove

This is the twenty-third message in seven weeks on the matter of the cricket pavilion door. The Parish Council considered it at the meeting on the 9th and resolved that the request is vexatious under section 14. We'll not be providing the information, nor shall we be answering further requests on the subject.

You can complain to the Information Commissioner. As a small council we have no internal review procedure.

J. Ormerod
Clerk""",
        subject="Re: Another FOI",
    ),
    Case(
        "m60 Case 55102 - due date changed",
        K.EXTENSION_NOTICE,
        """Case 55102: due date changed from 06/10/2026 to 03/11/2026.
Reason code: PIT-S31 (public interest test, law enforcement).""",
        subject="Case 55102 - due date changed",
    ),
]
