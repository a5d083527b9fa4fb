#+ shape: SummaryPoint-correspondence
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:correspondence", Class, Violation, SummaryPoint-correspondence]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:correspondence "x" .
}
