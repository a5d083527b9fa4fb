"""The rules of each host on the real host: Debian's nginx, Apache and Caddy."""

import gzip
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tests.site.accepting import ACCEPTS, DOCUMENT, GRAPH, choose
from tests.site.hosts import STARTS, Answer, Host, run_host

from communique.core.iris import Iris
from communique.site.addresses import Addresses, allot_addresses
from communique.site.hosting.files import write_hosting
from communique.site.hosting.rules import collect_rules, write_content_type

SLUG = "summit-for-democracy-2023"
#: Documents whose files are taken from the site; the first one has a folder of its own name.
DOCUMENTS = [
    f"doc/{SLUG}",
    f"doc/{SLUG}/operative/8",
    "doc/state/POL",
    "graph/states",
    "ns",
    "ns/0.1.0",
    "ns/alignments/0.1.0",
]
FILES = ["404.html", "index.html", "void.ttl", ".well-known/void", "static/style.css"]
#: Identifiers that need a rule of their own, with the target that a client asks for.
MOVED = {
    "id/波兰": "id/%E6%B3%A2%E5%85%B0",
    "id/v1.0": "id/v1.0",
    "id/state/pol": "id/state/pol",
    "id/a;b{c}$d'e(f)*": "id/a;b{c}$d'e(f)*",
    'id/say"so"': "id/say%22so%22",
    "id/{http.request.host}": "id/%7Bhttp.request.host%7D",
    "id/${PATH}%{HTTP_HOST}": "id/$%7BPATH%7D%25%7BHTTP_HOST%7D",
    "id/$1$uri": "id/$1$uri",
    "id/con": "id/con",
    "graph/x.y": "graph/x.y",
    "ns/0.2.0": "ns/0.2.0",
}
PATHS = ["/communique/", "/"]


@pytest.fixture(scope="module")
def addresses() -> Addresses:
    """The addresses of what is asked for, hostile and plain."""
    # A version of the ontology has its path from elsewhere.
    plain = [one.replace("doc/", "id/", 1) for one in DOCUMENTS if not one.startswith("ns/")]
    return allot_addresses([Iris().base + one for one in [*plain, *MOVED]], Iris())


@pytest.fixture(scope="module", params=PATHS)
def folder(
    request: pytest.FixtureRequest,
    site: Mapping[str, bytes],
    addresses: Addresses,
) -> Iterator[tuple[Path, str]]:
    """A root of a host with a part of the site in it, and the path of the site.

    Started by root, a host reads as somebody else, who can't see pytest's own folders.
    """
    path: str = request.param
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        _fill(Path(name) / path.strip("/"), path, site, addresses)
        yield Path(name), path


def _fill(folder: Path, path: str, site: Mapping[str, bytes], addresses: Addresses) -> None:
    rules = collect_rules(addresses, Iris(), path=path, host="http://localhost:1")
    endings = ["html", *GRAPH]
    names = [f"{one}.{ending}" for one in DOCUMENTS for ending in endings]
    files = {name: site[name] for name in (*names, *FILES) if name in site}
    files["doc/state/POL.ttl.gz"] = gzip.compress(files["doc/state/POL.ttl"])
    marked = {f"{one}.html": b"marked" for one in addresses.paths.values() if "~" in one}
    for name, data in {**files, **marked, **write_hosting(rules)}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


