#+ shape: Paragraph-text
#+ constraint: not
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:text", Not, Violation, Paragraph-text]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, TextIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/chapeau> cq:text "我们共同致力于以下事项:"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/chapeau> cq:text "�"@zh-Hans .
}
