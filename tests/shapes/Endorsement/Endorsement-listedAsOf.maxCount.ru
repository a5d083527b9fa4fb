#+ shape: Endorsement-listedAsOf
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:listedAsOf", Datatype, Violation, Endorsement-listedAsOf]
#+   - ["<id/mini-2023/endorsement/POL>", "cq:listedAsOf", MaxCount, Violation, Endorsement-listedAsOf]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:listedAsOf "x" .
}
