#+ shape: Endorsement-nameAsListed
#+ constraint: pattern
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:nameAsListed", Pattern, Violation, Endorsement-nameAsListed]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, NameIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:nameAsListed "波兰"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:nameAsListed ""@zh-Hans .
}
