"""The closed vocabularies of the record: every enum that more than one room needs.

Values are what the database, the API and the command line print; labels are what people read.
The names follow ``docs/glossary.md``.
"""

from __future__ import annotations

from enum import StrEnum


class Labelled(StrEnum):
    """A ``StrEnum`` whose members can be shown to people."""

    @property
    def label(self) -> str:
        """The member in words, for example ``"Awaiting requester"``."""
        return self.value.replace("_", " ").capitalize()

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs of value and label, the shape form and model fields take."""
        return [(member.value, member.label) for member in cls]


class Regime(Labelled):
    """The access regimes of RULES.md 1.1."""

    FOIA = "FOIA"
    EIR = "EIR"
    FOISA = "FOISA"
    EISR = "EISR"
    UKGDPR = "UKGDPR"

    @property
    def label(self) -> str:
        """The Act or Regulations as a person would cite them."""
        return _REGIME_LABELS[self]


_REGIME_LABELS = {
    Regime.FOIA: "Freedom of Information Act 2000",
    Regime.EIR: "Environmental Information Regulations 2004",
    Regime.FOISA: "Freedom of Information (Scotland) Act 2002",
    Regime.EISR: "Environmental Information (Scotland) Regulations 2004",
    Regime.UKGDPR: "UK GDPR subject access",
}


class Nation(Labelled):
    """Where an authority is, as far as bank holidays and regimes care."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"
    UK = "uk"

    @property
    def label(self) -> str:
        """The nation's name."""
        return "United Kingdom" if self is Nation.UK else self.value.replace("_", " ").title()


class AuthorityKind(Labelled):
    """Kinds of authority whose clocks or cost limits differ."""

    POLICE_EW = "police_ew"
    POLICE_PSNI = "police_psni"
    POLICE_SCOTLAND = "police_scotland"
    BTP = "btp"
    MOPAC = "mopac"
    PCC = "pcc"
    CENTRAL_GOV = "central_gov"
    COUNCIL = "council"
    COUNCIL_SCOT = "council_scot"
    SCHOOL_MAINTAINED = "school_maintained"
    ACADEMY = "academy"
    NHS = "nhs"
    UNIVERSITY = "university"
    ARCHIVES = "archives"
    KEEPER = "keeper"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    AuthorityKind.POLICE_EW: "Police force in England or Wales",
    AuthorityKind.POLICE_PSNI: "Police Service of Northern Ireland",
    AuthorityKind.POLICE_SCOTLAND: "Police Scotland",
    AuthorityKind.BTP: "British Transport Police",
    AuthorityKind.MOPAC: "Mayor's Office for Policing and Crime",
    AuthorityKind.PCC: "Police and crime commissioner",
    AuthorityKind.CENTRAL_GOV: "Government department",
    AuthorityKind.COUNCIL: "Council in England, Wales or Northern Ireland",
    AuthorityKind.COUNCIL_SCOT: "Council in Scotland",
    AuthorityKind.SCHOOL_MAINTAINED: "Maintained school",
    AuthorityKind.ACADEMY: "Academy",
    AuthorityKind.NHS: "NHS body",
    AuthorityKind.UNIVERSITY: "University",
    AuthorityKind.ARCHIVES: "Public record office or archive",
    AuthorityKind.KEEPER: "Keeper of the Records of Scotland",
    AuthorityKind.OTHER: "Another public authority",
}


class Channel(Labelled):
    """How something was sent or received."""

    EMAIL = "email"
    POST = "post"
    PORTAL = "portal"
    HAND = "hand"
    PHONE = "phone"
    DISCLOSURE_PAGE = "disclosure_page"

    @property
    def label(self) -> str:
        """The channel in words."""
        return "E-mail" if self is Channel.EMAIL else self.value.replace("_", " ").capitalize()


