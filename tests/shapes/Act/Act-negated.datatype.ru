#+ shape: Act-negated
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:negated", Datatype, Violation, Act-negated]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:negated "false"^^xsd:boolean .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:negated "x" .
}
