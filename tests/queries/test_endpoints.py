"""The command and its parameters on real stores, from beginning to end."""

from pathlib import Path

import pytest
from tests.conftest import Communique

from communique.query.canned import CannedQuery
from communique.query.embedded import EmbeddedStore
from communique.query.endpoint import Endpoint
from communique.query.parameters import Resolver

QUERY = ("query", "reservations-on-paragraph", "--paragraph", "执行段落 8", "--language", "zh-Hans")


def test_parameters_are_resolved_on_an_oxigraph_server(
    queries: list[CannedQuery], embedded: EmbeddedStore, oxigraph: Endpoint
):
    """Every example means the same term, whoever holds the names."""
    assert _resolve_all(queries, oxigraph) == _resolve_all(queries, embedded)


@pytest.mark.xdist_group("virtuoso")
def test_parameters_are_resolved_on_virtuoso(
    queries: list[CannedQuery], embedded: EmbeddedStore, virtuoso: Endpoint
):
    """The same on another make of store."""
    assert _resolve_all(queries, virtuoso) == _resolve_all(queries, embedded)


def test_the_command_asks_an_oxigraph_server(
    communique: Communique, oxigraph: Endpoint, tmp_path: Path
):
    """Names in, labels out, all by the endpoint."""
    _expect_same_table(communique, oxigraph, tmp_path)


@pytest.mark.xdist_group("virtuoso")
def test_the_command_asks_virtuoso(communique: Communique, virtuoso: Endpoint, tmp_path: Path):
    """The same on another make of store."""
    _expect_same_table(communique, virtuoso, tmp_path)


def test_free_queries_of_each_form_are_answered_by_an_oxigraph_server(
    communique: Communique, oxigraph: Endpoint, tmp_path: Path
):
    """ASK, CONSTRUCT, and a mistake that the server refuses."""
    _expect_free_answers(communique, oxigraph, tmp_path)


@pytest.mark.xdist_group("virtuoso")
def test_free_queries_of_each_form_are_answered_by_virtuoso(
    communique: Communique, virtuoso: Endpoint, tmp_path: Path
):
    """The same on another make of store."""
    _expect_free_answers(communique, virtuoso, tmp_path)


def _resolve_all(
    queries: list[CannedQuery], names: EmbeddedStore | Endpoint
) -> dict[str, dict[str, object]]:
    resolver = Resolver(names)
    return {query.name: dict(resolver.resolve_all(query, query.example)) for query in queries}


def _expect_same_table(communique: Communique, endpoint: Endpoint, folder: Path) -> None:
    remote = communique(*QUERY, "--endpoint", endpoint.url, cwd=folder)
    assert remote.returncode == 0, remote.stderr
    assert "保加利亚" in remote.stdout
    assert remote.stdout == communique(*QUERY, cwd=folder).stdout


def _expect_free_answers(communique: Communique, endpoint: Endpoint, folder: Path) -> None:
    own = folder / "own.rq"
    prefix = "PREFIX cq: <https://w3id.org/communique/ns#>\n"
    words = ("query", "--file", own, "--endpoint", endpoint.url)
    own.write_text(f"{prefix}ASK {{ ?state cq:reservesOn ?paragraph }}")
    assert communique(*words).stdout == "yes\n"
    own.write_text(f"{prefix}CONSTRUCT {{ ?s a cq:Event }} WHERE {{ ?s a cq:Event }}")
    assert " a cq:Event ." in communique(*words).stdout
    own.write_text("SELECT ?state WHERE { ?state ?property }")
    refused = communique(*words)
    assert refused.returncode == 2
    assert f"{own}:1:40: C072 unexpected '}}'" in refused.stderr
