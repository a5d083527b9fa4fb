#+ shape: Span-end
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:end", MinCount, Violation, Span-end]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFillSource]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:end "7"^^xsd:integer .
}
