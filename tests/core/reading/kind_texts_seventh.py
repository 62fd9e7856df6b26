"""Messages by a writer who saw no code: half of them avoid every phrase of the templates. All are invented."""

from __future__ import annotations

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

TEXTS = [
    Case(
        "n001 Re: please look at this again",
        K.REVIEW_OUTCOME,
        """Hello Robin

I've gone over it with a fresh pair of eyes as you asked. The 18-hour sum holds up: I timed twenty logs myself and they took longer, if anything, than Aaliyah said. So I'm not going to change it. Where I do think we fell short is that nobody offered you help to narrow it down, and they should have. Sorry. If you ask about custody dogs alone we can probably do that.

Insp. Mel Tattersall
(reviewing officer, not involved in the first answer)

> Dear Westmarch Police, I'd like you to conduct an internal review of
> your handling of my request "custody animals". You acknowledged it on the 3rd,
> asked what I meant by animals on the 9th, and refused on the 30th under
> section 12: "we estimate that the cost of compliance would exceed the
> appropriate limit of 18 hours. To the extent that we can advise, you may want
> to narrow the time period." I don't believe the estimate, and no one gave me
> the advice and assistance that s.16 requires. Robin Sayer""",
        subject="Re: please look at this again",
    ),
    Case(
        "n002 Thank you for contacting Harrowmere District Council",
        K.AUTOMATIC_REPLY,
        """*** PLEASE DO NOT REPLY TO THIS MESSAGE - THIS MAILBOX IS NOT MONITORED ***

Thanks for getting in touch. Your e-mail has landed in our information governance inbox.

If it is about:
- your bins: use www.harrowmere.example.org/bins
- a Freedom of Information request: we will answer it within 20 working days of the day after it came in. We may need to ask you to clarify what you want, may need to charge a fee, and may apply exemptions.
- your own personal data: we have one calendar month.
- a complaint: see our complaints page.

This is a computer-generated message. An officer will read your mail during office hours.""",
        subject="Thank you for contacting Harrowmere District Council",
        headers={"Auto-Submitted": "auto-generated", "Precedence": "bulk"},
    ),
    Case(
        "n003 Request for Information - Our reference IR-40418",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Tallis,

FREEDOM OF INFORMATION ACT 2000

Thank you for your e-mail of 2 May 2025, in which you asked for:

"All contracts for the supply of live facial recognition software since January 2022, and any data protection impact assessment."

Your request has been passed to the relevant department, who will search for what you have asked for. You can expect a response no later than 2 June 2025.

In some circumstances we may be unable to achieve this deadline. If this is likely you will be informed and given a revised time-scale at the earliest opportunity.

Some requests may also involve a fee. If this is the case we will send you a fees notice and the twenty working days will stop until the fee is paid. Should the estimated cost of compliance exceed £450 we are not obliged to comply, although we may help you refine your request.

Some information may be exempt. If we rely upon a qualified exemption we must consider the public interest and may need up to a further 20 working days to do so. If we need anything explained we will contact you, and the clock restarts on your answer.

If the information is held by somebody else we may need to transfer the request to them, having consulted you first.

If you are not satisfied with how we deal with your request you can ask for an internal review and thereafter complain to the Information Commissioner.

Yours sincerely
Information Rights Unit
Calderwick Borough Council""",
        subject="Request for Information - Our reference IR-40418",
    ),
    Case(
        "n004 Sorry for the hold-up",
        K.OTHER,
        """Dear Jo

You should have had an answer from us on the 3rd and you haven't. That's on us. The service has lost two people and we're behind. It's nearly done and I'm pushing them.

Maureen
FOI desk, Calderwick Borough Council

On 1 Nov Jo wrote:
| Dear Maureen, my request for the dog warden contract was due on 3 October.
| In your acknowledgement you said that if there was going to be a fee, or if
| you needed a public interest extension, I'd be told before then. I have been
| told nothing. Have you refused it? Has it gone to another council?
| Jo""",
        subject="Sorry for the hold-up",
    ),
    Case(
        "n005 Outcome: our handling of your badger sett request",
        K.REVIEW_OUTCOME,
        """Dear Ms Fallow

You made representations to us under regulation 11 on 4 December. We have to say whether we got it wrong.

In part, we did. We said in our October letter that "a map at 10 km resolution is not held and we aren't obliged to create one". It turns out that the county ecologist produced such a map for the planning inquiry. Here it is.

As to the grid references, we stand by 12(5)(g) for the reasons we gave before.

We are sorry for the mistake and for having taken 38 working days.

Ister County Council""",
        subject="Outcome: our handling of your badger sett request",
    ),
    Case(
        "n006 Undelivered Mail Returned to Sender",
        K.BOUNCE,
        """This is the mail system at host mx2.relay.example.org.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients. It's attached below.

For further assistance, please send mail to postmaster.

If you do so, please include this problem report. You can delete your own text from the attached returned message.

                   The mail system

<information.rights@brackleyvale.example.org>: host cluster5.mail.example.org[203.0.113.9] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)

--5F1B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx2.relay.example.org
Arrival-Date: Wed, 14 May 2025 21:03:10 +0100 (BST)

Final-Recipient: rfc822; information.rights@brackleyvale.example.org
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full

--5F1B
Content-Type: message/rfc822

From: Alex <alex@campaign.example.org>
To: information.rights@brackleyvale.example.org
Subject: Internal review of FOI refusal

Dear Brackley Vale District Council,

Please carry out an internal review of your refusal of 2 April. You said that section 43(2) applied and that the public interest favoured withholding the information. I disagree for these reasons:

1. The contract has already been awarded.
2. You acknowledged in March that part of the information was public and said the rest would follow. It didn't.
3. You extended the deadline and then gave no new arguments.

I look forward to your outcome within 20 working days.

--5F1B--""",
        subject="Undelivered Mail Returned to Sender",
        headers={
            "Auto-Submitted": "auto-replied",
            "Content-Type": 'multipart/report; report-type=delivery-status; boundary="5F1B"',
        },
    ),
    Case(
        "n007 Letter from the Ferry Users' Ombudsman",
        K.TRANSFER,
        """Dear Ms Carrow

REQUEST FOR INFORMATION: HORSES ON DECK

Thank you for your letter. The Ombudsman looks at complaints about ferry operators. We are independent of them, and of the regulator. We do not get their incident reports as a matter of course and have none about horses.

Those reports go by law to the Coastal Accident Branch. On reading your letter I thought that was who you would be wanting, so I rang you on the 4th, and you told me you were happy for me to send your letter to them. I did so on the 5th. Their reference is CAB/FOI/339, and the lady dealing with it is a Mrs Threlfall. They tell me they received it on the 6th and that you can look to hear from them by 5 November.

The following is printed on all our letters about information requests. We aim to answer within 20 working days. We may charge. If we need to ask you anything we will. Some information may be exempt. You can ask for a review if you do not like our answer, and complain to the Information Commissioner if you do not like the review.

Yours sincerely
Osbert Finch
Office of the Ferry Users' Ombudsman""",
        subject="Letter from the Ferry Users' Ombudsman",
    ),
    Case(
        "n008 Case 118823 - revised due date",
        K.EXTENSION_NOTICE,
        """This is a notification from the Information Request Portal.

Case: 118823
Title: Drones - incursions over prison estate
Status: Public Interest Test
Original due date: 14/10/2025
Revised due date: 11/11/2025
Reason: s31(1)(f) - balance of public interest under consideration

You can see the history of this case by logging in. Please do not reply to this notice.

National Custody Directorate""",
        subject="Case 118823 - revised due date",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n009 Re: FOIA - hedge cutting in nesting season",
        K.ACKNOWLEDGEMENT,
        """Morning Ms Fallow, that's arrived & with Jim in Grounds. He'll let you have what we've got before the 17th. Ref's HDC/G/88 if you need to chase. Cheers, Tariq

--
Harrowmere District Council | Proud to be a Tree Town
Did you know? You can see answers we've given to other people at harrowmere.example.org/foi-log.
Information requests: answers within 20 working days. Requests costing more than £450 may be turned down. Charges may apply to paper copies. Internal reviews: within 40 working days of our answer.
This e-mail may contain privileged material. If it isn't meant for you, delete it.""",
        subject="Re: FOIA - hedge cutting in nesting season",
    ),
    Case(
        "n010 Response - Partially disclosed",
        K.REPLY,
        """Dear Mr Whitlock

Ref 2025/771

Please find attached a copy of the agreement between the Trust and Corvid Pest Solutions Ltd.

Some of it is blanked out. Schedule 3 (day rates) is withheld under section 43(2), as it would likely prejudice the company's position in other bids; and we have removed signatures and mobile numbers under section 40(2). In reaching the view on Schedule 3 we weighed the interest in seeing that public money is well spent, which is largely satisfied by giving you the total price (£63,400 a year), against the interest in the Trust being able to get keen prices. We think the second is stronger.

You asked too for the "method statement for lethal control". That's at pages 14-19 and is complete.

If you want us to look again, tell us within 40 working days.

Ister Community Health Trust""",
        subject="Response - Partially disclosed",
    ),
    Case(
        "n011 Information request 2025/FOISA/091",
        K.FEES_NOTICE,
        """Dear Ms Lockhart

I refer to your request of 20 August 2025 for all complaints about greyhound kennels since 2015.

We have projected the cost of providing this as follows: 11 hours at £15 per hour for locating and retrieving (£165), 6 hours at £15 for redaction (£90), giving £255. The first £100 is free. Of the remaining £155 you are liable for 10%, namely £15.50.

Should you wish to go ahead please let me have £15.50 within three months of the date of this letter. The period until you pay doesn't count towards the twenty working days.

Yours sincerely
Shona McGarrigle
Information Compliance
Glenarrick Council""",
        subject="Information request 2025/FOISA/091",
    ),
    Case(
        "n012 Your message to the Housing Complaints Arbiter",
        K.AUTOMATIC_REPLY,
        """Hello

We're a robot, but a friendly one. We've put your e-mail in the queue. One of the team should get to it in about 8 working days. At busy times it might take a bit longer.

Sending it again will not make it go faster, and may put you back in the queue.

If your e-mail includes a complaint, we'll decide whether it is one we can look at. If your e-mail includes a request for information, the officer who deals with those will be in touch.

Housing Complaints Arbiter

Some things people often ask:

"Have you decided my case?" If you haven't had a letter from us, no.

"Can you send me my file?" Yes, ask for a copy and we'll treat it as a subject access request.

"Can you tell me about other landlords?" We publish our decisions. If what you want isn't there, we may pass your question to our information officer, who has twenty working days and may need to check what you mean, tell you that it costs too much, or refuse. We don't charge.

"I want you to review your decision." Send us the form within three months. A senior person will look again.

"My landlord isn't in your scheme." You'll need the local council or the courts.

Call us if you can't use e-mail. Lines are open 10 to 3 except Wednesdays. Calls may be recorded so that we can train people. We can give you this message in large print, Easy Read or another language.""",
        subject="Your message to the Housing Complaints Arbiter",
        headers={"Auto-Submitted": "auto-generated", "Precedence": "bulk"},
    ),
    Case(
        "n013 [Ticket#20260210-77] Your e-mail was received",
        K.AUTOMATIC_REPLY,
        """Ticket 20260210-77 was opened from your e-mail "FOI: fireworks complaints & injuries to animals".

Priority: normal
Queue: Environmental Health - Unsorted

Keep [Ticket#20260210-77] in the subject line. You will be told when somebody picks the ticket up.""",
        subject="[Ticket#20260210-77] Your e-mail was received",
        headers={"Auto-Submitted": "auto-generated", "Precedence": "bulk", "X-Autoreply": "yes"},
    ),
    Case(
        "n014 Adolygiad mewnol / Internal review",
        K.REVIEW_OUTCOME,
        """Annwyl Mr Pugh / Dear Mr Pugh

Mae'r adolygiad wedi dod i ben. Rwyf yn cytuno â chi ein bod wedi cymryd gormod o amser, ond nid wyf yn newid y penderfyniad.

The review is complete. I agree with you that we took too long, but I don't change the decision. The logs remain exempt under section 31. You can now go to the Information Commissioner, who has an office in Cardiff and takes complaints in Welsh.

Prif Swyddog Cyfreithiol / Chief Legal Officer
Heddlu'r Gororau""",
        subject="Adolygiad mewnol / Internal review",
    ),
    Case(
        "n015 Your FOI 2025-884",
        K.EXTENSION_NOTICE,
        """Dear Dr Amadi

We won't make Friday. I need until the 28th to finish this: the figures have come back from one hospital but not the other, and the director must sign off. You'll have it all then.

Cath
Vale of Ister NHS Foundation Trust

Vale of Ister NHS Foundation Trust is a smoke-free organisation.
Confidentiality: this message is for the addressee only. Under the Freedom of Information Act 2000 its contents may have to be made public. The Trust can refuse requests where an exemption applies, where the cost is too high or where the request's vexatious, and people may ask for a review of any refusal.""",
        subject="Your FOI 2025-884",
    ),
    Case(
        "n016 FOI 25/0981 - first part",
        K.PARTIAL_REPLY,
        """Dear Mr Tallis

Two halves to this. The first (contracts) I can deal with straight away: see the three documents attached. The second (impact assessments) is being looked at under section 31, and we need until 30 June to make up our minds on where the public interest lies. You'll get a separate letter about those.

Information Rights Unit
Calderwick Borough Council""",
        subject="FOI 25/0981 - first part",
    ),
    Case(
        "n017 Meeting on the 14th",
        K.OTHER,
        """Dear Ms Corrigan

Following your recent interest in our licensing of trails the Chair wonders if you'd care to come in for a cup of tea and a chat with her and the Director of Land. It wouldn't replace the formal answer which Dr Pask's preparing. 14 May, 3 pm?

Sally (PA to the Chair), National Heaths Commission""",
        subject="Meeting on the 14th",
    ),
    Case(
        "n018 How did we do?",
        K.OTHER,
        """You recently made an information request to Harrowmere District Council. We'd love to hear your views. The survey takes 3 minutes and your answers are anonymous. Click here to begin. On a scale of 1-10, how easy was it to make your request? Closing date 30 June.""",
        subject="How did we do?",
        headers={"Precedence": "bulk", "List-Unsubscribe": "<mailto:unsub@survey.example.org>"},
    ),
    Case(
        "n019 Internal Review Ref: IR 2025/091 – Outcome: Not upheld",
        K.REVIEW_OUTCOME,
        """Dear Ms Fallow

I have finished my review of our reply of 13 June.

Scope. You complained that we treated your request as a repeat.

Finding. The earlier answer covered April 2023 to March 2024. Your later one was for the same span, in the same words. I can see no changed circumstances. A request may be refused when a reasonable interval hasn't elapsed and six weeks isn't reasonable given that the data is compiled once a year.

Outcome. Original decision confirmed.

Monitoring Officer, Harrowmere DC""",
        subject="Internal Review Ref: IR 2025/091 – Outcome: Not upheld",
    ),
    Case(
        "n020 re question re eggs",
        K.REFUSAL,
        """Dear Pete, I put it to the councillors last night & the view was that who we buy our breakfast-club eggs off is between us and the farm, trade secret sort of thing, section 43 the County say, so we wont be telling you. Lou""",
        subject="re question re eggs",
    ),
    Case(
        "n021 FOI Request F-2025-1190: Response",
        K.REPLY,
        """Dear Ms Heald

Following your e-mail of 14 July, in which you cut your earlier request down to one station and one month, I can tell you the following.

Original request (refused 8 July under section 12): all incidents involving escaped livestock since 2018.
Refined request: Carrick Cross station, March 2025.

In March 2025 officers from Carrick Cross attended nine incidents of livestock on the highway. In one of those, on the 22nd, an animal (a bullock) was shot by a police marksman. No officers were hurt. The owner was billed £480 for recovery.

Northmarch Constabulary provides you with the right to ask for a re-examination of your request. Letters should be addressed to the Review Officer. If you then remain dissatisfied you may apply to the Commissioner for a decision.

Kind regards
Disclosure""",
        subject="FOI Request F-2025-1190: Response",
    ),
    Case(
        "n022 Re: CCTV at the abattoir",
        K.REPLY,
        """Good morning Mr Sayer, I've spoken with the meat team. There are 22 cameras, footage is kept 90 days, and our vet looked at it on 14 occasions last year. No breaches were referred for prosecution. Hope that's what you were after. Trudy, Food Controls Agency""",
        subject="Re: CCTV at the abattoir",
    ),
    Case(
        "n023 Internal review request received",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Quigg

Thank you for your e-mail of 1 November saying that you are unhappy with our refusal of your request. It will be looked at afresh by somebody who had no part in the original decision. We aim to tell you the result within 20 working days, that is by 29 November.

Governance Services, Dunharrow Academy Trust""",
        subject="Internal review request received",
    ),
    Case(
        "n024 Thank you for your email to the Clerk",
        K.AUTOMATIC_REPLY,
        """The Clerk works ten hours a week, usually Tuesday and Thursday mornings. Your e-mail will be read then. Agendas and minutes are on the parish website. Burst pipes on the allotments: ring Dennis.

Brigg-under-Moss Parish Council""",
        subject="Thank you for your email to the Clerk",
        headers={"Auto-Submitted": "auto-replied"},
    ),
    Case(
        "n025 FOI 2025-0447 Response",
        K.REPLY,
        """Dear Mr Farrow

Thank you for your request of 6 June. I can confirm that the Council holds the information and it is set out below.

Q1 How many abandoned dogs were taken in by the warden in 2024?
A: 118

Q2 How many were put to sleep?
A: 7

Q3 Name of the kennels used.
A: Fernhill Boarding Kennels Ltd

Q4 Annual cost.
A: £26,450 excluding VAT.

If you are unhappy with this response you may ask for an internal review within 40 working days by writing to foi@eskmoor.example.org. You then have the right to apply to the Information Commissioner.

Yours sincerely
Eskmoor Council""",
        subject="FOI 2025-0447 Response",
    ),
    Case(
        "n026 Not us!",
        K.TRANSFER,
        """Hello Hannah. You've come through to Ister *District*. School meals are a County thing. Try informationrequests@ister-county.example.org. Good luck with it, hope they're helpful.
Debs, Contact Centre

________________________________
From: Hannah Lockhart <hannah@campaign.example.org>
Sent: 04 March 2026 19:55
To: Enquiries
Subject: FOI

Hello, please treat this as a request under the Freedom of Information Act.

1. What did the council spend on meat for school meals in each of the last three years?
2. How much of that was from farms in the county?
3. Please send the contract with the supplier.

If you are going to extend the deadline, charge a fee or refuse any part, please tell me which section you rely on. If anything is unclear, please come back to me rather than guess.

Thank you
Hannah

This e-mail and any files sent with it are confidential and meant only for the person they are addressed to. If you have had it in error please tell the sender and delete it. E-mails to and from Ister District may be monitored, and may be disclosed to third parties under the Freedom of Information Act 2000 unless an exemption applies.""",
        subject="Not us!",
    ),
    Case(
        "n027 Derbyniwyd eich cais / We have your request - RhG 118",
        K.ACKNOWLEDGEMENT,
        """Annwyl Mr Pugh,

Diolch am eich cais dyddiedig 3 Mawrth. Mae wedi'i gofnodi o dan y cyfeirnod RhG 118 a byddwch yn cael ateb erbyn 31 Mawrth.

Dear Mr Pugh,

Thank you for your request of 3 March. It's been recorded under reference RhG 118 and you will get an answer by 31 March.

Cofion / Regards
Menna Tudur
Swyddog Rhyddid Gwybodaeth, Heddlu'r Gororau""",
        subject="Derbyniwyd eich cais / We have your request - RhG 118",
    ),
    Case(
        "n028 RE: Asbestos in St Withern's",
        K.TRANSFER,
        """Dear Mr Nwosu

As I understand it you would like the most recent asbestos management survey. We became an academy in 2021, and the survey was commissioned before that by the County, which kept it. I've taken the liberty of speaking to their property records team, who say they've got it and will treat my e-mail to them (attached) as your request from today. You needn't do anything.

Kind regards
Business Manager""",
        subject="RE: Asbestos in St Withern's",
    ),
    Case(
        "n029 Refusal Notice - EIR 2004 - ENV/25/0203",
        K.REFUSAL,
        """Dear Ms Fallow

You asked for the grid references of all badger setts recorded along the route of the Ister Relief Road.

We hold this. We are withholding it under regulation 12(5)(g), protection of the environment. Publishing sett locations would be likely to expose the animals to persecution. We have applied the presumption in favour of disclosure and carried out the public interest test, a summary of which is at Annex A, and conclude that the exception is to be maintained.

We did consider whether a map at 10 km resolution might help. Such a map is not held and we aren't obliged to create one.

You can make representations to us within 40 working days.

Ister County Council""",
        subject="Refusal Notice - EIR 2004 - ENV/25/0203",
    ),
    Case(
        "n030 Pay for your request",
        K.FEES_NOTICE,
        """Request #5540 - Planning enforcement files, Quarry Lane

A payment of £12.80 is due before your request can go ahead.

Pay now: https://pay.brackleyvale.example.org/5540

Status: AWAITING PAYMENT (day count suspended)""",
        subject="Pay for your request",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n031 Re: School farm",
        K.REPLY,
        """Dear Mrs Corrigan,

I've been through the registers with our farm technician. The six lambs born in March went to Huxtable's of Low Tarn on 14 September, and were sold to parents as meat boxes at £70 each. The ewes are still with us. There's no written policy on what happens to them, so I can't send you one. You'd asked for the vet's letter as well: enclosed, with a pupil's name crossed through.

I hope that settles it, but do write to the Chair if you feel it doesn't.

O. Braithwaite
Headteacher, Eskmoor High""",
        subject="Re: School farm",
    ),
    Case(
        "n032 more time",
        K.EXTENSION_NOTICE,
        """Hi Ms Mason, I have asked legal whether the gull contract is commercially confidential and whether it'd be better for the public to see it or not. They want longer than we've got. New deadline = 3 April. L Pettifer

Wexcombe City Council's Standard Notice. We handle all requests in line with the law. Our reply may be: (a) here's the information; (b) we don't hold it; (c) we hold it but an exemption applies; (d) it'd cost too much; (e) we need you to pay; (f) we need to know more from you; (g) you need to ask somebody else. You may appeal against (b) to (e). To read this notice in another language, contact us.""",
        subject="more time",
    ),
    Case(
        "n033 FOI 25-0881 Information not held",
        K.REPLY,
        """Dear Mr Lund

The Commission received your request for "any legal advice on the muzzling pilot".

In drafting this response I considered whether section 42 would apply. As things turned out the question doesn't arise since no advice was sought, from counsel or from our own lawyers. The Chief Executive's office, the Policy team and Legal have all searched and have each told me the same. In other words we don't have any.

Review: within 40 working days. ICO after that.

Dog Welfare Commission""",
        subject="FOI 25-0881 Information not held",
    ),
    Case(
        "n034 Invoice FOI/0087",
        K.FEES_NOTICE,
        """Dear Mr Osei

The minutes books you want copied run to 312 sheets. We can do this for 10p a side, £31.20 plus £4.35 postage, total £35.55. Please send a cheque to the Clerk at the address below or pay by BACS. I'll start copying when it has cleared. If we've not had it in three months I shall assume you no longer want them.

M. Prowse, Clerk to Lower Quillet Parish Council""",
        subject="Invoice FOI/0087",
    ),
    Case(
        "n035 Request 4402/b",
        K.REFUSAL,
        """Dear Hannah

What you are after is already in the reading room and in the published accounts for £14.99 from our bookshop. The Act doesn't require us to send you what you can reasonably get elsewhere (that's section 21), so on this occasion we won't be sending it.

Royal Ister Museum""",
        subject="Request 4402/b",
    ),
    Case(
        "n036 Internal Review - IR/25/019",
        K.REVIEW_OUTCOME,
        """Dear Mr Obi

You asked us to look again at our refusal of 3 March, in which we told you: "the information is exempt under section 43(2) and is withheld in full".

I was not involved in the first decision. I have read the contract and spoken to the supplier. I find that the unit prices remain commercially sensitive but that the total value, the duration and the termination clauses are not, and I enclose those. Your complaint is therefore upheld in part.

If you remain dissatisfied you can go to the Information Commissioner.

Professor L. Stannard
Deputy Registrar""",
        subject="Internal Review - IR/25/019",
    ),
    Case(
        "n037 Photocopies",
        K.FEES_NOTICE,
        """Dear Mr Keene
You have said you want it all on paper and not as PDFs. That's fine but it is 900 pages, so we shall have to ask you for £90 first. Or you can have the PDFs for nothing, as I said on the phone. Let me know which; if paper, I'll post it the day your money comes in.
Yours, B. Quayle, Archives

P.S. You asked if the three weeks or so that we have to answer in goes on running meanwhile. It doesn't. It's in abeyance from today, and we pick it up where we left off.
P.P.S. I know the County told you that all requests are free. They are up to a point, but reproduction and postage aren't, and never have been here.""",
        subject="Photocopies",
    ),
    Case(
        "n038 Réponse / Auto-reply: Section 36 - Qualified Person",
        K.AUTOMATIC_REPLY,
        """I'm in Singapore on University business up to and including 20 May. For urgent matters Bethan in my office (vc-office@saltmere.example.org) can find me.""",
        subject="Réponse / Auto-reply: Section 36 - Qualified Person",
        headers={
            "Auto-Submitted": "auto-replied",
            "X-MS-Exchange-Generated-Message-Source": "Mailbox Rules Agent",
        },
    ),
    Case(
        "n039 RE: FOI request 2026-19 spend on bird netting",
        K.CLARIFICATION_QUESTION,
        """Dear Mr Lund

I was about to send this out but realised I don't understand question 6 ("as above but for the other sites"). Above refers to both the hospital sites and the community sites. Which are the others? The rest of it I have ready, but I'd sooner send you a single complete answer than bits, so I have stopped the clock until you let me know.

Sophie Trent
IG Officer, Ister Community Health Trust

Ister Community Health Trust - caring for you, close to home

HOW WE HANDLE INFORMATION REQUESTS: We aim to answer all requests in 20 working days. Answers are put on our disclosure log with your name removed. Where the cost of an answer goes over £450 we may refuse. Where we apply an exemption we'll send you a refusal notice. If you are unhappy with our answer you can ask for an internal review by e-mailing the Company Secretary and, after that, write to the Information Commissioner's Office, Water Lane, Sometown.

The contents of this message are confidential. Think before you print.""",
        subject="RE: FOI request 2026-19 spend on bird netting",
    ),
    Case(
        "n040 FOI 2026-302: who are you asking as?",
        K.CLARIFICATION_QUESTION,
        """Dear Sir or Madam

Your mail is signed "Fox Watch Ister" with no person's name. To be valid a request has to give the real name of whoever is making it. Could you tell me who it is from? Also the two halves of your sentence seem to say different things: "numbers of foxes shot by or on behalf of the council, excluding contractors". Is a contractor in or out?

I'll not be starting until I've got both.

FOI Officer, Brackley Vale District Council""",
        subject="FOI 2026-302: who are you asking as?",
    ),
    Case(
        "n041 RE: Freedom of Information request - Taser discharges on ani",
        K.ACKNOWLEDGEMENT,
        """OFFICIAL

Good afternoon,

I can confirm safe receipt of the below, which has been allocated to me. Your reference is 01/FOI/26/004417/K. Under the Act we have until 3 March 2026 to respond, but I will of course try to get it to you sooner if the data comes back.

Many thanks,

Aaliyah Conteh | FOI Researcher
Westmarch Police

From: Robin Sayer <robin@campaign.example.org>
Sent: 03 February 2026 08:12
To: FOI mailbox
Subject: Freedom of Information request - Taser discharges on animals

Dear Westmarch Police,

Please tell me, for each calendar year since 2019, how many times a Taser was discharged at a dog or other animal. If this goes over the cost limit please treat the most recent three years as the request. If you need to clarify anything I am happy to talk on the phone. If you refuse, please quote the exemption.

Yours
Robin Sayer""",
        subject="RE: Freedom of Information request - Taser discharges on animals",
    ),
    Case(
        "n042 Ack",
        K.ACKNOWLEDGEMENT,
        """Got it thanks. I'll bring it to the council meeting on the 12th and get you an answer after, certainly inside the month the law gives us.
Jean (Clerk, Thornbeck PC)
Sent from my phone""",
        subject="Ack",
    ),
    Case(
        "n043 Re: internal review",
        K.REVIEW_OUTCOME,
        """No change. We've got nothing on a pigeon contract, I have been through the cabinets personally. Ros was right. Over to the ICO if you want.
G. Tull, Director, Ister Markets Ltd""",
        subject="Re: internal review",
    ),
    Case(
        "n044 Automatic reply: Spit hood use 2023-2025",
        K.AUTOMATIC_REPLY,
        """I am on leave until Monday 9 March with no access to my inbox. Anything about disclosure should go to the team box, disclosure@westmarch-police.example.org. If it's a press matter ring the duty line.

Karen Ollerenshaw
Decision Maker, Westmarch Police""",
        subject="Automatic reply: Spit hood use 2023-2025",
        headers={"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
    ),
    Case(
        "n045 Nid oedd modd danfon eich neges / Your message couldn't be d",
        K.BOUNCE,
        """Nid oedd modd danfon eich neges i rhg@gororau.example.org: mae'r neges yn rhy fawr (27 MB; uchafswm 20 MB).

Your message to rhg@gororau.example.org couldn't be delivered: the message is too large (27 MB; limit 20 MB).

552 5.3.4 Message size exceeds fixed limit""",
        subject="Nid oedd modd danfon eich neges / Your message couldn't be delivered",
        headers={"Auto-Submitted": "auto-replied", "X-Failed-Recipients": "rhg@gororau.example.org"},
    ),
    Case(
        "n046 Re-examination of our response, Farm Assurance Board",
        K.REVIEW_OUTCOME,
        """Dear Ms Carrow,

You put it to us that more must be held than the two letters you got. I had the mailboxes of all four inspectors searched, using the words you proposed, and the paper files in the basement. Three further e-mails came to light, which should have gone to you in May and are attached. Other than those I'm content, on the balance of probabilities, that there isn't any more.

You may now refer the matter to the Information Commissioner should you so wish.

Head of Corporate Affairs""",
        subject="Re-examination of our response, Farm Assurance Board",
    ),
    Case(
        "n047 RE: my request",
        K.CLARIFICATION_QUESTION,
        """Dear Mr Osei
Your note says see attached but nothing was. What would you like to know?
M. Prowse""",
        subject="RE: my request",
    ),
    Case(
        "n048 Environmental Information (Scotland) Regulations 2004",
        K.EXTENSION_NOTICE,
        """Dear Mr Sinclair

Your request of 2 June 2025 - fish farm mortality and treatment records, all sites, 2010 onward

I write under regulation 7(1). Owing to the volume and complexity of the material which you seek (in the region of 9,000 returns, in three formats, some of which were supplied by third parties who must be consulted) it is impracticable for the Agency to comply with your request, or to decide to refuse it, within twenty working days. I am therefore extending the period to forty working days. You'll receive our response not later than 28 July 2025.

You may require us to review this decision. A requirement for review must be made in writing within 40 working days. Thereafter you may apply to the Scottish Information Commissioner.

Yours sincerely
Access to Information Officer
Coastal Waters Agency Scotland""",
        subject="Environmental Information (Scotland) Regulations 2004",
    ),
    Case(
        "n049 Stage 2 response: FOI complaint",
        K.REVIEW_OUTCOME,
        """Dear Mr Nwosu

I have treated your e-mail of 6 May as a request for internal review under the Freedom of Information Act and not as a complaint under the Trust's complaints policy, though you had called it the latter.

Background

Between January and April you sent the Trust nine e-mails. On 28 April the Trust wrote: "This is the ninth you have sent since Easter on the subject of the halal slaughter contract ... the trustees consider the burden and distress out of proportion to any value in the request, and we will not be complying with it (s.14(1)). We do not intend to answer future requests on the topic."

My approach

It is the request, and not the requester, that must be vexatious. I looked at burden, motive, value and harassment in the round, following the Dransfield decision.

Findings

Burden: I put it at about four hours. That is not oppressive.
Motive: you are a parent and a campaigner. Both are proper reasons.
Value: real. The contract is worth £410,000.
Harassment: your e-mail of 14 April was rude. You have since apologised.

Of the nine e-mails, only three were requests. The others were chasers, because we had not replied.

Conclusion

Section 14(1) was not correctly applied. The refusal is withdrawn. A fresh response to your request of 22 April will be sent by 20 June. It may rely on other exemptions, or on none.

The statement that the Trust will not answer you in future should not have been made and is withdrawn also.

Your right to complain to the Information Commissioner is set out overleaf.

Yours sincerely

Dame Harriet Lowe
Vice-Chair, Dunharrow Academy Trust""",
        subject="Stage 2 response: FOI complaint",
    ),
    Case(
        "n050 Requirement for Review - Decision - FS-26-0041R",
        K.REVIEW_OUTCOME,
        """Dear Mr Baillie

I refer to your letter of 3 March 2026 in which you required Caledonian Rail Police to review its decision of 9 February.

A Review Panel of three, none of whom took part earlier, convened on 24 March. It had before it your requirement, the operational plan, and the original notice, which had told you that "disclosure would endanger the safety of individuals" and that the plan was withheld in its entirety.

The Panel was unconvinced that every page merited protection. It noted that the timetable and traffic orders had been published already, that catering and welfare arrangements could harm nobody, and that the costings are of legitimate interest to taxpayers. It has decided, in terms of section 21(4)(b) of the Act, to substitute a different decision: pages 1-8, 17-22 and 40 are to be released and are enclosed. In respect of the remainder (deployments, call signs, contingency) it confirms the decision with no modification, section 39(1) and section 35(1)(a) continuing to apply.

You have six months in which to make an application to the Scottish Information Commissioner, and thereafter a right of appeal on a point of law to the Court of Session.

Yours sincerely
Convener of the Panel""",
        subject="Requirement for Review - Decision - FS-26-0041R",
    ),
    Case(
        "n051 Mail delivery failed: returning message to sender",
        K.BOUNCE,
        """This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its recipients. This is a permanent error. The following address(es) failed:

  clerk@thornbeck.example.org
    retry timeout exceeded

------ This is a copy of the message, including all the headers. ------

Subject: Freedom of Information request - allotment pesticides
Dear Clerk, Under the Freedom of Information Act please send me ...""",
        subject="Mail delivery failed: returning message to sender",
        headers={"Auto-Submitted": "auto-replied", "X-Failed-Recipients": "clerk@thornbeck.example.org"},
    ),
    Case(
        "n052 Re: FOISA – hare coursing",
        K.PARTIAL_REPLY,
        """Hi Alex

2022 and 2023 below, 2024 isn't finalised by the stats branch until Thursday, will forward as soon as it lands.

2022: 37 reports, 4 charges
2023: 52 reports, 3 charges

D/Insp K. Reith
Caledonian Rural Police

**********************************************************************
This message is intended only for the addressee. Caledonian Rural Police is a Scottish public authority. Requests for information are answered in 20 working days. If you're dissatisfied with a decision you may require a review within 40 working days, and then apply to the Scottish Information Commissioner. Notices under sections 16, 17 or 18 will be issued where information is withheld, isn't held, or where we neither confirm nor deny. Fees notices may be issued under section 9.
**********************************************************************""",
        subject="Re: FOISA – hare coursing",
    ),
    Case(
        "n053 Response to request for internal review FOI2025/1339R",
        K.REVIEW_OUTCOME,
        """Dear Ms Devereux

1. I am responding to your request of 3 November 2025 for an internal review of the handling of case FOI2025/1339.

2. In your original request you sought: "All correspondence between ministers and the Fur Trade Alliance, June 2024 to June 2025."

3. On 17 October the Department replied as follows: "We can confirm that the Department holds the information you have requested. It is being withheld under section 35(1)(a) of the Act. We consider that the balance of the public interest favours maintaining the exemption, and this letter should be taken as a refusal."

4. You contended that (i) the response was late; (ii) policy on the matter had already been settled; (iii) the public interest balance was wrongly struck.

5. On (i), the Department took 41 working days. That is one day more than the Commissioner's guidance allows and I apologise.

6. On (ii), I have been told that the consultation had not closed at the date of your request. I am satisfied that section 35(1)(a) was properly engaged.

7. On (iii), I have considered the matter afresh. There is a strong interest in the public knowing who lobbies ministers. There is however an equally strong one in ministers being able to think in private while options remain open. On balance I uphold the original decision.

8. This concludes the review. You may complain to the Information Commissioner within six weeks.

Yours sincerely
Deputy Director, Knowledge and Information
Department for Coastal Affairs""",
        subject="Response to request for internal review FOI2025/1339R",
    ),
    Case(
        "n054 Correction to our letter of 8 April - FOI 2025-0312",
        K.OTHER,
        """Dear Mr Farrow

A sharp-eyed colleague has pointed out that the table in our response should be headed 2023/24, not 2024/25. The figures themselves are right. Please accept our apologies for the slip.

Eskmoor Council""",
        subject="Correction to our letter of 8 April - FOI 2025-0312",
    ),
    Case(
        "n055 FOI/EIR Request – Our Reference 2025-EIR-0661 (please quote)",
        K.ACKNOWLEDGEMENT,
        """Dear Dr Amadi

Thank you for your request for information concerning ammonia emissions from intensive poultry units, which arrived here on 19 March 2025.

We are considering it under the Environmental Information Regulations 2004, because what you seek falls within the definition at regulation 2(1).

What happens next

The Regulations require us to answer promptly and in any event within 20 working days. Yours should be with you on or before 16 April 2025.

Where a request is both complex and voluminous we may take up to 40 working days. If that proves to be so in your case we will write to you before the 20 working days are up, explaining why.

Charges

We may make a reasonable charge for supplying environmental information. If we decide to charge you, you will be told how much before we start, and we will not release the information until you have paid. Our schedule of charges is available on request.

If we need more detail from you

Sometimes a request is too general for us to know what is wanted. If so, we will ask you for more particulars and offer you help in providing them.

If we do not hold the information

We will tell you, and if we know who does hold it we will pass your request over or give you their details.

Exceptions

There are a number of exceptions under regulation 12. With the sole exception of personal data, each is subject to a public interest test. If we refuse any part of your request we shall tell you which exception we rely upon and why.

Re-use

You are free to use what we send you for your own purposes, including non-commercial research, and for news reporting.

If you have any queries please contact me and quote the number above.

Yours sincerely

Hugh Castleton
Customer and Regulatory Information Team
Rural Environment Agency""",
        subject="FOI/EIR Request – Our Reference 2025-EIR-0661 (please quote)",
    ),
    Case(
        "n056 Message blocked",
        K.BOUNCE,
        """Your e-mail to foi@westmarch-police.example.org has been rejected by our gateway because it had an attachment of a kind we do not accept (request.docm). The addressee has not seen it. Please take the attachment off and send again.

Ref: MG-7c1a99. Policy: INBOUND-MACRO.""",
        subject="Message blocked",
        headers={"X-Failed-Recipients": "foi@westmarch-police.example.org"},
    ),
    Case(
        "n057 FOISA request 2025-1120",
        K.REPLY,
        """Dear Mr Baillie

Thank you for your e-mail about horse-drawn vehicle licences.

In terms of section 17 of the Freedom of Information (Scotland) Act 2002, I am giving you notice that Glenarrick Council does not hold the information you have asked for. We do not license such vehicles and have had no applications.

You have the right to ask for a review. You must do so in writing within 40 working days of receiving this letter, stating why you are dissatisfied. If you remain unhappy after that, you can appeal to the Scottish Information Commissioner, Kinburn House, Sometown.

Yours sincerely
Ailsa Muir""",
        subject="FOISA request 2025-1120",
    ),
    Case(
        "n058 RE: Circus licences",
        K.TRANSFER,
        """That'll be Trading Standards at Calderwick now, they took it over from us in April incl. all the files. foi@calderwick.example.org
Thx - Pav""",
        subject="RE: Circus licences",
    ),
    Case(
        "n059 Eich cais am wybodaeth – angen manylion / Your request – det",
        K.CLARIFICATION_QUESTION,
        """Annwyl Mr Pugh / Dear Mr Pugh

Rydych wedi gofyn am "yr holl ddogfennau perthnasol". A fyddech cystal â nodi pa ddogfennau sydd gennych mewn golwg, a thros ba gyfnod?

You have asked for "all relevant documents". Would you be so good as to say which documents you have in mind, and over what period? At present we can't tell what would count as relevant. Nid ydym yn gwrthod eich cais. We're not refusing your request.

Menna Tudur
Heddlu'r Gororau""",
        subject="Eich cais am wybodaeth – angen manylion / Your request – details needed",
    ),
    Case(
        "n060 RE: Stage two and three",
        K.REPLY,
        """Dear Mr Tallis
Here's the last of it: vehicle logs for both vans, and the 17 complaints with complainants' names out. That's everything now and I'm closing the case. Complaints about the handling to the Monitoring Officer.
Wexcombe City Council

> From: Mr Tallis
> Sent: 17 November
> Subject: Stage two and three
>
> Dear Wexcombe,
> Your letter said that stage two (vehicle logs) would come in the week of 3
> November and stage three (complaints) the week after. I've had neither.
> Are you refusing them? Are you extending time? If there is going to be a
> charge please say so. I'd rather not have to ask for an internal review.""",
        subject="RE: Stage two and three",
    ),
    Case(
        "n061 Stage one disclosure",
        K.PARTIAL_REPLY,
        """Dear Mr Tallis

We have opted to answer in stages.

STAGE ONE (this letter): headcount, salary bands and training records of the Animal Warden Service - enclosed.
STAGE TWO (to come, w/c 3 Nov): vehicle logs.
STAGE THREE (to come, w/c 10 Nov): complaints, after names are removed.

Fees: none at this time. Exemptions: section 40(2) has been applied to Stage One (names of junior staff).

Wexcombe City Council""",
        subject="Stage one disclosure",
    ),
    Case(
        "n062 FEES NOTICE under section 9 FOIA - our ref 25/6612",
        K.FEES_NOTICE,
        """Dear Miss Rahman

Thank you for your request dated 11 January 2025 for copies of all licences granted under the Dangerous Wild Animals Act 1976 since 1990.

The information is held on microfiche at our off-site store. I have estimated that locating and extracting it will take nine hours, well within the appropriate limit, so we make no charge for staff time. However, we are permitted to recover disbursements. These are:

Reader-printer copies, 640 at £0.20 - £128.00
Courier from store - £22.50
Total - £150.50

We will not do any further work on the request until this sum has been received. You have three months from the date of this notice in which to pay. The time for compliance stops today and resumes on the day after cleared funds arrive. If you would rather come and look at the fiche in person, no charge applies.

You may ask for an internal review of the charge.

Yours sincerely
Gethin Rowlands
Licensing, Calderwick Borough Council""",
        subject="FEES NOTICE under section 9 FOIA - our ref 25/6612",
    ),
    Case(
        "n063 Response to FOI CEX-25-210 (questions 1-4)",
        K.PARTIAL_REPLY,
        """Dear Mr Farrow

Thank you for your request of 9 September 2025, made under the Freedom of Information Act 2000. On 11 September we acknowledged it, and on 18 September asked you to explain what you meant by "hospitality", which you kindly did the same day.

Your request has eight limbs. This letter disposes of the first four. I'd rather you had these now than that they sat on my desk.

1. Number of tickets accepted by councillors for Ister Racecourse, 2024/25.
Twenty-six.

2. Their face value.
£1,950.

3. Names of those who accepted.
These are in the published register of gifts, at the link below. The information being reasonably accessible to you otherwise, section 21 applies to it.

4. Whether any councillor on the Licensing Committee accepted.
Yes, two: Cllrs Ferris and Mapplebeck.

5 to 8 concern officers rather than members. The officers' register is kept by each directorate, and three of the five have so far sent me theirs. When I have the other two I will write again. I do not think it will be more than ten days.

Your right to an internal review applies to this letter and will apply equally to the next.

Yours sincerely

Gwenllian Hope
Democratic Services
Eskmoor Council""",
        subject="Response to FOI CEX-25-210 (questions 1-4)",
    ),
    Case(
        "n064 RE: ENV/26/0017 - Extension under Regulation 7",
        K.EXTENSION_NOTICE,
        """Dear Mr Dunn

Thank you for your request for environmental information received on 5 January 2026.

I had hoped to be writing with the documents. However, I am afraid I am writing to extend the time in which we must reply.

Regulation 7(1) of the Environmental Information Regulations 2004 provides that where a request is made under regulation 5, the public authority may extend the period of 20 working days to 40 working days if it reasonably believes that the complexity and volume of the information requested means that it is impracticable either to comply with the request within the earlier period or to make a decision to refuse to do so.

In this case there are 214 bore-hole logs, 46 consultants' reports and correspondence with nine landowners. Some of the reports are subject to third party copyright, some contain the whereabouts of protected species, and some are in a modelling format for which we need to obtain a licence. We consider that the request is therefore both complex and voluminous.

We will respond by 3 March 2026. If we can do so earlier we will.

We are not at this stage asking for a fee, although as our website explains we may do so for substantial requests. Nor have we yet concluded whether any of the exceptions in regulation 12 is engaged.

You may make representations to us if you believe we have failed to comply with the Regulations. Please do so within 40 working days.

Yours sincerely
Environmental Information Officer
Ister County Council""",
        subject="RE: ENV/26/0017 - Extension under Regulation 7",
    ),
    Case(
        "n065 Re: Re: dog fouling fines & signs",
        K.PARTIAL_REPLY,
        """Hi Pete,
fines: 14 in 22, 9 in 23, 31 in 24. The signs budget sits with highways and Mo is off till Tues so that bit will have to follow. Sorry to do it in dribs and drabs
Lou""",
        subject="Re: Re: dog fouling fines & signs",
    ),
    Case(
        "n066 RE: FOI - glyphosate on school fields",
        K.AUTOMATIC_REPLY,
        """The school office is closed for half term and will reopen on Tuesday 3 June. E-mails are not being read this week. In an emergency please telephone the site manager on the usual number.

Brackenfold Primary School""",
        subject="RE: FOI - glyphosate on school fields",
        headers={"X-Autoreply": "yes"},
    ),
    Case(
        "n067 Your appeal",
        K.REVIEW_OUTCOME,
        """Dear Ms Quigg

The panel met on Thursday. We agree with you. The handler should not have called your request vexatious, and we apologise. The e-mails you wanted are attached, with two phone numbers blacked out.

Rev. P. Ansty, Chair of Governors, St Withern's School""",
        subject="Your appeal",
    ),
    Case(
        "n068 Letter from Ister Homes about your e-mail",
        K.CLARIFICATION_QUESTION,
        """Dear Mr Keene

Your e-mail says "please send me the report on the rats". I have asked around the office. There is a pest control audit (2023), a tenant's survey that has a chapter on rats (2024), and an Environmental Health notice with a report stapled to it (2025). I can lay hands on all of them. I'd like to know which it is you are after before I go any further, and whether you want the appendices, which are photographs mostly and rather unpleasant.

Yours sincerely
Dilys Penhaligon
Ister Homes Ltd

Registered office: The Limes, Ister. A company limited by guarantee and wholly owned by Ister County Council. Gas safety emergencies: ring the national line.

You have the right to see most of what we hold. We will tell you within 20 working days whether we have got it and send it to you, subject to exemptions (commercial matters, personal data, law enforcement and others). We do not as a rule charge for less than 50 sheets. In some cases we take longer so that we can weigh up the public interest. If we refuse you will be told why and how to have it looked at again by the Managing Director.""",
        subject="Letter from Ister Homes about your e-mail",
    ),
    Case(
        "n069 Re: Access to Information: minutes of the Joint Venture Boar",
        K.REFUSAL,
        """Dear Hannah Lockhart,

We've thought hard about this one, and I know you'll be disappointed.

The Board's minutes were given to us by our partner, Linnet Developments plc, on the footing that they would go no further. If we let them out the company could take us to court and, on the advice we've had, would win. That being so the law relieves us of the duty to supply them (section 41). Since it's an absolute bar there was no balancing exercise under the Act for us to do, although we did ask ourselves whether a public interest defence might have been available and concluded not.

We looked at whether anything could be sent to you with bits taken out. What would've been left was the date and the list of apologies.

If you were to ask for our own officers' briefing notes rather than the minutes, I suspect that you would fare better; that would be for a new request, and I make no promises.

Should you want somebody else at the company to take a second look, write to the Managing Director by 1 March.

Ister Homes Ltd (owned by Ister County Council)""",
        subject="Re: Access to Information: minutes of the Joint Venture Board",
    ),
    Case(
        "n070 We haven't forgotten you",
        K.OTHER,
        """Dear Mr Dunn

Your request passed its due date on Tuesday. I am embarrassed to say I can't give you a new date. Operations have been dealing with the burst main and haven't turned to it. The moment I have something I'll be in touch.

With apologies
Ister Water Services Ltd""",
        subject="We haven't forgotten you",
    ),
    Case(
        "n071 Re: Tree felling on Ropewalk",
        K.EXTENSION_NOTICE,
        """Hi again,

There's much more of this than we thought: about 2,600 e-mails, three sets of consultants' drawings, and a mass of survey data that has to be gone through by an ecologist. We won't be able to do it justice by the 11th. The environmental regs let us take up to forty working days where the job's big and complicated, and this one is both, so our new date is 9 July.

Sorry about that.
Nia Parfitt, Harbourside Team""",
        subject="Re: Tree felling on Ropewalk",
    ),
    Case(
        "n072 Hysbysiad ffioedd / Fees notice — PCC 2025/140",
        K.FEES_NOTICE,
        """Annwyl Ms Vaughan / Dear Ms Vaughan

Bydd copïo'r cynlluniau A1 yn costio £54. Ni allwn fwrw ymlaen nes i ni dderbyn y taliad. Mae gennych dri mis.

Copying the A1 plans will cost £54. We can't go ahead until payment's been received. You have three months.

Penrhosfa County Council""",
        subject="Hysbysiad ffioedd / Fees notice — PCC 2025/140",
    ),
    Case(
        "n073 Out of Office: FOISA request re ferry livestock sailings",
        K.AUTOMATIC_REPLY,
        """Thank you for your e-mail. I work Monday to Wednesday. If your message is about an information request, please note that in line with guidance from the Scottish Information Commissioner the 20 working days will not start until your request is received by a monitored address. Please re-send to accesstoinformation@firthferries.example.org.

Beannachdan / Best wishes
Mairi""",
        subject="Out of Office: FOISA request re ferry livestock sailings",
        headers={"X-Auto-Response-Suppress": "DR, OOF, AutoReply", "Auto-Submitted": "auto-replied"},
    ),
    Case(
        "n074 Freedom of Information Request 7741 – further detail require",
        K.CLARIFICATION_QUESTION,
        """Dear Requester

I refer to your request received on 4 February 2026.

Under section 1(3) of the Freedom of Information Act 2000 the Trust is entitled to ask for such further particulars as it reasonably requires in order to identify and locate the information. The Trust cannot proceed with question 3 as drafted. Please confirm:

(a) whether 'restraint' is intended to include chemical restraint as well as physical holds; and
(b) the wards, or class of wards, you have in mind.

The time limit of 20 working days will begin afresh on the day following receipt of your answer. If nothing is received within 60 days of this letter we will treat your request as withdrawn.

For the avoidance of doubt, the Trust has not yet decided whether any exemption applies, nor whether section 12 may be engaged.

Yours faithfully
Vale of Ister NHS Foundation Trust""",
        subject="Freedom of Information Request 7741 – further detail required",
    ),
    Case(
        "n075 Re: question about pigeon shooting contractor",
        K.REPLY,
        """Short answer: nothing on file. We've not used one since the old depot shut in 2011 and the paperwork went after seven years. I checked with Facilities and Procurement and neither has a record.
Ros, Ister Markets Ltd

> Dear Ister Markets,
> Under the FOI Act please give me the name of any contractor used to
> shoot, trap or otherwise kill pigeons in the covered market, and copies
> of the contract and invoices, from January 2015 to now. I know you may
> want to claim commercial interests (s43); please don't, the public
> interest favours disclosure. If you need longer to decide, tell me.
> Alex""",
        subject="Re: question about pigeon shooting contractor",
    ),
    Case(
        "n076 Interim disclosure - ref 25-3001",
        K.PARTIAL_REPLY,
        """Dear Ms Tran

Further to my acknowledgement of 2 September, please find attached the first tranche of the records you requested: the minutes of the Animal Welfare and Ethical Review Body for 2022 and 2023 (redacted to remove names under section 40(2)).

The minutes for 2024, and the training registers, are with the establishment licence holder for checking. We anticipate sending these to you by 10 October. We would stress that we have not come to any view about exemptions for that remaining material.

You may wait until you have everything before deciding whether you want an internal review.

Yours sincerely
Information Compliance Manager
University of Saltmere""",
        subject="Interim disclosure - ref 25-3001",
    ),
    Case(
        "n077 FW: glass bottle DRS correspondence",
        K.TRANSFER,
        """Jo - this isn't one of ours, it's Coastal Affairs who lead on deposit return. I've sent it over to their FOI people this afternoon & copied you so you can see. They'll pick it up from here.

Raj
Dept for Enterprise

---------- Forwarded message ----------
From: Jo Pardew
To: FOI Enterprise
Subject: Request

Please send me all correspondence since June 2024 between the Department and drinks makers about leaving glass out of the deposit return scheme. If it's too much, tell me how to narrow it; if you must have longer, tell me under what section.""",
        subject="FW: glass bottle DRS correspondence",
    ),
    Case(
        "n078 Part 1 of 2",
        K.PARTIAL_REPLY,
        """Minutes for Jan-June attached. July-Dec are with the previous clerk, who has the laptop. Will send when I've got it back off her.
A. Gower, Quillet PC""",
        subject="Part 1 of 2",
    ),
    Case(
        "n079 IR 5521 closed",
        K.REVIEW_OUTCOME,
        """Internal review IR 5521 has been completed.
Original decision: Withheld in full (s.43)
Review decision: OVERTURNED
Documents released: 1
Reviewer's comment: Contract has since ended and the supplier no longer objects.
If dissatisfied: ico.example.org""",
        subject="IR 5521 closed",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n080 FOI 556 – answers to 1, 2 and 5",
        K.PARTIAL_REPLY,
        """Dear Hannah

Please find below what I have been able to get so far.

1. 41 officers.
2. £18,204 in 2023/24; £22,760 in 2024/25.
5. The policy is attached.

HR have not come back to me on 3 and 4 yet. I am chasing and will send those on as soon as I can, hopefully by the end of next week.

Regards
Tim Bexley

-----Original Message-----
From: Tim Bexley
Sent: 3 October 2025 10:20
To: Hannah
Subject: FOI 556 - acknowledgement

Dear Hannah, thank you for your request, received today and logged as FOI 556. You will get a response within 20 working days. If we need to clarify anything with you the time will stop. If a fee is payable we shall let you know. If the information's exempt we will issue a refusal notice explaining why.

Tim""",
        subject="FOI 556 – answers to 1, 2 and 5",
    ),
]
