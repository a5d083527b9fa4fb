#+ shape: Reservation-nameAsListed
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:nameAsListed", MaxCount, Violation, Reservation-nameAsListed]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, NameIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:nameAsListed "赞比亚"@zh-Hans .
}
