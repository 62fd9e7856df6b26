"""Mail as it came, read: who wrote it, about what, in which words, with which files. Standard library only.

``read_mail`` takes any bytes and never raises: what can't be read is said in ``troubles``, and the bytes are kept
elsewhere before anything here sees them (promise 5).
"""

from __future__ import annotations

from requests_app.core.mail_in.reading import read_mail
from requests_app.core.mail_in.records import Body, File, MailRead, Person

__all__ = ["Body", "File", "MailRead", "Person", "read_mail"]
