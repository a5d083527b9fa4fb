#+ shape: Act-force
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, FirstActIsPrimary]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:force/skos:inScheme", HasValue, Violation, Act-forceScheme]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:force", Class, Violation, Act-force]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:act/cq:force", Equals, Violation, Statement-force]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:force <id/force/commit> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:force "x" .
}
