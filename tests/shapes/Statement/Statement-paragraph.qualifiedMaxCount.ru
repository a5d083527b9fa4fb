#+ shape: Statement-paragraph
#+ constraint: qualifiedMaxCount
#+ results:
#+   - ["<id/mini-2023/preamble/1>", "cq:hasStatement/cq:topicAssignment/cq:topic", Equals, Violation, Paragraph-subject]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/2>", "^cq:hasStatement", QualifiedMaxCount, Violation, Statement-paragraph]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementIdentifierAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementsInside]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/preamble/1> cq:hasStatement <id/mini-2023/zh-Hans/operative/1/statement/2> .
}
