#+ shape: BindingForceBinds
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, BindingForceBinds]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/2>", "", Or, Violation, BindingForceBinds]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:act/cq:binding", HasValue, Violation, Commitment-binding]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

# Neither a curator without a reason nor a rule with one can take the binding away.
DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1>
    cq:binding true ; cq:origin cq:Rule ; cq:rule "r1" ; cq:reviewed true .
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/2> cq:binding true .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:binding false ; cq:origin cq:Curator .
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/2> cq:binding false ; cq:reason "None."@en .
}
