#+ shape: ConceptScheme-definition
#+ constraint: datatype
#+ results:
#+   - ["<id/scheme/forces>", "skos:definition", Datatype, Violation, ConceptScheme-definition]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/scheme/forces> skos:definition "What the declarants do by saying something."@en .
  <id/scheme/forces> skos:definition "宣言方以言所行之事。"@zh-Hans .
} ;
INSERT DATA {
  <id/scheme/forces> skos:definition "x" .
}
