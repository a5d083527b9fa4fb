"""Queries that would have the engine open a connection to HOST, or the file FILE."""

from collections.abc import Mapping

_CALL = "<http://HOST/> { ?x ?y ?z }"

#: Each asks for a SERVICE or a LOAD, however it may be spelt.
REACHES_OUT: Mapping[str, str] = {
    "plain": f"SELECT * {{ SERVICE {_CALL} }}",
    "lower case": f"select * {{ service {_CALL} }}",
    "silent": f"SELECT * {{ SERVICE SILENT {_CALL} }}",
    "comment between": f"SELECT * {{ SERVICE # to\n SILENT # from\n {_CALL} }}",
    "prefixed": "PREFIX s: <http://HOST/> SELECT * { SERVICE s:x { ?x ?y ?z } }",
    "joined to a name": "PREFIX : <http://HOST/> SELECT * { SERVICE:x { ?x ?y ?z } }",
    "joined to a name with a prefix": "PREFIX s: <http://HOST/> ASK { SERVICEs:x { ?x ?y ?z } }",
    "prefix joined too": "PREFIXs:<http://HOST/>ASK { SERVICEs:x { ?x ?y ?z } }",
    "no prefix, joined": "PREFIX:<http://HOST/>ASK { trueSERVICE:x { ?x ?y ?z } }",
    "beside such a prefix": (
        "PREFIX service: <x:> PREFIX : <http://HOST/> ASK { SERVICE:x { ?x ?y ?z } }"
    ),
    "joined to a number": f"SELECT * {{ VALUES ?o {{ 1 }} ?s ?p 1SERVICE{_CALL} }}",
    "joined to a word": f"SELECT * {{ ?s ?p trueSERVICE{_CALL} }}",
    "joined to a dot": f"PREFIX ex: <x:> SELECT * {{ ?s ?p ex:.SERVICE{_CALL} }}",
    "base": "BASE <http://HOST/> SELECT * { SERVICE <x> { ?x ?y ?z } }",
    "escaped address": "SELECT * { SERVICE <\\u0068ttp://HOST/> { ?x ?y ?z } }",
    "variable": "SELECT * { VALUES ?g { <http://HOST/> } SERVICE ?g { ?x ?y ?z } }",
    "fake IRI and comment": f"SELECT * {{ ?s ?p ?o FILTER(1<2)SERVICE#>\n{_CALL} }}",
    "fake IRI and text": f"SELECT * {{ FILTER(1<2#> '''\n) SERVICE {_CALL} #'''\n}}",
    "fake IRI and quote": f"SELECT * {{ FILTER(1<'>') SERVICE {_CALL} FILTER(''='' )#'\n}}",
    "in a subselect": f"SELECT * {{ {{ SELECT * {{ SERVICE {_CALL} }} }} }}",
    "in EXISTS": f"ASK {{ FILTER EXISTS {{ SERVICE {_CALL} }} }}",
    "in OPTIONAL": f"CONSTRUCT {{ ?x ?y ?z }} {{ OPTIONAL {{ SERVICE {_CALL} }} }}",
    "in MINUS": f"DESCRIBE ?x {{ {{}} MINUS {{ SERVICE {_CALL} }} }}",
    "file": "SELECT * { SERVICE <file://FILE> { ?x ?y ?z } }",
    "load": "LOAD <http://HOST/>",
    "load after a query": "ASK {} ; LOAD SILENT <http://HOST/> INTO GRAPH <x:g>",
    "load of a file": "LOAD <file://FILE>",
}

#: Each names a data set, which nobody may fetch.
NAMES_GRAPHS: Mapping[str, str] = {
    "from": "SELECT * FROM <http://HOST/> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <http://HOST/> { GRAPH ?g { ?s ?p ?o } }",
    "from a prefixed name": "PREFIX h: <http://HOST/> SELECT * FROM h:x { ?s ?p ?o }",
    "from a file": "SELECT * FROM <file://FILE> { ?s ?p ?o }",
    "from a named file": "SELECT * FROM NAMED <file://FILE> { GRAPH ?g { ?s ?p ?o } }",
    "graph": "SELECT * { GRAPH <http://HOST/> { ?s ?p ?o } }",
    "graph of a file": "SELECT * { GRAPH <file://FILE> { ?s ?p ?o } }",
}
