#+ shape: Annotation-origin
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "", Or, Violation, RuleNamed]
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:origin", MaxCount, Violation, Annotation-origin]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:origin cq:Rule .
}
