#+ shape: Citation-owner
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "^cq:citation", MinCount, Violation, Citation-owner]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:citation/cq:instrument", Equals, Violation, Statement-cites]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1> cq:citation <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> .
}
