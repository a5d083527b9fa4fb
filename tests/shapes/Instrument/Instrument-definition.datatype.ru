#+ shape: Instrument-definition
#+ constraint: datatype
#+ results:
#+   - ["<id/instrument/un-charter>", "skos:definition", Datatype, Violation, Instrument-definition]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/instrument/un-charter> skos:definition "The founding treaty of the United Nations."@en .
  <id/instrument/un-charter> skos:definition "联合国的创始条约。"@zh-Hans .
} ;
INSERT DATA {
  <id/instrument/un-charter> skos:definition "x" .
}
