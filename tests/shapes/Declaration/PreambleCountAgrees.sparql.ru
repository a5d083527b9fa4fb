#+ shape: PreambleCountAgrees
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/preamble/1>", "^cq:hasParagraph", MinCount, Violation, Paragraph-declaration]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, PreambleCountAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:hasParagraph <id/mini-2023/preamble/1> .
}
