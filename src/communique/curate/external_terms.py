"""Edge layer (curate): the names of outside vocabularies' terms, `ontology/external-terms/*.txt`.

`python -m communique.curate.external_terms` writes those lists that rdflib can give; the others
are kept by hand, each with its source. Names are facts; nothing else is taken over.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click
from rdflib import namespace
from rdflib.namespace import DefinedNamespace

from communique.core.resources import find_resource

#: The vocabularies that rdflib knows term by term, by our prefix.
NAMESPACES: Final[Mapping[str, type[DefinedNamespace]]] = {
    "dcat": namespace.DCAT,
    "dcterms": namespace.DCTERMS,
    "foaf": namespace.FOAF,
    "org": namespace.ORG,
    "owl": namespace.OWL,
    "prov": namespace.PROV,
    "rdf": namespace.RDF,
    "rdfs": namespace.RDFS,
    "schema": namespace.SDO,
    "sh": namespace.SH,
    "skos": namespace.SKOS,
    "vann": namespace.VANN,
    "void": namespace.VOID,
    "xsd": namespace.XSD,
}
_HEAD: Final = "# namespace: {namespace}\n# source: rdflib.namespace, by communique.curate\n"


def render_list(vocabulary: type[DefinedNamespace]) -> str:
    """Return the text of a list: two lines that say what it is, then one name a line, sorted."""
    start = str(vocabulary._NS)
    iris = [str(term) for term in dir(vocabulary)]
    # Names that Python can't have as attributes, such as sh:in, rdflib keeps apart.
    iris += [start + name for name in vocabulary._extras]
    names = sorted({iri.removeprefix(start) for iri in iris if iri.startswith(start)})
    return _HEAD.format(namespace=start) + "".join(f"{name}\n" for name in names)


def write_lists(folder: Path) -> list[Path]:
    """Write the lists that rdflib can give into a folder; return their paths."""
    paths = []
    for prefix, vocabulary in NAMESPACES.items():
        path = folder / f"{prefix}.txt"
        path.write_text(render_list(vocabulary), "utf-8", newline="\n")
        paths.append(path)
    return paths


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=find_resource("ontology", "external-terms"),
    help="Where to write the lists; ontology/external-terms/ if not given.",
)
def main(out: Path) -> None:
    """Write the lists of outside terms that rdflib can give."""
    for path in write_lists(out):
        click.echo(str(path))


if __name__ == "__main__":
    main()
