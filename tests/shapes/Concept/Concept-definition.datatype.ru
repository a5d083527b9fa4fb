#+ shape: Concept-definition
#+ constraint: datatype
#+ results:
#+   - ["<id/force/call-upon>", "skos:definition", Datatype, Violation, Concept-definition]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/force/call-upon> skos:definition "The declarants ask others to do something."@en .
  <id/force/call-upon> skos:definition "宣言方请他方为某事。"@zh-Hans .
} ;
INSERT DATA {
  <id/force/call-upon> skos:definition "x" .
}