@pytest.fixture(scope="module", params=list(STARTS))
def host(
    request: pytest.FixtureRequest,
    folder: tuple[Path, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Host]:
    """Each host, with the site at each path."""
    root, path = folder
    work = tmp_path_factory.mktemp(request.param) / "work"
    with run_host(request.param, root, root / path.strip("/"), work) as running:
        yield running


@pytest.fixture(scope="module")
def path(folder: tuple[Path, str]) -> str:
    """Where the site is on the host."""
    return folder[1]


def test_a_thing_leads_to_its_document(host: Host, path: str):
    """Whatever is asked for: 303, to the document, in the words of the host's own path."""
    for accept in ACCEPTS:
        answer = host.ask(f"{path}id/state/POL", accept)
        assert answer.status == 303, accept
        assert answer.headers["access-control-allow-origin"] == "*"
        assert host.locate(f"{path}id/state/POL", accept) == f"{path}doc/state/POL"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_comes_in_the_format_asked_for(
    host: Host, path: str, document: str, site: Mapping[str, bytes]
):
    """The best offer with its media type; 406 if there is none; always told to vary."""
    offers = GRAPH if document.startswith("graph/") else DOCUMENT
    wrong = {}
    for accept in ACCEPTS:
        expected = _expect(document, choose(accept, offers), site)
        found = _read(host.ask(path + document, accept))
        head = _read(host.ask(path + document, accept, method="HEAD"))
        if found != expected or head[:-1] != expected[:-1]:
            wrong[accept] = (found[:-1], head[:-1], expected[:-1])
    assert wrong == {}


def _expect(
    document: str, ending: str | None, site: Mapping[str, bytes]
) -> tuple[int, str, str, str | None, bytes | None]:
    if ending is None:
        return (406, "accept", "*", None, None)
    media_type = write_content_type(GRAPH[ending])
    return (200, "accept", "*", media_type, site[f"{document}.{ending}"])


def _read(answer: Answer) -> tuple[int, str, str, str | None, bytes | None]:
    """Return what counts in an answer; of a refusal neither type nor words do."""
    # Some vary by the encoding as well.
    vary = answer.headers.get("vary", "").lower().replace("accept-encoding", "").strip(", ")
    origin = answer.headers.get("access-control-allow-origin", "")
    if answer.status != 200:
        return (answer.status, vary, origin, None, None)
    return (200, vary, origin, answer.headers["content-type"].lower(), answer.body)


@pytest.mark.parametrize("ending", GRAPH)
def test_a_file_is_sent_with_its_media_type(host: Host, path: str, ending: str):
    """Asked for by its ending, whatever `Accept` says, and readable from other origins."""
    answer = host.ask(f"{path}graph/states.{ending}", "image/png")
    assert answer.status == 200
    assert answer.headers["content-type"].lower() == write_content_type(GRAPH[ending])
    assert answer.headers["access-control-allow-origin"] == "*"


def test_a_compressed_file_is_sent_to_who_takes_it(
    host: Host, path: str, site: Mapping[str, bytes]
):
    """The `.gz` beside a file, with the type of the file: by nginx and Caddy."""
    if host.name == "apache":  # compresses by itself, if its configuration says so
        return
    answer = host.ask(f"{path}doc/state/POL", "text/turtle", encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].lower() == "text/turtle; charset=utf-8"
    assert gzip.decompress(answer.body) == site["doc/state/POL.ttl"]


@pytest.mark.parametrize("target", ["void", ".well-known/void"])
def test_the_description_of_the_data_set_is_turtle(host: Host, path: str, target: str):
    """Neither of the two has an ending that says so."""
    answer = host.ask(path + target)
    assert (answer.status, answer.body[:5]) == (200, b"@base")
    assert answer.headers["content-type"].lower() == "text/turtle; charset=utf-8"


@pytest.mark.parametrize("accept", [None, "text/turtle", "image/png"])
@pytest.mark.parametrize("target", ["doc/state/XXX", "doc/nothing/here", "graph/none", "none.ttl"])
def test_what_is_not_there_gets_the_page_for_it(
    host: Host, path: str, target: str, accept: str | None, site: Mapping[str, bytes]
):
    """404 comes before 406."""
    answer = host.ask(path + target, accept)
    assert (answer.status, answer.body) == (404, site["404.html"])


def test_the_first_page_answers_for_the_folder(host: Host, path: str, site: Mapping[str, bytes]):
    """With its slash, and by a redirect without."""
    answer = host.ask(path)
    assert (answer.status, answer.body) == (200, site["index.html"])


@pytest.mark.parametrize("iri", MOVED)
def test_an_identifier_of_another_path_is_led_there(
    host: Host, path: str, iri: str, addresses: Addresses
):
    """Its file's name is plain; what it holds is matched, never carried out."""
    document = addresses.paths[Iris().base + iri]
    assert host.locate(path + MOVED[iri]) == path + document
    assert host.ask(path + document).body == b"marked"


@pytest.mark.parametrize(
    "target",
    [
        "id/x%0d%0aSet-Cookie:a=b",
        "id/x%00",
        "id/../../etc/passwd",
        "id/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "id//example.org/",
        "id/%5c%5cexample.org",
        ".htaccess",
        "doc/../.htaccess",
        "doc/%2e%2e%2f%2e%2e%2fetc/passwd",
        "graph/..%5c..%5c",
        "id/x%20y",
    ],
)
def test_a_hostile_address_gets_nothing(host: Host, path: str, target: str):
    """No header of its own, no way out of the site, no other host."""
    answer = host.ask(path + target)
    place = host.locate(path + target)
    # Outside of the site's path, Caddy answers 200 with nothing.
    assert answer.status in {303, 400, 403, 404} or answer.body == b""
    assert "set-cookie" not in answer.headers
    assert place == "" or place.startswith(f"{path}doc/")
    assert b"root:" not in answer.body
    assert b"RewriteEngine" not in answer.body


def test_a_long_header_is_answered_at_once(host: Host, path: str):
    """What is too long for the expressions of Apache and nginx counts as no header at all."""
    for header in (
        "text/turtle;" * 600,
        "," * 7000,
        "a/b;q=0." + "0" * 7000,
        "x" + "\t" * 3000 + "y",
    ):
        answer = host.ask(f"{path}doc/state/POL", header)
        assert answer.status in ({200, 400, 406} if host.name == "caddy" else {200})
