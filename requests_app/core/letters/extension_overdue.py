"""L14 of RULES.md section 6: more time was taken to weigh the public interest, and that time is over too. FOIA only: no
other regime knows such an extension.
"""

from __future__ import annotations

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_overdue
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import (
    LOOK_FIRST,
    Availability,
    Situation,
    no,
    not_overdue,
    nothing_owed,
    yes,
)
from requests_app.core.letters.wording import ASKED, FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        *ASKED,
        Paragraph("You wrote that you needed more time to weigh the public interest:\n\n{extension_notices}"),
        Paragraph(
            "Section 10(3) allows such time as is reasonable in the circumstances, and the day you named for your"
            " decision was {estimate_on}.",
            when="estimate_on",
        ),
        Paragraph(
            "Section 10(3) allows such time as is reasonable in the circumstances. The Commissioner's guidance is no"
            " more than 40 working days from receipt in all; that day was {response_due_on}.",
            unless="estimate_on",
        ),
        Paragraph("Today is {working_days_late} after that day and I have no decision on my record."),
        Paragraph(
            "Please let me have your decision by {ask_by_on}: the information, or your reasons for holding that the"
            " public interest in withholding it outweighs that in disclosing it (section 17(3))."
        ),
        Paragraph(
            "If I have none by that day, my next step is to ask {regulator_name} for a decision (section 50)."
        ),
        *FOOT,
    ),
    law={Regime.FOIA: {}},
)


def available(situation: Situation) -> Availability:
    """Past the day the authority named, or past the 40th working day."""
    why_not = nothing_owed(situation)
    if why_not is not None:
        return why_not
    if not situation.extended_for_public_interest:
        return no("They have not taken more time to weigh the public interest.")
    why_not, due = not_overdue(situation), situation.reply_deadline
    if why_not is not None or due is None:
        return why_not or no("Nobody can say when the reply is due.")
    sent = situation.sent(LetterKind.EXTENSION_OVERDUE, after=due.due_on)
    if sent is not None:
        return no(f"You sent it on {in_words(sent)}. The next step is a complaint.")
    return yes(
        f"They took more time, to {in_words(due.due_on)}, and that is over.",
        f"extension:{due.due_on.isoformat()}",
        on=situation.overdue_from(),
        notes=(LOOK_FIRST,),
    )


LETTER = LetterSpec(
    LetterKind.EXTENSION_OVERDUE,
    WORDING,
    available,
    check_overdue,
    elsewhere="Only the Freedom of Information Act 2000 gives more time to weigh the public interest.",
    before_sending=LOOK_FIRST,
)
