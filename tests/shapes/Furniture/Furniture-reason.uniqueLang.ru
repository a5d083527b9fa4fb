#+ shape: Furniture-reason
#+ constraint: uniqueLang
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/furniture/0>", "cq:reason", UniqueLang, Violation, Furniture-reason]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source/furniture/0> cq:reason "x"@en .
}
