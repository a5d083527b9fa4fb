#+ shape: SpanIriAgrees
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, ExactHasLength]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, SpanIriAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementsInside]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=103,116> oa:end "116"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=103,116> oa:end "117"^^xsd:integer .
}
