#+ shape: Citation-instrument
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "cq:instrument", Class, Violation, Citation-instrument]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "cq:instrument", MaxCount, Violation, Citation-instrument]
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1>", "cq:citation/cq:instrument", Equals, Violation, Statement-cites]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> cq:instrument "x" .
}
