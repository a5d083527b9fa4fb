#+ shape: Statement-primaryForce
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, FirstActIsPrimary]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:primaryForce", MinCount, Violation, Statement-primaryForce]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:primaryForce <id/force/commit> .
}
