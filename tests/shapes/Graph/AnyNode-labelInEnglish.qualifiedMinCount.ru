#+ shape: AnyNode-labelInEnglish
#+ constraint: qualifiedMinCount
#+ results:
#+   - ["<id/addressee/all-states>", "rdfs:label", QualifiedMinCount, Violation, AnyNode-labelInEnglish]

BASE <https://w3id.org/communique/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA {
  <id/addressee/all-states> rdfs:label "All states"@en .
} ;
INSERT DATA {
  <id/addressee/all-states> rdfs:label "Tous les États"@fr .
}
