#+ shape: Concept-topConceptOf
#+ constraint: pattern
#+ results:
#+   - ["<id/force/call-upon>", "skos:topConceptOf", NodeKind, Violation, Concept-topConceptOf]
#+   - ["<id/force/call-upon>", "skos:topConceptOf", Pattern, Violation, Concept-topConceptOf]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/force/call-upon> skos:topConceptOf <id/scheme/forces> .
} ;
INSERT DATA {
  <id/force/call-upon> skos:topConceptOf "某"@zh-Hans .
}
