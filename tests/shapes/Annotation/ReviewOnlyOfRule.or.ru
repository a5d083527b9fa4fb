#+ shape: ReviewOnlyOfRule
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, ReviewOnlyOfRule]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "", Or, Violation, RuleOnlyOfRule]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:origin", MinCount, Violation, Annotation-origin]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:origin cq:Rule .
}
