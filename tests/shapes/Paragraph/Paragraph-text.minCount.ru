#+ shape: Paragraph-text
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/chapeau>", "cq:text", MinCount, Violation, Paragraph-text]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/chapeau> cq:text "我们共同致力于以下事项:"@zh-Hans .
}
