#+ shape: AnyNode-label
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/addressee/all-states>", "rdfs:label", UniqueLang, Violation, AnyNode-label]

BASE <https://w3id.org/communique/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  <id/addressee/all-states> rdfs:label "thing"@en .
}
