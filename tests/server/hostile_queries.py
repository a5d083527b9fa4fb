"""Queries that never end, that bring a parser down, that eat memory, or that reach outside."""

from collections.abc import Callable, Mapping

_PREFIX = "PREFIX : <https://example.org/ns#>\n"
_PAIRS = "?a :number ?x . ?b :number ?y"
_DOUBLINGS = " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(22))
_MANY_VALUES = " ".join(map(str, range(700_000)))  # five megabytes, twice

#: Over the big graph, each runs for much longer than ten seconds.
RUNAWAYS: Mapping[str, str] = {
    name: _PREFIX + query
    for name, query in {
        "cross join": f"SELECT * {{ {_PAIRS} FILTER(?x + ?y = -1) }}",
        "count": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "order by": f"SELECT ?a {{ {_PAIRS} FILTER(?x * ?y = 7) }} ORDER BY ?y ?x",
        "distinct": f"SELECT DISTINCT (?x + ?y AS ?sum) {{ {_PAIRS} }}",
        "group_concat": f"SELECT (GROUP_CONCAT(?c) AS ?all) {{ ?a :text ?c . {_PAIRS} }}",
        "path": "SELECT (COUNT(*) AS ?n) { ?a :next* ?b }",
        "optional chain": "SELECT (COUNT(*) AS ?n) { ?a :number ?x"
        " OPTIONAL { ?b :number ?y FILTER(?x + ?y = -1) OPTIONAL { ?b :next ?c } }"
        " OPTIONAL { ?d :number ?z FILTER(?x + ?z = -2) OPTIONAL { ?d :next ?e } } }",
        "minus": f"SELECT (COUNT(*) AS ?n) {{ {_PAIRS} MINUS {{ ?a :next ?b }} }}",
        "string doubling": "SELECT (COUNT(*) AS ?n) { ?a :text ?s0 "
        f"{_DOUBLINGS} FILTER(STRLEN(?s22) = 0) }}",
        "10 MB of values": f"SELECT (COUNT(*) AS ?n) {{ VALUES ?x {{ {_MANY_VALUES} }}"
        f" VALUES ?y {{ {_MANY_VALUES} }} FILTER(?x = -?y) }}",
        "regex": "SELECT (COUNT(*) AS ?n) { ?a :text ?t . ?b :text ?u FILTER(REGEX(?t, ?u)) }",
        "nested collections": "SELECT (COUNT(*) AS ?n)"
        " { ((?a ?b)) ?p ?q . ((?c ?d)) ?r ?s . ((?e ?f)) ?t ?u }",
    }.items()
}

#: What nests or repeats, by how often.
PARSE_BOMBS: Mapping[str, Callable[[int], str]] = {
    "parentheses": lambda n: f"SELECT * {{ FILTER({'(' * n}1{')' * n}) }}",
    "groups": lambda n: f"SELECT * {'{' * n}{'}' * n}",
    "blank nodes": lambda n: f"SELECT * {{ ?s ?p {'[ ?p ' * n}1{' ]' * n} }}",
    "collections": lambda n: f"SELECT * {{ ?s ?p {'( ' * n}1{' )' * n} }}",
    "exclamation marks": lambda n: f"SELECT * {{ FILTER({'!' * n}true) }}",
    "unary minus": lambda n: f"SELECT * {{ FILTER({'- ' * n}1 = 1) }}",
    "sum": lambda n: f"SELECT * {{ FILTER({'1 + ' * n}1 = 1) }}",
    "or": lambda n: f"SELECT * {{ FILTER({'false || ' * n}true) }}",
    "nested functions": lambda n: f"SELECT * {{ FILTER({'STR(' * n}1{')' * n} = 1) }}",
    "property path": lambda n: f"SELECT * {{ ?s {'(' * n}<x:p>{')*' * n} ?o }}",
    "optional in optional": lambda n: f"SELECT * {{ {'OPTIONAL { ' * n}{'} ' * n}}}",
    "union": lambda n: f"SELECT * {{ {{}} {'UNION { ?s ?p ?o } ' * n}}}",
    "filters": lambda n: f"SELECT * {{ ?s ?p ?o {'FILTER(?s = ?s) ' * n}}}",
    "prefixes": lambda n: "".join(f"PREFIX p{i}: <x:{i}/> " for i in range(n)) + "ASK {}",
}

#: Each fills any memory within seconds.
MEMORY_HOGS: Mapping[str, str] = {
    name: _PREFIX + query
    for name, query in {
        "sorted pairs": f"SELECT ?a ?b {{ {_PAIRS} }} ORDER BY ?a ?y",
        "distinct pairs": "SELECT (COUNT(*) AS ?n)"
        f" {{ {{ SELECT DISTINCT ?a ?b {{ {_PAIRS} }} }} }}",
        "one long text": f"SELECT (STRLEN(GROUP_CONCAT(?t)) AS ?n) {{ ?a :text ?t . {_PAIRS} }}",
        "groups of pairs": f"SELECT ?a ?b (COUNT(*) AS ?n) {{ {_PAIRS} }} GROUP BY ?a ?b",
        "a text doubled forty times": "SELECT (STRLEN(?s40) AS ?n) { BIND('xxxxxxxx' AS ?s0) "
        + " ".join(f"BIND(CONCAT(?s{n}, ?s{n}) AS ?s{n + 1})" for n in range(40))
        + " }",
    }.items()
}
