#+ shape: Reservation-nameAsListed
#+ constraint: pattern
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:nameAsListed", Pattern, Violation, Reservation-nameAsListed]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, NameIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:nameAsListed "波兰"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:nameAsListed ""@zh-Hans .
}
