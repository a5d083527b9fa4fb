"""Read layer: language tags, and texts in several languages."""

from __future__ import annotations

import re
from typing import Final

from communique.core.model import Labels
from communique.core.strict_yaml import Value

#: Well-formed BCP 47 tags of the common shape (language, script, region, variants).
#: Source: RFC 5646, section 2.1.
_LANGUAGE: Final = re.compile(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)


def read_language(value: Value) -> str:
    """Return a BCP 47 language tag in its usual case; C016 otherwise."""
    tag = value.text()
    if not _LANGUAGE.fullmatch(tag):
        mend = "Use a BCP 47 tag such as en or zh-Hans."
        value.fail("C016", f"'{tag}' is no language tag", mend=mend)
    return tag


def read_labels(value: Value) -> Labels:
    """Return a text in at least one language from a mapping of language tags to words."""
    labels = {read_language(key): words.text() for key, words in value.entries()}
    if not labels:
        value.fail("C013", "no words in any language", mend="Write e.g. {en: …, zh-Hans: …}.")
    return labels
