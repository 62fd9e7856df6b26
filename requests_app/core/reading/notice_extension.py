"""A notice that takes more time, held against what allows it: FOIA s.10(3) and s.17(2), regulation 7 of the EIRs.

FOIA: only to weigh the public interest of a qualified exemption, which it names, with an estimate of when. The EIRs: only
where complexity and volume together make the plain time impracticable. FOISA: never.
"""

from __future__ import annotations

import re

from requests_app.core.exemptions import find, is_qualified
from requests_app.core.reading.notice_case import Case
from requests_app.core.reading.notice_contents import check_time
from requests_app.core.reading.notice_points import NoticeStatus
from requests_app.core.states import Regime

MET, MISSING, WRONG, UNCLEAR = (
    NoticeStatus.MET,
    NoticeStatus.MISSING,
    NoticeStatus.WRONG,
    NoticeStatus.UNCLEAR,
)
_COMPLEX = re.compile(r"\bcomplex\w*", re.IGNORECASE)
_VOLUME = re.compile(
    r"\bvolum\w*|\bsize\b|\bamount\s+of\s+(?:information|data)|how\s+many\s+records|number\s+of\s+(?:records|documents|files)",
    re.IGNORECASE,
)


def check_extension(case: Case) -> None:
    """What allows the extension, what it must say, and whether it came in time."""
    if case.law.regime is Regime.FOISA:
        case.add(
            "extension_allowed",
            WRONG,
            "Only the law gives an authority more time.",
            "The Freedom of Information (Scotland) Act 2002 gives no power to extend the 20 working days; the day stands.",
            "FOISA s.10(1)",
            at=_why(case),
        )
        return
    if case.law.environmental:
        _complexity_and_volume(case)
    else:
        _exemption(case)
        _estimate(case)
    check_time(case)


def _why(case: Case) -> tuple[int, int] | None:
    """Where the notice takes the time."""
    return next(((each.start, each.end) for each in case.reading.kind.why if each.end), None)


def _exemption(case: Case) -> None:
    named = [each for each in case.reading.kind.exemptions if not each.lower().startswith("reg")]
    places = {
        each.text: (each.start, each.end) for each in case.reading.kind.details if each.what == "exemptions"
    }
    what = "An extension names the qualified exemption whose public interest is being weighed."
    if not named:
        case.add(
            "extension_exemption",
            MISSING,
            what,
            "The notice names no exemption: more time may be taken only to weigh the public interest of a qualified one "
            "(FOIA s.10(3), s.17(2)).",
            "FOIA s.10(3), s.17(2)",
            at=_why(case),
        )
        return
    found = {printed: find(case.exemptions, Regime.FOIA, printed) for printed in named}
    qualified = [printed for printed, each in found.items() if each is not None and is_qualified(each)]
    unsure = [printed for printed, each in found.items() if each is None or "qualified" in each.status]
    if qualified:
        case.add("extension_exemption", MET, what, "", "FOIA s.10(3)", at=places.get(qualified[0]))
        return
    case.add(
        "extension_exemption",
        UNCLEAR if unsure else WRONG,
        what,
        f"The notice names section {' and section '.join(named)}, which has no public interest to weigh (FOIA s.10(3)).",
        "FOIA s.10(3)",
        at=places.get(named[0]),
    )


def _estimate(case: Case) -> None:
    kind = case.reading.kind
    place = next(
        (
            (each.start, each.end)
            for each in kind.details
            if each.what in {"extended_to", "extended_working_days"}
        ),
        None,
    )
    given = kind.extended_to is not None or kind.extended_working_days is not None
    case.add(
        "extension_estimate",
        MET if given else MISSING,
        "An extension estimates by when the public interest will have been weighed.",
        ""
        if given
        else "The notice does not estimate when the public interest will have been decided (FOIA s.17(2)).",
        "FOIA s.17(2)",
        at=place,
    )


def _complexity_and_volume(case: Case) -> None:
    complexity, volume = case.saying(_COMPLEX), case.saying(_VOLUME)
    section = "EIR reg 7(1)" if case.law.regime is Regime.EIR else "EI(S)R reg 7(1)"
    what = "An extension is for a request that is both complex and voluminous."
    if complexity is not None and volume is not None:
        case.add("extension_reason", MET, what, "", section, at=complexity)
        return
    given = {True: "complexity", False: "volume"}.get(complexity is not None) if complexity or volume else ""
    case.add(
        "extension_reason",
        MISSING,
        what,
        f"The notice gives {'only ' + given if given else 'neither complexity nor volume'} as its reason; both are needed ({section}).",
        section,
        at=complexity or volume or _why(case),
    )
