import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.accepting import ACCEPTS, DOCUMENT, GRAPH, choose
from tests.site.netlify import read_headers, redirect
from tests.site.test_addresses import HOSTILE

from communique.core.iris import Iris
from communique.server.negotiation import choose_type
from communique.site.addresses import allot_addresses
from communique.site.hosting.accept import write_expressions, write_offers, write_qualities
from communique.site.hosting.files import write_hosting
from communique.site.hosting.rules import (
    OTHER_TYPES,
    RDF_TYPES,
    TEXT_TYPES,
    Rules,
    collect_rules,
    write_content_type,
)

EXPRESSIONS = [re.compile(one, re.IGNORECASE) for one in write_expressions()]
NAMES = [*GRAPH.values(), "text/*", "application/*", "*/*", "image/png", "text/html;level=1"]
QUALITIES = ["", ";q=1", "; q=1.0", ";q=0.5", ";q=0.49", " ; q=0.1", ";q=0.05", ";q=0", ";q=0.000"]
_ESCAPED = r"/?id/(?:[A-Za-z0-9_/]|\\x[0-9a-f]{2}|\\x\{[0-9a-f]+\})+"
_DOCUMENT = r"/?doc/[A-Za-z0-9_~/-]+"
#: The lines that each identifier of another path adds to a file.
ADDED = {
    ".htaccess": [rf'RewriteRule "\^{_ESCAPED}\$" "{_DOCUMENT}" \[R=303,END\]'],
    "_redirects": [rf"/id/(?:[A-Za-z0-9_.~-]|%[0-9A-F]{{2}})+ {_DOCUMENT} 303"],
    "hosting/caddy.conf": [
        rf"@moved\d+ path_regexp `\^{_ESCAPED}\$`",
        rf"redir @moved\d+ {_DOCUMENT} 303",
    ],
    "hosting/nginx-server.conf": [
        rf'location ~ "\^{_ESCAPED}\$" \{{',
        rf'return 303 "{_DOCUMENT}";',
    ],
    "hosting/w3id/communique.htaccess": [rf'RewriteRule "\^{_ESCAPED}\$" "{_DOCUMENT}" \[DPI\]'],
}


def choose_by_expressions(accept: str | None, offers: Mapping[str, str]) -> str | None:
    """Return what the rules of nginx and Apache choose."""
    if not (accept or "").strip():
        return "html"
    subject = f"{write_offers(offers)}|{accept}"
    found = (one.match(subject) for one in EXPRESSIONS)
    return next((match[3] for match in found if match), None)


def choose_by_tables(accept: str | None, offers: Mapping[str, str]) -> str | None:
    """Return what the rules of Caddy choose."""
    if not (accept or "").strip():
        return "html"
    rated = {ending: _rate(media_type, accept or "") for ending, media_type in offers.items()}
    best = max(rated, key=lambda ending: rated[ending])
    return best if rated[best] != "0" else None


def _rate(media_type: str, accept: str) -> str:
    for row in write_qualities(media_type):
        expression = "(?i)" + row.expression.replace("(?i)", "")
        found = re.search(expression, accept)
        if found:
            return row.value.replace("${1}", found[1] or "") if "$" in row.value else row.value
    return "0"


@st.composite
def headers(draw: st.DrawFn) -> str:
    """Draw a header of some ranges, no range twice."""
    names: Sequence[str] = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    # Which of two equal names counts is nowhere said.
    kept = {name.partition(";")[0]: name for name in names}.values()
    space = draw(st.sampled_from(["", " "]))
    return f",{space}".join(f"{one}{draw(st.sampled_from(QUALITIES))}" for one in kept)


@given(headers(), st.sampled_from([DOCUMENT, GRAPH]))
def test_any_header_is_read_as_http_says(accept: str, offers: Mapping[str, str]):
    """Both ways of writing it find the best offer; PCRE's rules count in tenths."""
    assert choose_by_tables(accept, offers) == choose(accept, offers)
    tenths = accept.replace("0.49", "0.4")
    assert choose_by_expressions(tenths, offers) == choose(tenths, offers)


@pytest.mark.parametrize("accept", ACCEPTS)
def test_the_headers_that_hosts_are_asked_with(accept: str | None):
    """The same expressions that the real hosts run."""
    assert choose_by_expressions(accept, GRAPH) == choose(accept, GRAPH)
    assert choose_by_tables(accept, GRAPH) == choose(accept, GRAPH)


