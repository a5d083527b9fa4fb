#+ shape: Span-start
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:start", Datatype, Violation, Span-start]
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:start", LessThan, Violation, Span-start]
#+   - ["<id/mini-2023/zh-Hans/source#char=0,7>", "oa:start", MinInclusive, Violation, Span-start]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, SpanIriAgrees]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:start "0"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=0,7> oa:start "x" .
}
