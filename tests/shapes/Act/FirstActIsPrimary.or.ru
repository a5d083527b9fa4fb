#+ shape: FirstActIsPrimary
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, FirstActIsPrimary]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:force/skos:inScheme", HasValue, Violation, Act-forceScheme]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:force", MinCount, Violation, Act-force]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:act/cq:force", Equals, Violation, Statement-force]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:force <id/force/commit> .
}
