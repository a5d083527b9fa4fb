#+ shape: Annotation-reason
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:reason", UniqueLang, Violation, Annotation-reason]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:reason "Another reason."@en .
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:reason "One reason."@en .
}
