"""Query layer: canned questions and free SPARQL, asked of the embedded store or any endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.query.library import Rows

__all__ = ["ask"]


def ask(name: str, **parameters: Any) -> Rows:
    """Return the answer of a canned query; see `communique.query.library.ask`."""
    from communique.query.library import ask as ask_library

    return ask_library(name, **parameters)
