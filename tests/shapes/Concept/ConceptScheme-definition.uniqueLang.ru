#+ shape: ConceptScheme-definition
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/scheme/forces>", "skos:definition", UniqueLang, Violation, ConceptScheme-definition]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/scheme/forces> skos:definition "Every state, as the text says."@en .
}
