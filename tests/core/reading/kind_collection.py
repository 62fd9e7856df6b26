"""All labelled messages: what ``test_kinds`` tries, and what ``train_kinds`` learns from."""

from __future__ import annotations

from tests.core.reading import (
    kind_texts,
    kind_texts_answering,
    kind_texts_asking,
    kind_texts_eighth,
    kind_texts_fifth,
    kind_texts_fourth,
    kind_texts_more,
    kind_texts_plain,
    kind_texts_seventh,
    kind_texts_sixth,
    kind_texts_third,
)

MODULES = (
    kind_texts_plain,
    kind_texts,
    kind_texts_asking,
    kind_texts_answering,
    kind_texts_more,
    kind_texts_third,
    kind_texts_fourth,
    kind_texts_fifth,
    kind_texts_sixth,
    kind_texts_seventh,
    kind_texts_eighth,
)
CASES = [case for module in MODULES for case in module.TEXTS]
