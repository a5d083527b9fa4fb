#+ shape: SourceDocument-length
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFillSource]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFollow]
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:length", MaxCount, Violation, SourceDocument-length]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:length "136"^^xsd:integer .
}
