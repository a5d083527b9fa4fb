#+ shape: HostsAgree
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/event>", "", SPARQL, Violation, HostsAgree]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/event> cq:host <id/state/ZMB> .
}
