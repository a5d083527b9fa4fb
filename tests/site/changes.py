"""The shipped declaration with facts changed in its YAML or its source, built in this process."""

import hashlib
import json
import re
import shutil
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pyoxigraph as ox
from tests.conftest import SLUG

from communique.build.project import load_dataset
from communique.core.iris import DEFAULT_BASE
from communique.core.resources import find_resource
from communique.site.versions.history import History, add_version
from communique.site.versions.history_files import write_history
from communique.write.rdf_text import write_nquads

#: A change: the file, what stands there, and what stands there instead.
Edit = tuple[str, str, str]
REVIEW = "annotations.yaml"
RECIPE = "declaration.yaml"
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = [
    "<script>alert(1)</script>",
    "</li></ul><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]><script>alert(1)</script>",
    "<![CDATA[x]]>",
    "<!--",
    "&lt;script&gt;",
    "{{ 7*7 }}",
    "{name}",
    "javascript:alert(1)",
    "\u202egnp.exe",
    "\x0b\x00\ufffe",
    "x" * 100_000,
    "<" * 100_000,
]


def copy_declaration(folder: Path, *edits: Edit) -> Path:
    """Copy the shipped declaration into a folder and edit it; the source's hash follows it."""
    target = folder / SLUG
    shutil.copytree(find_resource("data", SLUG), target, dirs_exist_ok=True)
    old = hash_source(target)
    for file, before, after in edits:
        text = (target / file).read_bytes().decode()
        assert before in text, before
        (target / file).write_bytes(text.replace(before, after, 1).encode())
    recipe = (target / RECIPE).read_text("utf-8")
    (target / RECIPE).write_text(recipe.replace(old, hash_source(target)), "utf-8")
    return target


def hash_source(folder: Path) -> str:
    """Return the hash of a declaration's source."""
    return hashlib.sha256((folder / "source.txt").read_bytes()).hexdigest()


def build_nquads(*folders: Path) -> bytes:
    """Return all graphs of declarations, or of the shipped ones, as canonical N-Quads."""
    dataset = load_dataset(folders)
    return write_nquads([quad for graph in dataset.graphs.values() for quad in graph])


def write_earlier_version(folder: Path) -> Path:
    """Write the history of a site whose one version had a topic more and names that try to run."""
    edited = build_nquads(copy_declaration(folder, (REVIEW, "food-security", "health")))
    graph = rename_states(edited)
    manifest = {
        "declarations": {SLUG: {"statements": 106}},
        "rdfc10": {"communique.nq": hashlib.sha256(graph).hexdigest()},
    }
    history = add_version(
        History(DEFAULT_BASE),
        nquads=graph,
        manifest=json.dumps(manifest).encode(),
        date=date(2023, 3, 29),
    )
    hosted = folder / "hosted"
    for name, data in write_history(history).items():
        (hosted / name).parent.mkdir(parents=True, exist_ok=True)
        (hosted / name).write_bytes(data)
    return hosted


def rename_states(nquads: bytes) -> bytes:
    """Return the graph with hostile names: of a state each, then all of them of every state."""
    lines = nquads.decode().splitlines()
    label = re.compile(r'(<[^>]+/id/state/[A-Z]+> <[^>]+#label>) "[^"]*"@en ')
    names = iter(HOSTILE * 20)

    def write(found: re.Match[str]) -> str:
        return f"{found[1]} {ox.Literal(next(names))}@en "

    return "".join(sorted(f"{label.sub(write, line)}\n" for line in lines)).encode()


def read_feed_entries(feed: bytes) -> list[ET.Element]:
    """Return the entries of a feed."""
    return ET.fromstring(feed).findall(f"{ATOM}entry")  # noqa: S314 - our own file
