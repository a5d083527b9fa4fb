#+ shape: Declaration-identifier
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023>", "dcterms:identifier", MaxCount, Violation, Declaration-identifier]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023> dcterms:identifier "chapeau" .
}
