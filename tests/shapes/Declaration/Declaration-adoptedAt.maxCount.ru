#+ shape: Declaration-adoptedAt
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023>", "cq:adoptedAt", Class, Violation, Declaration-adoptedAt]
#+   - ["<id/mini-2023>", "cq:adoptedAt", MaxCount, Violation, Declaration-adoptedAt]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023> cq:adoptedAt "x" .
}
