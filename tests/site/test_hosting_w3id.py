"""The rules for w3id.org on a real Apache, which is what w3id.org runs."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.site.accepting import ACCEPTS, DOCUMENT, GRAPH, choose
from tests.site.hosts import Host, run_host

from communique.core.iris import Iris
from communique.site.addresses import allot_addresses
from communique.site.hosting.files import write_hosting
from communique.site.hosting.rules import PLACEHOLDER, Rules, collect_rules

SITE = "https://data.example/communique/"
ODD = "id/波;兰"


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The rules of a site at an address of its own, with an identifier of another path."""
    addresses = allot_addresses([Iris().base + ODD], Iris())
    return collect_rules(addresses, Iris(), path="/communique/", host="https://data.example")


@pytest.fixture(scope="module")
def w3id(rules: Rules, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """An Apache with the folder `communique` as it would be sent to w3id.org, and nothing else."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "communique"
        folder.mkdir()
        Path(name).chmod(0o755)
        (folder / ".htaccess").write_bytes(write_hosting(rules)["hosting/w3id/communique.htaccess"])
        with run_host("apache", Path(name), folder, tmp_path_factory.mktemp("w3id") / "a") as host:
            yield host


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("id/state/POL", "doc/state/POL"),
        ("doc/state/POL", "doc/state/POL"),
        ("graph/states", "graph/states"),
        ("ns", "ns"),
    ],
)
def test_an_identifier_leads_to_the_file_asked_for(w3id: Host, asked: str, path: str):
    """303 to the format of `Accept`, HTML before XML where both are asked for alike; or 406."""
    offers = GRAPH if asked.startswith("graph/") else DOCUMENT
    for accept in ACCEPTS:
        answer = w3id.ask(f"/communique/{asked}", accept)
        ending = choose(accept, offers)
        status, place = (303, f"{SITE}{path}.{ending}") if ending else (406, "")
        assert (answer.status, answer.headers.get("location", "")) == (status, place), accept
        assert "Accept" in answer.headers["vary"]
        assert answer.headers["access-control-allow-origin"] == "*"


def test_an_identifier_of_another_path_leads_to_its_file(w3id: Host, rules: Rules):
    """In one step, and negotiated like the others."""
    place = w3id.locate("/communique/id/%E6%B3%A2;%E5%85%B0", "text/turtle")
    assert place == f"{SITE}{rules.moved[0].document}.ttl"


@pytest.mark.parametrize("path", ["", "index.html", "files/communique.nq", "zh-Hans/text.html"])
def test_the_rest_is_where_the_site_is(w3id: Host, path: str):
    """Files keep their paths."""
    assert w3id.ask(f"/communique/{path}").status == 302
    assert w3id.locate(f"/communique/{path}") == SITE + path


def test_the_data_set_has_its_description(w3id: Host):
    """`void#dataset` is the data set's identifier."""
    assert w3id.locate("/communique/void") == f"{SITE}void.ttl"


@pytest.mark.parametrize("path", ["id/x%0d%0aSet-Cookie:a=b", "id/a.b", "x%0aLocation:%20y"])
def test_an_address_that_is_no_identifier_leads_nowhere(w3id: Host, path: str):
    """No redirect, no header of its own."""
    answer = w3id.ask(f"/communique/{path}")
    assert answer.status in {400, 403, 404}
    assert not {"location", "set-cookie"} & set(answer.headers)


def test_nobody_is_made_up_as_contact():
    """Whoever sends the folder says who answers for it; an address not told is a reserved one."""
    readme = write_hosting(Rules("/"))["hosting/w3id/README.md"].decode()
    assert "To be filled in" in readme
    assert "@" not in readme
    assert PLACEHOLDER.endswith(".example")
    assert f"{PLACEHOLDER}/" in readme
