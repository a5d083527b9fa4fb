#+ shape: Citation-owner
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "cq:citation", Closed, Violation, Group]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "^cq:citation", MaxCount, Violation, Citation-owner]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/addressee/all-states> cq:citation <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> .
}
