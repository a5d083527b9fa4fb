#+ shape: Correspondence-owner
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "cq:correspondence", Closed, Violation, Group]
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "^cq:correspondence", MaxCount, Violation, Correspondence-owner]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/addressee/all-states> cq:correspondence <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> .
}
