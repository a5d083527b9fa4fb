#+ shape: Reservation-span
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/reservation/POL/operative/1>", "cq:span", Class, Violation, Reservation-span]
#+   - ["<id/mini-2023/zh-Hans/source#char=130,132>", "^cq:span|^cq:asteriskSpan", MinCount, Violation, Leaf-holder]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:span <id/mini-2023/zh-Hans/source#char=130,132> .
} ;
INSERT DATA {
  <id/mini-2023/reservation/POL/operative/1> cq:span "x" .
}
