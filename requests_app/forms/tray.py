"""Forms of the tray: to which request a mail belongs, and mails given to us as files."""

from __future__ import annotations

from typing import Any

from django import forms

from requests_app.core.errors import BadInput
from requests_app.forms.layout import form_helper
from requests_app.forms.uploads import FilesField
from requests_app.models import FoiRequest
from requests_app.queries.tray import by_number


class ChooseRequestForm(forms.Form):
    """The request, by its number."""

    reference = forms.CharField(
        label="Which request does it belong to?",
        max_length=20,
        help_text="Its number, such as FT-00012. It stands on the request's page.",
    )

    def __init__(self, *args: Any, submit: str, cancel_url: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("reference", submit=submit, cancel_url=cancel_url)

    def clean_reference(self) -> FoiRequest:
        """The request. Whether the person may choose it, the use case says."""
        found = by_number(self.cleaned_data["reference"])
        if found is None:
            raise forms.ValidationError(
                "There is no request with this number. Look at its page: it is like FT-00012."
            )
        return found


class GiveMailForm(forms.Form):
    """Mails saved as files."""

    file = FilesField(
        label="Mails saved as files (.eml)",
        help_text="Drag them here from your mail program, or choose them. Each is kept as it is, and put with its request.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("file", submit="Give these mails", cancel_url="")


def check_is_mail(name: str, content: bytes) -> None:
    """Raises BadInput for a file that is no mail: those belong to a reply that somebody records."""
    head = content[:4096].lstrip(b"\xef\xbb\xbf\r\n ").lower()
    names = (b"from:", b"subject:", b"received:", b"return-path:", b"message-id:", b"date:", b"mime-version:")
    if not any(head.startswith(each) or b"\n" + each in head for each in names):
        raise BadInput(
            f"“{name}” is no mail. Save it from your mail program as .eml, or record a reply instead.",
            field="file",
        )
