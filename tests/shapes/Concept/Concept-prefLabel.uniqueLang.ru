#+ shape: Concept-prefLabel
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/force/call-upon>", "skos:prefLabel", UniqueLang, Violation, Concept-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/force/call-upon> skos:prefLabel "All states"@en .
}
