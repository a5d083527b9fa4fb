#+ shape: Citation-citedPart
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "cq:citedPart", MaxCount, Violation, Citation-citedPart]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, CitedPartInWords]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> cq:citedPart "x" .
}
