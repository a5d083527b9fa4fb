#+ shape: ConceptScheme-prefLabel
#+ constraint: datatype
#+ results:
#+   - ["<id/scheme/forces>", "skos:prefLabel", Datatype, Violation, ConceptScheme-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/scheme/forces> skos:prefLabel "Forces"@en .
  <id/scheme/forces> skos:prefLabel "语力"@zh-Hans .
} ;
INSERT DATA {
  <id/scheme/forces> skos:prefLabel "x" .
}
