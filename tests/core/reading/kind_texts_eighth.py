"""Messages by a writer who saw no code: more of the seventh collection. All are invented."""

from __future__ import annotations

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

TEXTS = [
    Case(
        "n081 Public Interest Test Extension letter – 01/FOI/26/004417/K",
        K.EXTENSION_NOTICE,
        """OFFICIAL

Dear Robin Sayer

Freedom of Information Request Reference No: 01/FOI/26/004417/K

I write in connection with your request for information which was received by Westmarch Police on 03/02/2026. I note you seek access to the following information:

"For each calendar year since 2019, how many times a Taser was discharged at a dog or other animal."

I am sorry to inform you that we have not been able to complete our response to your request by the date originally stated, as we are currently considering whether qualified exemptions apply to the information you have requested. As a result we will not be able to respond within 20 working days.

I can now advise you that the amended date for a response is 31/03/2026.

For your information, the Act defines a number of exemptions which may prevent release of the information you have requested. There will be an assessment and if any of the exemption categories apply then the information may not be released. You will be informed if this is the case, including your rights of appeal. The exemption under consideration is section 31(1)(a) Law Enforcement.

In accordance with section 10(3) the public authority may take such longer period as is reasonable in the circumstances to reach a decision on the balance.

May I apologise for any inconvenience caused.

Aaliyah Conteh
FOI Researcher

COMPLAINT RIGHTS
Are you unhappy with how your request has been handled or do you think the decision is incorrect? You have the right to require Westmarch Police to review its decision. Prior to lodging a formal complaint you are welcome to discuss the response with the case officer.""",
        subject="Public Interest Test Extension letter – 01/FOI/26/004417/K",
    ),
    Case(
        "n082 Harrowmere Matters - November issue",
        K.OTHER,
        """In this month's bulletin: winter gritting routes; have your say on the budget; Freedom of Information - we answered 93% of requests within 20 working days last quarter; Christmas bin collections; and meet your new park ranger, Ollie. You are getting this because you gave us your address.""",
        subject="Harrowmere Matters - November issue",
        headers={
            "Precedence": "list",
            "List-Id": "<news.harrowmere.example.org>",
            "List-Unsubscribe": "<https://harrowmere.example.org/unsub>",
        },
    ),
    Case(
        "n083 Cost of complying exceeds limit - offer to comply for a fee ",
        K.FEES_NOTICE,
        """Dear Mr Obi,

Having sampled the files, we estimate 31 hours' work to answer you. That is beyond the 18 hours we have to put in. The University isn't therefore obliged to comply.

We are nonetheless willing to, if you'll bear the cost. Section 13 of the Act and the 2004 Fees Regulations allow us to charge £25 an hour for all of those 31 hours, plus the price of copying: £775 + £16 = £791. On receipt of that amount at the Cash Office we'll start, and you would have the information in 20 working days. The offer is open for three months from today's date.

Office of the Deputy Registrar
University of Saltmere""",
        subject="Cost of complying exceeds limit - offer to comply for a fee (s.13)",
    ),
    Case(
        "n084 Re: emails between Head and caterer",
        K.REFUSAL,
        """Dear Mr Nwosu,

The trust has considered your message. This is the ninth you have sent since Easter on the subject of the halal slaughter contract, and the tone of the last four has upset the catering manager. Taking everything together, the trustees consider the burden and distress out of proportion to any value in the request, and we will not be complying with it (s.14(1)). We don't intend to answer future requests on the topic.

Our complaints procedure is on the website. You may also contact the Information Commissioner's Office.

Dunharrow Academy Trust

> From: C. Nwosu
> Date: 22 April
>
> I still haven't had an answer. You told me on 4 March that you would
> "respond within 20 working days" and on 1 April that you "needed a bit more
> time". You then sent me two of the five invoices and said the others would
> follow. They did not. Please send:
> 1. the remaining invoices
> 2. e-mails between the Head and the caterer, Jan to March
> 3. the tender scores""",
        subject="Re: emails between Head and caterer",
    ),
    Case(
        "n085 Undeliverable: Freedom of Information request - CCTV",
        K.BOUNCE,
        """Delivery has failed to these recipients or groups:

foi@oldharrowmere.example.org
The email address you entered couldn't be found. Please check the recipient's email address and try to resend the message. If the problem continues, please contact your helpdesk.

Diagnostic information for administrators:

Generating server: AM6PR05MB1.eurprd05.prod.example.org
foi@oldharrowmere.example.org
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'

Original message headers:

Received: from campaign.example.org by AM6PR05MB1 with HTTPS; Mon, 3 Feb 2025 11:20:41 +0000
From: Jo <jo@campaign.example.org>
To: foi@oldharrowmere.example.org
Subject: Freedom of Information request - CCTV
Thread-Index: AQHbd...
Content-Type: text/plain""",
        subject="Undeliverable: Freedom of Information request - CCTV",
        headers={
            "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b1"',
            "Auto-Submitted": "auto-replied",
        },
    ),
    Case(
        "n086 Ateb i'ch cais / Response - RhG 140",
        K.REPLY,
        """Annwyl Mr Pugh / Dear Mr Pugh

1. Faint o geffylau heddlu sydd gennych? / How many police horses do you have?
Chwech / Six

2. Faint a ymddeolodd ers 2020? / How many have retired since 2020?
Pedwar / Four

3. Ble maen nhw nawr? / Where are they now?
Tri mewn noddfa, un gyda chyn-swyddog / Three in a sanctuary, one with a former officer

Os ydych yn anfodlon, cysylltwch â ni / If you're unhappy, contact us.

Menna Tudur""",
        subject="Ateb i'ch cais / Response - RhG 140",
    ),
    Case(
        "n087 Information request TR/1004",
        K.TRANSFER,
        """Dear Mr Keene

Under regulation 10 of the Environmental Information Regulations 2004, where a public authority that receives a request does not hold the information but believes another does, it may either transfer the request or supply the name and address of that authority.

We believe that the air quality monitoring data for Junction 9 is held by National Trunk Roads. We have accordingly transferred your request, and you will get a response from them. Regulation 14 obliges us to tell you that as far as this Council is concerned the exception at 12(4)(a) applies. You can ask us to reconsider within 40 working days.

Brackley Vale District Council""",
        subject="Information request TR/1004",
    ),
    Case(
        "n088 Your information request DSS-2025-0666",
        K.REFUSAL,
        """Dear Alex Corrigan

Thank you for your request for information about animal testing establishments. You asked for:

"The addresses of all establishments licensed to carry out procedures on living animals, the names of the licence holders, and the floor plans lodged with each application."

Your request has been handled under the Freedom of Information Act 2000. We acknowledged it on 2 July. On 29 July we informed you that we needed more time to consider the public interest, and we are grateful for your patience.

I can confirm that the Department holds the information that you have requested. After careful consideration we have decided that it is exempt from disclosure in its entirety, for the reasons below.

Section 38(1)(a) and (b): health and safety
Disclosure would be likely to endanger the physical or mental health or the safety of people who work at the establishments. There is a documented history of attacks.

Section 40(2): personal data
The names of licence holders are personal data. They would not expect publication. Disclosure would be unfair, and thus contravene the first data protection principle. This is an absolute exemption in this context.

Section 43(2): commercial interests
Floor plans would be of use to competitors.

Section 31(1)(a): law enforcement
Floor plans would be of use to intruders.

Public interest considerations in favour of disclosure
There is a legitimate interest in how animals are used in science, and openness helps the public to trust in the regulatory regime. The Department publishes annual statistics, non-technical summaries and thematic reports to meet that interest.

Public interest considerations in favour of maintaining the exemptions
The safety of individuals carries very great weight. Should establishments be deterred from applying, important medical research might move overseas to places with lower standards.

Conclusion
The balance favours maintaining the exemptions.

Advice and assistance
Under section 16 we have a duty to help you. You may wish to consider asking for the number of establishments by region, which we would likely be able to provide. You will find the annual statistics on our website. Should you choose to send a new request along those lines, it would be dealt with afresh, with a fresh 20 working days; we would be glad to discuss the wording with you beforehand. A fee is unlikely.

If you are dissatisfied with this response you may request an independent internal review of our handling of your request by writing within two months to the address below, quoting the reference. As part of any review the Department's handling of your request will be reassessed by staff who were not involved in providing you with this response. If you remain dissatisfied you would have a right of complaint to the Information Commissioner.

Yours sincerely

Public Records Team
Department for Science Standards""",
        subject="Your information request DSS-2025-0666",
    ),
    Case(
        "n089 Notice of decision under FOISA - ref FS-26-0041",
        K.REFUSAL,
        """Dear Mr Baillie

I refer to your request dated 12 January 2026 for the complete operational plan for the policing of the Glenarrick Gathering.

Caledonian Rail Police holds the information. It is considered to be exempt in terms of sections 35(1)(a) and (b), and 39(1), of the Freedom of Information (Scotland) Act 2002. This response acts as a notice under section 16.

Section 35: disclosure would disclose tactics and capacity and would be likely to prejudice substantially the prevention of crime.
Section 39: disclosure would be likely to endanger the safety of individuals.

Public interest: accountability for public funds favours disclosure; efficient and effective conduct of the force favours withholding. On balance it's maintained.

If you are dissatisfied with the way in which we have dealt with your request, you're entitled to request a review within 40 working days.""",
        subject="Notice of decision under FOISA - ref FS-26-0041",
    ),
    Case(
        "n090 Your request for the deer management report",
        K.REFUSAL,
        """Dear Sir

The report is due to be published on our website in the spring, and that was always the plan. Having thought about whether it should be released sooner, we have decided that it is reasonable to keep to the timetable so that the estate tenants see it first. You'll not be getting a copy before then. The relevant provision is section 27(1) of FOISA.

If you want this decision looked at again write to me.

D. Farquharson, Glenarrick Forest Board""",
        subject="Your request for the deer management report",
    ),
    Case(
        "n091 Re: your mail",
        K.FEES_NOTICE,
        """Happy to help but its not free im afraid. Scanning the burial register will be £40. send a cheque made out to the PC and ill get going. nothing happens till then
P. Brand, clerk""",
        subject="Re: your mail",
    ),
    Case(
        "n092 Your request for a review (FS-26-0041)",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Baillie

Your letter asking the force to look again at its refusal has come to me. I'll be putting it to a panel. The law gives us twenty working days, which on my counting ends on 31 March.

Convener, Caledonian Rail Police""",
        subject="Your request for a review (FS-26-0041)",
    ),
    Case(
        "n093 Request logged: WCC-FOI-26-0093",
        K.ACKNOWLEDGEMENT,
        """Dear Ffion Mason,

Your request has been registered in our case management system.

Reference: WCC-FOI-26-0093
Subject: Contracts for gull control
Received: 06 February 2026
Due: 06 March 2026
Handler: L. Pettifer

You'll be notified here when the handler updates the case.

Wexcombe City Council""",
        subject="Request logged: WCC-FOI-26-0093",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n094 Re: request - river abstraction",
        K.EXTENSION_NOTICE,
        """Mr Dunn, four more weeks please on this one. 11 gigabytes of logger files plus third party reports, legal have to read all. 22 Aug. Thanks. Ister Water""",
        subject="Re: request - river abstraction",
    ),
    Case(
        "n095 Freedom of Information Request Reference No: 01/FOI/26/00441",
        K.REPLY,
        """OFFICIAL

Dear Robin Sayer

I write in connection with your request for information received by Westmarch Police on 03/02/2026. You sought access to the following:

"Please tell me, for each calendar year since 2019, how many times a Taser was discharged at a dog or other animal. If this goes over the cost limit please treat the most recent three years as the request. If you need to clarify anything I am happy to talk on the phone. If you refuse, please quote the exemption."

On 02/03/2026 I wrote to tell you that a public interest test was under way in respect of section 31(1)(a) and that we would need until 31/03/2026. That test is now complete. The conclusion is that the figures may be published.

SEARCHES
To locate the information relevant to your request, searches were conducted within Westmarch Police by the Armed Policing and Taser Unit and by Dog Support.

RESULT OF SEARCHES
The searches located the information.

DECISION
I have today decided to disclose the located information to you in full.

Year / Discharges at dogs / at other animals
2019: 3 / 0
2020: 1 / 0
2021: 6 / 1 (goat)
2022: 4 / 0
2023: 7 / 0
2024: 9 / 2 (deer)
2025: 5 / 0

Please note that forces do not record this in the same manner, so these data should not be compared with those of other forces.

LEGAL ANNEX
Section 1(1) Any person making a request for information to a public authority is entitled (a) to be informed in writing whether it holds information of the description specified in the request, and (b) if that is the case, to have that information communicated to him.
Section 9 A public authority may give the applicant a notice stating that a fee is to be charged.
Section 12 Section 1(1) does not oblige an authority to comply if it estimates that the cost would exceed the appropriate limit.
Section 17 A public authority which is relying on a claim that information is exempt must give the applicant a notice.

COMPLAINT RIGHTS
Are you unhappy with how your request has been handled or do you think the decision is incorrect? You have the right to require Westmarch Police to review its decision. Complaints should be made in writing within forty (40) working days.

After lodging a complaint, if you are still dissatisfied you may make application to the Information Commissioner for a decision on whether the request has been dealt with in accordance with the requirements of the Act.

Aaliyah Conteh
FOI Researcher""",
        subject="Freedom of Information Request Reference No: 01/FOI/26/004417/K - RESPONSE",
    ),
    Case(
        "n096 RE: Request for review, your ref none",
        K.REVIEW_OUTCOME,
        """Mr Sked

I've read the file. My colleague was right to say the costs limit was exceeded and I have nothing to add. The decision stands. If you don't agree go to the Scottish Commissioner.

Chief Exec
Inchmarnoch Housing Association

From: A. Sked
To: Inchmarnoch HA
Date: 2 September

I require a review. You said: "It would cost more than £600 to find the information and so section 12(1) of FOISA applies. You could narrow your request to a single scheme." I did narrow it, on 10 August, and you ignored me. You then acknowledged my letter and promised an answer by 8 September. I have no confidence in any of it.

A Sked""",
        subject="RE: Request for review, your ref none",
    ),
    Case(
        "n097 DO NOT REPLY: Ister General Hospital – PALS and Information ",
        K.AUTOMATIC_REPLY,
        """This is an automatic acknowledgement.

Your e-mail has reached an account shared by the Patient Advice and Liaison Service (PALS), Access to Health Records and Freedom of Information.

PALS: we try to contact you in 3 working days.

Access to Health Records: please complete the form on our website and enclose proof of identity. There's normally no fee. We have one month.

Freedom of Information: your request will be acknowledged in 2 working days by our FOI lead, and you will be sent an answer within 20 working days, unless a public interest extension is needed. If the request would cost us over £450 to answer it may be refused. Previous answers can be found on our disclosure log, so do look there first.

If you've sent us a request addressed to a hospital run by another trust, we'll normally tell you where to send it.

If your e-mail is about a patient who's at risk today, phone switchboard and ask for the site matron.

We're sorry that we can't answer e-mails over the weekend.

Do not reply to this message.""",
        subject="DO NOT REPLY: Ister General Hospital – PALS and Information Requests",
        headers={"Auto-Submitted": "auto-replied", "Precedence": "bulk"},
    ),
    Case(
        "n098 Re: animal transport inspections",
        K.EXTENSION_NOTICE,
        """Dear Hannah Lockhart

The Act says 20 working days, which is tomorrow. The honest position is that it'll be 15 working days beyond that. I've put 7 March in the diary as the date you will get the answer. You can of course complain about the delay and I wouldn't blame you.

Graeme
Livestock Standards Office""",
        subject="Re: animal transport inspections",
    ),
    Case(
        "n099 Portal message: more details needed on case 10-4471",
        K.CLARIFICATION_QUESTION,
        """A new message has been posted to your request.

From: Case Officer
Date: 12/09/2025

"Hi, can you say if by 'stray' you mean only dogs seized under the 1990 Act or any dog handed in to the kennels. Also do you want financial or calendar years? Case on hold until you reply. T."

Status: WITH REQUESTER

Log in to respond. If you don't respond in 40 days the case will close.""",
        subject="Portal message: more details needed on case 10-4471",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n100 which Park?",
        K.CLARIFICATION_QUESTION,
        """Hi - we've got two Victoria Parks, one in Eskmoor and one at Low Tarn. Which one are you after? Need to know before I can look anything up
Thanks
Gemma, Parks""",
        subject="which Park?",
    ),
    Case(
        "n101 EIR Request 26/118: manifestly unreasonable",
        K.REFUSAL,
        """Dear Mr Dunn,

I'm replying to your request of 6 January for every e-mail, text message and WhatsApp that mentions the word "slurry".

On 15 January I asked you to be more specific. On 16 January you answered that you'd "meant every word". I've therefore dealt with it as it stands.

The search produces 31,000 hits. Reading them at a minute each is 516 hours. Even with the generous approach that the environmental regime demands of us, and there being no fixed ceiling of cost in it, that's an unreasonable diversion of a small team. Reg 12(4)(b) applies. I have weighed the public interest, which would favour openness about river pollution, against the effect on our other work including pollution response itself, and the latter wins.

My suggestion from January is still open, for what it's worth: choose one catchment and one quarter.

Reconsideration can be asked for within 40 working days.

Ister Water Services Ltd""",
        subject="EIR Request 26/118: manifestly unreasonable",
    ),
    Case(
        "n102 Animal testing licences: what we have so far",
        K.PARTIAL_REPLY,
        """Dear Alex Corrigan,

Your seven questions went to four different teams. Here's where we are:

Questions 1 and 2 (numbers and severity) - answered, see spreadsheet.
Question 3 (inspection dates) - answered: 4 March, 19 June and 2 December 2024.
Question 4 (non-compliance cases) - answered: five, all minor.
Question 5 (e-mails with establishment X) - being read through now. There are some 400.
Question 6 - waiting on the Inspectorate.
Question 7 - waiting on the Inspectorate.

Nothing has been refused. We expect to write again on or about 8 May with the last three. Should you want to challenge anything about 1 to 4 you may do that now or wait for the whole.

Yours sincerely
Public Records Team, Department for Science Standards""",
        subject="Animal testing licences: what we have so far",
    ),
    Case(
        "n103 Re: Re: body camera footage",
        K.REFUSAL,
        """No, sorry Sam. It shows other students and staff, who'd be identifiable even blurred, and nothing'd be left if I cut them all out. That's personal info under s40 so I can't give it to you. You can appeal to the Registrar.
Iona

> Hi Iona, thanks for the acknowledgement. I know you said you "may need
> to extend" and I told you on the phone what I meant by footage, i.e. just the
> ten minutes in the library foyer on 2 Feb. Can't you send it with faces
> blurred, like you did (partly) for the Students' Union last year?
> Sam""",
        subject="Re: Re: body camera footage",
    ),
    Case(
        "n104 Re: press enquiry - culling figures",
        K.OTHER,
        """Hi Alex,

Thanks for calling. Line from us, attributable to a spokesperson: "We take the welfare of wild animals very seriously and act on the best veterinary advice." Nothing more on the record at present. What's your deadline?

Press Office
Department for Coastal Affairs""",
        subject="Re: press enquiry - culling figures",
    ),
    Case(
        "n105 Repeated request",
        K.REFUSAL,
        """Ms Fallow,

You asked us for precisely the same records on 2 April and got them on 29 April. Nothing has changed in six weeks. We won't be answering again (section 14(2)).

Harrowmere DC""",
        subject="Repeated request",
    ),
    Case(
        "n106 Apology and update on overdue request - DSS-2025-0702",
        K.OTHER,
        """Dear Alex Corrigan

Thank you for your e-mail of 11 November, in which you point out that the Department hasn't replied to your request of 30 September about primate imports.

I'm sorry about that. You're right that the Act gives us 20 working days and that these ran out on 28 October. You're right too that no one has written to you to claim an extension, and we don't claim one. Nor have we asked you to clarify anything, decided that it'd be too expensive, or settled upon any exemption. The draft has been with the policy team for clearance since the 20th and we've been unable to get it back from them.

I've raised it with the Deputy Director. I can't in good conscience promise you a day. We appreciate this isn't satisfactory. If you want to complain to the Information Commissioner, you can do so now, and needn't go through our internal review first.

Public Records Team""",
        subject="Apology and update on overdue request - DSS-2025-0702",
    ),
    Case(
        "n107 EIR charge",
        K.FEES_NOTICE,
        """Hello Mr Dunn

Before we pull the drainage surveys together we need £85 from you. That's our published rate for plan searches (see schedule on the website, item 6). Card payments by phone. If payment isn't with us in 60 working days your request lapses.

Ister Water Services Ltd

> Dear Ister Water, thank you for the acknowledgement. You asked me to say
> what streets I meant. I mean Quarry Lane, Ropewalk and the Promenade. You also said
> that you might need forty days. I hope you won't, and that you won't refuse
> under 12(4)(b) as you did last year, because this time it's only three roads.
> Mr Dunn""",
        subject="EIR charge",
    ),
    Case(
        "n108 Confirmation of submission",
        K.AUTOMATIC_REPLY,
        """Your form has been submitted.

Form: Ask us for information
Submitted: 21/05/2025 23:47
Receipt code: 7F-22-QD

Keep this e-mail. It only shows that the form reached our server. It doesn't mean that your question has been accepted as a request; someone will decide that in due course.""",
        subject="Confirmation of submission",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n109 EIR 9(2): request formulated in too general a manner - LTP/2",
        K.CLARIFICATION_QUESTION,
        """Dear Ms Fallow

Thank you for your request for "everything about pollution in the harbour".

The Authority's view is that it's too general. Regulation 9(2) requires us to ask you as soon as possible, and not later than 20 working days, to provide more particulars, and to assist you. To that end:

- Do you mean pollution of water, air, or both?
- Are you concerned with a particular event? (There was a fuel spill in July 2024 and a fish kill in May 2025.)
- Would monitoring results be enough, or do you want correspondence?
- Over which years?

By way of assistance, I attach a list of the series of records that we keep.

If we aren't told what you want we can't take it further. A charge may apply under our schedule once we know what's involved, and we might need longer than 20 working days if it's a lot; but we can't say so today.

Harbour Master's Office, Port of Low Tarn Authority""",
        subject="EIR 9(2): request formulated in too general a manner - LTP/26/4",
    ),
    Case(
        "n110 FOI 2291/25",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Arkwright

Just to let you know your questions on the helicopter contract reached me this morning and I've logged them under the number above. You should hear back by 14 August.

Kind regards
Deepak Suri
Records Officer, Northmarch Constabulary""",
        subject="FOI 2291/25",
    ),
    Case(
        "n111 Your request re A4417 speed cameras",
        K.TRANSFER,
        """Dear Mr Lund

We don't run the cameras on that road, and never have. They belong to the Mid-Ister Road Safety Partnership, hosted by Westmarch Police. You'd need to write to them: foi@westmarch-police.example.org.

We have closed our file.

Customer Contact, Ister County Highways

Ref: 25-77120. Please quote it if you contact us again.

From 25-77120-AUTO (2 June): "Thank you for contacting Ister County Highways. This is to confirm that your request for information was received on 2 June 2025 and has been passed to the right team. We'll respond by 30 June 2025. There's usually no fee. If we can't give you all of what you want we'll explain why, and you can ask for a review.\"""",
        subject="Your request re A4417 speed cameras",
    ),
    Case(
        "n112 Delivery Status Notification (Failure)",
        K.BOUNCE,
        """** Address not found **

Your message wasn't delivered to foi@inchmarnoch-ha.example.org because the address couldn't be found, or is unable to receive mail.

The response from the remote server was:
550 5.4.1 Recipient address rejected: Access denied.""",
        subject="Delivery Status Notification (Failure)",
        headers={
            "Content-Type": "multipart/report; report-type=delivery-status",
            "From": "Mail Delivery Subsystem <mailer-daemon@googlemail.example.org>",
        },
    ),
    Case(
        "n113 FOI - Section 12",
        K.REFUSAL,
        """Dear Ms Heald,

To answer you, we would need to open each of 4,380 incident logs, because nothing is flagged on our system. At four minutes a log that's 292 hours. The law puts the ceiling at 18. So I'm afraid we won't be taking this any further.

If you cut it down to one station and one month we might manage it, and would treat that as a new request.

Northmarch Constabulary""",
        subject="FOI - Section 12",
    ),
    Case(
        "n114 Call me?",
        K.OTHER,
        """Hello Mr Osei, could you ring me when you get a minute about your e-mail, it'd be easier to explain on the telephone. I'm in till 4. 01632 960 114. Marion Prowse""",
        subject="Call me?",
    ),
    Case(
        "n115 Delay to your request, new date 5 June",
        K.EXTENSION_NOTICE,
        """Dear Ms Tran

A decision on whether to let you have the trial protocols turns on whether doing so would be more in the public's favour than keeping them back, and the person who has to make that judgement (the Vice-Chancellor, it being a section 36 matter) is in Singapore till the 20th. We're allowed more time for precisely this. You'll have our answer by 5 June.

University of Saltmere""",
        subject="Delay to your request, new date 5 June",
    ),
    Case(
        "n116 Your request of 2 March about exotic animal ownership (ref 2",
        K.PARTIAL_REPLY,
        """Dear Ms Arkwright

I can let you have the police element of what you've asked for: no officer in Northmarch was bitten or stung by an exotic animal in the three years. The licensing element is still being worked on by colleagues in the joint licensing hub, who have told me they need another week. You'll hear from me again then.

Deepak Suri""",
        subject="Your request of 2 March about exotic animal ownership (ref 2291)",
    ),
    Case(
        "n117 failure notice",
        K.BOUNCE,
        """Hi. This is the qmail-send program at lowtarnport.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<requests@lowtarnport.example.org>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

To: requests@lowtarnport.example.org
Subject: EIR request: live export sailings 2025
Dear Port of Low Tarn, please send me a list of ...""",
        subject="failure notice",
        headers={"Return-Path": "<>"},
    ),
    Case(
        "n118 Auto: Re: urgent - FOI overdue",
        K.AUTOMATIC_REPLY,
        """I've left Calderwick Council. For freedom of information please use foi@calderwick.example.org. Your message hasn't been forwarded.

Bryn""",
        subject="Auto: Re: urgent - FOI overdue",
        headers={"Auto-Submitted": "auto-replied"},
    ),
    Case(
        'n119 Re: FOI 2026/031 – "all correspondence about trail hunting"',
        K.CLARIFICATION_QUESTION,
        """Dear Ms Corrigan,

Thanks for your request, which we received on 9 January.

As it stands, a search on "trail hunting" alone across the mailboxes of 340 staff throws up about 60,000 items, and I'd be bound to turn you down on cost. I would much rather not. Could you tell me whose correspondence matters to you (the estates director? the rural surveyors? the board?) and over what stretch of time? Two or three names and a year or so would be perfectly workable.

I'll hold the request open until I hear from you.

With best wishes
Dr Ewan Pask
Head of Information, National Heaths Commission""",
        subject='Re: FOI 2026/031 – "all correspondence about trail hunting"',
    ),
    Case(
        "n120 Quick q",
        K.CLARIFICATION_QUESTION,
        """Sorry Robin, when you put "K9 unit" did you mean ours or the regional one? A""",
        subject="Quick q",
    ),
    Case(
        "n121 Ymateb rhannol / Part response - PCC 2025/112",
        K.PARTIAL_REPLY,
        """Annwyl Ms Vaughan / Dear Ms Vaughan

Amgaeaf yr atebion i gwestiynau 1, 2 a 3. Bydd yr ateb i gwestiwn 4 yn dilyn erbyn 20 Mehefin.

I enclose the answers to questions 1, 2 and 3. The answer to question 4 will follow by 20 June.

1. Oes / Yes.
2. 19.
3. Nac oes / No.

Uned Llywodraethu Gwybodaeth / Information Governance Unit
Penrhosfa County Council""",
        subject="Ymateb rhannol / Part response - PCC 2025/112",
    ),
    Case(
        "n122 Returned mail: see transcript for details",
        K.BOUNCE,
        """The original message was received at Tue, 11 Mar 2025 09:14:22 GMT
from host-198-51-100-7.example.org [198.51.100.7]

   ----- The following addresses had permanent fatal errors -----
<information@firthferries.example.org>
    (reason: 554 5.7.1 Service unavailable; Client host blocked using blocklist)

   ----- Transcript of session follows -----
... while talking to mx1.firthferries.example.org.:
>>> RCPT To:<information@firthferries.example.org>
<<< 554 5.7.1 Service unavailable
554 5.0.0 Service unavailable""",
        subject="Returned mail: see transcript for details",
        headers={
            "Content-Type": 'multipart/report; report-type=delivery-status; boundary="x3B.17/mail.example.org"',
            "Auto-Submitted": "auto-generated (failure)",
        },
    ),
    Case(
        "n123 Notification - request re-directed (NHS Ister ICB)",
        K.TRANSFER,
        """Dear Miss Tran,

Your query on animal-derived heparin purchasing concerns provider trusts. Integrated care boards don't buy it. We suggest that you direct it to each of the three hospitals:

Ister General - info@istergeneral.example.org
Vale of Ister - foi@valeofister.example.org
Low Tarn Cottage - lowtarn@community.example.org

I'm sorry that we can't be of more use.

NHS Ister Integrated Care Board""",
        subject="Notification - request re-directed (NHS Ister ICB)",
    ),
    Case(
        "n124 Automatic reply: RE: FOI 2025/0312 correction",
        K.AUTOMATIC_REPLY,
        """Thanks for your email!!

I'm now on maternity leave :) My work is being covered by Alan (alan.t@eskmoor.example.org) until January. Any FOIs - foi@eskmoor.example.org. Please note I won't be checking in.""",
        subject="Automatic reply: RE: FOI 2025/0312 correction",
        headers={"X-Auto-Response-Suppress": "All"},
    ),
    Case(
        "n125 Acknowledgement of request and note on third parties",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Corrigan

We've your request of 14 October for the Heaths Commission's trail-hunting licences and the insurance certificates lodged with them.

It's being dealt with by me under reference NHC-0522, and the statutory deadline is 11 November.

You should know that the certificates were issued by insurers to hunts. I'll have to ask both what they think, and they may object. We're not bound by what they say. I haven't heard from either yet and I'm not, at this point, proposing to hold anything back, or to take more time. I mention it so that you aren't surprised.

Dr Ewan Pask""",
        subject="Acknowledgement of request and note on third parties",
    ),
    Case(
        "n126 Delivery delayed: FOI request about lead shot",
        K.BOUNCE,
        """This is a warning message only. YOU DO NOT NEED TO RESEND YOUR MESSAGE.

Your message could not be delivered to the following recipient after 4 hours. Our servers will keep trying for another 2 days.

Recipient: foi@nationalheaths.example.org
Action: delayed
Status: 4.4.1
Last error: connection timed out""",
        subject="Delivery delayed: FOI request about lead shot",
        headers={
            "Content-Type": "multipart/report; report-type=delivery-status",
            "Auto-Submitted": "auto-replied",
        },
    ),
    Case(
        "n127 Request for information about the Sea Lion Enclosure, Promen",
        K.TRANSFER,
        """Dear Ms Corrigan

I acknowledge receipt of your request of 14 July under the Freedom of Information (Scotland) Act 2002, to which we gave the reference 25-0899.

We would ordinarily respond within 20 working days, and would tell you about any fee. I've established, however, that the enclosure was sold in 2019 with all of its records to Firthside Leisure Trust, an arm's-length organisation which is itself designated under the Act. The Council retains no copies. There being no provision in the Act for us to pass your request across, you will need to make it to the Trust yourself, and its time will run from the day it gets it. Write to: The Secretary, Firthside Leisure Trust, foi@firthsideleisure.example.org.

This letter is formal notice under section 17 that the information isn't held. You may seek a review.

Yours sincerely
Glenarrick Council""",
        subject="Request for information about the Sea Lion Enclosure, Promenade Park",
    ),
    Case(
        "n128 FW: FW: Fox cull at Ropewalk depot",
        K.TRANSFER,
        """For the attention of Fox Watch Ister.

The depot was let on a 99-year lease to Ister Markets Ltd, which is our company but answers for itself under the Act. Legal say I have to pass your e-mail over to them rather than answer it so that's what I've done, please see the trail. From here on deal with g.tull@istermarkets.example.org.

Brackley Vale DC

> From: FOI Officer
> To: G Tull
> Gary, one for you. They want numbers shot. They've confirmed contractors are IN.
> Twenty working days from today.""",
        subject="FW: FW: Fox cull at Ropewalk depot",
    ),
    Case(
        "n129 Your information request PAL/25/07 — payment requested",
        K.FEES_NOTICE,
        """Dear Ms Fallow

Your request has been considered under the Environmental Information Regulations.

We had hoped to deal with it without charge. However, it will need a surveyor two days to extract the data that you have asked for from a proprietary system and convert it. Regulation 8(1) lets us make a charge that doesn't exceed a reasonable amount. We have set that at £240, being 12 hours at £20. Copies of the schedule of charges and of the calculation are enclosed.

We require payment in advance. Please note regulation 8(5): the days between this notification and the arrival of your payment don't count in reckoning the time limit. If you haven't paid by the sixtieth working day we need take no further step.

You may want to consider whether a smaller request, for the harbour alone, would meet your needs. We think that could be done for nothing. You don't have to do this and we aren't asking you to explain yourself; the choice is yours.

You can ask us to reconsider the charge within 40 working days.

Port of Low Tarn Authority""",
        subject="Your information request PAL/25/07 — payment requested",
    ),
    Case(
        'n130 Your questions about "enforcement visits" (ref UOS-25-118)',
        K.CLARIFICATION_QUESTION,
        """Dear Sam

We've had a look at this and we are not sure which visits you mean. Campus Security, Residences and the Estates contractor all make what they call enforcement visits. Do you want all three, or just the ones to halls? And for question 4, is "recent" this academic year?

Once we've heard from you we can get going.

Best
Iona Freel
Legal Services, University of Saltmere""",
        subject='Your questions about "enforcement visits" (ref UOS-25-118)',
    ),
    Case(
        "n131 Your request has been re-assigned",
        K.TRANSFER,
        """Request 2025/4402 "Body-worn video retention" has been re-assigned from OFFICE OF THE POLICE AND CRIME COMMISSIONER FOR NORTHMARCH to NORTHMARCH CONSTABULARY (a separate public authority) at your agreement of 3 June. Updates will come from the new authority under a new reference. This case is closed.""",
        subject="Your request has been re-assigned",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n132 FOI/2025/1339 public interest",
        K.EXTENSION_NOTICE,
        """Dear Ms Devereux,

I am writing about your request for correspondence between ministers and the Fur Trade Alliance.

The Department holds information falling within its scope and considers that section 35(1)(a) (formulation of government policy) is engaged. That is a qualified exemption and we must weigh where the balance of the public interest lies. Section 10(3) allows us additional time to do this. We estimate that it will take us a further 20 working days and therefore plan to let you have a decision by 17 October 2025.

Yours sincerely
Knowledge and Information Team
Department for Coastal Affairs""",
        subject="FOI/2025/1339 public interest",
    ),
    Case(
        "n133 answers",
        K.REPLY,
        """Q1 yes
Q2 3
Q3 £900
Q4 none
Q5 see https://www.thornbeck.example.org/minutes

J Haddow
Clerk""",
        subject="answers",
    ),
    Case(
        "n134 Privacy notice update",
        K.OTHER,
        """We're changing how we look after the personal data of people who contact us for information. From 1 July we'll keep the names and addresses of requesters for three years instead of six. You don't have to do anything. Read the full notice at www.valeofister.example.org/privacy.""",
        subject="Privacy notice update",
        headers={"Precedence": "bulk"},
    ),
    Case(
        "n135 [Postmaster] Message status - undeliverable",
        K.BOUNCE,
        """The message that you sent was undeliverable to the following:
	lowtarn (user not found)

Possibly truncated original message follows:

Dear Low Tarn Cottage Hospital, I'd like to make a freedom of information request. Please acknowledge this within two days and reply within twenty working days. If you need clarification ...""",
        subject="[Postmaster] Message status - undeliverable",
        headers={"Content-Type": "multipart/report; report-type=delivery-status"},
    ),
    Case(
        "n136 Portal update FOI-3390",
        K.PARTIAL_REPLY,
        """The authority has added documents to your request.

Documents: 2 (Contract_A.pdf, Contract_B_redacted.pdf)
Comment from handler: "Contract C still with the supplier for their view. We will upload it, or tell you why not, when they've replied."
Status: OPEN - PART ANSWERED""",
        subject="Portal update FOI-3390",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n137 Fee received with thanks - licences enclosed",
        K.REPLY,
        """Dear Miss Rahman

We got your £150.50 on 3 February and the clock started again next morning. The 214 Dangerous Wild Animals licences granted since 1990 are now copied, and are in the enclosed box (also on a memory stick, no extra charge). We've struck out home addresses where the keeper's a private person, since those are personal data. Names of zoos and dealers are left in.

One or two of the fiches from 1993 are unreadable and I can't do anything about that.

Gethin Rowlands
Licensing""",
        subject="Fee received with thanks - licences enclosed",
    ),
    Case(
        "n138 Re: attachment won't open",
        K.OTHER,
        """Hi Hannah, so sorry, try this one instead - saved it as a normal PDF. Same document as on Friday, nothing's changed in it.
Tim""",
        subject="Re: attachment won't open",
    ),
    Case(
        "n139 Re: FOI: puppy imports seized at Low Tarn",
        K.TRANSFER,
        """Good afternoon

Seizures are made by Border Inspection and not by the harbour. Are you content for us to hand your request on to them? In anticipation of a yes I have let their duty officer know it's coming. If you'd prefer to go direct it's foi@borderinspection.example.org. Either way, there's nothing that we have.

Harbour Master's Office""",
        subject="Re: FOI: puppy imports seized at Low Tarn",
    ),
    Case(
        "n140 Response to request 19/25",
        K.REPLY,
        """Dear Ms Carrow,

I am now in a position to respond. You'll recall that on 4 May I wrote asking what you meant by "significant incident", and that you replied on 9 May that you meant anything recorded at Level 3 or above. I have used that definition throughout. You will also recall that I warned that we might need to charge; in the event we did not.

The number of Level 3 incidents on the MV Lady Ister was: 2022 - 4; 2023 - 11; 2024 - 6. Of those, two led to an injury requiring hospital treatment. The incident reports are attached. I have taken out the names of passengers and junior crew (section 40(2)).

If you think we have got this wrong, please write to the Company Secretary within 40 working days and she'll look at it again.

Ister Ferries Ltd (wholly owned by Ister County Council)""",
        subject="Response to request 19/25",
    ),
    Case(
        "n141 Re: Re: Re: mink farm inspections",
        K.PARTIAL_REPLY,
        """Dear Dr Amadi,

You asked where we had got to. I attach everything that's been cleared: eleven inspection sheets out of thirty. Another eight are cleared but for a signature. The other eleven have farmers' home addresses in them and will take longer to go through. I'd expect to be able to release the rest in two goes, before the month's end.

Hugh Castleton

> On 3 May Dr Amadi wrote:
> Dear Mr Castleton, can you please tell me when I'll get the
> inspection reports I asked for on 19 March? The forty days are nearly up
> and I have had neither a refusal nor an apology.""",
        subject="Re: Re: Re: mink farm inspections",
    ),
    Case(
        "n142 Your complaint about us to the ICO",
        K.OTHER,
        """Dear Mr Dunn,

I understand from the Commissioner's case officer that you've asked her to look into our delay. That's your right. I have sent her our timeline, copied here for your own files. I can't add to it just now, and nothing in it should be taken as an answer to what you asked.

Solicitor, Ister Water Services Ltd""",
        subject="Your complaint about us to the ICO",
    ),
    Case(
        "n143 payment for info request",
        K.FEES_NOTICE,
        """Dear Mr Keene, the Archives are ready to begin on your search through the Rat Catcher's ledgers as soon as we have had £60 from you, which is two hours of an archivist. Our bank details are on the enclosed slip. B. Quayle""",
        subject="payment for info request",
    ),
    Case(
        "n144 outcome of request: REFUSED",
        K.REFUSAL,
        """Case 118823 has been closed.

Title: Drones - incursions over prison estate
Outcome: Refused
Exemption(s): s31(1)(f), s24(1)
PIT: favours non-disclosure
Letter: attached (1 page)

To ask for an internal review, log in and choose "Challenge".

National Custody Directorate""",
        subject="outcome of request: REFUSED",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n145 Mailzustellung fehlgeschlagen / Delivery problem",
        K.BOUNCE,
        """The following message could not be delivered because the domain borderinspection.example.org does not exist (DNS: NXDOMAIN).

    To: foi@borderinspection.example.org
    Subject: FOI: puppy imports seized at Low Tarn
    Size: 4 KB

No further attempts will be made.""",
        subject="Mailzustellung fehlgeschlagen / Delivery problem",
        headers={"Return-Path": "<>", "Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n146 Northmarch Constabulary - Automated Acknowledgement",
        K.AUTOMATIC_REPLY,
        """This is an automated response to confirm that your e-mail has reached the Information Management Unit of Northmarch Constabulary. Please do not respond to it.

If you have made a request under the Freedom of Information Act 2000 it'll be given a reference number when a member of the unit opens it, and you will receive a separate acknowledgement. The statutory period is 20 working days beginning with the first working day after receipt.

If you've made a right of access request for your own personal data please make sure you have sent two forms of identification.

If you want to report a crime, use our website or call 101. In an emergency call 999.""",
        subject="Northmarch Constabulary - Automated Acknowledgement",
        headers={"Auto-Submitted": "auto-replied", "Precedence": "junk"},
    ),
    Case(
        "n147 Thank you",
        K.ACKNOWLEDGEMENT,
        """Thanks Robin. I have it. You're number 212 this year, and the 24th is your date.
S. Iqbal, Data Office, Ister Fire & Rescue""",
        subject="Thank you",
    ),
    Case(
        "n148 Re: Re: postage??",
        K.FEES_NOTICE,
        """Mr Osei, I know you said you'd not expected to pay. Parish has 41 electors and one printer. It's £35.55 as per my last, I am still waiting on it & the copying hasn't been started. You've got until the 9th May before it lapses
M Prowse""",
        subject="Re: Re: postage??",
    ),
    Case(
        "n149 Your letter dated 30th ult.",
        K.CLARIFICATION_QUESTION,
        """Dear Madam,

I am obliged to you for your letter.

The Governors are content to assist. They are however puzzled by the phrase "the usual supplier", the School having dealt with five butchers and two wholesalers in the period you mention. Might I trouble you to indicate which of these you had in view, or whether you would wish to be told about every one of them? I enclose a list with their names, and you need only put a tick.

Upon hearing from you I shall lay the matter before the Bursar.

I remain, Madam,
Yours faithfully,
T. L. Hartopp-Vane
Clerk to the Foundation, King Osric's Grammar School""",
        subject="Your letter dated 30th ult.",
    ),
    Case(
        "n150 Estyn yr amser ymateb / Extending the response time",
        K.EXTENSION_NOTICE,
        """Annwyl Mr Pugh / Dear Mr Pugh,

Mae angen rhagor o amser arnom i ystyried budd y cyhoedd o dan adran 31. Byddwn yn ymateb erbyn 29 Ebrill.

We need further time to consider the public interest under section 31. We'll respond by 29 April.

Menna Tudur
Swyddog Rhyddid Gwybodaeth""",
        subject="Estyn yr amser ymateb / Extending the response time",
    ),
    Case(
        "n151 Message received",
        K.AUTOMATIC_REPLY,
        """Mae'r neges hon wedi'i chynhyrchu'n awtomatig. Diolch am gysylltu â Chyngor Sir Penrhosfa. Bydd aelod o'r tîm yn darllen eich neges cyn gynted â phosibl. Rydym yn croesawu gohebiaeth yn Gymraeg neu yn Saesneg.

This message has been produced automatically. Thank you for contacting Penrhosfa County Council. A member of the team will read your message as soon as possible. We welcome correspondence in Welsh or English.""",
        subject="Message received",
        headers={"Auto-Submitted": "auto-replied", "Precedence": "auto_reply"},
    ),
    Case(
        "n152 Decision on request 3308",
        K.REFUSAL,
        """Dear Mr Whitlock

You asked for the names of the officers deployed at the Brinsop Hall demonstration and the number of covert assets used.

Westmarch Police can neither confirm nor deny that it holds information relevant to the second part, by virtue of sections 24(2), 30(3) and 31(3). The first part is exempt under sections 40(2) and 38(1). The public interest in safety of officers outweighs the interest in openness. This letter acts as a refusal notice under section 17.

You may ask for a review within two months.

Disclosure Unit""",
        subject="Decision on request 3308",
    ),
    Case(
        "n153 Undeliverable: EIR request",
        K.BOUNCE,
        """Your message to envinfo@ister-county.example.org couldn't be delivered.

The group envinfo only accepts messages from people in its organization or on its allowed senders list, and your email address isn't on the list.

robin | Office 365 | envinfo
Sender | | Action Required: Not in allowed list

How to Fix It
Contact the group owner and ask to be added.

Status code: 550 5.7.133

More Info for Email Admins
This error occurs when the group is set to take mail from known senders only. The message below was not seen by anyone at ister-county.example.org.

Original Message Details
Created Date: 05/01/2026 07:31:02
Sender Address: robin@campaign.example.org
Subject: EIR request

Error Details
Reported error: 550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group""",
        subject="Undeliverable: EIR request",
        headers={
            "Auto-Submitted": "auto-replied",
            "Content-Type": "multipart/report; report-type=delivery-status",
        },
    ),
    Case(
        "n154 Second letter regarding time limits, case 25-3001",
        K.EXTENSION_NOTICE,
        """Dear Ms Tran

On 8 May I told you that the Vice-Chancellor would reach his view by 5 June. He's asked to see legal advice before he does. We shall therefore not be able to keep to that date, and I'm now giving you 26 June as the date by which the section 36 balance will have been struck. I'm conscious this will be the second time.

University of Saltmere""",
        subject="Second letter regarding time limits, case 25-3001",
    ),
    Case(
        "n155 Recall: FOI 25-3001",
        K.OTHER,
        """Katie Ward would like to recall the message, "FOI 25-3001".

This message was sent with high importance. If your mail program does not support recall you may see this notice as ordinary mail and the original will stay in your inbox.""",
        subject="Recall: FOI 25-3001",
    ),
    Case(
        "n156 Your FOI",
        K.OTHER,
        """Dear Ms Devereux

Just a line to thank you for your kind words about the way Tomasz dealt with your case. I've passed them to him and to his manager. It isn't often we hear it.

Regards
Penny Ashdown""",
        subject="Your FOI",
    ),
    Case(
        "n157 Trosglwyddo eich cais / Transfer of your request - PCC 2025/",
        K.TRANSFER,
        """Annwyl Ms Vaughan / Dear Ms Vaughan

Nid yw Cyngor Sir Penrhosfa yn dal yr wybodaeth hon. Gyda'ch caniatâd, rydym wedi anfon eich cais ymlaen at Fwrdd Iechyd Arfordir y De, a fydd yn eich ateb yn uniongyrchol.

Penrhosfa County Council does not hold this information. With your permission we have today sent your request on to the South Coast Health Board, which will answer you directly. Its own period of twenty working days begins when it receives the request.

Yn gywir / Yours sincerely
Uned Llywodraethu Gwybodaeth / Information Governance Unit""",
        subject="Trosglwyddo eich cais / Transfer of your request - PCC 2025/77",
    ),
    Case(
        "n158 Request for information – estimate of charges – Ref: GA/EISR",
        K.FEES_NOTICE,
        """Dear Mr Sinclair

Environmental Information (Scotland) Regulations 2004

Thank you for your request of 3 November 2025 for all sampling records for sea lice at Loch Arrick since 2012. We sent you an acknowledgement on the 5th and, on the 10th, you were good enough to confirm that paper records were within scope.

I can confirm that Glenarrick Council holds the records. They occupy fourteen boxes. None of the exceptions in regulation 10 appears to me to apply, other than as regards some personal data (regulation 11), so I expect that you would be given all but a little of what you have asked for.

Regulation 8 allows a Scottish public authority to charge a fee for making information available, which must not exceed a reasonable amount nor the cost of producing it. In keeping with our published Schedule of Charges:

Retrieval of 14 boxes from store: £42.00
Scanning, 2,900 pages at 3p: £87.00
Staff time, 9 hours at £15: £135.00
TOTAL: £264.00

The Council requires the whole of this in advance. We have no obligation to make the information available unless it is paid within 60 working days of today. The days from now until we have your payment are left out of account in working out when your answer is due.

How to pay: online, by telephone, at any service point, or by cheque payable to Glenarrick Council.

Options. (1) Pay and receive all. (2) Visit the archive and look through the boxes; no charge. (3) Confine your request to, for instance, two years; the charge would then be about £40. If you choose (3) just tell me which years.

If you think that the charge is wrong

You may require the Council to review it. Do so in writing within 40 working days, saying what you are dissatisfied about. We must reply within 20 working days. If you are still unhappy you can apply to the Scottish Information Commissioner within six months, and appeal from there to the Court of Session on a point of law.

Should the information be refused in part you will be told so in a notice under regulation 13, giving reasons.

Yours sincerely

Ailsa Muir
Information Officer""",
        subject="Request for information – estimate of charges – Ref: GA/EISR/25/310",
    ),
    Case(
        "n159 Message quarantined and deleted",
        K.BOUNCE,
        """SecureGate held your message to disclosure@northmarch.example.org on 12 Feb 2025 and removed it after 5 days as suspected spam (score 7.3). It was not passed to the recipient. If you think this was wrong, telephone the person you meant to contact.""",
        subject="Message quarantined and deleted",
        headers={"Auto-Submitted": "auto-generated"},
    ),
    Case(
        "n160 Re: FOI - reply to your clarification",
        K.ACKNOWLEDGEMENT,
        """Dear Sam,

Thanks for coming back to me so quickly. That's clear now: all three sorts of visit, this academic year only. I have restarted the clock from today, which gives us until 19 December.

Iona""",
        subject="Re: FOI - reply to your clarification",
    ),
]
