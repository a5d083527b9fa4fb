#+ shape: SourceDocument-fileName
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:fileName", MaxCount, Violation, SourceDocument-fileName]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:fileName "x" .
}
