#+ shape: Correspondence
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1>", "", Class, Violation, Correspondence]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note/point/1/correspondence/operative/1> a cq:Annotation .
}
