#+ shape: Statement-span
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:span", Class, Violation, Statement-span]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:span", MaxCount, Violation, Statement-span]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:span "x" .
}
