#+ shape: BindingForceBinds
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, BindingForceBinds]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:binding", MinCount, Violation, Act-binding]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:binding "true"^^xsd:boolean .
}
