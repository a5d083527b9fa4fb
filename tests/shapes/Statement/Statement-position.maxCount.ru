#+ shape: Statement-position
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:position", MaxCount, Violation, Statement-position]
#+   - ["<id/mini-2023/zh-Hans>", "", SPARQL, Violation, StatementPositionsContiguous]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:position "99"^^xsd:integer .
}
