#+ shape: StatementPositionsUnique
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, StatementPositionsUnique]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/2> cq:position "3"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/2> cq:position "2"^^xsd:integer .
}
