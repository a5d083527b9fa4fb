#+ shape: Span-start
#+ constraint: lessThan
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:start", LessThan, Violation, Span-start]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, ExactHasLength]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFillSource]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, SpanIriAgrees]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:start "0"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:start "102"^^xsd:integer .
}
