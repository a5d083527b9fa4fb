#+ shape: TopicAssignment-topicScheme
#+ constraint: hasValue
#+ results:
#+   - ["<id/mini-2023/zh-Hans/preamble/1/statement/1/topic/democracy>", "cq:topic/skos:inScheme", HasValue, Violation, TopicAssignment-topicScheme]
#+   - ["<id/topic/democracy>", "skos:inScheme", MinCount, Violation, Concept-inScheme]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/topic/democracy> skos:inScheme <id/scheme/topics> .
}
