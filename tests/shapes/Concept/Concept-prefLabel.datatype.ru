#+ shape: Concept-prefLabel
#+ constraint: datatype
#+ results:
#+   - ["<id/force/call-upon>", "skos:prefLabel", Datatype, Violation, Concept-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/force/call-upon> skos:prefLabel "call upon"@en .
  <id/force/call-upon> skos:prefLabel "呼吁"@zh-Hans .
} ;
INSERT DATA {
  <id/force/call-upon> skos:prefLabel "x" .
}
