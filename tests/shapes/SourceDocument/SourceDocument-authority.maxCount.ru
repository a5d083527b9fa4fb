#+ shape: SourceDocument-authority
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:authority", In, Violation, SourceDocument-authority]
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:authority", MaxCount, Violation, SourceDocument-authority]
#+   - ["<id/mini-2023/zh-Hans>", "", Or, Violation, TranslationNotAuthoritative]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source> cq:authority "x" .
}
