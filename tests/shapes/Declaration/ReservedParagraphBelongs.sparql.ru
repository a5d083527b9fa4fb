#+ shape: ReservedParagraphBelongs
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/operative/1>", "^cq:hasParagraph", MinCount, Violation, Paragraph-declaration]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, OperativeCountAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ReservedParagraphBelongs]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:hasParagraph <id/mini-2023/operative/1> .
}
