import pytest
from tests.queries.payloads import PAYLOADS
from tests.stores.rdflib_engine import RdflibEngine

from communique.core.errors import InputError
from communique.query.answer import Engine
from communique.query.asking import ask_canned
from communique.query.canned import KINDS, CannedQuery, Kind
from communique.query.embedded import EmbeddedStore
from communique.query.endpoint import Endpoint
from communique.query.parameters import Resolver


def test_there_are_sixty_payloads():
    """No two alike."""
    assert len(set(PAYLOADS)) >= 60


@pytest.mark.parametrize("kind", KINDS)
def test_no_payload_gets_past_a_parameter(
    kind: Kind, queries: list[CannedQuery], embedded: EmbeddedStore
):
    """Each one is refused with C071, or is an ordinary text that no statement holds."""
    _expect_no_row(_find_query(queries, kind), embedded, embedded)


def test_no_payload_gets_past_a_values_block(
    queries: list[CannedQuery],
    embedded: EmbeddedStore,
    oxigraph: Endpoint,
    rdflib_engine: RdflibEngine,
):
    """Texts are not refused: what keeps them in is how the terms are written for other engines."""
    for engine in (oxigraph, rdflib_engine):
        _expect_no_row(_find_query(queries, "text"), engine, embedded)


@pytest.mark.xdist_group("virtuoso")
def test_no_payload_gets_past_a_values_block_on_virtuoso(
    queries: list[CannedQuery], embedded: EmbeddedStore, virtuoso: Endpoint
):
    """The same on another make of store."""
    _expect_no_row(_find_query(queries, "text"), virtuoso, embedded)


def test_a_harmless_text_gets_its_rows(
    queries: list[CannedQuery], embedded: EmbeddedStore, oxigraph: Endpoint
):
    """So the silence above is not for want of an answer."""
    for engine in (embedded, oxigraph):
        assert len(_ask(_find_query(queries, "text"), "妇女和女童", engine, embedded)) == 3
        assert len(_ask(_find_query(queries, "text"), '"', engine, embedded)) == 0
        assert len(_ask(_find_query(queries, "text"), "(uncac)", engine, embedded)) == 1


def _find_query(queries: list[CannedQuery], kind: Kind) -> tuple[CannedQuery, str]:
    """Return a query with a parameter of that kind, and the parameter's name."""
    return next(
        (query, one.name) for query in queries for one in query.parameters if one.kind == kind
    )


def _ask(
    asked: tuple[CannedQuery, str], text: str, engine: Engine, names: EmbeddedStore
) -> list[object]:
    query, name = asked
    values = Resolver(names).resolve_all(query, {**query.example, name: text})
    return list(ask_canned(engine, query, values).rows)


def _expect_no_row(asked: tuple[CannedQuery, str], engine: Engine, names: EmbeddedStore) -> None:
    found = {payload: _try(asked, payload, engine, names) for payload in PAYLOADS}
    assert {payload: rows for payload, rows in found.items() if rows} == {}


def _try(
    asked: tuple[CannedQuery, str], payload: str, engine: Engine, names: EmbeddedStore
) -> list[object]:
    """Return the rows; none if the payload is refused with the one clear error."""
    try:
        return _ask(asked, payload, engine, names)
    except InputError as error:
        refusal = error
    is_clear = refusal.code == "C071" and len(str(refusal).splitlines()) == 1
    return [] if is_clear else [refusal]
