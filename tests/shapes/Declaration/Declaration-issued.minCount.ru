#+ shape: Declaration-issued
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023>", "dcterms:issued", MinCount, Violation, Declaration-issued]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023> dcterms:issued "2023-03-29"^^xsd:date .
}
