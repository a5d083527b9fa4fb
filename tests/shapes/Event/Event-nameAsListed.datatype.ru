#+ shape: Event-nameAsListed
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/event>", "cq:nameAsListed", Datatype, Violation, Event-nameAsListed]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/event> cq:nameAsListed "第二届峰会"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/event> cq:nameAsListed "x" .
}
