#+ shape: SourceDocument-length
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:length", Datatype, Violation, SourceDocument-length]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source> cq:length "135"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:length "135.0"^^xsd:decimal .
}
