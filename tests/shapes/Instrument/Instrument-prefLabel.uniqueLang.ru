#+ shape: Instrument-prefLabel
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/instrument/un-charter>", "skos:prefLabel", UniqueLang, Violation, Instrument-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/instrument/un-charter> skos:prefLabel "All states"@en .
}
