#+ shape: Summary-publishedAt
#+ constraint: nodeKind
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:publishedAt", NodeKind, Violation, Summary-publishedAt]
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:publishedAt", Pattern, Violation, Summary-publishedAt]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note> cq:publishedAt <https://example.org/note> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/note> cq:publishedAt "x" .
}
