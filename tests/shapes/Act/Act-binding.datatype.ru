#+ shape: Act-binding
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, BindingForceBinds]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:binding", Datatype, Violation, Act-binding]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:binding "true"^^xsd:boolean .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:binding "x" .
}
