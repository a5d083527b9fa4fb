"""Communique: multilateral declarations as linked data: who said what, and who held back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import rdflib

    from communique.query.library import Rows

__version__ = "0.1.0"

__all__ = ["__version__", "ask", "graph"]


def graph() -> rdflib.Dataset:
    """Return the shipped declarations as an rdflib Dataset; its default graph is the union.

    The graphs are those of `docs/model.md`, built in memory from the package's own data.
    """
    from communique.query.rdflib_dataset import load_rdflib_dataset

    return load_rdflib_dataset()


def ask(name: str, **parameters: Any) -> Rows:
    """Return the answer of a canned query as typed rows; see `communique.link.asking.ask`."""
    from communique.link.asking import ask as ask_catalogue

    return ask_catalogue(name, **parameters)
