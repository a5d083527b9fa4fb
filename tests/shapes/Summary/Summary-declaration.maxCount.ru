#+ shape: Summary-declaration
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:declaration", Class, Violation, Summary-declaration]
#+   - ["<id/mini-2023/zh-Hans/note>", "cq:declaration", MaxCount, Violation, Summary-declaration]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/note> cq:declaration "x" .
}
