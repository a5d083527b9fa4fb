#+ shape: Declaration-adoptedAt
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/event>", "^cq:adoptedAt", MinCount, Violation, Event-declaration]
#+   - ["<id/mini-2023>", "cq:adoptedAt", Class, Violation, Declaration-adoptedAt]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:adoptedAt <id/mini-2023/event> .
} ;
INSERT DATA {
  <id/mini-2023> cq:adoptedAt "x" .
}
