"""Link layer: canned questions as a library, those joined with Wikidata's snapshot included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.query.library import Rows


def ask(name: str, *, source: Any = None, labels_in: str = "en", **parameters: Any) -> Rows:
    """Return the answer of a canned query; see `communique.query.library.ask`.

    A question that is joined with Wikidata is asked of the shipped graph with its snapshot beside
    it, unless a `source` is given.

    >>> [int(row["endorsers"]) for row in ask("endorsers-by-continent")]
    [38, 9, 8, 7, 6, 5]
    """
    from communique.link.federation import is_joined
    from communique.link.joined import open_joined
    from communique.query.catalogue import Catalogue
    from communique.query.library import ask as ask_library

    if source is None and is_joined(Catalogue().find(name).sparql):
        source = open_joined(None)
    return ask_library(name, source=source, labels_in=labels_in, **parameters)
