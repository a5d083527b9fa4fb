#+ shape: SourceDocument-fileName
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:fileName", Datatype, Violation, SourceDocument-fileName]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source> cq:fileName "source.txt" .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:fileName "x"@en .
}
