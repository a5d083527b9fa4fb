#+ shape: Act-force
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, FirstActIsPrimary]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:force", MaxCount, Violation, Act-force]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:force <id/force/undertake> .
}
