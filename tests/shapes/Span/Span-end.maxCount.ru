#+ shape: Span-end
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:end", MaxCount, Violation, Span-end]
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:start", LessThan, Violation, Span-start]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, ExactHasLength]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, SpanIriAgrees]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:end "0"^^xsd:integer .
}
