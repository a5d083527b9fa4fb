"""Real hosts on loopback, each set up with the rules that `communique publish` writes for it.

Each runs in the foreground, as this user, with nothing outside of its own folder; a host that is
not installed is an error, not a skip: what isn't run isn't known.
"""

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 20
MODULES = ("authz_core", "dir", "env", "headers", "mime", "mpm_event", "rewrite")
NGINX = """
daemon off; pid nginx.pid; error_log error.log; worker_processes 1; events {{ }}
http {{
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  include {site}/hosting/nginx-http.conf;
  server {{ listen 127.0.0.1:{port}; root {root}; include {site}/hosting/nginx-server.conf; }}
}}
"""
APACHE = """
ServerRoot "{work}"
ServerName localhost
Listen 127.0.0.1:{port}
PidFile apache.pid
Mutex file:{work} default
ErrorLog error.log
TypesConfig /dev/null
{modules}
User nobody
Group nogroup
DocumentRoot "{root}"
<Directory "{root}">
  AllowOverride All
  Options FollowSymLinks Indexes
  Require all granted
</Directory>
"""
CADDY = """
{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
  bind 127.0.0.1
  root * {root}
  import {site}/hosting/caddy.conf
}}
"""


@dataclass(frozen=True)
class Answer:
    """What a host answered; the names of the headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A running host, to be asked for raw targets, so that no client mends them first."""

    name: str
    port: int

    def ask(
        self,
        target: str,
        accept: str | None = None,
        *,
        method: str = "GET",
        encoding: str | None = None,
    ) -> Answer:
        """Return the answer to one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"Accept": accept, "Accept-Encoding": encoding}
        connection.putrequest(method, target, skip_accept_encoding=True)
        for name, value in headers.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        body = answer.read()
        connection.close()
        return Answer(answer.status, found, body)

    def locate(self, target: str, accept: str | None = None) -> str:
        """Return where a target is redirected to, without the host's own address."""
        place = self.ask(target, accept).headers.get("location", "")
        return place.removeprefix(f"http://127.0.0.1:{self.port}")


def _start_nginx(work: Path, values: Mapping[str, object]) -> list[str]:
    (work / "nginx.conf").write_text(NGINX.format(**values))
    return [_find("nginx"), "-p", str(work), "-e", "error.log", "-c", "nginx.conf"]


def _start_apache(work: Path, values: Mapping[str, object]) -> list[str]:
    folder = Path("/usr/lib/apache2/modules")
    loaded = [f"LoadModule {name}_module {folder}/mod_{name}.so" for name in MODULES]
    (work / "apache.conf").write_text(APACHE.format(modules="\n".join(loaded), **values))
    return [_find("apache2"), "-D", "FOREGROUND", "-f", str(work / "apache.conf")]


def _start_caddy(work: Path, values: Mapping[str, object]) -> list[str]:
    (work / "Caddyfile").write_text(CADDY.format(**values))
    return [_find("caddy"), "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]


STARTS: Mapping[str, Callable[[Path, Mapping[str, object]], list[str]]] = {
    "nginx": _start_nginx,
    "apache": _start_apache,
    "caddy": _start_caddy,
}


def _find(program: str) -> str:
    found = shutil.which(program, path="/usr/sbin:/usr/bin:/usr/local/bin")
    assert found, f"{program} is needed; .ci/run names its package"
    return found


@contextmanager
def run_host(name: str, root: Path, site: Path, work: Path) -> Iterator[Host]:
    """Run a host that serves the folder `root`, in which the site is, from a folder of its own."""
    work.mkdir()
    port = _find_port()
    command = STARTS[name](work, {"root": root, "site": site, "work": work, "port": port})
    home = {"HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with (work / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=work, env=home, stdout=output, stderr=output)
        try:
            _wait(process, port, work)
            yield Host(name, port)
        finally:
            process.terminate()
            process.wait(timeout=START_SECONDS)


def _find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, work: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    logs = [path.read_text() for path in (work / "output", work / "error.log") if path.exists()]
    raise AssertionError("\n".join(logs))
