"""Read layer: the recipe's `page:`, which lays the lines of a page out, part by part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from communique.core.errors import Place
from communique.core.model import Labels, ParagraphRole
from communique.core.strict_yaml import Value
from communique.read.languages import read_labels
from communique.read.numerals import NUMERALS

#: What a step may take from the page, with the keys it needs and the keys it may have.
_TAKES: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "title": ((), ("words",)),
    "issuer": ((), ("words", "lines")),
    "place": ((), ("words",)),
    "date": ((), ("words",)),
    "heading": ((), ("words", "lines")),
    "prose": ((), ("words", "lines")),
    "list-lead": ((), ("words",)),
    "points": (("lines", "bullet"), ()),
    "web-address": (("of",), ("words",)),
    "disclaimer": ((), ("words", "lines")),
    "asterisk-note": ((), ("words", "lines")),
    "paragraphs": (("role",), ("words", "lines", "label", "numerals")),
    "endorsers": (("lines", "asterisk"), ("columns",)),
    "reservations": (("lines", "pattern", "roles", "numerals"), ()),
}
#: The documents of a page: the declaration, and the note that sums it up.
DOCUMENTS: Final = ("declaration", "summary")
_ROLES: Final[tuple[ParagraphRole, ...]] = ("preamble", "chapeau", "operative")
_FIELD: Final = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, kw_only=True)
class Take:
    """One step: so many non-blank lines of one kind."""

    kind: str
    place: Place
    lines: int = 1
    words: Value | None = None
    of: str = ""
    bullet: str = ""
    role: ParagraphRole = "preamble"
    label: re.Pattern[str] | None = None
    numerals: str = "decimal"
    columns: int = 1
    asterisk: str = ""
    pattern: re.Pattern[str] | None = None
    roles: Mapping[str, ParagraphRole] | None = None


@dataclass(frozen=True, kw_only=True)
class PartRecipe:
    """A part of the page, from its anchor to the next one: furniture, or steps that take lines."""

    name: str
    place: Place
    starts_at: Value | None
    starts_after: Value | None
    document: str
    furniture: Labels | None
    takes: tuple[Take, ...]


def read_parts(value: Value, languages: Sequence[str]) -> tuple[PartRecipe, ...]:
    """Return the parts of a page; `languages` are those of the expressions.

    Errors: C013 to C016, each with its place.
    """
    parts = tuple(_read_part(item, languages) for item in value.items())
    if not parts:
        value.fail("C013", "a page without parts", mend="Lay out at least one part.")
    for part, item in list(zip(parts, value.items(), strict=True))[1:]:
        if not (part.starts_at or part.starts_after):
            mend = "Add 'starts-at:' or 'starts-after:' with a line that stands once in the page."
            item.fail("C015", f"the part '{part.name}' has no anchor", mend=mend)
    return parts


def compile_pattern(value: Value, fields: Mapping[str, str]) -> re.Pattern[str]:
    """Return a printed pattern such as `第{number}、` as a regular expression.

    `fields` maps each field that the pattern must hold once to what it may match; white space
    around a field is allowed in the text.
    """
    text = value.text()
    if sorted(_FIELD.findall(text)) != sorted(fields):
        wanted = " and ".join("{" + name + "}" for name in fields)
        value.fail("C016", f"the pattern '{text}' lacks a field", mend=f"Write {wanted} once each.")
    parts = _FIELD.split(text)
    pieces = [re.escape(part) if index % 2 == 0 else "" for index, part in enumerate(parts)]
    for index in range(1, len(parts), 2):
        pieces[index] = rf"\s*(?P<{parts[index]}>{fields[parts[index]]})\s*"
    return re.compile("".join(pieces))


def _read_part(value: Value, languages: Sequence[str]) -> PartRecipe:
    keys = value.fields(["part"], ["starts-at", "starts-after", "furniture", "document", "lines"])
    if ("furniture" in keys) == ("lines" in keys) or ("document" in keys) != ("lines" in keys):
        mend = "Give the reason under 'furniture:', or the keys 'document:' and 'lines:'."
        value.fail("C015", "neither furniture nor a document with lines", mend=mend)
    furniture = keys.get("furniture")
    steps = keys["lines"].items() if "lines" in keys else ()
    return PartRecipe(
        name=keys["part"].text(),
        place=value.place,
        starts_at=keys.get("starts-at"),
        starts_after=keys.get("starts-after"),
        document=keys["document"].choice(DOCUMENTS, what="document") if "document" in keys else "",
        furniture=read_labels(furniture) if furniture else None,
        takes=tuple(_read_take(step, languages) for step in steps),
    )


def _read_take(value: Value, languages: Sequence[str]) -> Take:
    kinds = [pair[1] for pair in value.entries() if pair[0].text() == "take"]
    if not kinds:
        value.fail("C015", "the key 'take' is missing", mend="Say what these lines are.")
    kind = kinds[0].choice(_TAKES, what="kind of line")
    required, optional = _TAKES[kind]
    keys = value.fields(["take", *required], optional)
    numerals = (
        keys["numerals"].choice(NUMERALS, what="numerals") if "numerals" in keys else "decimal"
    )
    number = {"number": NUMERALS[numerals].pattern}
    return Take(
        kind=kind,
        place=value.place,
        lines=keys["lines"].integer(least=1) if "lines" in keys else 1,
        words=keys.get("words"),
        of=keys["of"].choice(["summary", *languages], what="document") if "of" in keys else "",
        bullet=keys["bullet"].text() if "bullet" in keys else "",
        role=_read_role(keys["role"]) if "role" in keys else "preamble",
        label=compile_pattern(keys["label"], number) if "label" in keys else None,
        numerals=numerals,
        columns=keys["columns"].integer(least=1) if "columns" in keys else 1,
        asterisk=keys["asterisk"].text() if "asterisk" in keys else "",
        pattern=_read_reservation_pattern(keys, number) if "pattern" in keys else None,
        roles={k.text(): _read_role(v) for k, v in keys["roles"].entries()}
        if "roles" in keys
        else None,
    )


def _read_reservation_pattern(
    keys: Mapping[str, Value], number: Mapping[str, str]
) -> re.Pattern[str]:
    roles = "|".join(re.escape(words.text()) for words, _ in keys["roles"].entries())
    if not roles:
        keys["roles"].fail("C013", "no role", mend="Write e.g. {执行段落: operative}.")
    return compile_pattern(keys["pattern"], {"role": roles, **number, "names": ".+"})


def _read_role(value: Value) -> ParagraphRole:
    name = value.choice(_ROLES, what="role of a paragraph")
    return next(role for role in _ROLES if role == name)
