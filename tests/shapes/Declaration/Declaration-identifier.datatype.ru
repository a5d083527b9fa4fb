#+ shape: Declaration-identifier
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023>", "dcterms:identifier", Datatype, Violation, Declaration-identifier]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023> dcterms:identifier "mini-2023" .
} ;
INSERT DATA {
  <id/mini-2023> dcterms:identifier "x"@en .
}
