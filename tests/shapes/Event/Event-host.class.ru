#+ shape: Event-host
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/event>", "", SPARQL, Violation, HostsAgree]
#+   - ["<id/mini-2023/event>", "cq:host", Class, Violation, Event-host]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/event> cq:host <id/state/ZMB> .
} ;
INSERT DATA {
  <id/mini-2023/event> cq:host "x" .
}
