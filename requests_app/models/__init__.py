"""The records of the house: one noun a file."""

from requests_app.models.authority import Authority, AuthorityAddress, AuthorityAlias
from requests_app.models.calendar_feed import CalendarFeed
from requests_app.models.campaign import Campaign, Membership
from requests_app.models.clarification import Clarification
from requests_app.models.composition import CompositionVersion, DismissedAdvice
from requests_app.models.correction import Correction, ReadRight
from requests_app.models.deadline import Deadline
from requests_app.models.draft import Draft
from requests_app.models.enclosure import Enclosure
from requests_app.models.event import Event
from requests_app.models.evidence import Figure, Source
from requests_app.models.foi_request import FoiRequest
from requests_app.models.incoming_email import IncomingEmail
from requests_app.models.law import BankHoliday, Exemption, HolidayRefresh
from requests_app.models.letter_wording import LetterWording
from requests_app.models.mailbox import Mailbox
from requests_app.models.message import Attachment, Message
from requests_app.models.notice import Notice, NoticeChoice, Snooze
from requests_app.models.outgoing_email import OutgoingEmail
from requests_app.models.question import Question
from requests_app.models.recomputation import Announcement, Recomputation, RecomputationBatch
from requests_app.models.regulator_file import RegulatorFile
from requests_app.models.reminder import Reminder
from requests_app.models.response import Answer, DataTable, Response
from requests_app.models.search_text import SearchText
from requests_app.models.sweep import Sweep
from requests_app.models.text_template import TextTemplate, TextTemplateVersion
from requests_app.models.unsaved_reading import UnsavedReading
from requests_app.models.user import User

__all__ = [
    "Announcement",
    "Answer",
    "Attachment",
    "Authority",
    "AuthorityAddress",
    "AuthorityAlias",
    "BankHoliday",
    "CalendarFeed",
    "Campaign",
    "Clarification",
    "CompositionVersion",
    "Correction",
    "DataTable",
    "Deadline",
    "DismissedAdvice",
    "Draft",
    "Enclosure",
    "Event",
    "Exemption",
    "Figure",
    "FoiRequest",
    "HolidayRefresh",
    "IncomingEmail",
    "LetterWording",
    "Mailbox",
    "Membership",
    "Message",
    "Notice",
    "NoticeChoice",
    "OutgoingEmail",
    "Question",
    "ReadRight",
    "Recomputation",
    "RecomputationBatch",
    "RegulatorFile",
    "Reminder",
    "Response",
    "SearchText",
    "Snooze",
    "Source",
    "Sweep",
    "TextTemplate",
    "TextTemplateVersion",
    "UnsavedReading",
    "User",
]
