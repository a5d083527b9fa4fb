#+ shape: Declaration-issuer
#+ constraint: nodeKind
#+ results:
#+   - ["<id/mini-2023>", "cq:issuer", NodeKind, Violation, Declaration-issuer]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:issuer "美国国务院"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023> cq:issuer <http://example.org/x> .
}