class MessageKind(Labelled):
    """What a message is, on either side. The same word for what the program reads and for what a person confirms."""

    REQUEST = "request"
    CLARIFICATION_ANSWER = "clarification_answer"
    CHASER = "chaser"
    AUTOMATIC_REPLY = "automatic_reply"
    ACKNOWLEDGEMENT = "acknowledgement"
    CLARIFICATION_QUESTION = "clarification_question"
    FEES_NOTICE = "fees_notice"
    EXTENSION_NOTICE = "extension_notice"
    TRANSFER = "transfer"
    PARTIAL_REPLY = "partial_reply"
    REPLY = "reply"
    REFUSAL = "refusal"
    REVIEW_OUTCOME = "review_outcome"
    BOUNCE = "bounce"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind in words."""
        return _MESSAGE_LABELS.get(self) or super().label

    @property
    def answers(self) -> bool:
        """Whether it deals with the questions: what no acknowledgement, notice or bounce does."""
        return self in {MessageKind.PARTIAL_REPLY, MessageKind.REPLY, MessageKind.REFUSAL}


_MESSAGE_LABELS = {
    MessageKind.REQUEST: "The request",
    MessageKind.CLARIFICATION_ANSWER: "Clarification",
    MessageKind.CLARIFICATION_QUESTION: "Request for clarification",
    MessageKind.TRANSFER: "Notice of transfer",
    MessageKind.PARTIAL_REPLY: "Reply to part of the request",
    MessageKind.REVIEW_OUTCOME: "Outcome of the review",
    MessageKind.BOUNCE: "Returned undelivered",
    MessageKind.OTHER: "Other correspondence",
}


class State(Labelled):
    """Where a request stands. ``overdue`` is no state: it follows from the day (promise 1)."""

    DRAFT = "draft"
    SENT = "sent"
    RUNNING = "running"
    AWAITING_REQUESTER = "awaiting_requester"
    AWAITING_FEE = "awaiting_fee"
    EXTENDED = "extended"
    PARTIALLY_ANSWERED = "partially_answered"
    ANSWERED = "answered"
    REFUSED = "refused"
    NOT_HELD = "not_held"
    TRANSFERRED = "transferred"
    REVIEW_RUNNING = "review_running"
    REVIEW_DONE = "review_done"
    WITH_REGULATOR = "with_regulator"
    DECIDED = "decided"
    TRIBUNAL = "tribunal"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The state as a person would say it."""
        return _STATE_LABELS.get(self) or self.value.replace("_", " ").capitalize()


_STATE_LABELS = {
    State.SENT: "Waiting for a reply",
    State.RUNNING: "Waiting for a reply",
    State.AWAITING_REQUESTER: "They asked you to clarify",
    State.AWAITING_FEE: "They asked for a fee",
    State.PARTIALLY_ANSWERED: "Answered in part so far",
    State.REVIEW_RUNNING: "Internal review running",
    State.REVIEW_DONE: "Internal review done",
    State.WITH_REGULATOR: "With the regulator",
}


class EventKind(Labelled):
    """What can happen to a request: the types of the ``clock`` command, in the order in which
    several on one day take effect (law/CONTRACT.md).
    """

    SENT = "sent"
    RECEIVED = "received"
    DELIVERY_FAILED = "delivery_failed"
    OTHER_CORRESPONDENCE = "other_correspondence"
    CLARIFICATION_REQUESTED = "clarification_requested"
    CLARIFICATION_RECEIVED = "clarification_received"
    FEE_NOTICE = "fee_notice"
    FEE_PAID = "fee_paid"
    PIT_EXTENSION = "pit_extension"
    EIR_EXTENSION = "eir_extension"
    PARTIAL_RESPONSE = "partial_response"
    FINAL_RESPONSE = "final_response"
    REFUSAL = "refusal"
    NOT_HELD = "not_held"
    TRANSFERRED = "transferred"
    RECEIVED_BY_TRANSFEREE = "received_by_transferee"
    NEW_REQUEST_RECEIVED = "new_request_received"
    INTERNAL_REVIEW_REQUESTED = "internal_review_requested"
    REVIEW_ACKNOWLEDGED = "review_acknowledged"
    REVIEW_EXTENDED = "review_extended"
    REVIEW_OUTCOME = "review_outcome"
    ICO_COMPLAINT = "ico_complaint"
    ICO_CASE_OPENED = "ico_case_opened"
    ICO_DECISION_NOTICE = "ico_decision_notice"
    SIC_APPLICATION = "sic_application"
    SIC_DECISION = "sic_decision"
    TRIBUNAL_APPEAL = "tribunal_appeal"
    SAR_EXTENDED = "sar_extended"
    SECOND_REQUEST_PLANNED = "second_request_planned"
    WITHDRAWN = "withdrawn"


