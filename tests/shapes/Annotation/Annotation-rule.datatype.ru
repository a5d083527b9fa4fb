#+ shape: Annotation-rule
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "", Or, Violation, RuleOnlyOfRule]
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:rule", Datatype, Violation, Annotation-rule]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:rule "x"@en .
}
