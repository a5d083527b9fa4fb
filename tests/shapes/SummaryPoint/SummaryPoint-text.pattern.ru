#+ shape: SummaryPoint-text
#+ constraint: pattern
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:text", Datatype, Violation, SummaryPoint-text]
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:text", Pattern, Violation, SummaryPoint-text]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:text "防止腐败;"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:text "" .
}
