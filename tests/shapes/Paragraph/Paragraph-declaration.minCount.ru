#+ shape: Paragraph-declaration
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/chapeau>", "^cq:hasParagraph", MinCount, Violation, Paragraph-declaration]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023> cq:hasParagraph <id/mini-2023/chapeau> .
}
