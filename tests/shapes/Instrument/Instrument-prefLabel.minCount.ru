#+ shape: Instrument-prefLabel
#+ constraint: minCount
#+ results:
#+   - ["<id/instrument/un-charter>", "skos:prefLabel", MinCount, Violation, Instrument-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/instrument/un-charter> skos:prefLabel "Charter of the United Nations"@en .
  <id/instrument/un-charter> skos:prefLabel "联合国宪章"@zh-Hans .
}
