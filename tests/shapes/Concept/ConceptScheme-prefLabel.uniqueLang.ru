#+ shape: ConceptScheme-prefLabel
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/scheme/forces>", "skos:prefLabel", UniqueLang, Violation, ConceptScheme-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/scheme/forces> skos:prefLabel "All states"@en .
}
