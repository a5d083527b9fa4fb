#+ shape: Furniture-reason
#+ constraint: datatype
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source/furniture/0>", "cq:reason", Datatype, Violation, Furniture-reason]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source/furniture/0> cq:reason "header"@en .
  <id/mini-2023/zh-Hans/source/furniture/0> cq:reason "页眉"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/source/furniture/0> cq:reason "x" .
}
