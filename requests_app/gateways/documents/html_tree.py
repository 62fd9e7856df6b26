"""Markup as a tree, within limits of size and depth."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from requests_app.gateways.documents.limits import DEPTH, NODES

_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "wbr", "col"))


@dataclass(slots=True)
class Element:
    """A tag with what it holds: elements and text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        """The elements directly in it."""
        return [child for child in self.children if isinstance(child, Element)]

    def find_all(self, tag: str) -> list[Element]:
        """Every element of a tag in it, in order."""
        found: list[Element] = []
        waiting = list(reversed(self.elements))
        while waiting:
            element = waiting.pop()
            if element.tag == tag:
                found.append(element)
            waiting.extend(reversed(element.elements))
        return found

    def text(self) -> str:
        """All text in it, run together."""
        out: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                out.append(node)
            else:
                waiting.extend(reversed(node.children))
        return "".join(out)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body")
        self.path = [self.root]
        self.too_deep = 0
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += 1
        if self.count > NODES:
            return
        element = Element(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.path[-1].children.append(element)
        elif len(self.path) >= DEPTH:
            self.too_deep += 1
        else:
            self.path[-1].children.append(element)
            self.path.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.count > NODES or tag in _VOID:
            return
        if self.too_deep:
            self.too_deep -= 1
            return
        for place in range(len(self.path) - 1, 0, -1):
            if self.path[place].tag == tag:
                del self.path[place:]
                return

    def handle_data(self, data: str) -> None:
        self.path[-1].children.append(data)


def tree_of(markup: str) -> Element:
    """The markup as a tree. What lies deeper than the limit keeps its words and loses its nesting."""
    builder = _Builder()
    builder.feed(markup)
    builder.close()
    return builder.root
