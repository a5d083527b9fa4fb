#+ shape: SummaryPoint-number
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "cq:number", MinCount, Violation, SummaryPoint-number]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note/point/1> cq:number "1"^^xsd:integer .
}
