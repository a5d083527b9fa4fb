#+ shape: Party-wikidata
#+ constraint: maxCount
#+ results:
#+   - ["<id/state/POL>", "cq:wikidata", MaxCount, Violation, Party-wikidata]
#+   - ["<id/state/POL>", "cq:wikidata", Pattern, Violation, Party-wikidata]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/state/POL> cq:wikidata <http://example.org/x> .
}
