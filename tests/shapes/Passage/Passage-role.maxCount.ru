#+ shape: Passage-role
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/hostmention/18>", "cq:role", MaxCount, Violation, Passage-role]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source/hostmention/18> cq:role cq:Issuer .
}
