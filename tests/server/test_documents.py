from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.server.process import Server, run_server

from communique.server.media_types import type_of_file, with_charset
from communique.site.hosting.rules import OTHER_TYPES, RDF_TYPES, TEXT_TYPES, write_content_type

BASE = "https://w3id.org/communique/"


def test_every_file_of_the_site_is_served_as_it_is(server: Server, published: Path):
    """A sample of every folder, byte for byte."""
    root = published.resolve()
    files = [path for path in root.rglob("*") if path.is_file() and path.suffix != ".gz"]
    sample = {path.parent: path for path in files}
    assert len(sample) > 20
    for path in sample.values():
        reply = server.ask(f"/{path.relative_to(root).as_posix()}")
        assert (reply.status, reply.body) == (200, path.read_bytes()), path


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html"),
        ("/text", "text/html"),
        ("/zh-Hans/", "text/html"),
        ("/zh-Hans/doc/state/POL", "text/html"),
        ("/.well-known/void", "text/turtle"),
        ("/void", "text/turtle"),
        ("/files/communique.nq", "application/n-quads"),
        ("/files/manifest.json", "application/json"),
        ("/static/style.css", "text/css"),
        ("/static/icon.svg", "image/svg+xml"),
        ("/robots.txt", "text/plain"),
    ],
)
def test_addresses_without_an_ending_work_for_everything(
    server: Server, path: str, media_type: str
):
    """And each file is sent as what it is."""
    reply = server.ask(path)
    assert (reply.status, reply.type) == (200, media_type)


@pytest.mark.parametrize("path", ["/id/state/XXX", "/doc/state/XXX", "/nothing", "/id/", "/doc/"])
@pytest.mark.parametrize("accept", ["text/html", "*/*", "text/turtle"])
def test_what_is_not_there_is_not_found(server: Server, path: str, accept: str):
    """404, as the site's own page for readers, as a problem for programs."""
    reply = server.ask(path, accept=accept)
    assert reply.status == 404
    assert reply.type == ("text/html" if accept == "text/html" else "application/problem+json")


def test_the_page_for_a_missing_one_is_the_sites(server: Server, published: Path):
    """It is shown with its status, not instead of it."""
    reply = server.ask("/nothing", accept="text/html")
    assert (reply.status, reply.body) == (404, (published / "404.html").read_bytes())


@pytest.mark.parametrize("path", ["/doc/state/POL", "/doc/state/POL.ttl", "/files/communique.nq"])
def test_a_client_that_has_it_is_not_sent_it_again(server: Server, path: str):
    """304 with the tag, strong or weak, alone or in a list; 200 with another."""
    tag = server.ask(path).headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        reply = server.ask(path, headers={"If-None-Match": known})
        assert (reply.status, reply.body) == (304, b"")
        assert reply.headers["etag"] == tag
    assert server.ask(path, headers={"If-None-Match": '"other"'}).status == 200


@pytest.mark.parametrize("path", ["/doc/state/POL", "/files/communique.nq", "/id/state/POL"])
def test_head_tells_what_get_would(server: Server, path: str):
    """The same headers, no body."""
    head, got = server.ask(path, method="HEAD"), server.ask(path)
    assert head.body == b""
    drop = {"date"}
    kept = {name: value for name, value in got.headers.items() if name not in drop}
    assert kept == {name: value for name, value in head.headers.items() if name not in drop}


@pytest.mark.parametrize("path", ["/doc/state/POL", "/sparql", "/queries", "/queries/endorsers"])
def test_pages_of_other_hosts_may_read(server: Server, path: str):
    """CORS: a preflight is answered, and every reply may be read."""
    sent = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    reply = server.ask(path, method="OPTIONS", headers=sent)
    assert reply.status == 204
    assert "GET" in reply.headers["access-control-allow-methods"]
    assert reply.headers["access-control-allow-origin"] == "*"
    assert server.ask(path).headers["access-control-allow-origin"] == "*"
    assert server.ask(f"{path}/no/such").headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", ["/doc/state/POL", "/queries", "/health"])
def test_nothing_can_be_written(server: Server, method: str, path: str):
    """405, with the methods that there are."""
    reply = server.ask(path, method=method, body=b"")
    assert (reply.status, reply.headers.get("allow")) == (405, "GET, HEAD, OPTIONS")


