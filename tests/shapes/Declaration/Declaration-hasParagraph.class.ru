#+ shape: Declaration-hasParagraph
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023>", "cq:hasParagraph", Class, Violation, Declaration-hasParagraph]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023> cq:hasParagraph "x" .
}
