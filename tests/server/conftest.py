"""One published site and one server over it for all tests here, which run in one process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Communique
from tests.server.process import Server, run_server


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep these tests together: the site is published once."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("server"))


@pytest.fixture(scope="session")
def published(communique: Communique, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of the shipped declarations, compressed; tests only read it."""
    out = tmp_path_factory.mktemp("served") / "site"
    result = communique("publish", "--out", out, "--compress", "--no-editor")
    assert result.returncode == 0, result.stderr
    return out


@pytest.fixture(scope="session")
def server(published: Path) -> Iterator[Server]:
    """A server over that site, with the settings that it has by itself."""
    with run_server("--site", published) as running:
        yield running
