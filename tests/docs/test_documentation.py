"""What the README and the notebook show is what happens."""

import doctest
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]


def test_the_examples_of_the_readme_give_what_they_show() -> None:
    """Every `>>>` line of the README is run, and at least one is there."""
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted >= 5
    assert result.failed == 0


@pytest.fixture(scope="module")
def notebook() -> nbformat.NotebookNode:
    """The notebook with its cells run by a kernel of its own."""
    read = nbformat.read(ROOT / "docs" / "first-queries.ipynb", as_version=4)
    return NotebookClient(read, timeout=120, kernel_name="python3").execute()


def test_the_notebook_runs_to_its_end(notebook: nbformat.NotebookNode) -> None:
    """Each code cell has run, in order, and none has failed."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))


def test_the_notebook_shows_the_reservations_on_paragraph_eight(
    notebook: nbformat.NotebookNode,
) -> None:
    """The seven states that held back from operative paragraph 8 are printed."""
    printed = "".join(
        output.get("text", "")
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )
    names = ["Bulgaria", "Dominican Republic", "Iraq", "Mauritania", "Paraguay", "Poland", "Zambia"]
    assert [name for name in names if name in printed] == names
