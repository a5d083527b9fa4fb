#+ shape: Party-prefLabel
#+ constraint: minCount
#+ results:
#+   - ["<id/state/POL>", "skos:prefLabel", MinCount, Violation, Party-prefLabel]

BASE <https://w3id.org/communique/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
  <id/state/POL> skos:prefLabel "Poland"@en .
  <id/state/POL> skos:prefLabel "波兰"@zh-Hans .
}
