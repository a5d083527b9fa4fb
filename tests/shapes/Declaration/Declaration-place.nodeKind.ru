#+ shape: Declaration-place
#+ constraint: nodeKind
#+ results:
#+   - ["<id/mini-2023>", "cq:place", NodeKind, Violation, Declaration-place]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023> cq:place <http://example.org/x> .
}
