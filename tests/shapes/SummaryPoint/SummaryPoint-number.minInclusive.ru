#+ shape: SummaryPoint-number
#+ constraint: minInclusive
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:number", Datatype, Violation, SummaryPoint-number]
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:number", MinInclusive, Violation, SummaryPoint-number]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:number "1"^^xsd:integer .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:number "x" .
}
