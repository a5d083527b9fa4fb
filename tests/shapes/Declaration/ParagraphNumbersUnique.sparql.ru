#+ shape: ParagraphNumbersUnique
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:paragraph", MaxCount, Violation, Reservation-paragraph]
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:paragraph", MaxCount, Violation, Correspondence-paragraph]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "^cq:hasStatement", QualifiedMaxCount, Violation, Statement-paragraph]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2>", "^cq:hasStatement", QualifiedMaxCount, Violation, Statement-paragraph]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, OperativeCountAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphNumbersUnique]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphPositionsUnique]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/operative/2> a cq:Paragraph .
  <id/mini-2023/operative/2> cq:hasStatement <id/mini-2023/zh-Hans/operative/1/statement/1> .
  <id/mini-2023/operative/2> cq:hasStatement <id/mini-2023/zh-Hans/operative/1/statement/2> .
  <id/mini-2023/operative/2> cq:number "1"^^xsd:integer .
  <id/mini-2023/operative/2> cq:position "3"^^xsd:integer .
  <id/mini-2023/operative/2> cq:reservedBy <id/state/POL> .
  <id/mini-2023/operative/2> cq:role cq:Operative .
  <id/mini-2023/operative/2> cq:span <id/mini-2023/zh-Hans/source#char=86,116> .
  <id/mini-2023/operative/2> cq:text "承诺尊重《联合国宪章》第五十一条。我们呼吁所有国家释放人质。"@zh-Hans .
  <id/mini-2023/operative/2> dcterms:identifier "operative/1" .
  <id/mini-2023/operative/2> dcterms:subject <id/topic/human-rights> .
  <id/mini-2023/operative/2> rdfs:label "thing"@en .
  <id/mini-2023/operative/2> rdfs:label "物"@zh-Hans .
  <id/mini-2023/reservation/POL/operative/1> cq:paragraph <id/mini-2023/operative/2> .
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:paragraph <id/mini-2023/operative/2> .
  <id/mini-2023/zh-Hans/note/point/1> cq:summarises <id/mini-2023/operative/2> .
  <id/mini-2023> cq:hasParagraph <id/mini-2023/operative/2> .
  <id/state/POL> cq:reservesOn <id/mini-2023/operative/2> .
}
