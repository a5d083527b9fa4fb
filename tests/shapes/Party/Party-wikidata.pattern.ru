#+ shape: Party-wikidata
#+ constraint: pattern
#+ results:
#+   - ["<id/state/POL>", "cq:wikidata", NodeKind, Violation, Party-wikidata]
#+   - ["<id/state/POL>", "cq:wikidata", Pattern, Violation, Party-wikidata]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/state/POL> cq:wikidata <http://www.wikidata.org/entity/Q36> .
} ;
INSERT DATA {
  <id/state/POL> cq:wikidata "x" .
}
