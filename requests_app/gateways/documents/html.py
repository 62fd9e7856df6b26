"""Web pages and mails in HTML: what a reader sees, as lines. Nothing in them runs and nothing is fetched."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import nh3

from requests_app.gateways.documents.html_lines import Renderer
from requests_app.gateways.documents.html_tree import Element, tree_of
from requests_app.gateways.documents.plain import decoded
from requests_app.gateways.documents.records import Document, Note, NoteKind

_BLOCKS = (
    "p div br li ul ol dl dt dd table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 section article header footer "
    "main nav aside figure figcaption address blockquote pre hr center form fieldset legend details summary body"
)
_INLINE = "a b i u s em strong span font small big sub sup code q cite abbr label mark ins time"
_TAGS = set(f"{_BLOCKS} {_INLINE}".split())
_WITH_CONTENT = {
    *(
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "select",
        "option",
        "textarea",
        "svg",
        "math",
    ),
    *("iframe", "object", "embed", "applet", "audio", "video", "canvas", "del"),
}
_LETTER_WORDS = 40
AROUND = Note(
    NoteKind.LEFT_OUT,
    "What stands around the main part of the page (menus, notices of its owner) was left out of the text.",
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,200}>(.{0,500}?)</title", re.IGNORECASE | re.DOTALL)


def read_html(name: str, content: bytes) -> Document:
    """A web page."""
    return document_of(name, _decoded(content))


def _decoded(content: bytes) -> str:
    named = _CHARSET.search(content[:4096])
    text = decoded(content)
    if named and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = named[1].decode("ascii").lower()
        if encoding not in ("utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252", "ascii", "us-ascii"):
            try:
                return content.decode(encoding)
            except (LookupError, UnicodeDecodeError):
                return text
    return text


def document_of(name: str, markup: str, *, kind: str = "html") -> Document:
    """The words of markup, with a note on what was in it and is not in them."""
    renderer = Renderer()
    counting = counted(markup)
    body = body_of(_flat(markup) if counting.deepest > _TOO_DEEP else markup)
    main = main_part(body)
    renderer.render(main)
    title = _TITLE.search(markup[:100_000])
    return Document(
        name,
        kind,
        renderer.blocks.text,
        title=" ".join(tree_of(title[1]).text().split())[:300] if title else "",
        tables=tuple(renderer.blocks.tables),
        notes=(*_notes(counting), *([AROUND] if main is not body else [])),
    )


def main_part(body: Element) -> Element:
    """The page's own main part, where it names one that holds a letter, under the page's first heading."""
    mains = body.find_all("main")
    if len(mains) != 1 or len(mains[0].text().split()) < _LETTER_WORDS:
        return body
    headings = [each for each in body.find_all("h1") if each not in mains[0].find_all("h1")]
    return Element("body", children=[*headings[:1], mains[0]])


def body_of(markup: str) -> Element:
    """The markup without anything that could run or be fetched, as a tree."""
    cleaned = nh3.clean(
        markup,
        tags=_TAGS,
        clean_content_tags=_WITH_CONTENT,
        attributes={
            "*": {"hidden", "style"},
            "a": {"href"},
            "td": {"colspan", "rowspan"},
            "th": {"colspan", "rowspan"},
            "ol": {"start", "type", "reversed"},
            "li": {"value"},
            "blockquote": {"type", "class"},
            "div": {"class"},
        },
        url_schemes={"http", "https"},
        link_rel=None,
    )
    return tree_of(cleaned)


class _Counting(HTMLParser):
    """Counts what is left out of a page, and how deep its elements lie in each other."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: Counter[str] = Counter()
        self.depth = self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ENDS_BY_ITSELF:
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        given = dict(attrs)
        if tag == "script" or any(name.startswith("on") for name in given):
            self.found["script"] += 1
        elif tag in ("input", "select", "textarea", "button"):
            self.found["form"] += 1
        elif tag in ("iframe", "object", "embed", "applet"):
            self.found["frame"] += 1
        if tag == "img" and re.match(r"\s*(?:https?:)?//", given.get("src") or "", re.IGNORECASE):
            self.found["image"] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag not in _ENDS_BY_ITSELF:
            self.depth = max(0, self.depth - 1)


_ENDS_BY_ITSELF = frozenset(
    [
        "p",
        "li",
        "dd",
        "dt",
        "tr",
        "td",
        "th",
        "option",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "wbr",
        "col",
        "area",
        "base",
        "source",
    ]
)
_TOO_DEEP = 1_000
"""Elements within each other: real pages have dozens, and libraries take the square of the time for them."""


def counted(markup: str) -> _Counting:
    """What is in a page."""
    counting = _Counting()
    counting.feed(markup)
    counting.close()
    return counting


def _flat(markup: str) -> str:
    """The markup without the elements that make it deep."""
    return re.sub(r"</?(?!script|style|p\b|br|tr|td|th|li|table)[a-zA-Z][^<>]{0,2000}>", " ", markup)


def _notes(counting: _Counting) -> list[Note]:
    words = {
        "script": "programs (scripts)",
        "form": "form fields",
        "frame": "other pages put inside it",
        "image": "pictures kept on other computers",
    }
    found = [said for what, said in words.items() if counting.found[what]]
    if not found:
        return []
    listed = found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"
    return [
        Note(
            NoteKind.LEFT_OUT,
            f"The page holds {listed}: left out of the text. Nothing was run and nothing was fetched.",
        )
    ]
