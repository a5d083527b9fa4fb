#+ shape: Declaration-issued
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023>", "dcterms:issued", MaxCount, Violation, Declaration-issued]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/mini-2023> dcterms:issued "1945-06-26"^^xsd:date .
}
