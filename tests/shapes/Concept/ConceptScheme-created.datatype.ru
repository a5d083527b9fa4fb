#+ shape: ConceptScheme-created
#+ constraint: datatype
#+ results:
#+   - ["<id/scheme/forces>", "dcterms:created", Datatype, Violation, ConceptScheme-created]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/scheme/forces> dcterms:created "2026-11-22"^^xsd:date .
} ;
INSERT DATA {
  <id/scheme/forces> dcterms:created "x" .
}
