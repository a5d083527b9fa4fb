#+ shape: SourceDocument-fileName
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:fileName", MinCount, Violation, SourceDocument-fileName]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source> cq:fileName "source.txt" .
}
