#+ shape: Endorsement-nameAsListed
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:nameAsListed", MinCount, Violation, Endorsement-nameAsListed]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/endorsement/POL> cq:nameAsListed "波兰"@zh-Hans .
}
