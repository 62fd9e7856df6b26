"""The grounds that replies rely on, as printed, recognised among the exemptions, and as a letter cites them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from requests_app.core import exemptions as known
from requests_app.core.exemptions import Exemption
from requests_app.core.states import Regime

_SCOTTISH_REGULATION = re.compile(r"(?<!\d)10(?=\s*\(\s*[45]\s*\))")
_SCOTTISH_PERSONAL = re.compile(r"(?<!\d)11(?!\d)")
_SPACE_WITHIN = re.compile(r"(?<=[\dA-Z)])\s+\(")
_ENVIRONMENTAL = {Regime.EIR, Regime.EISR}
_NOT_HELD = {"foisa-17", "eir-12-4-a"}
_MANIFESTLY_UNREASONABLE = "eir-12-4-b"
_DENIAL_OF_ALL = {Regime.FOISA: "18", Regime.EIR: "12(6)", Regime.EISR: "10(8)"}
"""Where denying has a provision of its own, whatever the exemption: FOISA s.18, EIR reg 12(6), EI(S)R reg 10(8)."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One section or regulation a reply relies on. ``cited`` is how a letter names it: ``section 31(1)(a)``.

    ``exemption`` is ``None`` where the table has nothing of that name. ``denies``: it lets the authority neither
    confirm nor deny.
    """

    printed: str
    cited: str
    regime: Regime
    exemption: Exemption | None = None
    denies: bool = False

    @property
    def is_cost(self) -> bool:
        """The cost or the work: section 12, or a request called manifestly unreasonable."""
        if self.regime in _ENVIRONMENTAL:
            return self.exemption is not None and self.exemption.id == _MANIFESTLY_UNREASONABLE
        return known.number_of(self.printed) == "12"

    @property
    def is_conduct(self) -> bool:
        """Vexatious or repeated: section 14 of either Act."""
        return self.regime not in _ENVIRONMENTAL and known.number_of(self.printed) == "14"

    @property
    def says_not_held(self) -> bool:
        """That nothing is held, where that has a provision of its own."""
        return self.exemption is not None and self.exemption.id in _NOT_HELD

    @property
    def withholds(self) -> bool:
        """An exemption or exception under which information is withheld."""
        return not (self.is_cost or self.is_conduct or self.says_not_held or self.denies)

    @property
    def is_qualified(self) -> bool:
        """Whether the public interest has to be weighed. A denial has the status of its own subsection (s.23(5))."""
        if self.exemption is None or self.says_not_held:
            return False
        if self.denies and "absolute" in self.exemption.ncnd:
            return False
        return known.is_qualified(self.exemption) and self.exemption.public_interest_test.startswith("yes")


def grounds_in(
    printed: Iterable[str], table: tuple[Exemption, ...], regime: Regime, *, denied: bool = False
) -> tuple[Ground, ...]:
    """The grounds that printed sections name, each once, in their order. ``denied``: of a reply that neither
    confirms nor denies, where a bare section stands for its subsection on denying.
    """
    found: dict[str, Ground] = {}
    for text in printed:
        for section in known.sections_in(text):
            ground = _ground(section, table, regime, denied=denied)
            found.setdefault(ground.cited, ground)
    return tuple(found.values())


def _ground(section: str, table: tuple[Exemption, ...], regime: Regime, *, denied: bool) -> Ground:
    word = "regulation" if regime in _ENVIRONMENTAL else "section"
    plain = _SPACE_WITHIN.sub("(", section)
    exemption = _find(table, regime, section)
    own = _DENIAL_OF_ALL.get(regime)
    denies = (own is not None and (plain == own or plain.startswith(f"{own}("))) or (
        exemption is not None and (denied or known.names_denial(exemption, section))
    )
    return Ground(section, f"{word} {plain}", regime, exemption, denies)


def _find(table: tuple[Exemption, ...], regime: Regime, section: str) -> Exemption | None:
    """The Scottish Regulations mirror the others at regulations 10(4), 10(5) and 11 (RULES.md 5.3)."""
    if regime is not Regime.EISR:
        return known.find(table, regime, section)
    mirrored = _SCOTTISH_REGULATION.sub("12", section, count=1)
    if mirrored == section:
        mirrored = _SCOTTISH_PERSONAL.sub("13", section, count=1)
    return known.find(table, Regime.EIR, mirrored)
