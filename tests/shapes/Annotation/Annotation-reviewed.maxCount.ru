#+ shape: Annotation-reviewed
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:reviewed", In, Violation, Annotation-reviewed]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:reviewed", MaxCount, Violation, Annotation-reviewed]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:reviewed "x" .
}
