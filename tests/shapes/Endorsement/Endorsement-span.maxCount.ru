#+ shape: Endorsement-span
#+ constraint: maxCount
#+ results:
#+   - ["<id/mini-2023/endorsement/POL>", "cq:span", MaxCount, Violation, Endorsement-span]
#+   - ["<id/mini-2023/zh-Hans/source>", "", SPARQL, Violation, NameIsItsSpan]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>

INSERT DATA {
  <id/mini-2023/endorsement/POL> cq:span <id/mini-2023/zh-Hans/source#char=120,123> .
}
