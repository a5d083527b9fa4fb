"""Real stores that can be stopped, killed and started again on the same port and data."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.stores.processes import find_free_port, find_program, wait_until_ready
from tests.stores.virtuoso import PASSWORD, SETTINGS, USER

STOP_SECONDS = 30.0


@dataclass
class Server:
    """A store's process; its folder holds its data and its log."""

    name: str
    words: list[str]
    url: str
    ready_url: str
    folder: Path
    login: dict[str, str] = field(default_factory=dict)
    sql_port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the store and wait until it answers."""
        # A Virtuoso that was killed leaves its lock behind.
        (self.folder / "virtuoso.lck").unlink(missing_ok=True)
        log = self.folder / f"{self.name}.out"
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                self.words, stdout=output, stderr=output, cwd=self.folder
            )
        wait_until_ready(self.process, self.ready_url, log)

    def stop(self) -> None:
        """End the process in good order."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
        self.process = None

    def kill(self) -> None:
        """End the process at once (SIGKILL)."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        self.process = None


def make_oxigraph(folder: Path, *, in_memory: bool = False) -> Server:
    """Return an Oxigraph that keeps its data in the folder, or nowhere; it isn't started yet."""
    program = find_program("oxigraph", mend="pip install oxigraph")
    url = f"http://127.0.0.1:{find_free_port()}"
    words = [program, "serve", *([] if in_memory else ["--location", str(folder / "data")])]
    words += ["--bind", url.removeprefix("http://"), "--union-default-graph"]
    return Server("oxigraph", words, url, url, folder)


def make_virtuoso(folder: Path) -> Server:
    """Return a Virtuoso that keeps its data in the folder; it isn't started yet."""
    program = find_program("virtuoso-t", mend="apt-get install virtuoso-opensource-7-bin")
    sql_port, http_port = find_free_port(), find_free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(SETTINGS.format(folder=folder, sql_port=sql_port, http_port=http_port))
    url = f"http://127.0.0.1:{http_port}"
    words = [program, "+configfile", str(settings), "+foreground"]
    login = {"COMMUNIQUE_USER": USER, "COMMUNIQUE_PASSWORD": PASSWORD}
    return Server("virtuoso", words, url, f"{url}/sparql", folder, login, sql_port)


def make_oxigraph_in_memory(folder: Path) -> Server:
    """Return an Oxigraph that is quick with large graphs, and forgets them when it ends."""
    return make_oxigraph(folder, in_memory=True)


#: The stores that tests run on, and that `make stores` starts.
MAKERS = {"oxigraph": make_oxigraph, "virtuoso": make_virtuoso}


@contextmanager
def run_store(make: Callable[[Path], Server], folder: Path) -> Iterator[Server]:
    """Yield a started store; it ends with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    server = make(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
