#+ shape: Citation-citedPart
#+ constraint: nodeKind
#+ results:
#+   - ["<id/mini-2023/zh-Hans/operative/1/statement/1/citation/1>", "cq:citedPart", NodeKind, Violation, Citation-citedPart]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, CitedPartInWords]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

DELETE DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> cq:citedPart "第五十一条"@zh-Hans .
} ;
INSERT DATA {
  <id/mini-2023/zh-Hans/operative/1/statement/1/citation/1> cq:citedPart <http://example.org/x> .
}
