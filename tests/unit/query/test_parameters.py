import pyoxigraph as ox
import pytest

from communique.build.dataset import Dataset
from communique.core.errors import InputError
from communique.query.answer import xsd
from communique.query.canned import Kind, Parameter
from communique.query.catalogue import Catalogue
from communique.query.embedded import EmbeddedStore
from communique.query.parameters import Resolver

BASE = "https://w3id.org/communique/id/"
TREE = "summit-for-democracy-2023"


@pytest.fixture(scope="module")
def store(dataset: Dataset) -> EmbeddedStore:
    """The real graph."""
    made = ox.Store()
    for graph in dataset.graphs.values():
        made.bulk_extend(graph)
    return EmbeddedStore(made)


@pytest.fixture
def resolver(store: EmbeddedStore) -> Resolver:
    """A resolver over the real graph."""
    return Resolver(store)


def resolve(resolver: Resolver, kind: Kind, text: str) -> str:
    """Return the value of the term that a text means."""
    return resolver.resolve(Parameter("given", kind, "example"), text).value


@pytest.mark.parametrize(
    "text",
    [
        "Poland",
        "poland",
        " POLAND ",
        "POL",
        "PL",
        "波兰",
        "Polonia",
        "state/POL",
        f"{BASE}state/POL",
    ],
)
def test_a_state_is_found_by_any_of_its_names(resolver: Resolver, text: str):
    """Names in any language, codes, its path, its IRI; case and spaces don't matter."""
    assert resolve(resolver, "state", text) == f"{BASE}state/POL"


@pytest.mark.parametrize(
    ("kind", "text", "path"),
    [
        ("paragraph", "operative/8", f"{TREE}/operative/8"),
        ("paragraph", "Operative paragraph 8", f"{TREE}/operative/8"),
        ("paragraph", "执行段落 8", f"{TREE}/operative/8"),
        ("paragraph", "chapeau", f"{TREE}/chapeau"),
        ("statement", "operative/8/1", f"{TREE}/zh-Hans/operative/8/statement/1"),
        ("declaration", TREE, TREE),
        ("topic", "Corruption", "topic/corruption"),
        ("topic", "腐败", "topic/corruption"),
        ("instrument", "un-charter", "instrument/un-charter"),
        ("force", "call upon", "force/call-upon"),
        ("party", "technology platforms", "addressee/technology-platforms"),
    ],
)
def test_things_are_found_by_slug_or_label(resolver: Resolver, kind: Kind, text: str, path: str):
    """Each kind of thing, in both languages."""
    assert resolve(resolver, kind, text) == BASE + path


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("date", "2023-03-29", ox.Literal("2023-03-29", datatype=xsd("date"))),
        ("integer", "-7", ox.Literal(-7)),
        ("language", "zh-Hans", ox.Literal("zh-Hans")),
        ("text", '它说 "x" \\ \'}', ox.Literal('它说 "x" \\ \'}')),
    ],
)
def test_literals_are_typed(resolver: Resolver, kind: Kind, text: str, expected: ox.Literal):
    """A text stays as it was typed."""
    assert resolver.resolve(Parameter("given", kind, "example"), text) == expected


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("state", "Polan", "isn't known. Did you mean 'Poland'"),
        ("state", "波蓝", "isn't known. Did you mean 'Poland'"),
        ("state", "", "isn't known"),
        ("paragraph", "operative/18", "isn't known. Did you mean 'operative/8'"),
        ("topic", "corruptoin", "isn't known. Did you mean 'corruption'"),
        ("topic", "forces", "isn't known"),
        ("date", "29 March 2023", "is no date. Write it as 2023-03-29."),
        ("date", "2023-02-30", "is no date"),
        ("integer", "1e3", "is no whole number"),
        ("integer", "٣", "is no whole number"),
        ("language", "zh_Hans", "is no language tag"),
        ("text", "", "is empty"),
        ("text", "a\0b", "has a character that no text may hold"),
        ("text", "a\ud800", "has a character that no text may hold"),
    ],
)
def test_what_cannot_be_resolved_gets_a_mend(resolver: Resolver, kind: Kind, text: str, words: str):
    """C071, with the nearest names or an example."""
    with pytest.raises(InputError) as caught:
        resolve(resolver, kind, text)
    assert caught.value.code == "C071"
    assert words in str(caught.value)


def test_a_state_on_record_that_the_graph_does_not_name_is_noted(resolver: Resolver):
    """Asking about it is no mistake: the answer is empty, and a note says why."""
    assert resolve(resolver, "state", "中国") == f"{BASE}state/CHN"
    assert resolver.notes == ["China is in no declaration of this graph."]


def test_a_name_of_two_things_is_refused():
    """With two declarations, 'operative/8' alone says too little."""
    store = ox.Store()
    store.load(
        b"""@prefix cq: <https://w3id.org/communique/ns#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        <https://example.org/id/a/operative/8> a cq:Paragraph ; dcterms:identifier "operative/8" .
        <https://example.org/id/b/operative/8> a cq:Paragraph ; dcterms:identifier "operative/8" .
        """,
        format=ox.RdfFormat.TURTLE,
    )
    resolver = Resolver(EmbeddedStore(store))
    with pytest.raises(InputError, match="means 2 different things") as caught:
        resolve(resolver, "paragraph", "operative/8")
    assert caught.value.mend == "Write one of: a/operative/8, b/operative/8."
    assert resolve(resolver, "paragraph", "b/operative/8") == "https://example.org/id/b/operative/8"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "needs --paragraph. For example --paragraph operative/8."),
        ({"paragraf": "x"}, "has no parameter 'paragraf'. Did you mean 'paragraph'?"),
    ],
)
def test_parameters_must_be_those_of_the_query(
    resolver: Resolver, given: dict[str, str], words: str
):
    """C071 for one that is missing and for one that isn't there."""
    with pytest.raises(InputError) as caught:
        resolver.resolve_all(Catalogue().find("reservations-on-paragraph"), given)
    assert words in str(caught.value)
