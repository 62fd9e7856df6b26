"""Sections an authority may rely on: absolute, qualified or procedural, what it must show, what may be answered.

The facts are dated data (``data/exemptions.json``) and come in as an argument; here is how a printed section is
recognised among them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from requests_app.core.errors import BadInput
from requests_app.core.states import Regime

_SECTION = re.compile(
    r"(?<!\d)(?<!\d\.)(?P<number>\d{1,2}[A-Za-z]?)(?![\dA-Za-z])"
    r"(?P<below>(?:\s*\(\s*(?:\d{1,2}[A-Za-z]?|[A-Za-z]|[ivxIVX]{2,4})\s*\))*)"
)
_SECTIONS = re.compile(_SECTION.pattern + r"(?:(?:\s*(?:,|and|&|or|to)\s*)(?:\(\s*\w{1,3}\s*\))+)*")
_BELOW = re.compile(r"\(\s*(\w+)\s*\)")
_REGULATION = re.compile(r"\breg(?:ulation)?s?\b", re.IGNORECASE)
_ENVIRONMENTAL = (Regime.EIR, Regime.EISR)


@dataclass(frozen=True)
class Exemption:
    """One exemption of an Act, exception of the Regulations, or procedural ground of either.

    ``section`` is the bare number, such as ``31`` or ``12(4)(e)``. ``status`` and ``public_interest_test`` are in
    words, because some exemptions are absolute in one limb and qualified in another (FOIA s.2(3)). ``ncnd`` names
    the subsection under which the authority may neither confirm nor deny. ``equivalents`` maps other regimes to
    their section, in words. Percentages and counts are of complaints the ICO decided, ``None`` where not known.
    """

    id: str
    regime: Regime
    section: str
    title: str
    basis: str
    status: str
    public_interest_test: str
    ncnd: str = ""
    police_relevance: str = ""
    police_usage: str = ""
    counter_arguments: tuple[str, ...] = ()
    authority_must_show: tuple[str, ...] = ()
    notes: str = ""
    time_limits: str = ""
    equivalents: Mapping[str, str] = field(default_factory=dict)
    ico_complaints_decided: int | None = None
    ico_upheld_pct: int | None = None


def load(obj: object) -> tuple[Exemption, ...]:
    """Exemptions from the shape of ``data/exemptions.json``, in the order of the file.

    Raises ``BadInput`` naming the entry and what is wrong with it.
    """
    entries = obj.get("exemptions") if isinstance(obj, Mapping) else None
    if not isinstance(entries, list):
        raise BadInput('The table of exemptions must be an object with a list called "exemptions".')
    loaded = tuple(_exemption(entry, place) for place, entry in enumerate(entries, start=1))
    seen: set[tuple[Regime, str]] = set()
    for exemption in loaded:
        if (exemption.regime, exemption.section) in seen:
            raise BadInput(
                f"{exemption.id}: {exemption.regime} {exemption.section} stands twice in the table."
            )
        seen.add((exemption.regime, exemption.section))
    return loaded


def find(exemptions: tuple[Exemption, ...], regime: Regime, printed_section: str) -> Exemption | None:
    """The exemption that a section as printed names, such as ``Sections 31(1)(a)(b)`` or ``s.40 (2)``.

    The first section in the text counts. Deeper subsections than the table has belong to the entry above them, and
    a subsection for neither confirming nor denying to its exemption. ``None`` where the table has nothing of that
    name, or where the printed section could be two entries (a bare ``section 40``): no guess is made.
    """
    if _REGULATION.search(printed_section) and regime not in _ENVIRONMENTAL:
        return None
    path = _path(printed_section)
    if not path:
        return None
    candidates = [exemption for exemption in exemptions if exemption.regime is regime]
    by_section = [e for e in candidates if _starts_with(path, _path(e.section))]
    if by_section:
        return max(by_section, key=lambda e: len(_path(e.section)))
    by_denial = [e for e in candidates if _starts_with(path, _path(e.ncnd))]
    return by_denial[0] if len(by_denial) == 1 else None


def is_absolute(exemption: Exemption) -> bool:
    """Whether its main limb is absolute: no public interest test (FOIA s.2(3), FOISA s.2(2))."""
    return exemption.status.startswith("absolute")


def is_qualified(exemption: Exemption) -> bool:
    """Whether its main limb is subject to the public interest test (FOIA s.2(2)(b), EIR reg 12(1)(b))."""
    return exemption.status.startswith("qualified")


def is_procedural(exemption: Exemption) -> bool:
    """Whether it is a ground that is no exemption, such as cost (FOIA s.12) or vexatiousness (FOIA s.14)."""
    return exemption.status.startswith("procedural")


def depends_on_limb(exemption: Exemption) -> bool:
    """Whether another limb is not what the main limb is, as with FOIA ss.36, 37 and 40(2): read the status."""
    return "absolute" in exemption.status and "qualified" in exemption.status


def sections_in(printed: str) -> tuple[str, ...]:
    """Every section that a text prints, each as it stands there: ``23(5)`` and ``31(1)(a) and (b)``."""
    return tuple(" ".join(found[0].split()) for found in _SECTIONS.finditer(printed))


def number_of(printed_section: str) -> str:
    """The bare number of the first section a text prints, such as ``14`` or ``22a``; empty where there is none."""
    return next(iter(_path(printed_section)), "")


def names_denial(exemption: Exemption, printed_section: str) -> bool:
    """Whether a printed section is the one under which this exemption lets an authority neither confirm nor deny."""
    return _starts_with(_path(printed_section), _path(exemption.ncnd))


def _path(section: str) -> tuple[str, ...]:
    """``31(1)(a)`` as ``("31", "1", "a")``; empty where no section is printed."""
    found = _SECTION.search(section)
    if not found:
        return ()
    return (found["number"].lower(), *(step.lower() for step in _BELOW.findall(found["below"])))


def _starts_with(path: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return bool(above) and path[: len(above)] == above


def _exemption(entry: object, place: int) -> Exemption:
    if not isinstance(entry, Mapping):
        raise BadInput(f"Entry {place} of the table of exemptions is not an object.")
    name = str(entry.get("id") or f"entry {place}")
    text = {key: _text(entry, key, name) for key in _TEXTS}
    for key in _NEEDED:
        if not text[key]:
            raise BadInput(f"{name} in the table of exemptions has no {key}.", field=key)
    if not text["status"].startswith(_STATUSES):
        raise BadInput(f"{name}: the status must begin with {', '.join(_STATUSES)}.", field="status")
    if text["regime"] not in list(Regime):
        raise BadInput(f"{name}: {text['regime']} is none of {', '.join(Regime)}.", field="regime")
    return Exemption(
        id=text["id"],
        regime=Regime(text["regime"]),
        section=text["section"],
        title=text["title"],
        basis=text["basis"],
        status=text["status"],
        public_interest_test=text["public_interest_test"],
        ncnd=text["ncnd"],
        police_relevance=text["police_relevance"],
        police_usage=text["police_usage"],
        counter_arguments=_texts(entry, "counter_arguments", name),
        authority_must_show=_texts(entry, "authority_must_show", name),
        notes=text["notes"],
        time_limits=text["time_limits"],
        equivalents=_equivalents(entry, name),
        ico_complaints_decided=_number(entry, "ico_complaints_decided", name),
        ico_upheld_pct=_number(entry, "ico_upheld_pct", name),
    )


_NEEDED = ("id", "regime", "section", "title", "basis", "status", "public_interest_test")
_TEXTS = (*_NEEDED, "ncnd", "police_relevance", "police_usage", "notes", "time_limits")
_STATUSES = ("absolute", "qualified", "procedural")


def _text(entry: Mapping[str, object], key: str, name: str) -> str:
    value = entry.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f"{name}: {key} must be text.", field=key)
    return value.strip()


def _texts(entry: Mapping[str, object], key: str, name: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadInput(f"{name}: {key} must be a list of texts.", field=key)
    return tuple(value)


def _equivalents(entry: Mapping[str, object], name: str) -> Mapping[str, str]:
    value = entry.get("equivalents", {})
    if not isinstance(value, Mapping) or not all(isinstance(item, str) for item in value.values()):
        raise BadInput(f"{name}: equivalents must be an object of texts.", field="equivalents")
    return dict(value)


def _number(entry: Mapping[str, object], key: str, name: str) -> int | None:
    value = entry.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadInput(f"{name}: {key} must be a whole number.", field=key)
    return value
