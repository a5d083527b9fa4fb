#+ shape: Span-start
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=103,116>", "oa:start", Datatype, Violation, Span-start]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=103,116> oa:start 103 .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=103,116> oa:start "103"^^xsd:decimal .
}
