"""Site layer: the versions described for machines, in DCAT 3, without blank nodes."""

from __future__ import annotations

import hashlib
from typing import Final

import pyoxigraph as ox

from communique.build.graph import GraphBuilder
from communique.build.labels import bilingual
from communique.build.terms import DATASET, LABEL, TYPE, dcterms
from communique.core.iris import Iris
from communique.site.versions.history import History, Version
from communique.site.versions.history_files import GRAPH

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
_DCAT: Final = "http://www.w3.org/ns/dcat#"
_SPDX: Final = "http://spdx.org/rdf/terms#"
_MEDIA: Final = "https://www.iana.org/assignments/media-types/application/"


def version_iri(name: str, iris: Iris) -> str:
    """Return the IRI of a version, which always stands for the same graph.

    >>> version_iri("fb610154983f", Iris())
    'https://w3id.org/communique/version/fb610154983f'
    """
    return f"{iris.base}version/{name}"


def describe_versions(
    builder: GraphBuilder, dataset: ox.NamedNode, history: History, iris: Iris
) -> None:
    """Add to a data set which versions it has, which one is current, and their dates.

    Source: DCAT 3, section 11.
    """
    nodes = [ox.NamedNode(version_iri(one.name, iris)) for one in history.versions]
    if not nodes:
        return
    for node in nodes:
        builder.add(dataset, _dcat("hasVersion"), node)
    current = history.versions[-1]
    builder.add(dataset, _dcat("hasCurrentVersion"), nodes[-1])
    builder.add_text(dataset, _dcat("version"), current.name)
    builder.add_date(dataset, dcterms("issued"), history.versions[0].date)
    builder.add_date(dataset, dcterms("modified"), current.date)


def describe_version(version: Version, previous: Version | None, iris: Iris) -> list[ox.Quad]:
    """Return the description of one version; it never changes, so no later one is named."""
    iri = version_iri(version.name, iris)
    builder, node = GraphBuilder(iri), ox.NamedNode(iri)
    labels = bilingual(
        f"Communique, version {version.name} of {version.date}",
        f"Communique，{version.date} 的版本 {version.name}",
    )
    builder.describe(node, [_dcat("Dataset"), DATASET], labels)
    builder.add_labels(node, dcterms("title"), labels)
    builder.add(node, _dcat("isVersionOf"), ox.NamedNode(f"{iris.base}void#dataset"))
    builder.add_text(node, _dcat("version"), version.name)
    builder.add_text(node, dcterms("identifier"), f"sha256:{version.graph}")
    builder.add_date(node, dcterms("issued"), version.date)
    builder.add(node, dcterms("license"), ox.NamedNode(LICENCE))
    if previous is not None:
        before = ox.NamedNode(version_iri(previous.name, iris))
        builder.add(node, _dcat("previousVersion"), before)
    _describe_file(builder, node, version)
    return builder.quads


def _describe_file(builder: GraphBuilder, version_node: ox.NamedNode, version: Version) -> None:
    file = ox.NamedNode(f"{version_node.value}/{GRAPH}")
    checksum = ox.NamedNode(f"{version_node.value}#sha256")
    builder.add(version_node, _dcat("distribution"), file)
    builder.add(file, TYPE, _dcat("Distribution"))
    builder.add(file, LABEL, ox.Literal(GRAPH))
    builder.add(file, _dcat("downloadURL"), file)
    builder.add(file, _dcat("mediaType"), ox.NamedNode(f"{_MEDIA}n-quads"))
    builder.add(file, _dcat("compressFormat"), ox.NamedNode(f"{_MEDIA}gzip"))
    builder.add_number(file, _dcat("byteSize"), len(version.packed))
    builder.add(file, _spdx("checksum"), checksum)
    builder.add(checksum, TYPE, _spdx("Checksum"))
    builder.add(checksum, _spdx("algorithm"), _spdx("checksumAlgorithm_sha256"))
    digest = hashlib.sha256(version.packed).hexdigest()
    builder.add_text(checksum, _spdx("checksumValue"), digest)


def _dcat(name: str) -> ox.NamedNode:
    return ox.NamedNode(_DCAT + name)


def _spdx(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SPDX + name)