@pytest.mark.parametrize("offers", [DOCUMENT, GRAPH])
@pytest.mark.parametrize("accept", ACCEPTS)
def test_the_server_chooses_as_the_hosts_do(accept: str | None, offers: Mapping[str, str]):
    """A site moved from a host to `communique serve` answers the same."""
    ending = choose(accept, offers)
    assert choose_type(accept, offers.values()) == (offers[ending] if ending else None)


def test_nothing_of_the_data_stands_in_a_rule_as_it_is():
    """A rule holds letters, digits and escapes of an identifier, and the plain path it leads to."""
    words = ["id/$(x)", "id/`x`", "id/x;}", "id/x\nDeny", 'id/x"y', "id/%{ENV}", "id/:splat"]
    rules = collect_rules(allot_addresses([Iris().base + one for one in words], Iris()), Iris())
    assert len(rules.moved) == len(words) - 1  # no client can ask for a line break
    plain, written = write_hosting(Rules("/")), write_hosting(rules)
    for name, data in written.items():
        known = set(plain[name].decode().splitlines())
        added = [line.strip() for line in data.decode().splitlines() if line not in known]
        allowed = "|".join(ADDED.get(name, ()))
        assert all(re.fullmatch(allowed, line) for line in added), (name, added)
        assert len(added) == len(ADDED.get(name, ())) * len(rules.moved)


def test_no_rule_of_a_hostile_identifier_leads_out_of_the_documents():
    """What a rule leads to is the plain path of its document."""
    addresses = allot_addresses([Iris().base + one for one in HOSTILE], Iris())
    moved = collect_rules(addresses, Iris()).moved
    assert moved
    for one in moved:
        assert re.fullmatch(r"(doc|graph)/[A-Za-z0-9_~/-]+", one.document)
        assert one.document in addresses.paths.values()


def test_an_identifier_that_reads_like_another_takes_nothing_from_it():
    """`%2D` is `-` to every host: the plain one keeps its address, the other has none."""
    addresses = allot_addresses([Iris().base + one for one in ("id/a-b", "id/a%2Db")], Iris())
    assert collect_rules(addresses, Iris()).moved == ()


def test_every_file_of_the_site_has_a_media_type(site: Mapping[str, bytes]):
    """What publish writes, the rules name; without ending there are only the well-known ones."""
    known = {**TEXT_TYPES, **RDF_TYPES, **OTHER_TYPES}
    names = [PurePosixPath(name) for name in site if not name.startswith("hosting/")]
    unknown = {one.name for one in names if one.suffix.lstrip(".") not in known}
    assert unknown <= {".htaccess", ".nojekyll", "_headers", "_redirects", "void"}


def test_the_site_has_the_rules(site: Mapping[str, bytes]):
    """Those of the folder's own hosts stand where the host looks for them."""
    assert set(write_hosting(Rules("/"))) <= set(site)


@pytest.mark.parametrize("path", ["/", "/communique/"])
def test_netlify_serves_pages_and_files(path: str):
    """A thing leads to its document, which is its page; every file has its type."""
    iri = Iris().base + "id/v1.0*"
    addresses = allot_addresses([iri], Iris())
    files = write_hosting(collect_rules(addresses, Iris(), path=path))
    rules, head = files["_redirects"].decode(), files["_headers"].decode()
    names = ["doc/a/b.html", "doc/a/b.ttl", "graph/g.html", "ns.html", "void.ttl"]
    held = [path.lstrip("/") + name for name in names]
    assert redirect(rules, f"{path}id/a/b", held) == (303, f"{path}doc/a/b")
    assert redirect(rules, f"{path}id/v1.0%2A", held) == (303, path + addresses.paths[iri])
    assert redirect(rules, f"{path}doc/a/b", held) == (200, f"{path}doc/a/b.html")
    assert redirect(rules, f"{path}doc/a/b.ttl", held) == (200, f"{path}doc/a/b.ttl")
    assert redirect(rules, f"{path}doc/none", held) == (404, "")
    assert redirect(rules, f"{path}graph/g", held) == (200, f"{path}graph/g.html")
    assert redirect(rules, f"{path}ns", held) == (200, f"{path}ns.html")
    for ending, media_type in GRAPH.items():
        found = read_headers(head, f"{path}doc/a/b.{ending}")
        assert found["Content-Type"] == write_content_type(media_type)
        assert found["Access-Control-Allow-Origin"] == "*"
    assert read_headers(head, f"{path}.well-known/void")["Content-Type"].startswith("text/turtle")
