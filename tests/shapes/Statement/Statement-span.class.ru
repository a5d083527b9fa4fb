#+ shape: Statement-span
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:span", Class, Violation, Statement-span]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:span <id/mini-2023/zh-Hans/source#char=86,103> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:span "x" .
}
