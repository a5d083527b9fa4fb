#+ shape: Reservation-nameAsListed
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:nameAsListed", MinCount, Violation, Reservation-nameAsListed]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:nameAsListed "波兰"@zh-Hans .
}
