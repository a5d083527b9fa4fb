#+ shape: BindingMakesCommitment
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "", Or, Violation, BindingMakesCommitment]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> a cq:Commitment .
}
