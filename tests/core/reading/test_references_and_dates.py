"""The right reference among several numbers, and the days that are the request's and the reply's."""

from __future__ import annotations

from datetime import date

import pytest

from requests_app.core.reading import read_reply

REFERENCES = {
    "Freedom of information request reference no: 01.FOI.25.042669\nI note you seek access": "01.FOI.25.042669",
    "Reference: 01/FOI/25/006753/Z\nDear Requester": "01/FOI/25/006753/Z",
    "Freedom of Information Request Reference No: 2011110003547\nI respond": "2011110003547",
    "Weapons in Schools (1409A/23)\nRequest\nA full list": "1409A/23",
    "Suspensions - 316/12\nDate of request: 23/03/2012": "316/12",
    "1. How many?\nFOI reference: 054/17.\nDate of request: 12.01.17.": "054/17",
    "Enquiry Reference: 547 - 24\nI write": "547 - 24",
    "Your reference: FOI-24576-25-0300-000\nMy Reference: FOI 1306/25\n": "FOI 1306/25",
    "Reference: 1406745\nDate: 15 October 2025": "1406745",
    "Request Number: F-2010-00325\nCategory: Crime": "F-2010-00325",
    "Request: FOI/00013725\nCategory: Policy": "FOI/00013725",
    "Our Ref: IM-FOI-2021-0942\nDate: 21 May 2021": "IM-FOI-2021-0942",
    "FOI request 202000077960 regarding questions: FOI release\n- FOI reference\n- FOI/202000093492\n": "FOI/202000093492",
    "Request for Information – ATISN 16048\nI wrote to you on 4 February": "ATISN 16048",
    "TfL Ref: FOI-2388-2324\nfurther to case reference FOI-3247-2223:": "FOI-2388-2324",
    "FOI REF: FOI-2023-1434\nYou asked": "FOI-2023-1434",
    "Our ref: FOI2021/23340\n12 November 2021": "FOI2021/23340",
    "Our ref: 4415\nDear": "4415",
    "Sent: 17 February 2025 14:50\nSubject: Re – Environmental Information Regulations Request – Reference –\nEIR / 1737088\n": "EIR / 1737088",
    "|Our Ref: FOI/440849     |[pic]  |\n|Your Ref:  |   |": "FOI/440849",
    "Borough Council\nFOI 2603\nHousing\nRef: FOIA 2603.\n": "FOI 2603",
    "Freedom of Information Request ID\n8050\nDate of response\n14 August 2023": "8050",
    "FOI_25-214 Reports of misconduct\nDate of response: 20 August 2025": "FOI_25-214",
    "Environmental Information Regulations 2004 - EIR/2020/44\nDear": "EIR/2020/44",
    "A like request was answered before, FOI 485/20 refers.": None,
    "Files and communications relating to FOI 201900009848: FOI release": None,
    "1. Where is my own request (SAR/17217)?\nThe Commissioner's decision FS50681336 of 01/02/2020 applies.": None,
    "Freedom of Information Request ID\nDate of response\nSeptember 2024": None,
}  # fmt: skip


@pytest.mark.parametrize("text", REFERENCES)
def test_the_authoritys_reference_is_found_as_printed(text: str) -> None:
    assert read_reply(text).reference == REFERENCES[text]


RECEIVED = {
    "Date received: 21 July 2017": date(2017, 7, 21),
    "- Date received\n- 30 September 2020": date(2020, 9, 30),
    "Date of request:   23/03/2012": date(2012, 3, 23),
    "Date of request: 12.01.17.": date(2017, 1, 12),
    "your request for information received by Cumbria Constabulary on 15th September 2025.": date(2025, 9, 15),
    "Thank you for your request received by Transport for London (TfL) on 4th October 2023 asking": date(2023, 10, 4),
    "your request which we received on 25/09/2023.": date(2023, 9, 25),
    "your request dated 23rd\nNovember 2011 which was received by the Service on the same date.": date(2011, 11, 23),
    "We have now considered your request of 15 July 2025 for information": date(2025, 7, 15),
    "I refer to your request received 9th March, 2015": date(2015, 3, 9),
    "your request received 3 February.": None,
    "your request received on 31/02/2020": None,
    "your email dated 28th August 2009 seeking a review": None,
}  # fmt: skip


