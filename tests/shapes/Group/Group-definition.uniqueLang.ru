#+ shape: Group-definition
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/addressee/all-states>", "skos:definition", UniqueLang, Violation, Group-definition]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/addressee/all-states> skos:definition "The declarants take on the conduct that a leading infinitive names under the chapeau, whose verb itself names no force."@en .
}
