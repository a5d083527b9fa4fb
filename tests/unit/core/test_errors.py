"""Every code is raised by some test and explained in `docs/errors.md`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.core.errors import CODES, InputError, OutputError, Place, ServiceError

ROOT = Path(__file__).parents[3]
CODE = re.compile(r"C\d{3}")
DOCUMENT = ROOT / "docs" / "errors.md"
#: The layers whose errors come from reading, building, checking and writing a declaration.
LAYERS = ("core", "read", "build", "write", "check")


def _words(path: Path) -> Iterator[str]:
    """Yield the strings of a Python file that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in skipped:
            yield str(node.value)


def _codes_raised_in(*layers: str) -> set[str]:
    """Return the codes that stand whole in the code of some layers of the package."""
    package = ROOT / "src" / "communique"
    files = [
        path
        for layer in layers
        for path in (package / layer).rglob("*.py")
        if path != package / "core" / "errors.py"
    ]
    return {word for path in files for word in _words(path) if CODE.fullmatch(word)}


def _codes_tested() -> set[str]:
    """Return the codes that a test expects: in a case's error line, or in a string of its code."""
    lines = [
        path.read_text("utf-8") for path in (ROOT / "tests").glob("cases/*/expected-error.txt")
    ]
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    words = [*lines, *(word for path in files for word in _words(path))]
    return {code for word in words for code in CODE.findall(word)}


def test_every_code_of_the_pipeline_is_expected_by_some_test():
    """A code that no test asks for may have stopped to work unseen."""
    assert sorted(_codes_raised_in(*LAYERS) - _codes_tested()) == []


def test_no_code_is_listed_that_nothing_raises():
    """And none is raised that isn't listed."""
    layers = [path.name for path in (ROOT / "src" / "communique").iterdir() if path.is_dir()]
    assert sorted(_codes_raised_in(*layers) ^ set(CODES)) == []


def _sections() -> dict[str, tuple[str, str]]:
    """Return the meaning and the text of each code's section."""
    text = DOCUMENT.read_text("utf-8")
    parts = re.split(r"^### (C\d{3}): (.+)$", text, flags=re.MULTILINE)[1:]
    return {
        code: (meaning, body)
        for code, meaning, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    }


def test_every_code_has_its_section_in_order():
    """The heading is the code with its meaning, as the program lists them."""
    assert {code: meaning for code, (meaning, _) in _sections().items()} == CODES
    assert list(_sections()) == sorted(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_section_shows_an_error_and_how_to_mend_it(code: str):
    """One example line in the form of every error, then a paragraph in words."""
    _, body = _sections()[code]
    example = re.search(r"^```text\n(.+)\n```$", body, flags=re.MULTILINE)
    assert example, "an example in a block of text"
    assert re.search(rf"(?:^|: ){code} .+\. .+[.?]$", example[1]), example[1]
    assert len(body.replace(example[0], "").split()) >= 10


def test_an_error_is_one_line_with_place_problem_and_mend():
    """What the command prints."""
    error = InputError("C013", "expected text", mend="Write it.", place=Place(Path("a.yaml"), 3, 7))
    assert str(error) == "a.yaml:3:7: C013 expected text. Write it."
    assert (
        str(InputError("C013", "expected text", mend="Write it."))
        == "C013 expected text. Write it."
    )


def test_exit_codes_tell_input_and_services_apart():
    """2 for what was given or where it goes, 3 for a service outside."""
    kinds = [InputError, OutputError, ServiceError]
    assert [kind("C001", "x", mend="y").exit_code for kind in kinds] == [2, 2, 3]


def test_an_unlisted_code_is_a_mistake_of_ours():
    """It would be documented nowhere."""
    with pytest.raises(ValueError, match="C999"):
        InputError("C999", "x", mend="y")
