#+ shape: TopicAssignment-owner
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights>", "^cq:topicAssignment", MaxCount, Violation, TopicAssignment-owner]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/2> cq:topicAssignment <id/mini-2023/zh-Hans/operative/1/statement/1/topic/human-rights> .
}
