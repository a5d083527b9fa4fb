#+ shape: Instrument-issued
#+ constraint: datatype
#+ results:
#+   - ["<id/instrument/un-charter>", "dcterms:issued", Datatype, Violation, Instrument-issued]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/instrument/un-charter> dcterms:issued "1945-06-26"^^xsd:date .
} ;
INSERT DATA {
  <id/instrument/un-charter> dcterms:issued "x" .
}
