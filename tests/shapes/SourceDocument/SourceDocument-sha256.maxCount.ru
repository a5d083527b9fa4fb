#+ shape: SourceDocument-sha256
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "<https://w3id.org/communique/ns#sha256>", MaxCount, Violation, SourceDocument-sha256]
#+   - ["<id/mini-2023/zh-Hans/source>", "<https://w3id.org/communique/ns#sha256>", Pattern, Violation, SourceDocument-sha256]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:sha256 "x" .
}
