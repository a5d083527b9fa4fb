#+ shape: EveryNodeTyped
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/operative/1>", "^cq:hasParagraph", MaxCount, Violation, Paragraph-declaration]
#+   - ["<ns#Declaration>", "", SPARQL, Violation, EveryNodeTyped]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-20232> cq:hasParagraph <id/mini-2023/operative/1> .
}
