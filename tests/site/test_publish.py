import resource
import shutil
from pathlib import Path

import pytest
from tests.conftest import SLUG, Communique

from communique.core.resources import find_resource

MOST_SECONDS = 10


def read_inodes(out: Path) -> dict[str, int]:
    """Return the identity of every file: one that is written anew gets another."""
    real = out.resolve()
    return {
        str(path.relative_to(real)): path.stat().st_ino
        for path in real.rglob("*")
        if path.is_file()
    }


def read_seconds() -> float:
    """Return the processor's time of the commands so far: other work on the machine isn't ours."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_publish_is_quick_and_rewrites_only_what_changed(communique: Communique, tmp_path: Path):
    """A change of one fact leaves all files alone but those that tell of it.

    Without the SPARQL editor, which npm packs once and which is kept after that.
    """
    folder = tmp_path / SLUG
    shutil.copytree(find_resource("data", SLUG), folder)
    out = tmp_path / "site"
    start = read_seconds()
    assert communique("publish", folder, "--out", out, "--no-editor").returncode == 0
    assert read_seconds() - start < MOST_SECONDS
    before = read_inodes(out)
    assert len(before) > 5000

    assert communique("publish", folder, "--out", out, "--no-editor").returncode == 0
    assert read_inodes(out) == before

    review = folder / "annotations.yaml"
    text = review.read_text("utf-8")
    assert "food-security" in text
    review.write_text(text.replace("food-security", "health", 1), "utf-8")
    result = communique("publish", folder, "--out", out, "--no-editor")
    assert result.returncode == 0, result.stderr
    after = read_inodes(out)
    changed = {name for name in after if after[name] != before.get(name)}
    assert "doc/topic/health.html" in changed
    assert len(changed) < 120
    assert not any("state/" in name for name in changed)


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--path", "communique", "C120"),
        ("--path", "/a/../b/", "C120"),
        ("--path", "//example.org/", "C120"),
        ("--path", "/a;}/", "C120"),
        ("--host", "example.org", "C121"),
        ("--host", "https://example.org/communique/", "C121"),
        ("--host", 'https://example.org"\nDeny', "C121"),
    ],
)
def test_a_wrong_place_on_the_host_is_refused(
    communique: Communique, tmp_path: Path, option: str, value: str, code: str
):
    """The error says how to write it; nothing is written."""
    result = communique("publish", "--out", tmp_path / "site", option, value)
    assert result.returncode == 2
    assert code in result.stderr
    assert not (tmp_path / "site").exists()


def test_another_base_gives_the_same_pages(communique: Communique, tmp_path: Path):
    """Paths don't depend on the base; identifiers do."""
    out = tmp_path / "site"
    result = communique("publish", "--out", out, "--base", "https://example.org/x/", "--json")
    assert result.returncode == 0, result.stderr
    page = (out / "doc/state/POL.html").read_text("utf-8")
    assert "https://example.org/x/id/state/POL" in page
    assert "w3id.org/communique/id/" not in page
