#+ shape: ParagraphLanguage
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans>", "^cq:hasExpression", MinCount, Violation, Expression-declaration]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, NamesInLanguage]
#+   - ["<id/mini-2023>", "", SPARQL, Violation, ParagraphLanguage]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:hasExpression <id/mini-2023/zh-Hans> .
}
