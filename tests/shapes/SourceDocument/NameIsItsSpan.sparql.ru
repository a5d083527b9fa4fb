#+ shape: NameIsItsSpan
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, NameIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:nameAsListed "波兰"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:nameAsListed "波兰国"@zh-Hans .
}
