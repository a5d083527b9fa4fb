#+ shape: Party-prefLabel
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/state/POL>", "skos:prefLabel", UniqueLang, Violation, Party-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/state/POL> skos:prefLabel "All states"@en .
}
