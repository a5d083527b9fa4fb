#+ shape: Paragraph-identifier
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/chapeau>", "dcterms:identifier", Datatype, Violation, Paragraph-identifier]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/chapeau> dcterms:identifier "chapeau" .
} ;
INSERT DATA {
  <id/mini-2023/chapeau> dcterms:identifier "x"@en .
}
