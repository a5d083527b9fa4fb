import json
import stat
import sys
from pathlib import Path

import pytest

from communique.core.errors import ServiceError
from communique.site.editor.packing import pack_editor

FILES = {
    "node_modules/oxigraph/web.js": "engine",
    "node_modules/oxigraph/web_bg.wasm": "wasm",
    "node_modules/@zazuko/yasgui/build/yasgui.min.css": "style",
    "node_modules/@zazuko/yasgui/build/yasgui.min.js": "code\n//# sourceMappingURL=x.map",
}
NPM = """#!{python}
import json, pathlib, sys
pathlib.Path({log!r}).open("a").write(" ".join(sys.argv[1:]) + "\\n")
if {said!r}:
    print({said!r}, file=sys.stderr)
    sys.exit(1)
for name, text in {files!r}.items():
    path = pathlib.Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
for name in json.load(open("package-lock.json"))["packages"]:
    folder = pathlib.Path(name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "LICENSE").write_text("Do as you like.")
"""


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An npm that installs small files in place of the packages; it notes how it is called."""
    return install_npm(tmp_path, monkeypatch, said="")


def install_npm(folder: Path, monkeypatch: pytest.MonkeyPatch, *, said: str) -> Path:
    """Put an npm first on the path; with something to say, it fails."""
    tools, log = folder / "bin", folder / "calls"
    tools.mkdir()
    npm = tools / "npm"
    npm.write_text(NPM.format(python=sys.executable, log=str(log), said=said, files=FILES))
    npm.chmod(npm.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tools))
    return log


def test_the_packages_are_fetched_once(calls: Path, tmp_path: Path):
    """The second time nothing is asked of npm, and the bytes are the same; no script is run."""
    cache = tmp_path / "cache"
    files = pack_editor(cache)
    assert files["yasgui.js"] == b"code\n"
    assert files["oxigraph.wasm"] == b"wasm"
    assert b"== oxigraph 0." in files["licences.txt"]
    assert files["licences.txt"].count(b"Do as you like.") > 40
    assert pack_editor(cache) == files
    [call] = calls.read_text().splitlines()
    assert call.startswith("ci --ignore-scripts ")
    assert [one.name for one in cache.iterdir() if one.name.startswith("fetch-")] == []


@pytest.mark.parametrize("damage", [b"", b"other", None])
def test_a_damaged_cache_is_fetched_anew(calls: Path, tmp_path: Path, damage: bytes | None):
    """A file that is missing, or isn't what was put there, is never published."""
    cache = tmp_path / "cache"
    files = pack_editor(cache)
    [folder] = cache.iterdir()
    (folder / "yasgui.css").unlink()
    if damage is not None:
        (folder / "yasgui.css").write_bytes(damage)
    assert pack_editor(cache) == files
    assert (folder / "yasgui.css").read_bytes() == b"style"
    assert len(calls.read_text().splitlines()) == 2


def test_a_failing_npm_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """C123 has npm's own reason; nothing is left in the cache."""
    install_npm(tmp_path, monkeypatch, said="npm error getaddrinfo ENOTFOUND registry.")
    with pytest.raises(ServiceError, match="getaddrinfo ENOTFOUND") as caught:
        pack_editor(tmp_path / "cache")
    assert caught.value.code == "C123"
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.usefixtures("calls")
def test_without_npm_the_cache_alone_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What was packed once needs no npm; C123 where nothing was."""
    files = pack_editor(tmp_path / "cache")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert pack_editor(tmp_path / "cache") == files
    with pytest.raises(ServiceError, match="npm isn't installed"):
        pack_editor(tmp_path / "other")


@pytest.mark.usefixtures("calls")
def test_a_cache_that_cannot_be_written_is_told_of(tmp_path: Path):
    """C123, not a traceback."""
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(ServiceError, match="can't be kept"):
        pack_editor(tmp_path / "cache")


def test_the_lock_names_every_package_by_its_hash():
    """Hashes for all, addresses for none; what is asked for has one version."""
    folder = Path(sys.modules[pack_editor.__module__].__file__ or "").parent
    lock = json.loads((folder / "package-lock.json").read_text("utf-8"))
    packages = {name: held for name, held in lock["packages"].items() if name}
    assert len(packages) > 40
    assert [name for name, held in packages.items() if "integrity" not in held] == []
    assert [name for name, held in packages.items() if "resolved" in held] == []
    asked = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
