#+ shape: Paragraph-declaration
#+ constraint: maxCount
#+ results:
#+   - ["<id/addressee/all-states>", "cq:hasParagraph", Closed, Violation, Group]
#+   - ["<id/mini-2023/chapeau>", "^cq:hasParagraph", MaxCount, Violation, Paragraph-declaration]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/addressee/all-states> cq:hasParagraph <id/mini-2023/chapeau> .
}
