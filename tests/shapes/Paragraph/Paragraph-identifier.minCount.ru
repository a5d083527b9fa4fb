#+ shape: Paragraph-identifier
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/chapeau>", "dcterms:identifier", MinCount, Violation, Paragraph-identifier]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
  <id/mini-2023/chapeau> dcterms:identifier "chapeau" .
}