class Outcome(Labelled):
    """What became of one question: one enum everywhere (HOUSE.md section 3)."""

    DISCLOSED = "disclosed"
    DISCLOSED_IN_PART = "disclosed in part"
    REFUSED = "refused"
    NOT_HELD = "not held"
    NCND = "NCND"
    COST_LIMIT = "cost limit"
    NOT_FOI = "not FOI"
    UNANSWERED = "unanswered"

    @property
    def label(self) -> str:
        """The outcome in words."""
        if self is Outcome.NCND:
            return "Neither confirmed nor denied"
        return self.value[0].upper() + self.value[1:]


class Decision(Labelled):
    """What a reply says of the request as a whole."""

    IN_FULL = "disclosed in full"
    IN_PART = "disclosed in part"
    REFUSED = "refused"
    NOT_HELD = "not held"
    NCND = "NCND"
    COST_LIMIT = "cost limit"
    MIXED = "mixed"

    @property
    def label(self) -> str:
        """The decision in words."""
        return "Neither confirmed nor denied" if self is Decision.NCND else self.value.capitalize()


class Basis(Labelled):
    """What a deadline rests on (RULES.md 2.1)."""

    STATUTE = "statute"
    CODE = "code"
    REGULATOR_GUIDANCE = "regulator_guidance"
    AUTHORITY_PROMISE = "authority_promise"
    NOTICE = "notice"
    OURS = "ours"

    @property
    def label(self) -> str:
        """The basis in words."""
        return _BASIS_LABELS[self]


_BASIS_LABELS = {
    Basis.STATUTE: "the law",
    Basis.CODE: "the section 45 code",
    Basis.REGULATOR_GUIDANCE: "the regulator's guidance",
    Basis.AUTHORITY_PROMISE: "the authority's promise",
    Basis.NOTICE: "the notice",
    Basis.OURS: "our advice",
}


class ResponseBasis(Labelled):
    """What the day for the reply now rests on: ``response_basis`` of the ``clock`` command."""

    STATUTE = "statute"
    STATUTORY_MAX_40WD = "statutory_max_40wd"
    ICO_GUIDELINE_40WD = "ico_guideline_40wd"
    TARGET_WITHIN_GUIDELINE = "authority_target_within_guideline"


class DeadlineKind(Labelled):
    """Every kind of date the clock gives. Those of one request are told apart by ``Deadline.key``."""

    RESPONSE_DUE = "response_due"
    RESPONSE_DUE_LATEST = "response_due_latest"
    PROMISED_REPLY = "promised_reply"
    EXTENSION_NOTICE_DUE = "extension_notice_due"
    ACKNOWLEDGEMENT_NUDGE = "acknowledgement_nudge"
    CLARIFICATION_NUDGE = "clarification_nudge"
    CLARIFICATION_CLOSES = "clarification_closes"
    FEE_PAY_BY = "fee_pay_by"
    CHILD_RESPONSE_DUE = "child_response_due"
    REVIEW_REQUEST_BY_SAFE = "review_request_by_safe"
    REVIEW_REQUEST_BY = "review_request_by"
    REVIEW_DUE = "review_due"
    REVIEW_DUE_LATEST = "review_due_latest"
    PROMISED_REVIEW = "promised_review"
    COMPLAINT_BY = "complaint_by"
    REGULATOR_PROMPT = "regulator_prompt"
    COMPLIANCE_BY = "compliance_by"
    TRIBUNAL_APPEAL_BY = "tribunal_appeal_by"
    COURT_OF_SESSION_BY = "court_of_session_by"

    @property
    def label(self) -> str:
        """The deadline in plain English."""
        return _DEADLINE_LABELS[self]


