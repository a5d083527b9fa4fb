#+ shape: AnyNode
#+ constraint: pattern
#+ results:
#+   - ["<id/mini-2023/eventé>", "", Pattern, Violation, AnyNode]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA {
  <id/mini-2023/event> a cq:Event .
  <id/mini-2023/event> cq:host <id/state/ZMB> .
  <id/mini-2023/event> cq:nameAsListed "第二届峰会"@zh-Hans .
  <id/mini-2023/event> cq:span <id/mini-2023/zh-Hans/source#char=31,36> .
  <id/mini-2023/event> rdfs:label "thing"@en .
  <id/mini-2023/event> rdfs:label "物"@zh-Hans .
  <id/mini-2023> cq:adoptedAt <id/mini-2023/event> .
} ;
INSERT DATA {
  <id/mini-2023/eventé> a cq:Event .
  <id/mini-2023/eventé> cq:host <id/state/ZMB> .
  <id/mini-2023/eventé> cq:nameAsListed "第二届峰会"@zh-Hans .
  <id/mini-2023/eventé> cq:span <id/mini-2023/zh-Hans/source#char=31,36> .
  <id/mini-2023/eventé> rdfs:label "thing"@en .
  <id/mini-2023/eventé> rdfs:label "物"@zh-Hans .
  <id/mini-2023> cq:adoptedAt <id/mini-2023/eventé> .
}
