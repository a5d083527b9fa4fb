import os
import random
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("browser")

#: How many of the pages of resources are looked at; they share a template.
SAMPLE = 120
TIMEOUT_SECONDS = 600


def choose_pages(folder: Path) -> list[Path]:
    """Return every page but those of resources, and a seeded sample of these, or all of them."""
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 2000
    if os.environ.get("COMMUNIQUE_MATRIX") == "full":
        return pages
    kinds = ("doc", "ontology")
    alike = [page for page in pages if set(kinds) & set(page.relative_to(folder).parts[:2])]
    sample = random.Random(7).sample(alike, SAMPLE)  # noqa: S311 - a test's sample
    return [*(page for page in pages if page not in set(alike)), *sample]


def test_every_page_is_valid_html(site_folder: Path, node_modules: Path):
    """html-validate's standard rules on every kind of page."""
    pages = choose_pages(site_folder.resolve())
    validator = node_modules / ".bin" / "html-validate"
    config = node_modules.parent / ".htmlvalidate.json"
    result = subprocess.run(
        [validator, "--config", config, "--formatter", "text", *pages],
        cwd=node_modules.parent,
        check=False,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
    )
    assert result.returncode == 0, result.stdout[:4000] + result.stderr[:2000]


def test_a_wrong_page_is_noticed(node_modules: Path, tmp_path: Path):
    """The check itself can fail."""
    page = tmp_path / "wrong.html"
    page.write_text('<!doctype html>\n<html lang="en"><title>x</title><p id="a"><p id="a"></html>')
    validator = node_modules / ".bin" / "html-validate"
    config = node_modules.parent / ".htmlvalidate.json"
    command = [validator, "--config", config, page]
    result = subprocess.run(
        command, cwd=node_modules.parent, check=False, capture_output=True, timeout=TIMEOUT_SECONDS
    )
    assert result.returncode == 1
    assert b"no-dup-id" in result.stdout
