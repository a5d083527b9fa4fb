#+ shape: Group-prefLabel
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/addressee/all-states>", "skos:prefLabel", UniqueLang, Violation, Group-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/addressee/all-states> skos:prefLabel "undertake"@en .
}
