#+ shape: Reservation-nameAsListed
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:nameAsListed", Datatype, Violation, Reservation-nameAsListed]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, NamesInLanguage]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:nameAsListed "波兰"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:nameAsListed "x" .
}
