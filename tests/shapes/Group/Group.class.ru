#+ shape: Group
#+ constraint: class
#+ results:
#+   - ["<id/addressee/all-states>", "", Class, Violation, Group]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2/act/1>", "cq:addressee", Class, Violation, Act-addressee]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/addressee/all-states> a cq:Party .
}
