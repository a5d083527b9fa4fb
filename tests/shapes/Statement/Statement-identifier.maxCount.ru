#+ shape: Statement-identifier
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "dcterms:identifier", MaxCount, Violation, Statement-identifier]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> dcterms:identifier "chapeau" .
}
