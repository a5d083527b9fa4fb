#+ shape: Concept-scopeNote
#+ constraint: datatype
#+ results:
#+   - ["<id/force/call-upon>", "skos:scopeNote", Datatype, Violation, Concept-scopeNote]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/force/call-upon> skos:scopeNote "Directive: the act should name its addressee. It binds the addressee no more than the declarants."@en .
  <id/force/call-upon> skos:scopeNote "指令类：应指明对象；对所呼吁者与宣言方均不构成约束。"@zh-Hans .
} ;
INSERT DATA {
  <id/force/call-upon> skos:scopeNote "x" .
}
