#+ shape: SummaryPoint-owner
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "cq:hasPoint", Closed, Violation, Group]
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "^cq:hasPoint", MaxCount, Violation, SummaryPoint-owner]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/addressee/all-states> cq:hasPoint <id/mini-2023/zh-Hans/note/point/1> .
}
