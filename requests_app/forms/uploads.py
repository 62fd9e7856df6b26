"""A field for files: several at once, refused by number and size before any of them is read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from requests_app.forms.layout import form_helper, letter_field
from requests_app.gateways.documents import safe_name
from requests_app.gateways.documents.limits import FILE_BYTES, FILES, MEGABYTE, TOGETHER_BYTES

WHAT_FITS = (
    "PDF, Word (.docx), .rtf, .odt, Excel (.xlsx, .xls), .ods, .csv, mails saved as .eml or .msg, web pages, .txt, pictures, "
    f"or a .zip of these. Up to {FILE_BYTES // MEGABYTE} MB each and {TOGETHER_BYTES // MEGABYTE} MB together."
)


class FilesInput(forms.FileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files. Gives a list of Django's uploaded files, whose bytes nobody has read yet."""

    widget = FilesInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("allow_empty_file", True)
        super().__init__(**options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Check each by name and size, and all of them together."""
        given = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(each, initial) for each in given if each]
        if not files:
            super().clean(None, initial)
        _check(files)
        return files


def _check(files: list[UploadedFile]) -> None:
    if len(files) > FILES:
        raise ValidationError(
            f"You chose {len(files)} files; up to {FILES} can be taken at once. Put them into a .zip, or leave some out."
        )
    for file in files:
        if (file.size or 0) > FILE_BYTES:
            raise ValidationError(
                f"“{safe_name(file.name or '')}” is {(file.size or 0) / MEGABYTE:.1f} MB; files up to "
                f"{FILE_BYTES // MEGABYTE} MB can be taken. Upload the part that matters, or paste its words."
            )
    together = sum(file.size or 0 for file in files)
    if together > TOGETHER_BYTES:
        raise ValidationError(
            f"These files are {together / MEGABYTE:.0f} MB together; up to {TOGETHER_BYTES // MEGABYTE} MB can be taken at "
            "once. Leave some out."
        )


class WordsForm(forms.Form):
    """The words of a reply that could not be read in its files."""

    text = forms.CharField(
        label="The words of the reply",
        required=False,
        help_text="Open the file in the program it was made with, copy all of it, and paste it here.",
        widget=forms.Textarea,
        strip=False,
    )

    def __init__(self, *args: Any, cancel_url: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper(letter_field("text"), submit="Read these words", cancel_url=cancel_url)
