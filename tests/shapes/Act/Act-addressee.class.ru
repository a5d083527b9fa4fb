#+ shape: Act-addressee
#+ constraint: class
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/act/1>", "cq:addressee", Class, Violation, Act-addressee]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/act/1> cq:addressee "x" .
}
