#+ shape: Declaration-hasParagraph
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/chapeau>", "^cq:hasParagraph", MinCount, Violation, Paragraph-declaration]
#+   - ["<id/mini-2023/operative/1>", "^cq:hasParagraph", MinCount, Violation, Paragraph-declaration]
#+   - ["<id/mini-2023/preamble/1>", "^cq:hasParagraph", MinCount, Violation, Paragraph-declaration]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, OperativeCountAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, PreambleCountAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ReservedParagraphBelongs]
#+   - ["<id/mini-2023>", "cq:hasParagraph", MinCount, Violation, Declaration-hasParagraph]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:hasParagraph <id/mini-2023/chapeau> .
  <id/mini-2023> cq:hasParagraph <id/mini-2023/operative/1> .
  <id/mini-2023> cq:hasParagraph <id/mini-2023/preamble/1> .
}
