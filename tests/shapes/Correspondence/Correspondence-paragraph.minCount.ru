#+ shape: Correspondence-paragraph
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:paragraph", MinCount, Violation, Correspondence-paragraph]
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:correspondence/cq:paragraph", Equals, Violation, SummaryPoint-summarises]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:paragraph <id/mini-2023/operative/1> .
}
