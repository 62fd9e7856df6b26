"""L18 of RULES.md section 6: a fees notice. How the amount is made up, and whether copies by e-mail are free. Asking
does not stop the time to pay, which the requester is told.
"""

from __future__ import annotations

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_ask, check_order
from requests_app.core.letters.facts import Facts
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import Availability, Situation, no, yes
from requests_app.core.letters.wording import ASKED, FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime, State

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        *ASKED,
        Paragraph("In your notice of {fee_notice_on} you ask me to pay {fee_amount} ({fee_law})."),
        Paragraph("Please tell me how the amount is made up. {basis_law}"),
        Paragraph(
            "I would be content with copies by e-mail, in whatever form you hold the information. Can you send those"
            " free of charge?"
        ),
        Paragraph("It would help me to decide if I could have your answer by {ask_by_on}."),
        *FOOT,
    ),
    law={
        Regime.FOIA: {
            "fee_law": "section 9",
            "basis_law": (
                "Does it rest on regulation 6 or 7 of the Fees Regulations (SI 2004/3244)? As I understand regulation"
                " 6, it may cover copying and postage, and not the time of your staff."
            ),
        },
        Regime.EIR: {
            "fee_law": "regulation 8",
            "basis_law": (
                "As I understand regulation 8, a charge has to be reasonable and follow a schedule that you publish:"
                " please tell me where I can find it."
            ),
        },
        Regime.FOISA: {
            "fee_law": "section 9",
            "basis_law": (
                "As I understand the Fees Regulations (SSI 2004/467), the first £100 of the cost is free, and no more"
                " than 10% of the rest may be asked for, which makes £50 at most."
            ),
        },
        Regime.EISR: {
            "fee_law": "regulation 8",
            "basis_law": (
                "As I understand regulation 8, a fee has to be reasonable and follow a schedule that you publish:"
                " please tell me where I can find it."
            ),
        },
    },
)


def available(situation: Situation) -> Availability:
    """A fees notice waits for payment."""
    if situation.state is not State.AWAITING_FEE:
        return no("No fee is being asked for.")
    sent = situation.sent(LetterKind.FEE_QUERY)
    if sent is not None:
        return no(f"You asked on {in_words(sent)} how the fee is made up.")
    by = situation.clock.fee_pay_by
    notes = "Asking does not stop the time to pay" + (f": pay by {in_words(by)}." if by else ".")
    return yes("They asked for a fee.", "fee", until=by, notes=(notes,))


def check(facts: Facts) -> None:
    """Raise WrongState where the days of request, notice and letter contradict each other."""
    check_order(
        ("the request was sent", facts.sent_on),
        ("it was received", facts.received_on),
        ("the fee was asked for", facts.fee_notice_on),
        ("this letter is written", facts.today),
    )
    check_ask(facts)


LETTER = LetterSpec(
    LetterKind.FEE_QUERY, WORDING, available, check, before_sending="Asking does not stop the time to pay."
)
