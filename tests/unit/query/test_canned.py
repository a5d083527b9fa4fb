from pathlib import Path

import pytest

from communique.core.errors import InputError
from communique.query.canned import CannedQuery, Parameter, read_canned_query
from communique.query.catalogue import Catalogue

GOOD = """\
#+ question: {en: Who?, zh-Hans: 谁？}
#+ parameters:
#+   paragraph: {kind: paragraph, example: operative/8}
#+ returns: {s: who}
#+ tags: [one, two]
#+ expect: rows
SELECT ?s ?paragraph WHERE { ?s ?p ?paragraph }
"""


def write(folder: Path, text: str) -> Path:
    """Write a query into a group of a catalogue."""
    path = folder / "group" / "name.rq"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_front_matter_is_read(tmp_path: Path):
    """Name and group come from the path; the file as a whole is the SPARQL."""
    path = write(tmp_path, GOOD)
    assert Catalogue(tmp_path).read_all() == [
        CannedQuery(
            name="name",
            group="group",
            question={"en": "Who?", "zh-Hans": "谁？"},
            parameters=(Parameter("paragraph", "paragraph", "operative/8"),),
            returns={"s": "who"},
            tags=("one", "two"),
            expect="rows",
            note=None,
            sparql=GOOD,
            path=path,
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "where", "code"),
    [
        (GOOD[: GOOD.index("SELECT")], "", ":1", "C073"),
        ("zh-Hans: 谁？", "fr: Qui ?", ":1:14", "C073"),
        ("paragraph: {", "format: {", ":3:6", "C073"),
        ("paragraph: {", "Para: {", ":3:6", "C073"),
        ("kind: paragraph", "kind: paragraf", ":3:24", "C016"),
        ("example: operative/8", "exampel: operative/8", ":3:35", "C014"),
        ("expect: rows", "expect: some", ":6:12", "C016"),
        ("#+ tags: [one, two]\n", "", ":1:4", "C015"),
        ("#+ expect: rows", "#+ expect: rows\n#+ expect: none", ":7:4", "C011"),
        ("returns: {", "returns: {{", ":5", "C010"),
    ],
)
def test_malformed_front_matter_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, where: str, code: str
):
    """Lines and columns are those of the file."""
    path = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(InputError) as caught:
        read_canned_query(path)
    assert str(caught.value).startswith(f"{path}{where}")
    assert caught.value.code == code


def test_an_unknown_name_gets_the_nearest_ones():
    """C070."""
    with pytest.raises(InputError, match="Did you mean 'condemnations'") as caught:
        Catalogue().find("condemnation")
    assert caught.value.code == "C070"