_DEADLINE_LABELS = {
    DeadlineKind.RESPONSE_DUE: "Reply due",
    DeadlineKind.RESPONSE_DUE_LATEST: "Reply due, at the latest",
    DeadlineKind.PROMISED_REPLY: "Reply promised by the authority",
    DeadlineKind.EXTENSION_NOTICE_DUE: "Extension notice by",
    DeadlineKind.ACKNOWLEDGEMENT_NUDGE: "Ask whether it arrived",
    DeadlineKind.CLARIFICATION_NUDGE: "Answer their question",
    DeadlineKind.CLARIFICATION_CLOSES: "They may close it without your answer",
    DeadlineKind.FEE_PAY_BY: "Pay the fee by",
    DeadlineKind.CHILD_RESPONSE_DUE: "Reply due to the linked request",
    DeadlineKind.REVIEW_REQUEST_BY_SAFE: "Ask for a review by, to be safe",
    DeadlineKind.REVIEW_REQUEST_BY: "Ask for a review by",
    DeadlineKind.REVIEW_DUE: "Review answer due",
    DeadlineKind.REVIEW_DUE_LATEST: "Review answer due, at the latest",
    DeadlineKind.PROMISED_REVIEW: "Review answer promised by the authority",
    DeadlineKind.COMPLAINT_BY: "Complain to the regulator by",
    DeadlineKind.REGULATOR_PROMPT: "Reply the regulator usually asks for",
    DeadlineKind.COMPLIANCE_BY: "Comply with the decision by",
    DeadlineKind.TRIBUNAL_APPEAL_BY: "Appeal must reach the tribunal by",
    DeadlineKind.COURT_OF_SESSION_BY: "Appeal to the Court of Session by",
}


class Party(Labelled):
    """On whom a deadline lies."""

    AUTHORITY = "authority"
    REQUESTER = "requester"


class LetterKind(Labelled):
    """The letters of RULES.md section 6 in its order, L1 to L18."""

    ACKNOWLEDGEMENT_CHASER = "acknowledgement_chaser"
    OVERDUE_CHASER = "overdue_chaser"
    SECOND_CHASER = "second_chaser"
    CLARIFICATION_REPLY = "clarification_reply"
    NARROWING = "narrowing"
    REVIEW_SILENCE = "review_silence"
    REVIEW_EXEMPTION = "review_exemption"
    REVIEW_INCOMPLETE = "review_incomplete"
    REVIEW_NOT_HELD = "review_not_held"
    REVIEW_NCND = "review_ncnd"
    REVIEW_NO_BALANCING = "review_no_balancing"
    ICO_COMPLAINT = "ico_complaint"
    THANKS = "thanks"
    EXTENSION_OVERDUE = "extension_overdue"
    REVIEW_OVERDUE = "review_overdue"
    SIC_APPLICATION = "sic_application"
    VEXATIOUS_REPLY = "vexatious_reply"
    FEE_QUERY = "fee_query"

    @property
    def label(self) -> str:
        """The letter in words."""
        return _LETTER_LABELS.get(self) or super().label

    @property
    def number(self) -> str:
        """The letter's number in RULES.md section 6."""
        return f"L{list(LetterKind).index(self) + 1}"

    @property
    def asks_for_review(self) -> bool:
        """Whether sending it asks the authority for an internal review."""
        return self in _REVIEW_LETTERS

    @property
    def is_chaser(self) -> bool:
        """Whether it asks for something that was due already."""
        return self in _CHASERS


_LETTER_LABELS = {
    LetterKind.NARROWING: "Offer of a narrower request",
    LetterKind.REVIEW_SILENCE: "Review: no reply",
    LetterKind.REVIEW_EXEMPTION: "Review: exemption",
    LetterKind.REVIEW_INCOMPLETE: "Review: incomplete answer",
    LetterKind.REVIEW_NOT_HELD: "Review: not held",
    LetterKind.REVIEW_NCND: "Review: neither confirmed nor denied",
    LetterKind.REVIEW_NO_BALANCING: "Review: no public interest balance",
    LetterKind.ICO_COMPLAINT: "Complaint to the Information Commissioner",
    LetterKind.EXTENSION_OVERDUE: "Extended reply overdue",
    LetterKind.SIC_APPLICATION: "Application to the Scottish Information Commissioner",
    LetterKind.VEXATIOUS_REPLY: "Review: vexatious or repeated",
    LetterKind.FEE_QUERY: "Question about a fee",
}
_REVIEW_LETTERS = {
    LetterKind.REVIEW_SILENCE,
    LetterKind.REVIEW_EXEMPTION,
    LetterKind.REVIEW_INCOMPLETE,
    LetterKind.REVIEW_NOT_HELD,
    LetterKind.REVIEW_NCND,
    LetterKind.REVIEW_NO_BALANCING,
    LetterKind.VEXATIOUS_REPLY,
}
_CHASERS = {
    LetterKind.ACKNOWLEDGEMENT_CHASER,
    LetterKind.OVERDUE_CHASER,
    LetterKind.SECOND_CHASER,
    LetterKind.EXTENSION_OVERDUE,
    LetterKind.REVIEW_OVERDUE,
}
