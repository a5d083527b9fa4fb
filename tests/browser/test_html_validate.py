import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("browser")


def test_every_page_is_valid_html(site_folder: Path, node_modules: Path):
    """html-validate's standard rules on the whole site."""
    pages = sorted(site_folder.resolve().rglob("*.html"))
    assert len(pages) > 2000
    validator = node_modules / ".bin" / "html-validate"
    config = node_modules.parent / ".htmlvalidate.json"
    result = subprocess.run(
        [validator, "--config", config, "--formatter", "text", site_folder.resolve()],
        cwd=node_modules.parent,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert result.returncode == 0, result.stdout[:4000] + result.stderr[:2000]