def test_no_browser_guesses_or_runs_what_is_data(server: Server):
    """Types are final, data are sandboxed, pages can't be framed; nobody is told what we run."""
    for path in ("/doc/state/POL.ttl", "/files/tables/states.csv", "/doc/state/POL.jsonld"):
        headers = server.ask(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in headers["content-security-policy"]
        assert "server" not in headers
    policy = server.ask("/doc/state/POL.html").headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "sandbox" not in policy


def test_a_figure_keeps_its_look(server: Server, published: Path):
    """Its style stands in it, and may; nothing else of it runs or loads."""
    figure = next(published.glob("figures/*.svg"))
    policy = server.ask(f"/figures/{figure.name}").headers["content-security-policy"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    table = server.ask(f"/figures/{figure.stem}.csv").headers["content-security-policy"]
    assert table == "default-src 'none'; sandbox"


def test_only_what_never_changes_is_kept_for_long(server: Server, published: Path):
    """The files of a version; its page is written anew with the site."""
    version = next(path for path in (published / "version").iterdir() if path.is_dir())
    for name in ("manifest.json", "communique.nq.gz"):
        reply = server.ask(f"/version/{version.name}/{name}")
        assert (reply.status, "immutable" in reply.headers["cache-control"]) == (200, True)
    for path in (version.name, f"{version.name}.ttl", f"{version.name}.html", "history.json"):
        reply = server.ask(f"/version/{path}")
        assert (reply.status, reply.headers["cache-control"]) == (200, "public, max-age=60")


def test_types_are_those_of_other_hosts():
    """What the rules for Apache, nginx, Caddy and Netlify say of an ending, the server says."""
    types = {**TEXT_TYPES, **RDF_TYPES, **OTHER_TYPES}
    said = {ending: with_charset(type_of_file(f"x.{ending}")) for ending in types}
    assert said == {ending: write_content_type(one) for ending, one in types.items()}


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site by hand: a thing whose IRI is no plain path, under a base of its own."""
    root = tmp_path_factory.mktemp("odd") / "site"
    (root / "doc").mkdir(parents=True)
    (root / "files").mkdir()
    for ending in ("html", "ttl"):
        (root / f"doc/x~0123.{ending}").write_text(f"odd {ending}", "utf-8")
        (root / f"doc/plain.{ending}").write_text(f"plain {ending}", "utf-8")
    (root / "zh-Hans/doc").mkdir(parents=True)
    (root / "zh-Hans/doc/plain.html").write_text("zh", "utf-8")
    (root / "addresses.json").write_text(
        '{"base":"https://a.example/b/","documents":{"https://a.example/b/id/x%20y":"doc/x~0123"}}',
        "utf-8",
    )
    (root / "files/communique.nq").write_text("<a:a> <a:b> <a:c> <a:g> .\n", "utf-8")
    return root


@pytest.mark.parametrize("prefix", ["/", "/communique/"])
def test_a_site_of_any_base_is_served_at_any_place(odd_site: Path, prefix: str):
    """The table of addresses finds unsafe IRIs; all addresses begin with the prefix."""
    with run_server("--site", odd_site, "--path", prefix) as running:
        reply = running.ask(f"{prefix}id/x%20y")
        assert (reply.status, reply.headers["location"]) == (303, f"{prefix}doc/x~0123")
        found = running.ask(f"{prefix}doc/x~0123", accept="text/turtle")
        assert (found.status, found.body) == (200, b"odd ttl")
        assert found.headers["content-location"] == f"{prefix}doc/x~0123.ttl"
        assert running.ask(f"{prefix}doc/x%20y", accept="text/turtle").body == b"odd ttl"
        assert f"<{prefix}doc/plain.ttl>" in running.ask(f"{prefix}doc/plain").headers["link"]
        assert running.ask(f"{prefix}queries/endorsers").status == 200
        chinese = running.ask(f"{prefix}doc/plain", headers={"Accept-Language": "zh"})
        # Below a prefix the relative links of a page only work at its own address.
        assert chinese.status == (200 if prefix == "/" else 303)
        if prefix != "/":
            assert running.ask("/doc/plain").status == 404


def test_a_folder_that_is_no_site_is_told(communique: Communique, tmp_path: Path):
    """C131 names the place, before anything is started."""
    result = communique("serve", "--site", tmp_path)
    assert (result.returncode, "C131" in result.stderr) == (2, True)
    missing = communique("serve", "--site", tmp_path / "missing")
    assert (missing.returncode, "C131" in missing.stderr) == (2, True)
