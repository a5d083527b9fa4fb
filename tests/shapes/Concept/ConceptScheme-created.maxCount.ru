#+ shape: ConceptScheme-created
#+ constraint: maxCount
#+ results:
#+   - ["<id/scheme/forces>", "dcterms:created", Datatype, Violation, ConceptScheme-created]
#+   - ["<id/scheme/forces>", "dcterms:created", MaxCount, Violation, ConceptScheme-created]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
  <id/scheme/forces> dcterms:created "x" .
}
