#+ shape: SourceDocument-retrievedFrom
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:retrievedFrom", MaxCount, Violation, SourceDocument-retrievedFrom]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:retrievedFrom <https://example.org/1> .
  <id/mini-2023/zh-Hans/source> cq:retrievedFrom <https://example.org/2> .
}
