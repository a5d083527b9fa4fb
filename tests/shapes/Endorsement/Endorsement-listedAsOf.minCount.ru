#+ shape: Endorsement-listedAsOf
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:listedAsOf", MinCount, Violation, Endorsement-listedAsOf]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:listedAsOf "2023-03-29"^^xsd:date .
}
