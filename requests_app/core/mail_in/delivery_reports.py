"""Mail that says another could not be delivered: by the book (RFC 3464), or as Exchange, Exim, qmail and their kin word it."""

from __future__ import annotations

import re
from email.message import Message

from requests_app.core.mail_in import parts
from requests_app.core.mail_in.alphabets import words_of
from requests_app.core.mail_in.headers import addresses_in, as_words, ids_in
from requests_app.core.mail_in.records import DeliveryReport, MailRead

_LOOKED_AT = 60_000
_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_CODE = re.compile(r"(?:^|[\s#<(:])([45])\d\d[\s\-#]", re.MULTILINE)
_FROM = re.compile(
    r"mailer-?daemon|postmaster|mail delivery (?:sub)?system|microsoftexchange|^bounces?[@+-]", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"^(?:mail delivery (?:failed|failure|status|system)|undeliver(?:able|ed)|delivery (?:status notification|failure|has failed"
    r"|delayed|notification)|returned mail|failure notice|non.?delivery|message (?:not|could not be) delivered|warning: (?:message"
    r"|could not send)|mail system error|delivery report|message delayed|mail could not be delivered|rejected:)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:could ?n[o']t|cannot|can't|unable to|was not|wasn't|has not been|not able to) (?:be )?deliver|delivery (?:has |to [^\n]{0,200})?"
    r"(?:failed|delayed)|permanent (?:fatal )?error|undeliverable|address (?:couldn't be found|not found|rejected)|user unknown"
    r"|no such user|mailbox (?:is )?(?:full|unavailable|not found)|hi\. this is the qmail-send program|recipient(?:'s)? (?:address )?"
    r"(?:rejected|not found|unknown)|message (?:has been|was) (?:blocked|rejected)",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"(?:will (?:be )?(?:retried|keep trying|try again)|delayed|has not yet been delivered|still being (?:retried|tried))",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"(?:user|address|mailbox|recipient|account|domain|host) (?:\w+ ){0,3}(?:unknown|not found|(?:does not|doesn't) exist|invalid|disabled"
    r"|rejected|couldn't be found)|no such (?:user|mailbox|recipient|address)|permanent|fatal|giving up|i've given up|5\d\d[ -]",
    re.IGNORECASE,
)
_RETURNED = re.compile(
    r"^(?:-{2,}.{0,80}(?:copy of|original message|returned message|message header|included below).{0,80}|original message headers:?"
    r"|--- below this line is a copy of the message\.?|.{0,60}(?:message|headers?) (?:follows?|is included|attached)[^\n]{0,40}:?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_ID_LINE = re.compile(r"^\W{0,6}Message-I[Dd]:\s*(<?[^\s<>]{3,400}>?)", re.IGNORECASE | re.MULTILINE)
_TO_LINE = re.compile(
    r"^\W{0,6}(?:To|From|Reply-To|Return-Path|X-Failed-Recipients|Original-Recipient|Final-Recipient):\s*([^\n]{3,400})",
    re.IGNORECASE | re.MULTILINE,
)


def delivery_report(message: Message, read: MailRead) -> DeliveryReport | None:
    """What it says of a mail of ours, or None where it is an ordinary mail."""
    fields, returned = _report_parts(message)
    by_book = (
        parts.type_of(message) == "multipart/report"
        and "delivery"
        in (
            parts.parameter(parts.header(message, "Content-Type"), "report-type") or "delivery-status"
        ).lower()
    )
    words = "\n\n".join(each.text for each in read.bodies)[:_LOOKED_AT]
    if (
        not (by_book and _is_about_delivery(fields, words))
        and not fields
        and not _looks_like_one(read, words)
    ):
        return None
    own, below = _split(words)
    about = f"{returned}\n{below if not returned else ''}"
    said = _said(fields, own)
    to = [
        each
        for value in _field(fields, "Final-Recipient", "Original-Recipient")
        for each in addresses_in(value)
    ]
    to += addresses_in(read.headers.get("x-failed-recipients", ""))
    if not to:
        to = [each for each in addresses_in(own) if each.lower() != read.sender.address.lower()][:5]
    ids = [*_ID_LINE.findall(f"{about}\n{own}"), *read.answers]
    lines = [each for value in _TO_LINE.findall(f"{about}\n{own}") for each in addresses_in(value)]
    return DeliveryReport(
        permanent=_is_permanent(fields, own),
        said=said,
        recipients=tuple(dict.fromkeys(to)),
        message_ids=ids_in(ids),
        addresses=tuple(dict.fromkeys(lines))[:50],
    )


def _is_about_delivery(fields: str, words: str) -> bool:
    return bool(fields) or bool(_SAYS.search(words)) or not words.strip()


def _looks_like_one(read: MailRead, words: str) -> bool:
    """Without the parts that belong to one: by sender, subject and words, two of three; or by what its server marked."""
    if read.headers.get("x-failed-recipients"):
        return True
    empty_path = read.headers.get("return-path", "").replace(" ", "") == "<>"
    from_robot = empty_path or bool(_FROM.search(read.sender.address) or _FROM.search(read.sender.name))
    told = bool(_SAYS.search(words[:4000]))
    named = bool(_SUBJECT.search(read.subject))
    return (from_robot and (told or named)) or (named and told)


def _report_parts(message: Message) -> tuple[str, str]:
    """The fields of a report, and the headers of the mail that came back with it; each may be missing."""
    fields, returned = [], []
    for part in message.walk():
        kind = parts.type_of(part)
        if kind in ("message/delivery-status", "message/global-delivery-status"):
            fields.append(_whole(part))
        elif kind in (
            "message/rfc822",
            "text/rfc822-headers",
            "message/global",
            "message/global-headers",
            "message/rfc822-headers",
        ):
            returned.append(_whole(part))
    return "\n\n".join(fields)[:_LOOKED_AT], "\n\n".join(returned)[:_LOOKED_AT]


def _whole(part: Message) -> str:
    return words_of(parts.content(part)[: 2 * _LOOKED_AT]).replace("\r\n", "\n")


def _field(fields: str, *names: str) -> list[str]:
    wanted = "|".join(re.escape(name) for name in names)
    found = re.findall(rf"^(?:{wanted}):[ \t]*((?:[^\n]|\n[ \t])*)", fields, re.IGNORECASE | re.MULTILINE)
    return [as_words(value) for value in found]


def _split(words: str) -> tuple[str, str]:
    """What the mail program says, and what it returns below."""
    found = _RETURNED.search(words)
    if found and found.start() > 0:
        return words[: found.start()], words[found.end() :]
    head = re.search(r"^(?:Return-Path|Received|Message-ID|Subject|From): ", words, re.MULTILINE)
    return (words[: head.start()], words[head.start() :]) if head and head.start() > 0 else (words, "")


def _said(fields: str, own: str) -> str:
    """The server's own words, as short as they can be."""
    told = _field(fields, "Diagnostic-Code")
    if told and told[0]:
        return re.sub(r"^\s*(?:smtp|x-\w+)\s*;\s*", "", told[0])[:500]
    lines = [line.strip() for line in own.splitlines() if line.strip()]
    coded = next((line for line in lines if _CODE.search(f" {line}") or _STATUS.search(line)), "")
    spoken = coded or next((line for line in lines if _SAYS.search(line)), lines[0] if lines else "")
    return spoken[:500] or " ".join(_field(fields, "Status"))[:500]


def _is_permanent(fields: str, own: str) -> bool | None:
    """True where it will never be delivered there, False for a full mailbox and such, None where they go on trying."""
    actions = {value.lower().split()[0] for value in _field(fields, "Action") if value}
    if actions and "failed" not in actions:
        return None
    status = next(
        (_STATUS.search(value) for value in _field(fields, "Status") if _STATUS.search(value)), None
    )
    status = status or _STATUS.search("\n".join(_field(fields, "Diagnostic-Code"))) or _STATUS.search(own)
    if status:
        return status[1] == "5" and (status[2], status[3]) != ("2", "2")
    if not actions and _LATE.search(own) and not _LASTING.search(own):
        return None
    code = _CODE.search(own)
    if code:
        return code[1] == "5"
    return bool(_LASTING.search(own)) or "failed" in actions
