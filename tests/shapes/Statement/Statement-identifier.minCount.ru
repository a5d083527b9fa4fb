#+ shape: Statement-identifier
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "dcterms:identifier", MinCount, Violation, Statement-identifier]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> dcterms:identifier "operative/1/1" .
}
