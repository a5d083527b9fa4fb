"""Site layer: the data set described for machines: VoID, DCAT 3, schema.org, the site map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.terms import DATASET, LABEL, TRIPLES, TYPE, dcterms
from communique.core.iris import DEFAULT_BASE, Iris
from communique.site.versions.description import LICENCE, describe_versions, version_iri
from communique.site.versions.history import History
from communique.site.words import say

_VOID: Final = "http://rdfs.org/ns/void#"
_DCAT: Final = "http://www.w3.org/ns/dcat#"
_SPDX: Final = "http://spdx.org/rdf/terms#"
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
#: Who made it: the ontology describes the project.
_PROJECT: Final = DEFAULT_BASE
_KEYWORDS: Final[Mapping[str, Sequence[str]]] = {
    "en": ("declaration", "diplomacy", "reservation", "commitment", "democracy", "linked data"),
    "zh-Hans": ("宣言", "外交", "保留", "承诺", "民主", "关联数据"),
}
#: The media types of the downloads, by the ending of their names.
_MEDIA_TYPES: Final[Mapping[str, str]] = {
    "nq": "application/n-quads",
    "trig": "application/trig",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "csv": "text/csv",
    "json": "application/json",
}


def describe_dataset(
    quads: Sequence[ox.Quad], manifest: Mapping[str, Any], history: History, iris: Iris
) -> list[ox.Quad]:
    """Return the description of the merged graphs in VoID and DCAT, without blank nodes.

    Source: Describing Linked Datasets with the VoID Vocabulary, section 5; DCAT 3, section 6.
    """
    builder = GraphBuilder(f"{iris.base}void")
    dataset = ox.NamedNode(f"{iris.base}void#dataset")
    labels = {tag: say("tagline", tag) for tag in ("en", "zh-Hans")}
    builder.describe(
        dataset, [DATASET, _dcat("Dataset")], {"en": "Communique", "zh-Hans": "Communique"}
    )
    builder.add_labels(dataset, dcterms("title"), {"en": "Communique", "zh-Hans": "Communique"})
    builder.add_labels(dataset, dcterms("description"), labels)
    builder.add(dataset, dcterms("license"), ox.NamedNode(LICENCE))
    builder.add(dataset, dcterms("creator"), ox.NamedNode(_PROJECT))
    builder.add(dataset, _dcat("landingPage"), ox.NamedNode(iris.base))
    for language, keywords in _KEYWORDS.items():
        for keyword in keywords:
            builder.add_labels(dataset, _dcat("keyword"), {language: keyword})
    describe_versions(builder, dataset, history, iris)
    builder.add_text(dataset, _void("uriSpace"), f"{iris.base}id/")
    _count(builder, dataset, list(dict.fromkeys(quad.triple for quad in quads)))
    for name, held in manifest["files"].items():
        _describe_file(builder, dataset, name, held, iris)
    return builder.quads


def _void(name: str) -> ox.NamedNode:
    return ox.NamedNode(_VOID + name)


def _dcat(name: str) -> ox.NamedNode:
    return ox.NamedNode(_DCAT + name)


def _count(builder: GraphBuilder, dataset: ox.NamedNode, triples: Sequence[ox.Triple]) -> None:
    """Add the statistics: of the whole, then by class and by property."""
    classes = Counter(triple.object for triple in triples if triple.predicate == TYPE)
    properties = Counter(triple.predicate for triple in triples)
    subjects = {triple.subject for triple in triples}
    builder.add_number(dataset, TRIPLES, len(triples))
    builder.add_number(dataset, _void("distinctSubjects"), len(subjects))
    builder.add_number(dataset, _void("distinctObjects"), len({one.object for one in triples}))
    builder.add_number(dataset, _void("classes"), len(classes))
    builder.add_number(dataset, _void("properties"), len(properties))
    _partition(builder, dataset, "class", "entities", classes)
    _partition(builder, dataset, "property", "triples", properties)


def _partition(
    builder: GraphBuilder, dataset: ox.NamedNode, kind: str, unit: str, counts: Mapping[Any, int]
) -> None:
    terms = sorted((one for one in counts if isinstance(one, ox.NamedNode)), key=str)
    for place, term in enumerate(terms, 1):
        part = ox.NamedNode(f"{dataset.value}-{kind}-{place}")
        builder.add(dataset, _void(f"{kind}Partition"), part)
        builder.add(part, TYPE, DATASET)
        builder.add(part, _void(kind), term)
        builder.add_number(part, _void(unit), counts[term])


def _describe_file(
    builder: GraphBuilder, dataset: ox.NamedNode, name: str, held: Mapping[str, Any], iris: Iris
) -> None:
    file = ox.NamedNode(f"{iris.base}files/{name}")
    checksum = ox.NamedNode(f"{iris.base}void#sha256-{held['sha256']}")
    ending = name.rpartition(".")[2]
    builder.add(dataset, _dcat("distribution"), file)
    builder.add(file, TYPE, _dcat("Distribution"))
    builder.add(file, LABEL, ox.Literal(name))
    builder.add(file, _dcat("downloadURL"), file)
    builder.add(file, dcterms("license"), ox.NamedNode(LICENCE))
    builder.add_number(file, _dcat("byteSize"), held["bytes"])
    builder.add(file, _dcat("mediaType"), ox.NamedNode(_MEDIA + _MEDIA_TYPES[ending]))
    builder.add(file, ox.NamedNode(_SPDX + "checksum"), checksum)
    builder.add(checksum, TYPE, ox.NamedNode(_SPDX + "Checksum"))
    algorithm = ox.NamedNode(_SPDX + "checksumAlgorithm_sha256")
    builder.add(checksum, ox.NamedNode(_SPDX + "algorithm"), algorithm)
    builder.add_text(checksum, ox.NamedNode(_SPDX + "checksumValue"), held["sha256"])


def describe_for_search_engines(
    manifest: Mapping[str, Any], history: History, iris: Iris
) -> dict[str, Any]:
    """Return the data set as schema.org describes one, in JSON-LD.

    Source: Google Search Central, Dataset structured data: required and recommended properties.
    """
    current = history.versions[-1]
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{iris.base}void#dataset",
        "name": "Communique",
        "description": say("tagline", "en"),
        "url": iris.base,
        "identifier": version_iri(current.name, iris),
        "version": current.name,
        "datePublished": str(history.versions[0].date),
        "dateModified": str(current.date),
        "keywords": [keyword for keywords in _KEYWORDS.values() for keyword in keywords],
        "license": LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": ["en", "zh-Hans"],
        "creator": {
            "@type": "Organization",
            "name": "The Communique project's curators",
            "url": iris.base,
        },
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": f"{iris.base}files/{name}",
                "encodingFormat": _MEDIA_TYPES[name.rpartition(".")[2]],
            }
            for name in manifest["files"]
        ],
    }


def write_site_map(files: Iterable[str], iris: Iris) -> bytes:
    """Return the site map of the pages. Source: sitemaps.org, protocol 0.9."""
    addresses = [escape(f"{iris.base}{name}") for name in files]
    entries = "\n".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{entries}\n</urlset>\n"
    ).encode()
