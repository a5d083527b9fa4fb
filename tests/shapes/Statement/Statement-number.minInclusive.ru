#+ shape: Statement-number
#+ constraint: minInclusive
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:number", MaxCount, Violation, Statement-number]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:number", MinInclusive, Violation, Statement-number]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:number "0"^^xsd:integer .
}
