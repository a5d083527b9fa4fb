#+ shape: Annotation-reviewed
#+ constraint: in
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "", Or, Violation, ReviewOnlyOfRule]
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:reviewed", In, Violation, Annotation-reviewed]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:reviewed "x" .
}
