#+ shape: SourceDocument-authority
#+ constraint: minCount
#+ results:
#+   - ["<id/mini-2023/zh-Hans/source>", "cq:authority", MinCount, Violation, SourceDocument-authority]

BASE <https://w3id.org/communique/>
PREFIX cq: <https://w3id.org/communique/ns#>
PREFIX eli: <http://data.europa.eu/eli/ontology#>

DELETE DATA {
  <id/mini-2023/zh-Hans/source> cq:authority eli:LegalValue-unofficial .
}
