#+ shape: LeavesFollow
#+ constraint: sparql
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFillSource]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, LeavesFollow]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source#char=117,119> a cq:Leaf .
}
