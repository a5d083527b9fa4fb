"""Server layer: every refusal of the guard, in words for people that say the mend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from communique.server.job import Refused

#: After so long, a client whose share was used up may come again.
_SOON_SECONDS: Final = 1
_SHOWN_CHARACTERS: Final = 80


def refuse_size(allowed_bytes: int) -> Refused:
    """Return the refusal of a query that is too long."""
    detail = f"The query is longer than {allowed_bytes} bytes. Write it shorter."
    return Refused(413, "query-too-long", detail)


def refuse_tokens(allowed: int) -> Refused:
    """Return the refusal of a query with too many words and signs."""
    detail = f"The query has more than {allowed} words and signs. Ask in several queries."
    return Refused(413, "query-too-long", detail)


def refuse_depth(allowed: int) -> Refused:
    """Return the refusal of a query that nests too deep."""
    detail = f"Brackets or operators nest deeper than {allowed} levels. Write it flatter."
    return Refused(400, "too-deep", detail)


def refuse_syntax(detail: str) -> Refused:
    """Return the refusal of a query with a mistake; `detail` has line, column and mend."""
    return Refused(400, "syntax", detail)


def refuse_unclosed_text(quote: str, line: int, column: int) -> Refused:
    """Return the refusal of a query with a text that has no end."""
    mend = f"Expected {quote} at its end, on the same line."
    return refuse_syntax(f"line {line}, column {column}: a text is never closed. {mend}")


def refuse_characters(line: int, column: int) -> Refused:
    """Return the refusal of a query with half a character (a lone surrogate) in it."""
    return refuse_syntax(f"line {line}, column {column}: no Unicode character. Send it in UTF-8.")


def refuse_form() -> Refused:
    """Return the refusal of a text that is no query."""
    detail = "This is no query. Begin it with SELECT, ASK, CONSTRUCT or DESCRIBE, after any PREFIX."
    return Refused(400, "no-query", detail)


def refuse_update(keyword: str) -> Refused:
    """Return the refusal of an update."""
    detail = f"{keyword} is an update, and this endpoint only answers queries. Ask with SELECT."
    return Refused(400, "update", detail)


def refuse_service(address: str, allowed: Sequence[str]) -> Refused:
    """Return the refusal of a SERVICE."""
    may = f"It may name {', '.join(f'<{one}>' for one in allowed)}, in full." if allowed else ""
    mend = may or "Ask that endpoint itself."
    return Refused(
        400, "service", f"SERVICE isn't answered here ({address[:_SHOWN_CHARACTERS]}). {mend}"
    )


def refuse_ambiguous() -> Refused:
    """Return the refusal of a query in which `<` may open an IRI or compare two things."""
    detail = (
        "A '<' may open an IRI here or compare two things. Put a space after the one that compares,"
        " and write ) as %29 within an IRI."
    )
    return Refused(400, "ambiguous", detail)


def refuse_joined_from() -> Refused:
    """Return the refusal of `FROM:name`, which may be FROM or a name with that prefix."""
    return Refused(400, "ambiguous", "Put a space after FROM, or choose another prefix than it.")


def refuse_graph_name(name: str) -> Refused:
    """Return the refusal of a data set that names no IRI."""
    return Refused(
        400,
        "graph-name",
        f"{name[:_SHOWN_CHARACTERS]!r} is no absolute IRI. Name a graph by its IRI.",
    )


def refuse_format(result: str, form: str) -> Refused:
    """Return the refusal of a format that can't hold an answer of this form."""
    can = {"select": "json, xml, csv or tsv", "ask": "json or xml"}
    mend = f"Ask for {can.get(form, 'turtle, nt, jsonld or rdfxml')}."
    return Refused(400, "format", f"The answer of {form.upper()} can't be had as {result}. {mend}")


def refuse_rows(allowed: int) -> Refused:
    """Return the refusal of an answer with too many rows or triples."""
    detail = (
        f"The answer has more than {allowed} rows. Narrow it down, or page by LIMIT and OFFSET."
    )
    return Refused(413, "too-many-rows", detail)


def refuse_bytes(allowed: int) -> Refused:
    """Return the refusal of an answer that is too large."""
    detail = f"The answer is larger than {allowed} bytes. Narrow it down, or page by LIMIT."
    return Refused(413, "answer-too-large", detail)


def refuse_time(seconds: float) -> Refused:
    """Return the refusal of a query that ran too long."""
    detail = f"The query was ended after {seconds:g} seconds. Narrow it down."
    return Refused(503, "too-slow", detail)


def refuse_memory(allowed_bytes: int) -> Refused:
    """Return the refusal of a query that wanted too much memory."""
    detail = f"The query needs more than {allowed_bytes // 2**20} MiB of memory. Narrow it down."
    return Refused(503, "too-much-memory", detail)


def refuse_killed() -> Refused:
    """Return the refusal of a query whose process was killed, by the kernel or by somebody."""
    detail = "The query was ended from outside, most likely because the machine ran out of memory."
    return Refused(503, "ended-from-outside", f"{detail} Try again soon.", _SOON_SECONDS)


def refuse_crash() -> Refused:
    """Return the refusal of a query that ended the engine's process."""
    return Refused(503, "engine-ended", "The engine can't answer this query. Write it simpler.")


def refuse_failure(words: str) -> Refused:
    """Return the refusal of a query at which the engine failed, in the engine's words."""
    return Refused(503, "engine-failed", f"The engine failed: {words[:200]}. Write it otherwise.")


def refuse_share(allowed: int) -> Refused:
    """Return the refusal of a client whose share is used up."""
    detail = f"You have {allowed} queries under way here already. Wait for one to end."
    return Refused(429, "share-used-up", detail, _SOON_SECONDS)


def refuse_full() -> Refused:
    """Return the refusal when too many wait."""
    detail = "Too many queries wait already. Try again soon."
    return Refused(503, "queue-full", detail, _SOON_SECONDS)


def refuse_busy(seconds: float) -> Refused:
    """Return the refusal of a query that found no place, or had to give it up, for so long."""
    detail = f"Too many long queries run now: this one gave way after {seconds:.1f} seconds."
    return Refused(503, "busy", f"{detail} Try again soon.", _SOON_SECONDS)


def refuse_stopping() -> Refused:
    """Return the refusal of a query while the server stops."""
    return Refused(503, "stopping", "The server is about to stop. Try again soon.", _SOON_SECONDS)
