#+ shape: SourceDocument-retrievedFrom
#+ constraint: nodeKind
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:retrievedFrom", NodeKind, Violation, SourceDocument-retrievedFrom]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:retrievedFrom "x" .
}
