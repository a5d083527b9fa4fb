#+ shape: SourceDocument-expression
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "^cq:hasSource", MinCount, Violation, SourceDocument-expression]
#+   - ["<id/mini-2023/zh-Hans>", "", Or, Violation, HeldOrPublished]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans> cq:hasSource <id/mini-2023/zh-Hans/source> .
}
