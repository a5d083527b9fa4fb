#+ shape: Paragraph-identifier
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/chapeau>", "dcterms:identifier", MaxCount, Violation, Paragraph-identifier]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphIdentifierAgrees]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/mini-2023/chapeau> dcterms:identifier "preamble/1" .
}
