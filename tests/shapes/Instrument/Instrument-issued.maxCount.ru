#+ shape: Instrument-issued
#+ constraint: maxCount
#+ results:
#+   - ["<id/instrument/un-charter>", "dcterms:issued", MaxCount, Violation, Instrument-issued]

BASE <https://w3id.org/communique/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA {
  <id/instrument/un-charter> dcterms:issued "2023-03-29"^^xsd:date .
}
