"""The words of a mail's letter, and its formatting made harmless: nothing in it runs and nothing is fetched."""

from __future__ import annotations

import nh3

from requests_app.core.mail_in import MailRead
from requests_app.core.mail_in.records import Body
from requests_app.gateways.documents import read_document
from requests_app.gateways.documents.html import document_of
from requests_app.gateways.documents.outlook_rtf import unpacked
from requests_app.gateways.documents.plain import cleaned
from requests_app.gateways.documents.rtf import read_rtf

LARGE = 400_000
"""Characters of markup from which it is read in the confined process: what is made to stop a reader is large."""
LONGEST = 1_500_000
_TAGS = {
    *("p", "br", "div", "span", "b", "strong", "i", "em", "u", "s", "sub", "sup", "a", "hr"),
    *("blockquote", "pre", "code", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"),
}


def words_of_letter(read: MailRead) -> str:
    """The letter as plain text, at most ``LONGEST`` characters."""
    pieces = [text for body in read.bodies if (text := _words(body).strip("\n")).strip()]
    return cleaned("\n\n".join(pieces)).strip()[:LONGEST]


def _words(body: Body) -> str:
    if body.kind == "plain":
        return body.text
    if body.kind == "rtf":
        return read_rtf("letter.rtf", unpacked(body.data)).text
    if len(body.text) > LARGE:
        return read_document("letter.html", body.text.encode("utf-8", "replace")).text
    return document_of("", body.text).text


def harmless(markup: str) -> str:
    """Markup of a mail with its tables, lists and emphasis, and without pictures, styles, programs and forms. Addresses of
    pages stay, and open without saying from where.
    """
    if not markup.strip() or len(markup) > LARGE:
        return ""
    return nh3.clean(
        markup,
        tags=_TAGS,
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        clean_content_tags={
            "script",
            "style",
            "head",
            "title",
            "svg",
            "math",
            "template",
            "noscript",
            "select",
            "textarea",
        },
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer nofollow",
    )
