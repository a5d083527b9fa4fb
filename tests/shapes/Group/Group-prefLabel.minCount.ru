#+ shape: Group-prefLabel
#+ constraint: minCount
#+ results:
#+   - ["<id/addressee/all-states>", "skos:prefLabel", MinCount, Violation, Group-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/addressee/all-states> skos:prefLabel "All states"@en .
  <id/addressee/all-states> skos:prefLabel "所有国家"@zh-Hans .
}
