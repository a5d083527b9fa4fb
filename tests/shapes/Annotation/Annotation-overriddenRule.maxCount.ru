#+ shape: Annotation-overriddenRule
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:overriddenRule", MaxCount, Violation, Annotation-overriddenRule]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:overriddenRule "r1" .
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:overriddenRule "r2" .
}
