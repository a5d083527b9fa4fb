#+ shape: SourceDocument-retrievedFrom
#+ constraint: pattern
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:retrievedFrom", NodeKind, Violation, SourceDocument-retrievedFrom]
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:retrievedFrom", Pattern, Violation, SourceDocument-retrievedFrom]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:retrievedFrom "某"@zh-Hans .
}
