#+ shape: Span-end
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source#char=103,116>", "oa:end", Datatype, Violation, Span-end]

BASE <https://w3id.org/communique/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=103,116> oa:end 116 .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=103,116> oa:end "116"^^xsd:decimal .
}
