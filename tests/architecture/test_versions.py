import re
import subprocess
import sys
from pathlib import Path

import yaml

from communique import __version__

KINDS_OF_CHANGE = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_citation_names_this_version(root: Path):
    """Whoever cites the software cites what is in this tree."""
    citation = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    assert citation["version"] == __version__


def test_the_installed_package_has_this_version():
    """The version stands in one place, `communique/__init__.py`."""
    code = "from importlib.metadata import version; print(version('communique'))"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert shown.stdout.strip() == __version__


def test_the_changelog_keeps_to_its_form(root: Path):
    """Keep a Changelog: what is not yet released first, then versions, in known kinds of change."""
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
    releases = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    kinds = set(re.findall(r"^### (.+)$", changelog, re.MULTILINE))
    assert releases[0] == "[Unreleased]"
    assert [
        name
        for name in releases[1:]
        if not re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", name)
    ] == []
    assert kinds
    assert kinds <= KINDS_OF_CHANGE
