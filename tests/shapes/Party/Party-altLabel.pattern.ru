#+ shape: Party-altLabel
#+ constraint: pattern
#+ results:
#+   - ["<id/state/POL>", "skos:altLabel", Datatype, Violation, Party-altLabel]
#+   - ["<id/state/POL>", "skos:altLabel", Pattern, Violation, Party-altLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/state/POL> skos:altLabel "" .
}
