#+ shape: StatementIdentifierAgrees
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, StatementIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> dcterms:identifier "operative/1/1" .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> dcterms:identifier "operative/1/7" .
}
