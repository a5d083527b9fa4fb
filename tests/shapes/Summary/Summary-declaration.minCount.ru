#+ shape: Summary-declaration
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:declaration", MinCount, Violation, Summary-declaration]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/note> cq:declaration <id/mini-2023> .
}
