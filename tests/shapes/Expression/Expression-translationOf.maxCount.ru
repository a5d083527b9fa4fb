#+ shape: Expression-translationOf
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans>", "cq:translationOf", Class, Violation, Expression-translationOf]
#+   - ["<id/mini-2023/zh-Hans>", "cq:translationOf", MaxCount, Violation, Expression-translationOf]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans> cq:translationOf "x" .
}
