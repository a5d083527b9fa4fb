"""A generated graph of one million quads: things with a number, a text and a successor; lists."""

from pathlib import Path

QUADS = 1_000_000
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NS = "https://example.org/ns#"
_LISTS = 2_000  # of four quads each, and two more that make a list of them
_INTEGER = "<http://www.w3.org/2001/XMLSchema#integer>"


def write_big_graph(file: Path, quads: int = QUADS) -> Path:
    """Write about so many quads as N-Quads, in ten named graphs, and return the file."""
    things = (quads - 6 * _LISTS) // 4
    with file.open("w", encoding="utf-8") as output:
        for number in range(things):
            output.write(_write_thing(number, (number + 1) % things))
        for number in range(_LISTS):
            output.write(_write_list(number))
    return file


def _write_thing(number: int, successor: int) -> str:
    thing, graph = f"<https://example.org/{number}>", f"<https://example.org/graph/{number % 10}>"
    return (
        f"{thing} <{_RDF}type> <{_NS}Thing> {graph} .\n"
        f'{thing} <{_NS}number> "{number}"^^{_INTEGER} {graph} .\n'
        f'{thing} <{_NS}text> "the text of {number}" {graph} .\n'
        f"{thing} <{_NS}next> <https://example.org/{successor}> {graph} .\n"
    )


def _write_list(number: int) -> str:
    """Return a list of two items, and a list whose first item is that list."""
    graph = "<https://example.org/graph/lists>"
    first, second, outer = (f"<https://example.org/list/{number}/{cell}>" for cell in "abc")
    cells = ((first, f'"{number}"', second), (second, '"end"', None), (outer, first, None))
    return "".join(
        f"{cell} <{_RDF}first> {item} {graph} .\n"
        f"{cell} <{_RDF}rest> {rest or f'<{_RDF}nil>'} {graph} .\n"
        for cell, item, rest in cells
    )
