#+ shape: LabelLanguages
#+ constraint: sparql
#+ results:
#+   - ["<ns#Declaration>", "", SPARQL, Violation, LabelLanguages]

BASE <https://w3id.org/communique/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  <id/state/POL> rdfs:label "Polska"@x-abc .
}
