"""The same input gives the same bytes: whatever the hash seed, whatever the order of folders."""

from pathlib import Path

import pytest
from tests.conftest import Communique

SEEDS = ("0", "1", "4242")
CASES = Path(__file__).parents[1] / "cases"


def _read(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def seeded(communique: Communique, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One build a seed."""
    outs = []
    for seed in SEEDS:
        out = tmp_path_factory.mktemp(f"seed-{seed}") / "dist"
        result = communique("build", "--out", out, env={"PYTHONHASHSEED": seed})
        assert result.returncode == 0, result.stderr
        outs.append(out)
    return outs


def test_every_file_has_the_same_bytes_under_every_hash_seed(seeded: list[Path]):
    """All files, the manifest included."""
    first, *others = map(_read, seeded)
    assert len(first) > 10
    for other in others:
        assert sorted(other) == sorted(first)
        assert [name for name in first if first[name] != other[name]] == []


def test_the_order_of_the_folders_does_not_matter(communique: Communique, tmp_path: Path):
    """Two declarations, named in either order."""
    folders = [CASES / "alias", CASES / "decimal-labels"]
    made = []
    for number, order in enumerate((folders, folders[::-1])):
        out = tmp_path / str(number) / "dist"
        result = communique("build", *order, "--out", out)
        assert result.returncode == 0, result.stderr
        made.append(_read(out))
    assert made[0] == made[1]
    assert {"alias.ttl", "decimal-labels.ttl"} < set(made[0])
