"""The SPARQL page where the editor can't run, and where a server answers."""

import functools
import json
import shutil
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import QuietHandler, serve
from tests.browser.editor_page import EditorPage
from tests.browser.test_site_in_browser import Watch
from tests.conftest import Communique
from tests.server.process import run_server

pytestmark = pytest.mark.xdist_group("browser")

SMALL = Path(__file__).parents[1] / "cases" / "decimal-labels"
ANSWER = {
    "head": {"vars": ["x"]},
    "results": {"bindings": [{"x": {"type": "literal", "value": "from the server"}}]},
}


class Endpoint(QuietHandler):
    """The site with an endpoint, as far as the page needs one."""

    asked: list[str]

    def __init__(self, *args: object, asked: list[str], **options: object) -> None:
        """Write down what is asked."""
        self.asked = asked
        super().__init__(*args, **options)

    def do_GET(self) -> None:  # noqa: N802 - the base's name
        """Tell of the endpoint."""
        if self.path == "/static/editor/endpoint.json":
            self._answer(200, "application/json", {"endpoint": "/sparql"})
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802 - the base's name
        """Answer a query in a form; refuse what isn't SELECT."""
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        [query] = parse_qs(body)["query"]
        self.asked.append(f"{self.path} {query}")
        if query.startswith("SELECT"):
            self._answer(200, "application/sparql-results+json", ANSWER)
        else:
            problem = {"title": "Bad Request", "detail": "line 2, column 1: <b>unexpected</b> 'x'"}
            self._answer(400, "application/problem+json", problem)

    def _answer(self, status: int, kind: str, document: object) -> None:
        data = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def served(site_folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a site with an endpoint, and what it was asked."""
    asked: list[str] = []
    handler = functools.partial(Endpoint, asked=asked, directory=str(site_folder.resolve()))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


def test_a_server_answers_once_there_is_one(browser: Browser, served: tuple[str, list[str]]):
    """The endpoint of the same host is asked, its refusal shown; the browser remains a choice."""
    address, asked = served
    page = browser.new_page()
    editor = EditorPage(page, f"{address}sparql.html")
    editor.ask("SELECT ?x WHERE {}")
    assert asked == ["/sparql SELECT ?x WHERE {}"]
    assert editor.read_columns() == {"x": ["from the server"]}
    editor.ask("ASK {\nx }")
    told = editor.panel.get_by_role("alert").inner_text()
    assert told == "Bad Request\nline 2, column 1: <b>unexpected</b> 'x'"
    assert editor.panel.locator(".communique-bad-line").count() == 1
    page.select_option("#where", "browser")
    editor.ask("ASK {}")
    assert editor.panel.locator(".verdict").inner_text() == "Yes"
    assert len(asked) == 2
    page.close()


def test_the_form_posts_to_the_endpoint(browser: Browser, served: tuple[str, list[str]]):
    """Without JavaScript there is the form, which a server answers, and every question."""
    address, asked = served
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}zh-Hans/sparql.html")
    assert page.locator("#editor").is_hidden()
    assert page.locator("#plain li a").count() > 50
    page.fill("#query", "SELECT ?x WHERE {}")
    with page.expect_request("**/sparql") as request:
        page.get_by_role("button", name="发送").click()
    assert request.value.method == "POST"
    request.value.response()
    assert asked == ["/sparql SELECT ?x WHERE {}"]
    context.close()


def test_an_opened_file_says_what_it_needs(browser: Browser, site_folder: Path):
    """From a file no data can be read: the form stays, without a message on the console."""
    page = browser.new_page()
    watch = Watch(page, "file://")
    page.goto((site_folder / "sparql.html").absolute().as_uri())
    page.locator("#as-file").wait_for(state="visible")
    assert page.locator("#query").is_visible()
    assert page.locator("#editor").is_hidden()
    page.close()
    assert watch.seen == []


@pytest.fixture
def without_npm(tmp_path: Path) -> dict[str, str]:
    """An environment where nothing has been packed and npm isn't found."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("git", "sh"):
        found = shutil.which(tool)
        assert found
        (tools / tool).symlink_to(found)
    return {"PATH": str(tools), "XDG_CACHE_HOME": str(tmp_path / "cache")}


def test_a_site_is_built_without_npm(
    communique: Communique, browser: Browser, tmp_path: Path, without_npm: dict[str, str]
):
    """The command says what is left out, and so does the page, which has the form."""
    out = tmp_path / "site"
    result = communique("publish", SMALL, "--out", out, env=without_npm)
    assert result.returncode == 0, result.stderr
    assert "The SPARQL editor is left out" in result.stderr
    assert "C123 npm isn't installed" in result.stderr
    assert not (out / "static" / "editor").exists()
    with serve(out) as address:
        page = browser.new_page()
        watch = Watch(page, address)
        page.goto(f"{address}sparql.html")
        assert "left out when this site was made" in page.locator("main").inner_text()
        assert page.locator("form[method=post] textarea").is_visible()
        page.close()
        assert watch.seen == []


def test_the_editor_can_be_insisted_on(
    communique: Communique, tmp_path: Path, without_npm: dict[str, str]
):
    """C123 ends with 3, and nothing is written."""
    result = communique("publish", SMALL, "--editor", "--out", tmp_path / "site", env=without_npm)
    assert result.returncode == 3
    assert "C123" in result.stderr
    assert not (tmp_path / "site").exists()


def test_the_projects_own_server_answers(browser: Browser, site_folder: Path):
    """Behind `communique serve` the endpoint and the engine in the browser give the same rows."""
    with run_server("--site", site_folder) as server:
        page = browser.new_page()
        watch = Watch(page, server.address)
        editor = EditorPage(page, f"{server.address}/sparql.html")
        rows = []
        for where in ("server", "browser"):
            assert page.locator("#where").input_value() == where
            editor.run()
            rows.append(editor.read_columns())
            page.select_option("#where", "browser")
        assert rows[0] == rows[1]
        assert len(rows[0]["state"]) == 19
        page.close()
        assert watch.seen == []
