"""`communique publish` into a folder that has been published into before."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from tests.conftest import SLUG, Communique
from tests.site.changes import write_earlier_version

from communique.write.generation import write_generation

EPOCH = "1795305600"
DAY = "2026-11-22"


def hash_files(out: Path) -> dict[str, str]:
    """Return the hash of every file by name."""
    real = out.resolve()
    return {
        str(path.relative_to(real)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in real.rglob("*")
        if path.is_file()
    }


def list_versions(out: Path) -> list[tuple[str, str]]:
    """Return the versions of a site with their dates."""
    listed = json.loads((out / "version" / "history.json").read_text("utf-8"))
    return [(one["version"], one["date"]) for one in listed["versions"]]


@pytest.fixture
def hosted(tmp_path: Path) -> Path:
    """A copy of a hosted site's history, with one version."""
    return write_earlier_version(tmp_path / "earlier")


@pytest.fixture
def site(hosted: Path, tmp_path: Path) -> Path:
    """The site that was published there."""
    files = {str(p.relative_to(hosted)): p.read_bytes() for p in hosted.rglob("*") if p.is_file()}
    write_generation(tmp_path / "site", files, keep_unchanged=True)
    return tmp_path / "site"


def test_a_changed_graph_is_a_version_and_the_same_one_is_none(
    communique: Communique, site: Path, tmp_path: Path
):
    """One publication adds a version to the site; another one, with its history, changes no byte.

    It is made on another day into another folder, with a copy of the hosted site.
    """
    first = hash_files(site)
    command = ["publish", "--no-editor", "--json", "--out"]
    result = communique(*command, site, env={"SOURCE_DATE_EPOCH": EPOCH})
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["versions"] == 2
    (old, before), (new, date) = list_versions(site)
    assert (before, date) == ("2023-03-29", DAY)
    kept = {name: digest for name, digest in first.items() if name.startswith(f"version/{old}/")}
    second = hash_files(site)
    assert len(kept) == 2
    assert kept.items() <= second.items()
    page = (site / f"version/{new}/changes.html").read_text("utf-8")
    assert "statement 6: topic food security added." in page
    assert f"version/{new}" in (site / "cite.bib").read_text("utf-8")
    manifest = json.loads((site / f"version/{new}/manifest.json").read_text("utf-8"))
    assert manifest["declarations"][SLUG]["statements"] == 106

    shutil.copytree(site.resolve(), tmp_path / "copy")
    fresh, options = tmp_path / "fresh", ("--date", "2026-12-24", "--history")
    result = communique(*command, fresh, *options, tmp_path / "copy")
    assert result.returncode == 0, result.stderr
    assert hash_files(fresh) == second


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("C126", ["--base", "https://example.org/"]),
        ("C124", ["--history", "empty"]),
        ("C125", ["--history", "changed"]),
    ],
)
def test_what_does_not_follow_the_history_is_refused(
    communique: Communique, hosted: Path, site: Path, code: str, arguments: list[str]
):
    """Another base, a folder without history, a changed graph: nothing is written."""
    place = site.parent
    (place / "empty").mkdir()
    shutil.copytree(hosted, place / "changed")
    for file in (place / "changed").rglob("communique.nq.gz"):
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    before = site.readlink()
    result = communique("publish", "--out", site, "--no-editor", *arguments, cwd=place)
    assert result.returncode == 2
    assert code in result.stderr
    assert "Traceback" not in result.stderr
    assert site.readlink() == before


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30])
def test_a_date_that_is_none_is_a_wrong_usage(communique: Communique, tmp_path: Path, epoch: str):
    """SOURCE_DATE_EPOCH is a number of seconds; nothing is written."""
    result = communique("publish", cwd=tmp_path, env={"SOURCE_DATE_EPOCH": epoch})
    assert result.returncode == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr
    assert list(tmp_path.iterdir()) == []
