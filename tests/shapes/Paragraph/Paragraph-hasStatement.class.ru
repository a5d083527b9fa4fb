#+ shape: Paragraph-hasStatement
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/chapeau>", "", Or, Violation, ChapeauWithoutStatement]
#+   - ["<id/mini-2023/chapeau>", "cq:hasStatement", Class, Violation, Paragraph-hasStatement]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/chapeau> cq:hasStatement "x" .
}
