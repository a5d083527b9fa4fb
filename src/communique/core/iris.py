"""Core layer: the IRIs of things, documents and graphs, from the base that is a setting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from communique.core.source import Span

#: The vocabulary's namespace, which is fixed.
NAMESPACE: Final = "https://w3id.org/communique/ns#"
#: The ontology's own IRI.
ONTOLOGY: Final = "https://w3id.org/communique/ns"
#: The base of the data's IRIs where nothing else is set.
DEFAULT_BASE: Final = "https://w3id.org/communique/"


@dataclass(frozen=True)
class Iris:
    """Makes the IRIs below a base that ends in a slash.

    >>> iris = Iris()
    >>> iris.thing("state/POL")
    'https://w3id.org/communique/id/state/POL'
    >>> iris.graph("summit", "derived")
    'https://w3id.org/communique/graph/summit/derived'
    """

    base: str = DEFAULT_BASE

    def thing(self, *path: str) -> str:
        """Return the IRI of a thing from its path below `id/`."""
        return f"{self.base}id/{'/'.join(path)}"

    def graph(self, *path: str) -> str:
        """Return the IRI of a named graph from its path below `graph/`."""
        return f"{self.base}graph/{'/'.join(path)}"

    def span(self, source: str, span: Span) -> str:
        """Return the IRI of a span of a source document. Source: RFC 5147, section 2.2.1.

        >>> Iris().span("https://example.org/source", Span(3, 9))
        'https://example.org/source#char=3,9'
        """
        return f"{source}#char={span.start},{span.end}"

    def rebase(self, iri: str) -> str:
        """Return a thing's or graph's IRI of the default base under this base; others as they are.

        >>> Iris("https://example.org/").rebase("https://w3id.org/communique/id/force/commit")
        'https://example.org/id/force/commit'
        """
        for folder in ("id/", "graph/"):
            if iri.startswith(DEFAULT_BASE + folder):
                return self.base + iri.removeprefix(DEFAULT_BASE)
        return iri
