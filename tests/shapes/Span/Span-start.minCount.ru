#+ shape: Span-start
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:start", MinCount, Violation, Span-start]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFillSource]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:start "0"^^xsd:integer .
}
