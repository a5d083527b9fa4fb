#+ shape: LeavesFillSource
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFillSource]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/source#char=86,116> a cq:Leaf .
}
