import ast
from pathlib import Path

LONGEST = 300
SPOKEN_NAMES = {"cli": "Command line", "curate": "Edge"}
NAMES_THAT_SAY_NOTHING = {"api.py", "common.py", "helpers.py", "misc.py", "utils.py"}


def test_no_python_file_is_longer_than_300_lines(python_files: list[Path]):
    """A file that wants to be longer holds two ideas."""
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in python_files}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_every_module_is_named_for_what_it_holds(python_files: list[Path]):
    """A module is a noun; a drawer for odds and ends is none."""
    assert [path for path in python_files if path.name in NAMES_THAT_SAY_NOTHING] == []


def test_every_module_of_a_layer_names_its_layer(root: Path):
    """The docstring of a module in `read/` begins with 'Read layer', and so on."""
    package = root / "src" / "communique"
    modules = sorted(package.glob("*/**/*.py"))
    assert modules
    assert [path for path in modules if not _names_its_layer(path, package)] == []


def _names_its_layer(path: Path, package: Path) -> bool:
    folder = path.relative_to(package).parts[0]
    layer = SPOKEN_NAMES.get(folder, folder.capitalize())
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return docstring.startswith(f"{layer} layer")
