#+ shape: Summary-hasPoint
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1>", "^cq:hasPoint", MinCount, Violation, SummaryPoint-owner]
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:hasPoint", MinCount, Violation, Summary-hasPoint]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note> cq:hasPoint <id/mini-2023/zh-Hans/note/point/1> .
}
