#+ shape: Instrument-definition
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/instrument/un-charter>", "skos:definition", UniqueLang, Violation, Instrument-definition]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/instrument/un-charter> skos:definition "Every state, as the text says."@en .
}
