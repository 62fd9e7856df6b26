"""Reports that a mail of ours came back, as the programs of this world word them."""

from __future__ import annotations

import pytest

from requests_app.core.mail_in import read_mail

OURS = "<7d0c@example.org>"
RETURNED = f"Received: from us\r\nFrom: Alex <foi+2abc3def@example.org>\r\nTo: foi@ambleford.example.org\r\nSubject: A request\r\nMessage-ID: {OURS}\r\n"


def report(
    status: str, action: str = "failed", *, returned: str = RETURNED, said: str = "Sorry.", code: str = ""
) -> bytes:
    fields = f"Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; foi@ambleford.example.org\r\nAction: {action}\r\nStatus: {status}\r\n"
    if code:
        fields += f"Diagnostic-Code: smtp; {code}\r\n"
    back = f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{returned}\r\n" if returned else ""
    return (
        "From: MAILER-DAEMON@mx.example.org\r\nTo: foi+2abc3def@example.org\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain\r\n\r\n{said}\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n{fields}\r\n{back}--b--\r\n"
    ).encode()


EXIM = f"""From: Mail Delivery System <Mailer-Daemon@mx.example.org>
To: foi+2abc3def@example.org
Subject: Mail delivery failed: returning message to sender
X-Failed-Recipients: foi@ambleford.example.org

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  foi@ambleford.example.org
    host mx.ambleford.example.org [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<foi@ambleford.example.org>:
    550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------

{RETURNED}
Dear Sir or Madam
""".encode()

QMAIL = f"""Return-Path: <>
From: MAILER-DAEMON@mx.example.org
To: foi+2abc3def@example.org
Subject: failure notice

Hi. This is the qmail-send program at mx.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<foi@ambleford.example.org>:
192.0.2.1 does not like recipient.
Remote host said: 550 No such user here

--- Below this line is a copy of the message.

{RETURNED}
""".encode()

EXCHANGE = b"""From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@ambleford.example.org>
To: foi+2abc3def@example.org
Subject: Undeliverable: A request
In-Reply-To: <7d0c@example.org>
References: <7d0c@example.org>
Content-Type: text/html

<html><body><p>Your message to foi@ambleford.example.org couldn't be delivered.</p><p>foi wasn't found at ambleford.example.org.</p>
<p>Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'</p></body></html>
"""

REPORTS = {
    "by the book": (report("5.1.1", code="550 5.1.1 User unknown"), True, "550 5.1.1 User unknown"),
    "by the book, a full mailbox": (
        report("4.2.2", code="452 4.2.2 Over quota"),
        False,
        "452 4.2.2 Over quota",
    ),
    "only late": (report("4.4.1", "delayed"), None, ""),
    "without what was returned": (report("5.1.1", returned=""), True, ""),
    "without a status": (report("", said="The address foi@ambleford.example.org does not exist."), True, ""),
    "Exim": (EXIM, True, "550 5.1.1 User unknown"),
    "qmail": (QMAIL, True, "550 No such user here"),
    "Exchange, in HTML alone": (EXCHANGE, True, "550 5.1.10"),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_names_the_mail_it_is_about_and_whether_it_is_final(name: str) -> None:
    raw, permanent, said = REPORTS[name]
    found = read_mail(raw).report
    assert found is not None
    assert found.permanent is permanent
    assert said in found.said
    if name != "without what was returned":
        assert (OURS in found.message_ids) or name == "without a status"
    assert "foi@ambleford.example.org" in found.recipients


LETTERS = {
    "a letter about mail": b"From: FOI <foi@ambleford.example.org>\nSubject: Your request about undeliverable mail\n\nWe hold 14 undeliverable letters.",
    "a letter with the word delivery": b"From: FOI <foi@ambleford.example.org>\nSubject: Delivery report of the programme\n\nPlease find the delivery report.",
    "a letter saying the post failed": b"From: FOI <foi@ambleford.example.org>\nSubject: Your request\n\nOur letter could not be delivered to your home address. The user unknown to us...",
    "a read receipt": b'From: FOI <foi@ambleford.example.org>\nSubject: Read: Your request\nContent-Type: multipart/report; report-type=disposition-notification; boundary="b"\n\n--b\nContent-Type: text/plain\n\nYour message was read.\n--b--\n',
}


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_no_report(name: str) -> None:
    assert read_mail(LETTERS[name]).report is None
