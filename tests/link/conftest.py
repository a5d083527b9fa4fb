"""What the tests of linking share: the fake Wikidata, and an interview that doesn't wait."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.link.fake_wikidata import FakeWikidata, serve

from communique.build.dataset import Dataset
from communique.core.resources import find_resource
from communique.link.cache import AnswerCache
from communique.link.interview import Interview
from communique.link.linked import Subject, read_subjects
from communique.query.endpoint import Endpoint

DAY_SECONDS = 86400.0
#: Makes an interview with an endpoint; the seconds that it would have waited go to the list.
Interviewer = Callable[..., Interview]


@pytest.fixture(scope="session")
def subjects() -> list[Subject]:
    """All states, instruments and topics with their links."""
    return read_subjects(find_resource("data"), find_resource("ontology"))


@pytest.fixture(scope="session")
def linked_items(subjects: list[Subject]) -> list[str]:
    """The items of all accepted links."""
    accepted = (one.accepted for one in subjects)
    return [link.item for link in accepted if link and link.item]


@pytest.fixture
def wikidata(dataset: Dataset, linked_items: list[str]) -> Iterator[FakeWikidata]:
    """A fake Wikidata that says what the constructed snapshot says."""
    with serve(dataset.snapshot, linked_items) as fake:
        yield fake


@pytest.fixture
def waits() -> list[float]:
    """The seconds that were to be waited, in order."""
    return []


@pytest.fixture
def interviewer(wikidata: FakeWikidata, waits: list[float], tmp_path: Path) -> Interviewer:
    """Make an interview with the fake Wikidata."""

    def make(*, timeout_seconds: float = 20.0, batch_size: int = 50) -> Interview:
        return Interview(
            Endpoint(wikidata.url, timeout_seconds=timeout_seconds, sleep=waits.append),
            AnswerCache(tmp_path / "cache", DAY_SECONDS),
            batch_size=batch_size,
            sleep=waits.append,
        )

    return make
