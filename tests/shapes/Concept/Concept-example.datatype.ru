#+ shape: Concept-example
#+ constraint: datatype
#+ results:
#+   - ["<id/force/call-upon>", "skos:example", Datatype, Violation, Concept-example]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/force/call-upon> skos:example "'……并呼吁所有国家释放所有政治犯。' (operative 5)"@en .
  <id/force/call-upon> skos:example "“……并呼吁所有国家释放所有政治犯。”（执行段落5）"@zh-Hans .
} ;
INSERT DATA {
  <id/force/call-upon> skos:example "x" .
}
