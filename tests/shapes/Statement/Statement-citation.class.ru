#+ shape: Statement-citation
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:citation", Class, Violation, Statement-citation]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:citation "x" .
}
