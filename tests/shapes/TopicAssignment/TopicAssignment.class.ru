#+ shape: TopicAssignment
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights>", "", Class, Violation, TopicAssignment]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights> a cq:Annotation .
}
