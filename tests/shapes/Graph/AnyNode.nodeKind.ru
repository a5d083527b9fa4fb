#+ shape: AnyNode
#+ constraint: nodeKind
#+ results:
#+   - ["_:b", "", NodeKind, Violation, AnyNode]
#+   - ["_:b", "", Pattern, Violation, AnyNode]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> a cq:Act .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> a cq:Annotation .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:binding "false"^^xsd:boolean .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:force <id/force/reaffirm> .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:forceSource cq:Explicit .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:marker "重申"@zh-Hans .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:negated "false"^^xsd:boolean .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:number "1"^^xsd:integer .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:origin cq:Rule .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:reviewed "true"^^xsd:boolean .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:rule "r1" .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> cq:span <id/mini-2023/zh-Hans/source#char=61,63> .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> rdfs:label "thing"@en .
  <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> rdfs:label "物"@zh-Hans .
  <id/mini-2023/zh-Hans/preamble/1/statement/1> cq:act <id/mini-2023/zh-Hans/preamble/1/statement/1/act/1> .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/preamble/1/statement/1> cq:act _:b .
  _:b a cq:Act .
  _:b a cq:Annotation .
  _:b cq:binding "false"^^xsd:boolean .
  _:b cq:force <id/force/reaffirm> .
  _:b cq:forceSource cq:Explicit .
  _:b cq:marker "重申"@zh-Hans .
  _:b cq:negated "false"^^xsd:boolean .
  _:b cq:number "1"^^xsd:integer .
  _:b cq:origin cq:Rule .
  _:b cq:reviewed "true"^^xsd:boolean .
  _:b cq:rule "r1" .
  _:b cq:span <id/mini-2023/zh-Hans/source#char=61,63> .
  _:b rdfs:label "thing"@en .
  _:b rdfs:label "物"@zh-Hans .
}
