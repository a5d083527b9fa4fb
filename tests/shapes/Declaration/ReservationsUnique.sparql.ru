#+ shape: ReservationsUnique
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ReservationCountAgrees]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ReservationsUnique]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:hasReservation <id/mini-2023/reservation/POL/operative/1b> .
  <id/mini-2023/reservation/POL/operative/1b> a cq:Reservation .
  <id/mini-2023/reservation/POL/operative/1b> cq:kind cq:Undetermined .
  <id/mini-2023/reservation/POL/operative/1b> cq:nameAsListed "波兰"@zh-Hans .
  <id/mini-2023/reservation/POL/operative/1b> cq:paragraph <id/mini-2023/operative/1> .
  <id/mini-2023/reservation/POL/operative/1b> cq:span <id/mini-2023/zh-Hans/source#char=130,132> .
  <id/mini-2023/reservation/POL/operative/1b> cq:state <id/state/POL> .
  <id/mini-2023/reservation/POL/operative/1b> rdfs:label "thing"@en .
  <id/mini-2023/reservation/POL/operative/1b> rdfs:label "物"@zh-Hans .
}
