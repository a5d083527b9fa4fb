#+ shape: Act-owner
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "cq:act", Closed, Violation, Group]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "^cq:act", MaxCount, Violation, Act-owner]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/addressee/all-states> cq:act <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> .
}
