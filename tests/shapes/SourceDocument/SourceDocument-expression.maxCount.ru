#+ shape: SourceDocument-expression
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "cq:hasSource", Closed, Violation, Group]
#+   - ["<id/mini-2023/zh-Hans/source>", "^cq:hasSource", MaxCount, Violation, SourceDocument-expression]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/addressee/all-states> cq:hasSource <id/mini-2023/zh-Hans/source> .
}
