"""The pages, feeds and files of several versions, among them one with hostile names."""

import datetime
import gzip
import hashlib
import json
import re
import warnings
from collections.abc import Mapping

import html5lib
import pyoxigraph as ox
import pytest
from tests.site.changes import XHTML, read_feed_entries

from communique.build.dataset import Dataset
from communique.core.iris import DEFAULT_BASE, ONTOLOGY
from communique.site.addresses import allot_addresses
from communique.site.node_index import NodeIndex
from communique.site.page_writer import PageWriter
from communique.site.site_files import Built
from communique.site.versions.history import History, add_version
from communique.site.versions.pages import VersionPages

LANGUAGES = {"": "en", "zh-Hans/": "zh-Hans"}
LARGEST_PAGE = 100_000
Files = Mapping[str, bytes]


def test_each_version_has_its_files(version_files: Files, history: History):
    """A page a language, four forms of its description, its graph and manifest."""
    assert len(history.versions) == 4
    for version in history.versions:
        path = f"version/{version.name}"
        for ending in ("html", "ttl", "jsonld", "nt", "rdf"):
            assert f"{path}.{ending}" in version_files
        assert f"zh-Hans/{path}.html" in version_files
        graph = gzip.decompress(version_files[f"{path}/communique.nq.gz"])
        assert hashlib.sha256(graph).hexdigest() == version.graph
        assert version.graph.startswith(version.name[:12])
        assert (f"{path}/changes.html" in version_files) == (version is not history.versions[0])


def test_the_changed_lines_lead_from_each_version_to_the_next(
    version_files: Files, history: History
):
    """Taking the removed quads away and adding the others gives the graph, byte for byte."""
    lines: set[bytes] = set(history.versions[0].read_nquads().splitlines(keepends=True))
    for version in history.versions[1:]:
        added = version_files[f"version/{version.name}/added.nq"].splitlines(keepends=True)
        removed = version_files[f"version/{version.name}/removed.nq"].splitlines(keepends=True)
        assert set(removed) <= lines
        assert not set(added) & lines
        lines = (lines - set(removed)) | set(added)
        assert b"".join(sorted(lines)) == version.read_nquads()


@pytest.mark.parametrize("folder", LANGUAGES)
def test_a_page_tells_one_changed_fact(version_files: Files, history: History, folder: str):
    """Exactly the sentences and the triples that changed, and how many aren't told."""
    words = {
        "": ["topic food security removed.", "topic health added."],
        "zh-Hans/": ["移除主题粮食安全。", "新增主题卫生健康。"],
    }[folder]
    page = version_files[f"{folder}version/{history.versions[1].name}/changes.html"].decode()
    told = re.findall(r'<li><span dir="auto">([^<]*)</span>', page)
    assert [one.endswith(end) for one, end in zip(told, words, strict=True)] == [True, True]
    lines = re.findall(r'<li class="(added|removed)">', page)
    assert (lines.count("added"), lines.count("removed")) == (5, 7)
    assert ("2 other triples" in page) == (folder == "")
    assert "&lt;id/topic/health&gt;" in page


def test_the_version_that_comes_back_says_so(version_files: Files, history: History):
    """Its page names the version with the same graph."""
    first, *_, last = history.versions
    page = version_files[f"version/{last.name}.html"].decode()
    assert f'The same graph as</dt><dd><a href="../version/{first.name}.html"' in page


@pytest.mark.parametrize("folder", LANGUAGES)
def test_the_list_has_every_version_the_latest_first(
    version_files: Files, history: History, folder: str
):
    """With its date and the way to what changed."""
    page = version_files[f"{folder}versions.html"].decode()
    names = [version.name for version in reversed(history.versions)]
    assert re.findall(r"<code>([0-9a-f-]+)</code>", page) == names
    assert page.count("/changes.html") == 3
    assert all(str(version.date) in page for version in history.versions)


@pytest.mark.parametrize("folder", LANGUAGES)
def test_every_page_is_strict_html_and_small(version_files: Files, folder: str):
    """Whatever the names are, and however long: under 100 kB, in its language, nothing runs."""
    pages = {
        name: data
        for name, data in version_files.items()
        if name.endswith(".html") and name.startswith("zh-Hans/") == bool(folder)
    }
    assert len(pages) == 1 + 4 + 3 + 2
    for name, data in pages.items():
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = html5lib.HTMLParser(strict=True).parse(data.decode())
        assert tree.attrib["lang"] == LANGUAGES[folder]
        assert len(data) < LARGEST_PAGE, name
        assert b"<script" not in data
        assert b"<img" not in data
        assert not re.search(r"[\x00\x0b\u202e\ufffe]", data.decode())


