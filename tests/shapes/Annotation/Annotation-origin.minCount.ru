#+ shape: Annotation-origin
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "cq:origin", MinCount, Violation, Annotation-origin]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> cq:origin cq:Curator .
}