@pytest.mark.parametrize("text", RECEIVED)
def test_the_day_of_receipt(text: str) -> None:
    assert read_reply(text).date_received == RECEIVED[text]


RESPONDED = {
    "Date Responded 08 April 2022\nYou asked:": date(2022, 4, 8),
    "Date responded: 4 August 2017": date(2017, 8, 4),
    "- Date responded\n- 27 January 2021": date(2021, 1, 27),
    "Date of response: 20 August 2025": date(2025, 8, 20),
    "Reference: 1406745\n          Date: 15 October 2025": date(2025, 10, 15),
    "Date: 05-11-2013\nDear Sir": date(2013, 11, 5),
    "21 March 2022\n\nDear\n": date(2022, 3, 21),
    "Wednesday, 24 May 2021\nDear Requester": date(2021, 5, 24),
    "Our reference:   FOI 24-1234\nResponded to:    3rd July 2024\nYour request": date(2024, 7, 3),
    "Request 101000201289\nHow many?\nResponse 21-05-2012\nThere were 12.": date(2012, 5, 21),
    "Reference FOI-2018-147\n   Issued by e-mail, 4th September 2018\n\nDear A Person": date(2018, 9, 4),
    "FOI reference: 78225            21 December 2021\n\nDear A Person": date(2021, 12, 21),
    "From: FOI Team <foi@example.org>\nSent: 10 January 2024 16:12\nTo: A Person\nSubject: RE: FOI\nDear A Person": date(2024, 1, 10),
    "From: A Person <request-12345-ab@example.org>\nSent: 10 January 2024 16:12\nTo: FOI\nDear Northshire Council": None,
    "Dear A Person\nThe Trust holds nothing.\nYours faithfully\n\nFOI Co-ordinator\n18th April 2022": date(2022, 4, 18),
    "Dear A Person\nThank you.\nThe Trust holds nothing.\nYours faithfully\n\nA Person\n-----Original Message-----\nSent: 18 April 2022\n18 April 2022": None,
    "Published\n- 19 October 2023\nDear A Person": None,
    "Our Date: 3rd May 2014\nDear A Person": date(2014, 5, 3),
    "Date: Tue, 9 Jan 2024\nDear A Person": date(2024, 1, 9),
    "|                |3 March 2016          |\n\nDear [name]": date(2016, 3, 3),
    "Date of response\nSeptember 2024": None,
    "Last updated:\n30th December 2024\n1. How many?": None,
    "Request ID: FOI-0539-2122\nDate published: 07 July 2021": None,
    "January 28, 2025 | Organisational Information\nRequest: FOI/00013725": None,
    "Suspensions - 316/12\nDated: 07 Jun 2011\nDate of request: 23/03/2012\nDate of response: 01/05/2012": date(2012, 5, 1),
}  # fmt: skip


@pytest.mark.parametrize("text", RESPONDED)
def test_the_day_of_the_reply(text: str) -> None:
    assert read_reply(text).date_responded == RESPONDED[text]


def test_the_day_above_a_letter_of_a_thread_is_the_replys() -> None:
    text = (
        "[outgoing 2023-09-25]\nDear Northshire Council,\n1) How many permits?\nYours faithfully,\n\n[incoming 2023-09-26]\nDear A Person,\n"
        "Thank you for your request. This has been logged and we must respond to you within 20 working days.\nYours sincerely,\n\n"
        "[incoming 2023-11-03]\nDear A Person,\nPlease find our response to your request set out below:\n1) How many permits?\n185\nKind Regards,\n\n"
        "[incoming 2023-12-01]\nDear A Person,\nYour e-mail has been logged and we will respond to you.\nKind Regards,\n"
    )
    reading = read_reply(text)
    assert reading.date_responded == date(2023, 11, 3)
    assert reading.per_question_outcomes == {"1": "disclosed"}
