#+ shape: Correspondence-owner
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "^cq:correspondence", MinCount, Violation, Correspondence-owner]
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:correspondence/cq:paragraph", Equals, Violation, SummaryPoint-summarises]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:correspondence <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> .
}
