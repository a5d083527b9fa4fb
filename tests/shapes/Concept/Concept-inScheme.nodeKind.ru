#+ shape: Concept-inScheme
#+ constraint: nodeKind
#+ results:
#+   - ["<id/force/call-upon>", "skos:inScheme", NodeKind, Violation, Concept-inScheme]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2/act/1>", "cq:force/skos:inScheme", HasValue, Violation, Act-forceScheme]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/force/call-upon> skos:inScheme <id/scheme/forces> .
} ;
INSERT DATA {
  <id/force/call-upon> skos:inScheme "x" .
}
