"""Server layer: the page that `/sparql` shows in a browser: a form that sends a query."""

from __future__ import annotations

import html
from typing import Final

_EXAMPLE: Final = """\
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?name ?paragraph WHERE {
  ?reservation a cq:Reservation ;
    cq:state ?state ;
    cq:paragraph ?paragraph .
  ?state rdfs:label ?name
  FILTER(LANGMATCHES(LANG(?name), "en"))
}
ORDER BY ?name ?paragraph
"""
_PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SPARQL · Communique</title>
<link rel="stylesheet" href="{root}static/style.css">
<link rel="icon" href="{root}static/icon.svg" type="image/svg+xml">
<link rel="alternate" type="text/turtle" href="{root}sparql?format=ttl">
</head>
<body>
<main id="content">
<h1>SPARQL</h1>
<p>Queries of SPARQL 1.1 over all graphs; the default graph is their union. Programs send them here
by the <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
(<a href="{root}sparql?format=ttl">service description</a>), or ask a
<a href="{root}queries">canned question</a> (<a href="{root}openapi.json">OpenAPI</a>).</p>
<form action="{root}sparql" method="get">
<p><label for="query">Query</label></p>
<p><textarea id="query" name="query" rows="16" cols="90" spellcheck="false">{example}</textarea></p>
<p><label for="format">Answer as</label>
<select id="format" name="format">
<option value="csv">CSV</option>
<option value="json">JSON</option>
<option value="tsv">TSV</option>
<option value="xml">XML</option>
<option value="ttl">Turtle (CONSTRUCT, DESCRIBE)</option>
</select>
<button type="submit">Ask</button></p>
</form>
<p><a href="{root}">Communique</a></p>
</main>
</body>
</html>
"""


def write_query_form(root: str) -> bytes:
    """Return the page; `root` is where the server stands on its host."""
    return _PAGE.format(root=html.escape(root), example=html.escape(_EXAMPLE)).encode()
