#+ shape: PointNumbersUnique
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "^cq:correspondence", MaxCount, Violation, Correspondence-owner]
#+   - ["<id/mini-2023/zh-Hans/note>", "", SPARQL, Violation, PointNumbersUnique]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1b> a cq:SummaryPoint .
  <id/mini-2023/zh-Hans/note/point/1b> cq:correspondence <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> .
  <id/mini-2023/zh-Hans/note/point/1b> cq:number "1"^^xsd:integer .
  <id/mini-2023/zh-Hans/note/point/1b> cq:span <id/mini-2023/zh-Hans/source#char=42,47> .
  <id/mini-2023/zh-Hans/note/point/1b> cq:summarises <id/mini-2023/operative/1> .
  <id/mini-2023/zh-Hans/note/point/1b> cq:text "防止腐败;"@zh-Hans .
  <id/mini-2023/zh-Hans/note/point/1b> rdfs:label "thing"@en .
  <id/mini-2023/zh-Hans/note/point/1b> rdfs:label "物"@zh-Hans .
  <id/mini-2023/zh-Hans/note> cq:hasPoint <id/mini-2023/zh-Hans/note/point/1b> .
}
