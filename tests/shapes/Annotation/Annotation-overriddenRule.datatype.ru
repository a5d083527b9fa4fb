#+ shape: Annotation-overriddenRule
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:overriddenRule", Datatype, Violation, Annotation-overriddenRule]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:overriddenRule "x"@en .
}
