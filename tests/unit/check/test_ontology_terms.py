"""Terms are found in SPARQL texts, and the lists of outside terms are what they say."""

from pathlib import Path

import pytest
import yaml

from communique.check.ontology_terms import find_terms, read_term_list
from communique.core.errors import InputError
from communique.core.resources import find_resource
from communique.curate.external_terms import NAMESPACES, write_lists

LISTS = find_resource("ontology", "external-terms")
KNOWN = {"a": "https://a.example/", "b": "https://b.example/"}


@pytest.mark.parametrize(
    ("sparql", "terms"),
    [
        ("SELECT * { ?s a:p ?o }", ["https://a.example/p"]),
        ("{ ?s <https://a.example/p#q> 1 }", ["https://a.example/p#q"]),
        ("{ ?s b:p/a:q+ ?o }", ["https://b.example/p", "https://a.example/q"]),
        ("{ ?s a:p-1 ?o. }", ["https://a.example/p-1"]),
        (
            "PREFIX a: <https://c.example/> { ?s a:p a:q. }",
            ["https://c.example/p", "https://c.example/q"],
        ),
        ("PREFIX : <https://c.example/> { ?s a:p 1 }", ["https://a.example/p"]),
        ('{ ?s ?p \'a:p\' , "a:p" , """a:p " a:q""" }', []),
        ("{ ?s ?p 'it\\'s a:p' }", []),
        ("# a:p\n{ ?s unknown:p ?o }", []),
        ("{ ?a:p ?b }", ["https://a.example/p"]),
    ],
)
def test_terms_of_a_sparql_text(sparql: str, terms: list[str]):
    """IRIs and prefixed names count; strings, comments, PREFIXes and unknown prefixes don't."""
    assert list(find_terms(sparql, KNOWN)) == terms


def test_a_list_has_a_namespace_and_names(tmp_path: Path):
    """Comments and empty lines are no names."""
    path = tmp_path / "x.txt"
    path.write_text("# namespace: https://x.example/\n# source: by hand\nb\n\na\n", "utf-8")
    listed = read_term_list(path)
    assert (listed.namespace, listed.names) == ("https://x.example/", {"a", "b"})


def test_a_list_without_a_namespace_is_refused(tmp_path: Path):
    """Names alone say nothing."""
    (tmp_path / "x.txt").write_text("a\n", "utf-8")
    with pytest.raises(InputError) as caught:
        read_term_list(tmp_path / "x.txt")
    assert caught.value.code == "C015"


def test_every_list_says_where_it_comes_from():
    """The second line of each list names its source."""
    second = [path.read_text("utf-8").splitlines()[1] for path in LISTS.glob("*.txt")]
    assert second
    assert [line for line in second if not line.startswith("# source: ")] == []


def test_the_lists_agree_with_the_table_of_prefixes():
    """A list named like a prefix has its namespace; every vocabulary but Wikidata has a list."""
    table = yaml.safe_load(find_resource("ontology", "prefixes.yaml").read_text("utf-8"))
    lists = {path.stem: read_term_list(path).namespace for path in LISTS.glob("*.txt")}
    assert {name: lists[name] for name in lists.keys() & table.keys()} == {
        name: table[name] for name in lists.keys() & table.keys()
    }
    assert table.keys() - lists.keys() == {"cq", "cqsh", "wd", "wdt"}


def test_the_lists_that_rdflib_gives_can_be_made_again(tmp_path: Path):
    """`python -m communique.curate.external_terms` writes just what is there."""
    made = write_lists(tmp_path)
    assert len(made) == len(NAMESPACES)
    assert [
        path.name for path in made if path.read_bytes() != (LISTS / path.name).read_bytes()
    ] == []
