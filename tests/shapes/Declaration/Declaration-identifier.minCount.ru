#+ shape: Declaration-identifier
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023>", "dcterms:identifier", MinCount, Violation, Declaration-identifier]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023> dcterms:identifier "mini-2023" .
}