def test_hostile_names_are_told_as_they_are(version_files: Files, history: History):
    """They stand in the page and in the feed as words."""
    page = version_files[f"version/{history.versions[2].name}/changes.html"].decode()
    assert "label (en) changed from “" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    entry = read_feed_entries(version_files["feed.atom"])[1]
    facts = [one.text or "" for one in entry.iter(f"{XHTML}li")]
    assert len(facts) == 50
    assert any("“<script>alert(1)</script>”" in one for one in facts)
    assert max(map(len, facts)) < 400


def test_the_description_of_a_version_names_its_predecessor(version_files: Files, history: History):
    """The four forms say the same, in DCAT 3; the file's size and hash are right."""
    version = history.versions[1]
    iri = ox.NamedNode(f"{DEFAULT_BASE}version/{version.name}")
    dcat = "http://www.w3.org/ns/dcat#"
    forms = {
        "ttl": ox.RdfFormat.TURTLE,
        "jsonld": ox.RdfFormat.JSON_LD,
        "nt": ox.RdfFormat.N_TRIPLES,
        "rdf": ox.RdfFormat.RDF_XML,
    }
    read = [
        {
            quad.triple
            for quad in ox.parse(version_files[f"version/{version.name}.{end}"], format=form)
        }
        for end, form in forms.items()
    ]
    assert read[0] == read[1] == read[2] == read[3]
    values = {(t.subject, t.predicate.value): t.object for t in read[0]}
    before = ox.NamedNode(f"{DEFAULT_BASE}version/{history.versions[0].name}")
    assert values[iri, f"{dcat}previousVersion"] == before
    assert values[iri, f"{dcat}isVersionOf"] == ox.NamedNode(f"{DEFAULT_BASE}void#dataset")
    assert values[iri, f"{dcat}version"] == ox.Literal(version.name)
    file = values[iri, f"{dcat}distribution"]
    packed = version_files[f"version/{version.name}/communique.nq.gz"]
    assert values[file, f"{dcat}byteSize"] == ox.Literal(len(packed))
    digest = ox.Literal(hashlib.sha256(packed).hexdigest())
    assert digest in {triple.object for triple in read[0]}


@pytest.mark.parametrize("name", ["ns", "ns/alignments"])
def test_the_version_iri_of_an_ontology_answers(
    version_files: Files, site: Files, dataset: Dataset, name: str
):
    """Its files hold what the ontology's own have, and the ontology names it."""
    version = next(
        quad.object.value
        for quad in dataset.graphs[dataset.iris.graph("ontology")]
        if quad.predicate.value.endswith("#versionIRI")
        and quad.subject.value == ONTOLOGY.removesuffix("ns") + name
    )
    path = version.removeprefix(ONTOLOGY.removesuffix("ns"))
    assert path.startswith(f"{name}/")
    for ending, form in (("ttl", ox.RdfFormat.TURTLE), ("rdf", ox.RdfFormat.RDF_XML)):
        mine = {quad.triple for quad in ox.parse(version_files[f"{path}.{ending}"], format=form)}
        assert mine == {q.triple for q in ox.parse(site[f"{name}.{ending}"], format=form)}
    assert version.encode() in version_files[f"{path}.html"]
    assert f"zh-Hans/{path}.html" in version_files


def test_the_list_for_the_next_publication_is_whole(version_files: Files, history: History):
    """It names each version with the hashes of its files, and the base."""
    listed = json.loads(version_files["version/history.json"])
    assert listed["base"] == DEFAULT_BASE
    assert [one["version"] for one in listed["versions"]] == [v.name for v in history.versions]
    for one in listed["versions"]:
        manifest = version_files[f"version/{one['version']}/manifest.json"]
        assert hashlib.sha256(manifest).hexdigest() == one["manifest"]


def test_a_change_of_everything_keeps_its_page_small(
    dataset: Dataset,
    shipped_graph: bytes,
    build_files: Built,
    prefixes: Mapping[str, str],
):
    """Of thousands of changed triples the page has some, the files all."""
    manifest = build_files.files["manifest.json"]
    history = History(DEFAULT_BASE)
    changed = b"".join(
        sorted(shipped_graph.replace(b"@zh-hans", b"@zh-hant").splitlines(keepends=True))
    )
    for graph in (shipped_graph, changed):
        date = datetime.date(2026, 11, 23)
        history = add_version(history, nquads=graph, manifest=manifest, date=date)
    writer = PageWriter(NodeIndex([], prefixes), allot_addresses([], dataset.iris))
    files = VersionPages(writer, history, prefixes, dataset.iris).write()
    path = f"version/{history.versions[1].name}"
    assert 40_000 < len(files[f"{path}/changes.html"]) < LARGEST_PAGE
    assert len(files[f"{path}/added.nq"]) > 500_000
    assert len(files["feed.atom"]) < LARGEST_PAGE
