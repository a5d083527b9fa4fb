#+ shape: SourceDocument-length
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:length", MinCount, Violation, SourceDocument-length]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source> cq:length "135"^^xsd:integer .
}
