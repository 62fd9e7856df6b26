"""Fields for what shows that something went: a number, a name, a scan."""

from __future__ import annotations

from django import forms

from requests_app.forms.uploads import FilesField
from requests_app.usecases.sent_otherwise import LONGEST_PROOF


def proof_field() -> forms.CharField:
    """Words that prove it: for the campaign alone."""
    return forms.CharField(
        label="What shows that it went?",
        required=False,
        max_length=LONGEST_PROOF,
        help_text="The tracking number, the number their website gave, or whom you spoke to or gave it to.",
    )


def scans_field() -> FilesField:
    """Files that prove it: for the campaign alone."""
    return FilesField(
        label="A scan of it",
        required=False,
        help_text="The letter as you posted it, the receipt, a picture of their page. Only your campaign sees it.",
    )
