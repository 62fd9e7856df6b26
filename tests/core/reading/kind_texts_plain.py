"""Messages in plain words: school offices, parish clerks, portals, letters that avoid the template. All are invented."""

from __future__ import annotations

from requests_app.core.states import MessageKind as K
from tests.core.reading.kind_cases import Case

TEXTS = [
    Case(
        "Internal review IR/0331",
        K.REVIEW_OUTCOME,
        """Dear Tamsin,

I am the Head of Information Management and took no part in the response you were sent on 20 May.

I've been through the papers again and I agree with it. The breakdown by festival would show, year on year, how many officers we put at each gate and that's something that I am satisfied would be likely to prejudice the prevention of crime. Your point that Glebe Park has since closed is a fair one but the same tactics are in use at its replacement. So section 31(1)(a) stands, as does the public interest assessment.

I should say sorry for the answer having been four days late.

If you don't accept this you may now apply to the Information Commissioner for a decision.

Supt Imelda Cray-Watanabe
Westmarch Constabulary""",
        subject="Internal review IR/0331",
    ),
    Case(
        "Request BLT/FOI/66",
        K.TRANSFER,
        """Hello Mr Crabtree

Miss Yarrow asked me to let you know we've sent your FOI on to Brightwater Learning Trust head office because they do all that for the six schools now, they are the ones who hold the contracts. Grania Tull will be dealing with it from here and she'll give you a date.

Thank you
Ellie
Reception, Fairlea Academy""",
        subject="Request BLT/FOI/66",
    ),
    Case(
        "PAYMENT REQUEST 77120",
        K.FEES_NOTICE,
        """Request: 77120
Stage: FEE
Amount: GBP 12.50 (2 x CD-ROM, copies of CCTV maintenance logs, p&p)
Pay by: 21/08/2026
How: www.westmarch.example.org/pay - fund code DAU

Request is suspended until payment clears. If no payment by date shown request will be treated as abandoned.""",
        subject="PAYMENT REQUEST 77120",
    ),
    Case(
        "IRB 26/1449 - public interest test",
        K.EXTENSION_NOTICE,
        """Department for Rural Connectivity

9 June 2026

Dear Mr Quillfeather,

I refer to your request about submissions on the Small Broadband Grant.

The Department holds information falling within its terms. We consider that section 35(1)(a) (formulation or development of government policy) is engaged. That is a qualified exemption, meaning that we have to weigh whether the public interest in withholding outweighs that in release. We have not yet come to a view.

The Act permits a public authority such further time as is reasonable in the circumstances for this purpose. I estimate that a decision will be reached by 7 July 2026, and I will write to you then. In the event that more time is required, I shall let you know.

I apologise for any inconvenience. If you are unhappy with the handling of your request to this point, you may ask for an internal review by writing to the address at the head of this letter within two months.

Yours sincerely,

Alastair Brindlecombe""",
        subject="IRB 26/1449 - public interest test",
    ),
    Case(
        "REVIEW OF DECISION - case 5590461",
        K.REVIEW_OUTCOME,
        """Requirement for review received: 11 May 2026
Considered by: Review Panel, 28 May 2026 (Head of Legal; Chief Internal Auditor)

Dear Ms Petrie-Lau

The Panel has gone into the matter afresh, and has determined as follows.

1. Bids. Decision confirmed with modifications. The pricing schedules are still withheld (section 33(1)(b)). The method statements are not, in the Panel's opinion, sensitive now that the works are under way and they're sent with this letter, minus signatures.

2. Panel notes. Decision substituted. The Council no longer relies on section 30. A copy is enclosed.

If you're dissatisfied with this outcome you can make an application to the Scottish Information Commissioner within six months. Thereafter there's an appeal to the Court of Session, on a point of law only.

Clerk to the Review Panel""",
        subject="REVIEW OF DECISION - case 5590461",
    ),
    Case(
        "5590402 REDIRECTED",
        K.TRANSFER,
        """Case 5590402 - outcome: TRANSFERRED (reg 14 EISRs)
To: Scottish Moorland Agency
Date: 16/03/2026
Your contact details were included. The receiving body will respond. No reply is needed.
Inverlarig and the Glens Council""",
        subject="5590402 REDIRECTED",
    ),
    Case(
        "DRC 26/1502 Transfer of request",
        K.TRANSFER,
        """Dear Mx Underhay,

Thank you for confirming on 3 June that you are content for us to share your details.

I can now inform you that responsibility for the Rural Payments Appeals Panel moved to the Office for Land Grants on 1 April, along with its files. In accordance with Part 2 of the section 45 Code of Practice, your request has been transferred in its entirety to that Office. It was received there on 5 June 2026, and the statutory period of twenty working days is to be counted from the day following. Their reference is OLG/F/0092 and the officer dealing is Ms C. Vanterpool.

All further correspondence ought to be addressed to them. The Department regards its own involvement as at an end.

Yours sincerely,

Alastair Brindlecombe
Information Rights Branch""",
        subject="DRC 26/1502 Transfer of request",
    ),
    Case(
        "Re: Re: Re: FOI",
        K.REVIEW_OUTCOME,
        """Dear Mrs Lindgren

Thank you for your letter. I'm the chair of governors and I've read everything that Mr Abiodun-Frost wrote to you as well as what he didn't send. I have every sympathy but he got it right: there is no way of telling you what happened on that trip without telling you about those children. I'm not going to change what he decided.

I know you'll be disappointed. The ICO is the next port of call should you want to take it further.

Philippa Wainwright-Chowdhury""",
        subject="Re: Re: Re: FOI",
    ),
    Case(
        "Re: Governors and the minibus",
        K.PARTIAL_REPLY,
        """Hi Mrs Odunlami-Pryce

Please find attached the autumn and spring minutes with a couple of names blacked out. The summer ones are in Mr Gethin's laptop and he is on a residential in Wales with Year 6 so I'll send you those after half term, along with the minibus insurance bit you asked about.

Hope this is ok for now
Mo""",
        subject="Re: Governors and the minibus",
    ),
    Case(
        "Interim release - FOI/SC/2026/0231",
        K.PARTIAL_REPLY,
        """Dear Mr Galbraith-Wu

Your request has four questions in it. We don't think it's fair to keep you waiting for all four when we're ready with two of them, so these are being released ahead of the others.

Question 1 - Number of consultant vacancies at 31 March 2026: 41.4 whole time equivalent.

Question 2 - Spend on locum consultants in 2025/26: £6,318,774 (provisional, before audit).

Question 3 - Exit interview themes. HR are still reading through the forms to see what may be disclosed without identifying anybody.

Question 4 - Correspondence with the Royal College. Awaiting search results from the Medical Director's office.

You'll have our response to 3 and 4 by the statutory date of 20 May 2026. As this isn't our full response, information about asking for a review will come with that letter, although you may ask for one now about Questions 1 and 2 if you like.

Yours sincerely,
Eilidh Corrigan-Vane
NHS Strathbannock""",
        subject="Interim release - FOI/SC/2026/0231",
    ),
    Case(
        "Cost of complying - would you like us to go ahead?",
        K.FEES_NOTICE,
        """Dear Ms Iremonger

CALDERBROOK/10120

We hold the information but finding it would take some 31 hours, which at the prescribed £25 is £775 and so beyond what we're bound to spend for nothing (£450).

The University isn't saying no. We are willing to do the work if you meet the full cost, i.e. £775 plus £18 for disbursements. An invoice for £793 is attached. If you would like to proceed, please settle it within three months, failing which the file will be closed. Nothing further will happen in the meantime.

Or you could drop parts 4 and 5, which would get you under the limit with nothing to pay.

Regards,
Information Compliance""",
        subject="Cost of complying - would you like us to go ahead?",
    ),
    Case(
        "too broad - request 10092",
        K.CLARIFICATION_QUESTION,
        """Dear Requester,

Request 10092 (all e-mails mentioning the students' union, 2019 to date).

An initial trawl in IT found upwards of 61,000 messages. Rather than turn you down on cost we'd like to give you the chance to tell us what it is you really need. Could you let us have names of the mailboxes to be searched, a shorter span of time, and a couple of search words? For instance "Vice-Provost's office, January-March 2023, 'bar licence'" is something we'd be able to do.

We've paused the request while we wait for your answer.

Information Compliance
University of Calderbrook""",
        subject="too broad - request 10092",
    ),
    Case(
        "Your request of 8 January - passed to the county",
        K.TRANSFER,
        """Dear Ms Gillow-Hart,

The gritting routes you wanted aren't ours; the county council is the highway authority here. I have sent your e-mail on to their records team this morning (records@mid-arden.example.org), as regulation 10 of the EIR allows, and they've told me they'll write to you direct. Their time runs from today.

We will take no further action on it.

Perpetua Lindqvist
Harrowmere BC""",
        subject="Your request of 8 January - passed to the county",
    ),
    Case(
        "FW: FOI re: custody suite refurbishment",
        K.TRANSFER,
        """Hi both

One for you I think - Estates sits with the PCC's office not the Constabulary. Passing to you to answer directly, requester copied in so he knows where it's gone. We're closing our end.

Noor

-----Original Message-----
From: Joss Ekwueme-Platt
Sent: 17 February 2026 21:40
To: Data Access Unit
Subject: FOI re: custody suite refurbishment

Please send me the contract sum and the final account for the refurbishment of the custody suite at Ludbridge, and the names of the three lowest bidders.
Joss""",
        subject="FW: FOI re: custody suite refurbishment",
    ),
    Case(
        "Re: tithe map copies",
        K.FEES_NOTICE,
        """Dear Mr Bosanquet,

Yes we've got the correspondence about the footpath diversion - two lever arch files of it, heavens. I can run it off on the library's copier but they charge the council 15p a go, and there's about 180 pages, so I'd have to ask you for £27 up front I'm afraid. Cash in an envelope through my door is fine or the bank details are on the noticeboard. I'll get on with it the day it comes.

Best wishes
Sheila
Clerk, Nether Poldon PC""",
        subject="Re: tithe map copies",
    ),
    Case(
        "RE: FOI Request to Brightwater Learning Trust",
        K.ACKNOWLEDGEMENT,
        """Dear Mr Fennimore-Obi,

Thanks for getting in touch with the Trust. We're treating what you sent on 17 July as an FOI request and have numbered it BLT/FOI/62.

Just so you know, the schools broke up on the 21st and the people who know about the uniform supplier tender aren't around until September. For academies the clock counts school days (or 60 ordinary working days if that comes sooner), so our deadline is in early October, but I'd hope to beat that by some way.

Have a lovely summer.

Grania Tull
Governance Professional
Brightwater Learning Trust

Please consider the environment before printing this e-mail.""",
        subject="RE: FOI Request to Brightwater Learning Trust",
    ),
    Case(
        "Reconsideration under reg 11 EIR - 4488/26",
        K.REVIEW_OUTCOME,
        """Dear Ros,

Following your representations I have reconsidered our handling of 4488/26.

Extending the time: we had grounds, but we told you on working day 23 and it ought to have been by day 20. I find that we breached regulation 7(3) and I apologise.

Withholding the consultant's fee rates under 12(5)(e): I've come down on the same side as Tom did.

There's no further stage with us. The Information Commissioner can be reached through ico.org.uk.

Ms Y. Fairweather-Osei
Assistant Director, Governance
Wexcombe MDC""",
        subject="Reconsideration under reg 11 EIR - 4488/26",
    ),
    Case(
        "Fees Notice - FOI 2026/553",
        K.FEES_NOTICE,
        """Dear Mr Wetherspoon-Ali

Your request of 2 February asks for paper copies of the whole of planning file 88/0417, including the drawings.

Photocopying and posting it comes to £63.40 (412 A4 sides at 10p, 9 A1 plans at £2 and recorded delivery of £4.20). We'll carry on once that has been paid; cheques to Harrowmere Borough Council, or call the cashiers with a card and quote FOI 2026/553. You've three months beginning with the date of this message. If we've not had the money by then the request lapses.

The time between today and your payment does not count towards our 20 working days.

If you'd sooner come in and look at the file at the Civic Hall, there's nothing to pay.

Perpetua Lindqvist
Information Requests""",
        subject="Fees Notice - FOI 2026/553",
    ),
    Case(
        "Your complaint about FOI 2026/553",
        K.REVIEW_OUTCOME,
        """Dear Mr Wetherspoon-Ali

You challenged our wanting £63.40 for file 88/0417. You're right that most of it had already been scanned. On looking into it again we have withdrawn the charge and attach the scans (3 zip files). The nine plans that weren't scanned have been photographed.

I've asked the team to check for scans first in future.

Ottoline Bassey-Crewe
Monitoring Officer
Harrowmere Borough Council""",
        subject="Your complaint about FOI 2026/553",
    ),
    Case(
        "Re: FOI",
        K.REFUSAL,
        """Dear Mrs Lindgren,

I'm sorry but we are not going to be able to let you have the information about the incident on the Year 9 trip. There were only two pupils and one member of staff involved and anything I gave you would be about them, and they would have every reason to expect me to keep it private. Our data protection advisor tells me that the bit of the Act to quote is section 40(2).

If you'd like the Chair of Governors to look at it again drop a letter in at the office, and failing that there's the ICO.

Yours sincerely,
Mr T. Abiodun-Frost
Headteacher""",
        subject="Re: FOI",
    ),
    Case(
        "REQUEST 8873-FOI: OUTCOME",
        K.REFUSAL,
        """Outcome: WITHHELD
Provision: s22(1)
Explanation: The survey results you want will be going on our website in the autumn. It's reasonable to hold them back until then and the public interest lies in orderly publication.
Review: reply to this e-mail by 14/09/26""",
        subject="REQUEST 8873-FOI: OUTCOME",
    ),
    Case(
        "Response (1 of 2): 01/FOI/26/120077",
        K.PARTIAL_REPLY,
        """Dear Miss Farquharson-Eze,

I am able to disclose today the number of drone deployments for each of the last three years, which is the first limb of your request:

2023 - 148
2024 - 305
2025 - 392

The second limb, the purposes for which they were deployed, is another matter. I believe section 31(1)(a) and (b) applies to at least a portion of it and am yet to complete the public interest test. I anticipate writing to you about that limb by 3 August 2026.

Yours sincerely
Gwilym Treharne-Dacosta
Westmarch Constabulary""",
        subject="Response (1 of 2): 01/FOI/26/120077",
    ),
    Case(
        "10131 - section 12",
        K.REFUSAL,
        """Dear Mr Ferreira-Holt

We've looked into your request for every complaint made by a student about accommodation since 2012.

There are somewhere between 9,000 and 9,500 of these and each one is a free-text note on the student's own record. Five minutes apiece to find and copy comes to more than 750 hours. The limit for a university is 18. For that reason we won't be dealing with the request, and section 12(1) is the provision we rely on.

Were you to ask only for complaints that reached the formal stage (around 140 since 2018), we believe we'd be able to help. It would be treated as a new request.

You can ask for this to be reviewed by e-mailing the Registrar within 40 working days, and then go to the Information Commissioner's Office.

Information Compliance
University of Calderbrook""",
        subject="10131 - section 12",
    ),
    Case(
        "Your Environmental Information request - first batch",
        K.PARTIAL_REPLY,
        """Ros,

First lot of drawings (A1 through to C14, 870 files) is now on the file share, link below, password to come by text. The modelling reports are still being read for the commercially sensitive stuff and you'll get those in a second batch. After that there's only the e-mails, we reckon the week of the 20th.

https://files.wexcombe.example.org/s/7tQ2

Tom""",
        subject="Your Environmental Information request - first batch",
    ),
    Case(
        "[Ref 25/09/311] Awaiting information from requester",
        K.CLARIFICATION_QUESTION,
        """Status of 25/09/311 changed from IN PROGRESS to ON HOLD.

Officer comment: "Q2 asks for 'all incidents'. Pls confirm what reqr means by incident - crimes recorded, calls logged on command & control, or both? Also which postcode area."

Log in to add your response. The clock re-starts from zero once you have.""",
        subject="[Ref 25/09/311] Awaiting information from requester",
    ),
    Case(
        "FOI 2026/611 - parts 1 to 3",
        K.PARTIAL_REPLY,
        """Dear Mr Saltonstall

Please see below for the answers we have so far.

1. How many fixed penalty notices for littering did you issue in 2025? 1,206.
2. How many were paid? 871.
3. Who's the contractor? Kerbside Compliance Ltd.

4 and 5 (body-worn footage requests, and complaints upheld) are with the contractor, who has until the end of next week to get it to us. I'll send those on as soon as they turn up and in any event by 30 June, which is still inside our time.

Regards
P Lindqvist""",
        subject="FOI 2026/611 - parts 1 to 3",
    ),
    Case(
        "RE: dentist access figures",
        K.TRANSFER,
        """Dear Yusuf,

Sorry this has taken a week or so. We don't run dental contracts, those belong with the Integrated Care Board. As you said you'd be happy with it, I've handed your questions over to their FOI lead, Dilys Hartnoll-Amadi (foi@tarnside-icb.example.org), who's confirmed she has them and is logging them as a new request with effect from today, the 21st.

I hope you get what you need.

Best wishes,
Bernadette O'Shaughnessy-Lim
FOI Desk
Eskvale and Tarn NHS Foundation Trust
Disclaimer: The views in this e-mail are the author's own and not necessarily those of the Trust.""",
        subject="RE: dentist access figures",
    ),
    Case(
        "Your message to the Data Access Unit",
        K.AUTOMATIC_REPLY,
        """Dear Sir/Madam,

This is to let you know that your e-mail has arrived in the Data Access Unit's shared mailbox at Westmarch Constabulary.

Owing to the number of e-mails we get it will not be possible for a member of the team to confirm individually that yours has been read. If it is a valid request under the Freedom of Information Act it will be logged in due course and you'll be given a number at that point. If it is a request for your own data, you must use the form on our website and supply two proofs of identity.

Should you need the police, dial 999 in an emergency and 101 otherwise. Do not report crime to this address.

Yours faithfully,

Data Access Unit
Westmarch Constabulary

(This response has been produced automatically.)""",
        subject="Your message to the Data Access Unit",
    ),
    Case(
        "Message blocked by gateway policy",
        K.BOUNCE,
        """Westmarch Constabulary Mail Gateway

Your e-mail "FOI request - kiosks" sent to dau@westmarch.example.org on 22/01/2026 07:58 was not passed to the intended recipient.

Rule triggered: ATTACHMENT-TYPE (.zip)

The message has been deleted and no one at the Constabulary has been told of it. You may send it again without the attachment.""",
        subject="Message blocked by gateway policy",
    ),
    Case(
        "Status: PIT",
        K.EXTENSION_NOTICE,
        """Case 8841-FOI
New status: EXTENDED (PUBLIC INTEREST TEST)
Exemption under consideration: s43(2)
Original due: 14/05/26
Revised due: 12/06/26
Reason supplied by officer: need view of catering contractor before balance can be struck""",
        subject="Status: PIT",
    ),
    Case(
        "Case 5590213 CLOSED - information provided",
        K.REPLY,
        """Case number: 5590213
Outcome: RELEASED IN FULL
Documents: 2 (Winter_maintenance_spend_2021-25.xlsx, Notes.docx)
Available until: 04/06/2026

You can ask us for a review within 40 working days if you're unhappy. Guidance on reviews and appeals to the Scottish Information Commissioner is in Notes.docx.""",
        subject="Case 5590213 CLOSED - information provided",
    ),
    Case(
        "FOI-2026-00817: your request",
        K.ACKNOWLEDGEMENT,
        """Dear Ms Hallewell,

FREEDOM OF INFORMATION ACT 2000 - OUR REF FOI-2026-00817

I write to confirm that Harrowmere Borough Council is in possession of your request, which reached us on 3 March 2026. It has been passed to Highways, who hold the pothole repair ledger.

You can expect to hear from us on or before 1 April 2026. If there is a charge, or we can't follow what you are after, we will say so well ahead of then.

Kind regards,

Perpetua Lindqvist
Information Requests Officer
Harrowmere Borough Council, Civic Hall, Harrowmere

------ Original message ------
From: R Hallewell
Sent: 3 March 2026 08:14
Under the Freedom of Information Act please tell me:
1. how many potholes were reported in 2025, by ward
2. how many were repaired within 28 days
3. total paid in compensation claims
If you need any clarification, please ask. If the cost limit would be exceeded, please let me know how to narrow it.""",
        subject="FOI-2026-00817: your request",
    ),
    Case(
        "CALDERBROOK/10144",
        K.PARTIAL_REPLY,
        """Dear Dr Prendergast-Yilmaz,

We write about your request of 30 September.

Part A (salary of each member of the Executive): salaries of £100,000 and over are given, in bands of £5,000, in note 9 of the Financial Statements, and we enclose the page. The exact figure for each individual is personal data and is withheld under section 40(2).

Part B (expenses claims): we hold these. The Finance Office is extracting them and they have not reached us. I am conscious that the time limit expires today, for which please accept our apologies; we expect to supply them within the next ten working days.

If you would like us to look again at Part A please write to the Registrar within 40 working days.

Information Compliance, University of Calderbrook""",
        subject="CALDERBROOK/10144",
    ),
]
