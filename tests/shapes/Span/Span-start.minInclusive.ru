#+ shape: Span-start
#+ constraint: minInclusive
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=103,116>", "oa:start", MinInclusive, Violation, Span-start]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, ExactHasLength]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, SpanIriAgrees]
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, StatementsInOrder]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementsApart]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementsInside]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=103,116> oa:start "103"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=103,116> oa:start "-1"^^xsd:integer .
}
