#+ shape: Party-wikidataUnshared
#+ constraint: maxCount
#+ results:
#+   - ["<id/state/POL>", "cq:wikidata/^cq:wikidata", MaxCount, Violation, Party-wikidataUnshared]
#+   - ["<id/state/ZMB>", "cq:wikidata/^cq:wikidata", MaxCount, Violation, Party-wikidataUnshared]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/state/POL> cq:wikidata <http://www.wikidata.org/entity/Q36> .
} ;
INSERT DATA {
  <id/state/POL> cq:wikidata <http://www.wikidata.org/entity/Q953> .
}
