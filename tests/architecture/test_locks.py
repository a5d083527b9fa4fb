import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("run", "test", "reasoner")
ENTRY = re.compile(
    r"^(?P<requirement>[^\s#-][^\\\n]*?) *\\\n(?P<rest>(?:[ \t].*\n?)*)", re.MULTILINE
)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


@pytest.fixture(scope="module")
def locks(root: Path) -> dict[str, str]:
    """The text of each lock file."""
    return {name: (root / "requirements" / f"{name}.txt").read_text("utf-8") for name in LOCKS}


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_one_version_and_its_hashes(locks: dict[str, str], name: str):
    """Nothing is installed that the lock does not name to the byte."""
    entries = list(ENTRY.finditer(locks[name]))
    starts = [line for line in locks[name].splitlines() if re.match(r"[^\s#]", line)]
    assert len(entries) == len(starts) > 0
    for entry in entries:
        assert [item.operator for item in Requirement(entry["requirement"]).specifier] == ["=="]
        assert HASH.search(entry["rest"]), entry["requirement"]


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_holds_an_address(locks: dict[str, str], name: str):
    """Where packages come from is left to the machine that installs them."""
    assert "://" not in locks[name]


def test_the_locks_fit_what_the_project_asks_for(locks: dict[str, str], root: Path):
    """A change of pyproject.toml without `make lock` is found."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    run = project["dependencies"]
    assert _unmet(run, _versions(locks["run"])) == []
    assert _unmet([*run, *extras["test"], *extras["notebook"]], _versions(locks["test"])) == []
    assert _unmet(extras["reasoner"], _versions(locks["reasoner"])) == []


def test_both_locks_agree_on_every_version(locks: dict[str, str]):
    """The tests run with the very versions that `make build` uses."""
    run, test = _versions(locks["run"]), _versions(locks["test"])
    assert {name: test.get(name) for name in run} == run


def test_the_extra_curate_installs_the_releases_that_were_compared(root: Path):
    """`data/states/decisions.yaml` takes no other release, so the extra must bring just these."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    decisions = yaml.safe_load((root / "data" / "states" / "decisions.yaml").read_text("utf-8"))
    compared = {canonicalize_name(name): release for name, release in decisions["packages"].items()}
    extra = project["optional-dependencies"]["curate"]
    assert compared
    assert _unmet([f"{name}=={release}" for name, release in compared.items()], _pins(extra)) == []


def test_a_requirement_the_lock_does_not_meet_is_found():
    """A missing package and a version outside the range are both told."""
    wanted = ["absent>=1", "present<2", "good>=2", "communique[notebook]"]
    assert _unmet(wanted, {"present": "2.0", "good": "2.1"}) == ["absent>=1", "present<2"]


def _versions(lock: str) -> dict[str, str]:
    """Return the version of each package that this lock installs here."""
    requirements = [Requirement(entry["requirement"]) for entry in ENTRY.finditer(lock)]
    return {
        canonicalize_name(requirement.name): next(iter(requirement.specifier)).version
        for requirement in requirements
        if _applies(requirement)
    }


def _pins(requirements: list[str]) -> dict[str, str]:
    """Return the version of each requirement that names exactly one."""
    pinned = [Requirement(text) for text in requirements if "==" in text]
    return {canonicalize_name(item.name): next(iter(item.specifier)).version for item in pinned}


def _unmet(wanted: list[str], versions: dict[str, str]) -> list[str]:
    requirements = {text: Requirement(text) for text in wanted}
    return [
        text
        for text, requirement in requirements.items()
        if requirement.name != "communique"
        and _applies(requirement)
        and not requirement.specifier.contains(
            versions.get(canonicalize_name(requirement.name), "0.dev0"), prereleases=False
        )
    ]


def _applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate()
