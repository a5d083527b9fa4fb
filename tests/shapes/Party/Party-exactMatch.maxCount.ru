#+ shape: Party-exactMatch
#+ constraint: maxCount
#+ results:
#+   - ["<id/state/POL>", "skos:exactMatch", MaxCount, Violation, Party-exactMatch]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA {
  <id/state/POL> skos:exactMatch "x" .
}
