import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

# Where the reason stands when it is given by position.
REASON_POSITION = {
    "pytest.skip": 0,
    "pytest.mark.skip": 0,
    "pytest.xfail": 0,
    "pytest.mark.skipif": None,
    "pytest.mark.xfail": None,
    "pytest.importorskip": None,
}


def test_every_skip_gives_its_reason(python_files: list[Path]):
    """The closing line of pytest counts the skips and, with -ra, the reasons stand above it."""
    without = [
        f"{path}:{line}" for path in python_files for line in _bare_skips(path.read_text("utf-8"))
    ]
    assert without == []


@pytest.mark.parametrize(
    "source",
    [
        "pytest.skip()",
        "pytest.skip('')",
        "@pytest.mark.skip\ndef test(): ...",
        "@pytest.mark.skip()\ndef test(): ...",
        "@pytest.mark.skipif(True)\ndef test(): ...",
        "pytest.importorskip('pandas')",
    ],
)
def test_a_skip_without_a_reason_is_found(source: str):
    """The search knows each way to skip."""
    assert list(_bare_skips(source)) == [1]


@pytest.mark.parametrize(
    "source",
    ["pytest.skip('no network')", "@pytest.mark.skipif(x, reason='no network')\ndef test(): ..."],
)
def test_a_skip_with_a_reason_is_accepted(source: str):
    """A reason may be given by position or by name."""
    assert list(_bare_skips(source)) == []


def _bare_skips(source: str) -> Iterator[int]:
    """Yield the line of every skip or expected failure that has no reason."""
    tree = ast.parse(source)
    called = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        name = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
        if name in REASON_POSITION and not _has_reason(called.get(id(node)), name):
            yield node.lineno


def _has_reason(call: ast.Call | None, name: str) -> bool:
    if call is None:
        return False
    position = REASON_POSITION[name]
    named = [keyword.value for keyword in call.keywords if keyword.arg == "reason"]
    placed = call.args[position : position + 1] if position is not None else []
    return any(not isinstance(value, ast.Constant) or value.value for value in [*named, *placed])
