"""How far a mailbox has been fetched: what came while nobody looked is fetched too, and nothing twice for long."""

from __future__ import annotations

from django.db import models


class Mailbox(models.Model):
    """One folder of one account on an IMAP server. Its numbers hold as long as its ``validity`` does (RFC 9051, 2.3.1.1)."""

    name = models.CharField(
        max_length=300, unique=True, help_text="Account, server and folder, without the password."
    )
    validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(
        default=0, help_text="Of the last mail that is kept here, with all before it."
    )
    left_out = models.JSONField(
        default=list,
        blank=True,
        help_text="Numbers of mails that the server would not give, to be asked for again.",
    )
    claimed_at = models.DateTimeField(null=True, blank=True, help_text="Since when somebody is fetching.")
    fetched_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "mailboxes"

    def __str__(self) -> str:
        return self.name
