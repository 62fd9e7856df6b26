"""Requests and replies of our own making, in the manner of the families of authorities the review has to show."""

from __future__ import annotations

POLICE_REQUEST = """Please tell me for each financial year from 2022/23 to 2024/25:

1. How many officers were posted to schools, by rank?
2. How many searches of pupils took place on school premises, by (a) year group and (b) outcome?
3. Which training do officers posted to schools receive?"""

POLICE_REPLY = """Northshire Police
Information Rights Unit
PO Box 99
Ambleford
AM1 1AA

Our reference: 1187/25
Date: 3 June 2025

Dear Alex Penrose

Thank you for your request for information, received on 5 May 2025.

You asked:

1. How many officers were posted to schools, by rank?
2. How many searches of pupils took place on school premises, by year group?
3. Which training do officers posted to schools receive?

In Response:

I have decided to disclose some of the information you requested.

Q1
The table below gives officers posted to schools on 31 March of each year.

Rank | 2022/23 | 2023/24 | 2024/25
Sergeant | 4 | 5 | 5
Constable | 31 | 33 | 36
PCSO | 12 | 11 | 9
Total | 47 | 49 | 51

Q2
This information is exempt from disclosure under Section 40(2) of the Act, because the numbers are so low that pupils could be identified.

Searches on school premises | 2022/23 | 2023/24
Year 7 to 9 | 6 | 8
Year 10 to 11 | 14 | 17

Q3
Officers attend a three-day course on safeguarding. The course material is available at https://www.northshire.example.org/safer-schools

You can ask for an internal review within 40 working days of the date of this letter by writing to review@northshire.example.org. If you are still dissatisfied you may complain to the Information Commissioner's Office.

Yours sincerely

A. Records
Information Rights Officer
"""

COUNCIL_REQUEST = """Under the Freedom of Information Act please send me:

1. The number of pupils excluded from schools in the borough in 2024/25.
2. The cost of officers placed in schools in the same year."""

COUNCIL_REPLY = """From: FOI Team <foi@marlsby.example.org>
Sent: 11 June 2025 10:14
To: Alex Penrose
Subject: FOI / 20417 - pupils and officers

Dear Alex Penrose,

Thank you for your request, which we received on 14 May 2025. Our response is below.

1. The number of pupils excluded from schools in the borough in 2024/25.

212 pupils were excluded for a fixed time, and nine for good.

2. The cost of officers placed in schools in the same year.

The council does not hold this information. You may wish to ask Northshire Police, which employs the officers.

If you are unhappy with this response you may ask for an internal review within two months.

Kind regards,

Sam Porter
Information Governance
Marlsby Council

-----Original Message-----
From: Alex Penrose
Sent: 14 May 2025 08:02
To: FOI Team
Subject: Freedom of Information request

Under the Freedom of Information Act please send me:

1. The number of pupils excluded from schools in the borough in 2024/25.
2. The cost of officers placed in schools in the same year.

Yours, Alex Penrose
"""

REFUSAL_REQUEST = """Please provide:

1. All e-mails about officers in schools sent by your education team in 2024.
2. The minutes of the panel that decided where officers are placed."""

REFUSAL_REPLY = """Our reference: FOI2025/0554

Dear Alex Penrose

I am writing about your request of 2 May 2025.

Request

1. All e-mails about officers in schools sent by your education team in 2024.
2. The minutes of the panel that decided where officers are placed.

Response

We are refusing your request under section 12 of the Freedom of Information Act. Your request for e-mails would mean searching 4,200 messages. At 2 minutes for each message this would take 140 hours, which exceeds the appropriate limit of 18 hours, or £450.

The minutes are exempt under section 36(2)(b)(ii).

To bring your request within the limit you could ask for the e-mails of one month, or name the schools you are interested in.

Yours sincerely

Head of Information
"""

ACKNOWLEDGEMENT = """Dear Alex Penrose

Thank you for your request, which we received on 6 May 2025 and which has been given the reference FOI 3391.

You can expect our response by 4 June 2025.

Yours sincerely

Freedom of Information Team
"""

CLARIFICATION = """Dear Alex Penrose

FOI 3391

Before we can begin to search we need some clarification. Could you please tell us which kinds of school you mean? Do you want figures for the calendar year or the financial year?

The time for our response starts when we receive your clarification.

FOI Team
"""
