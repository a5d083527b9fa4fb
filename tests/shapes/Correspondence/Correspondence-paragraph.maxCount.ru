#+ shape: Correspondence-paragraph
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:paragraph", Class, Violation, Correspondence-paragraph]
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:paragraph", MaxCount, Violation, Correspondence-paragraph]
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:correspondence/cq:paragraph", Equals, Violation, SummaryPoint-summarises]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:paragraph "x" .
}
