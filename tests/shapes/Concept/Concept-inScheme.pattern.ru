#+ shape: Concept-inScheme
#+ constraint: pattern
#+ results:
#+   - ["<id/force/call-upon>", "skos:inScheme", NodeKind, Violation, Concept-inScheme]
#+   - ["<id/force/call-upon>", "skos:inScheme", Pattern, Violation, Concept-inScheme]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/force/call-upon> skos:inScheme "某"@zh-Hans .
}
