"""The command makes the committed outlines again, byte for byte. It needs the extra `curate`."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.core.resources import find_resource
from communique.curate.outlines import main
from communique.curate.packages import installed_release

OUTLINES = find_resource("data", "shapes", "countries.geojson")
ORIGIN = re.compile(r"via (\S+) (\S+); simplified by (\S+) (\S+)")


def missing_releases() -> list[str]:
    """Return the releases that the file was made with and that aren't installed here."""
    found = ORIGIN.search(json.loads(OUTLINES.read_bytes())["origin"])
    assert found, "the file says what it was made with"
    shapes, shapes_release, tool, tool_release = found.groups()
    wanted = {shapes: shapes_release, tool: tool_release, "pyshp": "3"}
    return [
        f"{name} {release}"
        for name, release in wanted.items()
        if not (installed_release(name) or "").startswith(release)
    ]


@pytest.mark.skipif(
    bool(missing_releases()),
    reason=f"the extra 'curate' is not installed as used: {', '.join(missing_releases())}",
)
def test_the_outlines_are_made_again_byte_for_byte(tmp_path: Path):
    """The same releases give the same file."""
    done = CliRunner().invoke(main, ["--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / OUTLINES.name).read_bytes() == OUTLINES.read_bytes()
