"""The site of the shipped declarations, written in memory once."""

import json
from collections.abc import Mapping

import pytest

from communique.build.dataset import Dataset
from communique.check.outcome import BuildCheck
from communique.query.library import load_prefixes
from communique.site.site_files import Built, write_site
from communique.write.files import write_all_files, write_rdf_files


@pytest.fixture(scope="session")
def prefixes() -> Mapping[str, str]:
    """The shared table of prefixes."""
    return load_prefixes()


@pytest.fixture(scope="session")
def build_files(dataset: Dataset, prefixes: Mapping[str, str]) -> Built:
    """What a build would leave, unchecked."""
    rdf_files = write_rdf_files(dataset, prefixes)
    check = BuildCheck.skipped().summary()
    files = write_all_files(dataset, rdf_files, software="communique 0", check=check)
    return Built(files, json.loads(files["manifest.json"]))


@pytest.fixture(scope="session")
def site(dataset: Dataset, build_files: Built, prefixes: Mapping[str, str]) -> dict[str, bytes]:
    """All files of the site by name."""
    return write_site(dataset, build_files, prefixes)
