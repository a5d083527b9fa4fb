#+ shape: Citation
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "", Class, Violation, Citation]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> a cq:Annotation .
}
