"""What stores make of literals and blank nodes: evened out, or shown as a difference."""

from pathlib import Path

import pytest
from benchmarks.loading import write_graph
from tests.load.graphs import GRAPH, ask, load, read_graph
from tests.stores.servers import Server

from communique.core.errors import ServiceError
from communique.load.virtuoso import VirtuosoStore

XSD = "http://www.w3.org/2001/XMLSchema#"
#: Values whose text one of the stores is known to rewrite without changing the value.
REWRITTEN = f"""\
<urn:x:1> <urn:x:p> "我们承诺"@zh-Hans .
<urn:x:2> <urn:x:p> "colour"@en-GB .
<urn:x:3> <urn:x:p> "1.50"^^<{XSD}decimal> .
<urn:x:4> <urn:x:p> "007"^^<{XSD}integer> .
<urn:x:5> <urn:x:p> "plain"^^<{XSD}string> .
<urn:x:6> <urn:x:p> "1.0E2"^^<{XSD}double> .
<urn:x:7> <urn:x:p> "line\\none\\t\\"two\\" \\\\ \\u00A0\\U0001F54A" .
<urn:x:8> <urn:x:p> "true"^^<{XSD}boolean> .
<urn:x:9> <urn:x:p> "2023-03-29"^^<{XSD}date> .
"""
#: A literal that each store changes beyond that.
CHANGED = {
    "oxigraph": f'<urn:x:1> <urn:x:p> "2020-01-01T00:00:00+00:00"^^<{XSD}dateTime> .\n',
    "virtuoso": f'<urn:x:1> <urn:x:p> "-0044-03-15"^^<{XSD}date> .\n',
}
#: As many triples as it takes for a loss to show.
DURABLE = 20_000
RING = "".join(
    f'_:b{one} <urn:x:next> _:b{(one + 1) % 4} .\n_:b{one} <urn:x:n> "{one}" .\n'
    for one in range(4)
)


def _write(folder: Path, text: str) -> Path:
    file = folder / "graph.nt"
    file.write_text(text, encoding="utf-8")
    return file


def test_rewritten_literals_are_no_difference(server: Server, tmp_path: Path):
    """Tags, numbers and xsd:string are evened out on both sides; the second run writes nothing."""
    file = _write(tmp_path, REWRITTEN)
    load(server, file)
    assert load(server, file).reports[0].action == "unchanged"


def test_a_literal_that_the_store_changes_is_shown(server: Server, tmp_path: Path):
    """The difference names both triples, and the graph is left as it was."""
    load(server, _write(tmp_path, REWRITTEN))
    before = read_graph(server)
    with pytest.raises(ServiceError, match="C114") as caught:
        load(server, _write(tmp_path, CHANGED[server.name] + REWRITTEN))
    assert "1 missing" in str(caught.value)
    assert "\n  - <urn:x:1> <urn:x:p> " in str(caught.value)
    assert read_graph(server) == before


def test_blank_nodes_are_compared_by_their_canonical_form(server: Server, tmp_path: Path):
    """Other names for the same nodes are no difference; another ring is."""
    load(server, _write(tmp_path, RING))
    renamed = RING.replace("_:b", "_:other")
    assert load(server, _write(tmp_path, renamed)).reports[0].action == "unchanged"
    changed = RING.replace("_:b3 <urn:x:next> _:b0", "_:b3 <urn:x:next> _:b1")
    assert load(server, _write(tmp_path, changed)).reports[0].action == "replaced"


@pytest.mark.xdist_group("virtuoso-load")
@pytest.mark.parametrize("size", [400, 2000])
def test_virtuoso_is_changed_in_steps_if_need_be(
    virtuoso_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
):
    """With small steps and pages the same graph comes out."""
    monkeypatch.setattr("communique.load.virtuoso.STEP_SIZE", 500)
    monkeypatch.setattr(VirtuosoStore, "page_size", 300)
    for version in ("one", "two"):
        lines = [f'<urn:x:{n}> <urn:x:p> "{version} {n % 3 and n}" .' for n in range(size)]
        load(virtuoso_server, _write(tmp_path, "\n".join(lines) + "\n"))
        assert len(read_graph(virtuoso_server, GRAPH)) == size


@pytest.mark.xdist_group("virtuoso-load")
def test_what_virtuoso_was_given_outlives_its_death(virtuoso_server: Server, tmp_path: Path):
    """Killed right after the last reply and started again, it has the whole new graph.

    `MOVE` and `COPY` over the old graph fail here: of the triples that both versions share about a
    third are gone.
    """
    file = tmp_path / "graph.nt"
    count = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
    for words in ("承诺", "重申"):
        write_graph(file, DURABLE)
        file.write_text(file.read_text("utf-8").replace("承诺", words), encoding="utf-8")
        load(virtuoso_server, file)
        virtuoso_server.kill()
        virtuoso_server.start()
        assert ask(virtuoso_server, count, "text/csv").split()[-1] == b"%d" % DURABLE
