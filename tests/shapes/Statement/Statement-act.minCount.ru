#+ shape: Statement-act
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2/act/1>", "", Or, Violation, FirstActIsPrimary]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2/act/1>", "^cq:act", MinCount, Violation, Act-owner]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2>", "cq:act/cq:force", Equals, Violation, Statement-force]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2>", "cq:act", MinCount, Violation, Statement-act]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/2> cq:act <id/mini-2023/zh-Hans/operative/1/statement/2/act/1> .
}
