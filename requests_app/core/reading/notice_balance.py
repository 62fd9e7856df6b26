"""Whether the public interest was weighed where the law asks for it, and only asked for where it does.

Interests against disclosure of several qualified exemptions may be added together (DBT v Information Commissioner [2025]
UKSC 27), so one balance for all of them is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.exemptions import is_absolute, is_qualified
from requests_app.core.reading.dates import days_in
from requests_app.core.reading.notice_case import Case, Ground, names
from requests_app.core.reading.notice_points import NoticeStatus
from requests_app.core.reading.passages import Passage

_PUBLIC_INTEREST = re.compile(r"public\s+interest|\bPIT\b|(?:balance|balancing)\s+test", re.IGNORECASE)
# A balance says what lies on a side, or which side is heavier.
_WEIGHED = re.compile(
    r"\b(?:outweigh\w*|favou?rs?\b(?!\s+of\s+the\s+applicant)|factors?|balance\s+(?:lies|is|of)|lies\s+in|weigh\w*|greater\s+than|in\s+maintaining|arguments?\s+(?:for|against|in)|considerations?\s+(?:for|against|in)|better\s+served|interest\s+is\s+against|not\s+in\s+the\s+public\s+interest|transparency|accountability|public\s+interest\s+(?:lies|requires|is\s+(?:in|against|better|best)))\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:will\s+(?:then\s+)?(?:write|inform|advise|let\s+you|notify|send)|not\s+yet|yet\s+to|further\s+time|more\s+time|still\s+(?:being\s+)?consider\w*|in\s+due\s+course|as\s+soon\s+as)\b",
    re.IGNORECASE,
)
_ABOUT_DENYING = re.compile(r"\bconfirm\w*\b", re.IGNORECASE)


def check_balance(case: Case) -> None:
    """One point for the qualified grounds together; a note where an absolute one was weighed."""
    qualified = [each for each in case.grounds if each.exemption and is_qualified(each.exemption)]
    absolute = [each for each in case.grounds if each.exemption and is_absolute(each.exemption)]
    spoken = [each for each in case.passages if _PUBLIC_INTEREST.search(each.text)]
    if qualified:
        _qualified(case, qualified, spoken)
    for ground in absolute:
        _absolute(case, ground, spoken)


def _qualified(case: Case, grounds: Sequence[Ground], spoken: Sequence[Passage]) -> None:
    named = " and ".join(ground.name for ground in grounds)
    about = "confirming or denying" if case.denies else "disclosure"
    what = f"The notice gives the reasons for the public interest balance on {about}, for {named}."
    later = next((each for each in spoken if _LATER.search(each.text)), None)
    weighed = next((each for each in _around(case, spoken) if _WEIGHED.search(each.text)), None)
    law = case.law
    if weighed is not None and later is not weighed:
        case.add("public_interest", NoticeStatus.MET, what, "", law.balance, at=weighed)
        _about_denying(case, spoken, weighed)
    elif later is not None:
        _later(case, named, later)
    elif spoken:
        case.add(
            "public_interest",
            NoticeStatus.UNCLEAR,
            what,
            f"The letter mentions the public interest and does not say what was weighed for {named}.",
            law.balance,
            at=spoken[0],
        )
    else:
        case.add(
            "public_interest",
            NoticeStatus.MISSING,
            what,
            f"The notice relies on {named}, which {'are' if len(grounds) > 1 else 'is'} subject to the public interest "
            f"test, and gives no reasons for the balance ({law.balance}; {law.weighed}).",
            law.balance,
            at=_first(grounds),
        )


def _around(case: Case, spoken: Sequence[Passage]) -> list[Passage]:
    """The sentences that speak of the public interest, and the four after each: its factors stand in a list."""
    starts = {each.start for each in spoken}
    out: dict[int, Passage] = {}
    for place, passage in enumerate(case.passages):
        if passage.start in starts:
            out.update({each.start: each for each in case.passages[place : place + 5]})
    return list(out.values())


def _about_denying(case: Case, spoken: Sequence[Passage], weighed: Passage) -> None:
    """NCND: what has to be weighed is the interest in confirming or denying, not in the information."""
    if not case.denies or any(_ABOUT_DENYING.search(each.text) for each in (*_around(case, spoken), weighed)):
        return
    case.add(
        "public_interest_denial",
        NoticeStatus.UNCLEAR,
        "Where an authority will neither confirm nor deny, the balance is about confirming, not about disclosing.",
        "The balance speaks of disclosing the information and not of confirming or denying that it is held.",
        case.law.balance,
        at=weighed,
    )


def _later(case: Case, named: str, later: Passage) -> None:
    """The balance may come later, in a reasonable time, if the notice estimates when (FOIA s.17(2))."""
    what = f"Where the balance for {named} is still to be struck, the notice estimates when that will be."
    law = case.law
    if law.regime.value != "FOIA":
        case.add(
            "public_interest",
            NoticeStatus.WRONG,
            what,
            f"The notice leaves the public interest for later, for which {law.act} has no provision.",
            law.balance_later,
            at=later,
        )
        return
    dated = any(
        True
        for each in case.passages
        for _ in days_in(each.text, 0, len(each.text))
        if _LATER.search(each.text)
    )
    dated = dated or re.search(r"\bworking\s+days\b|\bby\s+\d", later.text) is not None
    case.add(
        "public_interest",
        NoticeStatus.MET if dated else NoticeStatus.MISSING,
        what,
        ""
        if dated
        else "The notice leaves the public interest for later and does not estimate when it will be decided "
        f"({law.balance_later}).",
        law.balance_later,
        at=later,
    )


def _absolute(case: Case, ground: Ground, spoken: Sequence[Passage]) -> None:
    weighed = next((each for each in spoken if names(each.text, ground)), None)
    if weighed is None or re.search(
        r"\babsolute\b|\bno\s+(?:public\s+interest|requirement)|not\s+(?:subject|required)",
        weighed.text,
        re.IGNORECASE,
    ):
        return
    doubt = ""
    if ground.exemption is not None and "qualified" in ground.exemption.status:
        doubt = f"Part of {ground.name} is qualified: {ground.exemption.status}."
    case.add(
        "absolute_weighed",
        NoticeStatus.NOTE,
        "An absolute exemption needs no public interest test.",
        f"The letter weighs the public interest for {ground.name}, which is absolute. That harms nobody; there is no "
        "balance to dispute.",
        case.law.weighed,
        ground=ground,
        at=weighed,
        doubt=doubt,
    )


def _first(grounds: Sequence[Ground]) -> tuple[int, int] | None:
    ground = grounds[0]
    return (ground.start, ground.end) if ground.start is not None and ground.end is not None else None
