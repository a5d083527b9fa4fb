#+ shape: Paragraph-text
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:text", UniqueLang, Violation, Paragraph-text]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, TextIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/chapeau> cq:text "我们重申我们的信念。"@zh-Hans .
}
