#+ shape: HeldOrPublished
#+ constraint: or
#+ results:
#+   - ["<id/mini-2023/en>", "", Or, Violation, HeldOrPublished]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/en> cq:publishedAt <https://example.org/en> .
}
