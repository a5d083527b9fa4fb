#+ shape: Concept-definition
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/force/call-upon>", "skos:definition", UniqueLang, Violation, Concept-definition]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/force/call-upon> skos:definition "Every state, as the text says."@en .
}
