#+ shape: Act-negated
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:negated", Datatype, Violation, Act-negated]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:negated", MaxCount, Violation, Act-negated]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:negated "x" .
}
