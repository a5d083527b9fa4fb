from collections.abc import Callable
from pathlib import Path

import pytest

from communique.core.errors import InputError
from communique.read.registry import read_registry

TABLES = {
    "states.csv": "id,kind,reviewed,note\nPOL,state,yes,\nEU,organisation,yes,\n",
    "names.csv": (
        "# names\nid,language,kind,name,origin\nPOL,en,alias,Republic of Poland,x\n"
        "POL,en,preferred,Poland,x\nPOL,zh-Hans,preferred,波兰,x\n"
        'EU,en,preferred,"Union, European",x\nEU,zh-Hans,preferred,欧盟,x\n'
    ),
    "codes.csv": "id,scheme,code,origin\nPOL,alpha2,PL,x\n",
    "links.sssom.tsv": (
        "#a: b\nsubject_id\tpredicate_id\tobject_id\treview\n"
        "state:POL\tcq:wikidata\twd:Q36\taccepted\nstate:POL\tx\twd:Q1\trejected\n"
        "state:POL\tx\thttps://example.org/pl\taccepted\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The four tables, with one state and one organisation."""
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_records_are_joined_from_the_tables(folder: Path):
    """The preferred name comes first; only accepted links count."""
    records = read_registry(folder).records
    poland = records["state/POL"]
    assert list(records) == ["state/POL", "organisation/EU"]
    assert poland.names == {"en": ("Poland", "Republic of Poland"), "zh-Hans": ("波兰",)}
    assert poland.codes == {"alpha2": "PL"}
    assert (poland.wikidata, poland.same_as) == ("Q36", ("https://example.org/pl",))
    assert records["organisation/EU"].preferred("en") == "Union, European"


def test_names_know_all_who_bear_them(folder: Path):
    """So that a shared name is seen as such."""
    (folder / "names.csv").write_text(TABLES["names.csv"] + "EU,zh-Hans,alias,波兰,x\n", "utf-8")
    registry = read_registry(folder)
    assert registry.names("zh-Hans")["波兰"] == {"state/POL", "organisation/EU"}
    assert registry.names("xx") == {}


def _replace(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("name", "edit", "told"),
    [
        ("states.csv", _replace("state,yes", "planet,yes"), "states.csv:2: C050 unknown kind"),
        ("states.csv", _replace("kind,", "sort,"), "states.csv:1: C050 the column 'kind'"),
        ("names.csv", _replace("language", "tongue"), "names.csv:2: C050 the column 'language'"),
        ("names.csv", _replace("POL,en,alias", "XYZ,en,alias"), "names.csv:3: C050 no record"),
        ("names.csv", _replace("zh-Hans,preferred,欧盟", "fr,preferred,UE"), "C050 EU has no name"),
        ("codes.csv", _replace("PL,x", "PL"), "codes.csv:2: C050 a row of another width"),
        ("codes.csv", _replace("PL,x", "PL,x,y"), "codes.csv:2: C050 a row of another width"),
        ("codes.csv", _replace("PL,x", 'PL,"x'), "codes.csv:2: C050 unexpected end of data"),
        ("links.sssom.tsv", _replace("state:POL", "state:X"), "links.sssom.tsv:3: C050 no record"),
    ],
)
def test_a_malformed_table_is_refused_with_its_line(
    folder: Path, name: str, edit: Callable[[str], str], told: str
):
    """Comment lines count."""
    (folder / name).write_text(edit(TABLES[name]), "utf-8")
    with pytest.raises(InputError) as caught:
        read_registry(folder)
    assert caught.value.code == "C050"
    assert told in str(caught.value)
