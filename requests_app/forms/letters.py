"""Forms for starting a letter: what only the person can say, and the arguments to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django import forms

from requests_app.core.arguments import Argument, ArgumentKind
from requests_app.core.letters.gaps import Gap, without_marks

MOST_CHARACTERS = 5000


class StartLetterForm(forms.Form):
    """What goes into a letter beside the record. ``gaps`` are the facts that only the person can give.

    Without ``ticked`` among the data the arguments that are proposed stand ticked.
    """

    ticked = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Arguments",
        help_text="Two or three strong points do more than ten. Tick only what is true and fits.",
        error_messages={
            "invalid_choice": "One of these arguments is no longer offered. Look at the list again, and draft it then."
        },
    )

    def __init__(
        self,
        *args: Any,
        arguments: Sequence[Argument],
        gaps: Iterable[Gap],
        own: dict[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.own_names = [gap.name for gap in gaps]
        for gap in gaps:
            self.fields[gap.name] = forms.CharField(
                label=gap.sentence,
                required=False,
                initial=own.get(gap.name, ""),
                max_length=MOST_CHARACTERS,
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text="Left empty, the letter does without it, or marks a gap where it can’t.",
            )
        if not arguments:
            del self.fields["ticked"]
            return
        ticked = self.fields["ticked"]
        assert isinstance(ticked, forms.MultipleChoiceField)  # noqa: S101 - it is declared so above
        several = len({argument.ground for argument in arguments if argument.ground}) > 1
        order = list(ArgumentKind)
        ticked.choices = [
            (kind.label, [(each.key, _shown(each, with_ground=several)) for each in together])
            for kind, together in groupby(
                sorted(arguments, key=lambda each: order.index(each.kind)), key=lambda each: each.kind
            )
        ]
        ticked.initial = [argument.key for argument in arguments if argument.proposed]

    @property
    def own_words(self) -> dict[str, str]:
        """What the person said, by the name of the fact. Left empty, the letter does without or marks a gap."""
        return {name: self.cleaned_data.get(name, "").strip() for name in self.own_names}


def _shown(argument: Argument, *, with_ground: bool) -> str:
    """What the person reads beside the box: what the letter would say, and whether it is theirs to vouch for."""
    about = f"{argument.ground}: " if with_ground and argument.ground else ""
    vouch = " (Only you can know whether this is so.)" if argument.asserts else ""
    return f"{about}{without_marks(argument.paragraph)}{vouch}"
