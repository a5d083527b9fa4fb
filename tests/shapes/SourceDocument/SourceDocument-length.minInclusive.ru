#+ shape: SourceDocument-length
#+ constraint: minInclusive
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFillSource]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFollow]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, SpansWithinSource]
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:length", MinInclusive, Violation, SourceDocument-length]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source> cq:length "135"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:length "0"^^xsd:integer .
}
