#+ shape: Event-declaration
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/event>", "^cq:adoptedAt", MinCount, Violation, Event-declaration]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:adoptedAt <id/mini-2023/event> .
}
