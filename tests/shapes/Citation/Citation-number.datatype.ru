#+ shape: Citation-number
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "cq:number", Datatype, Violation, Citation-number]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "cq:number", MinInclusive, Violation, Citation-number]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> cq:number "1"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> cq:number "x" .
}
