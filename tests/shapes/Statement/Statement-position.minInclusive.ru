#+ shape: Statement-position
#+ constraint: minInclusive
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:position", MinInclusive, Violation, Statement-position]
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, StatementPositionsContiguous]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:position "2"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:position "-1"^^xsd:integer .
}
