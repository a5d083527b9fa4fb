#+ shape: Paragraph-text
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:text", Datatype, Violation, Paragraph-text]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphLanguage]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/chapeau> cq:text "我们共同致力于以下事项:"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/chapeau> cq:text "x" .
}
