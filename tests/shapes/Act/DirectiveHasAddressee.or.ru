#+ shape: DirectiveHasAddressee
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2/act/1>", "", Or, Warning, DirectiveHasAddressee]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/2/act/1> cq:addressee <id/addressee/all-states> .
}
